"""A vestiging: by code, with what each file knows of it, and whether it is still open."""

from helpers.drawings import Given


def test_the_own_list_goes_before_duo_and_the_newest_list_before_the_older(given: Given) -> None:
    given.vestigingen_vo("""
        vestiging | lijstdatum | naam      | postcode | bestuursnummer
        01AA00    | 2020-01-01 | Oud       | 1011     | 11111
        01AA01    | 2020-01-01 | Oud       | 1011     | 11111
    """)
    given.vestigingen_vo("""
        vestiging | lijstdatum | naam      | postcode | bestuursnummer
        01AA00    | 2021-01-01 | Nieuw     | 1012     |
        01AA01    | 2021-01-01 | Nieuw     | 1012     | 22222
    """)
    given.vestigingen("""
        vestiging | naam  | postcode
        01AA01    | Eigen | 1013
    """)

    given.view("vestiging").gives("""
        vestiging | naam  | postcode | bestuursnummer
        01AA00    | Nieuw | 1012     | 11111           # the newer list leaves it empty
        01AA01    | Eigen | 1013     | 22222
    """)


def test_an_older_list_that_is_delivered_later_does_not_overrule(given: Given) -> None:
    given.vestigingen_vo("""
        vestiging | lijstdatum | naam  | postcode
        01AA00    | 2021-01-01 | Nieuw | 1012
    """)
    given.vestigingen_vo("""
        vestiging | lijstdatum | naam | postcode
        01AA00    | 2020-01-01 | Oud  | 1011
    """)

    given.view("vestiging").gives("""
        vestiging | naam  | postcode
        01AA00    | Nieuw | 1012
    """)


def test_a_list_that_no_longer_names_a_vestiging_closes_it_and_does_not_forget(
    given: Given,
) -> None:
    for date, codes in {
        "2019-01-01": ("01AA00", "01AA01", "01AA02"),
        "2020-01-01": ("01AA00", "01AA02"),
        "2021-01-01": ("01AA00",),
        "2022-01-01": ("01AA00", "01AA02"),
    }.items():
        given.add(
            "vestigingen_vo",
            [{"vestiging": code, "lijstdatum": date, "postcode": "1011"} for code in codes],
        )
    given.regeling_pc4("""
        postcode4 | swv_vo
        1011      | VO0101
    """)
    given.leerlingen_vo_onderwijstype("""
        vestiging | peildatum  | jaar1_man
        01AA01    | 2018-10-01 | 300
    """)

    given.view("vestiging").gives("""
        vestiging | gesloten_vanaf
        01AA00    | ?
        01AA01    | 2020-01-01      # of the list that left it out first
        01AA02    | ?               # a later list names it again
    """)
    given.ask("leerlingen_vo", "swv").gives("""
        code   | teller
        VO0101 | 300            # the older count still finds its place
    """)


def test_two_lists_of_one_date_are_one_list(given: Given) -> None:
    given.vestigingen_vo("""
        vestiging | postcode
        01AA00    | 1011
        01AA01    | 1011
    """)
    given.vestigingen_vo("""
        vestiging | postcode
        01AA01    | 1012
        01AA02    | 1012
    """)

    given.view("vestiging").gives("""
        vestiging | postcode | gesloten_vanaf
        01AA00    | 1011     | ?
        01AA01    | 1012     | ?               # delivered last
        01AA02    | 1012     | ?
    """)


def test_a_list_of_another_kind_closes_nothing(given: Given) -> None:
    given.vestigingen_vo("""
        vestiging | lijstdatum | postcode
        01AA00    | 2019-01-01 | 1011
    """)
    given.vestigingen_so("""
        vestiging | lijstdatum | postcode
        02AA00    | 2020-01-01 | 1011
    """)

    given.view("vestiging").gives("""
        vestiging | gesloten_vanaf
        01AA00    | ?
        02AA00    | ?
    """)


def test_a_school_that_moves_to_another_kind_of_list_stays_open(given: Given) -> None:
    given.vestigingen_bo("""
        vestiging | lijstdatum | postcode
        01AA00    | 2019-01-01 | 1011
        01AA01    | 2019-01-01 | 1011
    """)
    given.vestigingen_so("""
        vestiging | lijstdatum | postcode
        01AA00    | 2020-01-01 | 1011
    """)
    given.vestigingen_bo("""
        vestiging | lijstdatum | postcode
        01AA01    | 2021-01-01 | 1011
    """)

    given.view("vestiging").gives("""
        vestiging | gesloten_vanaf
        01AA00    | ?               # on the newest list of sbo, so and vso
        01AA01    | ?
    """)


def test_what_the_swv_lists_itself_is_open(given: Given) -> None:
    given.vestigingen_vo("""
        vestiging | lijstdatum | postcode
        01AA00    | 2019-01-01 | 1011
        01AA01    | 2019-01-01 | 1011
    """)
    given.vestigingen_vo("""
        vestiging | lijstdatum | postcode
        01AA01    | 2020-01-01 | 1011
    """)
    given.in_swv("VO0101", "01AA00")

    given.view("vestiging").gives("""
        vestiging | gesloten_vanaf
        01AA00    | ?
        01AA01    | ?
    """)


def test_a_school_that_only_a_pupil_file_knows_is_a_vestiging_too(given: Given) -> None:
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vo         | 20
    """)

    given.view("vestiging").gives("""
        vestiging | naam             | schooltype | postcode | swv_vo | heeft_adres
        01AA00    | Vestiging 01AA00 | vo         | ?        | ?      | nee
    """)


def test_a_vestiging_with_so_and_vso_is_of_both(given: Given) -> None:
    given.afstand("""
        vestiging | soort | leerlingen
        01AA00    | so    | 20
        01AA00    | vso   | 20
        01AA01    | vso   | 20
    """)

    given.view("vestiging").gives("""
        vestiging | schooltype
        01AA00    | so/vso
        01AA01    | vso
    """)


def test_the_answer_does_not_depend_on_the_order_of_rows(given: Given) -> None:
    """Two besturen at one vestiging: which one is chosen must not be chance."""
    rows = [
        {"vestiging": "01AA00", "bestuursnummer": number, "leerlingen": "10"}
        for number in ("30003", "10001", "20002")
    ]
    given.add("leerlingen_vo_vavo", rows)

    given.view("vestiging").gives("""
        vestiging | bestuursnummer
        01AA00    | 10001
    """)


def test_a_gemeente_that_was_abolished_is_the_one_of_now(given: Given) -> None:
    given.gemeenten("""
        gemeentecode | gemeentenaam
        1982         | Land van Cuijk
    """)
    given.vestigingen_vo("""
        vestiging | lijstdatum | postcode | gemeentecode | gemeentenaam
        01AA00    | 2020-01-01 | 5361     | 0786         | GRAVE          # merged in 2022
        01AA01    | 2023-01-01 | 5361     | 1982         | LAND VAN CUIJK
        01AA02    | 2020-01-01 | 5831     | 0756         | BOXMEER        # nobody there knows better
    """)

    given.view("vestiging").gives("""
        vestiging | gemeentecode | gemeentenaam
        01AA00    | GM1982       | Land van Cuijk
        01AA01    | GM1982       | Land van Cuijk  # written as the list does (E8)
        01AA02    | GM0756       | Boxmeer         # DUO's capitals as people write them (E8)
    """)
