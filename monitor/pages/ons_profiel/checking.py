"""Klopt dit? Beside each thing: what the school said of it, and the way to say it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from monitor.access import STAFF, Viewer
from monitor.errors import MonitorError
from monitor.pages.frame.serving import chosen_folder
from monitor.pages.pieces import figure_parts
from monitor.scholen import corrections
from monitor.scholen.correction_steps import CorrectionStand, Event, Item, Step
from monitor.scholen.corrections import MOST_VALUE, MOST_WORDS
from monitor.scholen.profile import profile
from monitor.scholen.register import School
from monitor.store.journal import Journal, journal
from monitor.store.store import Store
from monitor.values import moments
from monitor.values.safe_text import plain


NO_PUPILS = (
    "Noem geen leerlingen: geen namen, geen nummers. Wat u schrijft leest ook het "
    "samenwerkingsverband (beheerder, directeur en consultant)."
)
STEPS = {
    Step.BEVESTIGD: "bevestigd",
    Step.GEVRAAGD: "correctie gevraagd",
    Step.AANVAARD: "correctie aanvaard",
    Step.GEWEIGERD: "correctie geweigerd",
    Step.INGETROKKEN: "vraag ingetrokken",
}
HEADING_STAFF = "**Wat de school ervan zegt** :small[(de cijfers zoals zij die ziet)]"
WITHIN = "U kunt alleen zeggen of het aantal hierbinnen valt; preciezer staat het hier niet."
_OPEN = re.compile(r"\d–\d|minder dan \d")
"""A class, or what the source leaves open."""
SHORT = 70
ASKING, NEWS, LATER = "profiel_klopt_niet", "profiel_gezegd", "profiel_later"


@dataclass(frozen=True)
class Checking:
    """The things of one school, and what was said of them, for one visitor."""

    viewer: Viewer
    one: School
    items: dict[str, list[Item]]
    standings: dict[str, CorrectionStand]

    @property
    def can_confirm(self) -> bool:
        return corrections.can_confirm(self.viewer, self.one.swv, self.one.code)

    @property
    def is_shown(self) -> bool:
        """Whether what was said is the viewer's to see."""
        is_staff = self.viewer.role in STAFF and self.viewer.is_of(self.one.swv)
        return is_staff or self.can_confirm

    def standing(self, item: Item) -> CorrectionStand:
        return self.standings.get(item.key, CorrectionStand())

    def waiting(self, part: str = "") -> list[Item]:
        """What the school said nothing of yet, of one part or of all."""
        return [
            item
            for name, items in self.items.items()
            for item in items
            if part in ("", name) and self.standing(item).waits_for_school(item.register)
        ]

    @property
    def in_turn(self) -> Item | None:
        """The first of what waits that was not put aside in this visit."""
        waiting = self.waiting()
        aside = put_aside()
        return next(
            (i for i in waiting if (i.vestiging, i.key) not in aside), next(iter(waiting), None)
        )

    def open(self) -> list[Item]:
        return [i for items in self.items.values() for i in items if self.standing(i).open]


def put_aside() -> set[tuple[str, str]]:
    """(school, key) of what was left for later in this visit."""
    found: set[tuple[str, str]] = st.session_state.setdefault(LATER, set())
    return found


def checking(store: Store, viewer: Viewer, one: School) -> Checking:
    book = the_journal()
    found = corrections.standings(book, viewer, one.swv, one.code)
    return Checking(viewer, one, profile(store, one), found)


def the_journal() -> Journal:
    return journal(chosen_folder())


def part(check: Checking, name: str, notes: Mapping[str, str]) -> None:
    """The things of one part, each with its state and, for the school, the two buttons. `notes`
    are words (Markdown) under a thing, by its key."""
    items = check.items.get(name, [])
    if not check.is_shown or not items:
        return
    with st.container(key=f"klopt_{name}", border=True):
        st.markdown("**Klopt dit?**" if check.can_confirm else HEADING_STAFF)
        _things(check, items, notes)
        waiting = check.waiting(name)
        if check.can_confirm and len(waiting) > 1:
            said = f"Alles hier klopt ({len(waiting)} nog niet bevestigd)"
            if st.button(said, key=f"alles_{name}", icon=":material/done_all:"):
                confirm(check, waiting)


def _things(check: Checking, items: Sequence[Item], notes: Mapping[str, str]) -> None:
    for item in items:
        _thing(check, item, note_of(check, item, notes))


def note_of(check: Checking, item: Item, notes: Mapping[str, str]) -> str:
    """What stands under a thing: words of its own, and what can be said of a number in a class."""
    is_open = item.key.startswith(("cijfer/", "arrangement/")) and _OPEN.search(item.register)
    said = [notes.get(item.key, ""), WITHIN if is_open and check.can_confirm else ""]
    return " · ".join(words for words in said if words)


def _thing(check: Checking, item: Item, note: str) -> None:
    standing = check.standing(item)
    with st.container(key=f"ding_{_safe(item.key)}", gap="xsmall"):
        left, right = st.columns([5, 2], vertical_alignment="center")
        with left:
            # What is long is read better without bold letters.
            mark = "**" if len(item.register) <= SHORT else ""
            below = f"  \n:small[{note}]" if note else ""
            st.markdown(f"{plain(item.title)}: {mark}{plain(item.register)}{mark}{below}  \n"
                        f"{_state(standing, item.register)}")  # fmt: skip
        if check.can_confirm:
            with right.container(horizontal=True, gap="small", horizontal_alignment="right"):
                _buttons(check, item, standing)
        _beside(standing, item.register)
        if check.can_confirm and item != check.in_turn:
            # What is in turn is asked at the top.
            form(check, item, "vak")
        if standing.open and check.viewer.role in STAFF:
            figure_parts.link("correcties", "Naar de vraag", ":material/rate_review:")
        _history(standing)


def _state(standing: CorrectionStand, register: str) -> str:
    """One mark with a shape and a word."""
    last = standing.last
    if standing.open:
        return f":orange-badge[○ correctie gevraagd op {_day(standing.open)}]"
    if last is None or last.register != register:
        return ":gray-badge[? nog niet bevestigd]"
    match last.stap:
        case Step.BEVESTIGD:
            return f":green-badge[✓ bevestigd op {_day(last)}]"
        case Step.AANVAARD:
            return f":blue-badge[✎ correctie aanvaard op {_day(last)}]"
    return f":violet-badge[✕ niet aangepast, {_day(last)}]"


def _beside(standing: CorrectionStand, register: str) -> None:
    """What stands beside the register's: as text, because people typed it in."""
    if accepted := standing.accepted:
        st.text(f"School geeft op: {accepted.waarde} (aanvaard {_day(accepted)}, "
                f"bron: {accepted.bron}).")  # fmt: skip
        if accepted.register != register:
            st.caption(f"Toen zei het register: {plain(accepted.register)}.")
    if standing.open:
        asked = standing.open
        right = f" Volgens de school: {asked.waarde}." if asked.waarde else ""
        st.text(f"Uitleg: {asked.toelichting}{right}")
    last = standing.last
    if last is None or standing.open:
        return
    if last.stap is Step.GEWEIGERD and last.register == register:
        st.text(f"Reden: {last.toelichting}")
    if last.register != register and last.stap is not Step.AANVAARD:
        st.caption(f"Op {_day(last)} was dit {STEPS[last.stap]}, maar toen zei het register: "
                   f"{plain(last.register)}.")  # fmt: skip


def _buttons(check: Checking, item: Item, standing: CorrectionStand) -> None:
    key = _safe(item.key)
    if standing.open:
        is_mine = standing.open.rol == check.viewer.role
        if is_mine and st.button("Trek de vraag in", key=f"trek_in_{key}", type="tertiary"):
            _withdraw(check, item, standing.open.nummer)
        return
    last = standing.last
    is_done = last is not None and last.stap is Step.BEVESTIGD and last.register == item.register
    if not is_done and st.button("Klopt", key=f"klopt_{key}", icon=":material/check:",
                                 help=f"Klopt: {item.title}"):  # fmt: skip
        confirm(check, [item])
    if st.button("Klopt niet …", key=f"niet_{key}", help=f"Klopt niet: {item.title}"):
        st.session_state[ASKING] = (check.one.code, item.key)


def form(check: Checking, item: Item, where: str) -> None:
    """The question for a correction of this thing, when somebody said that it is not right."""
    if st.session_state.get(ASKING) != (check.one.code, item.key) or check.standing(item).open:
        return
    with st.form(f"{where}_vraag_{_safe(item.key)}", enter_to_submit=False):
        st.markdown(f"**Klopt niet: {plain(item.title)}**")
        words = st.text_area("Wat klopt er niet?", max_chars=MOST_WORDS, height=110)
        value = st.text_input("Wat is het volgens u? (mag leeg blijven)", max_chars=MOST_VALUE)
        st.caption(NO_PUPILS)
        with st.container(horizontal=True):
            is_sent = st.form_submit_button("Vraag een correctie aan", type="primary")
            is_left = st.form_submit_button("Laat maar")
    if is_left:
        st.session_state.pop(ASKING, None)
        st.rerun()
    if is_sent:
        try:
            corrections.ask(the_journal(), check.viewer, item, words, value)
        except MonitorError as error:
            st.error(str(error))
            return
        st.session_state.pop(ASKING, None)
        _tell(item, "Uw vraag is verstuurd. Het samenwerkingsverband antwoordt hier.", True)


def confirm(check: Checking, items: Sequence[Item]) -> None:
    """What the school says is right, or in words why that could not be kept."""
    try:
        corrections.confirm(the_journal(), check.viewer, items)
    except MonitorError as error:
        _tell(items[0], str(error), False)
    st.rerun()


def _withdraw(check: Checking, item: Item, nummer: int) -> None:
    try:
        corrections.withdraw(the_journal(), check.viewer, nummer)
    except MonitorError as error:
        _tell(item, str(error), False)
    st.rerun()


def _tell(item: Item, words: str, is_good: bool) -> None:
    """Shown at the top at the next run, once."""
    st.session_state[NEWS] = (item.vestiging, item.key, words, is_good)
    st.rerun()


def news(vestiging: str) -> None:
    """What came of the last button, once."""
    said = st.session_state.get(NEWS)
    if said and said[0] == vestiging:
        del st.session_state[NEWS]
        (st.success if said[3] else st.warning)(said[2])


def _history(standing: CorrectionStand) -> None:
    if len(standing.events) < 2:
        return
    with st.expander(f"Wat er eerder gebeurde ({len(standing.events)})"):
        for event in reversed(standing.events):
            st.text(told(event))


def told(event: Event) -> str:
    """12 november 2026: correctie gevraagd door …; het register zei …"""
    said = f"{_day(event)}: {STEPS[event.stap]} door {event.wie} ({event.rol}). "
    said += f"Het register zei: {event.register}."
    said += f" Waarde: {event.waarde}." if event.waarde else ""
    said += f" Bron: {event.bron}." if event.bron else ""
    return said + (f" Uitleg: {event.toelichting}" if event.toelichting else "")


def _day(event: Event) -> str:
    return moments.day_here(event.wanneer)


def _safe(key: str) -> str:
    """A key of a widget: part of a class name in the page."""
    return "".join(letter if letter.isalnum() else "_" for letter in key)
