"""Parts that are shown beside their total: what is hidden may not follow from what is shown.

The primary rule (`small_groups`) hides each count on its own. Where a table has a total, one
hidden part is the total less the others; so other parts are hidden with it, the smallest first.
This holds for one table. What several tables say together is for the release as a whole.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from monitor.access import Viewer
from monitor.disclosure.small_groups import MINIMUM


if TYPE_CHECKING:
    from monitor.indicators import Figure


def is_small(low: float | None, high: float | None) -> bool:
    """Whether a count, or what is certain of it, is 1-4; of a difference the sign is nothing."""
    ends = [abs(end) for end in (low, high) if end is not None]
    return any(0 < end < MINIMUM for end in ends)


def hide(figure: "Figure") -> "Figure":
    """Hidden without saying how small: hidden for the sake of another one looks the same."""
    return figure._replace(
        teller=None, teller_max=None, waarde=None, waarde_max=None, is_hidden=True
    )


def guard(parts: Sequence["Figure"], total: "Figure | None", viewer: Viewer) -> list["Figure"]:
    """The parts as this viewer may see them beside their total, in the same order.

    Of what is hidden the sum is known; a set of them is hidden well when each can still be
    anything from 1 to 4. Without a total that can be seen, what is small is hidden and no more.
    """
    if viewer.sees_exact:
        return list(parts)
    hidden = {at for at, part in enumerate(parts) if _must_hide(part)}
    if not hidden:
        return list(parts)
    if total is not None and not total.is_hidden and total.teller is not None:
        shown = sorted(
            (part.teller or 0, at)
            for at, part in enumerate(parts)
            if at not in hidden and part.teller_max != 0
        )
        # What an earlier table hid for the sake of another part may be large.
        only_small = all(parts[at].teller_max is not None for at in hidden)
        while shown and not _is_hidden_well(parts, hidden, total, only_small):
            hidden.add(shown.pop(0)[1])
            only_small = False
        if not _is_hidden_well(parts, hidden, total, only_small):
            # So few together that even who has nobody is hidden: any of them may be nobody.
            hidden = set(range(len(parts)))
    return [hide(part) if at in hidden else part for at, part in enumerate(parts)]


def rest(parts: Sequence["Figure"], total: "Figure") -> tuple[int, float, float]:
    """(how many parts are hidden, least and most that they are together)."""
    hidden = [part for part in parts if part.is_hidden]
    shown = [part for part in parts if not part.is_hidden]
    low = (total.teller or 0) - sum(part.teller or 0 for part in shown)
    high = (total.teller_max or 0) - sum(part.teller_max or 0 for part in shown)
    return len(hidden), max(0.0, low), max(0.0, high)


def _must_hide(part: "Figure") -> bool:
    return part.is_hidden or is_small(part.teller, part.teller_max)


def _is_hidden_well(
    parts: Sequence["Figure"], hidden: set[int], total: "Figure", only_small: bool
) -> bool:
    seen = [part for at, part in enumerate(parts) if at not in hidden]
    low = (total.teller or 0) - sum(part.teller or 0 for part in seen)
    high = (total.teller_max or low) - sum(part.teller_max or 0 for part in seen)
    many, most = len(hidden), MINIMUM - 1
    if min(low, high) < many + most - 1:
        return False  # so few that one of them cannot be 4
    # When all are known to be small, so many that one of them cannot be 1 is as bad.
    return many > 1 and (not only_small or max(low, high) <= most * many - most + 1)
