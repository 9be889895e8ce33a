"""Other measures than the matching, under their own names: none of them is the coverage."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from monitor.dekking.matching.model import ALLE, Arrangement, Need, Run
from monitor.dekking.matching.outcome import PlacementOutcome


@dataclass(frozen=True, slots=True)
class Counted:
    """The naive count of a cell: pupils against places that lie in the same region.

    A place that serves several vragen or niveaus is counted in each of them, and nobody crosses
    the border of a region. That is why it misleads; it is here to show the difference.
    """

    region: str | None
    ondersteuningsvraag: str
    niveau: str
    behoefte: int
    plaatsen: int
    onbekend: int
    """Arrangements of which the places are not known."""


def naive(
    needs: Iterable[Need],
    arrangements: Iterable[Arrangement],
    level: str = "swv",
    run: Run = Run.PLAN,
) -> list[Counted]:
    """Per cell of `level` (postcode4, wijk, gemeente, subregio or swv) where there is need."""
    behoefte: dict[tuple[str | None, str, str], int] = defaultdict(int)
    for need in needs:
        behoefte[getattr(need, level), need.ondersteuningsvraag, need.niveau] += need.aantal
    offers: dict[tuple[str | None, str], list[Arrangement]] = defaultdict(list)
    for one in arrangements:
        if one.status == "actief":
            for vraag in dict.fromkeys(one.ondersteuningsvragen):
                offers[getattr(one, level), vraag].append(one)
    counted = []
    for (region, vraag, niveau), n in sorted(behoefte.items(), key=lambda item: str(item[0])):
        fitting = [
            one.plaatsen_plan if run is Run.PLAN else one.plaatsen_praktijk
            for one in offers[region, vraag]
            if niveau in one.niveaus or ALLE in one.niveaus
        ]
        places = sum(places for places in fitting if places is not None)
        counted.append(Counted(region, vraag, niveau, n, places, fitting.count(None)))
    return counted


@dataclass(frozen=True, slots=True)
class Pressure:
    """Places that are in reach of the pupils of a postcode, each divided over all who reach it.

    The two-step floating catchment area (2SFCA): an arrangement's places per pupil who may use
    it, added up over the arrangements that a pupil may use; the mean over the pupils.
    """

    postcode4: str
    swv: str | None
    behoefte: int
    plaatsen_per_leerling: float

    @property
    def druk(self) -> float | None:
        """Pupils per place in reach: above 1 there are too few. None: no place at all."""
        return 1 / self.plaatsen_per_leerling if self.plaatsen_per_leerling else None


def pressures(outcome: PlacementOutcome) -> list[Pressure]:
    """Per postcode4, on the places that are known."""
    found = []
    for part in outcome.parts:
        network, needs = part.known, part.columns.needs
        reaching = np.bincount(
            network.arrangement, network.need[network.cell], minlength=len(network.places)
        )
        share = network.places / np.maximum(reaching, 1)
        reached = np.bincount(network.cell, share[network.arrangement], minlength=len(needs))
        pupils: dict[str, int] = defaultdict(int)
        weighted: dict[str, float] = defaultdict(float)
        for need, per_pupil in zip(needs, reached.tolist(), strict=True):
            pupils[need.postcode4 or ""] += need.aantal
            weighted[need.postcode4 or ""] += need.aantal * per_pupil
        found += [
            Pressure(code, part.swv, pupils[code], weighted[code] / pupils[code])
            for code in sorted(pupils)
        ]
    return found


@dataclass(frozen=True, slots=True)
class Nearby:
    """Of the pupils who are placed, how many in their own wijk, gemeente, subregio.

    Pupils of whom one of the two ends is not known are in `geplaatst` and in nothing else.
    """

    geplaatst: int
    wijk: int
    gemeente: int
    subregio: int


def nearby(outcome: PlacementOutcome) -> Nearby:
    """In the placement with the least total distance."""
    same = [0, 0, 0]
    for placed in outcome.plaatsingen:
        for place, near in enumerate(is_near(placed.need, placed.arrangement)):
            same[place] += placed.aantal * near
    return Nearby(outcome.gedekt, *same)


def is_near(need: Need, offer: Arrangement) -> tuple[bool, bool, bool]:
    """Whether an arrangement of the own samenwerkingsverband is in the own (wijk, gemeente,
    subregio); each by its name or code, as everywhere in the monitor."""
    return (
        bool(need.wijk) and need.wijk == offer.wijk,
        bool(need.gemeente) and need.gemeente == offer.gemeente,
        bool(need.subregio) and need.subregio == offer.subregio,
    )
