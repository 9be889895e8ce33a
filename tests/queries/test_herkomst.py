"""From which file the figures of a period come, and whether they are final."""

from helpers.drawings import Given


def test_one_row_per_file_and_period(given: Given) -> None:
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal | status
        01AA00    | 2019-10-01 | vo         | 10     | definitief
        01AA01    | 2019-10-01 | vo         | 10     | voorlopig
        01AA00    | 2020-10-01 | vo         | 10     |
    """)
    given.afstand("""
        vestiging | soort | leerlingen
        01AA00    | vso   | 3
    """)
    given.leerlingen_historie("""
        vestiging | soort | jaar | leerlingen
        01AA00    | vso   | 2018 | 3
    """)
    given.vsv("""
        swv    | vestiging | leerlingen | vsv
        VO0101 | 01AA00    | 10         | 1
    """)

    given.view("herkomst").gives("""
        bron                | periode    | status     | bestand
        afstand             | 2019-10-01 | ?          | afstand-2.csv
        leerlingen_historie | 2018-10-01 | ?          | leerlingen_historie-3.csv
        leerlingtelling     | 2019-10-01 | definitief | leerlingtelling-1.csv
        leerlingtelling     | 2019-10-01 | voorlopig  | leerlingtelling-1.csv
        leerlingtelling     | 2020-10-01 | ?          | leerlingtelling-1.csv
        vsv                 | 2019       | ?          | vsv-4.csv
    """)


def test_a_file_of_which_nothing_is_left_is_no_origin(given: Given) -> None:
    for aantal in ("10", "11"):
        given.add(
            "leerlingtelling", [{"vestiging": "01AA00", "schooltype": "vo", "aantal": aantal}]
        )

    given.view("herkomst").gives("""
        bron            | bestand
        leerlingtelling | leerlingtelling-2.csv
    """)
