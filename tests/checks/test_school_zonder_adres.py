"""A school with pupils that no address list names: kept, counted as unknown, and reported."""

from helpers.drawings import Given


def test_a_school_that_no_list_knows_is_found_and_counted(given: Given) -> None:
    given.regeling_pc4("""
        postcode4 | swv_vo
        1011      | VO0101
    """)
    given.vestigingen_vo("""
        vestiging | postcode
        01AA00    | 1011
    """)
    given.leerlingen_vo_onderwijstype("""
        vestiging | naam    | jaar1_man
        01AA00    | Bekend  | 100
        01AA01    | Zoek    | 25
    """)

    assert given.findings("school_zonder_adres") == [
        ("01AA01", "Zoek: 25 leerlingen op 01-10-2019, meegeteld bij 'Onbekend'")
    ]
    given.ask("leerlingen_vo", "swv").gives("""
        code     | naam     | teller
        VO0101   | VO0101   | 100
        onbekend | Onbekend | 25
    """)


def test_pupils_of_the_last_year_are_named_and_not_of_all_years(given: Given) -> None:
    given.leerlingen_vo_onderwijstype("""
        vestiging | naam | peildatum  | jaar1_man
        01AA01    | Zoek | 2018-10-01 | 30
        01AA01    | Zoek | 2019-10-01 | 25
    """)

    assert given.findings("school_zonder_adres") == [
        ("01AA01", "Zoek: 25 leerlingen op 01-10-2019, meegeteld bij 'Onbekend'")
    ]


def test_the_distances_give_an_address_as_well(given: Given) -> None:
    given.afstand("""
        vestiging | postcode | soort | leerlingen
        01AA01    | 1011     | vso   | 25
    """)

    assert given.findings("school_zonder_adres") == []


def test_the_history_is_too_old_to_ask_addresses_for(given: Given) -> None:
    given.leerlingen_historie("""
        vestiging | jaar | soort | leerlingen
        01AA01    | 2012 | vso   | 25
    """)

    assert given.findings("school_zonder_adres") == []


def test_a_school_whose_samenwerkingsverband_another_file_names_is_not_called_unknown(
    given: Given,
) -> None:
    """Of 68 real schools most are in an SWV by the file of vsv (faults A16)."""
    given.leerlingen_vo_onderwijstype("""
        vestiging | naam | jaar1_man
        01AA01    | Zoek | 25
    """)
    given.vsv("""
        vestiging | swv    | leerlingen | vsv
        01AA01    | VO0101 | 25         | 1
    """)

    assert given.findings("school_zonder_adres") == [
        (
            "01AA01",
            "Zoek: 25 leerlingen op 01-10-2019, meegeteld in VO0101 (volgens een ander bestand)",
        )
    ]
