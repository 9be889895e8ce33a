"""Dates and periods as people write them in Dutch, and where they lie in time."""

import datetime as dt
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date


HERE = ZoneInfo("Europe/Amsterdam")
LOCALE = Locale("nl", "NL")


def date(day: dt.date | str) -> str:
    """1 oktober 2019"""
    if isinstance(day, str):
        day = dt.date.fromisoformat(day[:10])
    return format_date(day, "d MMMM y", locale=LOCALE)


def day_here(moment: dt.datetime) -> str:
    """The date of a moment on the clock in the Netherlands: 12 november 2025"""
    return date(moment.astimezone(HERE).date())


def clock_here(moment: dt.datetime) -> str:
    """12 november 2025 om 14.03 uur, on the clock in the Netherlands"""
    return f"{day_here(moment)} om {moment.astimezone(HERE):%H.%M} uur"


def period(periode: str, moment: str = "") -> str:
    """1 oktober 2019 | schooljaar 2024-2025 | 2015"""
    if moment == "schooljaar" or _is_schooljaar(periode):
        return f"schooljaar {_schooljaar(periode)}"
    if len(periode) == 7:
        return format_date(dt.date.fromisoformat(f"{periode}-01"), "MMMM y", locale=LOCALE)
    return date(periode) if len(periode) == 10 else periode


def when(periode: str, moment: str = "") -> str:
    """op 1 oktober 2025 | in schooljaar 2024-2025 | in 2024"""
    return f"{'op' if len(periode) == 10 else 'in'} {period(periode, moment)}"


def period_brief(periode: str, moment: str = "") -> str:
    """In words and at the head of a column: 2019 | 2024-2025 | mrt 2025"""
    if moment == "schooljaar" or _is_schooljaar(periode):
        return _schooljaar(periode)
    return period_short(periode, moment)


def period_short(periode: str, moment: str = "") -> str:
    """On an axis: 2019 | 24-25 | mrt 2025"""
    if moment == "schooljaar" or _is_schooljaar(periode):
        return "-".join(year[2:] for year in _schooljaar(periode).split("-"))
    if moment in ("maandeinde", "maand") and len(periode) >= 7:
        day = dt.date.fromisoformat(f"{periode[:7]}-01")
        return format_date(day, "MMM y", locale=LOCALE).replace(".", "")
    return periode[:4]


def year(periode: str) -> int:
    """The year of a period; of a schooljaar the one in which it ends."""
    return int(periode[-4:] if _is_schooljaar(periode) else periode[:4])


def first_day(periode: str) -> dt.date:
    """Of a schooljaar 1 August; of a date itself; of a year 1 January."""
    if _is_schooljaar(periode):
        return dt.date(int(periode[:4]), 8, 1)
    return dt.date.fromisoformat(periode) if len(periode) == 10 else dt.date(year(periode), 1, 1)


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
