"""For whom a file is made: the viewer whose door its sections come through, and who may make it.

What the maker may see plays no part in what is in it. `opr` and `inspectie` are nobody who signs in:
they see what a gemeente sees, so that no release knows a seventh role (docs/decisions.md).
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from monitor.access import EVERY, Role, Viewer
from monitor.errors import MonitorError
from monitor.figures import roll_up
from monitor.figures.levels import Region
from monitor.scholen import register
from monitor.scholen.of_bestuur import schools_of
from monitor.sections import units
from monitor.store.store import Store
from monitor.values.safe_text import plain


class Publiek(StrEnum):
    """Who reads it."""

    DIRECTEUR = "directeur"
    CONSULTANT = "consultant"
    BESTUUR = "bestuur"
    SCHOOL = "school"
    GEMEENTE = "gemeente"
    OPR = "opr"
    INSPECTIE = "inspectie"


WORDS = {
    Publiek.DIRECTEUR: "de directeur",
    Publiek.CONSULTANT: "de consultant",
    Publiek.BESTUUR: "het bestuur",
    Publiek.SCHOOL: "de school",
    Publiek.GEMEENTE: "de gemeente",
    Publiek.OPR: "de ondersteuningsplanraad",
    Publiek.INSPECTIE: "de inspectie",
}
ROLES = {
    Publiek.DIRECTEUR: Role.DIRECTEUR,
    Publiek.CONSULTANT: Role.CONSULTANT,
    Publiek.BESTUUR: Role.BESTUUR,
    Publiek.SCHOOL: Role.SCHOOL,
    Publiek.GEMEENTE: Role.GEMEENTE,
    Publiek.OPR: Role.GEMEENTE,
    Publiek.INSPECTIE: Role.GEMEENTE,
}
"""As whom each sees."""
MAKES = {
    Role.DIRECTEUR: frozenset(Publiek),
    Role.CONSULTANT: frozenset(Publiek) - {Publiek.DIRECTEUR},
    Role.BESTUUR: frozenset({Publiek.BESTUUR, Publiek.SCHOOL}),
    Role.SCHOOL: frozenset({Publiek.SCHOOL}),
    Role.GEMEENTE: frozenset({Publiek.GEMEENTE}),
}
"""For whom each role makes a file at all; of a school or bestuur only its own (`check`)."""


@dataclass(frozen=True, slots=True)
class Audience:
    """A reader, and of what: `code` is a vestiging, a bestuur or a gemeente, "" of all others."""

    publiek: Publiek
    viewer: Viewer
    whole: Region
    """Its samenwerkingsverband."""
    code: str = ""
    naam: str = ""

    @property
    def words(self) -> str:
        """de gemeente Lindermeer | de ondersteuningsplanraad"""
        if self.publiek is Publiek.SCHOOL:
            return self.naam
        return f"{WORDS[self.publiek]} {self.naam}".strip()

    @property
    def region(self) -> Region:
        """What a file for it begins with: its own gemeente, else the whole."""
        if self.publiek is not Publiek.GEMEENTE or not self.code:
            return self.whole
        one = self.whole
        return Region(one.sector, one.swv, one.swv_naam, "gemeente", self.code, self.naam)


def audience(
    store: Store, publiek: str, swv: str = "", code: str = "", *, inzage: bool = False
) -> Audience:
    """`swv`: "" where there is one to choose; `code` as in `Audience`; `inzage`: of a consultant
    whom the samenwerkingsverband granted its exact figures. MonitorError says what is missing, or
    is not of this samenwerkingsverband."""
    one = Publiek(publiek)
    whole = whole_of(store, swv)
    own = frozenset({whole.swv})
    who = f"rapport voor {one}"
    match one:
        case Publiek.SCHOOL:
            naam = _school(store, whole, code)
            return Audience(one, Viewer(Role.SCHOOL, own, frozenset({code}), wie=who), whole,
                            code, naam)  # fmt: skip
        case Publiek.BESTUUR:
            naam = _named(store, whole, "bestuur", code)
            schools = schools_of(store, frozenset({code}), own)
            viewer = Viewer(Role.BESTUUR, own, schools, frozenset({code}), wie=who)
            return Audience(one, viewer, whole, code, naam)
        case Publiek.GEMEENTE:
            naam = _named(store, whole, "gemeente", code) if code else ""
            viewer = Viewer(Role.GEMEENTE, own, wie=who, gemeente=code)
            return Audience(one, viewer, whole, code, naam)
    if code:
        raise MonitorError(
            f"Een rapport voor {WORDS[one]} gaat niet over één school, bestuur of gemeente."
        )
    grant = own if inzage and one is Publiek.CONSULTANT else frozenset[str]()
    return Audience(one, Viewer(ROLES[one], own, exact=grant, wie=who), whole)


def check(maker: Viewer, reader: Audience) -> None:
    """MonitorError where this maker may not make a file for that reader, in a sentence for him."""
    words = reader.words
    if reader.publiek not in MAKES.get(maker.role, frozenset()):
        raise MonitorError(f"U kunt geen rapport maken voor {words}. De directeur kan dat wel.")
    if maker.swv == EVERY or not maker.is_of(reader.whole.swv):
        raise MonitorError(f"{reader.whole.naam} is niet uw samenwerkingsverband.")
    if maker.role in (Role.BESTUUR, Role.SCHOOL):
        own = {Publiek.BESTUUR: maker.besturen, Publiek.SCHOOL: maker.vestigingen}[reader.publiek]
        if reader.code not in own:
            raise MonitorError(f"U kunt alleen een rapport maken van uw eigen {reader.publiek}.")
    if reader.viewer.sees_exact and not maker.sees_exact:
        raise MonitorError(
            "In dit rapport staan precieze aantallen. Die ziet u alleen als het samenwerkingsverband "
            "u die heeft gegeven."
        )


def may_have(maker: Viewer, publiek: Publiek, swv: str, codes: Collection[str] = ()) -> bool:
    """Whether this maker may make protected files for all of these readers (no codes: for every one of
    the kind), and so have those that were made."""
    if publiek not in MAKES.get(maker.role, frozenset()) or maker.swv == EVERY:
        return False
    if not maker.is_of(swv):
        return False
    if maker.role in (Role.BESTUUR, Role.SCHOOL):
        own = maker.besturen if publiek is Publiek.BESTUUR else maker.vestigingen
        return bool(codes) and set(codes) <= own
    return True


def publieken(maker: Viewer) -> list[Publiek]:
    """For whom this maker can make a file, in the order of the list above."""
    return [one for one in Publiek if one in MAKES.get(maker.role, frozenset())]


def whole_of(store: Store, swv: str = "") -> Region:
    """The samenwerkingsverband of a file: the one that is asked for, whose monitor this is, or the
    only one there is. MonitorError where that is none, or several."""
    every = {row["code"]: row for row in roll_up.swvs(store)}
    chosen = swv or store.settings.swv or (next(iter(every)) if len(every) == 1 else "")
    if chosen not in every:
        known = ", ".join(every) or "nog geen"
        raise MonitorError(f"Van welk samenwerkingsverband? Geef --swv; bekend: {plain(known)}.")
    naam = every[chosen]["naam"]
    return Region(every[chosen]["sector"], chosen, naam, "swv", chosen, naam)


def schools(store: Store, whole: Region) -> list[str]:
    """The schools of a samenwerkingsverband that are open, by code."""
    return sorted(one.code for one in register.schools(store)
                  if one.is_open and whole.swv in (one.swv_vo, one.swv_po))  # fmt: skip


def _school(store: Store, whole: Region, code: str) -> str:
    if not code:
        raise MonitorError("Van welke school? Geef --school met een vestigingscode.")
    for one in register.schools(store):
        if one.code == code and whole.swv in (one.swv_vo, one.swv_po):
            return one.naam
    raise MonitorError(f"School {plain(code)[:20]} hoort niet bij {whole.naam}.")


def _named(store: Store, whole: Region, per: str, code: str) -> str:
    if not code:
        raise MonitorError("Van welk bestuur? Geef --bestuur met een bestuursnummer.")
    known = units.units(store, whole, per)
    if code not in known:
        raise MonitorError(f"{per.capitalize()} {plain(code)[:20]} hoort niet bij {whole.naam}.")
    return known[code]
