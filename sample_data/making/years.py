"""The time that the sample data covers. A year stands for the schooljaar that starts in it."""

import datetime as dt


YEARS = (2021, 2022, 2023, 2024, 2025)
NEWEST = YEARS[-1]
LAST_DAY = dt.date(2025, 11, 12)
"""What happened after this day, the sample data does not know."""
FUSION = 2023


def schooljaar(year):
    return f"{year}-{year + 1}"


def start(year):
    return dt.date(year, 8, 1)


def end(year):
    return dt.date(year + 1, 7, 31)


def peildatum(year):
    return dt.date(year, 10, 1)


def school_day(day):
    """The day itself, or the first one after it that is not in a weekend or the summer."""
    if day.month == 8 and day.day < 25:
        day = day.replace(day=25)
    if day.month == 7 and day.day > 15:
        day = dt.date(day.year, 8, 26)
    while day.weekday() > 4:
        day += dt.timedelta(days=1)
    return day


def months_later(day, weights, dice):
    """A school day in one of the months from `day` on, `weights` says how busy each of them is."""
    month = dice.weighted(dict(enumerate(weights)))
    year, month = divmod(day.month - 1 + month, 12)
    return school_day(dt.date(day.year + year, month + 1, dice.whole(1, 28)))
