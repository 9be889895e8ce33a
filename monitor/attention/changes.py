"""What changed since a year before, in about three sentences."""

from dataclasses import dataclass

from monitor import regions
from monitor.access import Viewer
from monitor.attention.notice import Series, gap, lower, when
from monitor.indicators import Figure, Indicator, figures
from monitor.regions import Region
from monitor.store import Store
from monitor.views import location, text
from monitor.views.chance import is_chance, is_said_chance


@dataclass(frozen=True)
class Change:
    """One sentence about an indicator."""

    indicator: Indicator
    sentence: str


def changes(
    store: Store, viewer: Viewer, region: Region, series: Series, per: str, most: int = 3
) -> list[Change]:
    """The leading indicator, the part of the region that moved most, and what else moved most.

    Only between a figure and the one of exactly a year before.
    """
    steps = [
        (indicator, found[-1], found[-2])
        for indicator, found in series.items()
        if len(found) > 1
        and is_a_year(found[-2], found[-1])
        and not location.is_without_school(found[-1], indicator)
    ]
    newest = max((text.year(now.periode) for _, now, _ in steps), default=0)
    steps = [step for step in steps if text.year(step[1].periode) == newest]
    lead = next((indicator for indicator in series if indicator.theme == "deelname"), None)
    out = [Change(i, _sentence(i, now, before)) for i, now, before in steps if i == lead]
    if out and lead is not None and per in lead.levels and region.per != per:
        now, before = series[lead][-1], series[lead][-2]
        moved = _moved_most(store, viewer, region, lead, per, now, before)
        out += [Change(lead, moved)] if moved else []
    others = [step for step in steps if step[0] != lead and gap(step[1], step[2])]
    others.sort(key=lambda step: -_relative(step[1], step[2]))
    out += [Change(i, _sentence(i, now, before)) for i, now, before in others]
    return out[:most]


def is_a_year(before: Figure, now: Figure) -> bool:
    """Whether two figures are one year apart, to the day."""
    apart = int(now.periode[:4]) - int(before.periode[:4])
    return apart == 1 and now.periode[4:7] == before.periode[4:7]


def _sentence(indicator: Indicator, now: Figure, before: Figure) -> str:
    """Vso-deelname was 3,9 % op 1 oktober 2025: 0,1 procentpunt hoger dan een jaar eerder."""
    words = text.change(now, before, indicator)
    start = f"{indicator.short}: {text.value(now, indicator)} {when(now, indicator)}, "
    if words == "gelijk":
        return f"{start}net als een jaar eerder."
    if words == "misschien gelijk":
        return f"{start}niet te zeggen of het verschilt van een jaar eerder: {text.why_unsure(now, before)}."
    if words == text.UNKNOWN:
        return f"{start}het verschil met een jaar eerder is onbekend."
    chance = ""
    if is_said_chance(now, before, indicator):
        chance = "; dat verschil is niet groter dan toeval"
    return f"{start}{words} dan een jaar eerder{chance}."


def _relative(now: Figure, before: Figure) -> float:
    return gap(now, before) / (before.waarde_max or 1.0)


def _moved_most(
    store: Store, viewer: Viewer, region: Region, indicator: Indicator, per: str,
    now: Figure, before: Figure,
) -> str:  # fmt: skip
    """The unit inside the region whose figure changed most, where that is more than chance."""
    inside = (region.per, region.code)
    units = [
        {
            figure.code: figure
            for figure in figures(store, viewer, indicator, per, period=one.periode, within=inside)
            if text.is_known(figure) and figure.code != regions.UNKNOWN
        }
        for one in (now, before)
    ]
    both = [(units[0][code], units[1][code]) for code in units[0] if code in units[1]]
    if len(both) < 2:
        return ""
    sure = [pair for pair in both if is_chance(*pair, indicator) is False]
    if not sure:
        return (
            f"In geen enkele {regions.LEVEL_TITLES[per]} veranderde de "
            f"{lower(indicator.short)} meer dan toeval verklaart."
        )
    one, other = max(sure, key=lambda pair: (gap(*pair), pair[0].naam))
    return (
        f"Het meest veranderde {regions.LEVEL_TITLES[per]} {one.naam}: van "
        f"{text.value(other, indicator)} naar {text.value(one, indicator)}, meer dan toeval verklaart."
    )
