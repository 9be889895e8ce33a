"""Values as Dutch files spell them: a vestigingscode, a count, a date … (`monitor.spelling`)."""

import datetime as dt
import re
from dataclasses import replace
from typing import Annotated

from monitor.spelling import (
    HIDDEN,
    NO_APOSTROPHE,
    NO_SPACES,
    PADDING,
    SPACED,
    UNKNOWN,
    WHOLE,
    WHOLE_AGAIN,
    Count,
    Interval,
    Pseudonym,
    Spelling,
    choice,
    is_cut_short,
    looks_like_bsn,
    lowered,
    quoted,
    sql_is_cut_short,
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


def _date(text: str) -> dt.date:
    """1-10-2025 | 2025-10-01 | 20251001 | with a midnight behind it, as Excel's dates have."""
    text = text.split(" ")[0]
    if re.fullmatch(r"[0-9]{8}", text):
        return dt.datetime.strptime(text, "%Y%m%d").date()
    if re.fullmatch(r"[0-9]{4}-.*", text):
        return dt.datetime.strptime(text, "%Y-%m-%d").date()
    return dt.datetime.strptime(text.replace("/", "-"), "%d-%m-%Y").date()


_SQL_DATE = (
    "case when regexp_full_match(split_part({v}, ' ', 1), '[0-9]{8}') "
    "then cast(try_strptime(split_part({v}, ' ', 1), '%Y%m%d') as date) "
    "when regexp_full_match(split_part({v}, ' ', 1), '[0-9]{4}-.*') "
    "then cast(try_strptime(split_part({v}, ' ', 1), '%Y-%m-%d') as date) "
    "else cast(try_strptime(replace(split_part({v}, ' ', 1), '/', '-'), '%d-%m-%Y') as date) end"
)


def _date_in_use(text: str) -> dt.date:
    """A date that a school may write: 1900 is an empty cell in Excel, 2205 is 2025."""
    return _between(_date(text), _years_on(dt.date.today(), 15))


def _date_gone_by(text: str) -> dt.date:
    return _between(_date(text), dt.date.today())


def _between(date: dt.date, last: dt.date) -> dt.date:
    if not _FIRST_DATE <= date <= last:
        raise ValueError
    return date


def _years_on(date: dt.date, years: int) -> dt.date:
    """As `interval` does it: 29 February becomes the 28th."""
    try:
        return date.replace(year=date.year + years)
    except ValueError:
        return date.replace(year=date.year + years, day=28)


_FIRST_DATE = dt.date(1980, 1, 1)


def _sql_date_until(last: str) -> str:
    between = f"between date '{_FIRST_DATE}' and {last}"
    return f"case when ({_SQL_DATE}) {between} then {_SQL_DATE} end"


FIRST_YEAR, YEARS_AHEAD = 1980, 10
"""Of a schooljaar: holidays are known years ahead, and nothing is older than the oldest count."""


def _schooljaar(text: str) -> str:
    first, _, last = text.replace("/", "-").partition("-")
    if int(last) not in (int(first) + 1, (int(first) + 1) % 100):
        raise ValueError
    if not FIRST_YEAR <= int(first) <= dt.date.today().year + YEARS_AHEAD:
        raise ValueError
    return f"{first}-{int(first) + 1}"


_SQL_SCHOOLJAAR = (
    "case when cast(substr({v}, 6) as integer) in (cast(left({v}, 4) as integer) + 1, "
    "(cast(left({v}, 4) as integer) + 1) % 100) "
    f"and cast(left({{v}}, 4) as integer) between {FIRST_YEAR} and year(current_date) + {YEARS_AHEAD} "
    "then left({v}, 4) || '-' || (cast(left({v}, 4) as integer) + 1) end"
)


def _number_of_record(text: str) -> str:
    if is_cut_short(text):
        raise ValueError
    return text


def _pseudonym(text: str) -> str:
    if looks_like_bsn(text) or is_cut_short(text):
        raise ValueError
    return text


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


TEKST = Spelling("tekst", "een tekst", r"(.|\n|\r)+")
NUMMER = Spelling(
    "nummer",
    "een nummer met al zijn cijfers (zet de kolom in de spreadsheet op tekst en exporteer opnieuw)",
    r"(.|\n|\r)+",
    sql=f"case when not {sql_is_cut_short('{v}')} then {{v}} end",
    parse=_number_of_record,
    steps=(NO_APOSTROPHE, WHOLE_AGAIN),
    is_number=True,
)
VESTIGINGSCODE = Spelling(
    "vestigingscode",
    "een vestigingscode van zes tekens, bijv. 16SW03",
    r"[0-9]{2}[A-Z]{2}[0-9]{2}",
    upper=True,
    steps=(NO_SPACES,),
)
BESTUURSNUMMER = Spelling(
    "bestuursnummer",
    "een bestuursnummer van vijf cijfers, bijv. 40631",
    r"[0-9]{1,5}",
    steps=(WHOLE_AGAIN,),
    sql="lpad({v}, 5, '0')",
    parse=lambda text: text.zfill(5),
)
GEMEENTECODE = Spelling(
    "gemeentecode",
    "een gemeentenummer, bijv. 0363 of GM0363",
    r"GM[0-9]{4}|[0-9]{1,4}",
    upper=True,
    steps=(WHOLE_AGAIN,),
    sql="'GM' || lpad(replace({v}, 'GM', ''), 4, '0')",
    parse=lambda text: "GM" + text.removeprefix("GM").zfill(4),
)
SWVCODE = Spelling(
    "swv",
    "een code als VO2507 of PO-24-01",
    r"(PO|VO)[0-9]{4}",
    upper=True,
    # "24-01" without letters is a code too, but of which sector only its column can tell.
    steps=((r"[^A-Z0-9]+", ""),),
)
SWVCODE_VO = Spelling(
    "swv vo",
    "een code als VO2507, VO-25-07 of 25-07",
    r"(VO)?[0-9]{4}",
    upper=True,
    steps=((r"[^A-Z0-9]+", ""),),
    sql="'VO' || right({v}, 4)",
    parse=lambda text: "VO" + text[-4:],
)
SWVCODE_PO = Spelling(
    "swv po",
    "een code als PO2401, PO-24-01 of 24-01",
    r"(PO)?[0-9]{4}",
    upper=True,
    steps=((r"[^A-Z0-9]+", ""),),
    sql="'PO' || right({v}, 4)",
    parse=lambda text: "PO" + text[-4:],
)
POSTCODE = Spelling(
    "postcode",
    "een postcode, bijv. 5831 CR",
    r"[1-9][0-9]{3}([A-Z]{2})?",
    upper=True,
    steps=(NO_SPACES,),
)
POSTCODE4 = Spelling(
    "postcode4",
    "vier cijfers van een postcode, bijv. 5831",
    r"[1-9][0-9]{3}([A-Z]{2})?",
    upper=True,
    steps=(NO_SPACES, WHOLE_AGAIN),
    sql="left({v}, 4)",
    parse=lambda text: text[:4],
)
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
        f"een {name} in graden, van {low} tot {high}, bijv. {example} (verwisseld met de {other}?)",
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
DATUM = Spelling(
    "datum",
    "een datum als 01-10-2025, tussen 1980 en 15 jaar na nu (een getal als 45931 is een datum "
    "zonder opmaak: geef de kolom in de spreadsheet de opmaak datum)",
    r"([0-9]{1,2}[-/][0-9]{1,2}[-/][1-9][0-9]{3}|[1-9][0-9]{3}-[0-9]{1,2}-[0-9]{1,2}"
    r"|[1-9][0-9]{7})( [0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?)?",
    sql_type="date",
    sql=_sql_date_until("current_date + interval 15 year"),
    parse=_date_in_use,
    # 2026-09-01T08:30:00+02:00 is a day in a column of days, whatever the hour.
    steps=(
        (r"^([0-9-]{8,10})T([0-9])", r"\1 \2"),
        (r"(:[0-9]{2}([.][0-9]+)?)(Z|[+-][0-9]{2}:?[0-9]{2})$", r"\1"),
    ),
)
PEILDATUM = replace(
    DATUM,
    name="peildatum",
    expected="een datum als 01-10-2025, tussen 1980 en vandaag",
    sql=_sql_date_until("current_date"),
    parse=_date_gone_by,
)
SCHOOLJAAR = Spelling(
    "schooljaar",
    f"een schooljaar, bijv. 2025-2026, vanaf {FIRST_YEAR} en hoogstens {YEARS_AHEAD} jaar vooruit",
    r"[12][0-9]{3}[-/]([12][0-9]{3}|[0-9]{2})",
    sql=_SQL_SCHOOLJAAR,
    parse=_schooljaar,
    steps=(NO_SPACES,),
)
GEBEURD = replace(PEILDATUM, name="dag die voorbij is")
JAAR = Spelling(
    "jaar",
    "een jaartal, bijv. 2025",
    r"[12][0-9]{3}",
    steps=(WHOLE_AGAIN,),
    sql_type="integer",
    sql="cast({v} as integer)",
    parse=int,
)
LIJST = Spelling(
    "lijst",
    "woorden met een | ertussen",
    rf"(.|\n|\r)*[^|{PADDING}](.|\n|\r)*",
    sql_type="varchar[]",
    sql=f"list_filter(list_transform(string_split({{v}}, '|'), "
    f"lambda x: lower(trim(x, {quoted(PADDING)}))), lambda x: x <> '')",
    parse=lambda text: [
        w for w in (lowered(part.strip(PADDING)) for part in text.split("|")) if w != ""
    ],
)
PSEUDONIEM = Pseudonym(
    "pseudoniem",
    "een pseudoniem; dit lijkt op een burgerservicenummer en dat mag niet in de monitor",
    r"(.|\n|\r)+",
    parse=_pseudonym,
)

Tekst = Annotated[str, TEKST]
Gebeurd = Annotated[dt.date, GEBEURD]
"""A day on which something came or was decided: never still to come."""
Nummer = Annotated[str, NUMMER]
Vestiging = Annotated[str, VESTIGINGSCODE]
Bestuursnummer = Annotated[str, BESTUURSNUMMER]
Gemeentecode = Annotated[str, GEMEENTECODE]
Swv = Annotated[str, SWVCODE]
SwvVo = Annotated[str, SWVCODE_VO]
SwvPo = Annotated[str, SWVCODE_PO]
Postcode = Annotated[str, POSTCODE]
Postcode4 = Annotated[str, POSTCODE4]
Geheel = Annotated[int, GEHEEL]
Getal = Annotated[float, GETAL]
Leeftijd = Annotated[int, LEEFTIJD]
Uren = Annotated[float, UREN]
Kilometers = Annotated[float, KILOMETERS]
Euro = Annotated[float, EURO]
Breedtegraad = Annotated[float, BREEDTEGRAAD]
Lengtegraad = Annotated[float, LENGTEGRAAD]
Aantal = Annotated[Interval, AANTAL]
Datum = Annotated[dt.date, DATUM]
Peildatum = Annotated[dt.date, PEILDATUM]
Schooljaar = Annotated[str, SCHOOLJAAR]
Jaar = Annotated[int, JAAR]
Lijst = Annotated[list[str], LIJST]
JaNeeOnbekend = Annotated[str, choice("ja", "nee", "onbekend", j="ja", n="nee")]
JaNee = Annotated[str, choice("ja", "nee", j="ja", n="nee")]
