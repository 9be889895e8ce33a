"""Pupils who were no thuiszitter on 31 July and became one in the schooljaar."""

from helpers.drawing_meldingen import register
from helpers.drawings import Given


def test_who_was_not_there_on_31_july_and_was_in_the_year(given: Given) -> None:
    register(given).has("""
        nummer | leerling | sinds      | einde
        V1     | Aya      | 05-10-2018 | 10-10-2018   # new, and gone within a week
        V2     | Bob      | 01-08-2018 |              # from the first day of the year on
        V3     | Cas      | 31-07-2018 |              # on 31 July already: not new
        V4     | Dia      | 01-06-2018 | 10-09-2018   # was there on 31 July, …
        V5     | Dia      | 05-11-2018 |              # … left and came back: not new
        V6     | Els      | 01-10-2018 | 10-10-2018
        V7     | Els      | 05-02-2019 | 10-02-2019   # came twice: one pupil
        V8     | Fie      | 01-05-2018 | 31-07-2018   # ended on 31 July: not there that day, nor after
    """)

    given.ask("thuiszitters_jaar_erbij_abs", "swv").gives("""
        code   | periode   | teller
        VO0101 | 2018-2019 | 3          # Aya, Bob, Els; before 2017-2018 nothing was counted
    """)


def test_with_the_stand_of_31_july_they_are_all_of_the_year(given: Given) -> None:
    register(given).has("""
        nummer | leerling | sinds      | einde
        V1     | Aya      | 05-10-2018 | 10-10-2018
        V2     | Bob      | 01-03-2018 | 01-10-2018
        V3     | Cas      | 01-03-2018 |
    """)

    (stand,) = given.figures("thuiszitters_abs", "swv", period="2018-07-31")
    (came,) = given.figures("thuiszitters_jaar_erbij_abs", "swv", period="2018-2019")
    (year,) = given.figures("thuiszitters_jaar_abs", "swv", period="2018-2019")
    assert (stand.teller, came.teller, year.teller) == (2, 1, 3)


def test_who_may_have_been_there_already_came_perhaps(given: Given) -> None:
    register(given).has("""
        nummer | leerling | sinds      | einde      | vrijstelling
        V1     | Aya      | 01-06-2018 | 10-09-2018 | (leeg)       # perhaps there on 31 July, …
        V2     | Aya      | 10-09-2018 |            | geen         # … certainly in the year
        V3     | Bob      | 05-10-2018 |            | (leeg)       # perhaps in the year
        V4     | Cas      | 05-10-2018 |            | geen         # certainly, and certainly new
        V5     | Dia      | 01-06-2018 | 10-09-2018 | geen         # certainly there before, …
        V6     | Dia      | 10-09-2018 |            | (leeg)       # … whatever comes after: not new
    """)

    given.ask("thuiszitters_jaar_erbij_abs", "swv").gives("""
        code   | periode   | teller
        VO0101 | 2018-2019 | 1–3        # Cas; perhaps Aya and Bob
    """)


def test_a_year_in_which_nobody_came_is_nought(given: Given) -> None:
    register(given).has("""
        leerling | sinds
        Aya      | 01-03-2018   # there before, and still
    """)

    given.ask("thuiszitters_jaar_erbij_abs", "swv").gives("""
        code   | periode   | teller
        VO0101 | 2018-2019 | 0
    """)
