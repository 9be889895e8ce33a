"""Why there is a shortage, and everybody who is short. For who sees exact figures only."""

import re
from collections.abc import Sequence

import streamlit as st

from monitor.dekking.matching.model import Cell
from monitor.pages.dekking import lists
from monitor.pages.dekking.subject import Held
from monitor.pages.pieces import filters, quiet_line, show_section
from monitor.sections.dekking import why_not
from monitor.sections.dekking.lists import cell_rows, short_cells
from monitor.values import dutch
from monitor.values.safe_text import plain


ALL = "alle"


def show(subject: Held) -> None:
    section = why_not.make(subject)
    if section is None:
        return
    st.header(section.title)
    show_section.sentences(section.says, section.beside)
    if subject.outcome.snede.needs:
        _pieces(subject)
        quiet_line.show(section, section.key, subject.store.settings.demo, "folded")
    _list(subject)


def _pieces(subject: Held) -> None:
    """Who of them is bold, so that the list can be looked through."""
    told, many = why_not.pieces(subject)
    st.markdown("\n".join(f"- {_who_bold(plain(one))}" for one in told))
    if many > len(told):
        st.caption(f"U ziet de {len(told)} grootste van {many} stukken.")


def _who_bold(sentence: str) -> str:
    return re.sub(r"^(\S+ leerling(?:en)?)", r"**\1**", sentence)


# --------------------------------------------------------------------------------------- the list


def _list(subject: Held) -> None:
    st.header("Wie geen plek vindt")
    short = short_cells(subject)
    if not short:
        st.markdown("Niemand: er is geen tekort, en niets is onbekend.")
        return
    kept = _filtered(short)
    certain = sum(cell.certain for cell in kept)
    st.markdown(
        f"{dutch.number(len(kept))} combinaties van postcode, vraag, niveau en school; bij "
        f"{subject.pupils(certain)} staat vast dat er geen plek is."
    )
    rows = cell_rows(subject, kept)
    st.dataframe(rows, hide_index=True, width="stretch", key="dekking_tekorten",
                 alt="Tekorten met hun reden en het dichtstbijzijnde aanbod")  # fmt: skip
    lists.download(subject)


def _filtered(short: Sequence[Cell]) -> list[Cell]:
    with st.container(horizontal=True, gap="small"):
        state = _choose("staat", "Reden", [cell.state.value for cell in short])
        vraag = _choose("vraag", "Vraag", [cell.need.ondersteuningsvraag for cell in short])
        niveau = _choose("niveau", "Niveau", [cell.need.niveau for cell in short])
    return [
        cell
        for cell in short
        if state in (ALL, cell.state.value)
        and vraag in (ALL, cell.need.ondersteuningsvraag)
        and niveau in (ALL, cell.need.niveau)
    ]


def _choose(name: str, label: str, values: Sequence[str]) -> str:
    options = [ALL, *sorted(set(values) - {ALL})]
    return filters.remembered(name, label, options, ALL)
