"""What the places of arrangements say: they are in the list of Aanbod, and norms are on the page.

Who finds a place is at most the places that serve him; a place is used once, for whichever vraag
and niveau; and "as many as possible" find one, so where somebody is short every place that he
could have had, wherever he lives, is taken.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from inference.bounds import Relation, Target
from inference.relations import UNLIMITED, Relations
from inference.seen import MINIMUM, Cell, Key
from monitor.store.store import Store


EARTH = 6371.0088
RUNS = {"dekking": "plaatsen_praktijk", "dekking_plan": "plaatsen_plan"}
EVERY = "alle"
OTHER = "een ander niveau"


class Offer(NamedTuple):
    """An arrangement that runs."""

    vragen: list[str]
    niveaus: list[str]
    bereik: str
    wijk: str | None
    subregio: str | None
    latitude: float | None
    longitude: float | None
    plan: int
    places: int | None


class Pupil(NamedTuple):
    """Somebody who there can be."""

    vraag: str
    niveau: str
    wijk: str
    gemeente: str
    subregio: str
    home: tuple[str | None, str | None, float, float]
    """wijk, subregio, latitude, longitude."""


class PlacesSay:
    """Relations between places and the figures that were seen of one samenwerkingsverband."""

    def __init__(
        self, store: Store, swv: str, sector: str, relations: Relations, full: bool = False
    ) -> None:
        """`full`: also that all places that could have helped are taken where somebody is short; that
        is not in the sums of a release (decision 58)."""
        self.full = full
        self.store, self.swv, self.sector, self.relations = store, swv, sector, relations
        self.served: dict[Key, tuple[list[Offer], list[int], np.ndarray]] = {}
        """Arrangements, who of all that there can be is counted, and [who, arrangements]."""
        self.norms = {
            (vraag, niveau): km
            for vraag, niveau, km in store.rows(
                "select ondersteuningsvraag, niveau, min(max_km) from bron.normen group by all"
            )
        }

    def all(self) -> list[Relation]:
        before = len(self.relations.out)
        for measure, column in RUNS.items():
            name = self.relations.name(measure)
            years: dict[str, list[Key]] = defaultdict(list)
            for key in self.relations.keys:
                if key.name == name:
                    years[key.periode].append(key)
            for year, keys in years.items():
                self._year(measure, year, keys, [*self._offers(year, column)])
        return self.relations.out[before:]

    def is_told(self, target: Target) -> bool:
        """Whether places that are public say already that it is not as many as is hidden: who finds
        one of three places is no more than three, whoever is there."""
        cells = [cell for _, cell in target.terms if isinstance(cell, Cell)]
        keys = [cell.key for cell in cells if cell.end.startswith("teller")]
        if len(keys) < len(cells) or not all(key in self.served for key in keys):
            return False  # who needs a place, or is short, is nobody's place
        (offers, rows, fits), less = self.served[keys[0]], keys[1:]
        if any(key.name != keys[0].name for key in less):
            return False
        rest = set(rows) - {row for key in less for row in self.served[key][1]}
        for key in less if keys[0].deel == "" else ():
            # Of parts that sum to a whole who is left is in the other ones.
            if named := self.relations.parts.get((keys[0], key.deel.partition("=")[0])):
                rest &= {row for one in named for row in self.served[one][1]}
        return _places(offers, fits[sorted(rest)].any(axis=0)) < MINIMUM

    def _offers(self, year: str, column: str) -> Iterator[Offer]:
        for row in self.store.rows(
            "select ondersteuningsvragen, niveaus, bereik, wijk, subregio, latitude, longitude, "
            f"plaatsen_plan, {column} from views.aanbod where sector = $sector and swv = $swv "
            "and schooljaar = $year and status = 'actief' order by arrangementscode",
            {"sector": self.sector, "swv": self.swv, "year": year},
        ):
            yield Offer(*row)

    def _pupils(self, keys: Iterable[Key], offers: Iterable[Offer]) -> Iterator[Pupil]:
        words: dict[str, set[str]] = defaultdict(set)
        for key in keys:
            what, _, word = key.deel.partition("=")
            words[what].add(word)
        # The list of Aanbod says which there are as well. Of who is something else, which no row
        # need name, some places are too: of an arrangement for every niveau.
        for offer in offers:
            words["ondersteuningsvraag"].update(offer.vragen)
            words["niveau"].update({*offer.niveaus} - {EVERY})
        words["niveau"].add(OTHER)
        for wijk, gemeente, subregio, latitude, longitude in self.store.rows(
            "select wijk, gemeentecode, subregio, latitude, longitude from views.pc4 "
            "where sector = $sector and swv = $swv and latitude is not null order by all",
            {"sector": self.sector, "swv": self.swv},
        ):
            for vraag in sorted(words["ondersteuningsvraag"]):
                for niveau in sorted(words["niveau"]):
                    yield Pupil(
                        vraag, niveau, f"{self.swv}:{wijk}" if wijk else "onbekend",
                        gemeente or "onbekend", f"{self.swv}:{subregio}" if subregio else "onbekend",
                        (wijk, subregio, latitude, longitude),
                    )  # fmt: skip

    def _fits(self, pupil: Pupil, offer: Offer) -> bool:
        if pupil.vraag not in offer.vragen or offer.latitude is None or offer.longitude is None:
            return False
        if pupil.niveau not in offer.niveaus and EVERY not in offer.niveaus:
            return False
        wijk, subregio, latitude, longitude = pupil.home
        if offer.bereik == "wijk" and (not wijk or wijk != offer.wijk):
            return False
        if offer.bereik == "subregio" and (not subregio or subregio != offer.subregio):
            return False
        keys = (
            (pupil.vraag, pupil.niveau),
            (pupil.vraag, EVERY),
            (EVERY, pupil.niveau),
            (EVERY,) * 2,
        )
        norm = next((self.norms[k] for k in keys if k in self.norms), self.store.settings.norm_km)
        return _km(latitude, longitude, offer.latitude, offer.longitude) <= norm + 1e-6

    def _year(self, measure: str, year: str, keys: list[Key], offers: list[Offer]) -> None:
        pupils = [*self._pupils(keys, offers)]
        fits = np.array(
            [[self._fits(pupil, offer) for offer in offers] for pupil in pupils], bool
        ).reshape(len(pupils), len(offers))
        inside = {key: [at for at, one in enumerate(pupils) if _is_in(one, key)] for key in keys}
        for key, rows in inside.items():
            self.served[key] = offers, rows, fits
            served = [offers[at] for at in np.flatnonzero(fits[rows].any(axis=0))]
            for end, places in (
                ("teller", sum(offer.places or 0 for offer in served)),
                (
                    "teller_max",
                    sum(offer.plan if offer.places is None else offer.places for offer in served),
                ),
            ):
                if rows:
                    self.relations.at_most_a_number(
                        f"niet meer dan de plaatsen ({key})", Cell(*key, end), places
                    )
        taken = self._taken(measure, offers, fits, inside) if self.full else set()
        self._flows(measure, year, keys, pupils, offers, fits, taken)

    def _taken(
        self, measure: str, offers: list[Offer], fits: np.ndarray, inside: dict[Key, list[int]]
    ) -> set[int]:
        """Arrangements that are full, because somebody is short for whom they are."""
        full: set[int] = set()
        for key, rows in inside.items():
            if not rows or not self._is_short(measure, key):
                continue
            for_all = np.flatnonzero(fits[rows].all(axis=0))
            full |= {at for at in for_all if offers[at].bereik != "school"}
        return full

    def _is_short(self, measure: str, key: Key) -> bool:
        """Whether what is seen says that there is somebody without a place."""
        bounds = self.relations.seen.bounds
        short = Cell(self.relations.name("tekort"), *key[1:], "teller_max")
        if measure == "dekking" and bounds.get(short, (0.0, 0.0))[0] >= 1:
            return True
        need = bounds.get(Cell(*key, "noemer"), (0.0, 0.0))[0]
        return need > bounds.get(Cell(*key, "teller"), (0.0, math.inf))[1]

    def _flows(
        self, measure: str, year: str, keys: list[Key], pupils: list[Pupil], offers: list[Offer],
        fits: np.ndarray, taken: set[int],
    ) -> None:  # fmt: skip
        """Pupils of each vraag and niveau on the places of each arrangement."""
        there: dict[tuple[str, str], set[object]] = defaultdict(set)
        for at, offer in enumerate(offers):
            if not offer.places:
                continue
            served = (pupils[row] for row in np.flatnonzero(fits[:, at]))
            cells = {(one.vraag, one.niveau) for one in served}
            flows = [("op plaats", measure, year, at, *cell) for cell in sorted(cells)]
            for flow, cell in zip(flows, sorted(cells), strict=True):
                there[cell].add(flow)
            if flows:
                self.relations.out.append(Relation(
                    f"arrangement {at} heeft {offer.places} plaatsen",
                    tuple((1.0, flow) for flow in flows),
                    offer.places if at in taken else -UNLIMITED, offer.places,
                ))  # fmt: skip
        for key in keys:
            if key.deel and key.per == "swv":
                found = [f for cell, flows in there.items() for f in flows
                         if key.deel.partition("=")[2] in cell]  # fmt: skip
                self.relations.out.append(Relation(
                    f"wie een plaats vindt, zit ergens ({key})",
                    ((1.0, Cell(*key, "teller")), *((-1.0, flow) for flow in sorted(found))),
                ))  # fmt: skip


def _places(offers: list[Offer], some: np.ndarray) -> int:
    """At least so many there are, in plan where nobody reported them."""
    found = (offers[at] for at in np.flatnonzero(some))
    return sum(one.plan if one.places is None else one.places for one in found)


def _is_in(pupil: Pupil, key: Key) -> bool:
    what, _, word = key.deel.partition("=")
    if what and word not in (pupil.vraag, pupil.niveau):
        return False
    return key.per == "swv" or getattr(pupil, key.per) == key.code


def _km(a: float, b: float, c: float, d: float) -> float:
    a, b, c, d = map(math.radians, (a, b, c, d))
    x = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(x))
