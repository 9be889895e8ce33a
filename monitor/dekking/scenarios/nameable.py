"""What a scenario may name: the arrangements, places, vragen and niveaus that a samenwerkingsverband
has in a schooljaar, with the words by which people know them."""

from dataclasses import dataclass, replace

from monitor.dekking import from_store
from monitor.dekking.from_store import Basis
from monitor.dekking.matching.model import ALLE, Arrangement
from monitor.store.store import Store
from monitor.values.collation import by_name
from monitor.values.labels import labels


UNKNOWN_NIVEAU = "onbekend"
"""A niveau of need (thuiszitters), which no arrangement is for."""


@dataclass(frozen=True)
class Place:
    """Where an arrangement can be; what is not known of it is None."""

    postcode4: str | None
    wijk: str | None = None
    gemeente: str | None = None
    subregio: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    vestiging: str | None = None
    naam: str = ""
    """Of the gemeente, or of the school: no two schools have the same."""
    is_own: bool = False
    """Whether pupils of the samenwerkingsverband live there."""

    @property
    def is_known(self) -> bool:
        return self.latitude is not None and self.longitude is not None


@dataclass(frozen=True)
class Known:
    """Of one samenwerkingsverband in one schooljaar."""

    swv: str
    arrangements: dict[str, Arrangement]
    """By code."""
    titles: dict[str, str]
    """Of each arrangement: how its school calls it, and where it is."""
    postcodes: dict[str, Place]
    schools: dict[str, Place]
    """By vestiging, those that are open and belong to the samenwerkingsverband."""
    vragen: tuple[str, ...]
    niveaus: tuple[str, ...]
    """Those that an arrangement can be for; without `alle`."""

    def place(self, postcode4: str | None, vestiging: str | None) -> Place | None:
        """As `views.aanbod` says it: the postcode goes before the school. None: not known."""
        school = self.schools.get(vestiging or "")
        if postcode4:
            found = self.postcodes.get(postcode4)
            return replace(found, vestiging=vestiging) if found else None
        return school

    @property
    def own_postcodes(self) -> list[str]:
        """Those of the samenwerkingsverband itself that can be placed on the map."""
        return [c for c, place in self.postcodes.items() if place.is_own and place.is_known]


def known_offer(store: Store, basis: Basis) -> Known:
    """Kept for as long as this version of the store lives."""
    key = ("bekend", basis.sector, basis.swv, basis.schooljaar, basis.with_vso, basis.source)
    if key not in store.answers:
        store.answers[key] = _read(store, basis)
    found: Known = store.answers[key]
    return found


def _read(store: Store, basis: Basis) -> Known:
    offer = from_store.arrangements(store, basis.sector, basis.swv, basis.schooljaar)
    needs = from_store.needs(store, basis)
    postcodes = _postcodes(store, basis)
    vragen = {one.ondersteuningsvraag for one in needs}
    vragen |= {vraag for one in offer for vraag in one.ondersteuningsvragen}
    niveaus = {one.niveau for one in needs} | {niveau for one in offer for niveau in one.niveaus}
    return Known(
        swv=basis.swv,
        arrangements={one.arrangementscode: one for one in offer},
        titles=from_store.titles(store, basis),
        postcodes=postcodes,
        schools=_schools(store, basis, postcodes),
        vragen=tuple(sorted(vragen)),
        niveaus=tuple(sorted(niveaus - {ALLE, UNKNOWN_NIVEAU})),
    )


def _postcodes(store: Store, basis: Basis) -> dict[str, Place]:
    """Wijk and subregio are those of the own samenwerkingsverband: elsewhere they are not known."""
    rows = store.rows(
        "select postcode4, case when swv = $swv then wijk end, gemeentecode, "
        "case when swv = $swv then subregio end, latitude, longitude, "
        "coalesce(gemeentenaam, ''), swv is not distinct from $swv from views.pc4 where sector = $sector order by postcode4",
        {"sector": basis.sector, "swv": basis.swv},
    )
    return {
        code: Place(code, wijk, gemeente, subregio, latitude, longitude, naam=naam, is_own=is_own)
        for code, wijk, gemeente, subregio, latitude, longitude, naam, is_own in rows
    }


def _schools(store: Store, basis: Basis, postcodes: dict[str, Place]) -> dict[str, Place]:
    rows = store.rows(
        "select v.vestiging, v.naam, v.plaats, v.postcode4, v.latitude, v.longitude "
        "from views.vestiging as v join views.lidmaatschap as l on l.vestiging = v.vestiging "
        "where l.per = 'swv' and l.sector = $sector and l.code = $swv "
        "and v.gesloten_vanaf is null",
        {"sector": basis.sector, "swv": basis.swv},
    )
    rows.sort(key=lambda row: (by_name(row[1] or row[0]), row[0]))
    named = {vestiging: naam or vestiging for vestiging, naam, *_ in rows}
    plaatsen = {vestiging: plaats or "" for vestiging, _, plaats, *_ in rows}
    names = labels(named, named.__getitem__, plaatsen.__getitem__)
    found = {}
    for vestiging, _, _, postcode4, latitude, longitude in rows:
        around = postcodes.get(postcode4 or "") or Place(postcode4)
        found[vestiging] = replace(
            around,
            latitude=around.latitude if latitude is None else latitude,
            longitude=around.longitude if longitude is None else longitude,
            vestiging=vestiging,
            naam=names[vestiging],
        )
    return found
