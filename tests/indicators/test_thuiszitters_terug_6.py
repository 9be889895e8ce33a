"""As within 91 days, within 182."""

from helpers.drawing_meldingen import register
from helpers.drawings import Given


def test_within_182_days(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | einde
        Aya      | 01-09-2018 | 02-03-2019    # 182 days: within
        Bob      | 01-09-2018 | 03-03-2019    # 183 days
        Cas      | 01-09-2018 | 01-10-2018
        Dia      | 01-09-2018 |               # still at home
    """)

    given.ask("thuiszitters_terug_6_abs", "swv", period="2018-2019").gives("""
        code   | teller | waarde
        VO0101 | 4      | 50
    """)
    given.ask("thuiszitters_terug_3_abs", "swv", period="2018-2019").gives("""
        code   | teller | waarde
        VO0101 | 4      | 25
    """)


def test_who_ends_the_day_it_begins_is_back_within_any_time(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | einde
        Aya      | 01-09-2018 | 01-09-2018
        Bob      | 01-09-2018 |
    """)

    given.ask("thuiszitters_terug_6_abs", "swv", period="2018-2019").gives("""
        code   | teller | waarde
        VO0101 | 2      | 50
    """)
