"""What every part of the page needs: whose it is, the journal, names, and how a click ends."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from monitor.access import Viewer
from monitor.access.rights import Rights
from monitor.errors import MonitorError
from monitor.figures import roll_up
from monitor.figures.levels import Region
from monitor.pages.frame.held import lets_go
from monitor.pages.frame.serving import chosen_folder
from monitor.pages.frame.visitor import ROLE_TITLES
from monitor.pages.pieces import number_table
from monitor.scholen import register
from monitor.scholen.register import School
from monitor.sections import units
from monitor.store.journal import Journal, journal
from monitor.store.store import Store
from monitor.values import dutch, moments
from monitor.values.collation import by_name
from monitor.values.safe_text import plain


NEWS = "beheer_gezegd"
SOME = 3
"""Schools that a line names before it says how many more there are."""


@lets_go
@dataclass(frozen=True)
class Subject:
    """One run of the page."""

    store: Store
    viewer: Viewer
    book: Journal
    folder: Path

    @property
    def is_demo(self) -> bool:
        """Whether nothing can be changed, because nobody is signed in."""
        return self.store.settings.demo

    @property
    def swvs(self) -> list[str]:
        """The beheerder's own, by name."""
        return sorted(self.viewer.swv, key=lambda code: by_name(self.swv_name(code)))

    def swv_name(self, code: str) -> str:
        """SWV Rivierenstreek (VO9901)"""
        naam = self.store.settings.swv_naam.get(code) or register.swv_names(self.store).get(
            code, ""
        )
        return f"{naam} ({code})" if naam and code not in naam else naam or code

    def schools_of(self, swvs: Collection[str]) -> dict[str, School]:
        """The schools of samenwerkingsverbanden by code, in the order of their names."""
        return {
            one.code: one
            for one in register.schools(self.store)
            if one.is_open and {one.swv_vo, one.swv_po} & set(swvs)
        }

    def besturen_of(self, swvs: Collection[str]) -> dict[str, str]:
        """Number → name of the besturen of those schools, by name."""
        found = {
            one.bestuursnummer: one.bestuur or one.bestuursnummer
            for one in self.schools_of(swvs).values()
            if one.bestuursnummer
        }
        return dict(sorted(found.items(), key=lambda item: (by_name(item[1]), item[0])))

    def gemeenten_of(self, swvs: Collection[str]) -> dict[str, str]:
        """Code → name of the gemeenten of samenwerkingsverbanden, by name."""
        found: dict[str, str] = {}
        for row in roll_up.swvs(self.store):
            if row["code"] in swvs:
                whole = Region(
                    row["sector"], row["code"], row["naam"], "swv", row["code"], row["naam"]
                )
                found |= units.units(self.store, whole, "gemeente")
        return dict(sorted(found.items(), key=lambda item: (by_name(item[1]), item[0])))

    def school_name(self, code: str) -> str:
        try:
            one = register.school(self.store, code)
        except MonitorError:
            return f"onbekende school ({code})"
        place = f", {one.plaats}" if one.plaats else ""
        return f"{one.naam}{place} ({code})"

    def of_what(self, rights: Rights) -> str:
        """SWV Rivierenstreek (VO9901) · De Aa, Aa (99AA00) en nog 2 scholen"""
        said = [dutch.joined([self.swv_name(code) for code in sorted(rights.swv)])]
        if rights.besturen:
            names = self.besturen_of(rights.swv)
            said.append(dutch.joined([names.get(code, code) for code in sorted(rights.besturen)]))
        elif rights.gemeente:
            names = self.gemeenten_of(rights.swv)
            said.append(f"gemeente {names.get(rights.gemeente, rights.gemeente)}")
        elif rights.vestigingen:
            codes = sorted(rights.vestigingen)
            named = [self.school_name(code) for code in codes[:SOME]]
            if len(codes) > SOME:
                named.append(f"nog {len(codes) - SOME} scholen")
            said.append(dutch.joined(named))
        return " · ".join(said)

    def said(self, rights: Rights) -> str:
        """School: SWV Rivierenstreek (VO9901) · De Aa, Aa (99AA00)"""
        return f"{ROLE_TITLES[rights.role]}: {self.of_what(rights)}"


def subject_of(store: Store, viewer: Viewer) -> Subject:
    folder = chosen_folder()
    return Subject(store, viewer, journal(folder), folder)


def do(job: Callable[[], object], said: str | Callable[[Any], str], *forget: str) -> None:
    """A click: what went wrong is said where it was clicked, what went well at the next run.
    `forget`: the beginnings of the keys of widgets that start anew then."""
    try:
        result = job()
    except MonitorError as error:
        st.error(plain(str(error)))
        return
    st.session_state[NEWS] = said if isinstance(said, str) else said(result)
    for key in [k for k in st.session_state if forget and str(k).startswith(forget)]:
        del st.session_state[key]
    st.rerun()


def news() -> None:
    """What the last click did."""
    if words := st.session_state.pop(NEWS, ""):
        st.success(plain(words))


def sure(subject: Subject, label: str, consequence: str, yes: str, key: str) -> bool:
    """A button that asks once more and says what follows; whether that was said yes to."""
    with st.popover(label, disabled=subject.is_demo):
        st.markdown(consequence)
        return st.button(yes, key=key, type="primary", disabled=subject.is_demo)


def when(moment: dt.datetime | None) -> str:
    """12 november 2025 om 14.03 uur"""
    if moment is None:
        return "nog nooit"
    return moments.clock_here(moment)


def to_invitations() -> None:
    """The way to where somebody is invited, on this page."""
    st.button("Naar Uitnodigingen", icon=":material/mail:", key="beheer_naar_uitnodigingen",
              on_click=_open_invitations)  # fmt: skip


def _open_invitations() -> None:
    st.session_state["keuze_onderdeel"] = "uitnodigingen"


def table(rows: Sequence[Mapping[str, Any]], key: str, alt: str) -> None:
    """A table; on a phone each row is a card, because it would be wider than the screen."""
    here = f".st-key-{key}"
    titles = "".join(
        f'{here} td:nth-child({place})::before {{content: "{_css(title)}: "}} '
        for place, title in enumerate(rows[0], 1)
        if place > 1
    )
    st.html(
        f"<style>{here} :is(th, td) {{white-space: normal !important; overflow-wrap: anywhere}} "
        f"@media (max-width: 640px) {{{here} thead {{display: none}} "
        f"{here} :is(table, tbody, tr, td) {{display: block; width: 100%; border: 0}} "
        f"{here} tr {{border-bottom: 1px solid #8886; padding: 0.4rem 0}} "
        f"{here} tr td:nth-child(n) {{padding: 0.1rem 0 !important; text-align: left !important}} "
        f"{titles}}}</style>"
    )
    number_table.show(rows, key, alt)


def _css(title: str) -> str:
    return title.replace("\\", "").replace('"', "")
