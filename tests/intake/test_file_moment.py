"""The date in the name of a file: a whole day where it says one unmistakably, else its year."""

import datetime as dt

import pytest

from monitor.intake.file_moment import moment_of
from monitor.intake.report import Report
from monitor.sources import sources


LIST = sources()["vestigingen_vo"]
"""A list of addresses, in force from the day that it was made."""


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("scholen20241122.csv", dt.date(2024, 11, 22)),
        ("vestigingen-vo-2024-11-22.csv", dt.date(2024, 11, 22)),
        ("vestigingen_2024_11_22_definitief.csv", dt.date(2024, 11, 22)),
        # The same day twice is one day.
        ("20241122 vestigingen 2024-11-22.csv", dt.date(2024, 11, 22)),
        # A schooljaar and a month are no day: the year as always.
        ("vestigingen-2023-2024.csv", dt.date(2023, 1, 1)),
        ("vestigingen-2024-11.csv", dt.date(2024, 1, 1)),
        # There is no thirteenth month, and an American date is not guessed at.
        ("vestigingen-2024-13-22.csv", dt.date(2024, 1, 1)),
        ("vestigingen-11-22-2024.csv", dt.date(2024, 1, 1)),
        # Part of a longer number.
        ("vestigingen-120241122.csv", None),
        # Two days: which of them it is, is asked.
        ("export-20241001-20241122.csv", None),
        ("alle-vestigingen-vo.csv", None),
    ],
)
def test_a_day_in_a_name_is_read_where_it_can_be_nothing_else(
    name: str, day: dt.date | None
) -> None:
    report = Report(name)

    assert moment_of(report, LIST, None, []) == day
    assert report.is_moment_guessed is (day is None)


def test_what_somebody_says_goes_before_a_name() -> None:
    said = dt.date(2025, 1, 1)

    assert moment_of(Report("vestigingen-2024-11-22.csv"), LIST, said, []) == said
