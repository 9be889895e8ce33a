"""An onderwijstype that DUO has not used before."""

from helpers.drawings import Given


def test_a_new_word_is_found_and_its_pupils_are_not_lost(given: Given) -> None:
    given.leerlingen_vo_onderwijstype("""
        vestiging | onderwijstype        | jaar1_man
        01AA00    | Vakcollege lj 1-6    | 10
        01AA01    | Vakcollege lj 1-6    | 10
        01AA00    | HAVO lj 4-5          | 10
    """)

    assert given.findings("onbekend_onderwijstype") == [
        ("Vakcollege lj 1-6", "Vakcollege lj 1-6 (2 vestigingen)")
    ]
    given.ask("leerlingen_vo", "vestiging").gives("""
        code   | teller
        01AA00 | 20
        01AA01 | 10
    """)
