"""Grensverkeer uit: pupils with our tlv at a vso of others."""

from helpers.drawing_tlv import draw, region
from helpers.drawings import Given


def test_our_pupils_at_a_vso_elsewhere(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        leerling | bestemming | van        | tot        | swv
        Aya      | 02CC00     | 01-08-2017 | 31-07-2019 | VO0101   # a vso of the neighbours
        Bob      | 09ZZ00     | 01-08-2017 | 31-07-2019 | VO0101   # on no list of ours: elsewhere
        Cas      | 01CC00     | 01-08-2017 | 31-07-2019 | VO0101   # here
        Dee      | 02CC00     | 01-08-2017 | 31-07-2019 | VO0102   # theirs
        Eva      | 02CC00     | 01-08-2017 | 30-09-2018 | VO0101   # ended the day before
    """,
    )

    given.ask("grensverkeer_uit", "swv", period="2018-10-01").gives("""
        code   | periode    | teller
        VO0101 | 2018-10-01 | 2
    """)
    given.ask("grensverkeer_uit", "swv", period="2018-10-01", breakdown="bestemming").gives("""
        uitsplitsing      | teller
        bestemming=02CC00 | 1
        bestemming=09ZZ00 | 1
    """)


def test_without_a_destination_it_is_not_certain(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        leerling | bestemming | van        | tot
        Aya      | 02CC00     | 01-08-2017 | 31-07-2019
        Bob      |            | 01-08-2017 | 31-07-2019   # here or elsewhere
    """,
    )

    given.ask("grensverkeer_uit", "swv", period="2018-10-01").gives("""
        teller
        1–2
    """)
    given.ask("grensverkeer_uit", "swv", period="2018-10-01", breakdown="bestemming").gives("""
        uitsplitsing        | teller
        bestemming=02CC00   | 1
        bestemming=onbekend | 0–1
    """)


def test_a_pupil_with_two_is_where_the_newest_says(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        nr | leerling | bestemming | van        | tot
        A1 | Aya      | 02CC00     | 01-08-2017 | 31-07-2019
        A2 | Aya      | 01CC00     | 01-08-2018 | 31-07-2019   # came back to a vso here
        A3 | Bob      | 01CC00     | 01-08-2018 | 31-07-2019
        A4 | Bob      | 02CC00     | 01-08-2018 | 31-07-2019   # the same day: the highest number
    """,
    )

    given.ask("grensverkeer_uit", "swv", period="2018-10-01").gives("""
        teller
        1
    """)


def test_nobody_is_nought(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        van        | tot
        01-08-2017 | 31-07-2019
    """,
    )

    given.ask("grensverkeer_uit", "swv", period="2018-10-01").gives("""
        code   | teller
        VO0101 | 0
    """)
