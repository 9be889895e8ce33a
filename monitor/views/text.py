"""Numbers, dates and values as people write them in Dutch."""

import datetime as dt
import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date
from babel.numbers import NumberPattern, parse_pattern


if TYPE_CHECKING:
    from monitor.indicators import Figure, Indicator


LOCALE = Locale("nl", "NL")
SPACE = "\u00a0"
"""Between a number and its unit: a line never breaks there."""
UNKNOWN = "onbekend"
CLOSED = "verborgen"
SINGULAR = {
    "aanvragen": "aanvraag",
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
    """The word after a number: 1 leerling, 2 leerlingen in het vso."""
    first, _, rest = plural.partition(" ")
    if amount == 1 and first in SINGULAR:
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


# ----------------------------------------------------------------------------------- moments


def date(day: dt.date | str) -> str:
    """1 oktober 2019"""
    if isinstance(day, str):
        day = dt.date.fromisoformat(day[:10])
    return format_date(day, "d MMMM y", locale=LOCALE)


def period(periode: str, moment: str = "") -> str:
    """1 oktober 2019 | schooljaar 2024-2025 | 2015"""
    if moment == "schooljaar" or _is_schooljaar(periode):
        return f"schooljaar {_schooljaar(periode)}"
    return date(periode) if len(periode) == 10 else periode


def period_short(periode: str, moment: str = "") -> str:
    """On an axis: 2019 | 24-25 | mrt 2025"""
    if moment == "schooljaar" or _is_schooljaar(periode):
        return "-".join(year[2:] for year in _schooljaar(periode).split("-"))
    if moment == "maandeinde" and len(periode) >= 7:
        day = dt.date.fromisoformat(f"{periode[:7]}-01")
        return format_date(day, "MMM y", locale=LOCALE).replace(".", "")
    return periode[:4]


def position(periode: str) -> float:
    """Where a period lies in time, in years, so that three years are thrice as long as one."""
    if len(periode) < 10 and len(periode) != 7:
        return float(periode[:4])
    day = dt.date.fromisoformat(periode[:10] if len(periode) >= 10 else f"{periode}-01")
    start = dt.date(day.year, 1, 1)
    days = (dt.date(day.year + 1, 1, 1) - start).days
    return day.year + (day - start).days / days


def fits_moment(periode: str, moment: str) -> bool:
    """Whether a period is one of those that an indicator of this moment has."""
    match moment:
        case "1 oktober":
            return periode[4:] == "-10-01"
        case "1 februari":
            return periode[4:] == "-02-01"
        case "jaar":
            return len(periode) == 4
        case "schooljaar":
            return len(periode) in (4, 9)
        case _:
            return len(periode) in (7, 10)


def _is_schooljaar(periode: str) -> bool:
    return len(periode) == 9


def _schooljaar(periode: str) -> str:
    return periode if _is_schooljaar(periode) else f"{periode[:4]}-{int(periode[:4]) + 1}"


# ------------------------------------------------------------------------------------ values


def shown(figure: "Figure") -> tuple[float | None, float | None]:
    """(lowest, highest) value that may be drawn, sorted on or written.

    Of what we hide there is nothing to draw: its place on an axis would give it away.
    """
    if figure.is_hidden:
        return None, None
    return figure.waarde, figure.waarde_max


def is_known(figure: "Figure") -> bool:
    """Whether there is anything to draw."""
    return shown(figure) != (None, None)


def value(figure: "Figure", indicator: "Indicator") -> str:
    """In a cell, on a card or at the end of a bar: 3,4 % | 37.753 | 1–4 | minder dan 5."""
    if figure.is_hidden:
        return _hidden(figure, indicator, SPACE)
    low, high = (_rounded(end, indicator) for end in shown(figure))
    unit = "" if indicator.kind == "aantal" else indicator.unit
    if low is not None and high is not None:
        ends = [_plain(end, indicator) for end in ((low,) if low == high else (low, high))]
        return _with_unit("–".join(ends), unit)
    if low:
        return f"ten minste {_with_unit(_plain(low, indicator), unit)}"
    if high is not None:
        return f"ten hoogste {_with_unit(_plain(high, indicator), unit)}"
    return UNKNOWN


def value_long(figure: "Figure", indicator: "Indicator") -> str:
    """In a sentence: 37.753 leerlingen | 1 tot 4 leerlingen (door de bron verborgen)."""
    low, high = (_rounded(end, indicator) for end in shown(figure))
    if figure.is_hidden:
        return _hidden(figure, indicator, " ")
    if low is None or high is None or low == high:
        text = value(figure, indicator)
        if indicator.kind != "aantal" or text == UNKNOWN:
            return text
        one = float(low) if low is not None and low == high else None
        return _with_unit(text, noun(one, indicator.unit))
    ends = " tot ".join(_plain(end, indicator) for end in (low, high))
    why = "door de bron verborgen" if (low, high) == (1, 4) else "preciezer is de bron niet"
    return f"{_with_unit(ends, indicator.unit)} ({why})"


def teller_noemer(figure: "Figure", indicator: "Indicator") -> str:
    """37.753 leerlingen in het vso op 953.648 leerlingen in het regulier vo"""
    low, high = figure.teller, figure.teller_max
    if figure.is_hidden:
        teller = f"{_less_than(figure) or 'een verborgen aantal'} {indicator.teller}"
    else:
        teller = _amount(low, high, indicator.teller)
    if indicator.kind == "aantal" or not indicator.noemer:
        return teller
    preposition = "op" if indicator.kind == "aandeel" else "over"
    return f"{teller} {preposition} {_amount(figure.noemer, figure.noemer_max, indicator.noemer)}"


def _amount(low: float | None, high: float | None, words: str) -> str:
    if low is not None and high is not None:
        text = count(low) if low == high else f"{count(low)}–{count(high)}"
        return f"{text}{SPACE}{noun(low if low == high else None, words)}"
    if low:
        return f"ten minste {count(low)}{SPACE}{words}"
    if high is not None:
        return f"ten hoogste {count(high)}{SPACE}{words}"
    return f"een onbekend aantal {words}"


def _hidden(figure: "Figure", indicator: "Indicator", space: str) -> str:
    less = _less_than(figure)
    if indicator.kind == "aantal":
        return (less or CLOSED).replace(" ", space)
    return f"{CLOSED} ({less} {indicator.teller})" if less and space == " " else CLOSED


def _less_than(figure: "Figure") -> str:
    """minder dan 5, or nothing when a figure is hidden for the sake of another one."""
    if figure.teller_max is None or (figure.teller or 0) > 1:
        return ""
    return f"minder dan {number(figure.teller_max + 1)}"


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
    text = _plain(small, indicator)
    if small != large:
        text += f"–{_plain(large, indicator)}"
    unit = "procentpunt" if indicator.unit == "%" else indicator.unit
    unit = noun(float(small) if small == large else None, unit)
    return f"{_with_unit(text, unit)} {more if low > 0 else less}"


def change_short(now: "Figure", before: "Figure", indicator: "Indicator") -> str:
    """On a card: ▲ 0,3 | ▼ 9 | = 0, empty when there is nothing certain to say."""
    ends = difference(now, before, indicator)
    if ends is None or ends[0] != ends[1]:
        return ""
    sign = "▲" if ends[0] > 0 else "▼" if ends[0] < 0 else "="
    return f"{sign}{SPACE}{_plain(abs(ends[0]), indicator)}"


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


def _plain(end: Decimal, indicator: "Indicator") -> str:
    return number(end, indicator.decimals)


def _with_unit(text: str, unit: str) -> str:
    if not unit or text == UNKNOWN:
        return text
    return f"€{SPACE}{text}" if unit in ("euro", "€") else f"{text}{SPACE}{unit}"
