"""A whole list of schools invited at once: judged first, then a link for each."""

import csv
import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass, field

import streamlit as st

from monitor.access import Role, accounts, invitations
from monitor.access.invitations import MOST_DAYS
from monitor.access.rights import tidy_email
from monitor.errors import MonitorError
from monitor.pages.beheer.links import link_of
from monitor.pages.beheer.subject import Subject, do, when
from monitor.store.journal import plain as typed
from monitor.values import dutch
from monitor.values.field_codes import VESTIGINGSCODE
from monitor.values.safe_text import plain
from monitor.views.files import separated


MOST = 500
LARGEST = 200_000
"""Characters of a list."""
LINKS = "beheer_links"
KEY = "beheer_lijst"
LIST_DAYS = 14


@dataclass
class Person:
    """Somebody in the list; on several lines when it is somebody of several schools."""

    email: str
    naam: str
    schools: set[str] = field(default_factory=set)


def show(subject: Subject) -> None:
    _links()
    with st.expander("Nodig een hele lijst scholen uit"):
        st.markdown(
            "Plak een lijst, of kies een CSV-bestand: per regel **e-mailadres; naam; "
            "vestigingscode**. Iemand van meer scholen staat op meer regels. Iedereen krijgt de rol "
            "school en een eigen link, die u zelf verstuurt."
        )
        pasted = st.text_area("Lijst", key=f"{KEY}_tekst", height=150,
                              placeholder="els@school.nl;Els de Boer;99AA00")  # fmt: skip
        file = st.file_uploader("Of een CSV-bestand", key=f"{KEY}_bestand", max_upload_size=1)  # fmt: skip
        days = st.number_input("Hoeveel dagen de links werken", 1, MOST_DAYS, LIST_DAYS,
                               key=f"{KEY}_dagen")  # fmt: skip
        words = pasted or (_decoded(file.getvalue()) if file is not None else "")
        if not words.strip():
            return
        people, faults = read(subject, words)
        if faults:
            lines = "".join(f"\n- {plain(fault)}" for fault in faults[:20])
            more = f"\n- en nog {len(faults) - 20}" if len(faults) > 20 else ""
            st.error(f"**Er wordt nog niemand uitgenodigd. Verbeter eerst:**\n{lines}{more}")
            return
        number = f"{dutch.number(len(people))} {'persoon' if len(people) == 1 else 'personen'}"
        st.markdown(f"De lijst is goed: {number}.")
        is_sure = _sure(subject, people)
        if st.button(
            f"Nodig {number} uit", type="primary", key=f"{KEY}_maak",
            disabled=subject.is_demo or not is_sure,
        ):  # fmt: skip
            do(lambda: _invite(subject, people, int(days)),
               "De uitnodigingen zijn gemaakt. Download hieronder de links.", KEY)  # fmt: skip


def _sure(subject: Subject, people: Sequence[Person]) -> bool:
    """Whoever gets more than one school is named with all of them, and said yes to."""
    several = [one for one in people if len(one.schools) > 1]
    if not several:
        return True
    lines = "".join(
        f"\n- {plain(one.naam)} ({plain(one.email)}): "
        + plain(dutch.joined([subject.school_name(code) for code in sorted(one.schools)]))
        for one in several
    )
    st.warning(f"**Wie meer dan één school te zien krijgt:**{lines}")
    asked = hashlib.sha256(lines.encode()).hexdigest()[:12]
    return st.checkbox("Ja, dat klopt", key=f"{KEY}_zeker_{asked}")


def leave() -> None:
    st.session_state.pop(LINKS, None)


def read(subject: Subject, words: str) -> tuple[list[Person], list[str]]:
    """(who is in the list, what is wrong with it: in sentences that name the line)."""
    if len(words) > LARGEST:
        return [], ["De lijst is te groot. Deel hem op."]
    there = subject.schools_of(subject.viewer.swv)
    found: dict[str, Person] = {}
    faults: list[str] = []
    first = words.strip().splitlines()[0]
    delimiter = next((sign for sign in ";\t," if sign in first), ";")
    for line, cells in enumerate(csv.reader(io.StringIO(words), delimiter=delimiter), 1):
        if not any(cell.strip() for cell in cells) or (line == 1 and "@" not in "".join(cells)):
            continue  # an empty line, or the titles
        try:
            email, naam, school = _cells(cells)
            if school not in there:
                raise MonitorError(f"{school} is geen school van uw samenwerkingsverband")
            one = found.setdefault(email, Person(email, naam))
            one.schools.add(school)
        except MonitorError as error:
            faults.append(f"Regel {line}: {error}".rstrip(".") + ".")
    if len(found) > MOST:
        faults.insert(0, f"Dit zijn {len(found)} mensen; nodig er hoogstens {MOST} tegelijk uit.")
    known = {one.email for one in accounts.accounts(subject.book)}
    faults += [f"{email} heeft al een account; haal deze regel weg." for email in found
               if email in known]  # fmt: skip
    if not found and not faults:
        faults.append("Er staat geen enkele regel met een e-mailadres in.")
    return list(found.values()), faults


def _cells(cells: Sequence[str]) -> tuple[str, str, str]:
    if len(cells) < 3:
        raise MonitorError("hier horen drie dingen te staan: e-mailadres; naam; vestigingscode")
    email, naam = tidy_email(cells[0]), typed(cells[1], 200)
    if not naam:
        raise MonitorError("de naam ontbreekt")
    try:
        school = VESTIGINGSCODE.read(cells[2])
    except ValueError:
        school = None
    if school is None:
        raise MonitorError(f"'{typed(cells[2], 20)}' kan niet; verwacht {VESTIGINGSCODE.expected}")
    return email, naam, school


def _invite(subject: Subject, people: Sequence[Person], days: int) -> None:
    """One by one: when it stops half-way, the links that were made are shown all the same."""

    swv_of = subject.schools_of(subject.viewer.swv)
    made: list[tuple[str, ...]] = st.session_state.setdefault(LINKS, [])
    for one in people:
        swv = {swv_of[code].swv_vo for code in one.schools}
        swv |= {swv_of[code].swv_po for code in one.schools}
        token = invitations.invite(
            subject.book, subject.viewer, email=one.email, naam=one.naam, role=Role.SCHOOL,
            swv=swv & subject.viewer.swv, vestigingen=one.schools, days=days,
        )  # fmt: skip
        offered = invitations.invitation(subject.book, token)
        until = when(offered.tot) if offered else ""
        schools = ", ".join(subject.school_name(code) for code in sorted(one.schools))
        made.append((one.email, one.naam, schools, link_of(token), until))


def links_csv(made: Sequence[tuple[str, ...]]) -> str:
    """Semicolons, for a Dutch spreadsheet; nothing in it runs there."""
    return separated.for_excel(("e-mail", "naam", "school", "link", "werkt tot"), made)


def _links() -> None:
    made = st.session_state.get(LINKS)
    if not made:
        return
    with st.container(border=True, key="beheer_nieuwe_links"):
        st.markdown(
            f"**{dutch.number(len(made))} links zijn gemaakt.** Download ze nu: ze worden nergens "
            "bewaard. **Stuur ze zelf**, ieder de eigen link, en gooi het bestand daarna weg."
        )
        st.download_button("Download de links (CSV voor Excel)", links_csv(made), "uitnodigingen.csv",
                           "text/csv", key="beheer_links_csv", icon=":material/download:",
                           on_click=_had)  # fmt: skip


def _had() -> None:
    """Once."""
    st.session_state.pop(LINKS, None)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
