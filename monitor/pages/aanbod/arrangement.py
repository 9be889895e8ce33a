"""One arrangement: what it is and for whom, whether there is a place, and how it went."""

from collections.abc import Sequence

import streamlit as st

from monitor.access import Viewer
from monitor.dekking import from_store
from monitor.dekking.from_store import Basis
from monitor.dekking.matching.model import Use
from monitor.figures.levels import Region
from monitor.pages.aanbod import hits
from monitor.pages.aanbod.asked import Asked
from monitor.pages.pieces import figure_parts, filters, phone_table, show_section
from monitor.scholen import aanbod, aanbod_nearby, offer_numbers, register
from monitor.scholen.aanbod import Offer
from monitor.scholen.aanbod_nearby import Home
from monitor.scholen.register import School
from monitor.sections.aanbod import whom_it_is_for
from monitor.store.store import Store
from monitor.values import dutch, moments
from monitor.values.safe_text import plain
from monitor.views.words import aanbod as offers


AFTEKENINGEN = {
    "opgegeven": "opgegeven door de school of aanbieder",
    "gecontroleerd": "gecontroleerd door het samenwerkingsverband",
}


def show(store: Store, viewer: Viewer, code: str) -> None:
    heading, back = st.container(), st.container()
    whole = filters.choose_swv(store, viewer)
    years = _years(store, viewer, whole, code) if whole else []
    if whole is None or not years:
        heading.title("Aanbod")
        st.info(
            f"Er is geen arrangement met de code ‘{plain(code[:20])}’. Zoek het op in de lijst."
        )
        figure_parts.link("aanbod", "Naar al het aanbod", ":material/arrow_back:")
        return
    wanted = st.query_params.get("schooljaar") or st.session_state.get("gekozen_schooljaar")
    one = next((o for o in years if o.schooljaar == wanted), years[-1])
    asked = Asked(store, viewer, whole, one.schooljaar)
    heading.title(plain(one.titel))
    with back:
        figure_parts.link(
            "aanbod", "Terug naar al het aanbod", ":material/arrow_back:", **hits.kept()
        )
    _answer(asked, one)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _facts(asked, one)
    with right:
        _map(asked, one)
    if asked.is_staff or one.vestiging in viewer.vestigingen:
        _through_the_years(years)
    if asked.viewer.sees_exact:
        _matching(asked, one)
    st.caption(asked.source)


def _years(store: Store, viewer: Viewer, whole: Region, code: str) -> list[Offer]:
    """The arrangement in every schooljaar, oldest first."""
    every = aanbod.catalogue(store, viewer, whole.sector, whole.code)
    return sorted((o for o in every if o.code == code), key=lambda o: o.schooljaar)


def _answer(asked: Asked, one: Offer) -> None:
    marks = [offers.badge(one, str(one.plek))]
    if one.is_stale(asked.today):
        marks.append(":orange-badge[! verouderd]")
    st.markdown(" ".join(marks))
    st.markdown(f"**{offers.state_sentence(one)}**")
    who = offers.reach(one)
    st.markdown(f"{who[0].upper()}{plain(who[1:])} met een ondersteuningsvraag over "
                f"{plain(dutch.joined(one.vragen, 'of'))} ({plain(offers.niveaus(one))}).")  # fmt: skip
    if one.is_stale(asked.today):
        when = (f"voor het laatst geëvalueerd op {moments.date(one.evaluatiedatum)}, langer dan twee "
                "jaar geleden" if one.evaluatiedatum else "nog nooit geëvalueerd")  # fmt: skip
        st.markdown(f"Het is {when}. Of het werkt zoals bedoeld, is dus niet recent bekeken.")
    here = _home(asked)
    if here is not None:
        km = aanbod_nearby.kilometers(here, [one])[one.code]
        why = offers.not_for(one, here)
        said = f"Afstand: {offers.distance(one, here, km)}, hemelsbreed"
        st.markdown(f"{said}{f'. Let op: {plain(why)}' if why else ''}.")


def _home(asked: Asked) -> Home | None:
    typed = st.query_params.get("postcode", "")
    return aanbod_nearby.home(asked.store, asked.whole.sector, typed[:4]) if typed else None


def _facts(asked: Asked, one: Offer) -> None:
    if one.vestiging:
        figure_parts.link(
            "school", f"Naar {plain(one.school)}", ":material/school:", school=one.vestiging
        )
    school = _school(asked, one)
    rows = [
        ("Van", one.school or one.aanbieder or "onbekend"),
        ("Plaats", ", ".join(p for p in (one.plaats, one.wijk) if p and p != one.wijk)
         or "onbekend"),
        ("Wijk", one.wijk),
        ("Ondersteuningsvragen", dutch.joined(one.vragen)),
        ("Niveaus", offers.niveaus(one)),
        ("Voor leerlingen uit" if one.bereik != "school" else "Voor leerlingen van", offers.area(one)),
        ("Vorm", offers.VORMEN.get(one.vorm, "onbekend")),
        ("Zwaarte", offers.ZWAARTES.get(one.zwaarte, "onbekend")),
        ("Status", {"actief": "loopt"}.get(one.status, one.status)),
        ("Laatst geëvalueerd", offers.evaluated(one, asked.today)),
        ("Gegevens", AFTEKENINGEN.get(one.aftekening, "onbekend of ze gecontroleerd zijn")),
        ("Kosten per plaats per jaar", dutch.euro(one.tarief) if asked.is_staff else ""),
        ("Schooljaar", one.schooljaar),
        ("Telefoon van de school", school.telefoon if school else ""),
        ("Website van de school", school.website if school else ""),
        ("Code", one.code),
    ]  # fmt: skip
    st.table(
        [{"Wat": label, "Gegeven": plain(value)} for label, value in rows if value],
        hide_header=True, hide_index=True, border="horizontal", alt=f"Gegevens van {one.titel}",
    )  # fmt: skip


def _school(asked: Asked, one: Offer) -> School | None:
    """Where the next step begins: of whom the address list may tell how to reach him."""
    return next((s for s in register.schools(asked.store) if s.code == one.vestiging), None)


def _map(asked: Asked, one: Offer) -> None:
    section = whom_it_is_for.make(asked, one)
    if section is None:
        st.caption("Geen bron zegt waar dit arrangement op de kaart staat.")
        return
    show_section.show(section, asked.store.settings.demo, heading=False)


def _through_the_years(years: Sequence[Offer]) -> None:
    st.header("Door de schooljaren")
    first, last = years[0], years[-1]
    if len(years) > 1:
        st.markdown(f"Dit arrangement staat in {len(years)} schooljaren in de lijst, sinds "
                    f"{first.schooljaar}.")  # fmt: skip
    else:
        st.markdown(f"Dit arrangement staat voor het eerst in de lijst van {last.schooljaar}.")
    rows = [
        {
            "Schooljaar": one.schooljaar,
            "Stand": str(one.plek) if not one.is_running else offers.short_state(one),
            **{title.capitalize(): words for title, words in offer_numbers.numbers(one).items()},
            "Geëvalueerd": moments.date(one.evaluatiedatum) if one.evaluatiedatum else "nooit",
        }
        for one in reversed(years)
    ]
    phone_table.table(rows, "aanbod_jaren", "Plaatsen en bezetting per schooljaar")
    st.caption(
        "Plaatsen en leerlingen, zoals de school of aanbieder ze opgaf. Onbekend is niet nul."
    )


def _matching(asked: Asked, one: Offer) -> None:
    """What it does for the whole: whether one more place would help somebody. Its places are known
    to all, so that they are taken, or not, says how many pupils fit: for who sees exact figures."""
    st.header("In de berekening van de dekking")
    known = from_store.schooljaren(asked.store, asked.whole.sector, asked.whole.code)
    if one.schooljaar not in known:
        st.markdown(f"Van {one.schooljaar} is niet bekend hoeveel leerlingen welke ondersteuning "
                    "nodig hebben. Zonder die vraag is er geen dekking te berekenen.")  # fmt: skip
        return
    outcome = from_store.outcome(
        asked.store, Basis(asked.whole.sector, asked.whole.code, one.schooljaar)
    )
    use = next((u for u in outcome.arrangementen if u.arrangement.arrangementscode == one.code),
               None)  # fmt: skip
    if use is None:
        return
    for sentence in _matching_sentences(use):
        st.markdown(sentence)
    st.caption("De monitor zoekt voor alle leerlingen tegelijk een passende plaats: vraag, niveau, "
               "bereik en afstand moeten kloppen. Wie er nu werkelijk zit, kan anders zijn.")  # fmt: skip
    figure_parts.link("dekking", "Naar Dekking", ":material/arrow_forward:")


def _matching_sentences(use: Use) -> list[str]:
    if use.places is None:
        return [("Het aantal plaatsen in de praktijk is niet opgegeven. Daarom telt dit arrangement "
                "niet als gedekt en niet als tekort, maar als **onbekend**.")]  # fmt: skip
    if use.places == 0:
        return [("Er zijn in de praktijk geen plaatsen, dus het telt nu voor geen enkele leerling "
                "mee.")]  # fmt: skip
    said = [(f"Als iedereen tegelijk een passende plaats krijgt, zijn {use.used} van de "
             f"{use.places} plaatsen van dit arrangement nodig.")]  # fmt: skip
    if use.in_cut:
        said.append("**Dit arrangement zit in de krapte**: er zijn meer leerlingen die hier passen "
                    "dan plaatsen hier en elders.")  # fmt: skip
    if use.marginal:
        said.append("**Eén plaats erbij helpt:** dan vindt één leerling meer een passende plaats.")
    else:
        said.append("Eén plaats erbij helpt nu niemand: voor wie hier past, is er hier of elders "
                    "al een plaats.")  # fmt: skip
    return said
