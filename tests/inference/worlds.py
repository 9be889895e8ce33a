"""Invented samenwerkingsverbanden, by chance but always the same ones: small and large, of one
region or six, with everybody in one gemeente or spread, with empty fields and with nobody.

Several lie in one store, because to open a store takes longer than to attack a samenwerkingsverband
in it. They share no school, postcode or pupil, and no door adds them up.
"""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from random import Random

from helpers.drawings import Given

from monitor.store.settings import Settings


DEFINITIONS = ("THUIS_OCW", "THUIS_OCW", "THUIS_REG", "LRV", "ABS", "THUIS_PACT")
REASONS = ("ziekte", "angst", "gedrag", "")
VRAGEN = ("angst", "autisme", "gedrag")
NIVEAUS = ("havo", "vmbo-b")
MELDINGEN_LAST = (dt.date(2018, 11, 30), dt.date(2018, 12, 31), dt.date(2019, 9, 30))
TLV_FIRST, TLV_LAST = dt.date(2015, 9, 1), dt.date(2018, 10, 31)
FIRST = dt.date(2018, 8, 1)


@dataclass(frozen=True)
class World:
    """One samenwerkingsverband of a store, and the seed that it was made from."""

    seed: int
    swv: str
    sector: str
    own: str
    store: int


@dataclass(frozen=True)
class Places:
    """Where pupils live and go to school."""

    postcodes: list[str]
    gemeente_of: dict[str, str]
    schools: list[str]
    special: list[str]


def worlds(stores: int, per_store: int, first: int = 0) -> list[list[World]]:
    """The samenwerkingsverbanden of each store."""
    return [
        [
            World(1000 * number + i, f"{sector.upper()}{11 + i:02}{number % 90 + 1:02}",
                  sector, DEFINITIONS[number % len(DEFINITIONS)], number)
            for i in range(per_store)
        ]
        for number in range(first, first + stores)
        for sector in (("po" if number % 6 == 5 else "vo"),)
    ]  # fmt: skip


def draw(folder: Path, found: list[World], drawn_as: "type[Drawn] | None" = None) -> Given:
    """A store with those samenwerkingsverbanden in it, drawn by chance or as another class says."""
    given = Given(folder)
    given.is_asked_everything = True
    given.settings = Settings(thuiszitter=found[0].own)
    given.delivered = dt.date(2021, 1, 1)  # long after the last day of every file
    drawn = [(drawn_as or Drawn)(world, i) for i, world in enumerate(found)]
    for source in ("regio_indeling", "vestigingen", "leerlingtelling"):
        given.add(source, [row for one in drawn for row in getattr(one, source)()])
    # Of whom a file of pupils is, follows from the file: a file each.
    for source in ("verzuimmeldingen", "tlv", "arrangementen", "behoefte"):
        for one in drawn:
            if rows := getattr(one, source)():
                given.add(source, rows)
    return given


class Drawn:
    """The rows of one samenwerkingsverband."""

    def __init__(self, world: World, number: int) -> None:
        self.world, self.number = world, number
        self.dice = Random(world.seed)
        self.places = self._places()
        self.mood = self.dice.choice(("spread", "skewed", "skewed", "one place"))
        self.unknown = self.dice.choice((0.0, 0.0, 0.1, 0.4))
        self.many = self.dice.choice((0, 2, 5, 8, 12, 20, 35, 60, 120))
        self.last = self.dice.choice(MELDINGEN_LAST)
        year = 2000 + number
        self.jaar = f"{year}-{year + 1}"  # a school year of arrangementen replaces that year

    def _places(self) -> Places:
        n = self.number
        gemeenten = [f"GM{n + 1:02}{g:02}" for g in range(self._gemeenten())]
        home = {}
        for g, gemeente in enumerate(gemeenten):
            for k in range(self.dice.choice((1, 1, 2, 3))):
                home[f"{10 + n}{10 * g + k:02}"] = gemeente
        kinds = 8 if self.world.sector == "vo" else 7
        schools = [
            f"{n + 10}{chr(65 + kinds)}{chr(65 + s)}00" for s in range(self.dice.randint(1, 12))
        ]
        special = [f"{n + 10}ZZ{s:02}" for s in range(self.dice.randint(1, 2))]
        return Places(list(home), home, schools, special)

    def _gemeenten(self) -> int:
        return self.dice.randint(1, 6)

    def regio_indeling(self) -> list[dict[str, str]]:
        subregios = self.dice.choice((1, 2, 3))
        has_wijken = self.dice.random() < 0.7
        out = []
        gemeenten = sorted(set(self.places.gemeente_of.values()))
        for i, (postcode, gemeente) in enumerate(self.places.gemeente_of.items()):
            place = gemeenten.index(gemeente)
            # Now and then a gemeente lies in two subregio's.
            across = i if self.world.seed % 7 == 0 else place
            out.append({
                "postcode4": postcode, "swv": self.world.swv, "gemeentecode": gemeente,
                "gemeentenaam": f"Dorp {self.number} {place}",
                "subregio": f"Streek {across % subregios}" if subregios > 1 else "",
                "wijk": f"Wijk {i}" if has_wijken else "",
                "latitude": f"52,{i:02}", "longitude": "5,0",
            })  # fmt: skip
        return out

    def vestigingen(self) -> list[dict[str, str]]:
        besturen = self.dice.randint(1, 4)
        vo = self.world.sector == "vo"
        out = []
        for i, code in enumerate([*self.places.schools, *self.places.special]):
            kind = ("pro" if i % 5 == 4 else "vo") if vo else ("sbo" if i % 5 == 4 else "bao")
            if code in self.places.special:
                kind = "vso" if vo else "so"
            out.append({
                "vestiging": code, "postcode": self.dice.choice(self.places.postcodes),
                "schooltype": kind, "swv": self.world.swv,
                "bestuursnummer": str(10000 + 10 * self.number + i % besturen),
                "bestuur": f"Bestuur {i % besturen}", "naam": f"School {code}",
            })  # fmt: skip
        self.kinds = {row["vestiging"]: row["schooltype"] for row in out}
        return out

    def leerlingtelling(self) -> list[dict[str, str]]:
        large = self.dice.random() < 0.8
        return [
            {"vestiging": code, "peildatum": f"01-10-{year}", "schooltype": kind,
             "aantal": str(self.dice.choice((3, 4, 7, 12, "<5"))
                           if self.dice.random() < (0.1 if large else 0.6)
                           else self.dice.randint(20, 400))}
            for code, kind in self.kinds.items()
            for year in (2017, 2018)
        ]  # fmt: skip

    def _postcode(self) -> str:
        match self.mood:
            case "one place":
                return self.places.postcodes[0]
            case "skewed":
                return self.places.postcodes[
                    min(int(self.dice.expovariate(0.8)), len(self.places.postcodes) - 1)
                ]
        return self.dice.choice(self.places.postcodes)

    def _day(self, first: dt.date, last: dt.date) -> dt.date:
        return first + dt.timedelta(self.dice.randrange((last - first).days + 1))

    def _or_empty(self, value: str) -> str:
        return "" if self.dice.random() < self.unknown else value

    def verzuimmeldingen(self) -> list[dict[str, str]]:
        prefix = f"{self.world.swv}-"
        kept = [*[dt.date(2018, 9, 1)] * (self.many + 12), self.last]
        out = [
            {"meldingnummer": f"{prefix}K{i}", "leerling": f"{prefix}K{i}",
             "verzuim_sinds": _nl(day), "einde_verzuim": _nl(day), "ingeschreven": "nee",
             "geoorloofd": "nee", "vrijstelling": "geen", "status": "ingetrokken",
             "postcode4": self.places.postcodes[0]}
            for i, day in enumerate(kept)
        ]  # fmt: skip
        for i in range(self.many):
            since = self._day(dt.date(2018, 3, 1), self.last)
            ends = self.dice.random() < 0.4
            until = min(since + dt.timedelta(self.dice.choice((0, 10, 40, 100, 300))), self.last)
            enrolled = self.dice.random() < 0.6
            again = i and self.dice.random() < 0.06  # a second melding of the same pupil
            out.append({
                "meldingnummer": f"{prefix}{i}", "leerling": f"{prefix}{i - 1 if again else i}",
                "verzuim_sinds": _nl(since), "einde_verzuim": _nl(until) if ends else "",
                "ingeschreven": "ja" if enrolled else "nee",
                "geoorloofd": "ja" if self.dice.random() < 0.15 else "nee",
                "vrijstelling": self._or_empty(
                    self.dice.choice(("geen",) * 8 + (("5a", "5b", "5c") if not enrolled else ("11",)))
                ),
                "status": "afgesloten" if ends else "aangemeld",
                "reden": self._or_empty(self.dice.choice(REASONS)),
                "plan": self._or_empty(self.dice.choice(("ja", "ja", "nee"))),
                "jeugdhulp": self._or_empty(self.dice.choice(("ja", "nee"))),
                "uren": self._or_empty(self.dice.choice(("10", "20", "30"))) if enrolled else "",
                "ondersteuningsvraag": self._or_empty(self.dice.choice(VRAGEN)),
                "vestiging": self.dice.choice(self.places.schools) if enrolled else "",
                "postcode4": self._postcode(),
            })  # fmt: skip
        return out

    def tlv(self) -> list[dict[str, str]]:
        soort = "vso" if self.world.sector == "vo" else "so"
        prefix = f"{self.world.swv}-"
        frame = [*[TLV_FIRST] * (self.many + 12), TLV_LAST]
        out = [
            {"beschikkingsnummer": f"{prefix}F{i}", "leerling": f"{prefix}F", "ontvangen": _nl(day),
             "soort": soort, "besluit": "ingetrokken", "swv": self.world.swv}
            for i, day in enumerate(frame)
        ]  # fmt: skip
        for i in range(self.many):
            came = self._day(dt.date(2016, 8, 1), TLV_LAST)
            decided = came + dt.timedelta(self.dice.randint(7, 90))
            is_open = decided > TLV_LAST
            begin = decided + dt.timedelta(20)
            end = begin.replace(day=1) + dt.timedelta(365 * self.dice.choice((1, 1, 2)))
            is_special = self.dice.random() < 0.2
            row = {
                "beschikkingsnummer": f"{prefix}{i}", "leerling": f"{prefix}t{i}", "soort": soort,
                "ontvangen": _nl(came), "swv": self.world.swv,
                "compleet": _nl(came + dt.timedelta(5)) if self.dice.random() < 0.8 else "",
                "besluit": "open" if is_open else self.dice.choice(("afgegeven",) * 6 + ("afgewezen",)),
                "overgang": self._or_empty(self.dice.choice(("nieuw", "nieuw", "verlenging"))),
                "herkomst_vestiging": self.dice.choice(
                    self.places.special if is_special else self.places.schools
                ),
                "bestemming_vestiging": self._or_empty(self.dice.choice(self.places.special)),
                "leeftijd": self._or_empty(str(self.dice.randint(12, 16))),
                "categorie": self._or_empty(str(self.dice.choice((1, 1, 2)))),
            }  # fmt: skip
            if not is_open:
                row |= {
                    "besluitdatum": _nl(decided),
                    "geldig_vanaf": _nl(begin),
                    "geldig_tot": _nl(end),
                }
            out.append(row)
        return out

    def arrangementen(self) -> list[dict[str, str]]:
        return [
            {"schooljaar": self.jaar, "arrangementscode": f"{self.world.swv}-A{i}",
             "titel": f"Klas {i}", "vestiging": school, "postcode": "",
             "ondersteuningsvragen": self.dice.choice(VRAGEN), "niveaus": "alle", "bereik": "swv",
             "plaatsen_plan": str(self.dice.randint(1, 12)),
             "plaatsen_praktijk": str(self.dice.randint(0, 10)),
             "bezet": str(self.dice.randint(0, 9)), "wachtend": str(self.dice.choice((0, 0, 1, 3, 8))),
             "status": "actief"}
            for i, school in enumerate(self.places.schools)
        ]  # fmt: skip

    def behoefte(self) -> list[dict[str, str]]:
        return [
            {"schooljaar": self.jaar, "postcode4": postcode, "ondersteuningsvraag": vraag,
             "niveau": niveau, "aantal": str(self.dice.choice((1, 2, 3, 6, 11))),
             "deel": self.dice.choice(("wachtend", "geplaatst"))}
            for postcode in self.places.postcodes
            for vraag in VRAGEN
            for niveau in NIVEAUS
            if self.dice.random() < min(0.5, self.many / 60)
        ]  # fmt: skip


def _nl(day: dt.date) -> str:
    return f"{day:%d-%m-%Y}"
