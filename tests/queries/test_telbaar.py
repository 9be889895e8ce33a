"""When a samenwerkingsverband has a figure: its pupils were counted, all of them or nearly.

Neither may a half delivery look like a decline, nor what was not delivered like nought; and a
figure that is right may not stay away.
"""

import pytest
from helpers.drawings import Given


SWVS = [f"VO{region}{number:02}" for region in range(20, 32) for number in range(1, 7)][:66]
"""Enough for a country."""


def country(given: Given, swvs: list[str] = SWVS) -> None:
    """In each SWV a school for vo (nr00) and one for vso (nr01)."""
    given.add(
        "vestigingen",
        [
            {"vestiging": f"{swv[2:4]}AA{number}{kind}", "postcode": "1011", "swv": swv}
            for swv in swvs
            for number in [swv[5]]
            for kind in "01"
        ],
    )


def vo(given: Given, date: str, pupils: dict[str, int]) -> None:
    given.add(
        "leerlingen_vo_onderwijstype",
        [
            {"vestiging": f"{s[2:4]}AA{s[5]}0", "peildatum": date, "jaar1_man": str(n)}
            for s, n in pupils.items()
        ],
    )


def vso(given: Given, date: str, pupils: dict[str, int], source: str = "afstand") -> None:
    add = {
        "afstand": {"soort": "vso", "peildatum": date},
        "leerlingen_historie": {"soort": "vso", "jaar": date[:4]},
        "leerlingtelling": {"schooltype": "vso", "peildatum": date},
    }[source]
    column = "aantal" if source == "leerlingtelling" else "leerlingen"
    given.add(
        source,
        [{"vestiging": f"{s[2:4]}AA{s[5]}1", column: str(n), **add} for s, n in pupils.items()],
    )


def shares(given: Given, periode: str) -> dict[str, float | None]:
    found = given.figures("deelname_vso_locatie", "swv", period=periode)
    return {figure.code: figure.waarde for figure in found}


def land(given: Given, name: str = "deelname_vso_locatie") -> dict[str, float | None]:
    return {f.periode[:4]: f.waarde for f in given.figures(name, "land")}


def test_vso_of_the_own_swv_beside_national_vo_gives_no_0_percent_elsewhere(given: Given) -> None:
    country(given)
    vo(given, "2019-10-01", dict.fromkeys(SWVS, 1000))
    vso(given, "2019-10-01", {SWVS[0]: 40}, "leerlingtelling")

    assert shares(given, "2019") == {SWVS[0]: 4.0}
    assert land(given) == {}
    assert len(given.figures("leerlingen_vo", "swv")) == len(SWVS)


def test_in_a_national_file_no_pupil_is_really_nought(given: Given) -> None:
    country(given)
    vo(given, "2019-10-01", dict.fromkeys(SWVS, 1000))
    vso(given, "2019-10-01", dict.fromkeys(SWVS[1:], 40))

    assert shares(given, "2019") == {SWVS[0]: 0.0, **dict.fromkeys(SWVS[1:], 4.0)}
    assert land(given) == {"2019": pytest.approx(100 * 40 * 65 / 66_000)}


def test_a_national_file_with_an_end_cut_off_is_not_the_country(given: Given) -> None:
    country(given)
    for year in (2018, 2019, 2020):
        vo(given, f"{year}-10-01", dict.fromkeys(SWVS, 1000))
    vso(given, "2018-10-01", dict.fromkeys(SWVS, 40))
    # Of the last six nothing, of the one before it a part; still 60 SWVs.
    vso(given, "2019-10-01", {**dict.fromkeys(SWVS[:59], 30), SWVS[59]: 5})
    vso(given, "2020-10-01", dict.fromkeys(SWVS, 40))

    assert shares(given, "2019") == dict.fromkeys(SWVS[:59], 3.0)
    assert land(given) == {"2018": 4.0, "2020": 4.0}


def test_one_swv_that_is_missing_from_a_national_file_has_no_0_percent(given: Given) -> None:
    country(given)
    for year in (2018, 2019):
        vo(given, f"{year}-10-01", dict.fromkeys(SWVS, 1000))
    vso(given, "2018-10-01", dict.fromkeys(SWVS, 40))
    vso(given, "2019-10-01", dict.fromkeys(SWVS[1:], 40))

    assert SWVS[0] in shares(given, "2018")
    assert SWVS[0] not in shares(given, "2019")


def test_a_vso_school_that_closes_for_good_is_believed_when_the_next_year_says_so(
    given: Given,
) -> None:
    country(given)
    for year, first in ((2018, 40), (2019, 0), (2020, 0)):
        vo(given, f"{year}-10-01", dict.fromkeys(SWVS, 1000))
        here = dict.fromkeys(SWVS[1:], 40) | ({SWVS[0]: first} if first else {})
        vso(given, f"{year}-10-01", here)

    assert shares(given, "2019")[SWVS[0]] == 0.0
    assert shares(given, "2020")[SWVS[0]] == 0.0


def test_halving_in_a_national_file_is_no_incomplete_delivery(given: Given) -> None:
    """A large school moved to the neighbour: DUO's whole file is to be believed."""
    country(given)
    for year, first, second in ((2018, 100, 10), (2019, 20, 90)):
        vo(given, f"{year}-10-01", dict.fromkeys(SWVS, 1000))
        vso(
            given,
            f"{year}-10-01",
            {**dict.fromkeys(SWVS, 40), SWVS[0]: first, SWVS[1]: second},
        )

    assert shares(given, "2018")[SWVS[1]] == 1.0
    assert shares(given, "2019")[SWVS[0]] == 2.0


def test_a_file_that_splits_and_one_that_does_not_are_no_halving(given: Given) -> None:
    """With so/vso unsplit there seem to be twice as many: at most, not for certain."""
    country(given)
    for year in (2018, 2019):
        vo(given, f"{year}-10-01", dict.fromkeys(SWVS, 1000))
    given.add(
        "leerlingen_historie",
        [
            {"vestiging": f"{s[2:4]}AA{s[5]}1", "jaar": "2018", "soort": "so/vso",
             "leerlingen": "120"}
            for s in SWVS
        ],
    )  # fmt: skip
    both = [("vso", "40"), ("so", "80")]
    given.add(
        "afstand",
        [
            {"vestiging": f"{s[2:4]}AA{s[5]}1", "soort": soort, "leerlingen": n}
            for s in SWVS
            for soort, n in both
        ],
    )

    assert shares(given, "2019") == dict.fromkeys(SWVS, 4.0)
    assert len(shares(given, "2018")) == len(SWVS)


def test_a_half_delivered_year_of_one_swv_stays_away(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01", "01AA02")
    given.add(
        "leerlingen_vo_onderwijstype",
        [
            {"vestiging": f"01AA0{school}", "peildatum": f"{year}-10-01", "jaar1_man": "100"}
            for year, schools in ((2018, 3), (2019, 1), (2020, 3))
            for school in range(schools)
        ],
    )

    given.ask("leerlingen_vo", "swv").gives("""
        code   | periode    | teller
        VO0101 | 2018-10-01 | 300
        VO0101 | 2020-10-01 | 300
    """)
    assert len(given.figures("leerlingen_vo", "vestiging", period="2019")) == 1


def test_the_own_telling_of_a_few_of_the_known_schools_is_no_telling(given: Given) -> None:
    given.in_swv("VO0101", *(f"01AA0{n}" for n in range(5)), schooltype="vso")
    given.in_swv("VO0102", *(f"02AA0{n}" for n in range(5)), schooltype="vso")
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vso        | 40
        01AA01    | vso        | 40
        01AA02    | vso        | 40
        02AA00    | vso        | 40          # a pupil or two of the neighbour's school
    """)

    given.ask("leerlingen_vso", "swv").gives("""
        code   | teller
        VO0101 | 120
    """)


def test_a_so_school_is_not_missing_from_a_telling_of_vso(given: Given) -> None:
    """The SWV vo tells its vso; so is not its own, and half of the pupils in special schools."""
    given.in_swv("VO0101", "01AA00", schooltype="vso")
    given.in_swv("VO0101", *(f"01AA0{n}" for n in range(1, 6)), schooltype="so")
    given.afstand("""
        vestiging | peildatum  | soort | leerlingen
        01AA00    | 2018-10-01 | vso   | 50
        01AA01    | 2018-10-01 | so    | 400
    """)
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vso        | 51
    """)

    given.ask("leerlingen_vso", "swv").gives("""
        code   | periode    | teller
        VO0101 | 2018-10-01 | 50
        VO0101 | 2019-10-01 | 51
    """)


def test_a_new_swv_and_one_of_a_single_school_have_figures(given: Given) -> None:
    given.in_swv("VO0101", "01AA00").in_swv("VO0102", "02AA00", "02AA01")
    given.leerlingen_vo_onderwijstype("""
        vestiging | peildatum  | jaar1_man
        01AA00    | 2018-10-01 | 90
        01AA00    | 2019-10-01 | 95
        02AA00    | 2019-10-01 | 80          # did not exist the year before
        02AA01    | 2019-10-01 | 70
    """)

    given.ask("leerlingen_vo", "swv").gives("""
        code   | periode    | teller
        VO0101 | 2018-10-01 | 90
        VO0101 | 2019-10-01 | 95
        VO0102 | 2019-10-01 | 150
    """)


def test_schools_of_an_unknown_swv_are_never_left_out_of_the_country(given: Given) -> None:
    country(given)
    vo(given, "2019-10-01", dict.fromkeys(SWVS, 1000))
    vso(given, "2019-10-01", dict.fromkeys(SWVS, 40))
    given.leerlingen_vo_onderwijstype("""
        vestiging | peildatum  | jaar1_man
        99AA00    | 2018-10-01 | 5000          # so many were unknown the year before
        99AA00    | 2019-10-01 | 660           # vo, and no vso, that no list knows
    """)
    vo(given, "2019-10-01", dict.fromkeys(SWVS, 1000) | {"VO9900": 660})

    figures = given.figures("deelname_vso_locatie", "swv", period="2019")
    (whole,) = given.figures("deelname_vso_locatie", "land", period="2019")

    assert figures[-1].code == "onbekend"
    assert sum(figure.noemer or 0 for figure in figures) == whole.noemer == 66_660


def test_a_gemeente_in_two_swvs_of_which_one_was_not_counted_has_no_figure(given: Given) -> None:
    """Its share would be of a part of its schools; within the one SWV there is a figure."""
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam
        1011      | VO0101 | 0101         | Aadorp
        1012      | VO0101 | 0102         | Beestad
        1021      | VO0102 | 0102         | Beestad
    """)
    given.vestigingen("""
        vestiging | postcode
        01AA00    | 1011
        01AA01    | 1012
        01AA02    | 1012
        02AA00    | 1021
    """)
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vo         | 100
        01AA01    | vo         | 100
        01AA02    | vso        | 10
        02AA00    | vo         | 300        # whose vso was not delivered
    """)

    given.ask("deelname_vso_locatie", "gemeente").gives("""
        code   | teller | noemer
        GM0101 | 0      | 100
    """)
    given.ask("deelname_vso_locatie", "gemeente", within=("swv", "VO0101")).gives("""
        code   | teller | noemer
        GM0101 | 0      | 100
        GM0102 | 10     | 100
    """)


def test_a_part_of_the_country_is_not_called_nederland(given: Given) -> None:
    country(given, SWVS[:59])
    vo(given, "2019-10-01", dict.fromkeys(SWVS[:59], 1000))

    assert given.figures("leerlingen_vo", "land") == []
    assert len(given.figures("leerlingen_vo", "swv")) == 59


def test_completeness_says_how_many_schools_are_missing(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01")
    given.leerlingen_vo_onderwijstype("""
        vestiging | peildatum  | jaar1_man
        01AA00    | 2018-10-01 | 90
        01AA01    | 2018-10-01 | 60
        01AA00    | 2019-10-01 | 95
    """)

    given.view("volledigheid", "sector = 'vo'").gives("""
        periode    | groep | geteld | verwacht | leerlingen | leerlingen_verwacht
        2018-10-01 | vo    | 2      | 2        | 150        | 150
        2019-10-01 | vo    | 1      | 2        | 95         | 150
    """)
