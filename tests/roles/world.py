"""Three samenwerkingsverbanden in one store, two of which delivered files of their own.

Hulst (VO9901) and Iep (VO9902) share a gemeente (GM0003) and a bestuur (10001); Jasmijn (VO9903) is
in the registers only. Who belongs where is written here, and is what the tests hold answers beside.
"""

from pathlib import Path

from helpers.drawings import Given

from monitor.store.store import Store


A, B, C = "VO9901", "VO9902", "VO9903"
DELIVERED = (A, B)
HOMES = {
    # postcode: (samenwerkingsverband, gemeente, subregio, wijk)
    "1001": (A, "GM0001", "Noord", "Haven"),
    "1002": (A, "GM0002", "Zuid", "Kern"),
    "1003": (A, "GM0003", "Zuid", "Rand"),
    "2001": (B, "GM0003", "Zuid", "Kern"),
    "2002": (B, "GM0004", "Oost", "Haven"),
    "3001": (C, "GM0005", "West", "Kern"),
}
SCHOOLS = {
    # vestiging: (schooltype, postcode, bestuur, pupils of each count)
    "01AA00": ("vo", "1001", "10001", 640),
    "01BB00": ("vso", "1002", "10001", 38),
    "01CC00": ("pro", "1002", "10002", 83),
    "01DD00": ("vo", "1003", "10003", 411),
    "02AA00": ("vo", "2001", "10001", 527),
    "02BB00": ("vso", "2002", "10004", 27),
    "03AA00": ("vo", "3001", "10005", 900),
}
PUPILS = {
    # samenwerkingsverband: (postcode, school, how many are at home)
    A: [("1001", "01AA00", 7), ("1002", "01CC00", 3), ("1003", "01DD00", 12), ("1002", "", 2)],
    B: [("2001", "02AA00", 6), ("2002", "", 2)],
}
REFERRED = {A: [("01AA00", "01BB00", 9), ("01DD00", "02BB00", 3)], B: [("02AA00", "02BB00", 7)]}
"""(school of origin, of destination, how many)."""
NEED = {
    A: [("1001", "angst", 9), ("1002", "taal", 3), ("1003", "angst", 14)],
    B: [("2001", "angst", 8)],
}
OFFER = {
    # (code, school, vraag, places, taken, waiting)
    A: [("A1", "01AA00", "angst", 12, 11, 6), ("A2", "01CC00", "taal", 3, 2, 1)],
    B: [("B1", "02AA00", "angst", 5, 3, 4)],
}
YEAR = {A: "2018-2019", B: "2017-2018"}
"""Of need and offer: a list of the same schooljaar would take the place of the other's."""
COUNTED = ("2017-10-01", "2018-10-01")
TITLES = {"gemeente": 1, "subregio": 2, "wijk": 3}


def units(per: str) -> dict[str, frozenset[str]]:
    """code → the samenwerkingsverbanden that a unit lies in, by what is written above."""
    found: dict[str, set[str]] = {}
    if per == "vestiging":
        pairs = [(code, HOMES[home][0]) for code, (_, home, _, _) in SCHOOLS.items()]
    elif per == "bestuur":
        pairs = [(board, HOMES[home][0]) for _, home, board, _ in SCHOOLS.values()]
    elif per == "swv":
        pairs = [(swv, swv) for swv in (A, B, C)]
    else:
        pairs = [
            (
                place[TITLES[per]] if per == "gemeente" else f"{place[0]}:{place[TITLES[per]]}",
                place[0],
            )
            for place in HOMES.values()
        ]
        if per == "wijk":
            # A wijk is its name within the samenwerkingsverband.
            pairs = [(f"{place[0]}:{place[3]}", place[0]) for place in HOMES.values()]
    for code, swv in pairs:
        found.setdefault(code, set()).add(swv)
    return {code: frozenset(swvs) for code, swvs in found.items()}


def store_of(folder: Path, *delivered: str) -> Store:
    """The registers of all, and the own files of some."""
    folder.mkdir(parents=True)
    drawn = Given(folder)
    _registers(drawn)
    # In one order for all: which file came first is no difference between the stores.
    for swv in DELIVERED:
        if swv in delivered:
            _own_files(drawn, swv)
    return drawn.store


def _registers(drawn: Given) -> None:
    drawn.add("regio_indeling", [
        {"postcode4": code, "swv": swv, "gemeentecode": gemeente, "gemeentenaam": f"Dorp {gemeente}",
         "subregio": subregio, "wijk": wijk, "latitude": f"52.{code}", "longitude": "5.0"}
        for code, (swv, gemeente, subregio, wijk) in HOMES.items()
    ])  # fmt: skip
    drawn.add("vestigingen", [
        {"vestiging": code, "naam": f"School {code}", "postcode": f"{home}AA", "schooltype": kind,
         "bestuursnummer": board, "swv": HOMES[home][0]}
        for code, (kind, home, board, _) in SCHOOLS.items()
    ])  # fmt: skip
    for day in COUNTED:
        drawn.add("leerlingtelling", [
            {"vestiging": code, "peildatum": day, "schooltype": kind, "aantal": str(pupils)}
            for code, (kind, _, _, pupils) in SCHOOLS.items()
        ])  # fmt: skip


def _own_files(drawn: Given, swv: str) -> None:
    first = PUPILS[swv][0][0]
    kept = [
        {"meldingnummer": f"{swv}K{n}", "leerling": f"{swv}K{n}", "verzuim_sinds": day,
         "einde_verzuim": day, "ingeschreven": "nee", "geoorloofd": "nee", "vrijstelling": "geen",
         "status": "ingetrokken", "postcode4": first}
        for n, day in enumerate(["01-09-2017"] * 12 + ["31-12-2019"])
    ]  # fmt: skip
    drawn.add("verzuimmeldingen", kept + [
        {"meldingnummer": f"{swv}M{place}-{n}", "leerling": f"{swv}L{place}-{n}",
         "verzuim_sinds": f"{1 + n % 28:02}-{9 + place % 4:02}-2018",
         "ingeschreven": "ja" if school else "nee", "geoorloofd": "nee", "vrijstelling": "geen",
         "status": "aangemeld", "postcode4": home, "vestiging": school,
         "reden": ("angst", "ziek")[n % 2]}
        for place, (home, school, many) in enumerate(PUPILS[swv])
        for n in range(many)
    ])  # fmt: skip
    frame = [
        {"beschikkingsnummer": f"{swv}R{n}", "leerling": "Rand", "ontvangen": day, "soort": "vso",
         "besluit": "ingetrokken", "swv": swv}
        for n, day in enumerate(["01-09-2015"] * 12 + ["31-12-2019"])
    ]  # fmt: skip
    drawn.add("tlv", frame + [
        {"beschikkingsnummer": f"{swv}T{place}-{n}", "leerling": f"{swv}T{place}-{n}",
         "soort": "vso", "besluit": "afgegeven", "overgang": "nieuw", "swv": swv,
         "herkomst_vestiging": here, "bestemming_vestiging": there,
         "ontvangen": "01-02-2019", "compleet": "08-02-2019", "besluitdatum": f"{1 + n:02}-03-2019",
         "geldig_vanaf": "01-08-2019", "geldig_tot": "31-07-2021"}
        for place, (here, there, many) in enumerate(REFERRED[swv])
        for n in range(many)
    ])  # fmt: skip
    drawn.add("behoefte", [
        {"schooljaar": YEAR[swv], "postcode4": home, "ondersteuningsvraag": vraag,
         "niveau": "havo", "aantal": str(many), "deel": "wachtend"}
        for home, vraag, many in NEED[swv]
    ])  # fmt: skip
    drawn.add("arrangementen", [
        {"schooljaar": YEAR[swv], "arrangementscode": code, "titel": f"Klas {code}",
         "vestiging": school, "ondersteuningsvragen": vraag, "niveaus": "alle", "bereik": "swv",
         "plaatsen_plan": str(places), "plaatsen_praktijk": str(places), "bezet": str(taken),
         "wachtend": str(waiting), "status": "actief", "tarief": "5000"}
        for code, school, vraag, places, taken, waiting in OFFER[swv]
    ])  # fmt: skip
