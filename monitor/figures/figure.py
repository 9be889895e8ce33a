"""A figure, the question that it answers, and its value out of its counts."""

import datetime as dt
from typing import NamedTuple

from monitor.figures.catalogue import Indicator


class Figure(NamedTuple):
    """One figure of one unit, period and uitsplitsing; `_max` differs where something is hidden.

    None = unknown; a teller with no `teller_max` is "at least".
    """

    code: str
    naam: str
    periode: str
    uitsplitsing: str
    teller: float | None
    teller_max: float | None
    noemer: float | None
    noemer_max: float | None
    waarde: float | None
    waarde_max: float | None
    is_hidden: bool = False
    """Hidden by us as a small group (not by the source)."""
    is_banded: bool = False
    """Given by us as a class, so that no small group follows from it (not by the source)."""
    corrected: dt.date | None = None
    """Since when it is given in another class than before, because the count turned out otherwise."""

    @property
    def is_exact(self) -> bool:
        return self.waarde is not None and self.waarde == self.waarde_max


class Question(NamedTuple):
    """What is asked of an indicator; empty = all."""

    per: str
    period: str = ""
    breakdown: str = ""
    codes: tuple[str, ...] = ()
    within: tuple[str, str] | None = None
    """(level, code): only units inside that region."""
    swv: str = ""
    """Only what of them lies in this samenwerkingsverband."""
    possible: bool = False
    """Also who may lie there: counted in a gemeente that was divided, without a postcode."""


def value_of(
    indicator: Indicator,
    teller: float | None,
    teller_max: float | None,
    noemer: float | None,
    noemer_max: float | None,
    lowest: float | None = None,
    highest: float | None = None,
) -> tuple[float | None, float | None]:
    """(lowest, highest) value in the indicator's unit, None where unknown.

    `lowest` and `highest` are those of the vestigingen: a weighted mean lies between them.
    """
    if indicator.kind == "aantal":
        return teller, teller_max
    factor = {"aandeel": 100, "per_duizend": 1000}.get(indicator.kind, 1)
    low = high = None
    if teller is not None and noemer_max:
        low = factor * teller / noemer_max
    if teller_max is not None and noemer:
        high = factor * teller_max / noemer
    if indicator.teller_is == "deel" and high is not None:
        # Both bounds the same: then there is nobody else in the noemer.
        low = 100.0 if (teller, teller_max) == (noemer, noemer_max) else low
        high = min(high, 100.0)
    if indicator.teller_is == "gewogen" and low != high and lowest is not None:
        assert highest is not None
        low = lowest if low is None else max(low, lowest)
        high = highest if high is None else min(high, highest)
    return low, high
