"""How many requests are open today, for how long, and what they wait for."""

from monitor.figures import wording
from monitor.sections.section import Said, Section, said
from monitor.sections.verwijzingen import split
from monitor.sections.verwijzingen.asked import (
    Asked,
    Line,
    amount,
    selection,
    since,
    trust_in,
    were,
)
from monitor.values import moments


QUESTION = "Hoeveel aanvragen zijn er nu open, en hoe lang al?"
TITLE = "Open aanvragen"


def make(asked: Asked) -> Section | None:
    """None where that is not known."""
    line = asked.line("tlv_open")
    if line is None:
        return None
    indicator, now = line.indicator, line.now
    change = since(now, line.before, indicator)
    first = (
        f"Op {moments.date(now.periode)} {were(now)} er {amount(now, indicator)} open"
        f"{f': {change}' if change else ''}."
    )
    words = (first, _complete(asked, line))
    whole = asked.whole_only(indicator)
    if now.teller_max == 0 and (line.before is None or line.before.teller_max == 0):
        return Section(
            key="verwijzingen_tlv_open", question=QUESTION, title=TITLE, says=Said(first),
            selection=selection(line), beside=said(words[1]), trust=(trust_in(asked, line),),
            notes=whole,
        )  # fmt: skip
    return split.in_parts(asked, line, "wachttijd", "Hoe lang al", QUESTION, TITLE, *words,
                          notes=whole, whole_series=True)  # fmt: skip


def _complete(asked: Asked, line: Line) -> str:
    found = split.parts_of(asked, line, "compleet", line.now)
    if not found or any(wording.is_closed(figure) for figure in found):
        return ""
    counted = {figure.uitsplitsing.partition("=")[2]: wording.teller(figure) for figure in found}
    return (
        f"Van {counted.get('ja', '0')} is het dossier compleet; "
        f"{counted.get('nee', '0')} wachten nog op stukken."
    )
