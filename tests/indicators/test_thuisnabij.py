"""Thuisnabij: of who is placed, with the least distance, the share in the own gemeente."""

from helpers.drawing_dekking import offer_and_need
from helpers.drawings import Given


def drawn(given: Given) -> Given:
    return offer_and_need(
        given,
        offer="""
        code | bij  | praktijk
        A    | 1011 | 1
        B    | 1012 | 2
    """,
        need="""
        thuis | vraag | aantal
        1011  | angst | 2        # one in the own wijk, one in the other wijk of the same gemeente
        1021  | angst | 1        # in another gemeente and subregio
        1021  | taal  | 1        # has no place, so is not near one
    """,
    )


def test_the_share_in_the_own_gemeente(given: Given) -> None:
    drawn(given).ask("thuisnabij", "swv").gives("""
        teller | noemer | waarde
        2      | 3      | 66.67
    """)
    given.ask("thuisnabij", "gemeente").gives("""
        code   | teller | noemer | waarde
        GM0001 | 2      | 2      | 100
        GM0002 | 0      | 1      | 0
    """)


def test_also_of_the_own_wijk_and_subregio(given: Given) -> None:
    drawn(given).ask("thuisnabij", "swv", breakdown="binnen").gives("""
        uitsplitsing    | teller | noemer
        binnen=wijk     | 1      | 3       # near to far, not by name
        binnen=gemeente | 2      | 3
        binnen=subregio | 2      | 3
    """)
