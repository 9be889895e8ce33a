"""The form for an exception: its effect is shown before it is kept."""

import datetime as dt
from dataclasses import replace

import streamlit as st

from monitor.access import audit
from monitor.access.audit import Event
from monitor.dekking import from_store
from monitor.dekking.matching.model import ALLE, Rules, Uitzondering
from monitor.errors import MonitorError
from monitor.pages.dekking.exception_words import changed, gemeente, said
from monitor.pages.dekking.subject import Held
from monitor.pages.frame.serving import chosen_folder
from monitor.pages.pieces import picking
from monitor.store.journal import journal
from monitor.values import moments
from monitor.values.collation import by_name
from monitor.values.safe_text import plain


ANY = "alle"


def show(subject: Held) -> None:
    """What somebody types in is tried at once, and kept only after a click."""
    with st.expander("Voeg een uitzondering toe", icon=":material/add:"):
        left, right = st.columns(2, gap="medium")
        with left:
            names = _about(subject)
        with right:
            lifted = st.checkbox("Hef de norm op: geen grens aan de afstand",
                                 key="dekking_uitz_geen_grens")  # fmt: skip
            km = st.number_input("Hoogstens (km)", min_value=0.5, max_value=100.0, value=20.0,
                                 step=0.5, format="%g", disabled=lifted, key="dekking_uitz_km")  # fmt: skip
            vanaf = st.date_input("Eerste dag", value=_first_day(subject), format="DD-MM-YYYY",
                                  key=f"dekking_uitz_vanaf_{subject.periode}")  # fmt: skip
            tot = st.date_input("Laatste dag (leeg: zonder einde)", value=None,
                                format="DD-MM-YYYY", key="dekking_uitz_tot")  # fmt: skip
        waarom = st.text_input("Waarom", key="dekking_uitz_waarom", max_chars=300,
                               placeholder="Bijvoorbeeld: er rijdt een bus van het SWV")  # fmt: skip
        proposed = Uitzondering(None if lifted else float(km), tot=tot or None, **names)
        counts = _counts(subject, vanaf, tot)
        if counts:
            _try_out(subject, proposed)
        else:
            st.markdown(
                f"**{plain(said(subject, proposed))}.** In schooljaar {subject.periode} telt dit niet mee: "
                f"die cijfers zijn met de uitzonderingen van {moments.date(_day(subject))}."
            )
        if st.button("Leg deze uitzondering vast", type="primary", key="dekking_uitz_vast"):
            _keep(subject, proposed, waarom, vanaf, counts)


def _day(subject: Held) -> dt.date:
    """The day whose exceptions the figures of this schooljaar are made with."""
    return subject.rules.day or dt.date.today()


def _first_day(subject: Held) -> dt.date:
    """Today; of a schooljaar that is over its first day, else it would not count in what is seen."""
    today = dt.date.today()
    return today if _day(subject) >= today else dt.date(int(subject.periode[:4]), 8, 1)


def _counts(subject: Held, vanaf: dt.date | None, tot: dt.date | None) -> bool:
    day = _day(subject)
    return (vanaf or dt.date.today()) <= day and (tot is None or day <= tot)


def _about(subject: Held) -> dict[str, str | None]:
    """What the exception is about; `alle` is everything."""
    needs = [cell.need for cell in subject.outcome.cellen]
    vraag = _select("Vraag", {n.ondersteuningsvraag for n in needs}, "dekking_uitz_vraag")
    niveau = _select("Niveau", {n.niveau for n in needs} - {ALLE}, "dekking_uitz_niveau")
    places = {f"subregio|{n.subregio}" for n in needs if n.subregio}
    places |= {f"gemeente|{n.gemeente}" for n in needs if n.gemeente}
    places |= {f"wijk|{n.wijk}" for n in needs if n.wijk}

    def place_words(key: str) -> str:
        level, _, value = key.partition("|")
        if key == ANY:
            return ANY
        return f"{gemeente(subject, value) if level == 'gemeente' else value} ({level})"

    def in_order(key: str) -> tuple[bool, str, tuple[str, str]]:
        level = key.partition("|")[0]
        return level != "subregio", level, by_name(place_words(key))

    order = [ANY, *sorted(places, key=in_order)]
    place = picking.one("Waar leerlingen wonen", order, place_words, key="dekking_uitz_waar")  # fmt: skip
    code = picking.one("Arrangement", [ANY, *sorted(subject.titles, key=lambda c: (by_name(subject.title(c)), c))],
                       lambda c: c if c == ANY else f"{subject.title(c)} – {c}",
                       key="dekking_uitz_code")  # fmt: skip
    level, _, value = str(place).partition("|")
    return {
        "ondersteuningsvraag": vraag,
        "niveau": niveau,
        "subregio": value if level == "subregio" else None,
        "gemeente": value if level == "gemeente" else None,
        "wijk": value if level == "wijk" else None,
        "arrangementscode": None if code == ANY else code,
    }


def _select(label: str, values: set[str], key: str) -> str | None:
    chosen = picking.one(label, [ANY, *sorted(values, key=by_name)], key=key)
    return None if chosen == ANY else str(chosen)


def _try_out(subject: Held, proposed: Uitzondering) -> None:
    """The effect, before anything is kept."""
    rules: Rules = replace(
        subject.rules, uitzonderingen=(*subject.rules.uitzonderingen, proposed), day=None
    )
    after = from_store.outcome(subject.store, subject.basis, rules).gedekt
    change = changed(subject, subject.outcome.gedekt, after)
    st.markdown(f"**{plain(said(subject, proposed))}.** {change}")


def _keep(
    subject: Held, proposed: Uitzondering, waarom: str, vanaf: dt.date | None, counts: bool
) -> None:
    book = journal(chosen_folder())
    try:
        nummer = book.add_exception(
            subject.basis.swv, max_km=proposed.max_km, waarom=waarom, wie=subject.viewer.who,
            tot=proposed.tot, vanaf=vanaf, ondersteuningsvraag=proposed.ondersteuningsvraag,
            niveau=proposed.niveau, subregio=proposed.subregio, gemeente=proposed.gemeente,
            wijk=proposed.wijk, arrangementscode=proposed.arrangementscode,
        )  # fmt: skip
    except MonitorError as error:
        st.error(str(error))
        return
    about = f"uitzondering {nummer} gemaakt: {said(subject, proposed)}"
    audit.record(book, subject.viewer.who, Event.NORM, about, swv=subject.basis.swv)
    st.session_state["dekking_uitzondering_gezegd"] = f"Vastgelegd: {said(subject, proposed)}. " + (
        "De cijfers zijn opnieuw berekend." if counts else "Deze cijfers veranderen er niet door."
    )
    st.rerun()
