"""Counts of 1-4 pupils are hidden from everybody but the staff of the SWV itself.

This is the primary rule. The complementary and linked rules, which keep a hidden
count from being computed back, come behind this same function.
"""

from typing import TYPE_CHECKING

from monitor.access import Viewer


if TYPE_CHECKING:
    from monitor.indicators import Figure


MINIMUM = 5
"""The smallest count that is shown (decision 6)."""
LAST = float(MINIMUM - 1)
"""The largest that is hidden."""


def protect(figure: "Figure", viewer: Viewer, is_of_pupils: bool = False) -> "Figure":
    """The figure as this viewer may see it: a small teller becomes the interval 1-4, hidden.

    So does a small noemer, with its teller: of four thuiszitters none without a plan is four.
    `is_of_pupils`: counted from rows of single pupils. An interval of those, such as 3-6, says how
    many there are at least; one of a public source says no more than that source does.
    """
    if viewer.sees_exact:
        return figure
    hidden = figure._replace(waarde=None, waarde_max=None, is_hidden=True)
    if _is_small(figure.noemer, figure.noemer_max):
        return hidden._replace(teller=0.0, teller_max=LAST, noemer=1.0, noemer_max=LAST)
    if _is_small(figure.teller, figure.teller_max):
        return hidden._replace(teller=1.0, teller_max=LAST)
    if is_of_pupils and (_has_small_end(*figure[4:6]) or _has_small_end(*figure[6:8])):
        return hidden._replace(teller=None, teller_max=None, noemer=None, noemer_max=None)
    return figure


def _has_small_end(low: float | None, high: float | None) -> bool:
    return any(end is not None and 0 < end < MINIMUM for end in (low, high))


def _is_small(low: float | None, high: float | None) -> bool:
    return low is not None and high is not None and high < MINIMUM and high > 0
