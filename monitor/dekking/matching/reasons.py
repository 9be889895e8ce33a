"""Why a cell is short, in one state and one sentence, and what is nearest to a solution."""

from collections.abc import Iterator
from functools import cache

import numpy as np

from monitor.dekking.matching.fitting import BIT, NEVER, Block
from monitor.dekking.matching.flow import Bools, Ints
from monitor.dekking.matching.model import Alternative, Cell, CellState, Need, Obstacle
from monitor.dekking.matching.solved_part import SolvedPart


ALTERNATIVES = 3

Reason = tuple[CellState, str, tuple[Alternative, ...]]


def find(part: SolvedPart, cells: Ints, possible: Ints) -> dict[int, Reason]:
    """Of cells that are or may be short: state, sentence and nearest alternatives."""
    found: dict[int, Reason] = {}
    for block in part.columns.blocks(cells):
        row = _Rows(part, block)
        for i, cell in enumerate(block.cells.tolist()):
            state = row.state(i, is_short=bool(possible[cell]))
            found[cell] = state, row.sentence(i, state), tuple(row.alternatives(i, ALTERNATIVES))
    return found


def around(part: SolvedPart, need: Need, count: int) -> tuple[Alternative, ...]:
    """The arrangements for the vraag of a need, also of one that is covered: with the least in
    the way first, then the nearest. Without obstacles it fits and has room."""
    cell = np.array([part.columns.needs.index(need)], np.int64)
    (block,) = part.columns.blocks(cell)
    return tuple(_Rows(part, block).alternatives(0, count))


def without_home(need: Need) -> Cell:
    """A cell that cannot take part in the matching: neither covered nor short."""
    where = f"waar postcode {need.postcode4} ligt" if need.postcode4 else "de postcode"
    return Cell(
        need=need,
        placed=0,
        km=0.0,
        certain=0,
        possible=0,
        onbekend=need.aantal,
        state=CellState.ONBEKEND,
        reason=f"Niet bekend is {where}.",
        in_cut=False,
        fitting=0,
        alternatives=(),
    )


def providers(part: SolvedPart) -> tuple[Ints, dict[int, str]]:
    """[cells] how many arrangements with places fit, and for cells with one provider its name."""
    names = sorted({offer.provider for offer in part.columns.offers})
    number = {name: i for i, name in enumerate(names)}
    of_offer = np.array([number[offer.provider] for offer in part.columns.offers], np.int64)
    has_places = part.known.places[part.known.arrangement] > 0
    cell, offer = part.known.cell[has_places], part.known.arrangement[has_places]
    count = len(part.columns.needs)
    low, high = np.full(count, len(names)), np.full(count, -1)
    if len(cell):
        np.minimum.at(low, cell, of_offer[offer])
        np.maximum.at(high, cell, of_offer[offer])
    fitting = np.bincount(cell, minlength=count).astype(np.int64)
    return fitting, {int(i): names[low[i]] for i in np.flatnonzero(low == high)}


class _Rows:
    """Cells of one vraag against all offers for it."""

    def __init__(self, part: SolvedPart, block: Block) -> None:
        self._columns, self._block = part.columns, block
        bits = block.obstacles
        hoped = part.columns.hoped[block.offers]
        self._fits: Bools = (bits & NEVER) == 0
        self._hoped = hoped
        self._right_niveau: Bools = (bits & BIT[Obstacle.NIVEAU]) == 0
        self._near: Bools = (bits & BIT[Obstacle.AFSTAND]) == 0
        self._on_paper: Bools = (bits & BIT[Obstacle.OP_PAPIER]) != 0
        self._unknown: Bools = (bits & BIT[Obstacle.PLAATSEN_ONBEKEND]) != 0
        self._has_place: Bools = (bits & BIT[Obstacle.PLEK_ONBEKEND]) == 0
        known = part.columns.known[block.offers]
        # Also where something else is in the way: taking that away would not help then.
        is_full = (known > 0) & (part.used[block.offers] >= known)
        self._bits = bits | BIT[Obstacle.VOL] * is_full
        self._far = np.where(np.isnan(block.km), np.inf, block.km)
        count = np.bitwise_count(self._bits)
        # The least in the way comes first, then the nearest, then the code.
        self._order = np.lexsort((self._far, count), axis=1)

    def state(self, i: int, is_short: bool) -> CellState:
        fits, niveau, paper = self._fits[i], self._right_niveau[i], self._on_paper[i]
        open_ = (self._hoped > 0) & self._has_place[i]
        if not is_short:
            return CellState.ONBEKEND
        if (fits & open_).any():
            return CellState.VOL
        if (fits & paper).any():
            return CellState.OP_PAPIER
        if (niveau & open_ & self._near[i]).any():
            return CellState.BUITEN_BEREIK
        if (niveau & open_).any():
            return CellState.TE_VER
        if open_.any():
            return CellState.VERKEERD_NIVEAU
        return CellState.OP_PAPIER if (niveau & paper).any() else CellState.GEEN_AANBOD

    def sentence(self, i: int, state: CellState) -> str:
        need = self._columns.needs[int(self._block.cells[i])]
        fits = self._fits[i]
        if state is CellState.ONBEKEND:
            n = int((fits & self._unknown[i]).sum())
            return f"Van {_count(n)} is niet bekend hoeveel plaatsen er in de praktijk zijn."
        if state is CellState.VOL:
            full = fits & (self._hoped > 0)
            places = int(self._hoped[full].sum())
            are = "is vol" if full.sum() == 1 else "zijn vol"
            who = _count(int(full.sum())).replace("één", "Eén")
            text = f"{who} met samen {_places(places)} {are}."
            planned = int((full & self._unknown[i]).sum())
            if planned:
                text += f" Van {_count(planned)} is alleen bekend wat het plan zegt."
            return text
        if state is CellState.OP_PAPIER:
            paper = self._on_paper[i] & (fits if (fits & self._on_paper[i]).any() else True)
            plan = sum(
                self._columns.offers[int(o)].plaatsen_plan for o in self._block.offers[paper]
            )
            return f"Het aanbod bestaat alleen op papier: {_places(plan)} in het plan, 0 in de praktijk."
        if state is CellState.BUITEN_BEREIK:
            return self._out_of_reach(i)
        if state is CellState.TE_VER:
            return self._too_far(i)
        if state is CellState.VERKEERD_NIVEAU:
            return (
                f"Er is aanbod voor {need.ondersteuningsvraag}, maar niet op niveau {need.niveau}."
            )
        return f"Er is geen aanbod voor {need.ondersteuningsvraag} op niveau {need.niveau}."

    def _too_far(self, i: int) -> str:
        open_ = self._right_niveau[i] & (self._hoped > 0) & self._has_place[i]
        nearest = int(np.argmin(np.where(open_, self._far[i], np.inf)))
        offer = self._columns.offers[int(self._block.offers[nearest])]
        text = f"Het dichtstbijzijnde aanbod is {offer.arrangementscode} op {_km(self._far[i, nearest])}"
        bits = int(self._bits[i, nearest])
        whys = []
        if bits & BIT[Obstacle.AFSTAND]:
            whys.append(f"de norm is {_km(self._block.max_km[i, nearest])}")
        if bits & BIT[Obstacle.BEREIK]:
            own = "eigen school" if offer.bereik == "school" else f"eigen {offer.bereik}"
            whys.append(f"het is er alleen voor de {own}")
        return f"{text}; {' en '.join(whys)}."

    def _out_of_reach(self, i: int) -> str:
        """Of what is near enough the nearest with room; without any room the nearest."""
        shut = self._right_niveau[i] & (self._hoped > 0) & self._has_place[i] & self._near[i]
        has_room = (self._bits[i] & BIT[Obstacle.VOL]) == 0
        chosen = shut & has_room if (shut & has_room).any() else shut
        nearest = int(np.argmin(np.where(chosen, self._far[i], np.inf)))
        offer = self._columns.offers[int(self._block.offers[nearest])]
        limit = self._block.max_km[i, nearest]
        norm = "" if np.isinf(limit) else f", binnen de norm van {_km(limit)}"
        own = "eigen school" if offer.bereik == "school" else f"eigen {offer.bereik}"
        full = "" if has_room[nearest] else ", en het is vol"
        return (
            f"Er is aanbod op {_km(self._far[i, nearest])}{norm}, maar alleen voor de {own}: "
            f"{offer.arrangementscode}{full}."
        )

    def alternatives(self, i: int, count: int) -> Iterator[Alternative]:
        for at in self._order[i, :count].tolist():
            km, limit = float(self._block.km[i, at]), float(self._block.max_km[i, at])
            bits = int(self._bits[i, at])
            yield Alternative(
                self._columns.offers[int(self._block.offers[at])],
                None if np.isnan(km) else km,
                None if np.isinf(limit) else limit,
                _obstacles(bits),
            )


@cache
def _obstacles(bits: int) -> tuple[Obstacle, ...]:
    return tuple(one for one in Obstacle if bits & BIT[one])


def _count(n: int) -> str:
    return "één passend arrangement" if n == 1 else f"{n} passende arrangementen"


def _places(n: int) -> str:
    return "1 plaats" if n == 1 else f"{n} plaatsen"


def _km(km: float | np.float64) -> str:
    return f"{km:.1f} km".replace(".", ",").replace(",0 km", " km")
