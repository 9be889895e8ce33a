"""Who looks: the account that is signed in, or in a demonstration the role that was chosen.

Asked at every run of the script, so that a session that ended, or other rights, count at once in a
page that is open.
"""

import os
from dataclasses import replace
from html import escape

import streamlit as st

from monitor.access import Role, Viewer, sessions
from monitor.access.accounts import Account
from monitor.pages.frame.serving import chosen_folder
from monitor.pages.pieces import picking
from monitor.pages.pieces.coming_back import came_back
from monitor.scholen.of_bestuur import schools_of
from monitor.store.journal import journal
from monitor.store.store import Store
from monitor.web.sign_in import addresses, owners
from monitor.web.sign_in.closed import is_demonstration
from monitor.web.sign_in.cookies import token_in


ROLE_TITLES = {
    Role.DIRECTEUR: "Directeur",
    Role.CONSULTANT: "Consultant",
    Role.BESTUUR: "Bestuur",
    Role.SCHOOL: "School",
    Role.GEMEENTE: "Gemeente",
    Role.BEHEERDER: "Beheerder",
}


def visitor(store: Store) -> Viewer | None:
    """Who looks; None when nobody is signed in."""
    # The store may be the one from just before the setting changed.
    if store.settings.demo and is_demonstration(chosen_folder()):
        return somebody(store, _choose_role())
    account = _account()
    if account is None:
        return None
    viewer = account.viewer
    owners.note_session(viewer)
    _signed_in_as(account)
    if viewer.role is Role.BESTUUR:
        # A school that it took over since its account was made is its own too.
        more = schools_of(store, viewer.besturen, viewer.swv)
        viewer = replace(viewer, vestigingen=viewer.vestigingen | more)
    return viewer


def signed_out() -> None:
    """What stays of a page when nobody is signed in (any more)."""
    st.title("U bent afgemeld")
    if not os.environ.get("DEKKEND_WIRE"):
        st.info("Aanmelden kan alleen als de monitor gestart is met `dekkend serve`.")
        return
    st.write("U ziet hier pas weer iets als u zich opnieuw hebt aangemeld.")
    st.html(f'<p class="aangemeld">{_link(addresses.SIGN_IN, "Naar aanmelden")}</p>')


def nothing_to_see(store: Store, viewer: Viewer) -> str:
    """Why somebody who is signed in has no figures, in words for him; "" when he has."""
    lacking = ""
    if not viewer.swv:
        lacking = "geen samenwerkingsverband"
    elif viewer.role is Role.SCHOOL and not viewer.vestigingen:
        lacking = "geen school"
    elif viewer.role is Role.BESTUUR and not (viewer.besturen or viewer.vestigingen):
        lacking = "geen bestuur"
    if lacking:
        return (
            f"Bij uw account hoort nog {lacking}. Daarom ziet u geen cijfers. Vraag de beheerder "
            "van de monitor om dat in te vullen."
        )
    if viewer.role is Role.SCHOOL and store.version and not _is_known(store, viewer.vestigingen):
        codes = ", ".join(sorted(viewer.vestigingen))
        return (
            f"In de gegevens van de monitor staat geen school met nummer {codes}. Misschien is de "
            "school gesloten, of heeft zij een ander nummer. Vraag de beheerder van de monitor om "
            "uw account aan te passen."
        )
    return ""


def _is_known(store: Store, schools: frozenset[str]) -> bool:
    return any(
        store.rows("select 1 from views.vestiging where vestiging = $school", {"school": school})
        for school in schools
    )


def _account() -> Account | None:
    token = token_in(st.context.cookies)
    return sessions.account_of(journal(chosen_folder()), token) if token else None


def _signed_in_as(account: Account) -> None:
    """At the foot of the menu: who is signed in, and the way out."""
    role = ROLE_TITLES[account.role].lower()
    st.sidebar.html(
        f'<div class="aangemeld">Aangemeld als <b>{escape(account.naam)}</b> ({role})<br>'
        f"{_link(addresses.PASSWORD, 'Wachtwoord')} · {_link(addresses.SIGN_OUT, 'Afmelden')}</div>"
    )


def _link(path: str, text: str) -> str:
    # Out of Streamlit's page, in the same tab.
    return f'<a href="{addresses.address(path)}" target="_self">{text}</a>'


def somebody(store: Store, role: Role) -> Viewer:
    """Somebody in a demonstration, of the one samenwerkingsverband that there is."""
    own = frozenset({store.settings.swv} if store.settings.swv else ())
    schools: frozenset[str] = frozenset()
    besturen: frozenset[str] = frozenset()
    if role is Role.SCHOOL:
        schools = frozenset({_a_school(store)} - {""})
    elif role is Role.BESTUUR:
        besturen = frozenset({_a_bestuur(store)} - {""})
        schools = schools_of(store, besturen, own)
    gemeente = _a_gemeente(store) if role is Role.GEMEENTE else ""
    return Viewer(role, own, schools, besturen, wie=str(role), gemeente=gemeente)


def _choose_role() -> Role:
    """The role: as the URL says (`?rol=school`), else as it was on the page before."""
    in_url = st.query_params.get("rol") or ""
    if came_back():
        there = Role(in_url) if in_url in set(Role) else Role.DIRECTEUR
        st.session_state["rol"] = st.session_state["rol_keuze"] = there
    elif in_url in set(Role) and in_url != st.session_state.get("rol_gezien"):
        _switch(Role(in_url))
        st.session_state["rol_keuze"] = Role(in_url)
    st.session_state["rol_gezien"] = in_url
    st.session_state.setdefault("rol_keuze", st.session_state.get("rol", Role.DIRECTEUR))
    role = picking.one(
        "Bekijk als",
        Role,
        ROLE_TITLES.__getitem__,
        where=st.sidebar,
        key="rol_keuze",
        persist_state="session",
        on_change=lambda: _switch(st.session_state["rol_keuze"]),
        help="Alleen in de demonstratie: zo ziet u wat elke rol ziet.",
    )
    st.session_state["rol"] = role
    if role and role != Role.DIRECTEUR and st.query_params.get("rol") != role:
        # On every page: else Back would not know who looked.
        st.query_params["rol"] = st.session_state["rol_gezien"] = str(role)
    return Role(role or Role.DIRECTEUR)


def _switch(role: Role) -> None:
    """Another role: its URL can be passed on, and a page it lacks is left (see `shell.run`)."""
    st.session_state["rol_gewisseld"] = "rol" in st.session_state
    if st.query_params.get("rol") != role:
        st.query_params["rol"] = role
    st.session_state["rol_gezien"] = str(role)


def _a_school(store: Store) -> str:
    """The school that the demonstration looks as: the first regular one that is still open."""
    rows = store.rows(
        "select vestiging from views.vestiging where schooltype = 'vo' and gesloten_vanaf is null "
        "and vestiging in (select vestiging from views.leerling "
        "where peildatum = (select max(peildatum) from views.leerling)) "
        "order by vestiging limit 1"
    )
    return rows[0][0] if rows else ""


def _a_bestuur(store: Store) -> str:
    """The bestuur that the demonstration looks as: the one with most schools that are open."""
    rows = store.rows(
        "select bestuursnummer from views.vestiging where schooltype = 'vo' "
        "and gesloten_vanaf is null and bestuursnummer is not null "
        "group by bestuursnummer order by count(*) desc, bestuursnummer limit 1"
    )
    return rows[0][0] if rows else ""


def _a_gemeente(store: Store) -> str:
    """The gemeente that the demonstration looks as: the one with most schools that are open."""
    rows = store.rows(
        "select l.code from views.lidmaatschap as l "
        "join views.vestiging as v on v.vestiging = l.vestiging "
        "where l.per = 'gemeente' and l.swv = $swv and l.code <> 'onbekend' "
        "and v.gesloten_vanaf is null group by l.code order by count(*) desc, l.code limit 1",
        {"swv": store.settings.swv or ""},
    )
    return rows[0][0] if rows else ""
