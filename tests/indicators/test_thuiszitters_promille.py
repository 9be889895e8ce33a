"""Thuiszitters per 1.000 pupils: only who meets the definition, over who is enrolled."""

import pytest
from helpers.drawing_meldingen import region, register
from helpers.drawings import Given

from monitor.errors import MonitorError


def counted(given: Given) -> None:
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01AA00    | 01-10-2017 | vo         | 800
        01BB00    | 01-10-2017 | vso        | 200
        01AA00    | 01-10-2018 | vo         | 1600
        01BB00    | 01-10-2018 | vso        | 400
    """)


def test_the_last_count_before_the_day_is_under_it(given: Given) -> None:
    region(given)
    counted(given)
    register(given).has("""
        leerling | sinds      | ingeschreven | geoorloofd | vestiging | pc4
        Aya      | 01-03-2018 | ja           | nee        | 01AA00    | 1011
        Bob      | 01-03-2018 | nee          | nee        |           | 1011
        Cas      | 01-03-2018 | ja           | ja         | 01AA00    | 1011   # ill: in no teller but GEOORL
    """)

    given.ask("thuiszitters_promille_thuis_ocw", "swv", period="2018-09-30").gives("""
        code   | teller | noemer | waarde
        VO0101 | 2      | 1000   | 2
    """)
    given.ask("thuiszitters_promille_thuis_ocw", "swv", period="2018-10-31").gives("""
        code   | teller | noemer | waarde
        VO0101 | 2      | 2000   | 1
    """)
    given.ask("thuiszitters_promille_geoorl", "swv", period="2018-10-31").gives("""
        code   | teller | waarde
        VO0101 | 1      | 0.5
    """)


def test_of_a_bestuur_it_is_who_is_enrolled_there(given: Given) -> None:
    region(given)
    counted(given)
    register(given).has("""
        leerling | sinds      | ingeschreven | vestiging | pc4
        Aya      | 01-03-2018 | ja           | 01AA00    | 1021
        Bob      | 01-03-2018 | nee          |           | 1011
    """)

    given.ask("thuiszitters_promille_thuis_ocw", "bestuur", period="2018-09-30").gives("""
        code     | teller | noemer | waarde
        10001    | 1      | 800    | 1.25
        10002    | 0      | 200    | 0
        onbekend | 1      | 0      | ?       # at no school: over nobody
    """)


def test_an_unsure_pupil_and_a_hidden_count_make_an_interval(given: Given) -> None:
    region(given)
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01AA00    | 01-10-2017 | vo         | 196
        01BB00    | 01-10-2017 | vso        | <5
    """)
    register(given).has("""
        leerling | sinds      | vrijstelling | pc4
        Aya      | 01-03-2018 | geen         | 1011
        Bob      | 01-03-2018 | (leeg)       | 1011
    """)

    given.ask("thuiszitters_promille_abs", "swv", period="2018-09-30").gives("""
        code   | teller | noemer  | waarde
        VO0101 | 1–2    | 197–200 | 5–10.15    # 1/200 and 2/197
    """)


def test_it_is_not_there_per_gemeente_where_schools_are_and_pupils_need_not_live(
    given: Given,
) -> None:
    region(given)
    register(given).has("""
        leerling | sinds
        Aya      | 01-03-2018
    """)

    with pytest.raises(MonitorError, match="is er niet per gemeente"):
        given.figures("thuiszitters_promille_thuis_ocw", "gemeente")
    assert given.figures("thuiszitters_promille_thuis_ocw", "swv") == [], "nobody was counted"
