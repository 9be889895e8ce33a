"""Ondersteund: pupils with an arrangement in a schooljaar, at the school where they are enrolled."""

from helpers.drawing_tlv import counted, draw, region
from helpers.drawings import Given, rows


def asked(given: Given, drawing: str) -> Given:
    """Aanvragen; what is not drawn is ordinary."""
    ordinary = {
        "schooljaar": "2017-2018",
        "ontvangen": "2017-10-01",
        "vestiging": "01AA00",
        "ondersteuningsvraag": "angst",
        "niveau": "havo",
        "status": "geplaatst",
    }
    drawn = [
        {"aanvraagnummer": f"A{number:02}", **ordinary, **row}
        for number, row in enumerate(rows(drawing), 1)
    ]
    return given.add("aanvragen", drawn)


def drawn(given: Given) -> Given:
    # The years with a count come with the list of tlv's.
    draw(counted(region(given), 2016, 2017, 2018), """
        besloten
        10-03-2018
    """)  # fmt: skip
    return asked(given, """
        leerling | status     | vestiging | schooljaar | ontvangen
        Aya      | geplaatst  | 01AA00    | 2017-2018  | 2017-10-01
        Aya      | geplaatst  | 01AA00    | 2017-2018  | 2018-01-10   # a second one: the same pupil
        Bo       | afgerond   | 01AA00    | 2017-2018  | 2017-10-01   # had a place too
        Cas      | wachtend   | 01AA00    | 2017-2018  | 2017-10-01   # has none yet
        Dee      | toegekend  | 01AA00    | 2017-2018  | 2017-10-01   # nor has she
        Els      | afgewezen  | 01AA00    | 2017-2018  | 2017-10-01
        Fay      | geplaatst  | 01AA00    | 2017-2018  | 2017-09-01   # moved:
        Fay      | geplaatst  | 01AA01    | 2017-2018  | 2018-02-01   # counts at her new school
        Gus      | geplaatst  | 02AA00    | 2017-2018  | 2017-10-01   # a neighbour's school
        Hal      | geplaatst  | 01AA00    | 2018-2019  | 2018-09-15   # a year that is not over
    """)  # fmt: skip


def test_pupils_and_not_aanvragen_where_they_are_enrolled(given: Given) -> None:
    given.settings = given.settings.model_copy(update={"swv": "VO0101"})
    drawn(given).ask("ondersteund", "vestiging").gives("""
        code   | periode   | teller | noemer | waarde
        01AA00 | 2017-2018 | 2      | 1000   | 0.2
        01AA01 | 2017-2018 | 1      | 500    | 0.2
        01PP00 | 2017-2018 | 0      | 100    | 0
    """)
    given.ask("ondersteund", "swv").gives("""
        code   | periode   | teller | noemer
        VO0101 | 2017-2018 | 3      | 1600
    """)
