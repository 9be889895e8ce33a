"""The offer: what each school has for which ondersteuningsvraag, year after year."""

import datetime as dt
from dataclasses import dataclass, replace

from sample_data.making.dice import Dice
from sample_data.making.files import write_own
from sample_data.making.geography import Place, km_between
from sample_data.making.register import VRAGEN
from sample_data.making.schools import NEVER_ANSWER
from sample_data.making.years import NEWEST, YEARS, schooljaar


WITHOUT_OFFER = ("Oost", "angst")
ONLY_ANGST_IN_OOST = "ARR-0901"
ONLY_ON_PAPER = "ARR-0900"
FIRST_YEAR_ON_PAPER = 2023

NORM_KM = 15
NORMEN = {
    ("angst", "alle"): 10,
    ("angst", "pro"): 8,
    ("gedrag", "alle"): 15,
    ("autisme", "alle"): 15,
    ("autisme", "pro"): 12,
    ("autisme", "vwo"): 20,
    ("medisch", "alle"): 12,
    ("motoriek", "alle"): 20,
    ("hoogbegaafdheid", "alle"): 25,
    ("hoogbegaafdheid", "vmbo-gt"): 20,
    ("taal", "alle"): 15,
    ("thuissituatie", "alle"): 15,
    ("leren", "alle"): 12,
    ("werkhouding", "alle"): 12,
}

TITLES = {
    "leren": ("Leerhulpklas", "Rekenroute", "Steunles in de kleine groep"),
    "werkhouding": ("Plan- en werkcoach", "Huiswerkatelier", "Startklas executieve functies"),
    "angst": ("Opstapgroep", "Rustpunt", "Stap voor stap terug naar de klas"),
    "gedrag": ("Time-in", "Gedragsatelier", "Coachgroep grenzen en keuzes"),
    "autisme": ("Structuurklas", "Prikkelarme werkplek", "Trajectgroep autisme"),
    "taal": ("Taalsteunpunt", "Begeleiding TOS"),
    "medisch": ("Maatwerkrooster bij ziekte", "Afstandsonderwijs bij ziekte"),
    "motoriek": ("Aangepaste praktijkplek", "Hulpmiddelen en ergotherapie"),
    "thuissituatie": ("Schoolmaatjes", "Onderwijs-jeugdhulptraject"),
    "hoogbegaafdheid": ("Verdiepingsgroep", "Plusatelier"),
}
RELATED = {
    "leren": "taal",
    "werkhouding": "leren",
    "angst": "thuissituatie",
    "gedrag": "werkhouding",
    "autisme": "werkhouding",
    "taal": "leren",
    "medisch": "motoriek",
    "motoriek": "medisch",
    "thuissituatie": "gedrag",
    "hoogbegaafdheid": "autisme",
}
# Without SWV-wide offer for angst: what Oost lacks, nobody else makes up for.
BEREIK = {"school": 45, "wijk": 15, "subregio": 27, "swv": 13}
PLACES = {"school": (3, 7), "wijk": (4, 8), "subregio": (5, 10), "swv": (6, 12)}
TARIEF = {"basis": (1200, 2400), "extra": (3200, 6800), "diepte": (8500, 16500)}

AANBIEDERS = (
    ("Jeugdhulp De Oversteek", "Oeverwaard"),
    ("Jeugdhulp De Oversteek", "Dravenburg"),
    ("Zorgboerderij Wilgendal", "Wilgenrade"),
    ("Ambulant Team Rivierenstreek", "Lindermeer"),
    ("Ambulant Team Rivierenstreek", "Hazelmond"),
    ("Leerwerkplaats Het Klinkwerk", "Lindermeer"),
    ("Leerwerkplaats Het Klinkwerk", "Esperlo"),
)


@dataclass(frozen=True)
class Arrangement:
    """One arrangement in one schooljaar."""

    year: int
    code: str
    titel: str
    vestigingscode: str | None
    aanbieder: str | None
    postcode: str | None
    vragen: tuple
    niveaus: tuple
    vorm: str
    zwaarte: str
    bereik: str
    plan: int
    praktijk: int | None
    status: str
    tarief: int
    evaluatiedatum: dt.date | None
    aftekening: str | None
    spot: Place

    def serves(self, leerling):
        if self.status != "actief" or leerling.vraag not in self.vragen:
            return False
        if leerling.niveau not in self.niveaus and self.niveaus != ("alle",):
            return False
        reach = {
            "school": leerling.vestigingscode == self.vestigingscode,
            "wijk": leerling.home.wijk == self.spot.wijk,
            "subregio": leerling.home.subregio == self.spot.subregio,
            "swv": True,
        }
        # A little under the norm: the monitor measures over a globe, this region is flat.
        near = km_between(leerling.home, self.spot) < 0.97 * norm_km(leerling)
        return reach[self.bereik] and near


def norm_km(leerling):
    for niveau in (leerling.niveau, "alle"):
        if (leerling.vraag, niveau) in NORMEN:
            return NORMEN[leerling.vraag, niveau]
    return NORM_KM


def make_offer(region, vestigingen):
    """All arrangements of all years; most of them continue from year to year."""
    offer = [_on_paper(vestigingen, year) for year in YEARS if year >= FIRST_YEAR_ON_PAPER]
    offer += [_only_angst_in_oost(vestigingen, year) for year in YEARS]
    places = {p.postcode4: p for p in region.places}
    for slot, (vestiging, aanbieder) in enumerate(_slots(region, vestigingen), 1):
        dice = Dice(f"arrangement {slot}")
        years = [y for y in YEARS if vestiging is None or vestiging.is_open(y)]
        if dice.chance(0.05) and len(years) == len(YEARS):
            years = years[1:]
        current, successor = None, 0
        for year in years:
            if current and dice.chance(0.06):
                offer.append(replace(current, year=year, status="gestopt", praktijk=0))
                current, successor = None, successor + 1
            if current is None:
                code = f"ARR-{slot + 300 * successor:04}"
                current = _new(code, vestiging, aanbieder, places, region, year, dice)
            current = _next_year(current, year, dice)
            offer.append(current)
    offer.sort(key=lambda a: (a.year, a.code))
    return offer


def _slots(region, vestigingen):
    """Which place has how many arrangements: (vestiging, None) or (None, aanbieder)."""
    dice = Dice("slots")
    for v in vestigingen.values():
        number = {"breed": 4, "pro": 2, "vso": 2, "opdc": 6, "mavo": 2, "hv": 2, "gym": 2}.get(
            v.kind, 3
        )
        for _ in range(number):
            yield v, None
    for naam, gemeente in AANBIEDERS:
        yield None, (naam, dice.one_of(region.places_of(gemeente)).postcode4)


def _new(code, vestiging, aanbieder, places, region, year, dice):
    spot = vestiging.place if vestiging else places[aanbieder[1]]
    if vestiging is None or vestiging.kind in ("vso", "opdc"):
        bereik = dice.weighted({"subregio": 3, "swv": 2})
    else:
        bereik = dice.weighted(BEREIK)
    weights = dict(VRAGEN)
    no_angst = spot.subregio == WITHOUT_OFFER[0] or bereik == "swv"
    weights["angst"] = 0 if no_angst else weights["angst"] * 1.3
    vraag = dice.weighted(weights)
    vragen = [vraag]
    related = RELATED[vraag]
    if dice.chance(0.4) and (related != "angst" or not no_angst):
        vragen.append(related)
    niveaus = vestiging.niveaus if vestiging else ("alle",)
    if vestiging and vestiging.kind == "vso":
        niveaus = ("pro", "vmbo-b", "vmbo-k", "vmbo-gt")
    elif bereik == "swv":
        niveaus = ("alle",)
    elif bereik != "school" and len(niveaus) > 3:
        niveaus = tuple(dice.several(niveaus, 4))
    zwaarte = dice.weighted({"basis": 25, "extra": 55, "diepte": 20})
    vorm = dice.weighted({"individueel": 35, "groep": 45, "deeltijd": 10, "oza": 10})
    if vestiging and vestiging.kind == "opdc":
        vorm, zwaarte = "opdc", "diepte"
    low, high = TARIEF[zwaarte]
    return Arrangement(
        year=year,
        code=code,
        titel=f"{dice.one_of(TITLES[vraag])} {vestiging.naam if vestiging else spot.gemeente.naam}",
        vestigingscode=vestiging.code if vestiging else None,
        aanbieder=aanbieder[0] if aanbieder else None,
        postcode=aanbieder[1] if aanbieder else None,
        vragen=tuple(vragen),
        niveaus=tuple(niveaus),
        vorm=vorm,
        zwaarte=zwaarte,
        bereik=bereik,
        plan=dice.whole(*PLACES[bereik]),
        praktijk=None,
        status="actief",
        tarief=dice.whole(low // 50, high // 50) * 50,
        evaluatiedatum=None,
        aftekening=None,
        spot=spot,
    )


def _next_year(arrangement, year, dice):
    if arrangement.vestigingscode in NEVER_ANSWER:
        return replace(arrangement, year=year)
    plan = max(2, arrangement.plan + (dice.whole(-1, 2) if dice.chance(0.25) else 0))
    less = dice.whole(1, 3) if dice.chance(0.22) else 0
    planned = year == NEWEST and arrangement.year == NEWEST and dice.chance(0.5)
    evaluated = dt.date(dice.whole(year - 2, year), dice.whole(1, 6), dice.whole(1, 28))
    return replace(
        arrangement,
        year=year,
        plan=plan,
        praktijk=0 if planned else max(1, plan - less),
        status="gepland" if planned else "actief",
        tarief=round(arrangement.tarief * (1.025 if year > arrangement.year else 1)),
        evaluatiedatum=evaluated if dice.chance(0.75) else arrangement.evaluatiedatum,
        aftekening="gecontroleerd" if dice.chance(0.35) else "opgegeven",
    )


def _on_paper(vestigingen, year):
    school = vestigingen["99AF00"]
    return Arrangement(
        year=year,
        code=ONLY_ON_PAPER,
        titel="Prikkelarme klas Noord",
        vestigingscode=school.code,
        aanbieder=None,
        postcode=None,
        vragen=("autisme",),
        niveaus=("vmbo-gt", "havo", "vwo"),
        vorm="groep",
        zwaarte="diepte",
        bereik="subregio",
        plan=14,
        praktijk=0,
        status="actief",
        tarief=11500,
        evaluatiedatum=None,
        aftekening="gecontroleerd",
        spot=school.place,
    )


def _only_angst_in_oost(vestigingen, year):
    """Three places, for the pupils of one school: all that Oost has for angst."""
    school = vestigingen["99BG00"]
    return replace(
        _on_paper(vestigingen, year),
        code=ONLY_ANGST_IN_OOST,
        titel=f"Rustpunt {school.naam}",
        vestigingscode=school.code,
        vragen=("angst",),
        niveaus=school.niveaus,
        zwaarte="extra",
        bereik="school",
        plan=3,
        praktijk=3,
        tarief=4200,
        evaluatiedatum=dt.date(year, 6, 12),
        aftekening="opgegeven",
        spot=school.place,
    )


def write(folder, offer, aanvragen):
    occupied, waiting = {}, {}
    for aanvraag in aanvragen:
        key = aanvraag.year, aanvraag.arrangementscode
        if aanvraag.status in ("geplaatst", "afgerond"):
            occupied[key] = occupied.get(key, 0) + 1
        elif aanvraag.status == "wachtend":
            waiting[key] = waiting.get(key, 0) + 1
    rows = []
    for a in offer:
        answered = a.praktijk is not None
        rows.append(
            {
                "SCHOOLJAAR": schooljaar(a.year),
                "ARRANGEMENTSCODE": a.code,
                "TITEL": a.titel,
                "VESTIGINGSCODE": a.vestigingscode,
                "AANBIEDER": a.aanbieder,
                "POSTCODE": a.postcode,
                "ONDERSTEUNINGSVRAGEN": a.vragen,
                "NIVEAUS": a.niveaus,
                "VORM": a.vorm,
                "ZWAARTE": a.zwaarte,
                "BEREIK": a.bereik,
                "PLAATSEN PLAN": a.plan,
                "PLAATSEN PRAKTIJK": a.praktijk,
                "BEZET": occupied.get((a.year, a.code), 0) if answered else None,
                "WACHTEND": waiting.get((a.year, a.code), 0) if answered else None,
                "STATUS": a.status,
                "TARIEF": a.tarief,
                "EVALUATIEDATUM": a.evaluatiedatum,
                "AFTEKENING": a.aftekening,
            }
        )
    write_own(folder, "arrangementen.csv", rows)
    normen = [
        {"ONDERSTEUNINGSVRAAG": vraag, "NIVEAU": niveau, "MAX KM": km}
        for (vraag, niveau), km in NORMEN.items()
    ]
    write_own(folder, "normen.csv", normen)
