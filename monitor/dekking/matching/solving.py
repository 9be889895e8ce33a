"""The whole of it: from needs and arrangements to what is covered, what is not, and why."""

from collections.abc import Iterable, Sequence

import numpy as np

from monitor.dekking.matching import reasons
from monitor.dekking.matching.input import MatchingInput, Progress
from monitor.dekking.matching.intervals import certain, possible
from monitor.dekking.matching.model import (
    Alternative,
    Arrangement,
    Cell,
    CellState,
    Cut,
    Need,
    Placed,
    Rules,
    Run,
    Use,
)
from monitor.dekking.matching.outcome import PlacementOutcome, Totals
from monitor.dekking.matching.solved_part import SolvedPart


def solve(
    needs: Iterable[Need],
    arrangements: Iterable[Arrangement],
    rules: Rules | None = None,
    run: Run = Run.PLAN,
    progress: Progress | None = None,
) -> PlacementOutcome:
    """The largest number of pupils that can be placed at the same time, and all about it.

    Samenwerkingsverbanden are solved one by one, as no arrangement serves two. The outcome does
    not depend on the order of what is given. MonitorError when two arrangements of one
    samenwerkingsverband have the same code.
    """
    given = MatchingInput(needs, arrangements)
    parts: list[SolvedPart] = []
    cells = [reasons.without_home(need) for need in given.homeless]
    for part in given.parts(rules, run, progress):
        parts.append(part)
        cells += _cells(part)
    per_swv = given.totals(parts)
    return PlacementOutcome(
        run=run,
        totals=_added(per_swv.values()),
        per_swv=per_swv,
        km=sum(int((part.placed * part.known.metres).sum()) for part in parts) / 1000,
        cellen=tuple(cells),
        arrangementen=tuple(use for part in parts for use in _uses(part)),
        plaatsingen=tuple(placed for part in parts for placed in _placements(part)),
        snede=_cut(parts),
        messages=tuple(given.messages),
        parts=tuple(parts),
    )


def totals(
    needs: Iterable[Need],
    arrangements: Iterable[Arrangement],
    rules: Rules | None = None,
    run: Run = Run.PLAN,
) -> dict[str | None, Totals]:
    """Per samenwerkingsverband, and nothing else: a tenth of the work, for trends and maps."""
    given = MatchingInput(needs, arrangements)
    return given.totals(list(given.parts(rules, run)))


def around(outcome: PlacementOutcome, need: Need, count: int = 10) -> tuple[Alternative, ...]:
    """What a click on a cell asks: arrangements for its vraag, those with the least in the way
    first, then the nearest; empty for a need without a home. `need` is that of a cell."""
    for part in outcome.parts:
        if part.swv == need.swv and need in part.columns.needs:
            return reasons.around(part, need, count)
    return ()


def _added(some: Iterable[Totals]) -> Totals:
    some = list(some)
    return Totals(
        sum(one.behoefte for one in some),
        sum(one.gedekt for one in some),
        sum(one.onbekend for one in some),
        sum(one.tekort for one in some),
    )


def _cells(part: SolvedPart) -> list[Cell]:
    hoped, needs = part.hoped, part.columns.needs
    least, most = certain(hoped), possible(hoped, part.hoped_flow)
    unknown = np.zeros(len(needs), np.int64)
    if not part.is_known:
        unknown = possible(part.known, part.known_flow) - most
    cell = part.known.cell
    placed = np.bincount(cell, part.placed, minlength=len(needs)).astype(np.int64)
    metres = np.bincount(cell, part.placed * part.known.metres, minlength=len(needs))
    found = reasons.find(part, np.flatnonzero(most + unknown > 0), most)
    fitting, alone = reasons.providers(part)
    cells = []
    for i, need in enumerate(needs):
        state, reason = CellState.GEDEKT, ""
        alternatives: tuple[Alternative, ...] = ()
        if i in found:
            state, reason, alternatives = found[i]
        elif i in alone:
            state, reason = CellState.KWETSBAAR, f"Er is maar één aanbieder: {alone[i]}."
        cells.append(
            Cell(
                need=need,
                placed=int(placed[i]),
                km=float(metres[i]) / 1000,
                certain=int(least[i]),
                possible=int(most[i]),
                onbekend=int(unknown[i]),
                state=state,
                reason=reason,
                in_cut=bool(part.hoped_flow.cut_cells[i]),
                fitting=int(fitting[i]),
                alternatives=alternatives,
            )
        )
    return cells


def _uses(part: SolvedPart) -> list[Use]:
    columns = part.columns
    reached = part.hoped_flow.cut_arrangements
    return [
        Use(
            arrangement=offer,
            places=None if columns.is_unknown[i] else int(columns.known[i]),
            used=int(part.used[i]),
            free=None if columns.is_unknown[i] else int(columns.known[i] - part.used[i]),
            in_cut=bool(reached[i] and columns.hoped[i] > 0),
            marginal=int(reached[i]),
        )
        for i, offer in enumerate(columns.offers)
    ]


def _placements(part: SolvedPart) -> list[Placed]:
    known, columns = part.known, part.columns
    return [
        Placed(
            columns.needs[known.cell[edge]],
            columns.offers[known.arrangement[edge]],
            int(part.placed[edge]),
            float(known.metres[edge]) / 1000,
        )
        for edge in np.flatnonzero(part.placed).tolist()
    ]


def _cut(parts: Sequence[SolvedPart]) -> Cut:
    needs: list[Need] = []
    arrangements: list[Arrangement] = []
    places = 0
    for part in parts:
        columns, flow = part.columns, part.hoped_flow
        full = flow.cut_arrangements & (columns.hoped > 0)
        needs += [columns.needs[i] for i in np.flatnonzero(flow.cut_cells)]
        arrangements += [columns.offers[i] for i in np.flatnonzero(full)]
        places += int(columns.hoped[full].sum())
    return Cut(tuple(needs), tuple(arrangements), sum(n.aantal for n in needs), places)
