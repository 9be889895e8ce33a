"""Where new places would help most: candidates made from the shortages, each one computed.

Which candidates are worth computing is estimated first: of every vraag and group of niveaus, at
every place where one could be, how many pupils who are or may be short live within the norm. What
each of them really brings is then the matching done again (`matching.candidates`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from monitor.dekking.distances import haversine
from monitor.dekking.from_store import Basis
from monitor.dekking.matching.candidates import Ranked, best_first, candidates, rank
from monitor.dekking.matching.input import Progress
from monitor.dekking.matching.model import Arrangement, Cell, Need, Rules
from monitor.dekking.matching.norms import NormLimits, too_far
from monitor.dekking.matching.outcome import PlacementOutcome
from monitor.dekking.matching.widening import widened
from monitor.dekking.scenarios.changes import Bereik, Open, Scenario
from monitor.dekking.scenarios.effects import outcome_of
from monitor.dekking.scenarios.nameable import UNKNOWN_NIVEAU, Known, Place, known_offer
from monitor.store.store import Store


NIVEAUGROEPEN = (
    ("pro",),
    ("vmbo-b", "vmbo-k"),
    ("vmbo-k", "vmbo-gt"),
    ("vmbo-gt", "havo"),
    ("havo", "vwo"),
)
"""Niveaus that one arrangement often serves together; a niveau in none of them goes alone."""
SIZES = (4, 8, 12)
"""Places: half a group, a group, and one and a half."""
MOST = 200
"""Candidates that are computed."""
PER_COMBINATION = 4
"""Places of a vraag and group of niveaus that are tried at most."""
KEPT = 48
"""Answers per version of the store, basis and norms: a plan of steps asks one for each of them."""
HARDEST_HIT = 5
"""Postcodes with the largest shortage, where no school need be."""


class Asked(NamedTuple):
    """For which vraag, and at which places; "" is any."""

    vraag: str = ""
    level: str = ""
    """subregio, gemeente or wijk: where the places are, not where the pupils live."""
    value: str = ""

    def takes(self, place: Place | Arrangement) -> bool:
        return not self.level or getattr(place, self.level) == self.value

    def fits(self, one: Ranked) -> bool:
        new = one.arrangement
        return self.vraag in ("", *new.ondersteuningsvragen) and self.takes(new)


ANY = Asked()


class Options(NamedTuple):
    """What is worth computing."""

    arrangements: list[Arrangement]
    tarieven: dict[str, float]
    left_out: int
    """How many more there were than `MOST`, those that promise least."""


@dataclass(frozen=True)
class NextPlaces:
    """The candidates, best first, and how they came about."""

    ranked: tuple[Ranked, ...]
    computed: int
    tarieven: dict[str, float]
    """Per vraag the median of the arrangements that are there; a vraag without one is not known."""
    gap: int = 0
    """How many pupils are short, before any of them."""
    left_out: int = 0
    """Candidates that were not computed, as there were too many."""

    def best(self) -> list[Ranked]:
        """Of each vraag and group of niveaus the best new one, in the same order: those beside it
        are the same places elsewhere, or fewer of them."""
        return _of_each(self.ranked)

    def cheapest(self) -> list[Ranked]:
        """Of each vraag and group of niveaus the new one that costs least per pupil who gets a place
        by it; what is not known comes last."""
        return _of_each(sorted(self.ranked, key=_cheapest_first))

    def openings(self) -> list[Ranked]:
        """The arrangements that there are, to be opened to more; those that close most first."""
        return [one for one in self.ranked if one.is_there]


def _of_each(ranked: Iterable[Ranked]) -> list[Ranked]:
    """The first new one of each vraag and group of niveaus."""
    seen = set()
    found = []
    for one in ranked:
        about = one.arrangement.ondersteuningsvragen, one.arrangement.niveaus
        if one.closes and not one.is_there and about not in seen:
            seen.add(about)
            found.append(one)
    return found


def _cheapest_first(one: Ranked) -> tuple[bool, float, int]:
    return one.per_solved is None, one.per_solved or 0.0, -one.closes


def next_places(
    store: Store,
    basis: Basis,
    scenario: Scenario,
    progress: Progress | None = None,
    asked: Asked = ANY,
) -> NextPlaces:
    """On top of a scenario (an empty one: on what is real), of what is asked. Kept; `progress` is
    called from the moment that something is computed. MonitorError when the scenario names what is
    not there."""
    found, rules = outcome_of(store, basis, scenario)
    kept: dict[object, NextPlaces] = store.answers.setdefault(("beste_plekken", basis, rules), {})
    key = scenario.wijzigingen, asked
    answer = kept.get(key)
    if answer is None:
        options, prices, left_out = options_for(found, rules, known_offer(store, basis), asked)
        opened = opened_on(found, asked)
        ranked = sorted([*rank(found, options, rules, progress), *opened], key=best_first)
        answer = NextPlaces(tuple(ranked), len(options), prices, found.tekort, left_out)
        # Only the last few: a scenario has no end of versions.
        for old in list(kept)[: 1 - KEPT]:
            kept.pop(old, None)
        kept[key] = answer
    return answer


def options_for(found: PlacementOutcome, rules: Rules, known: Known, asked: Asked = ANY) -> Options:
    """At most `MOST` candidates of what is asked, with the tarief per vraag that they were priced
    with."""
    short = [
        cell
        for cell in found.cellen
        if cell.possible
        and cell.need.latitude is not None
        and asked.vraag in ("", cell.need.ondersteuningsvraag)
    ]
    prices = tarieven(known)
    places = _places(short, known, asked)
    limits = NormLimits(rules)
    combinations = [
        (promise, vraag, niveaus, best)
        for vraag in sorted({cell.need.ondersteuningsvraag for cell in short})
        for niveaus in _groups(known.niveaus)
        for promise, best in _best_places(short, vraag, niveaus, places, limits, known.swv)
    ]
    # Of equals the nearest place stays first: ranking leaves the order of equals as it is.
    combinations.sort(key=lambda one: -one[0])
    most = MOST // len(SIZES)
    options: list[Arrangement] = []
    for _, vraag, niveaus, place in combinations[:most]:
        location = _as_arrangement(place, known.swv, vraag, niveaus, prices.get(vraag))
        options += candidates([(vraag,)], [niveaus], [location], SIZES)
    return Options(options, prices, max(len(combinations) - most, 0) * len(SIZES))


def opened_on(found: PlacementOutcome, asked: Asked = ANY) -> list[Ranked]:
    """Arrangements that there are, open to more, best first: no place is added, so nothing is paid more."""
    every = (Ranked(one.arrangement, one.closes, 0.0, 0.0, is_there=True) for one in widened(found))
    return sorted((one for one in every if asked.fits(one)), key=best_first)


def as_change(one: Ranked) -> Open | Bereik:
    """A candidate as a change of a scenario."""
    new = one.arrangement
    if one.is_there:
        return Bereik.model_validate(
            {"arrangementscode": new.arrangementscode, "bereik": new.bereik}
        )  # fmt: skip
    return Open(
        vragen=new.ondersteuningsvragen,
        niveaus=new.niveaus,
        bereik="swv",
        postcode4=new.postcode4,
        plaatsen=new.plaatsen_plan,
        tarief=new.tarief,
    )


def _groups(niveaus: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The stated groups, of niveaus that there are; then the ones left over."""
    there = set(niveaus) - {UNKNOWN_NIVEAU}
    grouped = set()
    for group in NIVEAUGROEPEN:
        if set(group) <= there:
            grouped |= set(group)
            yield group
    for niveau in sorted(there - grouped):
        yield (niveau,)


def tarieven(known: Known) -> dict[str, float]:
    """Per vraag the median of the arrangements for it that run and of which the tarief is known."""
    found: dict[str, list[float]] = {}
    for one in known.arrangements.values():
        if one.tarief is not None and one.status == "actief":
            for vraag in one.ondersteuningsvragen:
                found.setdefault(vraag, []).append(one.tarief)
    return {vraag: float(median(prices)) for vraag, prices in found.items()}


def _places(short: Sequence[Cell], known: Known, asked: Asked) -> list[Place]:
    """Postcodes of what is asked with a school, and those with the largest shortage."""
    there = {code for code, place in known.postcodes.items() if asked.takes(place)}
    own = there & set(known.own_postcodes)
    with_school = {school.postcode4 for school in known.schools.values()}
    lacking: dict[str, int] = {}
    for cell in short:
        code = cell.need.postcode4 or ""
        if code in there:
            lacking[code] = lacking.get(code, 0) + cell.possible
    hardest = sorted(lacking, key=lambda code: (-lacking[code], code))[:HARDEST_HIT]
    codes = sorted({*(code for code in with_school if code in own), *hardest})
    return [known.postcodes[code] for code in codes if known.postcodes[code].is_known]


def _best_places(
    short: Sequence[Cell],
    vraag: str,
    niveaus: tuple[str, ...],
    places: Sequence[Place],
    limits: NormLimits,
    swv: str,
) -> list[tuple[int, Place]]:
    """(how many pupils at most, place) of the places that promise most; of equals the nearest."""
    cells = [
        cell
        for cell in short
        if cell.need.ondersteuningsvraag == vraag and cell.need.niveau in niveaus
    ]
    if not cells or not places:
        return []
    needs = [cell.need for cell in cells]
    pupils: NDArray[np.int64] = np.array([cell.possible for cell in cells], np.int64)
    km = haversine(*_point(needs), *_point(places))
    offers = [_as_arrangement(place, swv, vraag, niveaus, None) for place in places]
    within = ~too_far(km, limits.of(needs, offers))
    promise = (pupils[:, None] * within).sum(axis=0)
    away = (pupils[:, None] * km * within).sum(axis=0) / np.maximum(promise, 1)
    order = np.lexsort((away, -promise))[:PER_COMBINATION]
    return [(int(promise[i]), places[i]) for i in order.tolist() if promise[i]]


def _point(
    there: Sequence[Need] | Sequence[Place],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    return (
        np.array([one.latitude for one in there], float),
        np.array([one.longitude for one in there], float),
    )


def _as_arrangement(
    place: Place, swv: str, vraag: str, niveaus: tuple[str, ...], tarief: float | None
) -> Arrangement:
    """Open to the whole samenwerkingsverband: the norm says who lives near enough."""
    return Arrangement(
        arrangementscode=f"{place.postcode4} {vraag} {' '.join(niveaus)}",
        ondersteuningsvragen=(vraag,),
        niveaus=niveaus,
        bereik="swv",
        plaatsen_plan=0,
        postcode4=place.postcode4,
        wijk=place.wijk,
        gemeente=place.gemeente,
        subregio=place.subregio,
        swv=swv,
        latitude=place.latitude,
        longitude=place.longitude,
        tarief=tarief,
    )
