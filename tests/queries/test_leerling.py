"""Which of several files counts: no pupil twice, none dropped."""

from helpers.drawings import Given


def test_of_two_exact_files_the_one_that_splits_most_goes_first(given: Given) -> None:
    given.afstand("""
        vestiging | soort | leerlingen
        01AA00    | so    | 30
        01AA00    | vso   | 20
    """)
    given.leerlingen_historie("""
        vestiging | soort  | leerlingen
        01AA00    | so/vso | 51
        01AA01    | vso    | 7          # the same pupils under another code
    """)

    given.view("leerling").gives("""
        vestiging | schooltype | bron    | minimum | maximum
        01AA00    | so         | afstand | 30      | 30
        01AA00    | vso        | afstand | 20      | 20
    """)


def test_a_few_distances_do_not_push_the_national_file_aside(given: Given) -> None:
    given.afstand("""
        vestiging | soort | leerlingen
        01AA00    | vso   | 20
    """)
    given.leerlingen_historie("""
        vestiging | soort | leerlingen
        01AA00    | vso   | 21
        01AA01    | vso   | 7
        01AA02    | vso   | 8
    """)

    given.view("leerling").gives("""
        vestiging | bron                | minimum
        01AA00    | afstand             | 20
        01AA01    | leerlingen_historie | 7
        01AA02    | leerlingen_historie | 8
    """)


def test_an_exact_telling_of_the_swv_goes_before_what_duo_hides(given: Given) -> None:
    given.afstand("""
        vestiging | soort | leerlingen
        01AA00    | vso   | <5
        01AA01    | vso   | 20
    """)
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vso        | 3
        01AA01    | vso        | <5         # hidden by the SWV, while DUO tells
    """)

    given.view("leerling").gives("""
        vestiging | bron            | minimum | maximum
        01AA00    | leerlingtelling | 3       | 3
        01AA01    | afstand         | 20      | 20
    """)


def test_a_telling_of_a_part_does_not_push_the_rest_of_the_school_away(given: Given) -> None:
    given.leerlingen_vo_onderwijstype("""
        vestiging | onderwijstype             | jaar1_man | jaar1_vrouw
        01AA00    | HAVO lj 4-5               | 400       | <5
        01AA00    | Praktijkonderwijs alle vj | 30        | <5
        01AA00    | HAVO uitbest. aan VAVO    | 6         | 0
    """)
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | pro        | 33
    """)

    given.view("leerling").gives("""
        vestiging | schooltype | onderwijstype | minimum | maximum
        01AA00    | pro        | pro           | 31      | 34
        01AA00    | vavo       | vavo          | 6       | 6
        01AA00    | vo         | havo          | 401     | 404
    """)


def test_a_telling_of_vso_at_a_school_that_duo_knows_as_so_adds_nobody(given: Given) -> None:
    given.afstand("""
        vestiging | soort | leerlingen
        01AA00    | so    | 100
    """)
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vso        | 40
    """)

    given.view("leerling").gives("""
        vestiging | schooltype | minimum
        01AA00    | so         | 100
    """)


def test_one_swv_tells_so_and_another_vso_of_the_same_school(given: Given) -> None:
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | so         | 60
    """)
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vso        | 40
    """)
    given.leerlingen_historie("""
        vestiging | soort  | leerlingen
        01AA00    | so/vso | 101
    """)

    given.view("leerling").gives("""
        vestiging | schooltype | bron            | minimum
        01AA00    | so         | leerlingtelling | 60
        01AA00    | vso        | leerlingtelling | 40
    """)


def test_an_unknown_telling_does_not_split_what_duo_knows(given: Given) -> None:
    given.leerlingen_historie("""
        vestiging | soort  | leerlingen
        01AA00    | so/vso | 100
    """)
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vso        | x
    """)

    given.view("leerling").gives("""
        vestiging | schooltype | minimum | maximum
        01AA00    | so/vso     | 100     | 100
    """)


def test_a_telling_by_niveau_adds_up_to_the_school(given: Given) -> None:
    given.leerlingtelling("""
        vestiging | schooltype | niveau | aantal
        01AA00    | vo         | havo   | 120
        01AA00    | vo         | vwo    | <5
        01AA00    | pro        |        | 30       # pro is an onderwijstype by itself
    """)

    given.view("leerling").gives("""
        vestiging | schooltype | onderwijstype | minimum | maximum
        01AA00    | pro        | pro           | 30      | 30
        01AA00    | vo         | havo          | 120     | 120
        01AA00    | vo         | vwo           | 1       | 4
    """)


def test_a_vestiging_of_two_besturen_has_the_pupils_of_both(given: Given) -> None:
    given.in_swv("VO0101", "01AA00", schooltype="pro")
    given.leerlingen_vo_vavo("""
        vestiging | bestuursnummer | leerlingen | vavo
        01AA00    | 10001          | 60         | 2
        01AA00    | 10002          | 30         | <5
    """)

    given.view("leerling").gives("""
        vestiging | schooltype | minimum | maximum
        01AA00    | pro        | 90      | 90
        01AA00    | vavo       | 3       | 6
    """)
