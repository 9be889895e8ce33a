"""What a school was that DUO's historical overview calls so/vso: the nearest file says, or it is open."""

import pytest
from helpers.drawings import Given


OVERVIEW = """
    vestiging | soort  | jaar | leerlingen
    01AA00    | so/vso | 2016 | 100
    01AA00    | so/vso | 2021 | 90
"""


def soort(given: Given) -> list[tuple[str, str]]:
    """(periode, schooltype) of the pupils that the overview counts at 01AA00."""
    return [
        (periode[:4], schooltype)
        for periode, schooltype in given.store.rows(
            "select periode, schooltype from views.leerling where vestiging = '01AA00' order by all"
        )
    ]


def test_without_another_file_it_is_what_the_overview_says(given: Given) -> None:
    given.leerlingen_historie(OVERVIEW)

    assert soort(given) == [("2016", "so/vso"), ("2021", "so/vso")]


@pytest.mark.parametrize("name", ["afstand", "vestigingen_so", "schoollocaties", "vestigingen"])
def test_each_file_that_names_a_soort_makes_it_sbo(given: Given, name: str) -> None:
    row = {
        "afstand": {"soort": "sbo", "leerlingen": "95", "peildatum": "2019-10-01"},
        "vestigingen_so": {"soort_po": "SBO", "lijstdatum": "2026-01-01"},
        # This one has no date of its own.
        "schoollocaties": {"type": "SBAO", "longitude": "5", "latitude": "52"},
        "vestigingen": {"schooltype": "sbo", "postcode": "1011"},
    }[name]
    given.leerlingen_historie(OVERVIEW)
    given.add(name, [{"vestiging": "01AA00", **row}])

    assert [one for one in soort(given) if one[0] != "2019"] == [("2016", "sbo"), ("2021", "sbo")]


@pytest.mark.parametrize("order", [1, -1])
def test_a_soort_that_changes_follows_the_nearest_file(given: Given, order: int) -> None:
    drawn = [
        ("afstand", "2017-10-01", "sbo"),  # a year after the first count
        ("afstand", "2020-10-01", "so"),  # a year before the second
        ("leerlingtelling", "2010-02-01", "so"),  # further from both
    ]
    given.leerlingen_historie(OVERVIEW)
    for name, date, what in drawn[::order]:
        column = "soort" if name == "afstand" else "schooltype"
        count = "leerlingen" if name == "afstand" else "aantal"
        given.add(name, [{"vestiging": "01AA00", "peildatum": date, column: what, count: "5"}])

    assert [one for one in soort(given) if one[0] in ("2016", "2021")] == [
        ("2016", "sbo"),
        ("2021", "so/vso"),  # never so alone: that may differ from year to year
    ]


def test_two_files_as_far_away_that_differ_leave_it_open(given: Given) -> None:
    """2020 has a leap day: in days the later file would be further away than the earlier."""
    given.leerlingen_historie("""
        vestiging | soort  | jaar | leerlingen
        01AA00    | so/vso | 2019 | 60
    """)
    given.afstand("""
        vestiging | soort | peildatum  | leerlingen
        01AA00    | sbo   | 2018-10-01 | 60
        01AA00    | so    | 2020-10-01 | 60
    """)

    assert [one for one in soort(given) if one[0] == "2019"] == [("2019", "sbo/so/vso")]
    for name in ("leerlingen_sbo", "leerlingen_so", "leerlingen_vso"):
        figure = next(
            f for f in given.figures(name, "vestiging", period="2019-10-01") if f.code == "01AA00"
        )
        assert (figure.teller, figure.teller_max) == (0, 60), name


def test_an_open_school_is_in_the_noemer_for_as_far_as_it_may_be_sbo(given: Given) -> None:
    given.in_swv("PO0101", "01AA00", "01AA01", "01AA02")
    given.leerlingen_historie("""
        vestiging | soort  | leerlingen
        01AA00    | so/vso | 60         # one file says sbo, another so
        01AA01    | bo     | 900
        01AA02    | sbo    | 40
    """)
    given.afstand("""
        vestiging | soort | peildatum  | leerlingen
        01AA00    | sbo   | 2018-10-01 | 60
        01AA00    | so    | 2020-10-01 | 60
    """)

    obs = {
        f.code: (f.teller, f.teller_max, f.noemer, f.noemer_max)
        for f in given.figures("deelname_sbo_locatie", "swv", period="2019-10-01")
    }
    assert obs == {"PO0101": (40, 100, 940, 1000)}


def test_the_own_statement_goes_before_every_file(given: Given) -> None:
    given.leerlingen_historie(OVERVIEW)
    given.afstand("""
        vestiging | soort | peildatum  | leerlingen
        01AA00    | sbo   | 2017-10-01 | 95
    """)
    given.vestigingen("""
        vestiging | postcode | schooltype
        01AA00    | 1011     | so
    """)

    assert [one for one in soort(given) if one[0] != "2017"] == [
        ("2016", "so/vso"),
        ("2021", "so/vso"),
    ]


def test_a_file_without_a_date_is_asked_last(given: Given) -> None:
    given.leerlingen_historie(OVERVIEW)
    given.schoollocaties("""
        vestiging | type | longitude | latitude
        01AA00    | SBAO | 5         | 52
    """)
    given.vestigingen_so("""
        vestiging | soort_po | onderwijs | lijstdatum
        01AA00    | (V)SO    | SO ZMLK   | 2026-01-01
    """)

    assert soort(given) == [("2016", "so/vso"), ("2021", "so/vso")]


def test_what_the_overview_does_not_call_so_vso_stays(given: Given) -> None:
    given.leerlingen_historie("""
        vestiging | soort | jaar | leerlingen
        01AA00    | vso   | 2016 | 100
    """)
    given.schoollocaties("""
        vestiging | type | longitude | latitude
        01AA00    | SBAO | 5         | 52
    """)

    assert soort(given) == [("2016", "vso")]


def test_nobody_is_counted_twice_on_a_date_that_both_files_have(given: Given) -> None:
    """Before, the sbo of the one and the so/vso of the other were two families of pupils."""
    given.in_swv("PO0101", "01AA00")
    given.afstand("""
        vestiging | soort | leerlingen
        01AA00    | sbo   | 95
    """)
    given.leerlingen_historie("""
        vestiging | soort  | leerlingen
        01AA00    | so/vso | 96
        01AA01    | vso    | 40         # so that the distances are a few schools of many
        01AA02    | vso    | 40
        01AA03    | sbo    | 40
        01AA04    | sbo    | 40
    """)

    assert given.store.rows(
        "select schooltype, bron, minimum from views.leerling where vestiging = '01AA00'"
    ) == [("sbo", "afstand", 95)]
