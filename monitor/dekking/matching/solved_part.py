"""One samenwerkingsverband as a network, solved: what all further questions start from."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from monitor.dekking.matching.division import lots
from monitor.dekking.matching.fitting import NEVER, Columns
from monitor.dekking.matching.flow import Flow, Ints, Network, Solver
from monitor.dekking.matching.model import Arrangement, Need, Run
from monitor.dekking.matching.norms import NormLimits
from monitor.dekking.matching.placement import nearest


@dataclass(frozen=True)
class SolvedPart:
    """Two largest placements: on the places that are known, and on those that are hoped for.

    They differ only where an arrangement did not report its places: it then has none in the first
    and as many as the plan says in the second. What the first covers is covered; what the second
    leaves short is short; between them lies what is not known.
    """

    swv: str | None
    columns: Columns
    known: Network
    hoped: Network
    known_flow: Flow
    hoped_flow: Flow

    @cached_property
    def placed(self) -> Ints:
        """[edges] pupils on known places, with the least total distance; one answer only."""
        return nearest(
            self.known,
            self.known_flow,
            lots([(n.postcode4, n.ondersteuningsvraag, n.niveau, n.vestiging)
                  for n in self.columns.needs]),
            lots([(offer.arrangementscode,) for offer in self.columns.offers]),
        )  # fmt: skip

    @cached_property
    def used(self) -> Ints:
        """[arrangements] pupils in that placement."""
        found = np.bincount(self.known.arrangement, self.placed, minlength=len(self.known.places))
        return found.astype(np.int64)

    @property
    def is_known(self) -> bool:
        """Whether the two are one."""
        return self.known_flow is self.hoped_flow


def solve_part(
    swv: str | None,
    needs: Sequence[Need],
    offers: Sequence[Arrangement],
    limits: NormLimits,
    run: Run,
) -> SolvedPart:
    """Needs and offers of one samenwerkingsverband; each need has a home with coordinates."""
    columns = Columns(needs, offers, limits, run)
    known = _network(columns)
    known_flow = Solver(known).largest()
    hoped, hoped_flow = known, known_flow
    if columns.is_unknown.any():
        hoped = known.with_places(columns.hoped)
        hoped_flow = Solver(hoped).largest()
    return SolvedPart(swv, columns, known, hoped, known_flow, hoped_flow)


def _network(columns: Columns) -> Network:
    """Edges also to arrangements without places: one more place there may help."""
    cells, offers, metres = [_none()], [_none()], [_none()]
    for block in columns.blocks(np.arange(len(columns.needs))):
        row, column = np.nonzero((block.obstacles & NEVER) == 0)
        cells.append(block.cells[row])
        offers.append(block.offers[column])
        metres.append(np.rint(block.km[row, column] * 1000).astype(np.int64))
    return Network(
        columns.aantal,
        columns.known,
        np.concatenate(cells),
        np.concatenate(offers),
        np.concatenate(metres),
    )


def _none() -> Ints:
    return np.empty(0, np.int64)
