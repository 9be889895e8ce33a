"""What was published stays in force: a new release stands beside the old one, which everybody may
have written down.

Of a closed period a class is shown again as it was, and the rest is widened beside it. When the
count turns out otherwise (a corrected delivery) the new class holds the old one, so that the two
together say no more than the old one did, and is shown as a correction with its date. A higher
threshold, or another one that does not nest, gives the class that holds both.
"""

import datetime as dt
from collections.abc import Iterable, Mapping

from monitor.figures.disclosure.counts import Count, Ends
from monitor.figures.disclosure.publishing import Publication
from monitor.figures.disclosure.tightening import Interval
from monitor.store.journal.publications import Kept, Published


SUMMER = 8
"""The month in which a schooljaar begins."""


def is_closed(periode: str, today: dt.date) -> bool:
    """Whether a period is over: 2024-2025 | 2025-10-31 | 2025-10 | 2025."""
    if len(periode) == 9:
        return today >= dt.date(int(periode[5:]), SUMMER, 1)
    return periode < today.isoformat()[: len(periode)]


def respect(
    publication: Publication,
    numbers: Mapping[Count, Ends],
    truths: Mapping[Count, Interval],
    kept: Kept,
) -> set[Count]:
    """Give counts the class that they were published in. Returns those that turned out otherwise;
    in a period without any nothing of it is widened further, as that takes nothing back."""
    known = {count: kept[count] for count in numbers if count in kept}
    other = {
        count
        for count, one in known.items()
        if truths[count][0] < one.low or one.high < truths[count][1]
    }
    changed = {count.periode for count in other}
    for count, one in known.items():
        low = publication.published[numbers[count][0]][0]
        high = publication.published[numbers[count][1]][1]
        # Of who certainly counts and who possibly does one class is published, which holds both.
        # Of a wider class of now only what was said before is new to nobody.
        ends = (min(low, one.low), max(high, one.high)) if count in other else (one.low, one.high)
        for number in set(numbers[count]):
            publication.published[number] = ends
            if count.periode not in changed:
                publication.fixed.add(number)
    return other


def to_keep(
    intervals: Mapping[Count, Interval],
    corrected: Iterable[Count],
    kept: Kept,
    definitie: str,
    today: dt.date,
) -> dict[Count, Published]:
    """What of a release is kept from now on: of periods that are over."""
    now = set(corrected)
    return {
        count: Published(*ends, definitie, today if count in now else _corrected(kept.get(count)))
        for count, ends in intervals.items()
        if is_closed(count.periode, today)
    }


def _corrected(one: Published | None) -> dt.date | None:
    return None if one is None else one.corrected
