"""Basisondersteuning of a samenwerkingsverband: over all schools, and by those that said what they do.

Two answers to two questions, always beside each other and each by its own name: a reader took the
second for the first (a school that did not fill in the list may offer all of it, or nothing).
"""

from monitor.access import Viewer
from monitor.figures import wording
from monitor.figures.door import Figure, Indicator, figures, indicator_named
from monitor.figures.levels import Region
from monitor.sections import trust
from monitor.sections.section import Said, Section
from monitor.store.store import Store


QUESTION = "Welke basisondersteuning bieden scholen?"
MEASURES = {
    "basisondersteuning_alle": "Over alle scholen",
    "basisondersteuning": "Volgens de scholen die de lijst invulden",
}
NOT_ALL = (
    "Wie niets opgaf, kan alles bieden of niets: over alle scholen telt dat mee als interval, en in het "
    "cijfer van de ingevulde lijsten staat die school niet. Deels is geen ja."
)
Found = list[tuple[Indicator, Figure]]


def make(store: Store, viewer: Viewer, region: Region, schooljaar: str) -> Section | None:
    """Both, for whom they are; what is not delivered is said to be unknown. None: not for this viewer."""
    if all(viewer.role not in indicator_named(name).audience for name in MEASURES):
        return None
    key, selection = "basisondersteuning", f"{region.sentence}, schooljaar {schooljaar}"
    found = of_whole(store, viewer, region.swv, schooljaar)
    if not found:
        unknown = f"Over {schooljaar} vulde nog geen school de lijst basisondersteuning in: het is onbekend."
        return Section(key, QUESTION, QUESTION, Said(unknown), selection)
    return Section(
        key=key,
        question=QUESTION,
        title=QUESTION,
        says=Said(sentence(found)),
        selection=selection,
        beside=tuple(
            Said(f"{indicator.title}: {wording.teller_noemer(figure, indicator)}")
            for indicator, figure in found
        ),
        trust=tuple(
            trust.trust_of(store, viewer, indicator, figure.periode, region, figure)
            for indicator, figure in found
        ),
        notes=(NOT_ALL,),
    )


def of_whole(store: Store, viewer: Viewer, swv: str, schooljaar: str) -> Found:
    """The figures of the whole samenwerkingsverband that are there and for this viewer."""
    found = []
    for name in MEASURES:
        indicator = indicator_named(name)
        if viewer.role in indicator.audience and swv:
            found += [
                (indicator, figure)
                for figure in figures(
                    store, viewer, indicator, "swv", period=schooljaar, codes=(swv,)
                )
                if figure.periode == schooljaar
            ]
    return found


def sentence(found: Found) -> str:
    """Over alle scholen is dat 70–85 %; volgens de scholen die … is dat 80–83 %."""
    said = [
        f"{MEASURES[indicator.name]} is dat {wording.value(figure, indicator)}"
        for indicator, figure in found
    ]
    if not said:
        return ""
    first, *others = said
    rest = "".join(f"; {words[:1].lower()}{words[1:]}" for words in others)
    return f"Op hoeveel van de punten zeggen scholen ja? {first}{rest}."
