"""Where a vestiging stood when it was counted: one address for gemeente, SWV, subregio and wijk."""

import itertools
from pathlib import Path

import pytest
from helpers.depth import by_day
from helpers.drawings import Given
from hypothesis import HealthCheck, settings
from hypothesis import given as examples
from hypothesis import strategies as st


INDELING = """
    postcode4 | swv    | gemeentecode | gemeentenaam | subregio | wijk
    1011      | VO0101 | 0101         | Aadorp       | Noord    | Kern
    1012      | VO0102 | 0102         | Beestad      | Zuid     | Rand
"""


def moves(given: Given) -> None:
    """01AA00 moves from Aadorp to Beestad, as two lists and the file of distances tell."""
    given.regio_indeling(INDELING)
    given.vestigingen_so("""
        vestiging | lijstdatum | postcode | onderwijs
        01AA00    | 2018-01-01 | 1011     | VSO ZMLK
    """)
    given.vestigingen_so("""
        vestiging | lijstdatum | postcode | onderwijs
        01AA00    | 2022-01-01 | 1012     | VSO ZMLK
    """)


def test_the_list_nearest_in_date_gives_the_place_of_a_count(given: Given) -> None:
    moves(given)

    given.view("standplaats", "not is_nu").gives("""
        vestiging | van     | tot     | gemeentecode | swv_vo | subregio_vo | wijk_vo
        01AA00    |         | 2020-10 | GM0101       | VO0101 | Noord       | Kern
        01AA00    | 2020-10 | 9999    | GM0102       | VO0102 | Zuid        | Rand
    """)
    given.view("vestiging").gives("""
        vestiging | postcode | gemeentecode | swv_vo
        01AA00    | 1012     | GM0102       | VO0102        # now: the newest address
    """)


def test_the_postcode_of_the_counts_own_file_goes_before_a_list(given: Given) -> None:
    moves(given)
    given.afstand("""
        vestiging | peildatum  | soort | postcode | leerlingen
        01AA00    | 2020-10-01 | vso   | 1011     | 40         # still at the old address
        01AA00    | 2021-10-01 | vso   | 1012     | 50
    """)

    given.ask("leerlingen_vso", "gemeente").gives("""
        code   | naam    | periode    | teller
        GM0101 | Aadorp  | 2020-10-01 | 40
        GM0102 | Beestad | 2021-10-01 | 50
    """)
    given.ask("afstand_vso", "swv").gives("""
        code   | periode    | noemer
        VO0101 | 2020-10-01 | 40
        VO0102 | 2021-10-01 | 50
    """)


def test_a_list_without_a_date_ranks_below_all_with_one(given: Given) -> None:
    """A1: a list of 2020 delivered after one of 2026 must not win."""
    given.regio_indeling(INDELING)
    given.vestigingen_vo("""
        vestiging | lijstdatum | postcode
        01AA00    | 2026-01-01 | 1012
    """)
    given.add(
        "vestigingen_vo",
        [
            {"vestiging": "01AA00", "lijstdatum": "", "postcode": "1011"},
            {"vestiging": "01AA01", "lijstdatum": "", "postcode": "1011"},
        ],
    )

    given.view("standplaats").gives("""
        vestiging | is_nu | van | tot  | swv_vo
        01AA00    | nee   |     | 9999 | VO0102
        01AA00    | ja    |     | 9999 | VO0102
        01AA01    | nee   |     | 9999 | VO0101      # nothing else names it
        01AA01    | ja    |     | 9999 | VO0101
    """)
    given.view("vestiging").gives("""
        vestiging | gesloten_vanaf
        01AA00    | ?
        01AA01    | ?               # a list without a date says not when
    """)


def test_what_the_swv_says_itself_goes_before_lists_and_not_before_a_count(given: Given) -> None:
    """faults.md A1: the place of a count is the postcode in its own file. The own list has no date, so
    it held for all years before."""
    moves(given)
    given.vestigingen("""
        vestiging | postcode | swv
        01AA00    | 1012     | VO0102     # says what the newest list says: nothing about before
        01AA01    | 1012     | VO0102     # says something else than the list: an improvement of it
        01AA02    | 1012     | VO0102     # 1099 is of nobody: then what the SWV says stays
    """)
    given.vestigingen_so("""
        vestiging | lijstdatum | postcode | onderwijs
        01AA01    | 2018-01-01 | 1011     | VSO ZMLK
        01AA01    | 2022-01-01 | 1011     | VSO ZMLK
    """)
    given.afstand("""
        vestiging | peildatum  | soort | postcode | leerlingen
        01AA00    | 2019-10-01 | vso   | 1011     | 40
        01AA01    | 2019-10-01 | vso   | 1011     | 3
        01AA02    | 2019-10-01 | vso   | 1099     | 5
    """)
    given.ask("leerlingen_vso", "swv").gives("""
        code   | periode    | teller
        VO0101 | 2019-10-01 | 43
        VO0102 | 2019-10-01 | 5
    """)
    given.view("standplaats", "not is_nu and vestiging = '01AA00'").gives("""
        van     | tot     | swv_vo
                | 2019-10 | VO0101      # the list of 2018
        2019-10 | 2021-10 | VO0101      # the count of 2019
        2021-10 | 9999    | VO0102      # the list of 2022, 92 days away from that October
    """)
    given.view("standplaats", "not is_nu and vestiging = '01AA01'").gives("""
        van     | tot     | gemeentecode | swv_vo | subregio_vo | wijk_vo
                | 2019-10 | GM0102       | VO0102 | Zuid        | Rand
        2019-10 | 2020-10 | GM0101       | VO0101 | Noord       | Kern
        2020-10 | 9999    | GM0102       | VO0102 | Zuid        | Rand
    """)


def test_a_nationwide_swv_stays_and_another_only_with_the_address(given: Given) -> None:
    given.regio_indeling(INDELING)
    given.vestigingen_vo("""
        vestiging | lijstdatum | postcode
        01AA00    | 2016-01-01 | 1011
        01AA01    | 2016-01-01 | 1011
    """)
    given.vsv("""
        swv    | vestiging | peildatum  | leerlingen | vsv
        VO0109 | 01AA00    | 2015-10-01 | 100        | 1
        VO0001 | 01AA01    | 2015-10-01 | 100        | 1
    """)
    given.vestigingen_vo("""
        vestiging | lijstdatum | postcode
        01AA00    | 2020-01-01 | 1012
        01AA01    | 2020-01-01 | 1012
    """)

    given.view("standplaats", "not is_nu").gives("""
        vestiging | van     | gemeentecode | swv_vo | subregio_vo
        01AA00    |         | GM0101       | VO0109 | ?
        01AA00    | 2018-10 | GM0102       | VO0102 | Zuid
        01AA01    |         | GM0101       | VO0001 | ?
        01AA01    | 2018-10 | GM0102       | VO0001 | ?
    """)


def test_the_pupils_of_a_month_belong_where_they_were_counted(given: Given) -> None:
    """The noemer of a month is the count of the October before it, at the address of then."""
    moves(given)
    given.view("standplaats", "not is_nu and van <= '2020-09-30' and '2020-09-30' < tot").gives("""
        swv_vo
        VO0101
    """)


def test_no_pupil_is_lost_or_doubled_by_a_move(given: Given) -> None:
    moves(given)
    given.afstand("""
        vestiging | peildatum  | soort | postcode | leerlingen
        01AA00    | 2019-10-01 | vso   | 1012     | 40
        01AA00    | 2020-10-01 | vso   | 1011     | 41      # and back
        01AA00    | 2021-10-01 | vso   | 1012     | 42
        02AA00    | 2021-10-01 | vso   | 9999     | 7       # a postcode of nobody
    """)

    for per in ("wijk", "gemeente", "subregio", "swv"):
        counted = given.figures("leerlingen_vso", per)
        assert sum(figure.teller or 0 for figure in counted) == 40 + 41 + 42 + 7


LISTS = [("2016-01-01", "1011"), ("2019-01-01", "1012"), ("2023-01-01", "1011")]


@settings(max_examples=by_day(4), suppress_health_check=[HealthCheck.function_scoped_fixture])
@examples(order=st.permutations(range(4)))
def test_the_order_of_deliveries_makes_no_difference(
    order: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    given = Given(Path(tmp_path_factory.mktemp("volgorde")))
    given.regio_indeling(INDELING)
    for number in order:
        if number < len(LISTS):
            date, postcode = LISTS[number]
            row = {"vestiging": "01AA00", "lijstdatum": date, "postcode": postcode}
            given.add("vestigingen_vo", [row])
        else:
            given.afstand("""
                vestiging | peildatum  | soort | postcode | leerlingen
                01AA00    | 2021-10-01 | vso   | 1012     | 40
            """)
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01AA00    | 2016-10-01 | vso        | 36
        01AA00    | 2019-10-01 | vso        | 39
        01AA00    | 2023-10-01 | vso        | 43
    """)

    given.ask("leerlingen_vso", "gemeente").gives("""
        code   | periode    | teller
        GM0101 | 2016-10-01 | 36
        GM0101 | 2023-10-01 | 43
        GM0102 | 2019-10-01 | 39
        GM0102 | 2021-10-01 | 40
    """)
    given.close()


def test_every_vestiging_has_one_place_at_every_moment(given: Given) -> None:
    moves(given)
    given.vestigingen_vo("""
        vestiging | lijstdatum | postcode
        02AA00    | 2019-10-01 | 1011
        02AA00    | 2019-11-01 | 1012       # no 1 October lies nearest to the first
    """)
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        03AA00    | vo         | 5          # no address at all
    """)
    months = [f"{year}-10-01" for year in range(2010, 2030)]
    for month, code in itertools.product(months, ("01AA00", "02AA00", "03AA00")):
        found = given.store.rows(
            "select per, count(*) from views.lidmaatschap_toen where vestiging = $code and "
            "sector = 'vo' and van <= $month and $month < tot group by per",
            {"code": code, "month": month},
        )
        assert len(found) == 7
        assert {many for _, many in found} == {1}
