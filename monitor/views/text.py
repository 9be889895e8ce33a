"""Numbers, dates and values as people write them in Dutch."""

import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import TYPE_CHECKING

from babel.numbers import NumberPattern, parse_pattern

# Dates are texts too: callers find them here.
from monitor.views.moments import (  # noqa: F401
    LOCALE,
    clock_here,
    date,
    day_here,
    fits_moment,
    period,
    period_short,
    position,
    when,
    year,
)


if TYPE_CHECKING:
    from monitor.indicators import Figure, Indicator


SPACE = "\u00a0"
"""Between a number and its unit: a line never breaks there."""
UNKNOWN = "onbekend"
CLOSED = "verborgen"
BY_LOWEST = "De kleur op de kaart volgt het laagste getal van elke klasse."
SINGULAR = {
    "aanvragen": "aanvraag",
    "aanbieders": "aanbieder",
    "arrangementen": "arrangement",
    "dagen": "dag",
    "kilometers": "kilometer",
    "kinderen": "kind",
    "leerlingen": "leerling",
    "maanden": "maand",
    "meldingen": "melding",
    "plaatsen": "plaats",
    "plekken": "plek",
    "scholen": "school",
    "schoolverlaters": "schoolverlater",
    "thuiszitters": "thuiszitter",
    "tlv's": "tlv",
    "verklaringen": "verklaring",
    "vragen": "vraag",
    "weken": "week",
}
"""Two leerlingen, one leerling: the units that change."""


@cache
def _pattern(decimals: int) -> NumberPattern:
    return parse_pattern("#,##0." + "0" * decimals if decimals else "#,##0")


def rounded(value: float, decimals: int = 0) -> Decimal:
    """A half goes up, as people are taught, and not to the even neighbour; never -0."""
    step = Decimal(1).scaleb(-decimals)
    return Decimal(str(value)).quantize(step, ROUND_HALF_UP) + 0


def number(value: float | Decimal | None, decimals: int = 0) -> str:
    """1.234,5"""
    if value is None or not math.isfinite(value):
        return UNKNOWN
    return _pattern(decimals).apply(rounded(float(value), decimals), LOCALE)


def count(value: float | None) -> str:
    """A number of pupils; the half of a pupil at the vavo stays a half: 16.766,5."""
    return number(value, 0 if value is None or float(value).is_integer() else 1)


def percentage(value: float | None, decimals: int = 1) -> str:
    """12,5 %"""
    return _with_unit(number(value, decimals), "%") if value is not None else UNKNOWN


def euro(value: float | None) -> str:
    """€ 12.500"""
    return _with_unit(number(value), "euro") if value is not None else UNKNOWN


def noun(amount: float | None, plural: str) -> str:
    """The word after a number: 1 leerling, 2 leerlingen in het vso, 0,3 week."""
    first, _, rest = plural.partition(" ")
    if amount is not None and 0 < amount <= 1 and first in SINGULAR:
        return f"{SINGULAR[first]} {rest}".strip()
    return plural


def joined(words: Sequence[str], last: str = "en") -> str:
    """a, b en c"""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def ordinal(value: int) -> str:
    """3e"""
    return f"{number(value)}e"


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


def value(figure: "Figure", indicator: "Indicator") -> str:
    """In a cell, on a card or at the end of a bar: 3,4 % | 37.753 | 1–4 | minder dan 5."""
    return _value(figure, indicator, "" if indicator.kind == "aantal" else indicator.unit)


def value_bare(figure: "Figure", indicator: "Indicator") -> str:
    """In a column with the unit in its header: 3,4"""
    return _value(figure, indicator, "")


def _value(figure: "Figure", indicator: "Indicator", unit: str) -> str:
    if figure.is_hidden:
        return _hidden(figure, indicator, SPACE)
    low, high = (_rounded(end, indicator) for end in shown(figure))
    if low is not None and high is not None:
        decimals = _decimals(figure, indicator)
        ends = [number(end, decimals) for end in ((low,) if low == high else (low, high))]
        return _with_unit("–".join(ends), unit)
    if low:
        return f"ten minste {_with_unit(_plain(low, indicator), unit)}"
    if high is not None:
        return f"ten hoogste {_with_unit(_plain(high, indicator), unit)}"
    return UNKNOWN


def value_long(figure: "Figure", indicator: "Indicator") -> str:
    """In a sentence: 37.753 leerlingen | 1 tot 4 leerlingen (door de bron verborgen) | 30 tot 34
    leerlingen, of a class that is ours."""
    low, high = (_rounded(end, indicator) for end in shown(figure))
    if figure.is_hidden:
        return _hidden(figure, indicator, " ")
    if low is None or high is None or low == high:
        text = value(figure, indicator)
        if indicator.kind != "aantal" or text == UNKNOWN:
            return text
        one = float(low) if low is not None and low == high else None
        return _with_unit(text, noun(one, indicator.unit))
    ends = _with_unit(" tot ".join(_plain(end, indicator) for end in (low, high)), indicator.unit)
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
        return _less_than(figure) or CLOSED
    return interval(figure.teller, figure.teller_max)


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

    The difference of the two values as they are shown, so that a reader can check it.
    """
    ends = difference(now, before, indicator)
    if ends is None:
        return UNKNOWN
    low, high = ends
    if low == high == 0:
        return "gelijk"
    if low <= 0 <= high:
        return "misschien gelijk"
    more, less = ("meer", "minder") if indicator.kind == "aantal" else ("hoger", "lager")
    small, large = sorted((abs(low), abs(high)))
    decimals = min(_decimals(now, indicator), _decimals(before, indicator))
    text = number(small, decimals)
    if small != large:
        text += f"–{number(large, decimals)}"
    unit = "procentpunt" if indicator.unit == "%" else indicator.unit
    unit = noun(float(small) if small == large else None, unit)
    return f"{_with_unit(text, unit)} {more if low > 0 else less}"


def why_unsure(now: "Figure", before: "Figure") -> str:
    """Why a difference cannot be said, after a colon."""
    if now.is_banded or before.is_banded:
        return "de twee klassen overlappen"
    return "zo precies is de bron niet"


def difference(
    now: "Figure", before: "Figure", indicator: "Indicator"
) -> tuple[Decimal, Decimal] | None:
    """(least, most) that a value rose, of the values as shown; None when an end is unknown."""
    low, high = (_rounded(end, indicator) for end in shown(now))
    old_low, old_high = (_rounded(end, indicator) for end in shown(before))
    if low is None or high is None or old_low is None or old_high is None:
        return None
    return low - old_high, high - old_low


def _rounded(end: float | None, indicator: "Indicator") -> Decimal | None:
    if end is None or not math.isfinite(end):
        return None
    return rounded(end, indicator.decimals)


def _decimals(figure: "Figure", indicator: "Indicator") -> int:
    """A duration of a class is given in whole weeks: a decimal would be none."""
    return 0 if figure.is_banded and indicator.kind == "duur" else indicator.decimals


def _plain(end: Decimal, indicator: "Indicator") -> str:
    return number(end, indicator.decimals)


def _with_unit(text: str, unit: str) -> str:
    if not unit or text == UNKNOWN:
        return text
    return f"€{SPACE}{text}" if unit in ("euro", "€") else f"{text}{SPACE}{unit}"
