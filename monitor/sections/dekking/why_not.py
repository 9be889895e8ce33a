"""Why there is a shortage: pupils who share too few arrangements, piece by piece.

For who sees exact figures only.
"""

from collections import Counter

from monitor.dekking.matching.cut_pieces import knots
from monitor.dekking.matching.model import CellState, Cut
from monitor.sections.dekking import lists
from monitor.sections.dekking.subject import Subject, indicator_of, trust_now
from monitor.sections.section import Said, Section, said, texts_table
from monitor.values import dutch


QUESTION = "Waarom vinden leerlingen geen plek?"
SHOWN = 8
"""Pieces that are told; the largest."""
NOWHERE_ELSE = (
    "Zij kunnen nergens anders terecht, dus anders verdelen helpt niet: alleen een plek erbij die bij "
    "hen past, aanbod dat voor meer leerlingen opengaat, of een ruimere norm."
)


def make(subject: Subject) -> Section | None:
    """None for who sees no exact figures. The pieces are told by `pieces`."""
    if not subject.exact:
        return None
    if not subject.outcome.snede.needs:
        none = "Er is geen tekort: iedereen vindt tegelijk een passende plek."
        return Section(
            "dekking_waarom", QUESTION, "Waarom er een tekort is", Said(none), subject.sentence
        )
    full = _full(subject)
    return Section(
        key="dekking_waarom",
        question=QUESTION,
        title="Waarom er een tekort is",
        says=Said(cut_sentence(subject)),
        selection=subject.sentence,
        beside=said(NOWHERE_ELSE),
        table=texts_table("De volle arrangementen", full) if full else None,
        trust=(trust_now(subject, indicator_of(subject)),),
    )


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


def pieces(subject: Subject) -> tuple[list[str], int]:
    """(a sentence for each of the largest pieces, how many there are)."""
    found = knots(subject.outcome)
    return [piece_sentence(subject, one) for one in found[:SHOWN]], len(found)


def _full(subject: Subject) -> list[dict[str, str]]:
    codes = {one.arrangementscode for one in subject.outcome.snede.arrangements}
    uses = [(use, 0) for use in subject.outcome.arrangementen
            if use.arrangement.arrangementscode in codes]  # fmt: skip
    rows = lists.use_rows(subject, uses, "")
    for row in rows:
        row.pop("", None)
        row.pop("Vrij", None)
    return rows


def piece_sentence(subject: Subject, piece: Cut) -> str:
    """46 leerlingen (medisch, motoriek) delen 5 arrangementen met 33 plaatsen: 13 te weinig."""
    vragen: Counter[str] = Counter()
    for need in piece.needs:
        vragen[need.ondersteuningsvraag] += need.aantal
    most = [vraag for vraag, _ in sorted(vragen.items(), key=lambda one: (-one[1], one[0]))]
    what = dutch.joined(most) if len(most) <= 4 else f"{', '.join(most[:3])} en andere vragen"
    who = subject.pupils(piece.need)
    is_one = piece.need == 1
    if not piece.arrangements:
        verb = "heeft" if is_one else "hebben"
        return (
            f"{who} ({what}) {verb} geen enkel passend arrangement met plaatsen: "
            f"{_why_none(subject, piece)}."
        )
    first = [subject.title(one.arrangementscode) for one in piece.arrangements[:3]]
    more = len(piece.arrangements) - 3
    names = f"{', '.join(first)} en nog {more}" if more > 0 else dutch.joined(first)
    return (
        f"{who} ({what}) {'heeft' if is_one else 'delen'} {_offers(len(piece.arrangements))} "
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
