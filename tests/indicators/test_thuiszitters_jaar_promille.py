"""Thuiszitters somewhere in a schooljaar, per 1.000 pupils of that schooljaar."""

from helpers.drawing_meldingen import region, register
from helpers.drawings import Given


def test_the_year_is_over_the_pupils_of_its_own_october(given: Given) -> None:
    region(given)
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01AA00    | 01-10-2017 | vo         | 800
        01BB00    | 01-10-2017 | vso        | 200
        01AA00    | 01-10-2018 | vo         | 1600
        01BB00    | 01-10-2018 | vso        | 400
    """)
    register(given).has("""
        leerling | sinds      | einde      | geoorloofd | ingeschreven
        Aya      | 05-10-2017 | 20-10-2017 | nee        | nee
        Bob      | 05-10-2018 | 20-10-2018 | nee        | nee
        Cas      | 05-11-2018 | 20-11-2018 | nee        | nee
        Dia      | 05-10-2018 | 20-10-2018 | ja         | ja      # ill
    """)

    given.ask("thuiszitters_jaar_promille_thuis_ocw", "swv").gives("""
        code   | periode   | teller | noemer | waarde
        VO0101 | 2017-2018 | 1      | 1000   | 1
        VO0101 | 2018-2019 | 2      | 2000   | 1
    """)
    given.ask("thuiszitters_jaar_promille_abs", "bestuur", period="2018-2019").gives("""
        code     | teller | noemer | waarde
        10001    | 0      | 1600   | 0
        10002    | 0      | 400    | 0
        onbekend | 2      | 0      | ?       # not enrolled, so with no bestuur
    """)
