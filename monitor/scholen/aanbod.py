"""The catalogue of offer: arrangements as a viewer may see them.

What each role may see of an arrangement is said here (`_seen`), and nowhere else:

everybody       what it is, where, for whom, how many places there are in practice, whether there is
                one to be had, and how many of them are free
staff, and a
school its own  places agreed, and how many pupils have one (bezet)
exact figures,
a school its own  how many pupils wait (wachtend)
staff           what a place costs

Pupils are counted in bezet and wachtend, and free places are what bezet leaves. Who sees no exact
figures gets classes of five, and of 1 to 4 pupils nothing that follows from them: no free places,
and of fewer places than five not whether one is to be had (of three places that are not all taken,
at most two are). Places themselves are facts of the offer, and public. What is told here is no part
of the release, so it may not be added up with it: that is why free places have no total for them,
and waiting pupils no number here.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any, NamedTuple

from monitor.access import STAFF, Viewer
from monitor.figures import scope
from monitor.figures.disclosure.bands import MINIMUM, band, is_small
from monitor.scholen import register
from monitor.store.store import Store
from monitor.values.collation import by_name, fold


STALE_YEARS = 2
"""An arrangement that was not evaluated for longer, or never, is called verouderd."""
ALLE = "alle"


class Plek(StrEnum):
    """Whether there is a place, in words."""

    PLEK = "er is plek"
    VOL = "vol"
    NAVRAAG = "vraag na of er plek is"
    """Known, but it would tell how few pupils there are."""
    PAPIER = "alleen op papier"
    ONBEKEND = "niet opgegeven"
    GEPLAND = "gepland"
    GESTOPT = "gestopt"


class Amount(NamedTuple):
    """A number as a viewer sees it: the value, or its class; else unknown."""

    value: int | None = None
    at_most: int | None = None
    at_least: int | None = None
    """Beside `at_most` in a class of five; None = hidden, 1 to 4 (of wachtend: fewer than 5)."""


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
    """Whether pupils are known to wait; not told to who sees no exact figures."""
    praktijk: Amount
    vrij: Amount | None
    plan: Amount | None
    bezet: Amount | None
    wachtend: Amount | None
    tarief: float | None
    grens: int = MINIMUM
    """Fewer pupils than this are hidden from who sees no exact figures."""

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


def schooljaren(store: Store, sector: str, swv: str) -> list[str]:
    """The schooljaren of which arrangements were delivered, oldest first."""
    return sorted({row["schooljaar"] for row in _rows(store, sector, swv)})


def catalogue(
    store: Store, viewer: Viewer, sector: str, swv: str, schooljaar: str = ""
) -> list[Offer]:
    """The offer of a samenwerkingsverband by title, as this viewer may see it; nothing of another
    one than its own."""
    if not viewer.is_of(swv):
        scope.refuse(store, viewer, "aanbod", [f"swv {swv}"])
        return []
    return [
        _seen(row, viewer, store.settings.drempel)
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
            "order by a.arrangementscode, a.schooljaar",
            {"sector": sector, "swv": swv},
        )
        found.sort(key=lambda row: by_name(row["titel"]))
        for row in found:
            # An offer with a postcode of its own is there, and not at its school.
            has_place = not row["aanbieder"] and row["plaats"]
            row["plaats"] = register.as_name(row["plaats"]) if has_place else row["gemeente"]
            row["vragen"], row["niveaus"] = tuple(row["vragen"]), tuple(row["niveaus"])
        store.answers[key] = found
    rows: list[dict[str, Any]] = store.answers[key]
    return rows


def _seen(row: dict[str, Any], viewer: Viewer, minimum: int) -> Offer:
    """The one place where is decided what a viewer sees of an arrangement."""
    is_staff, is_own = viewer.role in STAFF, row["vestiging"] in viewer.vestigingen
    bezet, wachtend, places = row["bezet"], row["wachtend"], row["plaatsen_praktijk"]
    taken_out = ("plaatsen_plan", "plaatsen_praktijk", "bezet", "wachtend", "tarief")
    is_few = not viewer.sees_exact and is_small(bezet, bezet, minimum)
    number = Amount if viewer.sees_exact else partial(_class, minimum)
    plek = _plek(row)
    # Whether there is a place says of few places how many pupils there are, and fewer places than a
    # hidden number can be would narrow it: then nothing is said, whoever is there.
    is_narrow = not viewer.sees_exact and places is not None and places < minimum - 1
    is_narrow = is_narrow and plek in (Plek.PLEK, Plek.VOL) and places > 0
    if is_narrow or (is_few and plek in (Plek.PLEK, Plek.VOL) and places < minimum):
        plek = Plek.NAVRAAG
    return Offer(
        **{name: value for name, value in row.items() if name not in taken_out},
        plek=plek,
        has_queue=bool(wachtend) and viewer.sees_exact,
        praktijk=Amount(places),
        vrij=None if is_few or is_narrow else _free(minimum, places, bezet, viewer),
        plan=Amount(row["plaatsen_plan"]) if is_staff or is_own else None,
        bezet=None if is_narrow or not (is_staff or is_own) else number(bezet),
        grens=minimum,
        wachtend=_waiting(minimum, wachtend, viewer) if viewer.sees_exact or is_own else None,
        tarief=row["tarief"] if is_staff else None,
    )


def _class(minimum: int, number: int | None) -> Amount:
    """A number that tells of pupils, in its class; fewer than `minimum` are hidden."""
    if number is None or number == 0:
        return Amount(number)
    low, high = band(number, number, minimum)
    return Amount(None, int(high), int(low) if number >= minimum else None)


def _free(minimum: int, places: int | None, bezet: int | None, viewer: Viewer) -> Amount | None:
    """What the class of who is there leaves: a class of its own would narrow that one."""
    if places is None or bezet is None:
        return Amount(None)
    if viewer.sees_exact or bezet == 0 or bezet >= places:
        return Amount(max(places - bezet, 0))
    low, high = band(bezet, bezet, minimum)
    least, most = max(places - int(high), 0), max(places - int(low), 0)
    if places > bezet:
        least = max(least, 1)  # that there is a place is said
    return Amount(most) if least == most else Amount(None, most, least)


def _waiting(minimum: int, number: int | None, viewer: Viewer) -> Amount:
    """Few arrangements have somebody waiting: a nought is not told apart from what is hidden."""
    if viewer.sees_exact or number is None:
        return Amount(number)
    return _class(minimum, number or 1)


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
    wanted = fold(words).split()
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
    return f" {fold(' '.join((*words, *one.vragen)))}"
