"""What the parts of page Ronde are about: one ronde as it stands, with the names of who is asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import streamlit as st

from monitor.access import Viewer
from monitor.errors import MonitorError
from monitor.figures.levels import Region
from monitor.rounds.following import Deelname, Staat, Verloop
from monitor.rounds.rondes import Ronde
from monitor.scholen import register
from monitor.scholen.register import School
from monitor.store.journal import Journal
from monitor.store.store import Store


NEWS = "ronde_gezegd"
SHAPES = {
    Staat.INGELEVERD: "●",
    Staat.GETEKEND: "●",
    Staat.HEROPEND: "✎",
    Staat.BEGONNEN: "½",
    Staat.NIETS: "○",
    Staat.ANTWOORDT_NIET: "✕",
    Staat.ERAF: "–",
}
"""A shape beside the word, so that a column can be looked over."""
NO_SUBREGIO = "subregio onbekend"
NO_BESTUUR = "bestuur onbekend"


@dataclass(frozen=True)
class Held:
    """One ronde, for who runs it."""

    store: Store
    viewer: Viewer
    whole: Region
    book: Journal
    ronde: Ronde
    verloop: Verloop

    @cached_property
    def schools(self) -> Mapping[str, School]:
        return {one.code: one for one in register.schools(self.store)}

    @cached_property
    def subregios(self) -> Mapping[str, str]:
        """By vestiging the name of its subregio."""
        key = ("subregio per vestiging", self.whole.sector, self.whole.swv)
        if key not in self.store.answers:
            rows = self.store.rows(
                "select vestiging, naam from views.lidmaatschap where sector = $sector "
                "and per = 'subregio' and swv = $swv",
                {"sector": self.whole.sector, "swv": self.whole.swv},
            )
            self.store.answers[key] = dict(rows)
        found: dict[str, str] = self.store.answers[key]
        return found

    def naam(self, one: Deelname) -> str:
        code = one.deelnemer.eenheid
        if one.deelnemer.soort == "vestiging":
            return self.schools[code].naam if code in self.schools else code
        if one.deelnemer.soort == "bestuur":
            named = {s.bestuursnummer: s.bestuur for s in self.schools.values()}
            return named.get(code) or code
        return code

    def bestuur(self, one: Deelname) -> str:
        school = self.schools.get(one.deelnemer.eenheid)
        if one.deelnemer.soort == "bestuur":
            return self.naam(one)
        return (school and school.bestuur) or NO_BESTUUR

    def subregio(self, one: Deelname) -> str:
        if one.deelnemer.soort != "vestiging":
            return "–"
        return self.subregios.get(one.deelnemer.eenheid) or NO_SUBREGIO

    def schooltype(self, one: Deelname) -> str:
        school = self.schools.get(one.deelnemer.eenheid)
        return (school and school.schooltype) or "–"


def said(one: Deelname) -> str:
    """What became of a list: a shape, and the word."""
    words = f"{SHAPES[one.staat]} {one.staat}"
    if one.staat in (Staat.BEGONNEN, Staat.HEROPEND):
        words += f", {one.answered} van {one.asked}"
    return words


def do(job: Callable[[], object], what: str) -> None:
    """MonitorError is shown here; what went well is said at the next run."""
    try:
        job()
    except MonitorError as error:
        st.error(str(error))
        return
    st.session_state[NEWS] = what
    st.rerun()


def news() -> None:
    if words := st.session_state.pop(NEWS, ""):
        st.success(words)
