"""What a directeur should look at first, and what changed: rules that make sentences of figures.

Each rule is written out in `RULES`, which the page Begrippen shows. No rule says something about
figures that do not fit: always one indicator, hence one definition, moment and denominator.
"""

import datetime as dt

from monitor.access import Viewer
from monitor.compare import afspraken
from monitor.compare.afspraken import AfspraakState
from monitor.compare.attention.changes import Change, changes
from monitor.compare.attention.data_rules import failed_checks, incomplete, old
from monitor.compare.attention.figure_rules import above_country, drift, missed, outlier, turned
from monitor.compare.attention.notice import (
    RULES,
    SIZES,
    Notice,
    Rule,
    Series,
    importance,
    moment_of,
    page_of,
    upto,
    when,
)
from monitor.compare.attention.pupil_rules import shortage, without_plan
from monitor.compare.attention.regional_rules import worse_parts
from monitor.compare.attention.school_rules import school_apart
from monitor.compare.yardsticks import yearly
from monitor.figures import wording
from monitor.figures.door import figures, in_use
from monitor.figures.levels import Region
from monitor.store.store import Store


__all__ = [
    "RULES",
    "SIZES",
    "Change",
    "Notice",
    "Rule",
    "Series",
    "changes",
    "importance",
    "moment_of",
    "notices",
    "page_of",
    "series_of",
    "upto",
    "when",
]

MOST = 5
"""How many sentences a directeur reads."""
OFF = (AfspraakState.MISSED, AfspraakState.NOT_MET)


def notices(
    store: Store, viewer: Viewer, region: Region, year: str, today: dt.date | None = None
) -> list[Notice]:
    """The most important sentences about a region, at most five; [] when nothing stands out."""
    day = today or dt.date.today()
    # For the same eyes it is the same all day, and it costs more than the rest of a page.
    key = ("aandacht", viewer, region, year, day)
    if key not in store.answers:
        store.answers[key] = tuple(_notices(store, viewer, region, year, day))
    return list(store.answers[key])


def _notices(
    store: Store, viewer: Viewer, region: Region, year: str, today: dt.date
) -> list[Notice]:
    everything = series_of(store, viewer, region)
    series = {i: rows for i, found in everything.items() if (rows := upto(found, year, i))}
    goals = afspraken.standings(store, viewer, region.swv, year) if region.per == "swv" else []
    off = [standing for standing in goals if standing.state in OFF]
    # A target that is missed says itself what it was some years ago.
    told = {one.indicator for one in off if drift(store, viewer, region, one, series)}
    found: list[Notice | None] = [
        *failed_checks(store, viewer, region),
        *incomplete(store, region, series),
        *old(everything, today),
        *(
            missed(store, viewer, region, standing, series)
            for standing in goals
            if standing.state in OFF
        ),
    ]
    found += [
        shortage(store, viewer, region, year),
        without_plan(store, viewer, region, year),
        school_apart(store, viewer, region, year),
    ]
    found += worse_parts(store, viewer, region, series)
    for indicator, rows in series.items():
        found += [
            None if indicator in told else turned(store, viewer, region, indicator, rows),
            above_country(store, viewer, indicator, rows),
            outlier(store, viewer, region, indicator, rows),
        ]
    order = {rule.name: place for place, rule in enumerate(RULES)}
    kept = [notice for notice in found if notice is not None]
    kept.sort(key=lambda notice: (order[notice.rule], -notice.weight, notice.sentence))
    return _one_each(_spread(kept))[:MOST]


def series_of(store: Store, viewer: Viewer, region: Region) -> Series:
    """Per main indicator that a region has: its known figures, oldest first; the leading one first.

    Of figures per month those of the same month as the last, so that every step is a year.
    """
    found: Series = {}
    for indicator in sorted(in_use(store.settings), key=importance):
        if indicator.sector != region.sector or viewer.role not in indicator.audience:
            continue
        if not indicator.card:
            continue
        if region.per not in indicator.levels:
            continue
        rows = figures(store, viewer, indicator, region.per, codes=(region.code,))
        known = upto([figure for figure in rows if wording.is_known(figure)], "")
        if known:
            found[indicator] = yearly(known)
    return found


def _spread(found: list[Notice]) -> list[Notice]:
    """The first of each rule before the second of any, so that goals do not push out the rest."""
    seen: dict[str, int] = {}
    turns: list[tuple[int, int, Notice]] = []
    for place, notice in enumerate(found):
        seen[notice.rule] = seen.get(notice.rule, 0) + 1
        turns.append((seen[notice.rule], place, notice))
    return [notice for _, _, notice in sorted(turns, key=lambda turn: turn[:2])]


def _one_each(found: list[Notice]) -> list[Notice]:
    """Of one indicator the most important sentence only, so that five sentences say five things."""
    kept: list[Notice] = []
    for notice in found:
        if not notice.about or all(notice.about != other.about for other in kept):
            kept.append(notice)
    return kept
