"""What comes out of the matching, all of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from monitor.dekking.matching.model import Cell, Cut, Message, Placed, Run, Use
from monitor.dekking.matching.solved_part import SolvedPart


@dataclass(frozen=True, slots=True)
class Totals:
    """behoefte = gedekt + onbekend + tekort, each of them unique."""

    behoefte: int
    gedekt: int
    onbekend: int
    """Pupils without a known home, or who are covered only if places exist that nobody reported."""
    tekort: int


@dataclass(frozen=True)
class PlacementOutcome:
    """All of it."""

    run: Run
    totals: Totals
    per_swv: Mapping[str | None, Totals]
    km: float
    """Of all who are placed: the least that a largest placement takes."""
    cellen: tuple[Cell, ...]
    arrangementen: tuple[Use, ...]
    plaatsingen: tuple[Placed, ...]
    snede: Cut
    messages: tuple[Message, ...]
    parts: Sequence[SolvedPart] = field(repr=False, compare=False)
    """The networks, for what is asked next."""

    @property
    def behoefte(self) -> int:
        return self.totals.behoefte

    @property
    def gedekt(self) -> int:
        return self.totals.gedekt

    @property
    def onbekend(self) -> int:
        return self.totals.onbekend

    @property
    def tekort(self) -> int:
        return self.totals.tekort
