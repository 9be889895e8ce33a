"""What stands behind a figure: which files, how complete, provisional or not; and beside it."""

import pytest
from helpers.drawings import Given
from views.made_figures import make_share

from monitor.commands import figures
from monitor.commands.figures import Audience
from monitor.compare.yardsticks import benchmark_in, benchmarks, previous, targets
from monitor.figures.door import indicator_named
from monitor.figures.provenance import provenance
from monitor.store.freshness import freshness
from monitor.views.words import footnote


VSO = indicator_named("deelname_vso_locatie")


def test_only_files_that_were_chosen_are_named(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01").in_swv("PO0101", "01AA02")
    given.leerlingen_vo_onderwijstype("""
        vestiging | jaar1_man
        01AA00    | 100
    """)
    given.afstand("""
        vestiging | soort | leerlingen
        01AA01    | vso   | 10
        01AA02    | so    | 10
    """)
    given.leerlingtelling("""
        vestiging | schooltype | aantal | status
        01AA01    | vso        | <5     | voorlopig     # DUO is exact here
        01AA02    | sbo        | 10     | voorlopig     # and sbo is no part of this figure
    """)

    found = provenance(given.store, VSO, "2019-10-01", "VO0101")

    assert [origin.source for origin in found.origins] == [
        "afstand",
        "leerlingen_vo_onderwijstype",
    ]
    assert [origin.file for origin in found.origins] == [
        "afstand-4.csv",
        "leerlingen_vo_onderwijstype-3.csv",
    ]
    assert found.status == ""


def test_one_provisional_part_makes_the_whole_provisional(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01")
    given.leerlingtelling("""
        vestiging | schooltype | aantal | status
        01AA00    | vo         | 100    | definitief
        01AA01    | vso        | 10     | voorlopig
    """)

    assert provenance(given.store, VSO, "2019-10-01").status == "voorlopig"


def test_completeness_is_that_of_the_groups_that_it_counts(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01", "01AA02").in_swv("VO0102", "02AA00")
    given.leerlingen_vo_onderwijstype("""
        vestiging | peildatum  | jaar1_man
        01AA00    | 2018-10-01 | 100
        01AA01    | 2018-10-01 | 100
        02AA00    | 2018-10-01 | 100
        01AA00    | 2019-10-01 | 150
        02AA00    | 2019-10-01 | 100
    """)
    given.afstand("""
        vestiging | soort | leerlingen
        01AA02    | vso   | 10
        01AA02    | so    | 10
    """)

    own = provenance(given.store, VSO, "2019-10-01", "VO0101")
    everywhere = provenance(given.store, VSO, "2019-10-01")

    assert [(c.group, c.counted, c.expected) for c in own.completeness] == [
        ("vo", 1, 2),
        ("vso", 1, 1),
    ]
    assert [(c.group, c.counted, c.expected) for c in everywhere.completeness] == [
        ("vo", 2, 3),
        ("vso", 1, 1),
    ]
    assert not own.is_complete


def test_a_period_without_anything_has_no_origin(given: Given) -> None:
    found = provenance(given.store, VSO, "1999-10-01")

    assert (found.origins, found.status, found.completeness) == ((), "", ())


def test_a_benchmark_is_of_the_same_year_and_beyond_dispute(given: Given) -> None:
    given.benchmarks("""
        indicator            | jaar | waarde_min | waarde_max | bron
        deelname_vso_locatie | 2018 | 3,8        |            | OCW
        deelname_vso_locatie | 2019 | 3,9        | 4,0        | OCW
        deelname_vso_locatie | 2020 | 4,0        |            | OCW
        deelname_vso_locatie | 2020 | 4,4        |            | een krant
        deelname_pro         | 2019 | 3,1        |            | OCW
    """)

    low_high = [(b.jaar, b.low, b.high) for b in benchmarks(given.store, VSO)]
    found = [benchmark_in(given.store, VSO, f"{year}-10-01") for year in range(2017, 2021)]

    assert low_high[:2] == [("2018", 3.8, 3.8), ("2019", 3.9, 4.0)]
    assert [b and b.low for b in found] == [None, 3.8, 3.9, None]  # two sources contradict


def test_targets_are_promises_of_the_whole_swv(given: Given) -> None:
    given.afspraken("""
        code | indicator            | streefwaarde | richting | vestiging
        A-1  | deelname_vso_locatie | 3,5          | lager    |
        A-2  | deelname_pro         | 3            | hoger    |
        A-3  | deelname_vso_locatie |              | lager    |              # without a number
        A-4  | deelname_vso_locatie | 1            | lager    | 01AA00       # of one school
    """)

    (target,) = targets(given.store, "deelname_vso_locatie")

    assert (target.code, target.streefwaarde) == ("A-1", 3.5)
    assert [target.is_met(value) for value in (3.4, 3.5, 3.6)] == [True, True, False]
    assert [t.code for t in targets(given.store)] == ["A-1", "A-2"]


def test_the_previous_figure_is_that_of_the_last_period_before(given: Given) -> None:
    given.in_swv("VO0101", "01AA00")
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01AA00    | 2016-10-01 | vo         | 90
        01AA00    | 2018-10-01 | vo         | 95
        01AA00    | 2019-10-01 | vo         | 100
    """)
    found = given.figures("leerlingen_vo", "swv")

    before = [previous(found, f"{year}-10-01") for year in (2016, 2019, 2025)]

    assert [figure and figure.teller for figure in before] == [None, 95, 100]


def test_freshness_names_every_kind_of_file_and_what_it_is_about(given: Given) -> None:
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01AA00    | 2018-10-01 | vo         | 95
        01AA00    | 2019-10-01 | vo         | 100
    """)
    first, *others = freshness(given.store)

    assert (first.source.name, first.files, first.rows) == ("leerlingtelling", 1, 2)
    assert first.moments == ("2018-10-01", "2019-10-01")
    assert first.delivered is not None
    assert all((f.files, f.rows, f.delivered, f.moments) == (0, 0, None, ()) for f in others)
    assert len(others) > 15


SBO = indicator_named("deelname_sbo_locatie")


def sbo_of_another_file(given: Given) -> Given:
    """Two schools in one SWV and one in another that the overview calls so/vso and DUO's file of
    distances sbo (A2 of faults.md)."""
    given.add("vestigingen", [
        {"vestiging": code, "naam": naam, "postcode": "1011", "swv": swv}
        for code, naam, swv in (
            ("01AA00", "De Sloep", "PO0101"), ("01AA01", "'t Anker", "PO0101"),
            ("01AA02", "De Dorpsschool", "PO0101"), ("02AA00", "De Boei", "PO0102"),
        )
    ])  # fmt: skip
    given.leerlingen_historie("""
        vestiging | soort  | jaar | leerlingen
        01AA00    | so/vso | 2016 | 100
        01AA01    | so/vso | 2016 | 90
        02AA00    | so/vso | 2016 | 80
        01AA02    | bo     | 2016 | 900
    """)
    return given.afstand("""
        vestiging | soort | peildatum  | leerlingen
        01AA00    | sbo   | 2019-10-01 | 95
        01AA01    | sbo   | 2019-10-01 | 85
        02AA00    | sbo   | 2019-10-01 | 75
    """)


def test_the_schools_whose_soort_another_file_tells_are_named_with_that_file(given: Given) -> None:
    store = sbo_of_another_file(given).store

    (own,) = provenance(store, SBO, "2016-10-01", "PO0101").kinds
    (every,) = provenance(store, SBO, "2016-10-01").kinds

    assert own.schooltype == "sbo"
    assert (own.origin.source, own.origin.file) == ("afstand", "afstand-3.csv")
    # Of the samenwerkingsverband that is asked about, by name.
    assert own.schools == (("01AA00", "De Sloep"), ("01AA01", "'t Anker"))
    assert [naam for _, naam in every.schools] == ["De Boei", "De Sloep", "'t Anker"]
    # In that year the file of distances is the count itself, and a figure of vso has no such school.
    assert provenance(store, SBO, "2019-10-01", "PO0101").kinds == ()
    assert provenance(store, VSO, "2016-10-01").kinds == ()


def test_where_the_soort_comes_from_is_said_in_words(given: Given) -> None:
    origin = provenance(sbo_of_another_file(given).store, SBO, "2016-10-01", "PO0102")

    (words,) = footnote.kinds_of(origin)

    assert words.startswith("De soort van 1 school (De Boei) is sbo volgens DUO, ")
    assert "(afstand-3.csv, geleverd " in words
    assert (
        f"{words}." in footnote.text_of(SBO, make_share(80, 1000), origin, "SWV Toets").splitlines()
    )


def test_two_files_that_contradict_each_other_leave_it_open_and_one_is_named(given: Given) -> None:
    given.add("vestigingen", [{"vestiging": "01AA00", "naam": "De Sloep", "postcode": "1011",
                               "swv": "PO0101"}])  # fmt: skip
    given.leerlingen_historie("""
        vestiging | soort  | jaar | leerlingen
        01AA00    | so/vso | 2016 | 100
    """)
    for year, soort in (("2015", "sbo"), ("2017", "so")):  # as near as each other
        given.add("afstand", [{"vestiging": "01AA00", "peildatum": f"{year}-10-01", "soort": soort,
                               "leerlingen": "9"}])  # fmt: skip

    (words,) = footnote.kinds_of(provenance(given.store, SBO, "2016-10-01", "PO0101"))

    assert "De soort van 1 school (De Sloep) is sbo, so of vso volgens DUO" in words


def test_the_command_names_them_under_the_figures(
    given: Given, capsys: pytest.CaptureFixture[str]
) -> None:
    store = sbo_of_another_file(given).store

    figures.run(store, Audience(), "deelname_sbo_locatie", "swv", "2016-10-01", "",
                        ("PO0101",), "")  # fmt: skip

    said = capsys.readouterr().out.splitlines()[-1].replace("\u00a0", " ")
    assert said.startswith("De soort van 2 scholen (De Sloep en 't Anker) is sbo volgens DUO, ")
    assert said.endswith("(2016-10-01).")
