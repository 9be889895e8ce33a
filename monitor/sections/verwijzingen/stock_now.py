"""How many have a valid tlv now, beside a year before and the country, and how many of those end."""

from monitor.figures import wording
from monitor.figures.chance import is_said_chance
from monitor.sections import origins
from monitor.sections.section import Said, Section, said
from monitor.sections.verwijzingen.asked import (
    Asked,
    Line,
    amount,
    country_at,
    selection,
    since,
    trust_in,
    were,
)
from monitor.values import moments
from monitor.views.words import sentences


QUESTION = "Hoeveel leerlingen zitten er nu met een tlv?"
TITLE = "Stand: wie er zit"
TOO_SHORT = (
    "Hoeveel leerlingen er zitten, is nog niet te zeggen: een tlv geldt vaak drie jaar, dus daarvoor "
    "moet de lijst minstens drie jaar oud zijn."
)


def make(asked: Asked) -> Section:
    line = asked.line("deelname_vso_tlv") or asked.line("tlv_geldig")
    if asked.region.per != "swv" or line is None or not wording.is_known(line.now):
        line = asked.line("tlv_geldig")
    if line is None:
        when = moments.period(asked.year)
        return Section("verwijzingen_stand_nu", QUESTION, TITLE, Said(TOO_SHORT),
                       f"Geldige tlv's, {asked.region.sentence}, {when}")  # fmt: skip
    indicator, now = line.indicator, line.now
    land = country_at(asked, indicator, now.periode) if indicator.kind == "aandeel" else None
    ends = asked.line("tlv_eindigt")
    beside = [
        _change(line),
        sentences.compare_sentence(now, land, indicator) if land is not None else "",
        _ending(asked, ends) if ends is not None and asked.region.per == "swv" else "",
    ]
    return Section(
        key="verwijzingen_stand_nu",
        question=QUESTION,
        title=TITLE,
        says=Said(_first(line)),
        selection=selection(line),
        beside=said(*beside),
        trust=(trust_in(asked, line, origins.country_origin(asked.store, indicator, land)),),
        notes=asked.whole_only(indicator),
    )


def _first(line: Line) -> str:
    indicator, now = line.indicator, line.now
    if indicator.kind == "aandeel":
        return (
            f"Op {moments.period(now.periode)} had {wording.value(now, indicator)} van de leerlingen "
            f"een geldige tlv voor het vso: {wording.teller(now)} leerlingen."
        )
    return f"Op {moments.date(now.periode)} {were(now)} er {amount(now, indicator)} geldig."


def _change(line: Line) -> str:
    words = since(line.now, line.before, line.indicator)
    if not words:
        return ""
    chance = line.before is not None and is_said_chance(line.now, line.before, line.indicator)
    return f"Dat is {words}{'; dat verschil kan toeval zijn' if chance else ''}."


def _ending(asked: Asked, line: Line) -> str:
    """How many of them end in the schooljaar after the one that was chosen."""
    found = asked.figure_of(line.indicator, asked.year_after)
    if found is None:
        return ""
    return (
        f"Van {amount(found, line.indicator)} loopt de tlv af in {moments.period(asked.year_after)}, "
        "zonder dat er al een nieuwe op volgt."
    )
