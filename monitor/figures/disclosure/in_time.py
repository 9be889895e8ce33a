"""The sums of counts at several moments: a year and its months, before and after, longer and shorter."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from monitor.figures.catalogue import Indicator
from monitor.figures.disclosure.counts import Count, Ends
from monitor.figures.disclosure.frame import COURSE
from monitor.figures.disclosure.proving import can_be
from monitor.figures.disclosure.publishing import EVERYTHING, Publication
from monitor.figures.disclosure.tightening import Sum


SUMMER = 8
"""The month in which a schooljaar begins."""
NEAR = 2
"""So many pupils from where a class of one count would narrow another."""
PACT = "thuis_pact"
OCW = "thuis_ocw"
LADDERS = {
    "thuiszitters": (
        "duur",
        ("tot 4 weken", "4 weken tot 3 maanden", "3 tot 6 maanden", "6 tot 12 maanden",
         "langer dan 12 maanden"),
        ((2, 1, 0), (2, 2, 0), (3, 1, 2), (3, 3, 2), (4, 1, 3), (4, 6, 3)),
    ),
    "tlv_open": (
        "wachttijd",
        ("tot 4 weken", "4 tot 8 weken", "8 tot 13 weken", "langer dan 13 weken"),
        ((2, 1, 0), (3, 1, 2), (3, 2, 0)),
    ),
}  # fmt: skip
"""What is counted by how long, and (from which step, so many months ago, from which step then): who
is at home for three months was so a month ago. A month has at most 31 days, so more than 91 days are
more than 60 a month ago."""
LONG = ("3 tot 6 maanden", "6 tot 12 maanden", "langer dan 12 maanden")
"""Of those at home by the definition of OCW the ones of the Thuiszitterspact."""


class InTime:
    """Adds to a publication what follows from what at another moment."""

    def __init__(
        self,
        publication: Publication,
        numbers: Mapping[Count, Ends],
        by_name: Mapping[str, Sequence[Count]],
        equal: Callable[[Count, Count], None],
    ) -> None:
        self.publication, self.numbers, self.by_name = publication, numbers, by_name
        self.equal = equal

    def of(self, indicator: Indicator) -> None:
        """What is true of this indicator."""
        suffix = indicator.name.removeprefix(indicator.measure)
        if indicator.measure in LADDERS:
            self._longer(indicator.name, *LADDERS[indicator.measure])
        match indicator.measure:
            case "instroom_vso_12m":
                self._rolling(indicator.name, "instroom_vso" + suffix)
                self._months(indicator.name, "instroom_vso" + suffix)
            case "thuiszitters":
                self._long(indicator.name)
            case "thuiszitters_jaar":
                self._year_has_its_days(indicator)
            case "verloop_vso":
                self._a_year_before(indicator.name)
                self._before_and_after(indicator.name)

    def _months(self, rolling: str, yearly: str) -> None:
        """Each month is in twelve of the counts over twelve months, and in a schooljaar: one that
        rises or falls says in which month somebody came."""
        last: dict[tuple[str, str], dict[Count, int]] = {}
        for count in self.by_name.get(rolling, []):
            until = 12 * int(count.periode[:4]) + int(count.periode[5:7]) - 1
            last.setdefault((count.per, count.code), {})[count] = until
        for count in self.by_name.get(yearly, []):
            if (count.per, count.code) in last:
                last[count.per, count.code][count] = 12 * int(count.periode[5:]) + SUMMER - 2
        for ends in (0, 1):
            for found in last.values():
                months = {
                    month: self.publication.unpublished(EVERYTHING)
                    for until in found.values()
                    for month in range(until - 11, until + 1)
                }
                sums: list[Sum] = [
                    (self.numbers[count][ends], tuple(months[until - ago] for ago in range(12)))
                    for count, until in found.items()
                ]
                # A school that moved to another samenwerkingsverband is counted in one year only.
                if can_be(self.publication.truths, sums):
                    for whole, parts in sums:
                        self.publication.sum(whole, parts)

    def _long(self, stock: str) -> None:
        """Who is at home for more than three months is who the Thuiszitterspact counts, but for
        somebody of whom that is not known."""
        pact = stock.replace(OCW, PACT, 1)
        if pact == stock:
            return
        long: dict[Count, list[Ends]] = {}
        for count in self.by_name.get(stock, []):
            whole = count._replace(what=pact, uitsplitsing="")
            if count.uitsplitsing.removeprefix("duur=") in LONG and whole in self.numbers:
                long.setdefault(whole, []).append(self.numbers[count])
        for whole, parts in long.items():
            for end in (0, 1):
                number, numbers = self.numbers[whole][end], [ends[end] for ends in parts]
                if self._truth(number) == sum(self._truth(part) for part in numbers):
                    self.publication.sum(number, numbers, splits=True)

    def _longer(
        self, what: str, breakdown: str, steps: Sequence[str], pairs: Iterable[tuple[int, int, int]]
    ) -> None:
        """Who is there for long was there some months ago, for shorter."""
        found: dict[tuple[str, str, str], dict[int, Ends]] = {}
        for count in self.by_name.get(what, []):
            name, _, part = count.uitsplitsing.partition("=")
            if name == breakdown and part in steps:
                place = count.per, count.code, count.periode[:7]
                found.setdefault(place, {})[steps.index(part)] = self.numbers[count]
        for (per, code, month), now in found.items():
            for step, ago, then in pairs:
                were = found.get((per, code, _earlier(month, ago)), {})
                for end in (0, 1) if were else ():
                    self._some_of(
                        [ends[end] for at, ends in now.items() if at >= step],
                        [ends[end] for at, ends in were.items() if at >= then],
                    )

    def _some_of(self, some: Sequence[int], of: Sequence[int]) -> None:
        """Those together are part of those other ones together. Left out where from their classes
        nothing follows by far: it would hang all months together."""
        left = sum(self._truth(number) for number in of) - sum(self._truth(one) for one in some)
        if left >= 0 and self._is_tight(some, of):
            together = self.publication.unpublished(EVERYTHING)
            self.publication.sum(together, of)
            self.publication.sum(together, [*some, self.publication.unpublished(EVERYTHING)])

    def _is_tight(self, some: Sequence[int], of: Sequence[int]) -> bool:
        """Whether a hidden count among them is nearly narrowed."""
        published, few = self.publication.published, self.publication.minimum - 1
        least = sum(published[one][0] for one in some)
        most = sum(published[one][1] for one in of)
        return any(
            published[one][1] <= few and least - (most - published[one][1]) > 1 - NEAR for one in of
        ) or any(
            0 < published[one][1] <= few and most - (least - published[one][0]) < few + NEAR
            for one in some
        )

    def _rolling(self, rolling: str, yearly: str) -> None:
        """Twelve months up to and with July are a schooljaar."""
        for count in self.by_name.get(rolling, []):
            year, _, day = count.periode.partition("-")
            jaar = count._replace(what=yearly, periode=f"{int(year) - 1}-{year}")
            if day == "07-31" and jaar in self.numbers:
                self.equal(count, jaar)

    def _year_has_its_days(self, indicator: Indicator) -> None:
        """In a schooljaar there are at least as many as on a day in it."""
        stock = indicator.name.replace("thuiszitters_jaar", "thuiszitters", 1)
        for count in self.by_name.get(stock, []):
            year, month = int(count.periode[:4]), int(count.periode[5:7])
            start = year - (month < SUMMER)
            jaar = count._replace(what=indicator.name, periode=f"{start}-{start + 1}")
            if jaar in self.numbers and not count.uitsplitsing:
                self.equal(count, jaar)

    def _a_year_before(self, course: str) -> None:
        for count in self.by_name.get(course, []):
            year, _, day = count.periode.partition("-")
            before = count._replace(uitsplitsing="", periode=f"{int(year) - 1}-{day}")
            if count.uitsplitsing == "verloop=stand een jaar eerder" and before in self.numbers:
                self.equal(count, before)

    def _before_and_after(self, course: str) -> None:
        """Who is there and who left are who was there and who came: it is printed on the page."""
        parts: dict[Count, dict[str, Ends]] = {}
        for count in self.by_name.get(course, []):
            breakdown, _, part = count.uitsplitsing.partition("=")
            if breakdown == COURSE:
                total = count._replace(uitsplitsing="")
                parts.setdefault(total, {})[part] = self.numbers[count]
        for total, found in parts.items():
            for end in (0, 1) if total in self.numbers else ():
                left = [ends[end] for part, ends in found.items() if part.startswith("eraf")]
                came = [ends[end] for part, ends in found.items() if not part.startswith("eraf")]
                after = [self.numbers[total][end], *left]
                everybody = sum(self._truth(number) for number in after)
                if everybody == sum(self._truth(number) for number in came):
                    ever = self.publication.unpublished((everybody, everybody))
                    self.publication.sum(ever, after)
                    self.publication.sum(ever, came)

    def _truth(self, number: int) -> float:
        return self.publication.truths[number][0]


def _earlier(month: str, ago: int) -> str:
    """2025-01, two months ago → 2024-11."""
    at = 12 * int(month[:4]) + int(month[5:7]) - 1 - ago
    return f"{at // 12}-{at % 12 + 1:02}"
