"""Beheer: who may come in and see what, the settings, and what was done."""

import streamlit as st

from monitor.access import Role, Viewer
from monitor.pages.beheer import accounts, bewaring, grants, invitations, log, settings_form
from monitor.pages.beheer.subject import Subject, news, subject_of
from monitor.pages.pieces import filters
from monitor.store.store import Store


PARTS = {
    "accounts": "Accounts",
    "uitnodigingen": "Uitnodigingen",
    "inzage": "Exacte cijfers",
    "instellingen": "Instellingen",
    "logboek": "Logboek",
    "bewaren": "Bewaren",
}
DEMO = (
    "**Dit is een demonstratie: u kunt hier kijken, niet veranderen.** Niemand meldt zich aan, dus "
    "er is geen beheerder die iets mag: de knoppen staan uit. De mensen hieronder zijn verzonnen; "
    "niemand kan zich met hun adressen aanmelden."
)


def show(store: Store, viewer: Viewer) -> None:
    """One part at a time; the rights to change are looked at again where it is changed."""
    st.title("Beheer")
    if viewer.role is not Role.BEHEERDER:
        st.info("Deze pagina is voor de beheerder van de monitor.")
        return
    subject = subject_of(store, viewer)
    if subject.is_demo:
        st.info(DEMO)
    news()
    part = filters.remembered_choice(
        "onderdeel", "Onderdeel", list(PARTS), "accounts", PARTS.__getitem__, wrap=True
    )
    if part != "instellingen":
        settings_form.leave()
    if part != "uitnodigingen":
        invitations.leave()
    _part(part, subject)


def _part(part: str, subject: Subject) -> None:
    match part:
        case "accounts":
            accounts.show(subject)
        case "uitnodigingen":
            invitations.show(subject)
        case "inzage":
            grants.show(subject)
        case "instellingen":
            settings_form.show(subject)
        case "logboek":
            log.show(subject)
        case "bewaren":
            bewaring.show(subject)
