"""The answer in words: how many, more or fewer than a year ago, without a plan, for how long."""

from monitor.compare import lessons
from monitor.figures import wording
from monitor.figures.door import Figure
from monitor.sections.section import Said, Section, said
from monitor.sections.thuiszitters.plan import without_plan
from monitor.sections.thuiszitters.subject import Subject, people, spoken
from monitor.values import dutch, moments, rounding


QUESTION = "Hoeveel leerlingen zitten thuis?"
FEW = 5
"""Of fewer the half is one or two pupils."""
LOOK_BACK = 5
"""Years."""


def make(subject: Subject, now: Figure) -> Section:
    """`now` is the stand of the day, known and not hidden."""
    notes = []
    is_open = now.teller != now.teller_max and not now.is_banded
    if is_open and subject.definition.unsure:
        notes.append(f"Waarom er geen precies getal staat: {_unsure(subject)}")
    exact = lessons.sentence(
        subject.store, subject.code, subject.region.sector, subject.region.swv
    )  # fmt: skip
    return Section(
        key="thuiszitters_antwoord",
        question=QUESTION,
        title="",
        says=Said(_how_many(subject, now)),
        selection=subject.sentence,
        beside=said(*_what_of_them(subject, now)),
        trust=subject.trust(subject.indicator(), now.periode, now),
        notes=tuple(notes + ([exact] if exact else [])),
    )


def hidden(subject: Subject) -> Section:
    """Too few to be shown to this viewer: nothing else of this region either."""
    region = subject.region
    day, few = moments.date(subject.periode), wording.few(subject.store.settings.drempel)
    if not subject.sees():
        first = f"Hoeveel leerlingen in {region.naam} op {day} naar deze definitie meetellen, ziet u niet."
        then = f"Dat is er alleen van {subject.only}."
    elif subject.is_whole:
        first = f"In {region.naam} telden op {day} {few} leerlingen mee."
        then = "Kies een andere definitie of een andere maand om meer te zien."
    else:
        first = f"In {region.naam} telden op {day} {few} leerlingen mee."
        then = "Van het hele samenwerkingsverband is er meer te zien."
    return Section(
        "thuiszitters_verborgen", QUESTION, "", Said(first), subject.sentence, beside=said(then)
    )


def _how_many(subject: Subject, now: Figure) -> str:
    """34 thuiszitters (OCW) op 31 oktober 2025, een jaar eerder 29."""
    place = "" if subject.is_whole else f" in {subject.region.naam}"
    words = people(now, subject.definition)
    said = f"{words[:1].upper()}{words[1:]}{place} op {moments.date(now.periode)}"
    before = subject.year_ago
    if before is not None and wording.is_known(before):
        number = "geen" if before.teller_max == 0 else spoken(before)
        said += f", een jaar eerder {number}"
    return f"{said}."


def _what_of_them(subject: Subject, now: Figure) -> list[str]:
    if now.teller_max == 0:
        return []
    return [
        _over_the_years(subject, now),
        without_plan(subject),
        _how_long(subject),
        _share(subject),
    ]


def _over_the_years(subject: Subject, now: Figure) -> str:
    """Op 31 oktober 2021 waren het er 31: the oldest of the last years, beside the one of a year
    ago. A stand is counted in full: nothing is said about chance (`docs/statistiek.md`)."""
    year = int(now.periode[:4])
    found = [
        figure
        for figure in subject.stands
        if figure.periode[5:7] == now.periode[5:7]
        and year - LOOK_BACK <= int(figure.periode[:4]) < year - 1
        and wording.is_known(figure)
    ]
    if not found:
        return ""
    first = min(found, key=lambda figure: figure.periode)
    number = "geen" if first.teller_max == 0 else spoken(first)
    return f"Op {moments.date(first.periode)} waren het er {number}."


def _how_long(subject: Subject) -> str:
    """De helft zit langer dan 18 weken thuis."""
    one = subject.measured("thuiszitters_duur")
    if one is None or (one.teller or 0) < FEW:
        return ""
    weeks = rounding.rounded(one.waarde or 0.0)
    unit = dutch.noun(float(weeks), "weken")
    if subject.code.startswith("VRIJ"):
        return f"Bij de helft is dat al langer dan {dutch.number(weeks)} {unit} zo."
    return f"De helft zit langer dan {dutch.number(weeks)} {unit} thuis."


def _share(subject: Subject) -> str:
    """Dat zijn er 1,5 per 1.000 leerlingen: of the whole only."""
    if not subject.is_whole:
        return ""
    indicator = subject.indicator("thuiszitters_promille")
    rate = subject.measured("thuiszitters_promille")
    if rate is None:
        return ""
    return f"Dat is {wording.value_bare(rate, indicator)} op elke 1.000 leerlingen."


def _unsure(subject: Subject) -> str:
    words = subject.definition.unsure
    return words[:1].lower() + words[1:]
