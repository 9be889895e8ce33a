"""Changes in parts of a samenwerkingsverband that its whole does not show, looked at often."""

from typing import NamedTuple

from monitor.access import Viewer
from monitor.compare import breaks
from monitor.compare.attention.notice import Notice, Series, moment_of, notice, when
from monitor.figures import levels, wording
from monitor.figures.chance import fall, holm, rise
from monitor.figures.door import Figure, Indicator, figures
from monitor.figures.levels import Region
from monitor.store.store import Store
from monitor.values import dutch
from monitor.values.collation import by_name


LEVELS = ("subregio", "gemeente")


class Moved(NamedTuple):
    """A part that changed beyond chance between two periods."""

    per: str
    now: Figure
    before: Figure
    chance: float
    """How often so much would happen by itself, of this part alone."""


def fits(indicator: Indicator) -> bool:
    """Whether chance says something about two periods of it: shares of a flow."""
    return indicator.flow and indicator.kind == "aandeel"


def moved(
    store: Store, viewer: Viewer, indicator: Indicator, swv: str, per: str, now: str, before: str,
    is_up: bool,
) -> list[Moved]:  # fmt: skip
    """The parts of one level that rose (or fell), the least likely first; corrected for how many
    of them are looked at (Holm, 5 % for a level and a way together)."""
    if not fits(indicator) or per not in indicator.levels:
        return []
    if list(breaks.other_sources(store, indicator, (before, now))):
        return []
    found = [
        {f.code: f for f in figures(store, viewer, indicator, per, period=one, within=("swv", swv))}
        for one in (now, before)
    ]
    pairs = [
        (figure, found[1][code])
        for code, figure in found[0].items()
        if code in found[1] and code != levels.UNKNOWN
    ]
    # A part of which nothing is known was looked at too.
    chances = [(rise if is_up else fall)(*pair) for pair in pairs]
    beyond = holm([1.0 if chance is None else chance for chance in chances])
    out = [
        Moved(per, *pair, chance)
        for pair, chance, is_beyond in zip(pairs, chances, beyond, strict=True)
        if is_beyond and chance is not None
    ]
    return sorted(out, key=lambda one: (one.chance, by_name(one.now.naam)))


def worse_parts(store: Store, viewer: Viewer, region: Region, series: Series) -> list[Notice]:
    """Of each flow the parts that went the wrong way since a year before, subregio's first: what
    is said of a subregio is not said again of its gemeenten."""
    if region.per != "swv":
        return []
    out = []
    for indicator, found in series.items():
        if not fits(indicator) or indicator.direction == "geen" or len(found) < 2:
            continue
        if not is_a_year(found[-2], found[-1]):
            continue
        for per in LEVELS:
            parts = moved(
                store, viewer, indicator, region.swv, per, found[-1].periode, found[-2].periode,
                indicator.direction == "lager",
            )  # fmt: skip
            if parts:
                out.append(_notice(indicator, parts))
                break
    return out


def _notice(indicator: Indicator, parts: list[Moved]) -> Notice:
    one = parts[0]
    return notice(
        "regio",
        f"{indicator.short} ging in {sentence(indicator, parts)}.",
        indicator,
        -one.chance,
        f"{indicator.name} in {one.per} {one.now.code}",
        **moment_of(one.now, indicator),
        regio=f"{one.per}:{one.now.code}",
    )


def sentence(indicator: Indicator, parts: list[Moved]) -> str:
    """subregio Oost van 0,56 % in … naar 0,90 % in … (van 42 naar 67 nieuwe tlv's); dat …"""
    one = parts[0]
    counts = f"van {wording.teller(one.before)} naar {wording.teller(one.now)} {indicator.teller}"
    also = dutch.joined([part.now.naam for part in parts[1:]])
    return (
        f"{levels.LEVEL_TITLES[one.per]} {one.now.naam} van {wording.value(one.before, indicator)} "
        f"{when(one.before, indicator)} naar {wording.value(one.now, indicator)} "
        f"{when(one.now, indicator)} ({counts}); dat is meer dan toeval verklaart"
        + (f", net als in {also}" if also else "")
    )


def is_a_year(before: Figure, now: Figure) -> bool:
    """Whether two figures are one year apart, to the day."""
    apart = int(now.periode[:4]) - int(before.periode[:4])
    return apart == 1 and now.periode[4:7] == before.periode[4:7]
