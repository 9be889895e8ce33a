"""The main figures, each with its change, the country, the target and its last years."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitor.access import Viewer
from monitor.compare import afspraken, breaks
from monitor.compare.afspraken import AfspraakStand
from monitor.compare.attention import SIZES, Series, importance, moment_of, page_of
from monitor.compare.yardsticks import country, previous
from monitor.figures import counted_where, differences, together, wording
from monitor.figures.chance import is_said_chance
from monitor.figures.door import Figure, Indicator
from monitor.figures.levels import Region
from monitor.figures.together import Known
from monitor.sections import origins, trust
from monitor.sections.overzicht.look_at import selection
from monitor.sections.section import Column, Said, Section, Table, Trust
from monitor.sections.values import Value, value_of
from monitor.store.store import Store
from monitor.values import dutch, moments


QUESTION = "Hoe staat het ervoor?"
YEARS = 10
"""In the line on a card."""
LEADING = ("dekking", "thuiszitters", "instroom_vso", "deelname_vso_locatie", "deelname_sbo_locatie",
           "deelname_so_locatie")  # fmt: skip
"""What a directeur asks for first; the first four that there are stand in sight."""
IN_SIGHT = 4
_NUMBERS = {2: "twee", 3: "drie", 4: "vier", 5: "vijf", 6: "zes", 7: "zeven", 8: "acht", 9: "negen"}


@dataclass(frozen=True, slots=True)
class Card:
    """One figure in short."""

    indicator: Indicator
    title: str
    value: str
    is_words: bool
    """Words in the place of a number: there is no such school."""
    change: str
    years: tuple[tuple[int, float | None], ...]
    """For a line the size of a word: year, and a middle where it hardly matters; () for none."""
    years_said: str
    beside: tuple[str, ...]
    """The country, the target; why it is an interval."""
    figure: Figure
    trust: Trust
    page: str
    query: tuple[tuple[str, str], ...]
    warning: str = ""


def make(
    store: Store,
    viewer: Viewer,
    region: Region,
    series: Series,
    goals: Sequence[AfspraakStand],
    peildatum: str,
) -> tuple[Section, tuple[Card, ...]]:
    """The section, whose table says them all; and the cards in the order in which they matter."""
    standing = {goal.indicator: goal for goal in goals} if region.per == "swv" else {}
    cards = tuple(
        _card(store, viewer, region, indicator, found, standing.get(indicator))
        for indicator, found in in_order(series)
    )
    rows = tuple(
        (Value(one.title), value_of(one.figure, one.indicator, one.value), Value(one.change),
         Value("; ".join(one.beside)))
        for one in cards
    )  # fmt: skip
    columns = (Column("Cijfer"), Column("Nu", "number"), Column("Verschil"), Column("Ernaast"))
    section = Section(
        key="kerncijfers",
        question=QUESTION,
        title="De belangrijkste cijfers",
        says=Said(""),
        selection=selection(region, peildatum),
        table=Table("De belangrijkste cijfers", columns, rows),
        trust=tuple(one.trust for one in cards),
    )
    return section, cards


def in_order(series: Series) -> list[tuple[Indicator, list[Figure]]]:
    """What a directeur asks for first, then as they matter; of the sizes the largest first."""

    def place(item: tuple[Indicator, list[Figure]]) -> tuple[object, ...]:
        indicator, found = item
        name = indicator.measure or indicator.name
        leads = LEADING.index(name) if name in LEADING else len(LEADING)
        size = -(found[-1].waarde or 0) if indicator.theme == SIZES else 0
        return leads, *importance(indicator)[:3], size

    return sorted(series.items(), key=place)


def _card(
    store: Store,
    viewer: Viewer,
    region: Region,
    indicator: Indicator,
    found: Sequence[Figure],
    standing: AfspraakStand | None,
) -> Card:
    """`found` are the figures of the region, oldest first; the last one is shown."""
    now = found[-1]
    land = next((f for f in country(store, viewer, indicator) if f.periode == now.periode), None)
    if indicator.kind == "aantal" or counted_where.is_without_school(now, indicator):
        land = None
    beside = (origins.country_origin(store, indicator, land), origins.target_origin(standing))
    proof = trust.trust_of(store, viewer, indicator, now.periode, region, now, beside)
    page, query = page_of(indicator)
    warning = ""
    if region.per != "swv" and counted_where.is_of_place(indicator):
        warning = counted_where.WARNING
    asked = tuple(sorted({**query, **moment_of(now, indicator)}.items()))
    both = together.of_one(store, viewer, indicator, region.per, now)
    if both is not None:
        # An interval of the country beside an interval compares nothing.
        known = _known_first(store, viewer, region, both, indicator, now)
        goal = _beside(None, standing, indicator)
        return Card(both.indicator, *known[:6], (*known[6], *goal), both.figure, proof, page, asked,
                    warning)  # fmt: skip
    years, words = _years(found, indicator)
    return Card(
        indicator, indicator.short, _value_words(now, indicator),
        counted_where.is_without_school(now, indicator),
        _change(store, indicator, now, previous(list(found), now.periode)), years, words,
        _beside(land, standing, indicator), now, proof, page, asked, warning,
    )  # fmt: skip


def _known_first(
    store: Store, viewer: Viewer, region: Region, both: Known, indicator: Indicator, now: Figure
) -> tuple[str, str, bool, str, tuple[tuple[int, float | None], ...], str, tuple[str, ...]]:
    """So and vso together, which is known, with its years; behind it the interval of the one."""
    series = origins.own_figures(store, viewer, both.indicator, region)
    series = [f for f in series if f.periode <= now.periode and wording.is_known(f)]
    land = None
    if both.indicator.kind != "aantal":
        there = country(store, viewer, both.indicator)
        land = next((f for f in there if f.periode == now.periode), None)
    years, words = _years(series, both.indicator)
    why = (
        f"{indicator.short}: {wording.value(now, indicator)}, want "
        f"{origins.why_open(store, indicator, now)}"
    )
    return (
        both.indicator.short,
        _value_words(both.figure, both.indicator),
        False,
        _change(store, both.indicator, both.figure, previous(series, now.periode)),
        years,
        words,
        (*_beside(land, None, both.indicator), why),
    )


def _value_words(figure: Figure, indicator: Indicator) -> str:
    """3,9 %, or words where no such school stands: a nought there says nothing about pupils."""
    if counted_where.is_without_school(figure, indicator):
        return counted_where.no_school(indicator)
    return wording.value_agreed(figure, indicator)


def _change(store: Store, indicator: Indicator, now: Figure, before: Figure | None) -> str:
    """▲ 0,1 procentpunt hoger dan in 2024: a sign and words, no colour to decode."""
    if before is None:
        return "er is geen eerder cijfer"
    since = moments.period_brief(before.periode, indicator.moment)
    apart = _apart(before, now)
    if counted_where.is_without_school(now, indicator) or counted_where.is_without_school(
        before, indicator
    ):
        return _school_came_or_went(now, before, indicator, since)
    for broken in breaks.other_sources(store, indicator, (before.periode, now.periode)):
        return f"niet te vergelijken met {since}{apart}: {broken.short}"
    words = differences.change_in_short(now, before, indicator)
    match words:
        case "gelijk":
            return f"gelijk aan {since}{apart}"
        case "misschien gelijk":
            why = origins.why_open(store, indicator, now, before)
            return f"niet te zeggen of het verschilt van {since}{apart}: {why}"
        case dutch.UNKNOWN:
            return f"verschil met {since}{apart} onbekend"
    way = words.rpartition(" ")[2]
    sign = "▲" if way in ("hoger", "meer") else "▼"
    if is_said_chance(now, before, indicator):
        return f"{sign} {words} dan in {since}{apart}: kan toeval zijn"
    return f"{sign} {words} dan in {since}{apart}"


def _apart(before: Figure, now: Figure) -> str:
    """(drie jaar eerder), when it is more than one."""
    years = int(now.periode[:4]) - int(before.periode[:4])
    if years <= 1:
        return ""
    return f" ({_NUMBERS.get(years, str(years))} jaar eerder)"


def _school_came_or_went(now: Figure, before: Figure, indicator: Indicator, since: str) -> str:
    if counted_where.is_without_school(now, indicator) and counted_where.is_without_school(
        before, indicator
    ):
        return ""
    return f"in {since}: {_value_words(before, indicator)}"


def _years(
    found: Sequence[Figure], indicator: Indicator
) -> tuple[tuple[tuple[int, float | None], ...], str]:
    """One place per year, so that a year without a figure is a gap; and the line in words."""
    if counted_where.is_without_school(found[-1], indicator):
        return (), ""
    last = int(found[-1].periode[:4])
    per_year = {int(f.periode[:4]): f for f in found if int(f.periode[:4]) > last - YEARS}
    values = tuple((year, _middle(per_year.get(year))) for year in range(min(per_year), last + 1))
    # Two years are said in words; a line begins with three.
    if sum(value is not None for _, value in values) < 3:
        return (), ""
    first = per_year[min(per_year)]
    return values, (
        f"{indicator.short}: {wording.value(first, indicator)} in {first.periode[:4]}, "
        f"{wording.value(found[-1], indicator)} in {last}"
    )


def _middle(figure: Figure | None) -> float | None:
    """Where an interval is drawn in so small a picture; not at all where that says nothing."""
    if figure is None:
        return None
    low, high = wording.shown(figure)
    if low is None or high is None or high > 1.25 * low:
        return None
    return (low + high) / 2


def _beside(
    land: Figure | None, standing: AfspraakStand | None, indicator: Indicator
) -> tuple[str, ...]:
    said = []
    if land is not None:
        said.append(f"Nederland {wording.value_agreed(land, indicator)}")
    if standing is not None and standing.figure is not None:
        by = f" in {standing.target.per_jaar}" if standing.target.per_jaar else ""
        goal = afspraken.promised(standing.target, indicator)
        said.append(f"doel {goal}{by}: {standing.state}")
    return tuple(said)
