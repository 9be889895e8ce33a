"""The places of arrangements beside who finds one (`places`), in the sums of a release."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from monitor.dekking.from_store import Basis
from monitor.dekking.matching.model import Run
from monitor.figures.catalogue import Indicator
from monitor.figures.disclosure.counts import Count, Ends, names
from monitor.figures.disclosure.places import Room, room
from monitor.figures.disclosure.publishing import EVERYTHING, Publication


if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from monitor.store.store import Store

    Bools = NDArray[np.bool_]


RUNS = {"dekking": Run.PRAKTIJK, "dekking_plan": Run.PLAN}
"""Measure → over which places it is matched."""
ENOUGH = 3
"""Of so many times the places that all of them would need nothing follows, however much wider a class
becomes."""
VRAAG, NIVEAU, NEAR = "ondersteuningsvraag=", "niveau=", "binnen="


class Covered:
    """Adds to a publication what public places say."""

    def __init__(
        self, store: "Store", swv: str, publication: Publication, numbers: Mapping[Count, Ends]
    ) -> None:
        self.store, self.swv = store, swv
        self.publication, self.numbers = publication, numbers
        self.named = {
            count.uitsplitsing
            for count, ends in numbers.items()
            if count.uitsplitsing and publication.published[ends[0]][0] >= publication.minimum
        }

    def add(self, indicator: Indicator) -> None:
        """Of a measure of RUNS; of others there is nothing to say."""
        if indicator.measure not in RUNS:
            return
        teller, noemer = names(indicator)
        of_year: dict[str, dict[Count, Ends]] = {}
        for count in self.numbers:
            everybody = count._replace(what=noemer)
            if count.what == teller and everybody in self.numbers:
                of_year.setdefault(count.periode, {})[count] = self.numbers[everybody]
        for schooljaar, counts in sorted(of_year.items()):
            basis = Basis(indicator.sector, self.swv, schooljaar, RUNS[indicator.measure])
            there = room(self.store, basis, _words(counts, VRAAG), _words(counts, NIVEAU))
            self._one_year(there, counts)
            if basis.run is Run.PRAKTIJK:
                near = teller.replace(indicator.measure, "thuisnabij", 1)
                self._near(there, Count(teller, "", schooljaar, "swv", self.swv), near)

    def _one_year(self, there: Room, counts: Mapping[Count, Ends]) -> None:
        """`counts`: of who finds a place, the numbers of all who need one."""
        rows = {
            count: found
            for count in counts
            if (found := there.rows(count.per, count.code, count.uitsplitsing)).any()
        }
        # That places are taken where somebody is short is not in the sums: they would say the number
        # themselves, and nothing that is published could be widened for it.
        for count, found in rows.items():
            self._limit(there, count, found, self.publication.published[counts[count][1]][1])
        self._flows(there, [count for count in rows if count.uitsplitsing])

    def _limit(self, there: Room, count: Count, rows: "Bools", everybody: float) -> None:
        """Who finds a place is at most the places that serve him. `everybody`: the most that all of them are published to be."""
        certain, possible = self.numbers[count]
        known, hoped = there.most(rows)
        own = int(there.known[there.own(rows)].sum())
        # Who reads the parts that have rows thinks that there are no others.
        guessed = [many for some in self._only_named(there, rows) for many in there.most(some)]
        if any(self._is_told(many) for many in (known, hoped, own, *guessed)):
            # So few that the places themselves say that it is not 1, or not the most that is
            # hidden: then it is not published, whoever is there.
            self._close((certain, possible))
        for number, most in {possible: hoped, certain: known}.items():
            # Of pupils from elsewhere nobody knows what serves them.
            if self._truth(number) <= most:
                self.publication.limits[number] = 0.0, float(most)
                if most < ENOUGH * everybody:
                    self._at_most(number, most)

    def _only_named(self, there: Room, rows: "Bools") -> Iterator["Bools"]:
        """Those rows, of the vragen and of the niveaus only that are published as not few."""
        for what in (VRAAG, NIVEAU):
            if words := {one.removeprefix(what) for one in self.named if one.startswith(what)}:
                rows = rows & there.named(what.rstrip("="), words)
                yield rows

    def _near(self, there: Room, whole: Count, near: str) -> None:
        """Who finds a place nearby, of whom a part of the places is."""
        is_closed = whole in self.numbers and self.numbers[whole][0] in self.publication.exempt
        for count, ends in self.numbers.items():
            if (count.periode, count.per, count.code) != (whole.periode, whole.per, whole.code):
                continue
            level = count.uitsplitsing.removeprefix(NEAR)
            if count.what == near:
                most = there.near(level or "gemeente")
                if is_closed or self._is_told(most):
                    self._close(ends)
                for number in {*ends}:
                    if self._truth(number) <= most:
                        self._at_most(number, most)
            elif is_closed and count.what == whole.what and count.uitsplitsing.startswith(NEAR):
                self._close(ends)

    def _close(self, numbers: Iterable[int]) -> None:
        for number in {*numbers}:
            self.publication.published[number] = EVERYTHING
            self.publication.exempt.add(number)

    def _is_told(self, places: int) -> bool:
        return 0 < places < self.publication.minimum

    def _at_most(self, number: int, most: int) -> None:
        left = self.publication.unpublished(EVERYTHING)
        self.publication.sum(self._places(most), [number, left])

    def _flows(self, there: Room, rows: Iterable[Count]) -> None:
        """Places that serve several vragen or niveaus are used once."""
        of_cell: dict[tuple[str, str], list[int]] = {}
        for group in there.groups():
            used = []
            for cell in group.serves:
                here = self.publication.unpublished(EVERYTHING)
                of_cell.setdefault(cell, []).append(here)
                used.append(here)
            left = self.publication.unpublished(EVERYTHING)
            self.publication.sum(self._places(group.places), [*used, left])
        for count in rows:
            certain, _ = self.numbers[count]
            word = count.uitsplitsing.partition("=")[2]
            at = 0 if count.uitsplitsing.startswith(VRAAG) else 1
            flows = [one for cell, found in of_cell.items() if cell[at] == word for one in found]
            self.publication.sum(certain, flows)

    def _places(self, many: int) -> int:
        """Public, and no number of pupils."""
        ends = float(many), float(many)
        number = self.publication.add(ends, ends, is_hidden_already=True)
        self.publication.fixed.add(number)
        return number

    def _truth(self, number: int) -> float:
        return self.publication.truths[number][0]


def _words(counts: Iterable[Count], what: str) -> set[str]:
    """The parts of an uitsplitsing."""
    return {
        count.uitsplitsing.removeprefix(what)
        for count in counts
        if count.uitsplitsing.startswith(what)
    }
