"""What is known of so and vso together is told where their split is not."""

from helpers.drawings import BEHEERDER, Given

from monitor.access import EVERY, Role, Viewer
from monitor.figures import together
from monitor.figures.catalogue import indicator_named
from monitor.figures.door import figures


UNSPLIT = """
    vestiging | soort  | leerlingen
    01AA00    | so/vso | 30
    01AA01    | so     | 25
    01AA02    | bo     | 800
    01AA03    | sbo    | 20
"""


def known(given: Given, name: str, viewer: Viewer = BEHEERDER, per: str = "swv") -> list[str]:
    indicator = indicator_named(name)
    found = figures(given.store, viewer, indicator, per)
    return [
        one.words for one in together.known(given.store, viewer, indicator, per, found).values()
    ]


def test_an_interval_has_what_is_known_beside_it(given: Given) -> None:
    given.in_swv("PO0101", "01AA00", "01AA01", "01AA02", "01AA03")
    given.leerlingen_historie(UNSPLIT)

    assert known(given, "leerlingen_so") == ["so en vso samen 55 leerlingen"]
    # Without vo there is no right noemer: then how many.
    assert known(given, "deelname_so_locatie") == ["so en vso samen 55 leerlingen"]


def test_the_share_goes_before_the_number(given: Given) -> None:
    given.in_swv("PO0101", "01AA00", "01AA01", "01AA02", "01AA03", "02AA00")
    given.leerlingen_historie(UNSPLIT)
    given.leerlingen_vo_onderwijstype("""
        vestiging | jaar1_man
        02AA00    | 280
    """)

    assert known(given, "deelname_so_locatie") == [
        "so en vso samen 55 leerlingen, 5,0\xa0% van de leerlingen in bao, sbo en regulier vo"
    ]


def test_what_is_exact_has_nothing_beside_it(given: Given) -> None:
    given.in_swv("PO0101", "01AA00")
    given.afstand("""
        vestiging | soort | leerlingen
        01AA00    | so    | 12
        01AA00    | vso   | 30
    """)

    assert known(given, "leerlingen_so") == []


def test_what_the_source_hides_is_no_better_known_together(given: Given) -> None:
    given.in_swv("PO0101", "01AA00")
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | so         | <5
        01AA00    | vso        | 30
    """)

    assert known(given, "leerlingen_so") == []


def test_below_the_whole_a_protected_viewer_sees_no_sum_to_subtract_from(given: Given) -> None:
    given.gemeenten("""
        gemeentecode | gemeentenaam
        GM0001       | Een
    """)
    given.in_swv("PO0101", "01AA00", "01AA01", "01AA02", "01AA03")
    given.leerlingen_historie("""
        vestiging | soort  | gemeentecode | leerlingen
        01AA00    | so/vso | GM0001       | 30
        01AA01    | so     | GM0001       | 25
    """)
    consultant = Viewer(Role.CONSULTANT, EVERY)
    for name in ("leerlingen_so_vso_po", "deelname_so_vso_locatie_po"):
        for figure in figures(given.store, consultant, indicator_named(name), "gemeente"):
            assert (figure.teller, figure.waarde) == (None, None)

    assert known(given, "leerlingen_so", per="gemeente") == ["so en vso samen 55 leerlingen"]
    assert known(given, "leerlingen_so", consultant, "gemeente") == []
