"""Days, years and schooljaren as Dutch files spell them."""

import datetime as dt
import re
from dataclasses import replace

from monitor.values.spelling import NO_SPACES, WHOLE_AGAIN, Spelling


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


def year_in_use(text: str) -> int:
    """A year that a file may be about: 1900 is an empty cell in Excel, 2205 is 2025."""
    if not FIRST_YEAR <= int(text) <= dt.date.today().year + YEARS_AHEAD:
        raise ValueError
    return int(text)


SQL_YEAR = (
    f"case when cast({{v}} as integer) between {FIRST_YEAR} and year(current_date) + {YEARS_AHEAD} "
    "then cast({v} as integer) end"
)
JAAR = Spelling(
    "jaar",
    f"een jaartal, bijv. 2025, vanaf {FIRST_YEAR} en hoogstens {YEARS_AHEAD} jaar vooruit",
    r"[12][0-9]{3}",
    steps=(WHOLE_AGAIN,),
    sql_type="integer",
    sql=SQL_YEAR,
    parse=year_in_use,
)
