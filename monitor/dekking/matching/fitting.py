"""Who may go where: for every need and every offer of the same vraag, what stands in the way."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from monitor.dekking.distances import haversine
from monitor.dekking.matching.model import ALLE, Arrangement, Need, Obstacle, Run
from monitor.dekking.matching.norms import NormLimits, too_far


Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

BIT = {obstacle: 1 << i for i, obstacle in enumerate(Obstacle)}
NEVER = sum(
    BIT[one]
    for one in (
        Obstacle.PLEK_ONBEKEND,
        Obstacle.STATUS,
        Obstacle.NIVEAU,
        Obstacle.BEREIK,
        Obstacle.AFSTAND,
    )
)
"""What no number of places takes away."""


@dataclass(frozen=True)
class Block:
    """Needs against the offers for their vraag."""

    cells: Ints
    """[c] places in `Columns.needs`."""
    offers: Ints
    """[a] places in `Columns.offers`."""
    km: NDArray[np.float64]
    """[c, a]; nan where the offer has no known place."""
    max_km: NDArray[np.float64]
    """[c, a]"""
    obstacles: Ints
    """[c, a] bits of `BIT`; whether an offer is full is not known here."""


class Columns:
    """Needs and offers of one samenwerkingsverband as columns."""

    def __init__(
        self, needs: Sequence[Need], offers: Sequence[Arrangement], limits: NormLimits, run: Run
    ) -> None:
        self.needs, self.offers, self.run = tuple(needs), tuple(offers), run
        self._limits = limits
        self.aantal = np.array([need.aantal for need in needs], np.int64)
        praktijk = run is Run.PRAKTIJK
        actief = np.array([offer.status == "actief" for offer in offers], bool)
        plan = np.array([offer.plaatsen_plan for offer in offers], np.int64)
        found = [offer.plaatsen_praktijk if praktijk else offer.plaatsen_plan for offer in offers]
        self.is_unknown: Bools = actief & np.array([n is None for n in found], bool)
        known = np.array([n or 0 for n in found], np.int64)
        self.known: Ints = np.where(actief, known, 0)
        """[offers] places that are there for certain."""
        self.hoped: Ints = np.where(self.is_unknown, plan, self.known)
        """[offers] the same, where those that nobody reported are as many as the plan says."""
        self._point = _points(needs), _points(offers)
        # A wijk is its name within the samenwerkingsverband; it may lie in two gemeenten.
        self._wijk = _codes([n.wijk for n in needs], [o.wijk for o in offers])
        self._subregio = _codes([n.subregio for n in needs], [o.subregio for o in offers])
        self._vestiging = _codes([n.vestiging for n in needs], [o.vestiging for o in offers])
        self._bereik = np.array([offer.bereik for offer in offers], "U8")
        niveaus = {name: i for i, name in enumerate(sorted({need.niveau for need in needs}))}
        self._niveau = np.array([niveaus[need.niveau] for need in needs], np.int64)
        self._serves = np.zeros((len(offers), len(niveaus)), bool)
        for i, offer in enumerate(offers):
            for name in offer.niveaus:
                if name == ALLE:
                    self._serves[i] = True
                elif name in niveaus:
                    self._serves[i, niveaus[name]] = True
        bits = BIT[Obstacle.PLEK_ONBEKEND] * np.isnan(self._point[1]).any(axis=0)
        bits |= BIT[Obstacle.STATUS] * ~actief
        bits |= BIT[Obstacle.PLAATSEN_ONBEKEND] * self.is_unknown
        none = actief & ~self.is_unknown & (known == 0)
        bits |= BIT[Obstacle.OP_PAPIER] * (none & (plan > 0))
        bits |= BIT[Obstacle.GEEN_PLAATSEN] * (none & (plan == 0))
        self._own_bits: Ints = bits.astype(np.int64)
        self._by_vraag: dict[str, list[int]] = defaultdict(list)
        for i, offer in enumerate(offers):
            for vraag in dict.fromkeys(offer.ondersteuningsvragen):
                self._by_vraag[vraag].append(i)

    def blocks(self, cells: Ints) -> Iterator[Block]:
        """Of these needs, a block per vraag, also where nobody offers anything for it."""
        by_vraag: dict[str, list[int]] = defaultdict(list)
        for cell in cells.tolist():
            by_vraag[self.needs[cell].ondersteuningsvraag].append(cell)
        for vraag in sorted(by_vraag):
            rows = np.array(by_vraag[vraag], np.int64)
            yield self._block(rows, np.array(self._by_vraag.get(vraag, []), np.int64))

    def _block(self, cells: Ints, offers: Ints) -> Block:
        here, there = self._point
        km = haversine(here[0][cells], here[1][cells], there[0][offers], there[1][offers])
        max_km = self._limits.of([self.needs[i] for i in cells], [self.offers[i] for i in offers])
        bits = np.broadcast_to(self._own_bits[offers], km.shape).copy()
        bits[~self._serves[offers][:, self._niveau[cells]].T] |= BIT[Obstacle.NIVEAU]
        bits[~self._within_reach(cells, offers)] |= BIT[Obstacle.BEREIK]
        bits[too_far(km, max_km)] |= BIT[Obstacle.AFSTAND]
        return Block(cells, offers, km, max_km, bits)

    def _within_reach(self, cells: Ints, offers: Ints) -> Bools:
        """[c, a]. Offers of another samenwerkingsverband are not in these columns at all."""
        bereik = self._bereik[offers][None, :]
        within: Bools = bereik == "swv"
        for name, (of_need, of_offer) in (
            ("wijk", self._wijk),
            ("subregio", self._subregio),
            ("school", self._vestiging),
        ):
            same = of_need[cells][:, None] == of_offer[offers][None, :]
            within = within | ((bereik == name) & same)
        return within


def _points(places: Sequence[Need] | Sequence[Arrangement]) -> NDArray[np.float64]:
    """[2, n] latitudes and longitudes; nan where not known."""
    pairs = [
        (place.latitude, place.longitude)
        if place.latitude is not None and place.longitude is not None
        else (np.nan, np.nan)
        for place in places
    ]
    return np.array(pairs, float).reshape(len(pairs), 2).T


def _codes(of_needs: Sequence[object], of_offers: Sequence[object]) -> tuple[Ints, Ints]:
    """Numbers that are equal where the values are; what is not known equals nothing."""
    number: dict[object, int] = {}
    needs = [number.setdefault(value, len(number)) if value else -1 for value in of_needs]
    offers = [number.setdefault(value, len(number)) if value else -2 for value in of_offers]
    return np.array(needs, np.int64), np.array(offers, np.int64)
