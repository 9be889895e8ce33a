"""What is still to be confirmed, one thing at a time: Klopt, Klopt niet, or Later."""

from collections.abc import Mapping

import streamlit as st

from monitor.pages.ons_profiel import checking
from monitor.pages.ons_profiel.checking import Checking
from monitor.scholen.correction_steps import Item
from monitor.scholen.profile import PARTS
from monitor.values import dutch
from monitor.values.safe_text import plain


def show(check: Checking, notes: Mapping[str, str]) -> None:
    """The thing in turn with its three buttons, which stay where they are, so that who uses the keyboard
    walks on with Enter (`langslopen.js`). `notes` are words (Markdown) under a thing, by its key."""
    waiting = check.waiting()
    with st.container(key="nalopen", border=True):
        checking.news(check.one.code)
        if not waiting:
            st.markdown("**U hebt alles nagekeken.** Dank u.")
            return
        many = len(waiting)
        st.markdown(f"**{_things(many)} nog niet bevestigd.** Loop ze langs: klopt het?")
        item = check.in_turn
        assert item is not None
        aside = sum((one.vestiging, one.key) in checking.put_aside() for one in waiting)
        st.caption(_place(check, many, aside))
        note = checking.note_of(check, item, notes)
        below = f"  \n:small[{note}]" if note else ""
        part = next(name for name, items in check.items.items() if item in items)
        st.markdown(
            f"{PARTS.get(part, '')} · {plain(item.title)}:  \n**{plain(item.register)}**{below}"
        )
        _buttons(check, item)
        checking.form(check, item, "nalopen")


def _buttons(check: Checking, item: Item) -> None:
    """Each of this thing alone: a second press that comes before the next thing stands there is of the
    one that was read."""
    with st.container(horizontal=True, gap="small"):
        if st.button("Klopt", key=f"nalopen_klopt_{item.key}", icon=":material/check:", type="primary",
                     help=f"Klopt: {item.title}"):  # fmt: skip
            checking.confirm(check, [item])
        if st.button(
            "Klopt niet …", key=f"nalopen_niet_{item.key}", help=f"Klopt niet: {item.title}"
        ):
            st.session_state[checking.ASKING] = (check.one.code, item.key)
        if st.button("Later", key=f"nalopen_later_{item.key}", help=f"Later: {item.title}"):
            _put_aside(check, item)
            st.session_state.pop(checking.ASKING, None)
            st.rerun()


def _put_aside(check: Checking, item: Item) -> None:
    """When everything was, a second time round begins."""
    later = checking.put_aside()
    later.add((item.vestiging, item.key))
    if all((one.vestiging, one.key) in later for one in check.waiting()):
        later.clear()


def _place(check: Checking, many: int, aside: int) -> str:
    whole = sum(map(len, check.items.values()))
    said = f"{dutch.number(whole - many)} van de {dutch.number(whole)} nagekeken"
    return f"{said}, {dutch.number(aside)} voor later" if aside else said


def _things(many: int) -> str:
    return f"{dutch.number(many)} {'ding' if many == 1 else 'dingen'}"
