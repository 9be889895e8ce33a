"""Of who came to meet a definition in a schooljaar: for which part it ended within 91 days."""

import pytest
from helpers.drawing_meldingen import region, register
from helpers.drawings import BEHEERDER, Given

from monitor.figures.door import indicator_named, spreads


def test_who_is_still_at_home_is_not_dropped(given: Given) -> None:
    register(given).has("""
        nummer | leerling | sinds      | einde
        V1     | Aya      | 01-10-2018 | 31-12-2018   # 91 days: within
        V2     | Bob      | 01-10-2018 | 01-01-2019   # 92 days: not within
        V3     | Cas      | 01-10-2018 |              # still at home
        V4     | Dia      | 01-10-2018 | 11-10-2018   # 10 days
        V5     | Els      | 01-10-2017 | 11-10-2018   # began in the schooljaar before
    """)

    given.ask("thuiszitters_terug_3_abs", "swv", period="2018-2019").gives("""
        code   | teller | waarde
        VO0101 | 4      | 50          # two of four; of those who are back it would be two of three
    """)
    given.ask("thuiszitters_terug_3_abs", "swv", period="2017-2018").gives("""
        code   | teller | waarde
        VO0101 | 1      | 0
    """)


def test_who_was_followed_for_a_shorter_time_counts_as_long_as_he_was(given: Given) -> None:
    """The register is kept until the delivery, on 1 January 2020."""
    register(given).has("""
        nummer | leerling | sinds      | einde
        V1     | Aya      | 01-09-2019 | 11-09-2019   # 10 days: one of three
        V2     | Bob      | 12-12-2019 |              # followed for 20 days
        V3     | Cas      | 01-09-2019 | 01-10-2019   # 30 days: the one of two who was followed so long
        V4     | Dia      | 01-09-2019 |              # followed for 122 days
    """)

    found = given.figures("thuiszitters_terug_3_abs", "swv", period="2019-2020")
    (figure,) = found
    assert figure.teller == 4
    # 3/4 is left after 10 days; then Bob is out of sight; 1/2 of that is left after 30.
    assert figure.waarde == pytest.approx(100 * (1 - 3 / 4 * 1 / 2))
    (spread,) = spreads(
        given.store, BEHEERDER, indicator_named("thuiszitters_terug_3_abs"), "swv",
        period="2019-2020",
    ).values()  # fmt: skip
    assert (spread.n, spread.running) == (4, 2)


def test_nobody_followed_for_so_long_means_it_cannot_be_said(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | einde
        Aya      | 01-12-2019 | 11-12-2019
        Bob      | 01-12-2019 |               # a month: not three
    """)

    given.ask("thuiszitters_terug_3_abs", "swv", period="2019-2020").gives("""
        code   | teller | waarde
        VO0101 | 2      | ?
    """)


def test_lrv_counts_from_the_day_that_it_is_lrv(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | einde      | ingeschreven
        Aya      | 02-09-2018 | 31-12-2018 | ja            # LRV from 1 October: 91 days
    """)

    given.ask("thuiszitters_terug_3_lrv", "swv", period="2018-2019").gives("""
        code   | waarde
        VO0101 | 100
    """)


def test_one_stay_of_two_meldingen_is_one_case_that_begins_where_it_began(given: Given) -> None:
    region(given)
    register(given).has("""
        nummer | leerling | sinds      | einde      | pc4  | vrijstelling
        V1     | Aya      | 01-10-2018 | 01-12-2018 | 1011 | geen
        V2     | Aya      | 01-12-2018 | 01-02-2019 | 1021 | geen         # 123 days together
        V3     | Bob      | 01-10-2018 | 11-10-2018 | 1021 | (leeg)       # perhaps none: no case
    """)

    given.ask("thuiszitters_terug_3_abs", "gemeente", period="2018-2019").gives("""
        code   | teller | waarde
        GM0001 | 1      | 0
    """)
