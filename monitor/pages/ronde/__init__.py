"""Ronde: who answered, who did not, and what that could still change."""

from collections import Counter

import streamlit as st

from monitor.access import Viewer
from monitor.pages.frame.serving import chosen_folder
from monitor.pages.pieces import figure_parts, filters
from monitor.pages.ronde import (
    listed,
    making,
    missing,
    stepping,
    subject,
    what_could_change,
)
from monitor.pages.ronde.subject import Held
from monitor.rounds import rondes, words
from monitor.rounds.following import Deelname, Verloop, counted, follow
from monitor.rounds.rondes import Ronde
from monitor.rounds.states import Stap
from monitor.store.journal import Journal, journal, now
from monitor.store.store import Store
from monitor.values import dutch, moments
from monitor.values.safe_text import plain


PARTS = {
    "wie": "Wie wel, wie niet",
    "cijfers": "Wat kan nog veranderen",
    "missen": "Wie ontbreekt",
    "doen": "Verlengen en sluiten",
    "maken": "Ronde maken",
}


def show(store: Store, viewer: Viewer) -> None:
    st.title("Ronde")
    whole = filters.choose_swv(store, viewer)
    if whole is None:
        figure_parts.empty_state(
            "Er zijn nog geen gegevens.",
            "Hier vraagt u scholen wat zij bieden. Lever eerst een lijst van scholen.",
        )
        return
    book = journal(chosen_folder())
    there = rondes.rondes(book, viewer, whole.swv)
    subject.news()
    if not there:
        st.markdown(
            "**Er is nog geen ronde.** De vragenlijst *Dekkend aanbod* staat klaar: kies hieronder "
            "voor welke scholen, en tot wanneer."
        )
        making.show(store, viewer, whole, book, [])
        return
    _one(Held(store, viewer, whole, book, *_chosen(book, there)), there)


def _chosen(book: Journal, there: list[Ronde]) -> tuple[Ronde, Verloop]:
    named = {one.code: one for one in there}
    code = there[0].code
    if len(there) > 1:
        code = filters.remembered(
            "ronde",
            "Ronde",
            list(named),
            code,
            lambda c: f"{named[c].titel} ({named[c].schooljaar})",
        )
    one = named[code]
    return one, follow(book, one.nummer)


def _one(held: Held, there: list[Ronde]) -> None:
    _opening(held)
    part = filters.remembered_choice(
        "onderdeel", "Onderdeel", list(PARTS), "wie", PARTS.__getitem__, wrap=True
    )
    match part:
        case "wie":
            listed.show(held)
        case "cijfers":
            what_could_change.show(held)
        case "missen":
            missing.show(held)
        case "doen":
            stepping.show(held)
        case "maken":
            making.show(held.store, held.viewer, held.whole, held.book, there)


def _opening(held: Held) -> None:
    """How many, how long; where most are missing, and what that could change."""
    ronde, verloop = held.ronde, held.verloop
    if ronde.stand.stap is Stap.CONCEPT:
        st.markdown(f"**{plain(ronde.titel)}** is nog niet open.")
        return
    schools = verloop.of("vestiging")
    kinds = dict.fromkeys(one.deelnemer.soort for one in verloop.deelnames)
    telling = counted(schools)
    left = words.time_left(ronde.stand, now())
    if schools and not telling.ingeleverd and not telling.begonnen:
        first = f"Deze ronde heeft nog geen antwoorden. {words.since(verloop.steps, now())}"
    else:
        first = " ".join(words.answered(counted(verloop.of(kind)), kind) for kind in kinds)
    st.markdown(f"**{first} {left}**")
    beside = [_worst(held, schools), _change(held)]
    if any(beside):
        st.markdown(plain(" ".join(part for part in beside if part)))
    st.caption(
        f"{plain(ronde.titel)}, schooljaar {ronde.schooljaar} · stand van "
        f"{moments.clock_here(now())}. Nog niet gepubliceerd: deze antwoorden staan in geen enkel "
        "cijfer van de monitor."
    )


def _worst(held: Held, schools: list[Deelname]) -> str:
    """Where most are missing."""
    asked = Counter(held.bestuur(one) for one in schools)
    gone = Counter(held.bestuur(one) for one in schools if one.staat.counts_as != "ingeleverd")
    order = gone.most_common(2)
    if not order or len(asked) < 2:
        return ""
    (naam, most), *rest = order
    if most < 2 or (rest and rest[0][1] == most):
        return ""
    other = f"meer dan {rest[0][1]}" if rest else "een school"
    return f"Bij {naam} ontbreken er {most} van {asked[naam]}, bij geen ander bestuur {other}."


def _change(held: Held) -> str:
    """The two figures that are looked at most, when there are such."""
    said = []
    for number, lijst in held.verloop.lijsten.items():
        telling = counted(held.verloop.of(lijst.voor))
        if lijst.voor != "vestiging" or telling.ingeleverd == telling.deelnemers:
            continue
        for one in held.verloop.grenzen[number]:
            if words.is_too_wide(one, telling.ingeleverd, telling.deelnemers):
                continue
            if one.code == "basisondersteuning":
                said.append(f"basisondersteuning {words.interval(one, one.grenzen)}")
            elif one.code == "plaatsen":
                said.append(f"{words.interval(one, one.grenzen)} plaatsen")
    return f"Wat zij nog kunnen veranderen: {dutch.joined(said)}." if said else ""
