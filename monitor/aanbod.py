"""The catalogue of offer: arrangements as a viewer may see them.

What each role may see of an arrangement is said here (`_seen`), and nowhere else:

everybody       what it is, where, for whom, whether there is a place, how many places there are in
                practice and how many of those are free
staff, and a
school its own  places agreed, how many pupils have one (bezet) and how many wait (wachtend)
staff           what a place costs

Pupils are counted in bezet and wachtend: 1 to 4 of them are hidden from who sees no exact figures.
With bezet goes what would give it away: the free places, and a small number of places (of two
places of which one is free, one is taken). Few arrangements have somebody waiting, and how many
wait in all is an indicator: so a nought is not told apart from what is hidden there.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

import numpy as np

from monitor import schools
from monitor.access import Role, Viewer
from monitor.coverage.distances import haversine
from monitor.disclosure.small_groups import MINIMUM
from monitor.store import Store


STAFF = frozenset({Role.DIRECTEUR, Role.CONSULTANT, Role.BEHEERDER})
STALE_YEARS = 2
"""An arrangement that was not evaluated for longer, or never, is called verouderd."""
ALLE = "alle"


class Plek(StrEnum):
    """Whether there is a place, in words."""

    PLEK = "er is plek"
    VOL = "vol"
    PAPIER = "alleen op papier"
    ONBEKEND = "niet opgegeven"
    GEPLAND = "gepland"
    GESTOPT = "gestopt"


class Amount(NamedTuple):
    """A number as a viewer sees it: the value, or of what is hidden the most; else unknown."""

    value: int | None = None
    at_most: int | None = None


@dataclass(frozen=True)
class Offer:
    """One arrangement in one schooljaar; None and empty text = unknown, or not for this viewer."""

    schooljaar: str
    code: str
    titel: str
    vestiging: str
    school: str
    aanbieder: str
    plaats: str
    postcode4: str
    gemeentecode: str
    gemeente: str
    subregio: str
    wijk: str
    swv: str
    latitude: float | None
    longitude: float | None
    vragen: tuple[str, ...]
    niveaus: tuple[str, ...]
    vorm: str
    zwaarte: str
    bereik: str
    status: str
    evaluatiedatum: dt.date | None
    aftekening: str
    plek: Plek
    has_queue: bool
    """Whether pupils are known to wait; of so few that they are hidden it is not told."""
    praktijk: Amount
    vrij: Amount | None
    plan: Amount | None
    bezet: Amount | None
    wachtend: Amount | None
    tarief: float | None

    @property
    def provider(self) -> str:
        return self.school or self.aanbieder or f"aanbieder in {self.gemeente or self.postcode4}"

    @property
    def is_running(self) -> bool:
        return self.status == "actief"

    def is_stale(self, today: dt.date) -> bool:
        """Running, and not evaluated in the last two years; of a schooljaar that is over: in the
        two years before its last day."""
        if not self.is_running:
            return False
        day = self.last_day(today)
        # The 28th exists in every month of every year.
        since = day.replace(year=day.year - STALE_YEARS, day=min(day.day, 28))
        return self.evaluatiedatum is None or self.evaluatiedatum < since

    def last_day(self, today: dt.date) -> dt.date:
        """Today, or the last day of a schooljaar that is over."""
        return min(today, dt.date(int(self.schooljaar[-4:]), 7, 31))


@dataclass(frozen=True)
class Home:
    """A postcode of four digits, and what it lies in."""

    postcode4: str
    swv: str
    gemeentecode: str
    gemeente: str
    subregio: str
    wijk: str
    latitude: float
    longitude: float


def schooljaren(store: Store, sector: str, swv: str) -> list[str]:
    """The schooljaren of which arrangements were delivered, oldest first."""
    return sorted({row["schooljaar"] for row in _rows(store, sector, swv)})


def catalogue(
    store: Store, viewer: Viewer, sector: str, swv: str, schooljaar: str = ""
) -> list[Offer]:
    """The offer of a samenwerkingsverband by title, as this viewer may see it."""
    return [
        _seen(row, viewer)
        for row in _rows(store, sector, swv)
        if schooljaar in ("", row["schooljaar"])
    ]


def _rows(store: Store, sector: str, swv: str) -> list[dict[str, Any]]:
    """As delivered: for `_seen` only. Kept as long as the version of the store lives."""
    key = ("aanbod", sector, swv)
    if key not in store.answers:
        found = store.dicts(
            "select a.schooljaar, a.arrangementscode as code, a.titel, "
            "coalesce(a.vestiging, '') as vestiging, coalesce(v.naam, a.vestiging, '') as school, "
            "coalesce(a.aanbieder, '') as aanbieder, coalesce(v.plaats, '') as plaats, "
            "coalesce(a.postcode4, '') as postcode4, coalesce(a.gemeentecode, '') as gemeentecode, "
            "coalesce(p.gemeentenaam, '') as gemeente, coalesce(a.subregio, '') as subregio, "
            "coalesce(a.wijk, '') as wijk, a.swv, a.latitude, a.longitude, "
            "a.ondersteuningsvragen as vragen, a.niveaus, coalesce(a.vorm, '') as vorm, "
            "coalesce(a.zwaarte, '') as zwaarte, a.bereik, a.status, a.evaluatiedatum, "
            "coalesce(a.aftekening, '') as aftekening, a.plaatsen_plan, a.plaatsen_praktijk, "
            "a.bezet, a.wachtend, a.tarief from views.aanbod as a "
            "left join views.vestiging as v on v.vestiging = a.vestiging "
            "left join views.pc4 as p on p.postcode4 = a.postcode4 and p.sector = a.sector "
            "where a.sector = $sector and a.swv = $swv "
            "order by a.titel, a.arrangementscode, a.schooljaar",
            {"sector": sector, "swv": swv},
        )
        for row in found:
            # An offer with a postcode of its own is there, and not at its school.
            has_place = not row["aanbieder"] and row["plaats"]
            row["plaats"] = schools.as_name(row["plaats"]) if has_place else row["gemeente"]
            row["vragen"], row["niveaus"] = tuple(row["vragen"]), tuple(row["niveaus"])
        store.answers[key] = found
    rows: list[dict[str, Any]] = store.answers[key]
    return rows


def _seen(row: dict[str, Any], viewer: Viewer) -> Offer:
    """The one place where is decided what a viewer sees of an arrangement."""
    is_staff = viewer.role in STAFF
    with_pupils = is_staff or row["vestiging"] in viewer.vestigingen
    bezet, wachtend, places = row["bezet"], row["wachtend"], row["plaatsen_praktijk"]
    hides_bezet = not viewer.sees_exact and bezet is not None and 0 < bezet < MINIMUM
    hidden = Amount(None, MINIMUM - 1)
    hides_wachtend = not viewer.sees_exact and wachtend is not None and wachtend < MINIMUM
    vrij = None if places is None or bezet is None else max(places - bezet, 0)
    taken_out = ("plaatsen_plan", "plaatsen_praktijk", "bezet", "wachtend", "tarief")
    return Offer(
        **{name: value for name, value in row.items() if name not in taken_out},
        plek=_plek(row),
        has_queue=bool(wachtend) and not hides_wachtend,
        praktijk=_places(places, hides_bezet),
        vrij=None if hides_bezet else Amount(vrij),
        plan=_places(row["plaatsen_plan"], hides_bezet) if with_pupils else None,
        bezet=(hidden if hides_bezet else Amount(bezet)) if with_pupils else None,
        wachtend=(hidden if hides_wachtend else Amount(wachtend)) if with_pupils else None,
        tarief=row["tarief"] if is_staff else None,
    )


def _places(number: int | None, hides_bezet: bool) -> Amount:
    """Beside a hidden bezet up to five places are not told apart: with a place free, five is what
    leaves room for each of one to four pupils."""
    if hides_bezet and number is not None and 0 < number <= MINIMUM:
        return Amount(None, MINIMUM)
    return Amount(number)


def _plek(row: dict[str, Any]) -> Plek:
    if row["status"] != "actief":
        return Plek(row["status"])
    places, bezet = row["plaatsen_praktijk"], row["bezet"]
    if places == 0:
        return Plek.PAPIER if row["plaatsen_plan"] else Plek.VOL
    if places is None or bezet is None:
        return Plek.ONBEKEND
    return Plek.PLEK if places > bezet else Plek.VOL


# ------------------------------------------------------------------------------- searching


def search(
    offers: Iterable[Offer],
    words: str = "",
    vraag: str = "",
    niveau: str = "",
    bereik: str = "",
    vorm: str = "",
    only_free: bool = False,
) -> list[Offer]:
    """Those in which every word occurs (accents, capitals and signs do not matter) and that fit
    the rest; an arrangement for all niveaus fits every niveau."""
    wanted = schools.fold(words).split()
    return [
        one
        for one in offers
        if (not vraag or vraag in one.vragen)
        and (not niveau or niveau in one.niveaus or ALLE in one.niveaus)
        and (not bereik or bereik == one.bereik)
        and (not vorm or vorm == one.vorm)
        and (not only_free or one.plek is Plek.PLEK)
        and all(word in _sought(one) for word in wanted)
    ]


def _sought(one: Offer) -> str:
    words = (one.titel, one.school, one.aanbieder, one.plaats, one.gemeente, one.wijk, one.code)
    return f" {schools.fold(' '.join((*words, *one.vragen)))}"


def home(store: Store, sector: str, postcode4: str) -> Home | None:
    """Where a postcode of four digits lies; None when no regio-indeling says so."""
    return _homes(store, sector).get(postcode4)


def homes(store: Store, sector: str, swv: str) -> list[Home]:
    """The postcodes of a samenwerkingsverband, of which is known where they lie."""
    return [one for one in _homes(store, sector).values() if one.swv == swv]


def _homes(store: Store, sector: str) -> dict[str, Home]:
    key = ("postcodes", sector)
    if key not in store.answers:
        rows = store.rows(
            "select postcode4, coalesce(swv, ''), coalesce(gemeentecode, ''), "
            "coalesce(gemeentenaam, ''), coalesce(subregio, ''), coalesce(wijk, ''), latitude, "
            "longitude from views.pc4 where sector = $sector and latitude is not null "
            "and longitude is not null order by postcode4",
            {"sector": sector},
        )
        store.answers[key] = {row[0]: Home(*row) for row in rows}
    found: dict[str, Home] = store.answers[key]
    return found


def kilometers(here: Home, offers: Sequence[Offer]) -> dict[str, float | None]:
    """Arrangementscode → great-circle distance, as the matching measures it; None = unknown."""
    nan = float("nan")
    latitudes = np.array([nan if o.latitude is None else o.latitude for o in offers], float)
    longitudes = np.array([nan if o.longitude is None else o.longitude for o in offers], float)
    found = haversine(
        np.array([here.latitude]), np.array([here.longitude]), latitudes, longitudes
    )[0].tolist()  # fmt: skip
    return {
        one.code: None if np.isnan(km) else float(km) for one, km in zip(offers, found, strict=True)
    }


def is_for(one: Offer, here: Home) -> bool:
    """Whether the reach takes in who lives there, whatever their school: `school` does not."""
    match one.bereik:
        case "swv":
            return one.swv == here.swv
        case "subregio":
            return bool(one.subregio) and (one.swv, one.subregio) == (here.swv, here.subregio)
        case "wijk":
            there = (one.gemeentecode, one.wijk)
            return bool(one.wijk) and there == (here.gemeentecode, here.wijk)
    return False
