"""What changed since a year before, in about four sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitor.access import Viewer
from monitor.compare.attention import regional_rules
from monitor.compare.attention.notice import STANDS, Series, gap, lower, when
from monitor.compare.attention.regional_rules import is_a_year
from monitor.figures import counted_where, differences, levels, wording
from monitor.figures.chance import is_chance, is_said_chance
from monitor.figures.door import Figure, Indicator, figures
from monitor.figures.levels import Region
from monitor.store.store import Store
from monitor.values import dutch, moments
from monitor.values.collation import by_name


@dataclass(frozen=True)
class Change:
    """One sentence about an indicator."""

    indicator: Indicator
    sentence: str


def changes(
    store: Store, viewer: Viewer, region: Region, series: Series, per: str, most: int = 4
) -> list[Change]:
    """What chance does not explain, the leading indicator, the part of the region that moved most,
    and what else moved most; what can be chance last.

    Only between a figure and the one of exactly a year before.
    """
    steps = [
        (indicator, found[-1], found[-2])
        for indicator, found in series.items()
        if len(found) > 1
        and is_a_year(found[-2], found[-1])
        and not counted_where.is_without_school(found[-1], indicator)
    ]
    newest = max((_year(i, now) for i, now, _ in steps), default=0)
    out = [*_beyond(store, viewer, region, steps)]
    steps = [step for step in steps if _year(step[0], step[1]) == newest]
    lead = next((indicator for indicator in series if indicator.theme == "deelname"), None)
    for i, now, before in steps:
        if i == lead:
            out.append(Change(i, _sentence(i, now, before, _first_of(series[i]))))
            if per in i.levels and region.per != per:
                moved_most = _moved_most(store, viewer, region, i, per, now, before)
                out += [Change(i, moved_most)] if moved_most else []
    said = {change.indicator for change in out}
    others = [step for step in steps if step[0] not in said and gap(step[1], step[2])]
    others.sort(key=lambda step: (_may_be_chance(*step), -_relative(step[1], step[2])))
    out += [Change(i, _sentence(i, now, before, _first_of(series[i]))) for i, now, before in others]
    return out[:most]


def _year(indicator: Indicator, figure: Figure) -> int:
    """A schooljaar counts when it is over; of need and offer, which are a stand, when it begins."""
    is_begun = indicator.theme in STANDS and indicator.moment == "schooljaar"
    return int(figure.periode[:4]) if is_begun else moments.year(figure.periode)


Step = tuple[Indicator, Figure, Figure]


def _beyond(store: Store, viewer: Viewer, region: Region, steps: Sequence[Step]) -> list[Change]:
    """Of each flow what changed beyond chance: the whole, else its parts, either way. Also of an
    earlier year than the newest figure: a schooljaar ends before the next count."""
    out = []
    for indicator, now, before in steps:
        if not regional_rules.fits(indicator):
            continue
        if _is_beyond(store, viewer, region, indicator, now, before):
            words = _sentence(indicator, now, before)
            out.append(Change(indicator, f"{words[:-1]}; dat is meer dan toeval verklaart."))
            continue
        if region.per != "swv":
            continue
        for per in regional_rules.LEVELS:
            found = [
                part
                for is_up in (True, False)
                for part in regional_rules.moved(
                    store, viewer, indicator, region.swv, per, now.periode, before.periode, is_up
                )
            ]
            if found:
                found.sort(key=lambda part: part.chance)
                start = f"{indicator.short} ging in {regional_rules.sentence(indicator, found)}"
                out.append(Change(indicator, f"{start}."))
                break
    return out


def _is_beyond(
    store: Store, viewer: Viewer, region: Region, indicator: Indicator, now: Figure, before: Figure
) -> bool:
    if region.per not in regional_rules.LEVELS:
        return is_chance(now, before, indicator) is False
    return any(
        part.now.code == region.code
        for is_up in (True, False)
        for part in regional_rules.moved(
            store, viewer, indicator, region.swv, region.per, now.periode, before.periode, is_up
        )
    )


def _may_be_chance(indicator: Indicator, now: Figure, before: Figure) -> bool:
    return is_said_chance(now, before, indicator)


def _first_of(found: Sequence[Figure]) -> Figure | None:
    """The oldest of the last five years, where it is older than the one a year before."""
    last = moments.year(found[-1].periode)
    recent = [f for f in found[:-2] if last - 5 <= moments.year(f.periode) < last - 1]
    return recent[0] if recent else None


def _sentence(
    indicator: Indicator, now: Figure, before: Figure, first: Figure | None = None
) -> str:
    """Vso-deelname: 3,9 % op 1 oktober 2025, 0,1 procentpunt hoger dan een jaar eerder en 0,5
    procentpunt hoger dan op 1 oktober 2021."""
    words = differences.change(now, before, indicator)
    start = f"{indicator.short}: {wording.value(now, indicator)} {when(now, indicator)}, "
    if words == "gelijk":
        return f"{start}net als een jaar eerder{_since(indicator, now, first)}."
    if words == "misschien gelijk":
        return f"{start}niet te zeggen of het verschilt van een jaar eerder: {differences.why_unsure(now, before)}."
    if words == dutch.UNKNOWN:
        return f"{start}het verschil met een jaar eerder is onbekend."
    chance = ""
    if is_said_chance(now, before, indicator):
        chance = "; dat verschil kan toeval zijn"
    return f"{start}{words} dan een jaar eerder{chance or _since(indicator, now, first)}."


def _since(indicator: Indicator, now: Figure, first: Figure | None) -> str:
    """en 0,5 procentpunt hoger dan in 2021: of a stand, where a year is a small step of many."""
    if first is None or indicator.flow:
        return ""
    words = differences.change(now, first, indicator)
    if words in ("misschien gelijk", dutch.UNKNOWN):
        return ""
    since = when(first, indicator)
    return f" en {f'gelijk aan {since}' if words == 'gelijk' else f'{words} dan {since}'}"


def _relative(now: Figure, before: Figure) -> float:
    return gap(now, before) / (before.waarde_max or 1.0)


def _moved_most(
    store: Store, viewer: Viewer, region: Region, indicator: Indicator, per: str,
    now: Figure, before: Figure,
) -> str:  # fmt: skip
    """The unit inside the region whose figure changed most."""
    inside = (region.per, region.code)
    units = [
        {
            figure.code: figure
            for figure in figures(store, viewer, indicator, per, period=one.periode, within=inside)
            if wording.is_known(figure) and figure.code != levels.UNKNOWN
        }
        for one in (now, before)
    ]
    both = [(units[0][code], units[1][code]) for code in units[0] if code in units[1]]
    if len(both) < 2:
        return ""
    # A count in full is no sample: the largest change is said, and nothing about chance.
    one, other = min(both, key=lambda pair: (-gap(*pair), by_name(pair[0].naam)))
    if not gap(one, other):
        return ""
    return (
        f"Het meest veranderde de {lower(indicator.short)} in {levels.LEVEL_TITLES[per]} "
        f"{one.naam}: van {wording.value(other, indicator)} naar {wording.value(one, indicator)}."
    )
