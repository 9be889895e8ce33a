"""Numbers, euros and counts of pupils as Dutch files spell them."""

import re
from dataclasses import replace

from monitor.values.spelling import (
    HIDDEN,
    SPACED,
    UNKNOWN,
    WHOLE,
    WHOLE_AGAIN,
    Count,
    Interval,
    Spelling,
)


# At most fifteen digits before the decimals: what a double holds exactly.
# '12,500' is 12500 to one sender and 12,50 to the next: never exactly three digits after a comma.
_CENTS = r"(,([0-9]{1,2}|[0-9]{4,}))?"
_EURO = rf"-?([0-9]{{1,3}}(\.[0-9]{{3}}){{1,4}}{_CENTS}|[0-9]{{1,15}}({_CENTS}|\.[0-9]+))"
# '1.234' alone is 1234 to one sender and 1,234 to the next, so it is refused (but not in euros,
# that have no third decimal).
_DECIMAL = (
    r"-?([0-9]{1,3}(\.[0-9]{3}){1,4},[0-9]+|[0-9]{1,3}(\.[0-9]{3}){2,4}|[0-9]{1,15}(,[0-9]+)?"
    r"|[0-9]{1,15}\.([0-9]{1,2}|[0-9]{4,})|[0-9]{4,15}\.[0-9]{3}|0\.[0-9]{3})"
)


def _number(text: str) -> float:
    """12,5 | 12.5 | 1.234,5 | 1.234.567"""
    if "," in text or text.count(".") > 1:
        text = text.replace(".", "").replace(",", ".")
    return float(text)


def _euro(text: str) -> float:
    """12500 | 12.500 | 12.500,50 | 12500.50"""
    if re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{3})+", text):
        text = text.replace(".", "")
    return _number(text)


_SQL_NUMBER = (
    "try_cast(case when contains({v}, ',') or length({v}) - length(replace({v}, '.', '')) > 1 "
    "then replace(replace({v}, '.', ''), ',', '.') else {v} end as double)"
)
_SQL_EURO = (
    "case when regexp_full_match({v}, '-?[0-9]{1,3}(\\.[0-9]{3})+') "
    "then cast(replace({v}, '.', '') as double) else " + _SQL_NUMBER + " end"
)


def _whole(text: str) -> int:
    number = int(text.replace(".", ""))
    if number > 2**31 - 1:
        raise ValueError
    return number


def _count(text: str) -> Interval:
    if text in ("<5", "-1"):
        return HIDDEN
    if text in UNKNOWN:
        return Interval(None, None)
    number = _whole(text.replace(" ", ""))
    return Interval(number, number)


def between(spelling: Spelling, expected: str, low: float, high: float) -> Spelling:
    """A number that lies between `low` and `high`, both included."""

    def parse(text: str) -> float:
        number: float = spelling.parse(text)
        if not low <= number <= high:
            raise ValueError
        return number

    value = spelling.sql
    sql = f"case when ({value}) between {low} and {high} then {value} end"
    return replace(spelling, expected=expected, sql=sql, parse=parse)


GEHEEL = Spelling(
    "geheel getal",
    "een geheel getal, bijv. 1234",
    WHOLE,
    sql_type="integer",
    steps=(WHOLE_AGAIN,),
    sql="try_cast(replace({v}, '.', '') as integer)",
    parse=_whole,
)
GETAL = Spelling(
    "getal",
    "een getal, bijv. 12,5 of 1234 (niet 1.234: dat kan twee dingen zijn)",
    _DECIMAL,
    sql_type="double",
    sql=_SQL_NUMBER,
    parse=_number,
    steps=((r"^€[ ]*", ""), (r"[ ]*(€|%)$", "")),
)
EURO = Spelling(
    "bedrag",
    "een bedrag in euro, bijv. 12500 of 12.500,50",
    _EURO,
    sql_type="double",
    sql=_SQL_EURO,
    parse=_euro,
    steps=((r"^€[ ]*", ""), (r"(,-|,--|[ ]*€)$", "")),
)
LEEFTIJD = between(GEHEEL, "een leeftijd in jaren, van 2 tot en met 30", 2, 30)
UREN = between(GETAL, "een aantal uren in vier weken, hoogstens 672", 0, 672)
KILOMETERS = between(
    GETAL,
    "een afstand in km van 0,1 tot en met 200, bijv. 12,5 (niet 1.234: dat kan twee dingen zijn)",
    0.1,
    200,
)


def _degrees(name: str, example: str, low: int, high: int, other: str) -> Spelling:
    """A place in the Netherlands: two columns changed about lie in the sea near Somalia."""

    def parse(text: str) -> float:
        degrees = float(text.replace(",", "."))
        if not low <= degrees <= high:
            raise ValueError
        return degrees

    number = "try_cast(replace({v}, ',', '.') as double)"
    return Spelling(
        name,
        f"een {name} in graden, van {low} tot {high}, bijv. {example} (verwisseld met de {other}, of "
        "in meters van het Rijksdriehoekstelsel? Reken die om naar graden: WGS84, EPSG:4326)",
        r"[0-9]{1,2}([.,][0-9]+)?",
        sql_type="double",
        sql=f"case when {number} between {low} and {high} then {number} end",
        parse=parse,
    )


BREEDTEGRAAD = _degrees("breedtegraad", "52,0907", 50, 54, "lengtegraad")
LENGTEGRAAD = _degrees("lengtegraad", "5,1214", 3, 8, "breedtegraad")
AANTAL = Count(
    "aantal",
    "een aantal, bijv. 12, <5 of x",
    "|".join([WHOLE, SPACED, "<5", "-1", *map(re.escape, UNKNOWN)]),
    sql_type="integer",
    parse=_count,
    lower=True,
    steps=((r"^<[ ]+", "<"), WHOLE_AGAIN),
)
