"""Classes that are wider by what stands beside them and never by the number itself.

To widen a class only when it would give something away gives itself away: with seven gemeenten of
one pupil each only totals of 7 to 9 have to be widened to 5-14, so that each gemeente is at most 3.
So here a border between two classes goes when the class on either side of it would give something
away, given what is published of the parts, and both sides get the same wider class. Of a whole that
is hidden itself no part says more than "fewer than five", nobody included.
"""

import math
from collections.abc import Iterator, Sequence

from monitor.figures.disclosure.published_counts import PublishedCounts
from monitor.figures.disclosure.tightening import Interval, Sum


FREE: Interval = (math.inf, -math.inf)
"""(a number that a count must be able to stay at or below, one that it must reach): nothing asked."""


def coarsen(publication: PublishedCounts) -> None:
    """Widen `published` where its parts ask for it."""
    _hide_under_hidden(publication)
    of_whole: dict[int, list[Sum]] = {}
    for one in publication.sums:
        of_whole.setdefault(one[0], []).append(one)
    known = [*publication.published]
    asked: dict[int, Interval] = {}
    for count in _parts_first(len(publication.truths), of_whole):
        asked[count] = _settle(publication, count, of_whole.get(count, ()), known, asked)


def _hide_under_hidden(publication: PublishedCounts) -> None:
    """A hidden whole hides how it is divided, else two hidden parts would make it two at least."""
    few = float(publication.minimum - 1)
    below: dict[int, list[int]] = {}
    for whole, parts in publication.splits:
        below.setdefault(whole, []).extend(parts)
    todo = [
        at
        for at in {whole for whole, parts in publication.splits if len(parts) > 1}
        if publication.published[at] in ((1.0, few), (0.0, few)) and at not in publication.fixed
    ]
    while todo:
        for part in below.get(todo.pop(), ()):
            own = publication.published[part]
            if own[1] > few or own == (0.0, few) or part in publication.fixed:
                continue
            publication.published[part] = (0.0, few)
            publication.widened.append(part)
            todo.append(part)


def _parts_first(many: int, of_whole: dict[int, list[Sum]]) -> Iterator[int]:
    """All counts, each after those that it is the sum of."""
    done = [False] * many
    for start in range(many):
        stack = [(start, False)]
        while stack:
            count, is_ready = stack.pop()
            if is_ready:
                yield count
                continue
            if done[count]:
                continue
            done[count] = True
            stack.append((count, True))
            stack.extend(
                (part, False)
                for _, parts in of_whole.get(count, ())
                for part in parts
                if not done[part]
            )


def _settle(
    publication: PublishedCounts,
    count: int,
    sums: Sequence[Sum],
    known: list[Interval],
    asked: dict[int, Interval],
) -> Interval:
    """Widen one count, and what must stay possible for it. `known`: of each count before it what
    its class and its parts say together."""
    few = float(publication.minimum - 1)
    low, high = publication.published[count]
    most, least = FREE
    from_below, from_above = publication.limits.get(count, (0.0, math.inf))
    for _, parts in sums:
        ends = [known[part] for part in parts]
        least_of_all = sum(end[0] for end in ends)
        endless = sum(math.isinf(end[1]) for end in ends)
        most_of_all = sum(end[1] for end in ends if not math.isinf(end[1]))
        from_below = max(from_below, least_of_all)
        from_above = min(from_above, math.inf if endless else most_of_all)
        for part, (own_low, own_high) in zip(parts, ends, strict=True):
            at_most, at_least = asked.get(part, FREE)
            if at_least == -math.inf:
                continue
            if endless == 0 or (endless == 1 and math.isinf(own_high)):
                others = most_of_all - (0 if math.isinf(own_high) else own_high)
                most = min(most, at_most + others)
            least = max(least, at_least + least_of_all - own_low)
    if count not in publication.locked and count not in publication.fixed and high > few:
        wide = _without_borders(publication, (low, high), (most, least), (from_below, from_above))
        if wide != (low, high):
            publication.published[count] = wide
            publication.widened.append(count)
    now = publication.published[count]
    known[count] = max(now[0], from_below), min(now[1], from_above)
    if (low, high) in ((1.0, few), (0.0, few)):
        return min(most, 1.0), max(least, few)
    return most, least


def _without_borders(
    publication: PublishedCounts, published: Interval, need: Interval, possible: Interval
) -> Interval:
    """A class without the borders that may not be: where it could end below what must be reached,
    or begin above what it must be able to stay below."""
    step = publication.minimum
    low, high = published
    most, least = need

    def is_allowed(border: float) -> bool:
        # What cannot be is on no side of it; a hidden whole is another publication.
        if border <= step or border - 1 < possible[0] or border > possible[1]:
            return True
        return border - 1 >= least and border <= most

    while low > 0 and not is_allowed(low):
        low -= step
    while not math.isinf(high) and not is_allowed(math.floor(high) + 1):
        high += step
    return low, high
