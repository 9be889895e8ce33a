"""From which published ends the bounds of counts follow, and which of those to widen: of all counts
that are too certain at once, as what makes one of them certain mostly makes others certain too."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from monitor.figures.disclosure.tightening import Interval, Sum


End = tuple[int, bool]
"""(count, whether its lowest): one end of an interval."""


def blamed_most(
    asked: Iterable[End],
    published: Sequence[Interval],
    known: Sequence[Interval],
    of: Sequence[Sequence[Sum]],
    rank: Callable[[End], tuple[float, ...]],
) -> set[End]:
    """Of each end that is asked: of the published ends from which it follows, the one with the
    highest `rank` (an order without equals; (): not to be widened).

    `known`: what follows of each count (`tightening.bounds`); `of`: the sums that each stands in.
    """
    wanted = set(asked)
    leads_to: dict[End, list[End]] = {}
    found: list[End] = []
    todo, seen = list(wanted), set(wanted)
    while todo:
        end = todo.pop()
        at, low = end
        own, bound = published[at][0 if low else 1], known[at][0 if low else 1]
        if own == bound:
            # Less than nobody is not to be published.
            if (not low or own > 0) and rank(end):
                found.append(end)
            continue
        for reason in _reasons(at, low, known, of[at]):
            leads_to.setdefault(reason, []).append(end)
            if reason not in seen:
                seen.add(reason)
                todo.append(reason)
    # From the highest down: what was reached already has a higher one.
    chosen, reached = set(), set[End]()
    for first in sorted(found, key=rank, reverse=True):
        todo = [first]
        while todo:
            end = todo.pop()
            if end in reached:
                continue
            reached.add(end)
            if end in wanted:
                chosen.add(first)
            todo.extend(leads_to.get(end, ()))
    return chosen


def _reasons(at: int, low: bool, known: Sequence[Interval], sums: Iterable[Sum]) -> Iterator[End]:
    """The ends that give a count the bound that it has, by a sum alone."""
    for whole, parts in sums:
        if not _gives(at, low, whole, parts, known):
            continue
        if at == whole:
            yield from ((part, low) for part in parts)
        else:
            yield from ((part, not low) for part in parts if part != at)
            yield whole, low


def _gives(at: int, low: bool, whole: int, parts: Sequence[int], known: Sequence[Interval]) -> bool:
    """Whether this sum alone gives a count the bound that it has."""
    end = 0 if low else 1
    if at == whole:
        return sum(known[part][end] for part in parts) == known[at][end]
    others = sum(known[part][1 - end] for part in parts if part != at)
    return known[whole][end] - others == known[at][end]
