"""Accounts: found, seen, changed, put off and on."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from monitor.access import Role, accounts, managing
from monitor.access.accounts import Account
from monitor.errors import MonitorError
from monitor.pages.beheer import rights_fields
from monitor.pages.beheer.subject import Subject, do, sure, table, to_invitations, when
from monitor.pages.frame.visitor import ROLE_TITLES
from monitor.pages.pieces import figure_parts, picking
from monitor.values import dutch
from monitor.values.collation import by_name, fold
from monitor.values.safe_text import plain


PER_PAGE = 20
OPEN = "account"
"""The account that is open, in the URL: a number, so that no name stands in a history."""
SORTS: dict[str, tuple[Callable[[Account], Any], bool]] = {
    "Naam": (lambda one: by_name(one.naam), False),
    "E-mailadres": (lambda one: one.email, False),
    "Rol": (lambda one: ROLE_TITLES[one.role], False),
    "Laatst gezien": (lambda one: one.laatst_gezien or one.aangemaakt.min.replace(
        tzinfo=one.aangemaakt.tzinfo), True),
    "Nieuwste eerst": (lambda one: one.nummer, True),
}  # fmt: skip
STATES = ("Alle", "Aan", "Uit", "Nog nooit gezien")


def show(subject: Subject) -> None:
    every = accounts.accounts(subject.book, subject.viewer)
    wanted = st.query_params.get(OPEN, "")
    if wanted:
        one = next((each for each in every if str(each.nummer) == wanted), None)
        if one is not None:
            _one(subject, one)
            return
        # Another's account and none look the same: a number tells nothing.
        st.warning("Dit account is er niet, of het is niet van uw samenwerkingsverband.")
    if not every:
        figure_parts.empty_state(
            "Er zijn nog geen accounts.", "Nodig mensen uit bij Uitnodigingen.", ""
        )
        to_invitations()
        return
    _opening(every)
    found = _found(subject, every)
    _list(subject, found)


def _opening(every: Sequence[Account]) -> None:
    on = [one for one in every if one.actief]
    never = sum(1 for one in on if one.laatst_gezien is None)
    said = (
        f"**{dutch.number(len(on))} {'account staat' if len(on) == 1 else 'accounts staan'} aan**"
    )
    off = len(every) - len(on)
    said += f", {dutch.number(off)} {'staat' if off == 1 else 'staan'} uit." if off else "."
    if never:
        said += f" {dutch.number(never)} {'heeft' if never == 1 else 'hebben'} zich nog nooit aangemeld."
    st.markdown(said)
    st.caption(
        "Een account dat ook bij een ander samenwerkingsverband hoort, staat hier niet. Alleen een "
        "beheerder van al die samenwerkingsverbanden kan het aanpassen."
    )


def _found(subject: Subject, every: Sequence[Account]) -> list[Account]:
    """What is searched and how it is sorted; not in the URL, for it is about people."""
    left, role_at, state_at, sort_at = st.columns([3, 2, 2, 2])
    words = left.text_input("Zoek op naam, adres of school", key="beheer_zoek")
    roles = ["Alle", *ROLE_TITLES.values()]
    role = picking.one("Rol", roles, where=role_at, key="beheer_rol")
    state = picking.one("Staat", STATES, where=state_at, key="beheer_staat") or STATES[0]
    sort = picking.one("Sorteer op", SORTS, where=sort_at, key="beheer_sorteer")
    wanted = fold(words or "").split()
    found = [
        one
        for one in every
        if role in ("Alle", ROLE_TITLES[one.role])
        and _is_in(state, one)
        and all(word in _searched(subject, one) for word in wanted)
    ]
    by, backwards = SORTS[str(sort)]
    return sorted(found, key=by, reverse=backwards)


def _is_in(state: str, one: Account) -> bool:
    match state:
        case "Aan":
            return one.actief
        case "Uit":
            return not one.actief
        case "Nog nooit gezien":
            return one.laatst_gezien is None
    return True


def _searched(subject: Subject, one: Account) -> str:
    names = " ".join(subject.school_name(code) for code in sorted(one.vestigingen))
    return fold(f"{one.naam} {one.email} {subject.of_what(one.rights)} {names}")


def _list(subject: Subject, found: Sequence[Account]) -> None:
    if not found:
        st.markdown("Geen enkel account past bij wat u zoekt.")
        return
    pages = -(-len(found) // PER_PAGE)
    page = 1
    if pages > 1:
        page = int(st.number_input(f"Bladzijde (van {pages})", 1, pages, key="beheer_blad"))
    shown = found[(page - 1) * PER_PAGE : page * PER_PAGE]
    for one in shown:
        with st.container(border=True, key=f"account_{one.nummer}"):
            who, what, seen, way = st.columns([4, 5, 3, 2], vertical_alignment="center")
            off = "" if one.actief else " :gray-badge[⊘ uit]"
            exact = " :orange-badge[≡ exacte cijfers]" if one.exact else ""
            who.markdown(f"**{plain(one.naam)}**{off}{exact}  \n{plain(one.email)}")
            what.markdown(plain(subject.said(one.rights)))
            seen.caption(f"Laatst gezien: {when(one.laatst_gezien)}")
            way.button("Bekijk", key=f"beheer_open_{one.nummer}", on_click=_open, width="stretch",
                       args=(one.nummer,), help=f"Het account van {plain(one.naam)}")  # fmt: skip
    if pages > 1:
        st.caption(f"U ziet {len(shown)} van de {dutch.number(len(found))} accounts.")


def _open(nummer: int) -> None:
    st.query_params[OPEN] = str(nummer)


def _close() -> None:
    st.query_params.pop(OPEN, None)


def _one(subject: Subject, one: Account) -> None:
    st.button("Terug naar alle accounts", icon=":material/arrow_back:", on_click=_close,
              key="beheer_terug")  # fmt: skip
    off = "" if one.actief else " :gray-badge[⊘ uit]"
    st.header(f"{plain(one.naam)}{off}")
    is_own = one.email == subject.viewer.wie
    is_bound = managing.is_bound(subject.book, one.nummer)
    ways = {"wachtwoord": "met een wachtwoord", "oidc": "met het werkaccount"}
    st.markdown(
        f"{plain(one.email)}  \n{plain(subject.said(one.rights))}  \n"
        f"Gemaakt op {when(one.aangemaakt)}. Laatst gezien: {when(one.laatst_gezien)}"
        f"{f' ({ways[one.via]})' if one.via in ways else ''}."
        + (" Verbonden met een werkaccount." if is_bound else "")
    )
    if one.exact:
        names = dutch.joined([subject.swv_name(code) for code in sorted(one.exact)])
        st.markdown(f"Ziet de **exacte cijfers** van {plain(names)}.")
    _doors(subject, one, is_own, is_bound)
    if is_own:
        st.info("Dit is uw eigen account. Uw rechten kan alleen een andere beheerder veranderen.")
    else:
        _rights(subject, one)
    _history(subject, one)


def _doors(subject: Subject, one: Account, is_own: bool, is_bound: bool) -> None:
    """On and off, signing out, letting go of the work account."""
    book, by, naam = subject.book, subject.viewer, plain(one.naam)
    with st.container(horizontal=True):
        if not is_own and one.actief and sure(
            subject, "Zet dit account uit",
            f"{naam} is dan meteen overal afgemeld en komt er niet meer in. Wat {naam} deed blijft "
            "in het logboek staan. U kunt het account later weer aanzetten.",
            "Ja, zet uit", "beheer_uit",
        ):  # fmt: skip
            do(
                lambda: accounts.deactivate(book, by, one.nummer),
                f"Het account van {one.naam} staat uit.",
            )
        if not one.actief and sure(
            subject, "Zet dit account aan",
            f"{naam} kan zich dan weer aanmelden, met de rechten en het wachtwoord van toen.",
            "Ja, zet aan", "beheer_aan",
        ):  # fmt: skip
            do(
                lambda: accounts.activate(book, by, one.nummer),
                f"Het account van {one.naam} staat aan.",
            )
        if one.actief and sure(
            subject, "Meld overal af",
            f"{'U bent' if is_own else f'{naam} is'} dan op elk apparaat afgemeld, en kan zich "
            "daarna gewoon weer aanmelden.",
            "Ja, meld overal af", "beheer_afmelden",
        ):  # fmt: skip
            do(lambda: managing.sign_out(book, by, one.nummer), lambda ended:
               f"{one.naam} is overal afgemeld ({dutch.number(ended)} keer open).")  # fmt: skip
        if is_bound and not is_own and sure(
            subject, "Maak los van het werkaccount",
            f"Wie zich hierna met {plain(one.email)} aanmeldt bij de eigen organisatie, krijgt dit "
            "account. Doe dit alleen als u weet dat het nog dezelfde persoon is.",
            "Ja, maak los", "beheer_los",
        ):  # fmt: skip
            do(lambda: managing.unbind(book, by, one.nummer),
               f"{one.naam} is losgemaakt van het werkaccount.")  # fmt: skip
    st.caption("Wachtwoord vergeten? Nodig dit adres opnieuw uit: dat geeft een link voor een nieuw "
               "wachtwoord, en laat de rechten zoals ze zijn.")  # fmt: skip


def _rights(subject: Subject, one: Account) -> None:
    st.subheader("Rechten veranderen")
    key = f"beheer_recht_{one.nummer}"
    with st.container(border=True):
        chosen = rights_fields.ask(subject, key, one.rights)
        if one.exact and (chosen.role is not Role.CONSULTANT or not one.exact <= chosen.swv):
            st.caption("De inzage in exacte cijfers die hierbij niet meer past, vervalt.")
        if st.button("Bewaar deze rechten", type="primary", key=f"{key}_bewaar",
                     disabled=subject.is_demo or not chosen.is_sure):  # fmt: skip
            do(lambda: accounts.change_rights(subject.book, subject.viewer, one.nummer,
                                              **chosen.arguments),
               f"De rechten van {one.naam} zijn veranderd. Ze gelden meteen.", key)  # fmt: skip


def _history(subject: Subject, one: Account) -> None:
    st.subheader("Wat dit account mocht")
    try:
        rows = [
            {"Vanaf": when(moment), "Door": who, "Rechten": subject.said(given)}
            for moment, who, given in accounts.history(subject.book, one.nummer)
        ]
    except MonitorError as error:
        st.error(str(error))
        return
    table(rows, "beheer_geschiedenis", f"Welke rechten {one.naam} had, nieuwste eerst")
