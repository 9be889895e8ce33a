"""The words of schools beside schools like them: what chance explains, and what it does not."""

from collections.abc import Sequence

from monitor.compare.school_kinds import KINDS
from monitor.compare.schools_that_stand_out import Alike, Judged
from monitor.figures import wording
from monitor.figures.binomial import NARROW, WIDE, Verdict
from monitor.figures.door import Indicator
from monitor.values import dutch
from monitor.views.charts.funnel import MOST_NAMED


WHICH = (
    "Hier staan alleen scholen met dezelfde niveaus, en alleen tlv's waarvan de school van herkomst "
    "bekend is. Daarom is ‘samen’ anders dan het cijfer van het hele samenwerkingsverband."
)


def sentence(found: Sequence[Alike], indicator: Indicator) -> str:
    """Over de vier schooljaren … verwijst 1 van de 40 scholen vaker dan toeval verklaart: A …"""
    every = [judged for one in found for judged in one.schools]
    judged_ones = [judged for judged in every if judged.verdict is not Verdict.OPEN]
    start = f"Over {span(found[0])} samen"
    above = outside(found)
    below = sum(judged.verdict is Verdict.BELOW for judged in every)
    if not judged_ones:
        return f"{start} is van geen school te zeggen of zij anders verwijst dan de andere."
    verb = "verwijst" if below == 1 else "verwijzen"
    less = f" {below} {verb} minder vaak dan toeval verklaart." if below else ""
    rest = len(every) - len(judged_ones)
    unsaid = f" Van {rest} is niets te zeggen." if rest else ""
    if not above:
        return (f"{start} is van geen van de {len(every)} scholen te zeggen dat zij vaker verwijst dan "
                f"toeval verklaart.{less}{unsaid}")  # fmt: skip
    names = [f"{one.figure.naam} ({wording.value(one.figure, indicator)}, de andere scholen met "
             f"dezelfde niveaus {_others(one, indicator)})" for one in above]  # fmt: skip
    verb = "verwijst" if len(above) == 1 else "verwijzen"
    some = dutch.joined(names) if len(names) <= 4 else (
        f"{', '.join(names[:3])} en {len(names) - 3} andere")  # fmt: skip
    return (f"{start} {verb} {len(above)} van de {len(every)} scholen vaker dan toeval verklaart: "
            f"{some}.{less}{unsaid}")  # fmt: skip


def between(found: Sequence[Alike], indicator: Indicator) -> str:
    """Nog vijf scholen liggen boven de grens van 95 %, maar binnen die van 99,8 %; … "" of none."""
    every = [judged for one in found for judged in one.schools]
    many_judged = sum(judged.verdict is not Verdict.OPEN for judged in every)
    high = sorted((judged for judged in every if judged.verdict is Verdict.HIGH),
                  key=lambda judged: -(judged.figure.waarde or 0))  # fmt: skip
    if not high:
        return ""
    # Of schools that are alike 2.5 % lie above the narrow limit and 0.1 % above the wide one.
    expected = round(many_judged * (NARROW - WIDE))
    # Of a class it is said only where it holds for every number in it: that is so of fewer.
    about = "hoogstens" if any(judged.figure.is_banded for judged in every) else "ongeveer"
    usual = {0: "minder dan één", 1: f"{about} één"}.get(expected, f"{about} {expected}")
    names = [f"{one.figure.naam} ({wording.value(one.figure, indicator)})" for one in high]
    verb = "school ligt" if len(high) == 1 else "scholen liggen"
    return (
        f"{len(high)} {verb} boven de grens van 95 %, maar binnen de ruime grens (99,8 %); bij "
        f"{many_judged} scholen die gelijk zijn, verwacht u er daar {usual}: {dutch.joined(names)}."
    )


def outside(found: Sequence[Alike]) -> list[Judged]:
    """The schools that refer more than chance explains, highest first."""
    every = [judged for one in found for judged in one.schools if judged.verdict is Verdict.ABOVE]
    return sorted(every, key=lambda judged: -(judged.figure.waarde or 0))


def named(found: Sequence[Alike]) -> list[Judged]:
    """Those of them that are named, one by one."""
    return outside(found)[:MOST_NAMED]


def too_few(one: Alike) -> str:
    years = "dit ene jaar" if len(one.years) == 1 else "deze twee schooljaren"
    return (
        f"In {years} is van geen school te zeggen of zij vaker of minder vaak verwijst dan de andere: "
        "per school gaat het om een handvol tlv's. Daarvoor zijn minstens drie schooljaren achter "
        "elkaar nodig."
    )


def together(one: Alike, indicator: Indicator) -> str:
    about = (
        "ongeveer " if any(f.figure.is_hidden or f.figure.is_banded for f in one.schools) else ""
    )
    share = dutch.percentage(100 * one.share, indicator.decimals)
    return f"De {len(one.schools)} scholen voor {KINDS[one.kind]}: samen {about}{share}."


def how_to_read(region: str = "") -> str:
    """Under the drawing; `region` where its schools are blue."""
    return (
        "Hoe kleiner de school, hoe meer toeval. Van scholen die eigenlijk gelijk zijn, liggen er "
        "95 van de 100 in het grijze vlak: van twintig scholen ligt er dus gewoonlijk één buiten. "
        "Tussen de gestippelde lijnen liggen er 998 van de 1.000; alleen daarbuiten is toeval geen "
        "goede verklaring meer. Dat is een vraag waard, geen oordeel: leerlingen verschillen ook. De "
        "lijnen horen bij alle scholen van deze groep samen; elke school zelf is vergeleken met de "
        "andere, zonder haarzelf." + (f" Blauw is {region}." if region else "")
    )


def not_drawn(hidden: int, few: str) -> str:
    return (
        f"{hidden} scholen met in een van de jaren {few} nieuwe tlv's staan niet in de tekening. Het "
        "gezamenlijke percentage is daarom een schatting."
    )


def many(one: Alike) -> str:
    return {3: "drie", 4: "vier"}[len(one.years)]


def span(one: Alike) -> str:
    """de vier schooljaren 2021-2022 tot en met 2024-2025"""
    return f"de {many(one)} schooljaren {one.years[0]} tot en met {one.years[-1]}"


def _others(one: Judged, indicator: Indicator) -> str:
    """0,97 % | 0,60–1,53 %"""
    low, high = one.others or (0.0, 0.0)
    ends = [dutch.number(100 * end, indicator.decimals) for end in (low, high)]
    return f"{ends[0] if ends[0] == ends[1] else '–'.join(ends)}{dutch.SPACE}{indicator.unit}"
