"""Drawings of tlv's: a region to draw them in, and short names for their columns.

    draw(given, '''
        leerling | besloten   | van        | tot        | herkomst
        Aya      | 10-03-2019 | 01-08-2019 | 31-07-2021 | 01AA00      # why she is there
    ''')

The list is of VO0101 (`PO0101` when drawn for po). It is whole from 1 August 2015 on, so the stock
is known from 1 August 2018 on, and it was delivered on 1 January 2020.
"""

from helpers.drawings import Given, rows


NAMES = {
    "nr": "beschikkingsnummer",
    "besloten": "besluitdatum",
    "van": "geldig_vanaf",
    "tot": "geldig_tot",
    "herkomst": "herkomst_vestiging",
    "bestemming": "bestemming_vestiging",
    "pc4": "postcode4",
    "vraag": "ondersteuningsvraag",
}
"""Short in a drawing → as in the file."""
ORDINARY = {
    "soort": "vso",
    "besluit": "afgegeven",
    "overgang": "nieuw",
    "herkomst": "01AA00",
    "bestemming": "01CC00",
}
FIRST, LAST = "01-09-2015", "31-12-2019"
SCHOOLS = """
    vestiging | schooltype | swv    | bestuursnummer | postcode
    01AA00    | vo         | VO0101 | 10001          | 1011
    01AA01    | vo         | VO0101 | 10001          | 1012
    01PP00    | pro        | VO0101 | 10002          | 1011
    01CC00    | vso        | VO0101 | 10003          | 1011
    01CC01    | vso        | VO0101 | 10003          | 1012
    02AA00    | vo         | VO0102 | 10004          | 1021
    02CC00    | vso        | VO0102 | 10004          | 1021
    01BB00    | bao        | PO0101 | 10005          | 1011
    01BB01    | sbo        | PO0101 | 10005          | 1011
    01BB02    | so         | PO0101 | 10005          | 1011
    02BB00    | bao        | PO0102 | 10006          | 1021
"""
REGION = """
    postcode4 | swv    | gemeentecode | gemeentenaam | subregio | wijk
    1011      | VO0101 | 0101         | Aadorp       | Noord    | Dorp
    1012      | VO0101 | 0102         | Beestad      | Zuid     | Stad
    1021      | VO0102 | 0103         | Cegem        | Oost     | Kom
"""


def region(given: Given) -> Given:
    """Schools of two neighbouring samenwerkingsverbanden, and where they lie."""
    given.regio_indeling(REGION)
    given.vestigingen(SCHOOLS)
    return given


def counted(given: Given, *years: int) -> Given:
    """1000 and 500 pupils at two schools and 100 at pro, on 1 October of each year."""
    for year in years:
        pupils = {"01AA00": "1000", "01AA01": "500", "01PP00": "100", "01CC00": "60"}
        types = {"01PP00": "pro", "01CC00": "vso"}
        given.add(
            "leerlingtelling",
            [
                {
                    "vestiging": school,
                    "peildatum": f"01-10-{year}",
                    "schooltype": types.get(school, "vo"),
                    "aantal": number,
                }
                for school, number in pupils.items()
            ],
        )
    return given


def draw(given: Given, drawing: str, of: str = "VO0101", first: str = FIRST) -> Given:
    """A list of tlv's of one samenwerkingsverband, whole from the first day on."""
    drawn = []
    for number, row in enumerate(rows(drawing), 1):
        cells = {"nr": f"T{number:02}", "leerling": f"Leerling {number}", "swv": of}
        cells |= ORDINARY | row
        cells.setdefault("ontvangen", cells.get("besloten") or cells.get("van") or "01-03-2018")
        drawn.append({NAMES.get(name, name): cell for name, cell in cells.items()})
    return given.add("tlv", [*_frame(of, first), *drawn])


def _frame(swv: str, first: str) -> list[dict[str, str]]:
    """Rows that count in nothing, but say over which days the list is whole: the busiest
    schooljaar is its first, and something is received on its last day."""
    withdrawn = {"soort": "vso" if swv[:2] == "VO" else "so", "besluit": "ingetrokken", "swv": swv}
    return [
        {"beschikkingsnummer": f"{swv}-{i:02}", "leerling": "Rand", "ontvangen": day, **withdrawn}
        for i, day in enumerate([*[first] * 12, LAST])
    ]
