"""The minimum cut, in pieces: who shares which places, apart from all others who are short."""

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from monitor.dekking.matching.model import Cut
from monitor.dekking.matching.outcome import PlacementOutcome
from monitor.dekking.matching.solved_part import SolvedPart


def knots(outcome: PlacementOutcome) -> list[Cut]:
    """The pieces of `outcome.snede`, the largest gap first; they add up to it.

    Needs without any place share nothing with anybody: together they are the one piece without
    arrangements.
    """
    found: list[Cut] = []
    for part in outcome.parts:
        found += _pieces(part)
    return sorted(found, key=lambda piece: (-piece.gap, -piece.need, str(piece.needs[0])))


def _pieces(part: SolvedPart) -> list[Cut]:
    """The connected pieces of cells in the cut and the full arrangements that they may use."""
    needs, offers, hoped = part.columns.needs, part.columns.offers, part.hoped
    cut = part.hoped_flow.cut_cells
    kept = cut[hoped.cell] & (hoped.places[hoped.arrangement] > 0)
    cells, arrangements = hoped.cell[kept], hoped.arrangement[kept]
    size = len(needs) + len(offers)
    graph = sparse.coo_array(
        (np.ones(len(cells), np.int8), (cells, len(needs) + arrangements)), shape=(size, size)
    )
    _, label = csgraph.connected_components(graph, directed=False)
    has_place = np.zeros(len(needs), bool)
    has_place[cells] = True
    alone = np.flatnonzero(cut & ~has_place).tolist()
    pieces: list[tuple[list[int], list[int]]] = [(alone, [])] if alone else []
    shared = np.flatnonzero(cut & has_place)
    for piece in np.unique(label[shared]).tolist():
        members = shared[label[shared] == piece].tolist()
        places = np.unique(arrangements[label[cells] == piece]).tolist()
        pieces.append((members, places))
    return [
        Cut(
            tuple(needs[i] for i in members),
            tuple(offers[i] for i in places),
            sum(needs[i].aantal for i in members),
            int(hoped.places[places].sum()) if places else 0,
        )
        for members, places in pieces
    ]
