"""Grensverkeer in: pupils of others at our vso, as far as they are on our list."""

from helpers.drawing_tlv import draw, region
from helpers.drawings import Given


def test_pupils_of_another_swv_at_a_vso_of_ours(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        leerling | swv    | bestemming | van        | tot        | herkomst
        Aya      | VO0102 | 01CC00     | 01-08-2017 | 31-07-2019 | 02AA00
        Bob      | VO0102 | 01CC00     | 01-08-2017 | 01-10-2018 | 02AA00   # the last day is the day
        Cas      | VO0102 | 01CC01     | 01-10-2018 | 31-07-2019 |          # begins on the day
        Dee      | VO0101 | 01CC00     | 01-08-2017 | 31-07-2019 | 01AA00   # ours
        Eva      | VO0102 | 02CC00     | 01-08-2017 | 31-07-2019 | 02AA00   # at their own vso
        Fay      | VO0102 |            | 01-08-2017 | 31-07-2019 | 02AA00   # not known where to
        Gea      | VO0102 | 01CC00     | 01-08-2017 | 30-09-2018 | 02AA00   # ended the day before
        Hua      |        | 01CC00     | 01-08-2017 | 31-07-2019 | 02AA00   # the school says who
    """,
    )

    given.ask("grensverkeer_in", "swv", period="2018-10-01").gives("""
        code   | periode    | teller
        VO0101 | 2018-10-01 | 4
    """)
    given.ask("grensverkeer_in", "vestiging", period="2018-10-01").gives("""
        code   | teller
        01CC00 | 3
        01CC01 | 1
    """)


def test_a_pupil_with_two_is_one_pupil_at_the_newest_school(given: Given) -> None:
    region(given)
    draw(given, """
        leerling | swv    | bestemming | van        | tot        | herkomst
        Aya      | VO0102 | 01CC00     | 01-08-2017 | 31-07-2019 | 02AA00
        Aya      | VO0102 | 01CC01     | 01-08-2018 | 31-07-2019 | 02AA00   # went on to another vso
        Bob      | VO0102 | 01CC00     | 01-08-2017 | 31-07-2019 | 02AA00
        Bob      | VO0101 | 01CC00     | 01-09-2018 | 31-07-2019 | 01AA00   # came to live here: ours
    """)  # fmt: skip

    given.ask("grensverkeer_in", "vestiging", period="2018-10-01").gives("""
        code   | teller
        01CC00 | 0
        01CC01 | 1
    """)


def test_nobody_is_nought_at_every_vso_of_ours_and_of_ours_only(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        van        | tot
        01-08-2017 | 31-07-2019
    """,
    )

    given.ask("grensverkeer_in", "vestiging", period="2018-10-01").gives("""
        code   | teller
        01CC00 | 0
        01CC01 | 0
    """)
    given.ask("grensverkeer_in", "swv", period="2018-10-01").gives("""
        code   | teller
        VO0101 | 0
    """)
