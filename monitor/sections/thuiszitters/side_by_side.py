"""How many there are by each definition, on one day."""

from collections.abc import Sequence

from monitor.figures.catalogue import of_definition, working_definition
from monitor.figures.door import Figure, Indicator
from monitor.sections.section import Said, Section, said
from monitor.sections.thuiszitters.subject import Subject, asked, spoken
from monitor.sections.thuiszitters.twin import counted, twin
from monitor.sections.values import Value
from monitor.store.definitions import definitions
from monitor.values import dutch, moments


QUESTION = "Hoeveel zijn het er naar elke definitie?"
KEY = "thuiszitters_definities"
NOT_SHOWN = (
    "De definities naast elkaar ziet u alleen van het hele samenwerkingsverband: hier zijn de "
    "aantallen te klein."
)


def is_seen(subject: Subject) -> bool:
    return subject.viewer.sees_exact or subject.is_whole


def make(subject: Subject) -> Section:
    """The table is the answer; without one where it is not for this viewer (`is_seen`)."""
    title = f"Alle definities op {moments.date(subject.periode)}"
    selection = f"alle definities van thuiszitter, {subject.when}"
    if not is_seen(subject):
        return Section(KEY, QUESTION, title, Said(""), selection, beside=said(NOT_SHOWN))
    own = working_definition(subject.store.settings)
    order = [subject.code, own, *definitions()]
    found = {code: _stand(subject, code) for code in dict.fromkeys(order)}
    rows = [_row(code, found[code], code == own) for code in dict.fromkeys([own, *found])]
    pieces: list[tuple[Indicator, str, Sequence[Figure]]] = [
        (of_definition("thuiszitters", code, subject.region.sector), subject.region.per, [figure])
        for code, figure in found.items() if figure is not None
    ]  # fmt: skip
    return Section(
        key=KEY,
        question=QUESTION,
        title=title,
        says=Said(""),
        selection=selection,
        table=twin("Het aantal volgens elke definitie", rows, pieces, "definities",
                   f"{subject.region.naam}, alle definities"),
        trust=subject.trust(subject.indicator(), subject.periode, subject.now),
        notes=(("Een leerling kan onder meer dan één definitie vallen: tel de aantallen niet bij "
               "elkaar op."),),
    )  # fmt: skip


def _stand(subject: Subject, code: str) -> Figure | None:
    indicator = of_definition("thuiszitters", code, subject.region.sector)
    found = asked(subject, indicator, subject.region, period=subject.periode)
    return found[0] if found else None


def _row(code: str, figure: Figure | None, is_own: bool) -> dict[str, str | Value]:
    one = definitions()[code]
    name = f"{one.title} ({code})"
    if is_own:
        name += " – werkdefinitie"
    return {
        "Definitie": name,
        "Aantal": Value(dutch.UNKNOWN, status="onbekend")
        if figure is None
        else counted(figure, spoken(figure)),
        "Wie telt mee": one.text,
        "Geldig": one.validity or "nog steeds",
        "Bron": one.source,
    }
