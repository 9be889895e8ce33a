"""Drawings of need and offer, for figures of coverage.

    offer_and_need(given, offer='''
        code | bij  | praktijk
        A    | 1011 | 2          # two places next door
    ''', need='''
        thuis | aantal
        1011  | 3
    ''')

VO0101 has three postcodes on a line, ten kilometres apart: 1011 (wijk Oost, gemeente 1, Noord),
1012 (wijk West, gemeente 1, Noord) and 1021 (gemeente 2, Zuid). The norm is 15 km, so the two ends
are too far apart.
"""

from helpers.drawings import Given, rows


NAMES = {
    "code": "arrangementscode",
    "bij": "postcode",
    "plan": "plaatsen_plan",
    "praktijk": "plaatsen_praktijk",
    "vragen": "ondersteuningsvragen",
    "thuis": "postcode4",
    "vraag": "ondersteuningsvraag",
    "jaar": "schooljaar",
}
OFFER = {
    "schooljaar": "2018-2019",
    "titel": "Klas",
    "aanbieder": "Zorghuis",
    "postcode": "1011",
    "ondersteuningsvragen": "angst",
    "niveaus": "alle",
    "bereik": "swv",
    "plaatsen_plan": "10",
    "status": "actief",
}
NEED = {
    "schooljaar": "2018-2019",
    "postcode4": "1011",
    "ondersteuningsvraag": "angst",
    "niveau": "havo",
    "aantal": "1",
    "deel": "wachtend",
}


def region(given: Given) -> Given:
    given.settings = given.settings.model_copy(update={"swv": "VO0101"})
    return given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam | subregio | wijk | latitude | longitude
        1011      | VO0101 | GM0001       | Aadorp       | Noord    | Oost | 52,0     | 5,0
        1012      | VO0101 | GM0001       | Aadorp       | Noord    | West | 52,09    | 5,0
        1021      | VO0101 | GM0002       | Beekstad     | Zuid     | Kern | 52,18    | 5,0
    """)  # type: ignore[no-any-return]


def offer(given: Given, drawing: str) -> Given:
    return given.add("arrangementen", [OFFER | _named(row) for row in rows(drawing)])


def need(given: Given, drawing: str) -> Given:
    return given.add("behoefte", [NEED | _named(row) for row in rows(drawing)])


def offer_and_need(given: Given, offer: str, need: str) -> Given:
    region(given)
    given.add("arrangementen", [OFFER | _named(row) for row in rows(offer)])
    return given.add("behoefte", [NEED | _named(row) for row in rows(need)])


def _named(row: dict[str, str]) -> dict[str, str]:
    return {NAMES.get(name, name): value for name, value in row.items()}
