"""The audit log: searched, read newest first, and taken along."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import streamlit as st

from monitor.access import audit, managing
from monitor.access.audit import Event
from monitor.pages.beheer.subject import Subject, table, when
from monitor.pages.pieces import download_choice, picking
from monitor.reports import workbook
from monitor.values import dutch, moments
from monitor.views.files import audit_export
from monitor.views.files.separated import Form


PER_PAGE = 50
KEY = "beheer_log"
KINDS = {
    "": "Alles",
    Event.AANMELDEN: "Aanmelden",
    Event.AFMELDEN: "Afmelden",
    Event.WACHTWOORD: "Wachtwoord",
    Event.UITNODIGEN: "Uitnodiging",
    Event.ACCOUNT: "Account",
    Event.RECHTEN: "Rechten",
    Event.INZAGE: "Exacte cijfers",
    Event.GEWEIGERD: "Geweigerde vraag",
    Event.LEVERING: "Levering",
    Event.TERUGGETROKKEN: "Levering teruggetrokken",
    Event.DOWNLOAD: "Download",
    Event.INSTELLING: "Instelling",
    Event.NORM: "Norm",
    Event.CORRECTIE: "Correctie",
    Event.RONDE: "Ronde",
    Event.VRIJGAVE: "Vrijgave",
    Event.OPSCHONEN: "Opschonen",
}
HERE = moments.HERE


@dataclass(frozen=True)
class Asked:
    """What is looked for."""

    text: str = ""
    who: str = ""
    what: str = ""
    since: dt.date | None = None
    until: dt.date | None = None

    def found(self, subject: Subject, limit: int) -> list[audit.Entry]:
        """Of the beheerder's own samenwerkingsverbanden, and what is of none."""
        return audit.search(
            subject.book, text=self.text, who=self.who, what=self.what, since=self.since,
            until=self.until, swv=subject.viewer.swv, limit=limit,
        )  # fmt: skip

    def __str__(self) -> str:
        parts = [f"tekst '{self.text}'"] if self.text else []
        parts += [f"wie {self.who}"] if self.who else []
        parts += [f"soort {self.what}"] if self.what else []
        parts += [f"vanaf {self.since:%d-%m-%Y}"] if self.since else []
        parts += [f"tot en met {self.until:%d-%m-%Y}"] if self.until else []
        return ", ".join(parts) or "alles"


def show(subject: Subject) -> None:
    st.markdown("Wie wat deed, en hoe het afliep. Het logboek groeit alleen; niemand kan er iets in "
                "veranderen. Er staat niets in over een leerling.")  # fmt: skip
    asked = _asked()
    if asked.since and asked.until and asked.since > asked.until:
        st.error("De eerste dag ligt na de laatste. Kies een eerdere eerste dag.")
        return
    page = _page(asked)
    found = asked.found(subject, page * PER_PAGE + 1)
    shown = found[(page - 1) * PER_PAGE : page * PER_PAGE]
    if not shown:
        st.markdown("Er staat niets in het logboek dat hierbij past." if str(asked) != "alles"
                    else "Er staat nog niets in het logboek.")  # fmt: skip
        return
    rows = [
        {
            "Wanneer": f"{one.wanneer.astimezone(HERE):%d-%m-%Y %H.%M.%S}",
            "Wie": one.wie,
            "Wat": KINDS.get(one.wat, one.wat),
            "Waarover": one.over,
            "Uitkomst": "✓ gelukt" if one.uitkomst == audit.OK else f"✕ {one.uitkomst}",
            "Netwerkadres": f"van {one.adres}" if one.adres else "–",
        }
        for one in shown
    ]
    table(rows, "beheer_logboek", "Het logboek, nieuwste eerst")
    _turn(page, len(found) > page * PER_PAGE)
    _take_along(subject, asked)


def _asked() -> Asked:
    left, middle, right = st.columns([3, 3, 2])
    words = left.text_input("Zoek in het logboek", key=f"{KEY}_tekst", max_chars=200)
    who = middle.text_input("Wie (het hele e-mailadres)", key=f"{KEY}_wie", max_chars=254)
    what = picking.one("Soort", KINDS, KINDS.__getitem__, where=right, key=f"{KEY}_soort")
    left, right = st.columns(2)
    since = left.date_input("Vanaf", None, format="DD-MM-YYYY", key=f"{KEY}_van")
    until = right.date_input("Tot en met", None, format="DD-MM-YYYY", key=f"{KEY}_tot")
    return Asked((words or "").strip(), (who or "").strip().lower(), str(what or ""), since, until)


def _page(asked: Asked) -> int:
    """Which page; another question begins at the first."""
    before, page = st.session_state.get(f"{KEY}_blad", (None, 1))
    page = page if before == asked else 1
    st.session_state[f"{KEY}_blad"] = (asked, page)
    return int(page)


def _turn(page: int, has_more: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Nieuwer", key=f"{KEY}_nieuwer", disabled=page == 1, on_click=_to, args=(page - 1,)
        )
        st.button(
            "Ouder", key=f"{KEY}_ouder", disabled=not has_more, on_click=_to, args=(page + 1,)
        )
        st.markdown(f"Bladzijde {dutch.number(page)}{'' if has_more else ', de laatste'}")


def _to(page: int) -> None:
    asked, _ = st.session_state[f"{KEY}_blad"]
    st.session_state[f"{KEY}_blad"] = (asked, page)


def _take_along(subject: Subject, asked: Asked) -> None:
    """What was found as a file. Who takes it along is written down, and looked at once more: the
    file is made when the button is pressed."""
    download_choice.choice(
        "wat gevonden is", "logboek", KEY,
        lambda form: csv_taken_along(subject, asked, form),
        lambda: taken_along(subject, asked),
        disabled=subject.is_demo,
    )  # fmt: skip
    st.caption("Een download bevat alles wat u zocht, hoogstens "
               f"{dutch.number(audit.MOST_FOUND)} regels, en staat zelf ook in het logboek.")  # fmt: skip


def csv_taken_along(subject: Subject, asked: Asked, form: Form) -> str:
    """The file, after it is written down. NotAllowed for who is no beheerder (any more)."""
    return audit_export.to_csv(_found(subject, asked, "csv"), form)


def _found(subject: Subject, asked: Asked, form: str) -> list[audit.Entry]:
    viewer = subject.viewer
    about = f"logboek ({form}): {asked}"
    with managing.as_beheerder(subject.book, viewer, viewer.swv, about) as connection:
        audit.add(connection, viewer.who, Event.DOWNLOAD, about, swv=viewer.swv)
    return asked.found(subject, audit.MOST_FOUND)


def taken_along(subject: Subject, asked: Asked) -> bytes:
    """As `csv_taken_along`, a workbook that says what was looked for, by whom and when."""
    viewer = subject.viewer
    found = _found(subject, asked, "xlsx")
    lines = [
        ("Wat dit is", "Het logboek van de monitor dekkend aanbod: wie wat deed."),
        ("Gezocht", str(asked)),
        ("Samenwerkingsverbanden", ", ".join(subject.swv_name(code) for code in subject.swvs)),
        ("Gemaakt door", f"{viewer.who}, op {when(dt.datetime.now(dt.UTC))}"),
        ("Regels", dutch.number(len(found))),
    ]
    rows: list[dict[str, Any]] = audit_export.as_rows(found)
    return workbook.lists_to_xlsx({"logboek": rows}, lines)
