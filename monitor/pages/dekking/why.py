"""Why there is a shortage: the cut in words, piece by piece, and everybody who is short.

For who sees exact figures only.
"""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from monitor.dekking.matching.cut_pieces import knots
from monitor.dekking.matching.model import Cell, CellState, Cut
from monitor.pages.dekking import lists
from monitor.pages.dekking.subject import Subject, indicator_of
from monitor.pages.pieces import downloads, figure_parts, filters
from monitor.values import dutch
from monitor.values.safe_text import plain


SHOWN = 8
ALL = "alle"


def show(subject: Subject) -> None:
    if not subject.outcome.snede.needs:
        st.header("Waarom er een tekort is")
        st.markdown("Er is geen tekort: iedereen vindt tegelijk een passende plek.")
        _list(subject)
        return
    st.header("Waarom er een tekort is")
    st.markdown(f"**{cut_sentence(subject)}**")
    st.markdown(
        "Zij kunnen nergens anders terecht, dus anders verdelen helpt niet: alleen een plek erbij "
        "die bij hen past, aanbod dat voor meer leerlingen opengaat, of een ruimere norm."
    )
    _pieces(subject)
    indicator = indicator_of(subject)
    figure_parts.trust_line(subject.store, indicator, subject.periode, subject.whole)
    _list(subject)


def cut_sentence(subject: Subject) -> str:
    """335 leerlingen hebben samen alleen deze 17 arrangementen met 134 plaatsen: 201 te weinig."""
    cut = subject.outcome.snede
    who = subject.pupils(cut.need)
    verb = "heeft" if cut.need == 1 else "hebben"
    if not cut.arrangements:
        return f"{who} {verb} geen enkel passend arrangement met plaatsen."
    return (
        f"{who} {verb} samen alleen {_offers(len(cut.arrangements))} met "
        f"{_places(cut.places)}: {dutch.number(cut.gap)} te weinig."
    )


def _offers(amount: int) -> str:
    return f"{dutch.number(amount)} {dutch.noun(amount, 'arrangementen')}"


def _places(amount: int) -> str:
    return f"{dutch.number(amount)} {dutch.noun(amount, 'plaatsen')}"


def _pieces(subject: Subject) -> None:
    found = knots(subject.outcome)
    st.markdown("\n".join(f"- {piece_sentence(subject, one)}" for one in found[:SHOWN]))
    if len(found) > SHOWN:
        st.caption(f"U ziet de {SHOWN} grootste van {len(found)} stukken.")
    codes = {one.arrangementscode for one in subject.outcome.snede.arrangements}
    uses = [(use, 0) for use in subject.outcome.arrangementen
            if use.arrangement.arrangementscode in codes]  # fmt: skip
    rows = lists.use_rows(subject, uses, "")
    for row in rows:
        row.pop("", None)
        row.pop("Vrij", None)
    downloads.table_twin(rows, key="dekking_snede_tabel", label="De volle arrangementen")


def piece_sentence(subject: Subject, piece: Cut) -> str:
    """46 leerlingen (medisch, motoriek) delen 5 arrangementen met 33 plaatsen: 13 te weinig."""
    vragen: Counter[str] = Counter()
    for need in piece.needs:
        vragen[need.ondersteuningsvraag] += need.aantal
    most = [vraag for vraag, _ in sorted(vragen.items(), key=lambda one: (-one[1], one[0]))]
    what = dutch.joined(most) if len(most) <= 4 else f"{', '.join(most[:3])} en andere vragen"
    what = plain(what)
    who = subject.pupils(piece.need)
    is_one = piece.need == 1
    if not piece.arrangements:
        verb = "heeft" if is_one else "hebben"
        return (
            f"**{who}** ({what}) {verb} geen enkel passend arrangement met plaatsen: "
            f"{_why_none(subject, piece)}."
        )
    first = [subject.title(one.arrangementscode) for one in piece.arrangements[:3]]
    more = len(piece.arrangements) - 3
    names = plain(f"{', '.join(first)} en nog {more}" if more > 0 else dutch.joined(first))
    return (
        f"**{who}** ({what}) {'heeft' if is_one else 'delen'} {_offers(len(piece.arrangements))} "
        f"met {_places(piece.places)}: {dutch.number(piece.gap)} te weinig. "
        f"{'Het is' if len(piece.arrangements) == 1 else 'Het zijn'} {names}."
    )


WHY_NONE = {
    CellState.GEEN_AANBOD: "is het er niet",
    CellState.VERKEERD_NIVEAU: "is het er voor een ander niveau",
    CellState.TE_VER: "is het te ver",
    CellState.BUITEN_BEREIK: "is het dichtbij, maar alleen voor een andere wijk, subregio of school",
    CellState.OP_PAPIER: "is het er alleen op papier",
}


def _why_none(subject: Subject, piece: Cut) -> str:
    """voor 86 is het dichtbij, maar alleen voor een andere wijk, subregio of school; voor 12 …"""
    pupils: Counter[CellState] = Counter()
    inside = set(piece.needs)
    for cell in subject.outcome.cellen:
        if cell.need in inside:
            pupils[cell.state] += cell.need.aantal
    ranked = sorted(WHY_NONE, key=lambda state: -pupils[state])
    return "; ".join(
        f"voor {dutch.number(pupils[state])} {WHY_NONE[state]}" for state in ranked if pupils[state]
    )


# --------------------------------------------------------------------------------------- the list


def _list(subject: Subject) -> None:
    st.header("Wie geen plek vindt")
    short = lists.short_cells(subject)
    if not short:
        st.markdown("Niemand: er is geen tekort, en niets is onbekend.")
        return
    kept = _filtered(short)
    certain = sum(cell.certain for cell in kept)
    st.markdown(
        f"{dutch.number(len(kept))} combinaties van postcode, vraag, niveau en school; bij "
        f"{subject.pupils(certain)} staat vast dat er geen plek is."
    )
    rows = lists.cell_rows(subject, kept)
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
