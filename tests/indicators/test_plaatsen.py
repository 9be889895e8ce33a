"""Plaatsen: in practice, where the arrangement is; plan beside it as a part."""

from helpers.drawing_dekking import offer, region
from helpers.drawings import Given


def drawn(given: Given) -> Given:
    return offer(region(given), """
        code | bij  | plan | praktijk | status  | vorm  | zwaarte
        A    | 1011 | 5    | 3        | actief  | groep | extra
        B    | 1012 | 4    | 0        | actief  | oza   |          # on paper only
        C    | 1021 | 2    |          | actief  | groep | diepte   # not reported: nought, or more
        D    | 1011 | 9    | 9        | gestopt | groep | extra
        E    | 1011 | 9    | 9        | gepland | groep | extra
    """)  # fmt: skip


def test_places_in_practice_of_what_is_active(given: Given) -> None:
    drawn(given).ask("plaatsen", "gemeente").gives("""
        code   | periode   | teller
        GM0001 | 2018-2019 | 3
        GM0002 | 2018-2019 | ?
    """)
    given.ask("plaatsen", "swv").gives("""
        teller
        3+
    """)


def test_plan_and_praktijk_and_other_parts(given: Given) -> None:
    drawn(given).ask("plaatsen", "swv", breakdown="aanbod").gives("""
        uitsplitsing    | teller
        aanbod=plan     | 11
        aanbod=praktijk | 3+
    """)
    given.ask("plaatsen", "swv", breakdown="vorm").gives("""
        uitsplitsing | teller
        vorm=groep   | 3+
        vorm=oza     | 0
    """)
    given.ask("plaatsen", "swv", breakdown="zwaarte").gives("""
        uitsplitsing     | teller
        zwaarte=extra    | 3    # light to heavy, not by name
        zwaarte=diepte   | ?
        zwaarte=onbekend | 0
    """)
