"""Where they live and where they are enrolled, and where those without a plan are."""

from collections.abc import Sequence
from dataclasses import replace

from monitor.access import Role
from monitor.figures import wording
from monitor.figures.door import Figure, figures
from monitor.figures.levels import LEVEL_PLURALS, LEVEL_TITLES, UNKNOWN
from monitor.sections import gemeente_notes, on_map, tables
from monitor.sections.section import Column, Drawn, Piece, Said, Section, Table, said
from monitor.sections.thuiszitters.plan import MEASURE as PLAN
from monitor.sections.thuiszitters.subject import Subject, spoken
from monitor.sections.thuiszitters.twin import counted
from monitor.sections.thuiszitters.where_without_plan import sentence, without_plan
from monitor.sections.values import Value, value_of
from monitor.sections.what_a_role_sees import only_own
from monitor.views.charts import breakdown, maps
from monitor.views.charts.kinds import AreaMap, Ranking


QUESTION = "Waar wonen zij, en waar staan zij ingeschreven?"
TITLE = "Waar"
KEY = "thuiszitters_waar"
LEVELS = ("gemeente", "subregio", "wijk", "vestiging", "bestuur")
LONG = 16
"""Of more units those with nobody stand in the table only."""
NO_RATE = (
    "Per 1.000 leerlingen is er alleen per bestuur en voor het hele samenwerkingsverband: van een "
    "gemeente of wijk is niet bekend hoeveel leerlingen er wonen, alleen hoeveel er op de scholen "
    "zitten."
)
OF_THE_WHOLE = "Wat bovenaan staat, gaat over heel {of}."


def make(subject: Subject, now: Figure, per: str) -> Section:
    """`now` is the stand of the day, `per` one of `levels`."""
    found = subject.per_level(per)
    indicator = subject.indicator()
    without = without_plan(subject, per)
    first, then = _headline(subject, found, now, per)
    drawn = _pictures(subject, found, per) if shows(subject, per) else ()
    own = only_own(subject.viewer)
    notes = [own, OF_THE_WHOLE.format(of=subject.region.naam)] if own else []
    whole = f"alle {LEVEL_PLURALS[per]} van {subject.region.naam}"
    return Section(
        key=KEY,
        question=QUESTION,
        title=TITLE,
        says=Said(first),
        selection=f"{subject.definition.title}, per {LEVEL_TITLES[per]}, {subject.when}",
        beside=said(then, sentence(without, per)),
        drawn=drawn,
        table=_table(subject, found, per, without, whole),
        trust=(
            *subject.trust(indicator, now.periode, now),
            *(subject.trust(subject.indicator(PLAN), now.periode, None) if without else ()),
        ),
        notes=tuple(notes if drawn else [*notes, _reading(per)]),
    )


def nobody(subject: Subject) -> Section:
    """Where nobody counts there is no where."""
    return Section(
        KEY, QUESTION, "", Said(""), subject.sentence,
        beside=said(f"In {subject.region.naam} voldeed die dag niemand aan deze definitie. Kies een andere "
                    "maand of definitie."),
    )  # fmt: skip


def not_shown(subject: Subject) -> Section | None:
    """Why there is no map, where there would be one for who sees exact figures."""
    if subject.viewer.sees_exact or subject.sees(per="gemeente"):
        return None
    return Section(
        KEY, QUESTION, TITLE, Said(""), subject.sentence,
        beside=said(f"Waar zij wonen en naar school gaan, ziet u alleen van {subject.only}: hier zijn de "
                    "aantallen te klein. De directeur ziet ze."),
    )  # fmt: skip


def levels(subject: Subject) -> list[str]:
    """Those at which there is something to compare."""
    return [level for level in LEVELS if _is_useful(subject, level)]


def shows(subject: Subject, level: str) -> bool:
    """Whether any number of a level is there to be seen."""
    return any(not f.is_hidden and f.teller_max != 0 for f in subject.per_level(level))


def _is_useful(subject: Subject, level: str) -> bool:
    if level == subject.region.per:
        return False
    found = [f for f in subject.per_level(level) if f.code != UNKNOWN]
    return len(found) > 1


def _ahead(found: Sequence[Figure]) -> Figure | None:
    """Where surely most are."""
    some = [f for f in found if f.code != UNKNOWN and f.teller_max != 0]
    shown = breakdown.ranked([f for f in some if not f.is_hidden])
    return shown[0] if shown and _is_ahead(shown, [f for f in some if f.is_hidden]) else None


def _headline(subject: Subject, found: Sequence[Figure], now: Figure, per: str) -> tuple[str, str]:
    """Who has most, in words; and how much is hidden."""
    units = [f for f in found if f.code != UNKNOWN]
    some = [f for f in units if f.teller_max != 0]
    hidden = [f for f in some if f.is_hidden]
    # Of a bestuur these are its own; the answer on top is of the whole.
    own = "eigen " if subject.viewer.role is Role.BESTUUR else ""
    plural = f"{own}{LEVEL_PLURALS[per]}"
    if some and len(hidden) == len(some):
        larger = len(levels(subject)) > 1
        return (
            f"Van elke {own}{LEVEL_TITLES[per]} met thuiszitters is het aantal verborgen."
        ), "Kies bij Per een groter niveau." if larger else ""
    at_school = per in ("vestiging", "bestuur")
    of_own = f" van uw {plural}" if own else ""
    first = ""
    if most := _ahead(found):
        verb, at = ("staat ingeschreven", "bij") if at_school else ("woont", "in")
        first = f"Het grootste aantal{of_own} {verb} {at} {most.naam}: {spoken(most)} van de {spoken(now)}."
    then = []
    if without := len(units) - len(some):
        at = "Bij" if at_school else "In"
        then.append(f"{at} {without} van de {len(units)} {plural} telt niemand mee.")
    if hidden:
        what = f"{own}{LEVEL_TITLES[per]}" if len(hidden) == 1 else plural
        then.append(f"Van {len(hidden)} {what} is het aantal verborgen.")
    return first, " ".join(then)


def _is_ahead(shown: Sequence[Figure], hidden: Sequence[Figure]) -> bool:
    """Whether the first surely has most."""
    ends = [f.teller_max for f in (*shown[1:], *hidden)]
    if None in ends:
        return False
    most = max((end for end in ends if end is not None), default=0)
    return (shown[0].teller or 0) > most


def _reading(per: str) -> str:
    if per in ("vestiging", "bestuur"):
        return (
            "Geteld waar de leerling staat ingeschreven; wie nergens is ingeschreven staat onder "
            "‘Geen of onbekende school’."
        )
    return f"Geteld waar de leerling woont. {NO_RATE}"


def _pictures(subject: Subject, found: Sequence[Figure], per: str) -> tuple[Drawn, ...]:
    """The map where there are enough shades for one, and the ranking."""
    store, indicator = subject.store, subject.indicator()
    shown = breakdown.ranked(found)
    if len(shown) > LONG:
        shown = [f for f in shown if f.teller_max != 0]
    shown = on_map.neighbours(shown, subject.region.code)
    most = _ahead(found)
    named = frozenset({most.code} if most else ())
    bars, reading = Ranking(tuple(shown), indicator, named), _reading(per)
    if not (per == "gemeente" and on_map.has_map(store, per)):
        return (Drawn(bars, (reading,)),)
    there = [f for f in found if f.code != UNKNOWN]
    names = {f.code: f.naam for f in there}
    shapes = tuple(on_map.shapes(store, tuple(sorted(names))))
    if not maps.says_something(shapes, there, indicator):
        more = gemeente_notes.notes(store, names, has_map=False)
        return (Drawn(bars, (maps.NO_MAP, *more, reading)),)
    notes = [wording.BY_LOWEST] if any(f.is_banded for f in there) else []
    chart = AreaMap(shapes, tuple(there), indicator, height=410, named=named)
    return (
        Drawn(chart, (*notes, *gemeente_notes.notes(store, names))),
        Drawn(bars, (reading,)),
    )


def _table(
    subject: Subject, found: Sequence[Figure], per: str, without: Sequence[Figure], whole: str
) -> Table:
    """A row per unit, with those without a plan where they are told; per bestuur with the figure
    per 1.000 pupils beside it."""
    indicator, ranked = subject.indicator(), breakdown.ranked(found)
    table = tables.of_figures(
        f"{indicator.short} per {LEVEL_TITLES[per]}", ranked, indicator,
        [Piece(indicator, per, tuple(ranked))] if ranked else [], f"thuiszitters-per-{per}", whole,
        widest=subject.store.settings.drempel,
    )  # fmt: skip
    if without:
        cells = {f.code: counted(f) for f in without}
        none = Value("0", 0, 0, "bekend")
        column = Column("Zonder plan", "number")
        table = _with(table, 2, column, [cells.get(f.code, none) for f in ranked])
        measure = subject.indicator(PLAN)
        table = replace(table, pieces=(*table.pieces, Piece(measure, per, tuple(without))))
    if per != "bestuur":
        return table
    rate = subject.indicator("thuiszitters_promille")
    inside = figures(subject.store, subject.viewer, rate, per, period=subject.periode,
                     within=(subject.region.per, subject.region.code))  # fmt: skip
    rates = {f.code: f for f in inside if f.code != UNKNOWN}
    column = Column("Per 1.000 leerlingen", "number")
    cells = {code: value_of(f, rate) for code, f in rates.items()}
    table = _with(table, len(table.columns), column, [cells.get(f.code, Value("")) for f in ranked])
    if not rates:
        return table
    return replace(table, pieces=(*table.pieces, Piece(rate, per, tuple(rates.values()))))


def _with(table: Table, at: int, column: Column, cells: Sequence[Value]) -> Table:
    """A table with one more column, in a place."""
    columns = (*table.columns[:at], column, *table.columns[at:])
    rows = tuple((*row[:at], cell, *row[at:]) for row, cell in zip(table.rows, cells, strict=True))
    return replace(table, columns=columns, rows=rows)
