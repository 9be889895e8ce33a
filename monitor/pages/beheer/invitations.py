"""Invitations: one at a time or a whole list of schools. The link is shown once."""

import streamlit as st

from monitor.access import invitations
from monitor.access.invitations import DAYS, MOST_DAYS, Invitation
from monitor.pages.beheer import invite_list, rights_fields
from monitor.pages.beheer.links import link_of
from monitor.pages.beheer.subject import Subject, do, sure, when
from monitor.store.journal import Journal
from monitor.values import dutch
from monitor.values.safe_text import plain


LINK = "beheer_link"
"""The link that was just made: it can be shown as long as nobody leaves this part."""


def show(subject: Subject) -> None:
    _made(subject)
    with st.container(border=True):
        st.header("Nodig iemand uit")
        _form(subject)
    invite_list.show(subject)
    _open(subject)


def leave() -> None:
    """Forget the links: they are nowhere else."""
    st.session_state.pop(LINK, None)
    invite_list.leave()


def _form(subject: Subject) -> None:
    key = "beheer_uitnodigen"
    left, right = st.columns(2)
    email = left.text_input("E-mailadres", key=f"{key}_email")
    naam = right.text_input("Naam", key=f"{key}_naam", max_chars=200)
    chosen = rights_fields.ask(subject, key)
    days = st.number_input("Hoeveel dagen de link werkt", 1, MOST_DAYS, DAYS, key=f"{key}_dagen")  # fmt: skip
    st.caption("Heeft dit adres al een account? Dan geeft de link een nieuw wachtwoord; naam en "
               "rechten blijven zoals ze zijn.")  # fmt: skip

    def invite() -> None:
        token = invitations.invite(subject.book, subject.viewer, email=email, naam=naam,
                                   days=int(days), **chosen.arguments)  # fmt: skip
        st.session_state[LINK] = (token, invitations.invitation(subject.book, token))

    if st.button("Maak een uitnodiging", type="primary", icon=":material/person_add:",
                 key=f"{key}_maak", disabled=subject.is_demo or not chosen.is_sure):  # fmt: skip
        do(invite, "De uitnodiging is gemaakt. Stuur de link hieronder zelf.", key)


def _made(subject: Subject) -> None:
    """The new link, once: only a trace of it is kept, from which it cannot be made again."""
    token, made = st.session_state.get(LINK, ("", None))
    if made is None:
        return
    with st.container(border=True, key="beheer_nieuwe_link"):
        st.markdown(
            f"**De link voor {plain(made.naam)} ({plain(made.email)})**, voor "
            + ("een nieuw wachtwoord." if made.account else "een account.")
        )
        if not made.account:
            st.markdown(plain(subject.said(made.rights)))
        st.code(link_of(token), language=None, wrap_lines=True)
        st.markdown(
            "**Stuur deze link zelf**, bijvoorbeeld per e-mail: de monitor verstuurt niets. Hij "
            f"werkt één keer, tot {when(made.tot)}. U ziet hem alleen nu; kwijt is een nieuwe "
            "uitnodiging. Geef hem aan niemand anders: wie de link heeft, kiest het wachtwoord."
        )
        if st.button("Ik heb de link", key="beheer_link_gehad"):
            del st.session_state[LINK]
            st.rerun()


def _open(subject: Subject) -> None:
    st.header("Uitnodigingen die nog open staan")
    found = invitations.open_invitations(subject.book, subject.viewer)
    if not found:
        st.markdown("Er staat geen uitnodiging open. Wie u uitnodigt, staat hier tot de link is "
                    "gebruikt of verlopen.")  # fmt: skip
        return
    one = len(found) == 1
    st.markdown(
        f"{dutch.number(len(found))} {'uitnodiging wacht' if one else 'uitnodigingen wachten'}."
    )
    for one_ in reversed(found):
        _waiting(subject, subject.book, one_)


def _waiting(subject: Subject, book: Journal, one: Invitation) -> None:
    with st.container(border=True, key=f"uitnodiging_{one.nummer}"):
        who, what, way = st.columns([4, 5, 2], vertical_alignment="center")
        who.markdown(f"**{plain(one.naam)}**  \n{plain(one.email)}")
        kind = "Nieuw wachtwoord. " if one.account else ""
        what.markdown(plain(kind + subject.said(one.rights)))
        what.caption(f"Door {plain(one.wie)} op {when(one.wanneer)}; werkt tot {when(one.tot)}.")
        with way:
            if sure(subject, "Trek in", "De link werkt dan niet meer.", "Ja, trek in",
                    f"beheer_intrekken_{one.nummer}"):  # fmt: skip
                do(lambda: invitations.withdraw(book, subject.viewer, one.nummer),
                   f"De uitnodiging van {one.naam} is ingetrokken.")  # fmt: skip
