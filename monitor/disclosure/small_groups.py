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


def protect(figure: "Figure", viewer: Viewer) -> "Figure":
    """The figure as this viewer may see it: a small teller becomes the interval 1-4, hidden."""
    if viewer.sees_exact or not _is_small(figure.teller, figure.teller_max):
        return figure
    return figure._replace(
        teller=1.0,
        teller_max=float(MINIMUM - 1),
        waarde=None,
        waarde_max=None,
        is_hidden=True,
    )


def _is_small(low: float | None, high: float | None) -> bool:
    return low is not None and high is not None and high < MINIMUM and high > 0
