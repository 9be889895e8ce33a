"""The difference of two figures: how large it is, and in words."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from monitor.figures.wording import decimals_of, rounded_end, shown
from monitor.values.dutch import UNKNOWN, noun, number, with_unit
from monitor.values.rounding import FURTHER, NOISE, Apart, apart


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


DIFFERENCE_RULE = (
    "Een verschil is het verschil van de onafgeronde cijfers, één keer afgerond. Komt daar iets anders "
    "uit dan wie de afgeronde cijfers aftrekt zou vinden, dan staat het verschil er met een cijfer meer "
    "achter de komma: 1,04 en 1,06 % staan er als 1,0 en 1,1 %, en verschillen 0,02 procentpunt. "
    "‘Gelijk’ is wat er afgerond gelijk uitziet en ook niet meer verschilt. Wie aantallen in klassen "
    "ziet, ziet verschillen van die klassen: meer is er dan niet om af te trekken."
)
"""For the page Begrippen (decision 55)."""


def change(now: "Figure", before: "Figure", indicator: "Indicator") -> str:
    """0,3 procentpunt hoger | 12 leerlingen minder | gelijk | misschien gelijk | onbekend

    The difference of the two values before rounding, so that nothing is rounded twice; with more
    decimals where the values as shown would contradict it (decision 55).
    """
    found = apart_of(now, before, indicator)
    if found is None:
        return UNKNOWN
    low, high, decimals = found
    if low == high == 0:
        return "gelijk"
    if low <= 0 <= high:
        return "misschien gelijk"
    more, less = ("meer", "minder") if indicator.kind == "aantal" else ("hoger", "lager")
    small, large = sorted((abs(low), abs(high)))
    text = number(small, decimals)
    if small != large:
        text += f"–{number(large, decimals)}"
    unit = "procentpunt" if indicator.unit == "%" else indicator.unit
    unit = noun(float(small) if small == large else None, unit)
    return f"{with_unit(text, unit)} {more if low > 0 else less}"


def change_in_short(now: "Figure", before: "Figure", indicator: "Indicator") -> str:
    """As `change`, on a card: an open difference with its ends rounded outward in the decimals of the
    indicator, so that it holds the whole of it: 3,2–3,9 procentpunt hoger, of 3,2558–3,8242."""
    found = apart_of(now, before, indicator)
    if found is None or found.low <= 0 <= found.high or found.decimals <= indicator.decimals:
        return change(now, before, indicator)
    small, large = sorted((abs(found.low), abs(found.high)))
    step = Decimal(1).scaleb(-indicator.decimals)
    near = small.quantize(step, ROUND_FLOOR)
    far = large.quantize(step, ROUND_CEILING)
    if not near or small == large:
        return change(now, before, indicator)
    more, less = ("meer", "minder") if indicator.kind == "aantal" else ("hoger", "lager")
    unit = "procentpunt" if indicator.unit == "%" else noun(None, indicator.unit)
    ends = f"{number(near, indicator.decimals)}–{number(far, indicator.decimals)}"
    return f"{with_unit(ends, unit)} {more if found.low > 0 else less}"


def why_unsure(now: "Figure", before: "Figure") -> str:
    """Why a difference cannot be said, after a colon."""
    if now.is_banded or before.is_banded:
        return "de twee klassen overlappen"
    return "zo precies is de bron niet"


def difference(
    now: "Figure", before: "Figure", indicator: "Indicator", *, strict: bool = False
) -> tuple[Decimal, Decimal] | None:
    """(least, most) that a value rose, rounded once; None when an end is unknown.

    What differs less than can be seen is nought, unless `strict`.
    """
    found = apart_of(now, before, indicator, strict=strict)
    return None if found is None else (found.low, found.high)


def precision(
    now: "Figure", before: "Figure", indicator: "Indicator", *, strict: bool = False
) -> int | None:
    """In how many decimals two values and their difference agree; None: in those they have."""
    found = apart_of(now, before, indicator, strict=strict)
    return None if found is None or found.decimals <= indicator.decimals else found.decimals


def apart_of(
    now: "Figure", before: "Figure", indicator: "Indicator", *, strict: bool = False,
    written: int = 0,
) -> Apart | None:  # fmt: skip
    """The difference with the decimals it takes (`rounding.apart`); None when an end is unknown."""
    low, high = _ends(now, indicator)
    old_low, old_high = _ends(before, indicator)
    if low is None or high is None or old_low is None or old_high is None:
        return None
    # Of a class nothing is known but the ends that are published: there is nothing behind them.
    further = 0 if now.is_banded or before.is_banded else FURTHER
    decimals = min(decimals_of(now, indicator), decimals_of(before, indicator))
    return apart((low, high), (old_low, old_high), decimals, further=further, strict=strict,
                 written=written)  # fmt: skip


def _ends(figure: "Figure", indicator: "Indicator") -> tuple[Decimal | None, Decimal | None]:
    """What to subtract: the value itself, and of a class its ends as they are published."""
    decimals = None if figure.is_banded else NOISE
    low, high = (rounded_end(end, indicator, decimals) for end in shown(figure))
    return low, high
