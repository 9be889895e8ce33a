"""A part of a school's page: its heading, its one sentence, and all the rest behind that.

What is closed is not made: a page of seven parts is short, and quick on a phone. Paper opens nothing,
so there the tables of a closed part stand in full.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from monitor.pages.ons_profiel import checking
from monitor.pages.ons_profiel.checking import Checking
from monitor.pages.pieces import long_table
from monitor.scholen.profile import PARTS
from monitor.values import dutch
from monitor.values.safe_text import plain


@dataclass(frozen=True)
class Part:
    """What stands in a part, for one visitor."""

    name: str
    """Of `PARTS`, or another that nothing is asked of."""
    title: str
    sentence: str
    """Markdown: what is read of a part that is closed, and of an open one where `is_kept`."""
    inside: Callable[[], None]
    paper: Sequence[Sequence[Mapping[str, Any]]] = ()
    """Rows of the tables that stand on paper when the part is closed."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """Words under a thing that is asked, by its key."""
    is_kept: bool = True
    """Whether `inside` leaves the sentence out."""


def show(check: Checking, parts: Sequence[Part]) -> None:
    """All of them, and the way to open them at once."""
    if len(parts) > 1:
        keys = [_key(one) for one in parts]
        is_open = all(st.session_state.get(key) for key in keys)
        label = "Klap alles in" if is_open else "Klap alles uit"
        st.button(label, key="profiel_alles", type="tertiary", icon=":material/unfold_more:",
                  on_click=_set, args=(keys, not is_open))  # fmt: skip
    for one in parts:
        _show(check, one)


def _set(keys: Sequence[str], is_open: bool) -> None:
    for key in keys:
        st.session_state[key] = is_open


def _key(one: Part) -> str:
    return f"vak_{one.name}"


def _show(check: Checking, one: Part) -> None:
    with st.container(key=f"deel_{one.name}", gap="xsmall"):
        st.header(one.title)
        answer = st.container()
        with st.expander(_label(check, one), key=_key(one), on_change="rerun") as box:
            if box.open:
                one.inside()
                checking.part(check, one.name, one.notes)
        if one.sentence and (one.is_kept or not box.open):
            answer.markdown(one.sentence)
        if check.can_confirm and (words := _state(check, one.name)):
            answer.caption(words)
        if not box.open:
            for rows in one.paper:
                st.html(long_table.on_paper(rows))


def _label(check: Checking, one: Part) -> str:
    """Its words stay as they are: with others the box would close at every answer."""
    title = plain(f"{one.title[:1].lower()}{one.title[1:]}")
    many = len(check.items.get(one.name, []))
    if not many or not check.is_shown:
        return f"Meer over {title}"
    if check.can_confirm:
        return f"Meer over {title} · klopt dit? ({many})"
    return f"Meer over {title} · wat de school ervan zegt"


def _state(check: Checking, name: str) -> str:
    """Whether something is asked of the school here."""
    if name not in PARTS or not check.items.get(name):
        return ""
    waiting = len(check.waiting(name))
    if not waiting:
        return "✓ nagekeken"
    return f"{dutch.number(waiting)} {'ding' if waiting == 1 else 'dingen'} nog niet bevestigd"
