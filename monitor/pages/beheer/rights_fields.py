"""Fields for a role and what it is of; which of them there are follows from the role."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from monitor.access import Role
from monitor.access.rights import Rights
from monitor.pages.beheer.subject import SOME, Subject
from monitor.pages.frame.visitor import ROLE_TITLES
from monitor.pages.pieces import picking
from monitor.values import dutch
from monitor.values.collation import by_name
from monitor.values.safe_text import plain


SEES = {
    Role.DIRECTEUR: "Ziet alle cijfers van het samenwerkingsverband, ook kleine aantallen.",
    Role.CONSULTANT: "Ziet alle pagina's, met aantallen leerlingen in klassen. Precieze "
    "aantallen geeft u apart, bij Exacte cijfers.",
    Role.BESTUUR: "Ziet de eigen scholen, en het samenwerkingsverband als geheel.",
    Role.SCHOOL: "Ziet de eigen school, en het aanbod van andere scholen: niet hun cijfers.",
    Role.GEMEENTE: "Ziet regio's met aantallen in klassen, en geen scholen. Begint bij de eigen gemeente.",
    Role.BEHEERDER: "Ziet alles, levert bestanden, en beheert accounts en instellingen.",
}


@dataclass(frozen=True)
class Chosen:
    """What stands in the fields, as `invite` and `change_rights` take it."""

    role: Role
    swv: frozenset[str]
    vestigingen: frozenset[str]
    besturen: frozenset[str]
    gemeente: str = ""
    is_sure: bool = True
    """Whether somebody said yes to an account for more than one school, bestuur or SWV."""

    @property
    def arguments(self) -> dict[str, Any]:
        return {
            "role": self.role, "swv": self.swv, "vestigingen": self.vestigingen,
            "besturen": self.besturen, "gemeente": self.gemeente,
        }  # fmt: skip


def ask(subject: Subject, key: str, now: Rights | None = None) -> Chosen:
    """The fields; `now`: what they begin with, `key`: the beginning of their keys."""
    chosen = picking.one(
        "Rol",
        Role,
        ROLE_TITLES.__getitem__,
        index=list(Role).index(now.role if now else Role.SCHOOL),
        key=f"{key}_rol",
    )
    role = Role(chosen or Role.SCHOOL)
    st.caption(SEES[role])
    swv = _several(
        "Samenwerkingsverband", subject.swvs, subject.swv_name, f"{key}_swv",
        now.swv if now else subject.swvs[:1] if len(subject.swvs) == 1 else (),
    )  # fmt: skip
    vestigingen: frozenset[str] = frozenset()
    besturen: frozenset[str] = frozenset()
    gemeente = ""
    names: dict[str, str] = {}
    there = subject.schools_of(swv)
    if role is Role.SCHOOL:
        old = now.vestigingen if now else frozenset()
        vestigingen = _several(
            "Vestigingen van deze school", [*there, *sorted(old - set(there))],
            subject.school_name, f"{key}_scholen", old,
        )  # fmt: skip
    elif role is Role.BESTUUR:
        old = now.besturen if now else frozenset()
        names = subject.besturen_of(swv)
        besturen = _several(
            "Besturen", [*names, *sorted(old - set(names))],
            lambda code: _bestuur(names.get(code, "onbekend bestuur"), code), f"{key}_besturen", old,
        )  # fmt: skip
        vestigingen = frozenset(c for c, one in there.items() if one.bestuursnummer in besturen)
        _follow(subject, besturen, vestigingen)
    elif role is Role.GEMEENTE:
        gemeente = _gemeente(subject, swv, f"{key}_gemeente", now.gemeente if now else "")
    named = {
        "samenwerkingsverbanden": [subject.swv_name(code) for code in sorted(swv)],
        "besturen": [_bestuur(names.get(code, "onbekend bestuur"), code) for code in besturen]
        if role is Role.BESTUUR else [],
        "scholen": [subject.school_name(code) for code in vestigingen]
        if role is Role.SCHOOL else [],
    }  # fmt: skip
    many = {what: some for what, some in named.items() if len(some) > 1}
    is_sure = all(_sure(*one, key) for one in many.items())
    return Chosen(role, swv, vestigingen, besturen, gemeente, is_sure)


def _gemeente(subject: Subject, swv: frozenset[str], key: str, old: str) -> str:
    """Of which gemeente somebody is; who is of more than one, or of none of them, leaves it open."""
    names = subject.gemeenten_of(swv)
    codes = ["", *names, *([old] if old and old not in names else [])]
    if st.session_state.get(key) not in codes:
        st.session_state[key] = old if old in codes else ""
    chosen = picking.one(
        "Gemeente", codes, lambda code: names.get(code, code) or "niet één gemeente", key=key,
        help="Hiermee beginnen de pagina's; een andere regio kiezen kan altijd.",
    )  # fmt: skip
    return chosen or ""


def _sure(what: str, names: Iterable[str], key: str) -> bool:
    """More than one is said yes to with all their names in sight; another choice asks anew."""
    some = sorted(names, key=by_name)
    st.warning(
        f"**Dit account ziet {dutch.number(len(some))} {what}:** {plain(dutch.joined(some))}."
    )
    asked = hashlib.sha256("|".join(some).encode()).hexdigest()[:12]
    return st.checkbox(f"Ja, dit account is voor deze {dutch.number(len(some))} {what}",
                       key=f"{key}_zeker_{asked}")  # fmt: skip


def _bestuur(naam: str, code: str) -> str:
    return naam if code in naam else f"{naam} ({code})"


def _follow(subject: Subject, besturen: frozenset[str], schools: frozenset[str]) -> None:
    """Which schools come with a bestuur."""
    if not besturen:
        return
    named = [plain(subject.school_name(code)) for code in sorted(schools)]
    more = [f"nog {len(named) - SOME} scholen"] if len(named) > SOME else []
    st.caption(
        f"Daarbij horen nu: {dutch.joined([*named[:SOME], *more])}. Neemt het bestuur later een "
        "school over, dan hoort die er vanzelf bij."
        if named
        else "In dit samenwerkingsverband is van dit bestuur geen school bekend."
    )


def _several(
    label: str,
    options: Iterable[str],
    show: Callable[[str], str],
    key: str,
    begin: Iterable[str],
) -> frozenset[str]:
    """Several codes. What is no option any more, because a field above it changed, is let go."""
    codes = list(options)
    kept = st.session_state.get(key, sorted(begin))
    there = [code for code in kept if code in codes]
    # Only what differs: what a run says of a field undoes in the browser what was chosen since it
    # began, and the next click would then be about a field that somebody had filled in.
    if st.session_state.get(key) != there:
        st.session_state[key] = there
    # Never all at once: a click or an Enter too many would give rights that nobody meant to give.
    return frozenset(picking.several(
        label, codes, show, key=key, placeholder="Kies", select_all=False,
        help=None if codes else "Er zijn geen gegevens om uit te kiezen.",
    ))  # fmt: skip
