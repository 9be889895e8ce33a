"""The scenario that a visitor works on: in the session until it is kept, then in the journal too.

`?scenario=CODE` opens one that was kept. What a visitor changes is of his own session; only keeping
touches what others see.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from monitor.dekking.scenarios import Change, Scenario, read
from monitor.errors import MonitorError, NotFound, Overtaken
from monitor.pages.frame.serving import chosen_folder
from monitor.pages.wat_als.subject import Held
from monitor.store.journal import Journal, Kept, journal
from monitor.values import dutch


PARAMETER = "scenario"
NEWS, SEEN = "wat_als_bericht", "wat_als_gezien"


@dataclass(frozen=True)
class Work:
    """A scenario, and which version in the journal it was made from."""

    scenario: Scenario
    code: str = ""
    """Empty: never kept."""
    nummer: int = 0
    kept: Scenario | None = None

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost."""
        if self.kept is None:
            return bool(self.scenario.wijzigingen)
        return self.scenario != self.kept


@dataclass(frozen=True)
class News:
    """What became of the last click."""

    words: str
    is_good: bool
    is_overtaken: bool = False
    """Whether somebody else kept a newer version."""


def the_journal() -> Journal:
    return journal(chosen_folder())


def current(subject: Held) -> Work:
    """The visitor's own scenario; a new code in the address is opened first."""
    key = _key(subject.basis.swv)
    asked = str(st.query_params.get(PARAMETER) or "")
    if asked and asked != st.session_state.get(SEEN):
        st.session_state[SEEN] = asked
        if key not in st.session_state or st.session_state[key].code != asked:
            open_kept(subject, asked)
    if key not in st.session_state:
        st.session_state[key] = Work(Scenario())
    work: Work = st.session_state[key]
    _to_address(work.code, asked)
    return work


def _to_address(code: str, asked: str) -> None:
    if code and asked != code:
        st.query_params[PARAMETER] = code
    elif not code and asked:
        del st.query_params[PARAMETER]
    st.session_state[SEEN] = code


def _key(swv: str) -> str:
    return f"wat_als_{swv}"


def put(subject: Held, work: Work) -> None:
    st.session_state[_key(subject.basis.swv)] = work


def open_kept(subject: Held, code: str) -> None:
    """Work on a scenario as it was kept last; a kind message when it is not there."""
    found = the_journal().scenario(code, subject.basis.swv)
    if found is None:
        tell(
            "Deze link wijst naar een scenario dat er niet (meer) is. Het kan zijn weggegooid, of "
            "van een ander samenwerkingsverband zijn. U kunt hier zelf een scenario maken.",
            is_good=False,
        )
        return
    try:
        put(subject, work_of(found))
    except MonitorError as error:
        tell(f"Dit scenario is niet te openen. {error}", is_good=False)
        return
    st.session_state.pop(NEWS, None)


def work_of(found: Kept) -> Work:
    """MonitorError when its content is of another version of the monitor."""
    scenario = read({**found.inhoud, "naam": found.naam})
    return Work(scenario, found.code, found.nummer, scenario)


def start(subject: Held) -> None:
    put(subject, Work(Scenario()))
    st.session_state.pop(NEWS, None)


def add(subject: Held, change: Change) -> None:
    """The change, when it fits what there is. What is not good is told."""
    work = current_of(subject)
    try:
        changed = work.scenario.with_change(change)
    except MonitorError as error:
        tell(str(error), is_good=False)
        return
    wrong = subject.usable(changed)[1].get(len(work.scenario.wijzigingen))
    if wrong:
        tell(wrong, is_good=False)
        return
    put(subject, Work(changed, work.code, work.nummer, work.kept))
    tell(f"Toegevoegd: {subject.words(change)}", is_good=True)


def add_all(subject: Held, changes: Sequence[Change]) -> None:
    """All of them, or none when one does not fit."""
    work = current_of(subject)
    changed = work.scenario
    try:
        for change in changes:
            changed = changed.with_change(change)
    except MonitorError as error:
        tell(str(error), is_good=False)
        return
    first = len(work.scenario.wijzigingen)
    wrong = next((words for at, words in subject.usable(changed)[1].items() if at >= first), "")
    if wrong:
        tell(wrong, is_good=False)
        return
    put(subject, Work(changed, work.code, work.nummer, work.kept))
    many = dutch.number(len(changes))
    tell(f"Toegevoegd: {many} {dutch.noun(len(changes), 'wijzigingen')}.", is_good=True)


def undo(subject: Held, index: int) -> None:
    work = current_of(subject)
    put(subject, Work(work.scenario.without(index), work.code, work.nummer, work.kept))
    st.session_state.pop(NEWS, None)


def keep(subject: Held, naam: str, *, as_new: bool = False, over_newer: bool = False) -> None:
    """In the journal, for everybody of this samenwerkingsverband."""
    work = current_of(subject)
    code = "" if as_new else work.code
    scenario = work.scenario.model_copy(update={"naam": naam.strip()[:120]})
    book = the_journal()
    try:
        code = book.keep_scenario(
            subject.basis.swv, scenario.naam, scenario.to_json(), subject.who, code,
            None if over_newer or not code else work.nummer,
        )  # fmt: skip
    except Overtaken:
        tell("", is_good=False, is_overtaken=True)
        return
    except NotFound:
        put(subject, Work(scenario))
        tell(
            "Dit scenario is intussen weggegooid. Uw wijzigingen staan er nog: bewaar ze als een "
            "nieuw scenario.",
            is_good=False,
        )
        return
    except MonitorError as error:
        tell(str(error), is_good=False)
        return
    kept = book.scenario(code, subject.basis.swv)
    put(subject, Work(scenario, code, kept.nummer if kept else 0, scenario))
    tell(f"Bewaard als ‘{scenario.naam}’.", is_good=True)


def throw_away(subject: Held, code: str, naam: str) -> None:
    """For everybody. What a visitor has on screen of it stays there, no longer kept."""
    try:
        the_journal().throw_away(code, subject.basis.swv, subject.who)
    except NotFound as error:
        tell(str(error), is_good=False)
        return
    if current_of(subject).code == code:
        put(subject, Work(Scenario()))
    tell(f"‘{naam}’ is weggegooid.", is_good=True)


def current_of(subject: Held) -> Work:
    work: Work = st.session_state.get(_key(subject.basis.swv)) or Work(Scenario())
    return work


def tell(words: str, *, is_good: bool, is_overtaken: bool = False) -> None:
    st.session_state[NEWS] = News(words, is_good, is_overtaken)
