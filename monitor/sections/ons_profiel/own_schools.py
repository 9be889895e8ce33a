"""The schools of a bestuur side by side: a row per school, with what it still has to look through."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from monitor.access import Viewer
from monitor.figures import wording
from monitor.figures.door import Figure, Indicator, figures, indicator_named
from monitor.scholen.profile import COUNTS, REFERRED, thuiszitters
from monitor.scholen.register import School
from monitor.sections import trust
from monitor.sections.ons_profiel import of_school
from monitor.sections.section import Column, Piece, Said, Section, Table, Trust
from monitor.sections.values import Value, value_of
from monitor.store.store import Store
from monitor.values import dutch, moments
from monitor.values.collation import by_name


QUESTION = "Hoe staan onze scholen ervoor?"
SCHOOL, ASKED = "School", "Nog te bevestigen"
NOT_COUNTED = "–"
_Found = Mapping[str, tuple[Indicator, Figure]]
"""School → its figure of the newest moment of which there is any."""


def in_order(schools: Collection[School]) -> list[School]:
    """Open ones by name; closed ones last."""
    return sorted(schools, key=lambda one: (not one.is_open, by_name(one.naam), one.code))


def make(
    store: Store, viewer: Viewer, schools: Sequence[School], waiting: Mapping[str, int] | None
) -> Section:
    """`schools` as `in_order` gives them, not empty; `waiting`: school → things that it did not look
    through yet, None where that is not told (a file is not the place to do it). All figures come through the door of this viewer, and none are added up."""
    # Of who is in the vso already nobody is new there.
    referring = [one for one in schools if one.sector == "vo" and one.schooltype != "vso"]
    columns = {
        "Leerlingen": _newest(store, viewer, schools, [indicator_named(name) for name in COUNTS]),
        "Nieuw naar vso": _newest(store, viewer, referring, [indicator_named(REFERRED)]),
        "Thuiszitters": _newest(
            store,
            viewer,
            schools,
            dict.fromkeys(i for s in schools for i in thuiszitters(store, s)),
        ),
    }
    columns = {title: found for title, found in columns.items() if found}
    rows = tuple(
        (
            Value(_name(one)),
            *(_cell(one, found.get(one.code)) for found in columns.values()),
            *_waiting(waiting, one.code),
        )
        for one in schools
    )
    return Section(
        key="eigen_scholen",
        question=QUESTION,
        title="Uw scholen",
        says=Said("" if waiting is None else _asked(schools, waiting)),
        selection=f"{len(schools)} scholen",
        table=Table(
            "Uw scholen naast elkaar",
            (Column(SCHOOL), *(Column(title, "number") for title in columns),
             *([] if waiting is None else [Column(ASKED, "number")])),
            rows, _pieces(columns), "eigen-scholen", "alle cijfers van deze tabel, uw eigen scholen",
        ),
        trust=_trusts(store, viewer, columns, schools[0]) if columns else (),
        notes=(_when(columns),) if columns else (),
    )  # fmt: skip


def _waiting(waiting: Mapping[str, int] | None, code: str) -> tuple[Value, ...]:
    if waiting is None:
        return ()
    many = waiting[code]
    return (Value(dutch.number(many), many, many, "bekend"),)


def _name(one: School) -> str:
    """Vmbo De Boei (gesloten in 2023)"""
    if one.gesloten_vanaf:
        return f"{one.naam} (gesloten in {one.gesloten_vanaf.year})"
    return one.naam if one.is_open else f"{one.naam} (niet meer geteld)"


def _asked(schools: Sequence[School], waiting: Mapping[str, int]) -> str:
    some = [one for one in schools if waiting[one.code]]
    if not some:
        return "Bij al uw scholen is alles bevestigd."
    many = sum(waiting.values())
    things = f"{dutch.number(many)} {'ding' if many == 1 else 'dingen'}"
    is_all = len(some) == len(schools)
    where = "al uw" if is_all else f"{dutch.number(len(some))} van uw {dutch.number(len(schools))}"
    return f"Bij {where} scholen {'is' if many == 1 else 'zijn'} nog {things} niet bevestigd."


def _newest(
    store: Store, viewer: Viewer, schools: Sequence[School], indicators: Collection[Indicator]
) -> dict[str, tuple[Indicator, Figure]]:
    codes = tuple(one.code for one in schools if viewer.may_see("vestiging", one.code))
    every = [
        (indicator, figure)
        for indicator in indicators
        if viewer.role in indicator.audience and "vestiging" in indicator.levels
        for figure in figures(store, viewer, indicator, "vestiging", codes=codes)
        if figure.waarde_max != 0 or indicator.name not in COUNTS
    ]
    last = max((figure.periode for _, figure in every), default="")
    found: dict[str, tuple[Indicator, Figure]] = {}
    for indicator, figure in every:
        # A school of so and vso is counted twice: the larger count stands here.
        size = figure.waarde or 0
        if figure.periode == last and (
            figure.code not in found or size > (found[figure.code][1].waarde or 0)
        ):
            found[figure.code] = (indicator, figure)
    return found


def _cell(one: School, found: tuple[Indicator, Figure] | None) -> Value:
    """How many pupils; of a share its teller. Of a school that was gone by then there is no number
    to hide: it had no pupils any more."""
    if found is None:
        return Value(NOT_COUNTED, status="nvt", reason="dan niet geteld")
    indicator, figure = found
    words = "" if indicator.kind == "aantal" else wording.teller(figure)
    cell = value_of(figure, indicator, words)
    gone = one.gesloten_vanaf or one.niet_geteld_sinds
    if gone and moments.first_day(figure.periode) >= gone and cell.text == wording.CLOSED:
        return Value(NOT_COUNTED, status="nvt", reason="toen al gesloten")
    return cell


def _when(columns: Mapping[str, _Found]) -> str:
    """Leerlingen op 1 oktober 2025, nieuw naar vso in schooljaar 2024-2025, …"""
    said = []
    for title, found in columns.items():
        indicator, figure = next(iter(found.values()))
        lower = f"{title[:1].lower()}{title[1:]}"
        said.append(f"{lower} {moments.when(figure.periode, indicator.moment)}")
    words = dutch.joined(said)
    return f"{words[:1].upper()}{words[1:]}. {NOT_COUNTED} is: niet geteld op deze school, of toen al gesloten."


def _pieces(columns: Mapping[str, _Found]) -> tuple[Piece, ...]:
    per: dict[Indicator, list[Figure]] = {}
    for found in columns.values():
        for indicator, figure in found.values():
            per.setdefault(indicator, []).append(figure)
    return tuple(Piece(one, "vestiging", tuple(rows)) for one, rows in per.items())


def _trusts(
    store: Store, viewer: Viewer, columns: Mapping[str, _Found], one: School
) -> tuple[Trust, ...]:
    """A column each; the line of the first one names where all of them come from."""
    found = {
        title: _trust(store, viewer, column, one) for title, column in columns.items()
    }  # fmt: skip
    lines: dict[str, list[str]] = {}
    for title, trusted in found.items():
        lines.setdefault(trusted.line, []).append(f"{title[:1].lower()}{title[1:]}")
    whole = [
        line if len(lines) == 1 else f"{dutch.joined(titles)}: {line[:1].lower()}{line[1:]}"
        for line, titles in lines.items()
    ]
    first, *others = found.values()
    said = "; ".join(whole)
    return replace(first, line=f"{said[:1].upper()}{said[1:]}"), *others


def _trust(store: Store, viewer: Viewer, found: _Found, one: School) -> Trust:
    indicator, figure = next(iter(found.values()))
    return trust.trust_of(store, viewer, indicator, figure.periode, of_school.region(store, one))
