"""A pack made: a recipe, for an audience, about a selection, in a form.

One order says all that is chosen. It lies in the file, so that the same can be made again later.
"""

from dataclasses import asdict, dataclass

from monitor.errors import MonitorError
from monitor.figures import levels
from monitor.figures.levels import Region
from monitor.reports import audiences
from monitor.reports.audiences import Audience, Publiek
from monitor.reports.questions import questions
from monitor.reports.questions.question import Asked
from monitor.reports.recipes import Recipe, recipe
from monitor.reports.rendering import FORMS
from monitor.reports.report import Report
from monitor.reports.stamp import stamp_of
from monitor.scholen.own import own_school
from monitor.sections import units
from monitor.sections.section import Section
from monitor.sections.what_a_role_sees import may_choose
from monitor.store.store import Store
from monitor.values import moments


__all__ = ["FORMS", "Order", "make", "reader_of"]

NOT_FOR = "{question} Dit onderdeel is er niet voor {who}."
NOTHING = "{question} Daarover is er niets te zeggen."


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody asks for. Codes; "" is what there is when nobody chooses."""

    recept: str
    publiek: str
    swv: str = ""
    code: str = ""
    """Of the reader: his vestiging, bestuur or gemeente."""
    school: str = ""
    """Which school it is about, where the reader sees several."""
    regio: str = ""
    """gemeente:GM9904"""
    peildatum: str = ""
    per: str = ""
    inzage: str = ""
    """"ja" for a consultant with the grant of exact figures."""

    @property
    def name(self) -> str:
        """Of a file, without ending: oogo-gemeente-GM9904."""
        which = [self.code or self.school, self.regio.partition(":")[2]]
        return "-".join([self.recept, self.publiek, *(one for one in which if one)])


def reader_of(store: Store, order: Order) -> Audience:
    """For whom an order is. MonitorError as `audiences.audience`."""
    return audiences.audience(store, order.publiek, order.swv, order.code,
                              inzage=order.inzage == "ja")  # fmt: skip


def make(store: Store, order: Order) -> Report:
    """MonitorError where it cannot be asked like that, or there is nothing in it for this reader."""
    made, reader = recipe(order.recept), reader_of(store, order)
    asked = _asked(store, order, reader)
    sections: list[Section] = []
    left_out = []
    for key in made.onderdelen:
        question = questions()[key]
        found = [one for one in question.sections(asked) if not _is_empty(one)]
        sections += found
        if asked.viewer.role not in question.roles:
            left_out.append(NOT_FOR.format(question=question.title, who=reader.words))
        elif not found:
            left_out.append(NOTHING.format(question=question.title))
    if not sections:
        raise MonitorError(f"In {made.titel.lower()} is er niets voor {reader.words}.")
    stamp = stamp_of(store, asked.viewer, str(made), reader.words)
    return Report(made.titel, _subtitle(asked, made), tuple(sections), stamp, tuple(left_out),
                  {key: value for key, value in asdict(order).items() if value}, store.folder)  # fmt: skip


def _is_empty(one: Section) -> bool:
    """A heading with nothing under it."""
    return not (one.says.text or one.beside or one.drawn or one.notes
                or (one.table is not None and one.table.rows))  # fmt: skip


def _asked(store: Store, order: Order, reader: Audience) -> Asked:
    school = order.school or (order.code if reader.publiek is Publiek.SCHOOL else "")
    if school:
        own_school(store, reader.viewer, school)
        if not reader.viewer.may_see("vestiging", school):
            raise MonitorError(f"Cijfers van die school zijn er niet voor {reader.words}.")
    if order.per and order.per not in levels.LEVELS:
        raise MonitorError(f"--per kan alleen zijn: {', '.join(levels.LEVELS)}.")
    if order.per and not may_choose(reader.viewer, order.per):
        raise MonitorError(
            f"Cijfers per {levels.LEVEL_TITLES[order.per]} zijn er niet voor {reader.words}."
        )
    return Asked(store, reader.viewer, reader.whole, _region(store, order, reader), order.peildatum,
                 order.per, school)  # fmt: skip


def _region(store: Store, order: Order, reader: Audience) -> Region:
    if not order.regio:
        return reader.region
    per, _, code = order.regio.partition(":")
    known = units.units(store, reader.whole, per) if per in ("gemeente", "subregio") else {}
    if code not in known:
        raise MonitorError(f"{per.capitalize()} {code[:20]} hoort niet bij {reader.whole.naam}.")
    if not may_choose(reader.viewer, per):
        raise MonitorError(
            f"Cijfers per {levels.LEVEL_TITLES[per]} zijn er niet voor {reader.words}."
        )
    one = reader.whole
    return Region(one.sector, one.swv, one.swv_naam, per, code, known[code])


def _subtitle(asked: Asked, made: Recipe) -> str:
    """SWV Rivierenstreek, gemeente Lindermeer, stand van 1 oktober 2025"""
    said = [asked.region.sentence]
    if asked.school:
        said.insert(0, asked.one_school.naam)
    if asked.peildatum:
        said.append(f"stand van {moments.date(asked.peildatum)}")
    return ", ".join(said)
