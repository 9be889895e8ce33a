"""From the stand of a year before to that of now: who came, who left, and what does not fit."""

from collections.abc import Mapping

from monitor.figures import wording
from monitor.figures.door import Figure
from monitor.sections.section import Column, Piece, Said, Section, Table, said
from monitor.sections.values import Value, value_of
from monitor.sections.verwijzingen import split
from monitor.sections.verwijzingen.asked import Asked, Line, selection, trust_in
from monitor.values import dutch, moments


QUESTION = "Hoe volgt de stand van nu uit die van een jaar eerder?"
TITLE = "Van de stand van vorig jaar naar die van nu"
STEPS = (
    ("stand een jaar eerder", "Stand een jaar eerder", 1),
    ("erbij: nieuw", "Erbij: nieuw", 1),
    ("erbij: verhuisd hierheen", "Erbij: verhuisd hierheen", 1),
    ("erbij: verschil", "Erbij: verschil dat niet te verklaren is", 1),
    ("eraf: tlv afgelopen", "Eraf: tlv afgelopen", -1),
)
"""(part, words, sign)"""
MOVES = {
    "erbij: nieuw": "nieuw",
    "erbij: verhuisd hierheen": "hierheen verhuisd",
    "eraf: tlv afgelopen": "van wie de tlv afliep",
}
IT_ADDS_UP = "De som klopt: er is geen verschil dat niet te verklaren is."


def make(asked: Asked) -> Section | None:
    """None without a stand of a year before; without figures for who may not see the parts."""
    line = asked.line("verloop_vso")
    if line is None or line.before is None:
        return None
    whole = asked.whole_only(line.indicator)
    trust = (trust_in(asked, line),)
    if shut := split.closed(asked, line, "verloop"):
        return Section(
            key="verwijzingen_verloop", question=QUESTION, title=TITLE, says=Said(""),
            selection=selection(line), beside=said(shut), trust=trust, notes=whole,
        )  # fmt: skip
    found = {
        figure.uitsplitsing.partition("=")[2]: figure
        for figure in split.parts_of(asked, line, "verloop", line.now)
    }
    return Section(
        key="verwijzingen_verloop",
        question=QUESTION,
        title=TITLE,
        says=Said(_sentence(line, line.before, found)),
        selection=selection(line),
        table=_table(line, found),
        trust=trust,
        notes=(*whole, _gap(found)),
    )


def _sentence(line: Line, before: Figure, found: Mapping[str, Figure]) -> str:
    """Van 819 op … naar 835 leerlingen op …: 222 nieuw, 10 hierheen verhuisd en 215 …"""
    now, indicator = line.now, line.indicator
    moves = [f"{wording.teller(found[part])} {word}" for part, word in MOVES.items()
             if part in found]  # fmt: skip
    return (
        f"Van {wording.value(before, indicator)} op {moments.period(before.periode)} naar "
        f"{wording.value_long(now, indicator)} op {moments.period(now.periode)}: "
        f"{dutch.joined(moves) or 'niemand erbij of eraf'}."
    )


def _gap(found: Mapping[str, Figure]) -> str:
    gap = found.get("erbij: verschil")
    if gap is None or gap.teller_max == 0:
        return IT_ADDS_UP
    return (
        f"Het verschil van {wording.teller(gap)} zijn leerlingen die erbij komen zonder nieuwe tlv: "
        "hun vorige liep al af voor de verlenging begon, of er is niet ingevuld wat voor tlv het is."
    )


def _table(line: Line, found: Mapping[str, Figure]) -> Table:
    now, indicator = line.now, line.indicator
    rows = []
    for part, words, sign in STEPS:
        figure = found.get(part)
        amount = wording.teller(figure) if figure is not None else "0"
        mark = "" if part == STEPS[0][0] else "+" if sign > 0 else "\u2212"
        text = f"{mark}{amount}" if amount != "0" else "0"
        rows.append((Value(words), value_of(figure, indicator, text) if figure else Value(text)))
    end = f"Stand op {moments.period(now.periode)}"
    rows.append((Value(end), value_of(now, indicator, wording.teller(now))))
    per = line.region.per
    return Table(
        "Het verloop van de stand", (Column("Verloop"), Column("Leerlingen", "number")),
        tuple(rows), (Piece(indicator, per, (*found.values(), now)),), f"{indicator.name}-per-{per}",
        "dit verloop",
    )  # fmt: skip
