"""What the matching is given, checked and put in order, per samenwerkingsverband."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from operator import attrgetter

from monitor.dekking.matching.input_faults import check
from monitor.dekking.matching.model import Arrangement, Need, Rules, Run
from monitor.dekking.matching.norms import NormLimits
from monitor.dekking.matching.outcome import Totals
from monitor.dekking.matching.solved_part import SolvedPart, solve_part


Progress = Callable[[int, int], None]
"""Called with how much is done, and of how much."""

_who = attrgetter(*(field.name for field in fields(Need) if field.name != "aantal"))
_all = attrgetter(*(field.name for field in fields(Arrangement)))


class MatchingInput:
    """Needs and arrangements. ValueError for a number below nought."""

    def __init__(self, needs: Iterable[Need], arrangements: Iterable[Arrangement]) -> None:
        every = _merged(needs)
        offers = sorted(arrangements, key=lambda one: (str(one.swv), *map(str, _all(one))))
        self.messages, homeless = check(every, offers)
        self.homeless = [need for need in every if need in homeless]
        self._needs: dict[str | None, list[Need]] = defaultdict(list)
        for need in every:
            if need not in homeless:
                self._needs[need.swv].append(need)
        self._offers: dict[str | None, list[Arrangement]] = defaultdict(list)
        for offer in offers:
            self._offers[offer.swv].append(offer)

    def parts(
        self, rules: Rules | None, run: Run, progress: Progress | None = None
    ) -> Iterator[SolvedPart]:
        """Solved, one by one."""
        limits = NormLimits(rules or Rules())
        swvs = sorted({*self._needs, *self._offers}, key=str)
        for i, swv in enumerate(swvs, start=1):
            yield solve_part(swv, self._needs[swv], self._offers[swv], limits, run)
            if progress:
                progress(i, len(swvs))

    def totals(self, parts: Sequence[SolvedPart]) -> dict[str | None, Totals]:
        homeless: dict[str | None, int] = defaultdict(int)
        for need in self.homeless:
            homeless[need.swv] += need.aantal
        found = {swv: Totals(n, 0, n, 0) for swv, n in homeless.items()}
        for part in parts:
            n, without = int(part.known.need.sum()), homeless[part.swv]
            covered, hoped = part.known_flow.value, part.hoped_flow.value
            found[part.swv] = Totals(n + without, covered, hoped - covered + without, n - hoped)
        return found


def _merged(needs: Iterable[Need]) -> list[Need]:
    """Identical needs taken together, those of nobody left out, in a fixed order."""
    first: dict[tuple[object, ...], Need] = {}
    counts: dict[tuple[object, ...], int] = defaultdict(int)
    for need in needs:
        if need.aantal < 0:
            raise ValueError(f"a need of {need.aantal} pupils")
        who = _who(need)
        first.setdefault(who, need)
        counts[who] += need.aantal
    merged = [
        need if need.aantal == counts[who] else replace(need, aantal=counts[who])
        for who, need in first.items()
        if counts[who]
    ]
    return sorted(merged, key=lambda need: (str(need.swv), *map(str, _who(need))))
