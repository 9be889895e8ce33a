"""What else the SWV has on paper: afspraken, middelen and other names of schools."""

from sample_data.making.dice import Dice
from sample_data.making.files import write_own
from sample_data.making.schools import BESTUREN
from sample_data.making.years import NEWEST, YEARS, schooljaar


# Code, title, indicator, target, direction, year, owner, vraag, vestiging.
AFSPRAKEN = (
    (
        "OP-01",
        "Minder leerlingen naar het vso",
        "deelname_vso_locatie",
        3.7,
        "lager",
        2026,
        "directeur",
        None,
        None,
    ),
    (
        "OP-02",
        "Praktijkonderwijs blijft bereikbaar",
        "deelname_pro",
        3.2,
        "hoger",
        2026,
        "besturen",
        None,
        None,
    ),
    (
        "OP-03",
        "Vso dichter bij huis",
        "afstand_vso",
        10.0,
        "lager",
        2026,
        "bestuur vso",
        None,
        None,
    ),
    (
        "OP-04",
        "Minder voortijdig schoolverlaters",
        "vsv",
        1.0,
        "lager",
        2025,
        "besturen",
        None,
        None,
    ),
    (
        "OP-05",
        "Minder nieuwe verwijzingen",
        "instroom_vso",
        0.9,
        "lager",
        2025,
        "consulenten",
        None,
        None,
    ),
    (
        "OP-06",
        "Minder thuiszitters",
        "thuiszitters_jaar_promille_thuis_ocw",
        3.0,
        "lager",
        2026,
        "gemeenten en SWV",
        None,
        None,
    ),
    (
        "OP-07",
        "In elke subregio een plek bij angst",
        None,
        None,
        None,
        2025,
        "directeur",
        "angst",
        None,
    ),
    ("OP-08", "Prikkelarme klas in Noord", None, None, None, 2024, "bestuur", "autisme", "99AF00"),
    (
        "OP-09",
        "Elke school meldt jaarlijks haar aanbod",
        None,
        None,
        None,
        2023,
        "besturen",
        None,
        None,
    ),
    (
        "OP-10",
        "Elke thuiszitter heeft een plan",
        "thuiszitters_zonder_plan_thuis_ocw",
        0,
        "lager",
        2026,
        "gemeenten en SWV",
        None,
        None,
    ),
    (
        "OP-11",
        "Een besluit binnen acht weken",
        "doorlooptijd_besluit",
        8,
        "lager",
        2025,
        "commissie toelaatbaarheid",
        None,
        None,
    ),
)

EURO_PER_PUPIL = {"basisondersteuning": 118, "arrangementen": 164}
EURO_PER_HOUR = 62


def write(folder, vestigingen, counts):
    write_own(folder, "afspraken.csv", list(_afspraken()))
    write_own(folder, "middelen.csv", list(_middelen(vestigingen, counts)))
    write_own(folder, "schoolnamen.csv", list(_schoolnamen(vestigingen)))


def _afspraken():
    for code, title, indicator, target, direction, year, owner, vraag, vestiging in AFSPRAKEN:
        yield {
            "CODE": code,
            "TITEL": title,
            "PLANPERIODE": "2022-2026",
            "INDICATOR": indicator,
            "STREEFWAARDE": target,
            "RICHTING": direction,
            "PER JAAR": year,
            "EIGENAAR": owner,
            "ONDERSTEUNINGSVRAAG": vraag,
            "VESTIGINGSCODE": vestiging,
        }


def _middelen(vestigingen, counts):
    dice = Dice("middelen")
    for year in YEARS:
        for v in vestigingen.values():
            if not v.is_regular or not v.is_open(year):
                continue
            for doel, euro in EURO_PER_PUPIL.items():
                granted = round(counts[v.code, year] * euro * dice.number(0.9, 1.1) / 100) * 100
                used = dice.number(0.55, 0.8) if dice.chance(0.2) else dice.number(0.86, 1.02)
                # Of the newest year nothing has been accounted for yet.
                spent = None if year == NEWEST else round(granted * used / 100) * 100
                is_hours = doel == "basisondersteuning"
                yield {
                    "SCHOOLJAAR": schooljaar(year),
                    "VESTIGINGSCODE": v.code,
                    "BESTUURSNUMMER": None,
                    "DOEL": doel,
                    "TOEGEKEND": granted,
                    "INGEZET": spent,
                    "UREN TOEGEKEND": round(granted / EURO_PER_HOUR) if is_hours else None,
                    "UREN INGEZET": round(spent / EURO_PER_HOUR) if is_hours and spent else None,
                    "TOELICHTING": "vacature niet vervuld" if spent and used < 0.8 else None,
                }
        for number in BESTUREN:
            granted = dice.whole(8, 30) * 1000
            yield {
                "SCHOOLJAAR": schooljaar(year),
                "VESTIGINGSCODE": None,
                "BESTUURSNUMMER": number,
                "DOEL": "deskundigheid",
                "TOEGEKEND": granted,
                "INGEZET": None
                if year == NEWEST
                else round(granted * dice.number(0.6, 1) / 100) * 100,
                "UREN TOEGEKEND": None,
                "UREN INGEZET": None,
                "TOELICHTING": None,
            }


def _schoolnamen(vestigingen):
    for v in vestigingen.values():
        plain = v.naam.replace("ö", "o").replace("é", "e")
        initials = "".join(word[0].upper() for word in plain.replace(",", "").split())
        aliases = {
            "zaaksysteem": f"{plain} ({v.place.gemeente.naam})",
            "leerplicht": f"{initials} {v.place.gemeente.naam} {v.code[4:]}",
        }
        for systeem, naam in aliases.items():
            yield {"NAAM": naam, "VESTIGINGSCODE": v.code, "SYSTEEM": systeem}
