"""Exact figures for a consultant: given with a reason and a last day, and taken back."""

import datetime as dt

import streamlit as st

from monitor.access import Role, accounts
from monitor.access.accounts import Account, Grant
from monitor.pages.beheer.subject import Subject, do, sure, table, to_invitations, when
from monitor.pages.pieces import figure_parts, picking
from monitor.values import dutch, moments
from monitor.values.safe_text import plain


KEY = "beheer_inzage"
MONTHS = 12


def show(subject: Subject) -> None:
    st.markdown(
        "Een consultant ziet aantallen leerlingen in klassen. Hier geeft u iemand de "
        "precieze aantallen van uw samenwerkingsverband, met een reden en een laatste dag."
    )
    who = [
        one
        for one in accounts.accounts(subject.book)
        if one.role is Role.CONSULTANT and one.actief and one.swv & subject.viewer.swv
    ]
    if not who:
        figure_parts.empty_state(
            "Er is geen consultant.", "Nodig eerst een consultant uit, bij Uitnodigingen.", ""
        )
        to_invitations()
        return
    _form(subject, who)
    _given(subject, who)


def _form(subject: Subject, who: list[Account]) -> None:
    names = {one.nummer: one for one in who}
    with st.container(border=True):
        st.header("Geef exacte cijfers")
        number = picking.one(
            "Consultant", names, lambda n: f"{names[n].naam} ({names[n].email})",
            key=f"{KEY}_wie",
        )  # fmt: skip
        assert number is not None
        whom = names[number]
        own = sorted(whom.swv & subject.viewer.swv)
        swv = picking.one("Samenwerkingsverband", own, subject.swv_name,
                          key=f"{KEY}_swv_{number}")  # fmt: skip
        why = st.text_area("Waarom (staat in het logboek)", key=f"{KEY}_waarom", max_chars=2000,
                           height=100)  # fmt: skip
        today = dt.date.today()
        has_end = st.checkbox("Met een laatste dag", True, key=f"{KEY}_eindigt")  # fmt: skip
        until = None
        if has_end:
            until = st.date_input("Laatste dag", today + dt.timedelta(days=MONTHS * 30),
                                  min_value=today, format="DD-MM-YYYY", key=f"{KEY}_tot")  # fmt: skip
        st.markdown(_consequence(subject, whom, str(swv)))
        if st.button("Geef exacte cijfers", type="primary", key=f"{KEY}_geef",
                     disabled=subject.is_demo):  # fmt: skip
            do(lambda: accounts.grant_exact(subject.book, subject.viewer, whom.nummer, str(swv),
                                            why, until),
               f"{whom.naam} ziet nu de exacte cijfers van {subject.swv_name(str(swv))}.", KEY)  # fmt: skip


def _consequence(subject: Subject, whom: Account, swv: str) -> str:
    """What somebody then sees; who works for several needs it of all of them."""
    naam, few = plain(whom.naam), subject.store.settings.drempel - 1
    own = sorted((whom.swv & subject.viewer.swv) - whom.exact - {swv})
    missing = [plain(subject.swv_name(code)) for code in own]
    if whom.swv - subject.viewer.swv:
        # Which ones, and whether they gave it, is theirs to tell.
        missing.append("elk ander samenwerkingsverband waar iemand voor werkt")
    if missing:
        return (
            f"**Wat dit doet:** {naam} werkt voor meer samenwerkingsverbanden, en ziet pas exacte "
            f"cijfers als ze die alle geven. Nodig is ook: {dutch.joined(missing)}."
        )
    return (
        f"**Wat dit doet:** {naam} ziet dan op elke pagina en in elke download precieze aantallen "
        f"leerlingen van {plain(subject.swv_name(swv))}, ook van 1 tot en met {few}. Daarmee zijn "
        "leerlingen soms te herkennen."
    )


def _given(subject: Subject, who: list[Account]) -> None:
    st.header("Wie exacte cijfers ziet of zag")
    every = [
        (one, grant)
        for one in who
        for grant in accounts.grants(subject.book, one.nummer)
        if grant.swv in subject.viewer.swv
    ]
    if not every:
        st.markdown("Geen enkele consultant kreeg exacte cijfers.")
        return
    today = dt.date.today()
    for one, grant in every:
        if _holds(grant, today):
            _running(subject, one, grant)
    over = [(one, grant) for one, grant in every if not _holds(grant, today)]
    if over:
        rows = [
            {
                "Consultant": one.naam,
                "Samenwerkingsverband": subject.swv_name(grant.swv),
                "Waarom": grant.waarom,
                "Gegeven": f"{when(grant.wanneer)}, door {grant.wie}",
                "Afgelopen": _ended(grant),
            }
            for one, grant in over
        ]
        st.markdown("**Afgelopen**")
        table(rows, "beheer_inzage_voorbij", "Inzage in exacte cijfers die voorbij is")


def _running(subject: Subject, one: Account, grant: Grant) -> None:
    with st.container(border=True, key=f"inzage_{grant.nummer}"):
        who, way = st.columns([8, 3], vertical_alignment="center")
        until = f"tot en met {moments.date(grant.tot)}" if grant.tot else "zonder einddatum"
        who.markdown(
            f"**{plain(one.naam)}**: {plain(subject.swv_name(grant.swv))}, {until}  \n"
            f"{plain(grant.waarom)}"
        )
        who.caption(f"Gegeven door {plain(grant.wie)} op {when(grant.wanneer)}.")
        with way:
            if sure(subject, "Trek in", f"{plain(one.naam)} ziet dan meteen weer klassen.",
                    "Ja, trek in", f"beheer_inzage_weg_{grant.nummer}"):  # fmt: skip
                do(lambda: accounts.withdraw_exact(subject.book, subject.viewer, one.nummer,
                                                   grant.swv),
                   f"{one.naam} ziet de exacte cijfers niet meer.")  # fmt: skip


def _holds(grant: Grant, today: dt.date) -> bool:
    return grant.ingetrokken is None and (grant.tot is None or grant.tot >= today)


def _ended(grant: Grant) -> str:
    if grant.ingetrokken is not None:
        return f"{when(grant.ingetrokken)}, door {grant.ingetrokken_door}"
    return f"{moments.date(grant.tot)}, de laatste dag" if grant.tot else ""
