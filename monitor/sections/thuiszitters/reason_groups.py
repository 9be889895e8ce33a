"""Why they were at home in a whole schooljaar, in four groups: few enough to be shown in classes."""

from monitor.figures import wording
from monitor.figures.door import Figure
from monitor.sections.section import Said, Section
from monitor.sections.thuiszitters.groups import picture
from monitor.sections.thuiszitters.subject import Subject, spoken
from monitor.sections.thuiszitters.twin import counted, twin
from monitor.sections.values import Value
from monitor.values import dutch
from monitor.views.charts import breakdown
from monitor.views.files import tables


QUESTION = "Waarom zaten leerlingen in een heel schooljaar thuis?"
YEAR, GROUP = "thuiszitters_jaar", "redengroep"
UNKNOWN = f"{GROUP}=anders of onbekend"
GROUPS = (
    "Een redengroep is de reden van de laatste melding van het schooljaar. Gezondheid en hulp: ziek, "
    "angst, overprikkeld, schoolweigering, wacht op jeugdhulp. School en onderwijsplek: geen "
    "passende plek, geschorst, uitgeschreven, conflict met school. Thuis en verhuizing: "
    "thuissituatie, verhuisd, onbekend bij school. De rest, en wat niet is ingevuld, is anders of "
    "onbekend. Het is wat er is ingevuld, geen diagnose."
)


def make(subject: Subject) -> Section | None:
    """Of the last schooljaar that is whole; None where this viewer has no such table."""
    if not subject.sees(YEAR, GROUP):
        return None
    every = [f for f in subject.own(YEAR, GROUP) if f.periode]
    totals = {f.periode: f for f in subject.own(YEAR)}
    if not every or not totals:
        return None
    year = max(totals)
    indicator, whole = subject.indicator(YEAR), totals[year]
    found = breakdown.ranked([f for f in every if f.periode == year and f.teller_max != 0])
    if not found:
        return None
    hidden = [breakdown.part_name(f.uitsplitsing) for f in found if f.is_hidden]
    notes = [f"Niet getekend, want verborgen: {dutch.joined(hidden)}."] if hidden else []
    notes.append(GROUPS)
    drawn = picture([f for f in found if not f.is_hidden], indicator, tuple(notes))
    return Section(
        key="thuiszitters_redengroepen",
        question=QUESTION,
        title=f"Redenen in schooljaar {year}",
        says=Said(sentence(found, whole)),
        selection=f"{indicator.title}, {subject.region.sentence}, schooljaar {year}",
        drawn=drawn,
        table=twin(f"Redengroepen in schooljaar {year}", _rows(subject, found, whole),
                   [(indicator, subject.region.per, every)], "redengroepen",
                   f"{subject.region.naam}, alle schooljaren"),
        trust=subject.trust(indicator, year, whole),
        notes=() if drawn else tuple(notes),
    )  # fmt: skip


def _rows(subject: Subject, found: list[Figure], whole: Figure) -> list[dict[str, str | Value]]:
    title = tables.value_title(subject.indicator(YEAR))
    every = [*found, whole]
    names = [*(breakdown.part_name(f.uitsplitsing) for f in found), "totaal"]
    words = [
        {"Redengroep": name, title: spoken(f)} for name, f in zip(names, every, strict=True)
    ]  # fmt: skip
    words = tables.say_wider(words, every, subject.store.settings.drempel)
    return [
        row | {title: counted(f, row[title])} for row, f in zip(words, every, strict=True)
    ]  # fmt: skip


def sentence(found: list[Figure], whole: Figure) -> str:
    """Het vaakst: gezondheid en hulp, 45–49 van de 115–119: where it is surely the most."""
    known = [f for f in found if not f.is_hidden and f.uitsplitsing != UNKNOWN]
    if not known or not wording.is_known(whole):
        return ""
    first = max(known, key=lambda f: f.teller or 0)
    others = [f.teller_max for f in found if f is not first]
    if any(end is None or end >= (first.teller or 0) for end in others):
        return ""
    name = breakdown.part_name(first.uitsplitsing)
    return f"Het vaakst genoemd: {name} ({spoken(first)} van de {spoken(whole)} leerlingen)."
