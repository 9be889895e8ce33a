"""The arrangements of a school: places agreed, in practice, taken, free, and who wait."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from monitor.access import Viewer
from monitor.pages.ons_profiel.parts import Part
from monitor.pages.pieces import phone_table
from monitor.scholen import register
from monitor.scholen.aanbod import Offer, Plek
from monitor.scholen.profile import PARTS, offered
from monitor.scholen.register import School
from monitor.store.store import Store
from monitor.values import dutch, moments
from monitor.values.safe_text import plain
from monitor.views.words import aanbod


def part(store: Store, viewer: Viewer, one: School, is_listed: bool) -> Part:
    """`is_listed`: whether they stand among the things that are asked, with their places."""
    found = offered(store, viewer, one)
    # How full a school's own offer is, is for the samenwerkingsverband and the school itself.
    said = _sentence(found, viewer.may_see("vestiging", one.code)) if found else _nothing(store)

    def inside() -> None:
        if not found:
            return
        if not is_listed:
            phone_table.table(
                [_row(o) for o in found], "school_aanbod", f"Arrangementen van {one.naam}"
            )
        st.caption(f"Bron: samenwerkingsverband, bestand arrangementen{_delivered(store)} · schooljaar "
                   f"{found[0].schooljaar}{_hidden(found)}")  # fmt: skip

    paper = [[_row(o) for o in found]] if found else []
    return Part("aanbod", PARTS["aanbod"], said, inside, paper, notes(store, viewer, one))


def _nothing(store: Store) -> str:
    if register.knows_arrangements(store):
        return (
            "Deze school heeft geen arrangementen opgegeven. Of zij die wel heeft, is **onbekend**."
        )
    return "Van geen enkele school zijn arrangementen bekend: dat bestand is nog niet geleverd."


def _delivered(store: Store) -> str:
    """, geleverd 21 november 2026"""
    (day,) = store.rows("select max(geleverd) from bron.levering where bron = 'arrangementen'")[0]
    return f", geleverd {moments.date(day.date())}" if day else ""


def _hidden(found: Sequence[Offer]) -> str:
    amounts = [a for one in found for a in (one.bezet, one.wachtend) if a is not None]
    if any(a.at_most is not None and a.at_least is None for a in amounts):
        few = found[0].grens - 1
        return f" · 1 tot en met {few} leerlingen is verborgen: dat kan naar een kind wijzen"
    return ""


def _sentence(found: Sequence[Offer], with_places: bool) -> str:
    number = f"{len(found)} {dutch.noun(len(found), 'arrangementen')}"
    sentence = f"In schooljaar {found[0].schooljaar}: {number}"
    if not with_places:
        return f"{sentence}."
    # What stopped, or is still to begin, has no places to be had: that is not "on paper".
    running = [a for a in found if a.status == "actief"]
    paper = [a for a in running if a.plek is Plek.PAPIER]
    silent = [a for a in running if a.praktijk.value is None and a.praktijk.at_most is None]
    if len(running) < len(found):
        sentence = f"In schooljaar {found[0].schooljaar}: {_by_status(found)}"
    if paper:
        sentence += f", waarvan {len(paper)} alleen op papier (geen plaats in de praktijk)"
    if silent:
        sentence += f"; van {len(silent)} is het aantal plaatsen in de praktijk onbekend"
    return f"{sentence}."


def _by_status(found: Sequence[Offer]) -> str:
    """4 arrangementen lopen, 1 is gestopt"""
    numbers = Counter(a.status for a in found)
    running = numbers.pop("actief", 0)
    lopen = "loopt" if running == 1 else "lopen"
    others = [f"{n} {'is' if n == 1 else 'zijn'} {status}" for status, n in numbers.items()]
    noun = dutch.noun(running, "arrangementen")
    return ", ".join([f"{running or 'geen'} {noun} {lopen}", *others])


def _row(one: Offer) -> dict[str, str]:
    return {
        "Arrangement": plain(one.titel),
        "Ondersteuningsvraag": plain(", ".join(one.vragen)),
        "Niveaus": plain(", ".join(one.niveaus)),
        "Voor wie": REACH.get(one.bereik, one.bereik),
        "Status": one.status,
    }


REACH = {"school": "eigen school", "swv": "hele verband"}


def notes(store: Store, viewer: Viewer, one: School) -> dict[str, str]:
    """Key of an arrangement → for whom it is, and whether there is a place."""
    return {
        f"arrangement/{o.schooljaar}/{o.code}": (
            f"{plain(dutch.joined(o.vragen))} · {plain(aanbod.niveaus(o))} · "
            f"{REACH.get(o.bereik, o.bereik)} · {aanbod.short_state(o)}"
        )
        for o in offered(store, viewer, one)
    }
