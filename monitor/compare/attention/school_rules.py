"""A school that refers far more than schools like it."""

import math

from monitor.access import Viewer
from monitor.compare import schools_that_stand_out
from monitor.compare.attention.notice import Notice, notice, upto
from monitor.compare.school_kinds import KINDS
from monitor.compare.schools_that_stand_out import Judged
from monitor.figures import wording
from monitor.figures.binomial import Verdict
from monitor.figures.catalogue import catalogue
from monitor.figures.door import figures
from monitor.figures.levels import Region
from monitor.store.store import Store
from monitor.values import dutch
from monitor.values.collation import by_name


def school_apart(store: Store, viewer: Viewer, region: Region, year: str) -> Notice | None:
    """The school that refers most above the others of its kind, over the last schooljaren
    together; the same schools as Verwijzingen names."""
    indicator = catalogue()["instroom_vso"]
    if region.sector != indicator.sector or viewer.role not in indicator.audience:
        return None
    periods = upto(figures(store, viewer, indicator, region.per, codes=(region.code,)), year)
    if not periods:
        return None  # no list of tlv's: nothing to ask per school
    last = periods[-1].periode
    found = [
        (judged, one)
        for one in schools_that_stand_out.everywhere(store, viewer, indicator, region.swv, last)
        for judged in one.schools
        if judged.verdict is Verdict.ABOVE and judged.others is not None
    ]
    if region.per != "swv":
        inside = {f.code for f in figures(store, viewer, indicator, "vestiging", period=last,
                                          within=(region.per, region.code))}  # fmt: skip
        found = [pair for pair in found if pair[0].figure.code in inside]
    if not found:
        return None
    found.sort(key=lambda pair: (-_times(pair[0]), by_name(pair[0].figure.naam)))
    judged, one = found[0]
    figure, times = judged.figure, _times(judged)
    low, high = judged.others or (0.0, 0.0)
    least = "" if figure.is_exact and low == high else "minstens "
    ends = [dutch.number(100 * end, indicator.decimals) for end in (low, high)]
    others = ends[0] if ends[0] == ends[1] else "–".join(ends)
    years = {3: "drie", 4: "vier"}[len(one.years)]
    also = dutch.joined([pair[0].figure.naam for pair in found[1:4]])
    more = f" Dat geldt ook voor {also}{' en andere' if len(found) > 4 else ''}." if also else ""
    return notice(
        "school",
        f"{figure.naam} verwees in {one.years[0]} tot en met {one.years[-1]} samen {least}"
        f"{dutch.number(times, 1)} keer zo vaak naar het vso als de andere scholen voor "
        f"{KINDS[one.kind]}: {wording.teller(figure)} keer op "
        f"{wording.interval(figure.noemer, figure.noemer_max)} leerlingen, {years} jaren opgeteld "
        f"({wording.value(figure, indicator)} tegen {others}{dutch.SPACE}%). Dat is meer dan toeval "
        f"verklaart.{more}",
        indicator,
        times,
        about=f"instroom van {figure.code}",
        schooljaar=last,
        onderdeel="stroom",
        vergelijk=one.kind,
    )


def _times(judged: Judged) -> float:
    """How many times the share of the others it surely is."""
    high = judged.others[1] if judged.others else 0.0
    return (judged.figure.waarde or 0.0) / (100 * high) if high else math.inf
