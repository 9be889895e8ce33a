"""So and vso together, over all pupils of po and vo: neither bao nor vo alone is their noemer."""

from helpers.drawings import Given


COUNTS = """
    vestiging | soort  | leerlingen
    01AA00    | bo     | 700
    01AA01    | sbo    | 50
    01AA02    | so/vso | 40
    01AA03    | vso    | 10         # so that vso was counted
    01AA04    | so     | 10
"""


def test_the_noemer_is_po_and_vo_together(given: Given) -> None:
    given.in_swv("PO0101", "01AA00", "01AA01", "01AA02", "01AA03", "01AA04", "02AA00")
    given.leerlingen_historie(COUNTS)
    given.leerlingen_vo_onderwijstype("""
        vestiging | onderwijstype          | jaar1_man
        02AA00    | HAVO lj 4-5            | 240
        02AA00    | HAVO uitbest. aan VAVO | 20            # half of them
    """)

    given.ask("deelname_so_vso_locatie_po", "swv").gives("""
        code   | teller | noemer | waarde
        PO0101 | 60     | 1000   | 6
    """)


def test_there_is_no_share_where_vo_was_not_counted(given: Given) -> None:
    """Bao and sbo alone would be the wrong noemer for pupils of vso."""
    given.in_swv("PO0101", "01AA00", "01AA01", "01AA02", "01AA03", "01AA04")
    given.leerlingen_historie(COUNTS)

    assert given.figures("deelname_so_vso_locatie_po", "swv") == []
