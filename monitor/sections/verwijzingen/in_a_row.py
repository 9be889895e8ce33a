"""One figure with its teller and noemer and what it was a year before."""

from monitor.figures import wording
from monitor.figures.chance import is_said_chance
from monitor.sections import tables
from monitor.sections.section import Piece, Said, Section, said
from monitor.sections.verwijzingen.asked import Asked, Line, selection, since, trust_in


QUESTION = "Wat wordt er besloten, en hoe vaak?"
DECISIONS = ("tlv_afgewezen", "tlv_verlenging_aandeel", "tlv_mei_juli_aandeel")
BACK = "terugplaatsing"
BACK_NOTE = (
    "Het laagste getal zijn de leerlingen die zeker terug zijn. In het hoogste tellen ook de "
    "leerlingen mee die nog geen achttien zijn en nergens te zien zijn."
)


def decisions(asked: Asked) -> list[Section]:
    """What was decided on requests, one section each."""
    lines = [line for name in DECISIONS if (line := asked.line(name)) is not None]
    return [_one(asked, line, "Besluiten") for line in lines]


def back(asked: Asked) -> Section | None:
    """Who went back to a regular school; None where that is not known."""
    line = asked.line(BACK)
    if line is None:
        return None
    is_open = line.now.waarde != line.now.waarde_max
    return _one(asked, line, "Terug naar een reguliere school", (BACK_NOTE,) if is_open else ())


def _one(asked: Asked, line: Line, title: str, notes: tuple[str, ...] = ()) -> Section:
    indicator, now = line.indicator, line.now
    counted = "Verborgen: het gaat om te weinig leerlingen"
    if not now.is_hidden:
        counted = wording.teller_noemer(now, indicator)
    per = line.region.per
    return Section(
        key=f"verwijzingen_{indicator.name}",
        question=QUESTION,
        title=title,
        says=Said(f"{indicator.short}: {wording.value(now, indicator)}"),
        selection=selection(line),
        beside=said(f"{counted}. {_change(line)}".rstrip()),
        table=tables.of_figures(
            f"{indicator.short}, per schooljaar", line.figures, indicator,
            [Piece(indicator, per, tuple(line.figures))], f"{indicator.name}-per-{per}",
            "alle schooljaren",
        ),
        trust=(trust_in(asked, line),),
        notes=(*asked.whole_only(indicator), *notes),
    )  # fmt: skip


def _change(line: Line) -> str:
    change = since(line.now, line.before, line.indicator)
    if not change:
        return ""
    chance = (
        line.before is not None
        and " dan een jaar eerder" in change
        and is_said_chance(line.now, line.before, line.indicator)
    )
    tail = " Dat verschil kan toeval zijn." if chance else ""
    return f"{change[:1].upper()}{change[1:]}.{tail}"
