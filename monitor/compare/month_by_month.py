"""How a stand became the next one: in, out, and who moved house inside the samenwerkingsverband.

    stand = stand of the month before + in - out + moved

Below the samenwerkingsverband somebody can leave one gemeente for the next without a melding
that begins or ends; of the whole, what is left over is a melding that became clear.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from monitor.figures.door import Figure


@dataclass(frozen=True)
class Month:
    """One month of one region; `came` and `left` are None where they were not counted."""

    stand: Figure
    before: Figure | None
    came: Figure | None
    left: Figure | None

    @property
    def is_hidden(self) -> bool:
        """Whether in or out is hidden for who looks."""
        return any(f is not None and f.is_hidden for f in (self.came, self.left))

    @property
    def moved(self) -> tuple[float, float] | None:
        """(least, most) that is left over: of what is certain, and of what is possible. None where
        that is not known exactly: of classes it would be nearly anything."""
        if self.before is None or self.came is None or self.left is None:
            return None
        if any(f.is_hidden or f.is_banded
               for f in (self.stand, self.before, self.came, self.left)):  # fmt: skip
            return None
        ends = []
        for end in ("teller", "teller_max"):
            stand, before, came, left = (
                getattr(f, end) or 0.0 for f in (self.stand, self.before, self.came, self.left)
            )
            ends.append(stand - before - came + left)
        return min(ends), max(ends)


def months(stands: Sequence[Figure], came: Sequence[Figure], left: Sequence[Figure]) -> list[Month]:
    """The months of one region, oldest first."""
    by_end = {figure.periode[:7]: figure for figure in stands}
    ins, outs = ({f.periode: f for f in found} for found in (came, left))
    out = []
    before: Figure | None = None
    for name in sorted(by_end):
        last = before if before is not None and _follows(before.periode[:7], name) else None
        out.append(Month(by_end[name], last, ins.get(name), outs.get(name)))
        before = by_end[name]
    return out


def _follows(one: str, other: str) -> bool:
    """Whether a month (2025-10) is the one after another."""
    (year, month), (next_year, next_month) = (map(int, name.split("-")) for name in (one, other))
    return 12 * next_year + next_month == 12 * year + month + 1
