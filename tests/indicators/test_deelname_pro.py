"""Deelname pro: pro is a part of the noemer, so its share is never over 100 %."""

from helpers.drawings import Given


def test_pro_is_measured_against_all_of_regular_vo_and_half_of_the_vavo(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", "01AA01")
    given.leerlingen_vo_onderwijstype("""
        vestiging | onderwijstype             | jaar1_man
        01AA00    | HAVO lj 4-5               | 890
        01AA00    | VWO uitbest. aan VAVO     | 20
        01AA01    | Praktijkonderwijs alle vj | 100
    """)

    given.ask("deelname_pro", "swv").gives("""
        code   | teller | noemer | waarde
        VO0101 | 100    | 1000   | 10
    """)


def test_a_school_with_pro_alone_has_all_of_it_in_pro_whatever_is_hidden(given: Given) -> None:
    given.in_swv("VO0101", "01AA00")
    given.leerlingen_vo_onderwijstype("""
        vestiging | onderwijstype             | jaar1_man | jaar1_vrouw
        01AA00    | Praktijkonderwijs alle vj | 100       | <5
    """)

    given.ask("deelname_pro", "vestiging").gives("""
        code   | teller  | noemer  | waarde
        01AA00 | 101–104 | 101–104 | 100
    """)


def test_a_share_of_a_part_stops_at_100_percent(given: Given) -> None:
    given.in_swv("VO0101", "01AA00")
    given.leerlingen_vo_onderwijstype("""
        vestiging | onderwijstype             | jaar1_man | jaar1_vrouw
        01AA00    | Praktijkonderwijs alle vj | 50        | <5
        01AA00    | HAVO lj 4-5               | 0         | <5
    """)

    given.ask("deelname_pro", "vestiging").gives("""
        code   | teller | noemer | waarde
        01AA00 | 51–54  | 52–58  | 87.93–100
    """)


def test_a_file_that_does_not_split_pro_leaves_everything_open(given: Given) -> None:
    given.in_swv("VO0101", "01AA00")
    given.leerlingen_vo_vavo("""
        vestiging | leerlingen
        01AA00    | 300
    """)

    given.ask("deelname_pro", "vestiging").gives("""
        code   | teller | noemer | waarde
        01AA00 | 0–300  | 300    | 0–100
    """)


def test_a_telling_of_pro_alone_gives_no_share(given: Given) -> None:
    """Without the other schools it would be 100 %."""
    given.in_swv("VO0101", "01AA00", "01AA01")
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | pro        | 90
    """)

    assert given.figures("deelname_pro", "swv") == []
