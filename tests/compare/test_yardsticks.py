"""What may stand beside a figure: the same indicator and moment, sources that agree."""

from helpers.drawings import Given

from monitor.access import EVERY, Role, Viewer
from monitor.compare.yardsticks import conflicts, country, previous, yearly
from monitor.figures.door import Figure, indicator_named


VIEWER = Viewer(Role.DIRECTEUR, EVERY)


def figure(periode: str) -> Figure:
    return Figure("VO0101", "SWV", periode, "", 1, 1, None, None, 1, 1)


def test_a_benchmark_of_a_schooljaar_stands_beside_that_schooljaar(given: Given) -> None:
    given.benchmarks("""
        indicator    | jaar      | waarde_min
        instroom_vso | 2023-2024 | 1,1
        instroom_vso | 2024      | 1,2         # a year is the schooljaar that begins in it
    """)

    found = country(given.store, VIEWER, indicator_named("instroom_vso"))

    assert [(f.periode, f.waarde) for f in found] == [("2023-2024", 1.1), ("2024-2025", 1.2)]


def test_a_figure_of_a_year_does_not_stand_beside_a_day(given: Given) -> None:
    given.benchmarks("""
        indicator              | jaar | waarde_min
        thuiszitters_thuis_ocw | 2024 | 40
    """)

    assert country(given.store, VIEWER, indicator_named("thuiszitters_thuis_ocw")) == []


def test_sources_that_contradict_each_other_are_shown_and_not_compared(given: Given) -> None:
    given.benchmarks("""
        indicator            | jaar | waarde_min | bron    | status
        deelname_vso_locatie | 2019 | 3,9        | OCW     |
        deelname_vso_locatie | 2018 | 3,8        | OCW     |
        deelname_vso_locatie | 2018 | 4,1        | krant   |                # another value
        deelname_vso_locatie | 2017 | 3,7        | OCW     | tegenstrijdig  # it says so itself
    """)
    indicator = indicator_named("deelname_vso_locatie")

    assert [f.periode for f in country(given.store, VIEWER, indicator)] == ["2019-10-01"]
    found = conflicts(given.store, indicator)
    assert {year: [b.low for b in ones] for year, ones in found.items()} == {
        "2017": [3.7],
        "2018": [3.8, 4.1],
    }


def test_before_a_month_comes_the_same_month_a_year_earlier() -> None:
    found = [figure(p) for p in ("2024-09-30", "2024-10-31", "2025-09-30", "2025-10-31")]

    assert previous(found, "2025-10-31") == found[1]
    assert previous(found[2:], "2025-10-31") is None
    assert yearly(found) == [found[1], found[3]]


def test_february_is_february_in_a_leap_year() -> None:
    found = [figure(p) for p in ("2024-02-29", "2024-03-31", "2025-02-28")]

    assert previous(found, "2025-02-28") == found[0]
    assert yearly(found) == [found[0], found[2]]


def test_before_a_year_comes_the_last_one_that_was_counted() -> None:
    found = [figure(p) for p in ("2019-10-01", "2021-10-01", "2022-10-01")]

    assert previous(found, "2021-10-01") == found[0]
    assert yearly(found) == found
