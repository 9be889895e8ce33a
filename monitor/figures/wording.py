"""A figure in words: its value, its teller and noemer, the difference with another."""

import math
from decimal import Decimal
from typing import TYPE_CHECKING

from monitor.values.dutch import SPACE, UNKNOWN, count, noun, number, with_unit
from monitor.values.moments import date
from monitor.values.rounding import rounded


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


CLOSED = "verborgen"
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
    low, high = (rounded_end(end, indicator, decimals) for end in shown(figure))
    if low is not None and high is not None:
        decimals = decimals_of(figure, indicator) if decimals is None else decimals
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
    """In a sentence: 37.753 leerlingen | 1–4 leerlingen (door de bron verborgen) | 30–34 leerlingen, of a
    class that is ours."""
    return _dated(_value_long(figure, indicator), figure)


def _value_long(figure: "Figure", indicator: "Indicator") -> str:
    low, high = (rounded_end(end, indicator) for end in shown(figure))
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
    ends = with_unit("–".join(_plain(end, indicator) for end in (low, high)), indicator.unit)
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


def rounded_end(
    end: float | None, indicator: "Indicator", decimals: int | None = None
) -> Decimal | None:
    if end is None or not math.isfinite(end):
        return None
    return rounded(end, indicator.decimals if decimals is None else decimals)


def decimals_of(figure: "Figure", indicator: "Indicator") -> int:
    """A duration of a class is given in whole weeks: a decimal would be none."""
    return 0 if figure.is_banded and indicator.kind == "duur" else indicator.decimals


def _plain(end: Decimal, indicator: "Indicator") -> str:
    return number(end, indicator.decimals)
