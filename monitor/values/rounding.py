"""Rounding, once: of a value, and of the difference of two values."""

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple


NOISE = 9
"""Decimals beyond which two sums of doubles may differ while they are the same number."""
FURTHER = 6
"""How many more decimals a difference may take before it stands in no contradiction."""

Ends = tuple[float | Decimal, float | Decimal]


class Apart(NamedTuple):
    """How much a value rose, rounded once, and in how many decimals it is to be written."""

    low: Decimal
    high: Decimal
    decimals: int


def rounded(value: float | Decimal, decimals: int = 0) -> Decimal:
    """A half goes up, as people are taught, and not to the even neighbour; never -0."""
    step = Decimal(1).scaleb(-decimals)
    return Decimal(str(value)).quantize(step, ROUND_HALF_UP) + 0


def apart(
    now: Ends, before: Ends, decimals: int, *, further: int = FURTHER, written: int = 0,
    strict: bool = False,
) -> Apart:  # fmt: skip
    """The least and the most that a value rose from `before` to `now`, each (lowest, highest).

    Subtracted before anything is rounded. A reader subtracts what is written: where that gives
    something else than the difference, or hides that there is one, it takes as many decimals more
    as are needed (`further` at most). `written` is the fewest decimals in which `before` is written.
    With `strict` a difference that rounds to nought is written out too.
    """
    pairs = ((now[0], before[1]), (now[1], before[0]))
    exact = [rounded(one, NOISE) - rounded(other, NOISE) for one, other in pairs]
    at = decimals
    for at in range(decimals, decimals + further + 1):
        if all(
            _agrees(*pair, gap, at, max(at, written))
            and (rounded(gap, at) or not _is_told(*pair, gap, decimals, written, strict))
            for pair, gap in zip(pairs, exact, strict=True)
        ):
            break
    return Apart(rounded(exact[0], at), rounded(exact[1], at), at)


def _agrees(
    one: float | Decimal, other: float | Decimal, gap: Decimal, at: int, other_at: int
) -> bool:
    """Whether who subtracts the two values as written finds the difference as written."""
    return rounded(rounded(one, at) - rounded(other, other_at), at) == rounded(gap, at)


def _is_told(
    one: float | Decimal, other: float | Decimal, gap: Decimal, decimals: int, written: int,
    strict: bool,
) -> bool:  # fmt: skip
    """Whether a difference may not be called none: a reader sees two values that differ."""
    if strict:
        return bool(gap)
    return bool(gap) and rounded(one, decimals) != rounded(other, max(decimals, written))
