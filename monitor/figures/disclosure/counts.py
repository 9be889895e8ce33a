"""Which numbers of pupils there are: the same name for the same pupils, whatever indicator says it."""

from typing import NamedTuple

from monitor.figures.catalogue import Indicator


Ends = tuple[int, int]
"""The numbers, in a publication, of who certainly counts and of who possibly does."""
NO_COUNT = ("gemiddelde",)
"""Kinds of which the teller is no number of pupils."""


class Count(NamedTuple):
    """Which number of pupils."""

    what: str
    uitsplitsing: str
    periode: str
    per: str
    code: str


def names(indicator: Indicator) -> tuple[str, str]:
    """What its teller and noemer count; the same name for the same pupils ("" = no pupils)."""
    teller, noemer = indicator.counts_of
    return "" if indicator.kind in NO_COUNT else teller, noemer
