"""The 54 vestigingen. Names, numbers and places are invented; no BRIN is one of DUO's."""

from dataclasses import dataclass

from sample_data.making.dice import Dice
from sample_data.making.files import write_own
from sample_data.making.geography import SWV, Place, degrees, is_well_inside
from sample_data.making.years import FUSION, NEWEST


BESTUREN = {
    "99101": ("Stichting Oeverlicht Onderwijs", "Algemeen bijzonder"),
    "99102": ("Stichting De Vaarwimpel", "Protestants-Christelijk"),
    "99103": ("Vereniging Hazelrijk", "Rooms-Katholiek"),
    "99104": ("Stichting Openbaar Onderwijs Rivierenstreek", "Openbaar"),
    "99105": ("Stichting Kruiswiek", "Rooms-Katholiek"),
    "99106": ("Stichting Dravenkring", "Protestants-Christelijk"),
    "99107": ("Stichting Waterkring Speciaal", "Algemeen bijzonder"),
    "99108": ("Stichting SWV Rivierenstreek", "Algemeen bijzonder"),
}

NIVEAUS = {
    "breed": ("vmbo-b", "vmbo-k", "vmbo-gt", "havo", "vwo"),
    "vmbo": ("vmbo-b", "vmbo-k", "vmbo-gt"),
    "mavo": ("vmbo-gt",),
    "mhv": ("vmbo-gt", "havo", "vwo"),
    "hv": ("havo", "vwo"),
    "gym": ("vwo",),
    "pro": ("pro",),
    "vso": ("vso",),
    "opdc": ("vmbo-b", "vmbo-k", "vmbo-gt", "havo"),
}

# Code, bestuur, kind, gemeente, name.
VESTIGINGEN = """
99AA00 99101 breed Oeverwaard  Wilgenrede College
99AA01 99101 vmbo  Oeverwaard  Wilgenrede Beroepscollege
99AB00 99103 hv    Oeverwaard  Lyceum Stroomlicht
99AC00 99104 vmbo  Oeverwaard  Vmbo De Kaapstander
99AD00 99102 mavo  Oeverwaard  Mavo Ankerplaats
99AE00 99104 gym   Oeverwaard  Gymnasium Torenwiek
99AF00 99102 mhv   Oeverwaard  Peilschaal College
99PA00 99104 pro   Oeverwaard  Praktijkschool De Loswal
99AG00 99103 breed Hazelmond   Hazelaer College
99AH00 99101 vmbo  Hazelmond   Vmbo Berkenwend
99AI00 99103 mhv   Hazelmond   Morgenveld Lyceum
99PB00 99101 pro   Hazelmond   Praktijkschool Vlierhof
99AJ00 99102 mhv   Kreekwolde  Kreekzicht College
99AJ01 99102 vmbo  Kreekwolde  Kreekzicht Vmbo
99AK00 99105 hv    Kreekwolde  De Zandlichter
99BA00 99106 breed Dravenburg  Zilvermaat College
99BA01 99106 vmbo  Dravenburg  Zilvermaat Beroepscollege
99BB00 99105 hv    Dravenburg  Noorderkrib Lyceum
99BC00 99104 vmbo  Dravenburg  Vmbo De Stuwkracht
99BD00 99105 mhv   Dravenburg  Grienddal College
99BE00 99104 breed Dravenburg  Scholengemeenschap Elzenkamp
99BF00 99106 mavo  Dravenburg  Mavo Uitkijkpost
99PC00 99106 pro   Dravenburg  Praktijkschool Jaagpad
99BG00 99106 breed Esperlo     Esperhof College
99BH00 99105 vmbo  Esperlo     Lissenveld Vmbo
99BI00 99104 mhv   Esperlo     Gansoord Lyceum
99PD00 99106 pro   Esperlo     Praktijkschool Dotterhof
99BJ00 99105 mhv   Grutterveen Merelwaard College
99BJ01 99105 vmbo  Grutterveen Merelwaard Techniek
99BK00 99106 hv    Grutterveen Lyceum Hoogkwartier
99CA00 99101 breed Lindermeer  Kruiswater College
99CB00 99104 vmbo  Lindermeer  Rivierkracht Vmbo
99CC00 99104 vmbo  Lindermeer  De Veerstoep
99CD00 99104 vmbo  Lindermeer  Beroepscollege De Sluiswachter
99CE00 99101 hv    Lindermeer  Coöperatief Lyceum Zonnekwel
99CF00 99103 mhv   Lindermeer  Schipbrug College
99CG00 99102 breed Lindermeer  Dijkhuis Scholengemeenschap
99PE00 99104 pro   Lindermeer  Praktijkschool Vroonhof
99CH00 99102 breed Wilgenrade  Wielewaard College
99CI00 99105 vmbo  Wilgenrade  Vmbo De Egelskop
99CJ00 99101 mhv   Wilgenrade  Schraalland College
99PF00 99102 pro   Wilgenrade  Praktijkschool Veldkers
99CK00 99103 mhv   Tolbeke     Tolhek College
99CK01 99103 vmbo  Tolbeke     Tolhek Vmbo
99CL00 99102 hv    Tolbeke     Ooievaarshof Lyceum
99VA00 99107 vso   Oeverwaard  Vso Waterpoort
99VA01 99107 vso   Hazelmond   Vso Waterpoort, locatie Hazelmond
99VB00 99107 vso   Dravenburg  Vso Beekprins
99VB01 99107 vso   Esperlo     Vso Beekprins, locatie Esperlo
99VC00 99106 vso   Dravenburg  Vso Kastanjedreef
99VD00 99107 vso   Grutterveen Vso De Trekweg
99VE00 99104 vso   Lindermeer  Vso Het Stérregemaal
99VF00 99107 vso   Wilgenrade  Vso Zwaanwiek
99OP00 99108 opdc  Lindermeer  OPDC Tussenstroom
"""

MERGED = ("99CB00", "99CC00")
INTO = "99CD00"
NEVER_ANSWER = ("99AK00", "99CI00")
REFERS_THREEFOLD = "99AH00"


@dataclass(frozen=True)
class Vestiging:
    code: str
    naam: str
    kind: str
    bestuursnummer: str
    postcode: str
    place: Place
    x: float
    y: float

    @property
    def schooltype(self):
        return self.kind if self.kind in ("pro", "vso", "opdc") else "vo"

    @property
    def is_regular(self):
        return self.schooltype in ("vo", "pro")

    @property
    def niveaus(self):
        return NIVEAUS[self.kind]

    @property
    def bestuur(self):
        return BESTUREN[self.bestuursnummer][0]

    @property
    def denominatie(self):
        return BESTUREN[self.bestuursnummer][1]

    def is_open(self, year):
        if self.code in MERGED:
            return year < FUSION
        return self.code != INTO or year >= FUSION


def make_vestigingen(region):
    dice = Dice("schools")
    vestigingen = {}
    for line in VESTIGINGEN.strip().splitlines():
        code, bestuursnummer, kind, gemeente, naam = line.split(maxsplit=4)
        place = dice.weighted({p: p.inhabitants for p in region.places_of(gemeente)})
        x, y = _beside(place, dice)
        postcode = f"{place.postcode4} {dice.one_of('ABCDEGHJ')}{dice.one_of('KLMNPRTV')}"
        vestigingen[code] = Vestiging(code, naam, kind, bestuursnummer, postcode, place, x, y)
    return vestigingen


def _beside(place, dice):
    while True:
        x, y = place.x + dice.number(-0.8, 0.8), place.y + dice.number(-0.8, 0.8)
        if is_well_inside(x, y, place.gemeente.border, 0.3):
            return x, y


def write(folder, vestigingen):
    rows = []
    for v in vestigingen.values():
        latitude, longitude = degrees(v.x, v.y)
        rows.append(
            {
                "VESTIGINGSCODE": v.code,
                "VESTIGINGSNAAM": v.naam if v.is_open(NEWEST) else f"{v.naam} (tot {FUSION})",
                "POSTCODE": v.postcode,
                "SCHOOLTYPE": v.schooltype,
                "BESTUURSNUMMER": v.bestuursnummer,
                "BESTUUR": v.bestuur,
                "SWV": SWV,
                "LATITUDE": latitude,
                "LONGITUDE": longitude,
                "NIVEAUS": v.niveaus,
            }
        )
    write_own(folder, "vestigingen.csv", rows)
