"""What is known of a school (a vestiging), and which source says it. No figures of pupils: those
come from `door.figures`."""

import datetime as dt
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from monitor.errors import NotFound
from monitor.scholen.counted import no_longer_counted
from monitor.store.store import Store
from monitor.values.collation import by_name, fold


TYPES = {
    "vo": "voortgezet onderwijs (vo)",
    "pro": "praktijkonderwijs (pro)",
    "vso": "voortgezet speciaal onderwijs (vso)",
    "opdc": "orthopedagogisch-didactisch centrum (opdc)",
    "bao": "basisonderwijs (bao)",
    "sbo": "speciaal basisonderwijs (sbo)",
    "so": "speciaal onderwijs (so)",
    "so/vso": "speciaal en voortgezet speciaal onderwijs (so en vso)",
}
"""Schooltypes in words, in the order in which a list offers them."""
UNKNOWN_TYPE = "soort school onbekend"
EARTH_KM = 6371.0088


@dataclass(frozen=True)
class School:
    """One vestiging as the store knows it; empty text = unknown."""

    code: str
    naam: str
    schooltype: str
    aanbod: str
    """Niveaus or kinds of education, as the source words them."""
    bestuursnummer: str
    bestuur: str
    adres: str
    postcode: str
    plaats: str
    gemeentecode: str
    gemeente: str
    telefoon: str
    website: str
    swv_vo: str
    swv_po: str
    latitude: float | None
    longitude: float | None
    gesloten_vanaf: dt.date | None
    """Since when the address lists of DUO no longer name it."""
    niet_geteld_sinds: dt.date | None = None
    """Since when no telling counts it any more, of a school that no such list knows."""

    @property
    def is_open(self) -> bool:
        return self.gesloten_vanaf is None and self.niet_geteld_sinds is None

    @property
    def type_words(self) -> str:
        return TYPES.get(self.schooltype, UNKNOWN_TYPE)

    @property
    def sector(self) -> str:
        """The sector whose samenwerkingsverband looks at this kind of school first."""
        return "po" if self.schooltype in ("bao", "sbo", "so") else "vo"

    @property
    def swv(self) -> str:
        return self.swv_po if self.sector == "po" else self.swv_vo

    @cached_property
    def sought(self) -> str:
        """Everything that a visitor may search for, folded."""
        words = (self.naam, self.plaats, self.gemeente, self.code, self.bestuur, self.postcode)
        return f" {fold(' '.join(words))}"


def schools(store: Store) -> tuple[School, ...]:
    """All vestigingen by name, as long as this version of the store lives."""
    if "schools" not in store.answers:
        rows = store.dicts(
            "select v.vestiging as code, v.naam, coalesce(v.schooltype, '') as schooltype, "
            "coalesce(v.aanbod, '') as aanbod, coalesce(v.bestuursnummer, '') as bestuursnummer, "
            "coalesce(v.bestuur, '') as bestuur, "
            "trim(coalesce(v.straat, '') || ' ' || coalesce(v.huisnummer, '')) as adres, "
            "coalesce(v.postcode, '') as postcode, coalesce(v.plaats, '') as plaats, "
            "coalesce(v.gemeentecode, '') as gemeentecode, "
            "coalesce(g.naam, v.gemeentenaam, '') as gemeente, "
            "coalesce(v.telefoon, '') as telefoon, coalesce(v.website, '') as website, "
            "coalesce(v.swv_vo, '') as swv_vo, coalesce(v.swv_po, '') as swv_po, v.latitude, "
            "v.longitude, v.gesloten_vanaf from views.vestiging as v "
            "left join views.lidmaatschap as g on g.vestiging = v.vestiging and g.sector = 'vo' "
            "and g.per = 'gemeente' and g.code <> 'onbekend'"
        )
        gone = no_longer_counted(store)
        for row in rows:
            row |= {"plaats": as_name(row["plaats"]), "gemeente": as_name(row["gemeente"])}
        found = [School(**row, niet_geteld_sinds=gone.get(row["code"])) for row in rows]
        store.answers["schools"] = tuple(sorted(found, key=lambda s: (by_name(s.naam), s.code)))
    return store.answers["schools"]


def school(store: Store, code: str) -> School:
    """One school, by its vestigingscode (six characters) or BRIN; NotFound in words."""
    if "schools by code" not in store.answers:
        store.answers["schools by code"] = {one.code: one for one in schools(store)}
    wanted = re.sub(r"\s", "", code).upper()
    found: dict[str, School] = store.answers["schools by code"]
    one = found.get(wanted) or found.get(f"{wanted}00")
    if one is None:
        raise NotFound(
            f"Er is geen school met de code '{code.strip()[:20]}'. Een vestigingscode heeft zes "
            "tekens, bijvoorbeeld 16SW03. Zoek de school op naam of plaats bij Scholen."
        )
    return one


def swv_names(store: Store) -> dict[str, str]:
    """code → naam of the samenwerkingsverbanden."""
    if "swv names" not in store.answers:
        rows = store.rows("select code, naam from views.swv")
        store.answers["swv names"] = dict(rows)
    return store.answers["swv names"]


def search(
    found: Iterable[School],
    words: str = "",
    schooltype: str = "",
    gemeente: str = "",
    bestuur: str = "",
    state: str = "",
) -> list[School]:
    """Schools in which every word occurs; accents, capitals and signs do not matter.

    `state` is open, gesloten or empty. A word that a school's name starts with goes first.
    """
    wanted = fold(words).split()
    hits = [
        one
        for one in found
        if (not schooltype or one.schooltype == schooltype)
        and (not gemeente or one.gemeentecode == gemeente)
        and (not bestuur or one.bestuursnummer == bestuur)
        and (not state or one.is_open == (state == "open"))
        and all(word in one.sought for word in wanted)
    ]
    if wanted:
        first = f" {wanted[0]}"
        hits.sort(key=lambda one: first not in one.sought)
    return hits


_SMALL_WORDS = frozenset(["aan", "bij", "de", "den", "der", "en", "het", "in", "la", "op", "over",
                          "ten", "ter", "tot", "van", "'t"])  # fmt: skip
_PROVINCES = frozenset(["dr", "fr", "gld", "gn", "lb", "nb", "nh", "ov", "ut", "zh", "zld"])
"""What DUO writes behind the name of a place that two provinces have: ZAND NH."""


def as_name(text: str) -> str:
    """DUO's capitals as people write them: ALPHEN AAN DEN RIJN, 'S-GRAVENHAGE, IJSSELSTEIN UT."""
    if text != text.upper():
        return text
    words = []
    for number, word in enumerate(text.lower().split(" ")):
        if number and word in _PROVINCES:
            words.append(word.upper())
        elif number and word in _SMALL_WORDS:
            words.append(word)
        else:
            parts = [part if part in ("'s", "'t") else _capital(part) for part in word.split("-")]
            words.append("-".join(parts))
    return " ".join(words)


def _capital(word: str) -> str:
    if word.startswith("ij"):
        return f"IJ{word[2:]}"
    start = next((i for i, letter in enumerate(word) if letter.isalpha()), 0)
    return word[:start] + word[start : start + 1].upper() + word[start + 1 :]


# ------------------------------------------------------------------------------ nearby


@dataclass(frozen=True)
class Near:
    """Another school and how far it is, in a straight line."""

    school: School
    km: float


def nearby(store: Store, one: School, limit: int = 8) -> list[Near]:
    """Open schools of the same type by distance; [] when it is unknown where the school is."""
    if one.latitude is None or one.longitude is None:
        return []
    here = (one.latitude, one.longitude)
    found = [
        Near(other, kilometers(here, (other.latitude, other.longitude)))
        for other in schools(store)
        if other.schooltype == one.schooltype
        and other.is_open
        and other.code != one.code
        and other.latitude is not None
        and other.longitude is not None
    ]
    return sorted(found, key=lambda near: (near.km, near.school.code))[:limit]


def kilometers(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance of two points (latitude, longitude), by haversine."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


# -------------------------------------------------------------------------------- offer


@dataclass(frozen=True)
class Aangeboden:
    """One arrangement of a school in a schooljaar; None = unknown."""

    schooljaar: str
    code: str
    titel: str
    vragen: tuple[str, ...]
    niveaus: tuple[str, ...]
    vorm: str
    bereik: str
    status: str
    plaatsen_plan: int
    plaatsen_praktijk: int | None


def arrangements(store: Store, code: str) -> list[Aangeboden]:
    """The offer of a school in the newest schooljaar in which it told any, by title."""
    return list(_offers(store).get(code, ()))


def _offers(store: Store) -> dict[str, list[Aangeboden]]:
    """All schools' newest offers, as long as this version of the store lives."""
    if "offers" not in store.answers:
        rows = store.dicts(
            "select vestiging, schooljaar, arrangementscode as code, titel, "
            "ondersteuningsvragen as vragen, niveaus, coalesce(vorm, '') as vorm, bereik, status, "
            "plaatsen_plan, plaatsen_praktijk from bron.arrangementen as a "
            "where vestiging is not null and schooljaar = (select max(schooljaar) "
            "from bron.arrangementen as b where b.vestiging = a.vestiging) "
            "order by arrangementscode"
        )
        found: dict[str, list[Aangeboden]] = {}
        for row in rows:
            row |= {"vragen": tuple(row["vragen"]), "niveaus": tuple(row["niveaus"])}
            found.setdefault(row.pop("vestiging"), []).append(Aangeboden(**row))
        for offers in found.values():
            offers.sort(key=lambda one: by_name(one.titel))
        store.answers["offers"] = found
    return store.answers["offers"]


def knows_arrangements(store: Store) -> bool:
    """Whether anybody ever delivered an offer: without it nothing is known, not even 'none'."""
    return bool(store.rows("select 1 from bron.arrangementen limit 1"))
