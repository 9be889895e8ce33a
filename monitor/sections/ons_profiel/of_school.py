"""What every section of one school has: where it comes from, its table, and whose figures they stand beside."""

from collections.abc import Sequence

from monitor.access import Viewer
from monitor.figures.door import Figure, Indicator
from monitor.figures.levels import Region
from monitor.scholen.register import School, swv_names
from monitor.sections import tables, trust
from monitor.sections.section import Drawn, Piece, Said, Section, Trust, said
from monitor.store.store import Store
from monitor.values import moments
from monitor.views.charts.breakdown import Break, Series
from monitor.views.charts.kinds import Trend


def region(store: Store, one: School) -> Region | None:
    """Whose completeness stands under the figures: that of the school's samenwerkingsverband."""
    if not one.swv:
        return None
    naam = swv_names(store).get(one.swv, one.swv)
    return Region(one.sector, one.swv, naam, "swv", one.swv, naam)


def proof(
    store: Store, viewer: Viewer, indicator: Indicator, last: Figure, one: School
) -> tuple[Trust, ...]:
    return (
        trust.trust_of(store, viewer, indicator, last.periode, region(store, one), last),
    )  # fmt: skip


def through_the_years(
    store: Store,
    viewer: Viewer,
    indicator: Indicator,
    own: Sequence[Figure],
    one: School,
    key: str,
    question: str,
    sentences: tuple[str, ...],
    *,
    title: str = "",
    cuts: tuple[Break, ...] = (),
    height: int = 260,
    is_drawn: bool = True,
) -> Section:
    """A figure of the school with its years: `own` oldest first, the last of them is the one now. Drawn
    from two years on."""
    first, *rest = [sentence for sentence in sentences if sentence]
    last = own[-1]
    line = Series("deze school", own, "accent", indicator=indicator.name)
    drawn: tuple[Drawn, ...] = ()
    if is_drawn and len(own) > 1:
        drawn = (Drawn(Trend((line,), indicator, cuts, height=height)),)
    table = tables.of_figures(
        f"{indicator.short} door de jaren", own, indicator,
        [Piece(indicator, "vestiging", tuple(own))], f"{indicator.name}-{one.code}",
        f"alle jaren van {one.naam}",
    )  # fmt: skip
    when = moments.period(last.periode, indicator.moment)
    return Section(
        key=key,
        question=question,
        title=title,
        says=Said(first),
        selection=f"{indicator.title}, {one.naam}, {when}",
        beside=said(*rest),
        drawn=drawn,
        table=table,
        trust=proof(store, viewer, indicator, last, one),
    )
