"""Deelname vso: vso over regular vo with pro and half of the vavo, where the schools are."""

from helpers.drawings import Given


def test_vso_is_measured_against_vo_with_pro_and_half_of_the_vavo(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01", "01AA02")
    given.leerlingen_vo_onderwijstype("""
        vestiging | onderwijstype             | jaar1_man
        01AA00    | HAVO lj 4-5               | 850
        01AA00    | HAVO uitbest. aan VAVO    | 20          # half: 10
        01AA01    | Praktijkonderwijs alle vj | 140
    """)
    given.afstand("""
        vestiging | soort | leerlingen
        01AA02    | vso   | 40
        01AA02    | so    | 60          # so belongs to primair onderwijs
    """)

    given.ask("deelname_vso_locatie", "swv").gives("""
        code   | periode    | teller | noemer | waarde
        VO0101 | 2019-10-01 | 40     | 1000   | 4
    """)


def test_a_total_is_a_sum_over_a_sum_and_no_mean_of_percentages(given: Given) -> None:
    given.regio_indeling("""
        postcode4 | swv    | subregio
        1011      | VO0101 | Noord
        1012      | VO0101 | Zuid
    """)
    given.vestigingen("""
        vestiging | postcode
        01AA00    | 1011
        01AA01    | 1012
        01AA02    | 1011
        01AA03    | 1012
    """)
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vo         | 100
        01AA01    | vo         | 900
        01AA02    | vso        | 10
        01AA03    | vso        | 30
    """)

    given.ask("deelname_vso_locatie", "subregio").gives("""
        code         | naam  | teller | noemer | waarde
        VO0101:Noord | Noord | 10     | 100    | 10
        VO0101:Zuid  | Zuid  | 30     | 900    | 3.33
    """)
    given.ask("deelname_vso_locatie", "swv").gives("""
        code   | teller | noemer | waarde
        VO0101 | 40     | 1000   | 4          # and not 6,67
    """)


def test_hidden_counts_give_the_lowest_and_the_highest_share(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01")
    given.leerlingen_vo_onderwijstype("""
        vestiging | jaar1_man | jaar1_vrouw
        01AA00    | 96        | <5
    """)
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA01    | vso        | <5
    """)

    given.ask("deelname_vso_locatie", "swv").gives("""
        code   | teller | noemer | waarde
        VO0101 | 1–4    | 97–100 | 1–4.12     # 1/100, 4/97
    """)


def test_a_region_with_more_vso_than_vo_has_more_than_100_percent(given: Given) -> None:
    """The vso is no part of the noemer, and a gemeente can have a large vso school only."""
    given.in_swv("VO0101", "01AA00", "01AA01")
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vo         | 50
        01AA01    | vso        | 60
    """)

    given.ask("deelname_vso_locatie", "swv").gives("""
        code   | waarde
        VO0101 | 120
    """)


def test_an_unknown_noemer_gives_at_most_and_an_unknown_teller_at_least(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01", "01AA02").in_swv("VO0102", "02AA00", "02AA01")
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vo         | 100
        01AA02    | vo         | x
        01AA01    | vso        | 5
        02AA00    | vo         | 100
        02AA01    | vso        | x
    """)

    given.ask("deelname_vso_locatie", "swv").gives("""
        code   | teller | noemer | waarde
        VO0101 | 5      | 100+   | ..5
        VO0102 | ?      | 100    | ?
    """)


def test_without_a_noemer_there_is_no_share_and_without_a_teller_neither(given: Given) -> None:
    given.in_swv("VO0101", "01AA00").in_swv("VO0102", "02AA01")
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vo         | 100        # its vso was not delivered: no 0 %
        02AA01    | vso        | 40         # its vo was not delivered
    """)

    assert given.figures("deelname_vso_locatie", "swv") == []
