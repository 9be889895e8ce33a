"""Numbers, amounts and their words as people write them in Dutch."""

import math
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from babel.numbers import NumberPattern, parse_pattern

from monitor.values.moments import LOCALE
from monitor.values.rounding import rounded


SPACE = "\u00a0"
"""Between a number and its unit: a line never breaks there."""
UNKNOWN = "onbekend"
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
    "wijzigingen": "wijziging",
}
"""Two leerlingen, one leerling: the units that change."""


@cache
def _pattern(decimals: int) -> NumberPattern:
    return parse_pattern("#,##0." + "0" * decimals if decimals else "#,##0")


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
    return with_unit(number(value, decimals), "%") if value is not None else UNKNOWN


def euro(value: float | None) -> str:
    """€ 12.500"""
    return with_unit(number(value), "euro") if value is not None else UNKNOWN


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


def with_unit(text: str, unit: str) -> str:
    """12 % | € 12: the two never on two lines."""
    if not unit or text == UNKNOWN:
        return text
    return f"€{SPACE}{text}" if unit in ("euro", "€") else f"{text}{SPACE}{unit}"
