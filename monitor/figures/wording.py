"""A figure in words: its value, its teller and noemer, the difference with another."""

import math
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from monitor.values.dutch import SPACE, UNKNOWN, count, noun, number, with_unit
from monitor.values.moments import date
from monitor.values.rounding import FURTHER, NOISE, Apart, apart, rounded


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


CLOSED = "verborgen"
DIFFERENCE_RULE = (
    "Een verschil is het verschil van de onafgeronde cijfers, één keer afgerond. Komt daar iets anders "
    "uit dan wie de afgeronde cijfers aftrekt zou vinden, dan staat het verschil er met een cijfer meer "
    "achter de komma: 1,04 en 1,06 % staan er als 1,0 en 1,1 %, en verschillen 0,02 procentpunt. "
    "‘Gelijk’ is wat er afgerond gelijk uitziet en ook niet meer verschilt. Wie aantallen in klassen "
    "ziet, ziet verschillen van die klassen: meer is er dan niet om af te trekken."
)
"""For the page Begrippen (decision 55)."""
BY_LOWEST = "De kleur op de kaart volgt het laagste getal van elke klasse."
# ------------------------------------------------------------------------------------ values


def shown(figure: "Figure") -> tuple[float | None, float | None]:
    """(lowest, highest) value that may be drawn, sorted on or written.

    Of what we hide there is nothing to draw: its place on an axis would give it away.
    """
    if figure.is_hidden:
        return None, None
    return figure.waarde, figure.waarde_max


def is_closed(figure: "Figure") -> bool:
    """Whether it is hidden as a whole, so that not even "minder dan 5" is said."""
    return figure.is_hidden and figure.teller is None and figure.teller_max is None


def is_known(figure: "Figure") -> bool:
    """Whether there is anything to draw."""
    return shown(figure) != (None, None)


def value(figure: "Figure", indicator: "Indicator", decimals: int | None = None) -> str:
    """In a cell, on a card or at the end of a bar: 3,4 % | 37.753 | 1–4 | minder dan 5.

    `decimals` where the indicator's own would contradict a difference (`precision`).
    """
    unit = "" if indicator.kind == "aantal" else indicator.unit
    return _dated(_value(figure, indicator, unit, decimals), figure)


def value_agreed(figure: "Figure", indicator: "Indicator") -> str:
    """As `value`, with no more decimals than those on which both ends agree: 1,0 % of 1,04–1,05 %.

    Where they agree on none, and of counts and classes, the interval itself.
    """
    low, high = shown(figure)
    if low is None or high is None or figure.is_banded or indicator.kind == "aantal":
        return value(figure, indicator)
    for decimals in range(indicator.decimals, -1, -1):
        if rounded(low, decimals) == rounded(high, decimals) != 0:
            return value(figure, indicator, decimals)
    return value(figure, indicator)


def value_bare(figure: "Figure", indicator: "Indicator") -> str:
    """In a column with the unit in its header: 3,4"""
    return _dated(_value(figure, indicator, ""), figure)


def corrected(figure: "Figure") -> str:
    """gecorrigeerd op 3 maart 2026: since when it is in another class than was shown before; empty
    where it is not."""
    return "" if figure.corrected is None else f"gecorrigeerd op {date(figure.corrected)}"


def _dated(words: str, figure: "Figure") -> str:
    said = corrected(figure)
    return f"{words} ({said})" if said else words


def _value(figure: "Figure", indicator: "Indicator", unit: str, decimals: int | None = None) -> str:
    if figure.is_hidden:
        return _hidden(figure, indicator, SPACE)
    if _has_unknown(figure, indicator):
        return with_unknown(figure)
    low, high = (_rounded(end, indicator, decimals) for end in shown(figure))
    if low is not None and high is not None:
        decimals = _decimals(figure, indicator) if decimals is None else decimals
        ends = [number(end, decimals) for end in ((low,) if low == high else (low, high))]
        return with_unit("–".join(ends), unit)
    if low:
        return f"ten minste {with_unit(_plain(low, indicator), unit)}"
    if high is not None:
        return f"ten hoogste {with_unit(_plain(high, indicator), unit)}"
    return UNKNOWN


def _has_unknown(figure: "Figure", indicator: "Indicator") -> bool:
    """Whether it is an interval because of some it is not known whether they are short."""
    return (
        indicator.measure == "tekort"
        and not figure.is_banded
        and figure.teller is not None
        and figure.teller_max is not None
        and figure.teller < figure.teller_max
    )


def with_unknown(figure: "Figure", words: str = "") -> str:
    """201 (van 1 onbekend) | 201 leerlingen (van 1 onbekend): a shortage, in one form everywhere."""
    low, high = figure.teller or 0, figure.teller_max or 0
    return beside_unknown(with_unit(count(low), noun(low, words)), high - low)


def beside_unknown(words: str, unknown: float) -> str:
    """201 (van 1 onbekend): a number that is short for certain, and of how many it is not known."""
    return f"{words} (van {count(unknown)} onbekend)" if unknown else words


def value_long(figure: "Figure", indicator: "Indicator") -> str:
    """In a sentence: 37.753 leerlingen | 1 tot 4 leerlingen (door de bron verborgen) | 30 tot 34
    leerlingen, of a class that is ours."""
    return _dated(_value_long(figure, indicator), figure)


def _value_long(figure: "Figure", indicator: "Indicator") -> str:
    low, high = (_rounded(end, indicator) for end in shown(figure))
    if figure.is_hidden:
        return _hidden(figure, indicator, " ")
    if _has_unknown(figure, indicator):
        return with_unknown(figure, indicator.unit)
    if low is None or high is None or low == high:
        unit = "" if indicator.kind == "aantal" else indicator.unit
        text = _value(figure, indicator, unit)
        if indicator.kind != "aantal" or text == UNKNOWN:
            return text
        one = float(low) if low is not None and low == high else None
        return with_unit(text, noun(one, indicator.unit))
    ends = with_unit(" tot ".join(_plain(end, indicator) for end in (low, high)), indicator.unit)
    if figure.is_banded:
        # The page says once that these are classes, and why.
        return ends
    is_hidden = indicator.kind == "aantal" and (low, high) == (1, 4)
    return f"{ends} ({'door de bron verborgen' if is_hidden else 'preciezer is de bron niet'})"


def teller_noemer(figure: "Figure", indicator: "Indicator") -> str:
    """37.753 leerlingen in het vso op 953.648 leerlingen in het regulier vo

    Empty for a published value, of which they are not known.
    """
    if figure.teller is figure.teller_max is figure.noemer is figure.noemer_max is None:
        return ""
    low, high = figure.teller, figure.teller_max
    if figure.is_hidden:
        counted = f"{_less_than(figure) or 'een verborgen aantal'} {indicator.teller}"
    elif _has_unknown(figure, indicator):
        counted = with_unknown(figure, indicator.teller)
    else:
        counted = _amount(low, high, indicator.teller)
    if indicator.kind == "aantal" or not indicator.noemer:
        return counted
    preposition = "op" if indicator.kind == "aandeel" else "over"
    return f"{counted} {preposition} {_amount(figure.noemer, figure.noemer_max, indicator.noemer)}"


def interval(low: float | None, high: float | None) -> str:
    """A number that may be open: 12 | 1–4 | ten minste 3 | onbekend."""
    if low is not None and high is not None:
        return count(low) if low == high else f"{count(low)}–{count(high)}"
    if low:
        return f"ten minste {count(low)}"
    return f"ten hoogste {count(high)}" if high is not None else UNKNOWN


def teller(figure: "Figure") -> str:
    """The teller alone, for a column of its own."""
    if figure.is_hidden:
        return _dated(_less_than(figure) or CLOSED, figure)
    return _dated(interval(figure.teller, figure.teller_max), figure)


def _amount(low: float | None, high: float | None, words: str) -> str:
    number_ = interval(low, high)
    if number_ == UNKNOWN:
        return f"een onbekend aantal {words}"
    return f"{number_}{SPACE}{noun(low if low == high else None, words)}"


def _hidden(figure: "Figure", indicator: "Indicator", space: str) -> str:
    less = _less_than(figure)
    if indicator.kind == "aantal":
        return (less or CLOSED).replace(" ", space)
    return f"{CLOSED} ({less} {indicator.teller})" if less and space == " " else CLOSED


def few(minimum: float) -> str:
    """minder dan 5: how a number below the smallest that is shown is called, wherever it stands."""
    return f"minder dan {number(minimum)}"


def _less_than(figure: "Figure") -> str:
    """minder dan 5, or nothing when a figure is hidden for the sake of another one."""
    if figure.teller_max is None or (figure.teller or 0) > 1:
        return ""
    return few(figure.teller_max + 1)


# ----------------------------------------------------------------------------------- changes


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
    decimals = min(_decimals(now, indicator), _decimals(before, indicator))
    return apart((low, high), (old_low, old_high), decimals, further=further, strict=strict,
                 written=written)  # fmt: skip


def _ends(figure: "Figure", indicator: "Indicator") -> tuple[Decimal | None, Decimal | None]:
    """What to subtract: the value itself, and of a class its ends as they are published."""
    decimals = None if figure.is_banded else NOISE
    low, high = (_rounded(end, indicator, decimals) for end in shown(figure))
    return low, high


def _rounded(
    end: float | None, indicator: "Indicator", decimals: int | None = None
) -> Decimal | None:
    if end is None or not math.isfinite(end):
        return None
    return rounded(end, indicator.decimals if decimals is None else decimals)


def _decimals(figure: "Figure", indicator: "Indicator") -> int:
    """A duration of a class is given in whole weeks: a decimal would be none."""
    return 0 if figure.is_banded and indicator.kind == "duur" else indicator.decimals


def _plain(end: Decimal, indicator: "Indicator") -> str:
    return number(end, indicator.decimals)
