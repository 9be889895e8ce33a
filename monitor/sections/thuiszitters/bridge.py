"""From one definition to another: which groups make the difference."""

from collections.abc import Sequence

from monitor.compare.definition_bridge import Bridge
from monitor.compare.definition_bridge import bridge as of_two
from monitor.figures.catalogue import of_definition
from monitor.figures.door import Figure, Indicator
from monitor.sections.section import Drawn, Said, Section, said
from monitor.sections.thuiszitters.subject import Subject, asked, lower, named
from monitor.sections.thuiszitters.twin import twin
from monitor.store.definitions import definitions
from monitor.values import dutch
from monitor.views.charts.kinds import Waterfall
from monitor.views.charts.waterfall import amount, bridge_rows, signed


QUESTION = "Wie telt naar de ene definitie mee, en naar de andere niet?"
TITLE = "Van de ene definitie naar de andere"
KEY = "thuiszitters_brug"
NOT_SHOWN = (
    "Hoe het ene getal in het andere overgaat, gaat over groepen van een paar leerlingen. De "
    "directeur van het samenwerkingsverband ziet dat."
)
CERTAIN = (
    "De staven tonen wie zeker meetelt. In de tabel staat er ook naast wie misschien meetelt, omdat "
    "er een veld niet is ingevuld; beide tellen precies op."
)
GROUPS = (
    "De groepen zeggen wat een melding is, los van de definitie. Ook een groep die in beide meetelt "
    "staat in de tabel."
)


def make(subject: Subject, one: str, other: str) -> Section:
    """`one` and `other` are codes of definitions; without a bridge for who sees classes."""
    if not subject.viewer.sees_exact:
        return _without(subject, "", NOT_SHOWN)
    found = of_two(subject.store, subject.viewer, subject.region, subject.periode, one, other)
    if found is None:
        return _without(subject, "", "Op deze dag is een van de twee niet geteld.")
    if found.is_hidden:
        return _without(subject, "Deze brug is verborgen: u ziet aantallen leerlingen in klassen, en het "
                        "verschil tussen twee klassen kan één leerling zijn.", "")  # fmt: skip
    indicator = found.start
    pieces: list[tuple[Indicator, str, Sequence[Figure]]] = [
        (of_definition("thuiszitters", code, subject.region.sector), subject.region.per,
         _groups(subject, code))
        for code in (one, other)
    ]  # fmt: skip
    every = [found.total, found.outcome, *(x for t in found.terms for x in (t.start, t.end))]
    notes = (GROUPS,) if all(x.is_exact for x in every) else (CERTAIN, GROUPS)
    total = asked(subject, indicator, subject.region, period=subject.periode)
    return Section(
        key=KEY,
        question=QUESTION,
        title=TITLE,
        says=Said(_sentence(found)),
        selection=_selection(subject),
        drawn=(Drawn(Waterfall(found), notes),),
        table=twin("Van de ene definitie naar de andere, per groep", bridge_rows(found), pieces,
                   f"brug-{lower(one).lower()}-{other.lower()}",
                   f"{subject.region.naam}, twee definities naar groep"),
        trust=subject.trust(indicator, subject.periode, total[0] if total else None),
    )  # fmt: skip


def _without(subject: Subject, first: str, why: str) -> Section:
    return Section(KEY, QUESTION, TITLE, Said(first), _selection(subject), beside=said(why))


def _selection(subject: Subject) -> str:
    """Both definitions are in the sentence itself."""
    return f"twee definities van thuiszitter, {subject.when}"


def _groups(subject: Subject, code: str) -> list[Figure]:
    indicator = of_definition("thuiszitters", code, subject.region.sector)
    return asked(subject, indicator, subject.region, "groep", subject.periode)


def _sentence(found: Bridge) -> str:
    """Van 34 (thuiszitters (OCW)) naar 18 (thuiszitters (pact)). Het grootste verschil: …"""
    start, end = (
        named(amount(total), definitions()[indicator.definitie])
        for total, indicator in ((found.total, found.start), (found.outcome, found.end))
    )
    if not found.steps:
        return f"Op deze dag is er geen verschil: {start}, {end}."
    steps = [f"{step.groep} ({signed(step.difference)})" for step in found.steps[:2]]
    return f"Van {start} naar {end}. Het grootste verschil: {dutch.joined(steps)}."
