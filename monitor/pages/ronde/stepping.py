"""What may be done with a ronde: extend, close, open it again for one, and who is asked."""

import datetime as dt

import streamlit as st

from monitor.pages.pieces import picking
from monitor.pages.ronde.subject import Held, do, said
from monitor.rounds import rondes, words
from monitor.rounds.beforehand import REST, Unit, Vooraf
from monitor.rounds.following import Deelname, Staat
from monitor.rounds.from_store import askable
from monitor.rounds.registers import known_of
from monitor.rounds.rondes import MOST_WORDS
from monitor.rounds.states import IS_OPEN, Stap
from monitor.store.journal import now
from monitor.values.collation import by_name
from monitor.values.moments import HERE, date
from monitor.values.safe_text import plain


DAY = "DD-MM-YYYY"
WHY = "Waarom (wie meedoet kan dat lezen)"


def show(held: Held) -> None:
    stand = held.ronde.stand
    if stand.stap in IS_OPEN:
        left, right = st.columns(2, gap="medium")
        with left:
            _extend(held)
        with right:
            _close(held)
    elif stand.stap in (Stap.GESLOTEN, Stap.VOORLOPIG):
        _reopen(held)
    else:
        st.markdown(f"De ronde is {stand.stap}: verlengen, sluiten en heropenen kan dan niet.")
    if stand.stap not in (Stap.CONCEPT, Stap.DEFINITIEF):
        left, right = st.columns(2, gap="medium")
        with left:
            _leave_alone(held)
            _take_off(held)
        with right:
            _add(held)
    _history(held)


def _today() -> dt.date:
    return now().astimezone(HERE).date()


def _extend(held: Held) -> None:
    sluit = held.ronde.stand.sluit
    assert sluit is not None
    first = words.last_day(sluit) + dt.timedelta(days=1)
    with st.form("ronde_verleng", enter_to_submit=False):
        st.markdown("**Verleng voor iedereen**")
        day = st.date_input("Nieuwe laatste dag", first + dt.timedelta(6), first, format=DAY)
        why = st.text_input(WHY, max_chars=MOST_WORDS)
        if st.form_submit_button("Verleng", icon=":material/event:"):
            do(lambda: rondes.extend(held.book, held.viewer, held.ronde.nummer, day, why),
               f"Verlengd tot en met {date(day)}.")  # fmt: skip


def _close(held: Held) -> None:
    with st.form("ronde_sluit", enter_to_submit=False):
        st.markdown("**Sluit nu**")
        st.caption("Anders sluit zij vanzelf aan het eind van de laatste dag.")
        why = st.text_input(WHY, max_chars=MOST_WORDS)
        sure = st.checkbox("Ik weet dat wie nog bezig is dan niet verder kan")
        if st.form_submit_button("Sluit", icon=":material/lock:"):
            if not sure:
                st.error("Vink aan dat u dit weet; dan sluit de ronde.")
                return
            do(lambda: rondes.close(held.book, held.viewer, held.ronde.nummer, why),
               "De ronde is gesloten.")  # fmt: skip


def _reopen(held: Held) -> None:
    with st.form("ronde_heropen", enter_to_submit=False):
        st.markdown("**Heropen voor één deelnemer**")
        one = _pick(
            held, "Voor wie", [d for d in held.verloop.deelnames if d.staat is not Staat.ERAF]
        )
        day = st.date_input("Tot en met", _today() + dt.timedelta(7), _today(), format=DAY)
        why = st.text_input(WHY, max_chars=MOST_WORDS)
        if st.form_submit_button("Heropen", icon=":material/lock_open:") and one is not None:
            who = one.deelnemer
            do(lambda: rondes.reopen(held.book, held.viewer, held.ronde.nummer, who.soort,
                                     who.eenheid, day, why),
               f"Heropend voor {plain(held.naam(one))}, tot en met {date(day)}.")  # fmt: skip


def _leave_alone(held: Held) -> None:
    open_ = [d for d in held.verloop.deelnames if d.staat in (Staat.NIETS, Staat.BEGONNEN)]
    if not open_:
        return
    with st.form("ronde_niet", enter_to_submit=False):
        st.markdown("**Antwoordt niet**")
        st.caption("Telt als niets gedaan; wie zich bedenkt kan nog inleveren.")
        one = _pick(held, "Wie", open_)
        why = st.text_input(WHY, max_chars=MOST_WORDS)
        if (
            st.form_submit_button("Leg vast", icon=":material/do_not_disturb_on:")
            and one is not None
        ):
            who = one.deelnemer
            do(lambda: rondes.leave_alone(held.book, held.viewer, held.ronde.nummer, who.soort,
                                          who.eenheid, why),
               f"Vastgelegd: {plain(held.naam(one))} antwoordt niet.")  # fmt: skip


def _take_off(held: Held) -> None:
    there = [d for d in held.verloop.deelnames if d.staat is not Staat.ERAF]
    with st.form("ronde_eraf", enter_to_submit=False):
        st.markdown("**Van de lijst halen**")
        st.caption("Telt dan nergens meer mee, en blijft te zien met de reden.")
        one = _pick(held, "Wie", there)
        why = st.text_input(WHY, max_chars=MOST_WORDS)
        if st.form_submit_button("Haal eraf", icon=":material/person_remove:") and one is not None:
            who = one.deelnemer
            stay = [d.deelnemer.eenheid for d in there if d != one]
            known = _known(held, who.vragenlijst, stay)
            do(lambda: rondes.change_who(held.book, held.viewer, held.ronde.nummer, who.soort,
                                         who.eenheid, who.vragenlijst, False, why, known),
               f"{plain(held.naam(one))} staat niet meer op de lijst.")  # fmt: skip


def _add(held: Held) -> None:
    """A school that is open and is not asked, or was taken off."""
    asked = {d.deelnemer.eenheid for d in held.verloop.of("vestiging")}
    found = [s for s in askable(held.store, held.whole.swv, ()).open if s.code not in asked]
    numbers = [n for n, lijst in held.verloop.lijsten.items() if lijst.voor == "vestiging"]
    if not found or not numbers:
        return
    with st.form("ronde_erbij", enter_to_submit=False):
        st.markdown("**Een school erbij vragen**")
        one = picking.one("School", found, lambda s: f"{s.naam} ({s.schooltype})",
                          beside=lambda s: s.code, key="ronde_erbij_wie")  # fmt: skip
        why = st.text_input(WHY, max_chars=MOST_WORDS)
        if st.form_submit_button("Vraag erbij", icon=":material/person_add:") and one is not None:
            number, codes = max(numbers), [*asked, one.code]
            known = _known(held, number, codes, one.code)
            do(lambda: rondes.change_who(held.book, held.viewer, held.ronde.nummer, "vestiging",
                                         one.code, number, True, why, known),
               f"{plain(one.naam)} wordt nu ook gevraagd.")  # fmt: skip


def _known(held: Held, number: int, asked: list[str], added: str = "") -> dict[Unit, Vooraf]:
    """What is known of who comes, and of all who are not asked now."""
    lijst = held.verloop.lijsten[number]
    known = known_of(held.store, held.whole.swv, held.ronde.schooljaar, lijst, asked)
    return {unit: what for unit, what in known.items() if unit in (REST, (lijst.voor, added))}


def _pick(held: Held, label: str, among: list[Deelname]) -> Deelname | None:
    numbers = {d.deelnemer.nummer: d for d in sorted(among, key=lambda d: by_name(held.naam(d)))}
    number = picking.one(
        label, list(numbers), lambda n: f"{held.naam(numbers[n])} ({said(numbers[n])})",
        beside=lambda n: numbers[n].deelnemer.eenheid, key=f"ronde_{label}_{len(among)}",
    )  # fmt: skip
    return numbers.get(number) if number is not None else None


def _history(held: Held) -> None:
    st.subheader("Wat er met de ronde gebeurde")
    for step in held.verloop.steps:
        until = f", tot en met {date(step.tot)}" if step.tot else ""
        why = f": {plain(step.waarom)}" if step.waarom else ""
        day = date(step.wanneer.astimezone(HERE).date())
        st.markdown(f"{day}: **{step.stap}**{until} (door {plain(step.wie)}){why}")
