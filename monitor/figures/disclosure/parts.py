"""The parts of uitsplitsingen: which of them have a row, and who is left beside those.

A part has a row only where it is published as not few, of something and in some period: any other
would be there by one pupil (`frame.said`). So whoever looks does not see how the others are divided,
but takes them from the whole as one group, and that group may be few as well. Which rows there are
hangs on how wide the classes became: it is looked at again until nothing changes.
"""

from collections.abc import Collection, Mapping

from monitor.figures.disclosure.counts import Count, Ends
from monitor.figures.disclosure.frame import COURSE
from monitor.figures.disclosure.publishing import Publication


NEAR = "binnen"
"""The uitsplitsing of which each part counts the same pupils, or more."""


class Parts:
    """The parts of a publication beside their wholes."""

    def __init__(self, publication: Publication, numbers: Mapping[Count, Ends]) -> None:
        self.publication, self.numbers = publication, numbers
        self.tables: dict[tuple[str, Count], list[Count]] = {}
        """(uitsplitsing, total) → its parts."""
        for count in numbers:
            breakdown, is_part, _ = count.uitsplitsing.partition("=")
            total = count._replace(uitsplitsing="")
            if is_part and breakdown not in (COURSE, NEAR) and total in numbers:
                self.tables.setdefault((breakdown, total), []).append(count)
        self.elsewhere: list[tuple[int, list[tuple[Count, int]], int]] = []
        """(whole, parts with their numbers, who is left) of parts that have their rows in another
        table than their whole: the reasons of a day in the group of a year."""

    def add(self) -> None:
        """A total is the sum of its parts, and of who has none of them."""
        for (_, total), parts in self.tables.items():
            for end in (0, 1):
                whole = self.numbers[total][end]
                numbers = [self.numbers[part][end] for part in parts]
                rest = self.publication.left(whole, numbers)
                if rest == 0:
                    self.publication.sum(whole, numbers, splits=True)
                elif rest > 0:
                    left = self.publication.unpublished((rest, rest))
                    self.publication.sum(whole, [*numbers, left], splits=True)

    def widen(self) -> set[Count]:
        """Widen the publication until nothing small follows, from the parts that have a row by
        then either; those that have none."""
        named = self._named()
        while True:
            self._beside(named)
            self.publication.widen()
            left = self._named()
            if left == named:
                every = (part for parts in self.tables.values() for part in parts)
                return {part for part in every if part.uitsplitsing not in named}
            named = left

    def _named(self) -> set[str]:
        """As `Release.known_parts` says it of what is published now."""
        published, minimum = self.publication.published, self.publication.minimum
        return {
            count.uitsplitsing
            for count, (low, _) in self.numbers.items()
            if published[low][0] >= minimum
        }

    def _beside(self, named: Collection[str]) -> None:
        few = float(self.publication.minimum - 1)
        for (_, total), parts in self.tables.items():
            for end in (0, 1):
                numbers = [self.numbers[part][end] for part in parts]
                seen = [self.numbers[part][end] for part in parts if part.uitsplitsing in named]
                for number in set(numbers).difference(seen, self.publication.fixed):
                    if self.publication.published[number] == (1.0, few):
                        # That somebody is in it would be told by its row.
                        self.publication.published[number] = 0.0, few
                self.publication.rests(self.numbers[total][end], numbers, seen)
        for whole, found, left in self.elsewhere:
            seen = [number for part, number in found if part.uitsplitsing in named]
            self.publication.rest(whole, [*(number for _, number in found), left], seen)
