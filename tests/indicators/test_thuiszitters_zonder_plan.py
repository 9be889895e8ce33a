"""Thuiszitters without a plan, as a part of all of them."""

from helpers.drawing_meldingen import register
from helpers.drawings import Given


def test_words_for_no_plan_are_no_plan_and_an_empty_field_is_unknown(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | plan
        Aya      | 01-10-2018 | Nee
        Bob      | 01-10-2018 | geen plan
        Cas      | 01-10-2018 | Ja
        Dia      | 01-10-2018 | naar een opdc    # what the plan is
        Els      | 01-10-2018 |                  # with or without
        Fie      | 01-10-2018 | onbekend         # the same
        Gus      | 01-11-2018 | nee              # not yet there
    """)

    given.ask("thuiszitters_zonder_plan_abs", "swv", period="2018-10-31").gives("""
        code   | teller | noemer | waarde
        VO0101 | 2–4    | 6      | 33.33–66.67
    """)


def test_the_newest_melding_says_whether_there_is_a_plan(given: Given) -> None:
    register(given).has("""
        nummer | leerling | sinds      | plan
        V1     | Aya      | 01-09-2018 | nee
        V2     | Aya      | 01-10-2018 | ja
    """)

    given.ask("thuiszitters_zonder_plan_abs", "swv", period="2018-10-31").gives("""
        code   | teller | noemer | waarde
        VO0101 | 0      | 1      | 0
    """)


def test_who_may_be_no_thuiszitter_widens_the_interval(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | plan | vrijstelling
        Aya      | 01-10-2018 | nee  | geen
        Bob      | 01-10-2018 | ja   | geen
        Cas      | 01-10-2018 | nee  | (leeg)
    """)

    # 1 of 2, 2 of 3, and as the bounds are apart no wider than 1 of 3 and 2 of 2.
    given.ask("thuiszitters_zonder_plan_abs", "swv", period="2018-10-31").gives("""
        code   | teller | noemer | waarde
        VO0101 | 1–2    | 2–3    | 33.33–100
    """)
