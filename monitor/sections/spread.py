"""What a map and a ranking of regions say, in one sentence."""

from collections.abc import Sequence

from monitor.figures import counted_where, levels, wording
from monitor.figures.door import Figure, Indicator
from monitor.figures.levels import Region
from monitor.sections import origins
from monitor.store.store import Store
from monitor.values import dutch
from monitor.values.collation import by_name
from monitor.views.charts import breakdown
from monitor.views.words import sentences


def is_open(figure: Figure) -> bool:
    """Whether a figure is so wide an interval that it says little about rank."""
    low, high = wording.shown(figure)
    return low is None or high is None or high > 1.25 * low


def headline(
    store: Store,
    found: Sequence[Figure],
    region: Region,
    indicator: Indicator,
    per: str,
    now: Figure,
) -> str:
    """Where the own region stands, or else how far the parts of it lie apart; parts without a
    school of this kind are named, and are no lowest figure."""
    if is_open(now):
        return (
            "Wie hoger of lager is, valt niet te zeggen: daarvoor zijn de cijfers niet precies "
            "genoeg."
        )
    own = region.swv if per == "swv" else region.code
    rank = sentences.rank_sentence(found, own, indicator, per)
    if rank:
        return rank
    there, known = _there(found), _known(found, indicator)
    without = sorted(
        (f.naam for f in there if counted_where.is_without_school(f, indicator)), key=by_name
    )
    said = _apart(known, indicator, per)
    if without:
        names = dutch.joined(without) if len(without) <= 4 else f"{len(without)} andere"
        where = f"{'; in' if said else 'In'} {names}"
        swv = "" if per == "swv" else region.swv
        said += origins.without_school(store, [indicator], now.periode, swv, where)
    return f"{said}." if said else ""


def named(
    found: Sequence[Figure], region: Region, indicator: Indicator, per: str, now: Figure
) -> frozenset[str]:
    """The codes of the units whose figures `headline` says, for the pictures under it; none where
    it says the rank of the own region, which pictures show as the chosen one."""
    own = region.swv if per == "swv" else region.code
    if is_open(now) or sentences.rank_sentence(found, own, indicator, per):
        return frozenset()
    known = _known(found, indicator)
    return frozenset(figure.code for figure in (*known[:1], *known[-1:]))


def _there(found: Sequence[Figure]) -> list[Figure]:
    """What is known of a region that has a name, high to low."""
    return [f for f in breakdown.ranked(found) if wording.is_known(f) and f.code != levels.UNKNOWN]


def _known(found: Sequence[Figure], indicator: Indicator) -> list[Figure]:
    return [f for f in _there(found) if not counted_where.is_without_school(f, indicator)]


def _apart(known: Sequence[Figure], indicator: Indicator, per: str) -> str:
    if not known:
        return ""
    if len(known) == 1:
        return f"{indicator.short} is {wording.value(known[0], indicator)} in {known[0].naam}"
    high, low = known[0], known[-1]
    return (
        f"{indicator.short} loopt per {levels.LEVEL_TITLES[per]} uiteen van "
        f"{wording.value(low, indicator)} ({low.naam}) tot {wording.value(high, indicator)} "
        f"({high.naam})"
    )
