"""Who may use which arrangement: vraag, niveau, reach and norm all fit, whether it is full or not."""

from collections import defaultdict
from collections.abc import Callable

from monitor.dekking.matching.model import Need, Use
from monitor.dekking.matching.outcome import PlacementOutcome


def within_reach(outcome: PlacementOutcome, arrangementscode: str) -> list[Need]:
    """The needs that an arrangement may serve, as they are cells of the outcome."""
    found = []
    for part in outcome.parts:
        places = [
            i
            for i, one in enumerate(part.columns.offers)
            if one.arrangementscode == arrangementscode
        ]
        for place in places:
            cells = part.known.cell[part.known.arrangement == place]
            found += [part.columns.needs[i] for i in sorted(set(cells.tolist()))]
    return found


def serving(outcome: PlacementOutcome, is_asked: Callable[[Need], bool]) -> list[tuple[Use, int]]:
    """(arrangement after the matching, pupils who are asked about and may use it), those that most
    may use first."""
    pupils: dict[str, int] = defaultdict(int)
    for part in outcome.parts:
        asked = [is_asked(need) for need in part.columns.needs]
        for cell, at in zip(part.known.cell.tolist(), part.known.arrangement.tolist(), strict=True):
            if asked[cell]:
                code = part.columns.offers[at].arrangementscode
                pupils[code] += part.columns.needs[cell].aantal
    found = [
        (use, pupils[use.arrangement.arrangementscode])
        for use in outcome.arrangementen
        if use.arrangement.arrangementscode in pupils
    ]
    return sorted(found, key=lambda one: (-one[1], one[0].arrangement.arrangementscode))
