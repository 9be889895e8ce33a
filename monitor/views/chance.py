"""Whether two figures differ by more than chance: one rule, said in words and computed."""

import math
from functools import lru_cache
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from monitor.indicators import Figure, Indicator


CHANCE_RULE = (
    "Een verschil heet niet groter dan toeval als het binnen de marge valt die bij zulke aantallen "
    "vanzelf ontstaat: in 95 van de 100 gevallen blijft een verschil dat er eigenlijk niet is "
    "binnen die marge. Bij een percentage is dat het 95%-interval van het verschil tussen twee "
    "percentages, volgens Agresti en Caffo, uit teller en noemer. Een aantal is geteld, dus "
    "staat daar niets over toeval bij; alleen op de pagina Thuiszitters, en bij een punt onder "
    "‘Waar moet u naar kijken?’, telt of het verschil groter is dan de schommeling van jaar tot "
    "jaar (Poisson). Bij gemiddelden zegt de monitor niets "
    "over toeval, want de spreiding is niet bekend. Omdat grotendeels dezelfde leerlingen worden "
    "geteld, is de regel eerder te voorzichtig dan te stellig. Staat er een interval, dan telt het "
    "kleinste verschil dat mogelijk is."
)
"""For the page Begrippen."""

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


@lru_cache(maxsize=20_000)
def tail(k: int, n: int, share: float) -> float:
    """How often, of n with this chance each, there are k or more (binomial, one-sided)."""
    if k <= 0:
        return 1.0
    if share <= 0 or k > n:
        return 0.0
    if share >= 1:
        return 1.0
    logs = (
        math.lgamma(n + 1) - math.lgamma(i + 1) - math.lgamma(n - i + 1)
        + i * math.log(share) + (n - i) * math.log1p(-share)
        for i in range(k, n + 1)
    )  # fmt: skip
    return min(1.0, math.fsum(math.exp(one) for one in logs))


def is_said_chance(now: "Figure", before: "Figure", indicator: "Indicator") -> bool:
    """Whether a sentence says that a difference is chance: never of a count, because those who
    were counted were there."""
    return indicator.kind != "aantal" and bool(is_chance(now, before, indicator))


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
    total = round(small) + round(large)
    if total > 500:
        return large - small - 1 <= Z * math.sqrt(total)
    # An even split, exactly: the chance of `large` or more of the two.
    tail = sum(math.comb(total, k) for k in range(round(large), total + 1))
    return tail / 2**total > 0.025


def _lowest(figure: "Figure") -> float:
    return -math.inf if figure.waarde is None else figure.waarde
