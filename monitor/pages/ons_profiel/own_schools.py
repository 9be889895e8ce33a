"""Where somebody of several schools starts: all of them side by side, each with the way to its profile."""

from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import urlencode

import streamlit as st

from monitor.access import Role, Viewer
from monitor.pages.ons_profiel import checking
from monitor.pages.pieces import figure_parts, quiet_line
from monitor.scholen.register import School
from monitor.sections.ons_profiel import own_schools
from monitor.sections.section import Table
from monitor.store.store import Store
from monitor.values.safe_text import plain


def show(store: Store, viewer: Viewer, mine: Mapping[str, School]) -> None:
    """`mine` by code, not empty."""
    schools = own_schools.in_order(mine.values())
    waiting = {
        one.code: len(checking.checking(store, viewer, one).waiting()) for one in schools
    }  # fmt: skip
    section = own_schools.make(store, viewer, schools, waiting)
    st.title(section.title)
    st.markdown(f"**{plain(section.says.text)}** Kies een school om haar profiel te zien.")
    assert section.table is not None
    st.html(table(section.table, [_address(one) for one in schools]))
    for note in section.notes:
        st.caption(plain(note))
    quiet_line.show(section, section.key, store.settings.demo, "open")
    figure_parts.in_classes(store, viewer)


def _address(one: School) -> str:
    """Of the profile, on the page where we are; a demonstration keeps its role."""
    role = st.session_state.get("rol")
    more = {"rol": str(role)} if role and role != Role.DIRECTEUR else {}
    return f"?{urlencode({'school': one.code} | more)}"


def table(one: Table, addresses: Sequence[str]) -> str:
    """A real table, whose first cell of a row leads to `addresses`; on a phone a card per row."""
    titles = [column.title for column in one.columns]
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in titles)
    body = ""
    for row, address in zip(one.rows, addresses, strict=True):
        name, *cells = (escape(cell.text) for cell in row)
        body += f'<tr><th scope="row"><a href="{escape(address)}" target="_self">{name}</a></th>'
        body += "".join(
            f'<td data-kop="{escape(title)}">{cell}</td>'
            for title, cell in zip(titles[1:], cells, strict=True)
        )
        body += "</tr>"
    return (
        f'<table class="eigen-scholen" aria-label="{escape(one.title)}">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )
