"""Why they are at home, as the schools filled it in."""

from monitor.figures.door import Figure
from monitor.sections.section import Said, Section
from monitor.sections.thuiszitters import groups
from monitor.sections.thuiszitters.subject import Subject, spoken
from monitor.sections.thuiszitters.twin import twin
from monitor.views.charts import breakdown as charts


QUESTION = "Waarom zitten zij thuis?"
MOST_REASONS = 8


def make(subject: Subject, now: Figure) -> Section | None:
    """None where nobody counts, or the groups are too small for this viewer (`groups.not_shown`)."""
    if now.teller_max == 0 or not groups.are_seen(subject):
        return None
    indicator = subject.indicator()
    found = charts.ranked(subject.parts("reden"))
    shown = [f for f in found if not f.is_hidden]
    top = shown[:MOST_REASONS]
    notes = []
    if hidden := len(found) - len(shown):
        notes.append(f"Van {hidden} redenen is het aantal verborgen; die staan alleen in de tabel.")
    if rest := len(shown) - len(top):
        notes.append(f"De {len(top)} redenen met de meeste leerlingen; de andere {rest} staan in "
                     "de tabel. Een reden staat er zoals de school hem invulde.")  # fmt: skip
    return Section(
        key="thuiszitters_redenen",
        question=QUESTION,
        title="Redenen",
        says=Said(_most_named(shown, now)),
        selection=subject.sentence,
        drawn=groups.picture(top, indicator, tuple(notes)),
        table=twin("Aantal leerlingen naar reden", groups.group_rows(found, indicator, now),
                   [(indicator, subject.region.per, found)], "naar-reden",
                   f"{subject.region.naam}, redenen"),
        trust=subject.trust(indicator, now.periode, now),
        notes=() if top else tuple(notes),
    )  # fmt: skip


def _most_named(shown: list[Figure], now: Figure) -> str:
    """Het vaakst genoemd: ziek (12 van de 33–34)."""
    reason = next((f for f in shown if f.uitsplitsing != "reden=onbekend"), None)
    if reason is None or (reason.teller or 0) <= 1:
        return ""
    name = reason.uitsplitsing.partition("=")[2]
    also = [f for f in shown if f is not reason and _may_be_as_many(f, reason)]
    word = "Vaak genoemd" if also else "Het vaakst genoemd"
    return f"{word}: {name} ({spoken(reason)} van de {spoken(now)})."


def _may_be_as_many(one: Figure, other: Figure) -> bool:
    return (one.teller_max or 0) >= (other.teller or 0) and one.uitsplitsing != "reden=onbekend"
