"""Rules about what figures say: off target, turned, above the country, one part far above."""

from monitor.access import Viewer
from monitor.compare import afspraken, breaks
from monitor.compare.afspraken import AfspraakStand, AfspraakState
from monitor.compare.attention import regional_rules
from monitor.compare.attention.notice import Notice, Series, gap, moment_of, notice, when, worse
from monitor.compare.yardsticks import country
from monitor.figures import counted_where, levels, wording
from monitor.figures.chance import is_chance
from monitor.figures.door import Figure, Indicator, figures
from monitor.figures.levels import Region
from monitor.store.store import Store
from monitor.values import moments


LOOK_BACK = 5
"""Years."""
MUCH = 0.1
PUPILS = 10
"""How much worse a stand must be to be named."""
FAR_ABOVE = 1.5
MANY = 20
"""Pupils more than with the share of the rest: what is far above but is a handful stays quiet."""


def missed(
    store: Store, viewer: Viewer, region: Region, standing: AfspraakStand, series: Series
) -> Notice:
    indicator, figure, target = standing.indicator, standing.figure, standing.target
    assert indicator is not None
    assert figure is not None
    by = f"voor {target.per_jaar}" if target.per_jaar else "van het plan"
    sentence = (
        f"{indicator.short} was {wording.value(figure, indicator)} {when(figure, indicator)}; het "
        f"doel {by} is {afspraken.wanted(target, indicator)}."
    )
    first = drift(store, viewer, region, standing, series)
    if first is not None:
        sentence += (
            f" {when(first, indicator).capitalize()} was het nog {wording.value(first, indicator)}."
        )
    low, high = wording.shown(figure)
    value = low if low is not None else high or 0.0
    off = abs(value - target.streefwaarde) / (abs(target.streefwaarde) or 1)
    weight = (
        4 * (standing.state is AfspraakState.MISSED)
        + 2 * (first is not None)
        + (indicator.theme == "deelname")
        + min(off, 0.9)
    )
    return notice("doel", sentence, indicator, weight, **moment_of(figure, indicator))


def drift(
    store: Store, viewer: Viewer, region: Region, standing: AfspraakStand, series: Series
) -> Figure | None:
    """The oldest of the last years, where what is off its target was better then."""
    indicator = standing.indicator
    found = series.get(indicator, []) if indicator is not None else []
    first = _first_of(found) if found else None
    if indicator is None or first is None:
        return None
    is_worse = _is_comparably_worse(store, viewer, region, indicator, found, first)
    return first if is_worse else None


def turned(
    store: Store, viewer: Viewer, region: Region, indicator: Indicator, found: list[Figure]
) -> Notice | None:
    """Worse than the last time, else worse than some years ago; no other file in between."""
    now = found[-1]
    for before in (found[-2] if len(found) > 1 else None, _first_of(found)):
        if before is None:
            continue
        if not _is_comparably_worse(store, viewer, region, indicator, found, before):
            continue
        is_flow = regional_rules.fits(indicator)
        return notice(
            "verandering" if is_flow else "stand",
            f"{indicator.short} ging van {wording.value(before, indicator)} "
            f"{when(before, indicator)} naar {wording.value(now, indicator)} "
            f"{when(now, indicator)}{'; dat is meer dan toeval verklaart' if is_flow else ''}.",
            indicator,
            _ratio(now, before),
            **moment_of(now, indicator),
        )
    return None


def _is_comparably_worse(
    store: Store, viewer: Viewer, region: Region, indicator: Indicator, found: list[Figure],
    before: Figure,
) -> bool:  # fmt: skip
    """Whether the last figure is worse than `before`, with no other kind of file in between: of a
    flow beyond chance, of a stand, in which mostly the same pupils are, by so much."""
    now = found[-1]
    if not worse(now, before, indicator):
        return False
    if regional_rules.fits(indicator):
        if not _is_beyond(store, viewer, region, indicator, now, before):
            return False
    elif not is_much_worse(now, before, indicator):
        return False
    periods = [figure.periode for figure in found if figure.periode >= before.periode]
    return not any(
        one.is_source for one in breaks.breaks(store, indicator, region.per, region.code, periods)
    )


def _is_beyond(
    store: Store, viewer: Viewer, region: Region, indicator: Indicator, now: Figure, before: Figure
) -> bool:
    """Of a part the same as is said on the page of the whole, which looks at all parts."""
    if region.per not in regional_rules.LEVELS:
        return is_chance(now, before, indicator) is False
    parts = regional_rules.moved(
        store, viewer, indicator, region.swv, region.per, now.periode, before.periode,
        indicator.direction == "lager",
    )  # fmt: skip
    return any(part.now.code == region.code for part in parts)


def is_much_worse(now: Figure, before: Figure, indicator: Indicator) -> bool:
    """Of a stand: a tenth, and ten pupils, whatever an interval leaves open. Of means and of
    durations it is not known how many pupils that is."""
    least = gap(now, before)
    start = before.waarde_max if indicator.direction == "lager" else before.waarde
    if indicator.kind == "aantal":
        pupils = least
    elif indicator.kind == "aandeel":
        pupils = least / 100 * (now.noemer or 0.0)
    else:
        return False
    return pupils >= PUPILS and start is not None and least >= MUCH * start


def above_country(
    store: Store, viewer: Viewer, indicator: Indicator, found: list[Figure]
) -> Notice | None:
    now = found[-1]
    land = next((f for f in country(store, viewer, indicator) if f.periode == now.periode), None)
    if land is None or not worse(now, land, indicator):
        return None
    if is_chance(now, _with_noemer(land), indicator) is not False:
        return None
    return notice(
        "land",
        f"{indicator.short} was {wording.value(now, indicator)} {when(now, indicator)}; in heel "
        f"Nederland {wording.value(land, indicator)}{_of_place(indicator)}.",
        indicator,
        _ratio(now, land),
        **moment_of(now, indicator),
    )


def _of_place(indicator: Indicator) -> str:
    """What a difference between regions may come from."""
    return f" ({counted_where.SHORT})" if counted_where.is_of_place(indicator) else ""


def _with_noemer(land: Figure) -> Figure:
    """A delivered figure of the country has no noemer; it is of so many that it is hardly chance."""
    if land.noemer is not None or land.waarde is None or land.waarde_max is None:
        return land
    many = 1e6
    return land._replace(
        teller=land.waarde * many / 100, teller_max=land.waarde_max * many / 100, noemer=many,
        noemer_max=many,
    )  # fmt: skip


def outlier(
    store: Store, viewer: Viewer, region: Region, indicator: Indicator, found: list[Figure]
) -> Notice | None:
    """The part of a samenwerkingsverband that lies farthest above the rest of it."""
    per = "subregio" if indicator.name.endswith("_locatie") else "gemeente"
    fits = indicator.kind == "aandeel" and indicator.direction == "lager"
    if region.per != "swv" or not fits or per not in indicator.levels:
        return None
    now = found[-1]
    parts = figures(store, viewer, indicator, per, period=now.periode, within=("swv", region.code))
    best: tuple[float, Figure, Figure] | None = None
    for part in parts:
        rest = _without(now, part)
        if rest is None or not rest.waarde or part.waarde is None or part.code == levels.UNKNOWN:
            continue
        # Of classes the least that they can differ.
        beside = (rest.waarde_max if rest.is_banded else rest.waarde) or rest.waarde
        ratio = part.waarde / beside
        more = (part.teller or 0) - beside / 100 * (part.noemer or 0)
        is_far = ratio >= FAR_ABOVE and more >= MANY
        if is_far and is_chance(part, rest, indicator) is False and (not best or ratio > best[0]):
            best = (ratio, part, rest)
    if best is None:
        return None
    ratio, part, rest = best
    return notice(
        "uitschieter",
        f"{indicator.short} was {when(now, indicator)} in {per} {part.naam} "
        f"{wording.value(part, indicator)}, in de rest van het samenwerkingsverband "
        f"{wording.value(rest, indicator)}{_of_place(indicator)}.",
        indicator,
        ratio,
        f"{indicator.name} per {per}",
        **moment_of(part, indicator),
        per=per,
    )


def _without(whole: Figure, part: Figure) -> Figure | None:
    """The rest of a region: tellers and noemers less those of the part, which is one of those
    that add up to the whole. None where the part is hidden or unknown."""
    taken = part[4:8]
    if whole.is_banded or part.is_banded:
        # Where in its class each is, is not tied: the rest is least when the part is most.
        taken = (part.teller_max, part.teller, part.noemer_max, part.noemer)
    low, high, below, above = (
        None if one is None or other is None else max(0.0, one - other)
        for one, other in zip(whole[4:8], taken, strict=True)
    )
    if part.is_hidden or low is None or high is None or not below or not above:
        return None
    values = 100 * low / above, 100 * high / below
    return whole._replace(
        teller=low, teller_max=high, noemer=below, noemer_max=above,
        waarde=values[0], waarde_max=values[1], is_banded=whole.is_banded or part.is_banded,
    )  # fmt: skip


def _first_of(found: list[Figure]) -> Figure | None:
    """The oldest figure of the last years, when there is one before the previous."""
    if len(found) < 3:
        return None
    last = moments.year(found[-1].periode)
    recent = [figure for figure in found[:-2] if moments.year(figure.periode) >= last - LOOK_BACK]
    return recent[0] if recent else None


def _ratio(one: Figure, other: Figure) -> float:
    """How many times as much, the larger over the smaller."""
    small, large = sorted((one.waarde or 0.0, other.waarde or 0.0))
    return large / small if small else 0.0
