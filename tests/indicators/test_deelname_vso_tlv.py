"""Vso-deelname by who pays: pupils with our tlv on 1 October, over regular vo."""

from helpers.drawing_tlv import draw, region
from helpers.drawings import Given


def counted(given: Given) -> Given:
    region(given)
    given.leerlingen_vo_vavo("""
        vestiging | peildatum  | leerlingen | vavo
        01AA00    | 01-10-2018 | 900        | 200     # a pupil at the vavo counts for a half
    """)
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01CC00    | 01-10-2018 | vso        | 60      # is not in its own noemer
    """)
    return given


def test_pupils_with_a_tlv_over_regular_vo(given: Given) -> None:
    draw(
        counted(given),
        """
        leerling | van        | tot        | bestemming | soort | swv
        Aya      | 01-08-2017 | 01-10-2018 | 01CC00     | vso   | VO0101   # its last day
        Bob      | 01-10-2018 | 31-07-2019 | 02CC00     | vso   | VO0101   # elsewhere, but ours
        Cas      | 01-08-2017 | 31-07-2019 |            | vso   | VO0101   # not known where
        Dee      | 01-08-2017 | 30-09-2018 | 01CC00     | vso   | VO0101   # ended
        Eva      | 02-10-2018 | 31-07-2019 | 01CC00     | vso   | VO0101   # a day too late
        Fay      | 01-08-2017 | 31-07-2019 | 01CC00     | vso   | VO0102   # of others, at our vso
        Gea      | 01-08-2017 | 31-07-2019 | 01BB02     | so    | PO0101   # is of the po
    """,
    )

    given.ask("deelname_vso_tlv", "swv", period="2018-10-01").gives("""
        code   | periode    | teller | noemer | waarde
        VO0101 | 2018-10-01 | 3      | 1000   | 0.3
    """)


def test_a_pupil_with_two_tlvs_is_one_pupil(given: Given) -> None:
    draw(
        counted(given),
        """
        leerling | van        | tot
        Aya      | 01-08-2017 | 31-07-2019
        Aya      | 01-08-2018 | 31-07-2019
    """,
    )

    given.ask("deelname_vso_tlv", "swv", period="2018-10-01").gives("""
        teller
        1
    """)


def test_trap_vi_pupils_of_others_are_in_teller_nor_noemer(given: Given) -> None:
    """Domain 3.1 (vi): who comes in across the border is a figure of its own."""
    draw(
        counted(given),
        """
        leerling | swv    | bestemming | van        | tot        | herkomst
        Aya      | VO0101 | 01CC00     | 01-08-2017 | 31-07-2019 | 01AA00
        Bob      | VO0102 | 01CC00     | 01-08-2017 | 31-07-2019 | 02AA00
    """,
    )

    given.ask("deelname_vso_tlv", "swv", period="2018-10-01").gives("""
        code   | teller | noemer
        VO0101 | 1      | 1000
    """)
    given.ask("grensverkeer_in", "swv", period="2018-10-01").gives("""
        code   | teller
        VO0101 | 1
    """)


def test_a_year_without_a_count_or_with_a_young_list_has_no_figure(given: Given) -> None:
    region(given)
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01AA00    | 01-10-2017 | vo         | 1000      # the list is two years old
        01AA00    | 01-10-2018 | vo         | 1000
    """)
    draw(
        given,
        """
        van        | tot
        01-08-2017 | 31-07-2020
    """,
    )

    given.ask("deelname_vso_tlv", "swv").gives("""
        periode    | teller
        2018-10-01 | 1
    """)


def test_with_two_lists_each_says_only_what_it_decided_itself(given: Given) -> None:
    """Our list names a pupil of the neighbours under a pseudonym of its own."""
    counted(given).leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        02AA00    | 01-10-2018 | vo         | 500
    """)
    draw(
        given,
        """
        nr | leerling | swv    | van        | tot        | herkomst | bestemming
        A1 | Aya      | VO0101 | 01-08-2017 | 31-07-2019 | 01AA00   | 01CC00
        B7 | Pupil 7  | VO0102 | 01-08-2017 | 31-07-2019 | 02AA00   | 01CC00
    """,
    )
    draw(
        given,
        """
        nr | leerling | van        | tot        | herkomst | bestemming
        B7 | Bob      | 01-08-2017 | 31-07-2019 | 02AA00   | 01CC00
    """,
        of="VO0102",
    )

    given.ask("deelname_vso_tlv", "swv", period="2018-10-01").gives("""
        code   | teller | noemer
        VO0101 | 1      | 1000
        VO0102 | 1      | 500
    """)
