"""Which arrangements nobody reported the places of: neither covered nor a gap."""

from monitor.dekking.matching.model import Run
from monitor.sections.dekking import lists
from monitor.sections.dekking.subject import Subject
from monitor.sections.section import Said, Section, said, texts_table
from monitor.values import dutch


QUESTION = "Van welke arrangementen is niet bekend hoeveel plaatsen er zijn?"
TITLE = "Onbekend: de school gaf haar plaatsen niet op"
NONE = "Van elk actief arrangement is bekend hoeveel plaatsen er in de praktijk zijn."


def make(subject: Subject) -> Section:
    unknown = [use for use in lists.running(subject) if use.places is None]
    key = "dekking_onbekend"
    if not unknown:
        return Section(key, QUESTION, TITLE, Said(NONE), subject.sentence)
    places = sum(use.arrangement.plaatsen_plan for use in unknown)
    count = len(unknown)
    which = "Eén arrangement" if count == 1 else f"{dutch.number(count)} arrangementen"
    first = f"{which}, met in het plan {dutch.number(places)} {dutch.noun(places, 'plaatsen')}."
    told = "Ze tellen niet als dekking en niet als tekort."
    found = pupils_who_depend(subject) if subject.exact else None
    if found:
        told += f" Het scheelt hoogstens {subject.pupils(found)}."
    elif found == 0:
        told += " Voor de dekking maakt het niet uit."
    rows = [lists.place_row(subject, use) for use in unknown]
    return Section(
        key, QUESTION, TITLE, Said(first), subject.sentence, beside=said(told),
        table=texts_table("Arrangementen zonder opgave", rows),
    )  # fmt: skip


def pupils_who_depend(subject: Subject) -> int:
    """Pupils of whom it depends on those places whether they are covered."""
    real = subject.of(Run.PRAKTIJK)
    homeless = sum(cell.onbekend for cell in real.cellen if cell.need.latitude is None)
    return real.onbekend - homeless
