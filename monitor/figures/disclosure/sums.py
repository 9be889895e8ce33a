"""The sums that anybody can make with published counts: what makes one follow from others.

Each sum is there twice: of who certainly counts, and of who possibly does (an empty field).
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from monitor.figures.catalogue import Indicator, of_definition
from monitor.figures.disclosure import schoolyear
from monitor.figures.disclosure.counts import Count, Ends, names
from monitor.figures.disclosure.in_time import InTime
from monitor.figures.disclosure.parts import Parts
from monitor.figures.disclosure.policy import has_noemer_of_pupils
from monitor.figures.disclosure.publishing import EVERYTHING, Publication
from monitor.figures.disclosure.units import Units, units_of
from monitor.store.definitions import definitions


if TYPE_CHECKING:
    from monitor.store.store import Store


PARTS = {
    "tekort_zeker": "tekort",
    "dekking": "dekking_plan",
    "thuisnabij": "dekking",
    "grensverkeer_uit": "verloop_vso",
}
"""Measure → another of which it counts a part."""
NESTED = ("thuiszitters", "thuiszitters_jaar")
"""Measures that count whole pupils, of which a narrower definition has a part."""
SAME = (
    (("tlv_verlenging_aandeel", ""), ("tlv_afgegeven", "")),
    (("instroom_vso", ""), ("tlv_afgegeven", "")),
    (("instroom_vso", ""), ("tlv_afgegeven", "soort=vso")),
    (("doorlooptijd_besluit", ""), ("tlv_afgewezen/noemer", "")),
    (("doorlooptijd_compleet", ""), ("tlv_afgewezen/noemer", "")),
    (("doorlooptijd_compleet", ""), ("doorlooptijd_besluit", "")),
    (("terugplaatsing/noemer", ""), ("tlv_eindigt", "")),
    (("deelname_vso_tlv", ""), ("verloop_vso", "")),
    (("thuiszitters_jaar_erbij", ""), ("thuiszitters_terug_3", "")),
    (("deelname_pro", ""), ("leerlingen_pro", "")),
    (("deelname_vso_locatie", ""), ("leerlingen_vso", "")),
    (("leerlingen_pro", ""), ("leerlingen_vo", "")),
    (("leerlingen_vo", ""), ("deelname_pro/noemer", "")),
    (("deelname_pro/noemer", ""), ("deelname_vso_locatie/noemer", "")),
    (("leerlingen_vo", ""), ("deelname_vso_locatie/noemer", "")),
)
"""(count, uitsplitsing), and another that counts the same pupils or more, in the same period."""
WIDER = {
    "binnen=gemeente": ("", "binnen=subregio"),
    "binnen=wijk": ("binnen=subregio", "binnen=gemeente"),
}
"""An uitsplitsing of thuisnabij → those in which the same pupils are counted, and others."""
LEFT_OVER = {"dekking": "tekort", "tlv_afgewezen": "tlv_afgegeven"}
"""Measure → the one that counts who is in its noemer and not in its teller."""


class Sums:
    """Adds to a publication what follows from what."""

    def __init__(
        self, store: "Store", swv: str, publication: Publication, numbers: Mapping[Count, Ends]
    ) -> None:
        self.store, self.swv = store, swv
        self.publication, self.numbers = publication, numbers
        self.by_name: dict[str, list[Count]] = {}
        for count in numbers:
            self.by_name.setdefault(count.what, []).append(count)
        self.parts = Parts(publication, numbers)
        self.in_time = InTime(publication, numbers, self.by_name, self._equal)

    def add_all(self, indicators: Sequence[Indicator]) -> None:
        self.parts.add()
        done: set[str] = set()
        for indicator in indicators:
            units = units_of(self.store, indicator, self.swv)
            for what in names(indicator):
                if what and what not in done:
                    done.add(what)
                    self._levels(self.by_name.get(what, []), units)
            self._of(indicator)

    def _of(self, indicator: Indicator) -> None:
        """What is true of this indicator only."""
        suffix = indicator.name.removeprefix(indicator.measure)
        teller, noemer = names(indicator)
        if has_noemer_of_pupils(indicator) and indicator.teller_is == "deel":
            other = LEFT_OVER.get(indicator.measure, "")
            self._left_over(teller, noemer, other and other + suffix)
        if indicator.measure in PARTS:
            self._left_over(indicator.name, PARTS[indicator.measure] + suffix)
        for (one, part), (whole, of) in SAME:
            if one.partition("/")[0] == indicator.measure:
                self._same(_named(one, suffix), part, _named(whole, suffix), of)
        own = self.by_name.get(indicator.name, [])
        schoolyear.add(self.store, self.parts, own, indicator)
        match indicator.measure:
            case "thuisnabij":
                self._within(teller, noemer)
            case "tlv_afgegeven":
                self._new_or_longer(indicator.name, suffix)
        self.in_time.of(indicator)
        if indicator.measure in NESTED and indicator.definitie:
            for wider in definitions()[indicator.definitie].within:
                self._left_over(
                    indicator.name,
                    of_definition(indicator.measure, wider, indicator.sector).name,
                )
            self._parts_of_definition(indicator)

    # ------------------------------------------------------------------- regions and parts

    def _levels(self, own: Sequence[Count], units: Units) -> None:
        """A region is the sum of the smaller regions in it."""
        tables: dict[tuple[str, str, str], dict[tuple[str, str], Ends]] = {}
        for count in own:
            table = tables.setdefault((count.what, count.uitsplitsing, count.periode), {})
            table[count.per, count.code] = self.numbers[count]
        for table in tables.values():
            self._all_others(table)
            for small, large in units.pairs:
                for end in (0, 1):
                    self._one_pair(
                        {unit: ends[end] for unit, ends in table.items()}, units, small, large
                    )

    def _all_others(self, table: Mapping[tuple[str, str], Ends]) -> None:
        """Who sees its own schools and the whole, can take the one from the other."""
        whole = next((ends for (per, _), ends in table.items() if per == "swv"), None)
        for (per, _), ends in table.items() if whole else ():
            if per not in ("bestuur", "vestiging"):
                continue
            for end in (0, 1):
                assert whole is not None
                left = self._truth(whole[end]) - self._truth(ends[end])
                if 0 < left < self.publication.minimum:
                    rest = self.publication.unpublished((left, left))
                    self.publication.sum(whole[end], [ends[end], rest])

    def _one_pair(
        self, table: dict[tuple[str, str], int], units: Units, small: str, large: str
    ) -> None:
        parts: dict[str, list[int]] = {}
        wholly: dict[str, list[int]] = {}
        for (per, code), number in table.items():
            if per != small:
                continue
            wholes = [
                whole for whole in units.inside(small, large, code) if (large, whole) in table
            ]
            if len(wholes) == 1:
                parts.setdefault(wholes[0], []).append(number)
                wholly.setdefault(wholes[0], []).append(number)
                continue
            if self.publication.published[number] == (0.0, 0.0):
                continue  # nobody is in any of them
            pieces = [self.publication.unpublished(EVERYTHING) for _ in wholes]
            for whole, piece in zip(wholes, pieces, strict=True):
                parts.setdefault(whole, []).append(piece)
            self.publication.sum(number, pieces, splits=True)
        for whole, numbers in parts.items():
            self.publication.sum(table[large, whole], numbers, splits=True)
        for whole, numbers in wholly.items():
            self.publication.rests(table[large, whole], numbers, numbers)

    # ------------------------------------------------------------- one count beside another

    def _left_over(self, part: str, whole: str, left_over: str = "") -> None:
        """Who is in the one and not in the other, which may be published itself."""
        for count in self.by_name.get(part, []):
            all_ = count._replace(what=whole)
            if all_ not in self.numbers:
                continue
            named = self.numbers.get(count._replace(what=left_over)) if left_over else None
            for end in (0, 1):
                one, of = self.numbers[count][end], self.numbers[all_][end]
                if named is not None:
                    # Who possibly finds a place is who is not certainly short of one.
                    rest = named[1 - end]
                else:
                    left = self._truth(of) - self._truth(one)
                    if not left >= 0:
                        continue  # no part of it after all, or unknown
                    rest = self.publication.unpublished((left, left))
                    if of in self.publication.exempt:
                        self.publication.exempt.add(rest)  # of no number of pupils to hide
                if self._truth(one) + self._truth(rest) == self._truth(of):
                    self.publication.sum(of, [one, rest], splits=True)

    def _same(self, one: str, part: str, whole: str, of: str) -> None:
        for count in self.by_name.get(one, []):
            other = count._replace(what=whole, uitsplitsing=of)
            if count.uitsplitsing == part and other in self.numbers:
                self._equal(count, other)

    def _equal(self, count: Count, other: Count, splits: bool = False) -> None:
        """The same pupils, or some of them. In registers who is left is not told by us, such as
        the half of who is at the vavo."""
        for end in (0, 1):
            one, all_ = self.numbers[count][end], self.numbers[other][end]
            left = self._truth(all_) - self._truth(one)
            if left == 0:
                self.publication.sum(all_, [one], splits)
            elif left > 0:
                is_public = count.what.startswith(("leerlingen_", "deelname_pro", "deelname_vso_l"))
                rest = self.publication.add((left, left), EVERYTHING, False, is_public)
                self.publication.sum(all_, [one, rest])

    def _within(self, near: str, found: str) -> None:
        """Who has a place in the own wijk has one in the own subregio; a place in the own gemeente
        is what is counted without uitsplitsing; and all are parts of the same pupils."""
        for count in self.by_name.get(found, []):
            if count.uitsplitsing.startswith("binnen="):
                # Always the same pupils, so where the one is hidden under a hidden whole both are.
                self._pair(count, count._replace(uitsplitsing=""), splits=True)
        for count in self.by_name.get(near, []):
            for wider in WIDER.get(count.uitsplitsing, ()):
                self._pair(count, count._replace(uitsplitsing=wider))

    def _new_or_longer(self, given: str, suffix: str) -> None:
        """What is given is new, longer or something else; of which it is not known may be either."""
        new, longer = f"instroom_vso{suffix}", f"tlv_verlenging_aandeel{suffix}"
        for count in self.by_name.get(given, []):
            parts = [count._replace(what=what) for what in (new, longer)]
            if count.uitsplitsing or not all(part in self.numbers for part in parts):
                continue
            for ends in ((0, 0), (0, 1), (1, 0)):
                numbers = [self.numbers[part][end] for part, end in zip(parts, ends, strict=True)]
                whole = self.numbers[count][0]
                left = self._truth(whole) - sum(self._truth(number) for number in numbers)
                if left >= 0:
                    rest = self.publication.unpublished((left, left))
                    self.publication.sum(whole, [*numbers, rest], splits=ends == (0, 0))

    def _pair(self, count: Count, other: Count, splits: bool = False) -> None:
        if other in self.numbers:
            self._equal(count, other, splits)

    def _parts_of_definition(self, indicator: Indicator) -> None:
        """Whoever meets a definition meets one of its parts, and seldom both."""
        parts = [
            of_definition(indicator.measure, code, indicator.sector).name
            for code in definitions()[indicator.definitie].parts
        ]
        for count in self.by_name.get(indicator.name, []) if parts else ():
            found = [count._replace(what=part) for part in parts]
            if all(part in self.numbers for part in found):
                for end in (0, 1):
                    numbers = [self.numbers[part][end] for part in found]
                    whole = self.numbers[count][end]
                    if sum(self._truth(number) for number in numbers) == self._truth(whole):
                        self.publication.sum(whole, numbers)

    def _truth(self, number: int) -> float:
        return self.publication.truths[number][0]


def _named(count: str, suffix: str) -> str:
    measure, slash, side = count.partition("/")
    return f"{measure}{suffix}{slash}{side}"
