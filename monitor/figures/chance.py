"""Whether two figures differ by more than chance: one rule, said in words and computed."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


CHANCE_RULE = (
    "Of een verschil toeval kan zijn, zegt de monitor alleen waar elke periode andere gevallen telt: "
    "een stroom, zoals nieuwe verwijzingen en voortijdig schoolverlaters. Van een stand, zoals de "
    "deelname of het aantal thuiszitters, en van de dekking zegt de monitor dat niet: wie geteld is, "
    "was er, en een jaar later zijn het grotendeels dezelfde leerlingen. Daar staat het verschil zelf, "
    "met een jaar en met vijf jaar eerder. Bij een stroom heet een verschil groter dan toeval als het "
    "buiten de marge valt waarbinnen het in 95 van de 100 gevallen blijft als er eigenlijk niets "
    "veranderde: het 95%-interval van het verschil tussen twee percentages, volgens Agresti en Caffo. "
    "Staat er een interval of een klasse, dan moet dat gelden voor elke waarde die mogelijk is. Staat "
    "er dat iets toeval kan zijn, dan is niet gezegd dat er niets aan de hand is. Van gemeenten en "
    "subregio's bekijkt de monitor er veel tegelijk, en dan valt er vanzelf een op; daarom gelden daar "
    "strengere grenzen (Holm). Scholen worden vergeleken over de laatste vier schooljaren samen, met "
    "de andere scholen met dezelfde niveaus."
)
"""For the page Begrippen; the whole method is in `docs/statistiek.md`."""

Z = 1.96


def is_chance(now: "Figure", before: "Figure", indicator: "Indicator") -> bool | None:
    """Whether a difference is within chance; None when that cannot be said.

    Shares: the 95 % interval of Agresti and Caffo for a difference of two proportions holds 0.
    Counts: given their sum, the larger one is no rarer than 1 in 40 under an even split (Poisson).
    Of intervals the ends nearest to each other are compared: the smallest possible difference.
    """
    if now.is_hidden or before.is_hidden:
        return None
    low, high = (before, now) if _lowest(now) > _lowest(before) else (now, before)
    if indicator.kind == "aantal":
        return _is_chance_of_counts(low.teller_max, high.teller)
    if indicator.kind != "aandeel":
        return None
    # The smallest possible difference: the lower share as high as it can be, and the other way.
    one = _share(low, low.teller_max, low.noemer, low.waarde_max)
    other = _share(high, high.teller, high.noemer_max, high.waarde)
    if one is None or other is None:
        return None
    margin = Z * math.sqrt(one[1] + other[1])
    return other[0] - one[0] <= margin


def tail(k: int, n: int, share: float) -> float:
    """How often, of n with this chance each, there are k or more (binomial, one-sided)."""
    if k <= 0:
        return 1.0
    if share <= 0 or k > n:
        return 0.0
    if share >= 1:
        return 1.0
    # Here, because it takes a third of a second, and most commands say nothing of chance.
    from scipy.special import betainc

    return float(betainc(k, n - k + 1, share))


def is_said_chance(now: "Figure", before: "Figure", indicator: "Indicator") -> bool:
    """Whether a sentence says that a difference can be chance: of a share of a flow only. Of a stand
    nothing is said, because those who were counted were there, and mostly a year before too."""
    return (
        indicator.flow and indicator.kind == "aandeel" and bool(is_chance(now, before, indicator))
    )


def rise(now: "Figure", before: "Figure") -> float | None:
    """How often, of as many cases in two periods together, so many or more would fall in the last
    by chance alone: an exact conditional test of two rates, one-sided. Of intervals what is nearest
    to no rise at all; None where a number is not known or hidden."""
    ends = (now.teller, now.noemer_max, before.teller_max, before.noemer)
    if now.is_hidden or before.is_hidden or any(end is None for end in ends):
        return None
    many, most, few, least = (float(end or 0) for end in ends)
    if not most or not least:
        return None
    # Half a case is rounded to what is nearest to no rise.
    high, low = math.floor(many), math.ceil(few)
    return tail(high, high + low, most / (most + least))


def fall(now: "Figure", before: "Figure") -> float | None:
    """The same of fewer: a rise read backwards."""
    return rise(before, now)


def holm(chances: Sequence[float], level: float = 0.05) -> list[bool]:
    """Which of several looks are beyond chance, so that with none at all one of them is called so
    at most `level` of the time (Holm, 1979): the smallest against a m-th of it, the next against
    a (m-1)-th, until one is not."""
    found = [False] * len(chances)
    for rank, place in enumerate(sorted(range(len(chances)), key=lambda i: chances[i])):
        if chances[place] > level / (len(chances) - rank):
            break
        found[place] = True
    return found


def _share(
    figure: "Figure", teller: float | None, noemer: float | None, value: float | None
) -> tuple[float, float] | None:
    """(share, variance), with one success and one failure added (Agresti and Caffo)."""
    if figure.noemer is None and figure.noemer_max is None and value is not None:
        return value / 100, 0.0  # A published share of the country: taken as it is.
    if teller is None or not noemer:
        return None
    share = (min(teller, noemer) + 1) / (noemer + 2)
    return share, share * (1 - share) / (noemer + 2)


def _is_chance_of_counts(small: float | None, large: float | None) -> bool | None:
    """Two Poisson counts: is `large` within what an even split of both gives in 95 of 100?"""
    if small is None or large is None:
        return None
    if large <= small:
        return True
    return tail(round(large), round(small) + round(large), 0.5) > 0.025


def _lowest(figure: "Figure") -> float:
    return -math.inf if figure.waarde is None else figure.waarde
