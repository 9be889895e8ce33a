"""How far a place may be: the norms that are in force, of which vraag and which niveau."""

from monitor.figures.provenance import provenance
from monitor.sections import origins
from monitor.sections.dekking.subject import Subject, indicator_of
from monitor.sections.section import Said, Section, said, texts_table
from monitor.values import dutch


QUESTION = "Hoe ver mag een plek van huis zijn?"
TITLE = "Hoe ver een plek mag zijn"
LIFTED = "geen grens"


def make(subject: Subject) -> Section:
    """The same for everybody: a norm is an agreement, and no count of pupils."""
    rules = subject.rules
    default = kilometres(rules.default_km)
    selection = f"{subject.whole.naam}, schooljaar {subject.periode}"
    if not rules.normen:
        return Section(
            key="dekking_normen",
            question=QUESTION,
            title=TITLE,
            says=Said(f"Er zijn geen afstandsnormen geleverd: overal geldt {default}."),
            selection=selection,
            beside=said("Lever het bestand normen (vraag, niveau, hoogste afstand in km) om per vraag "
                        "een eigen norm te gebruiken."),
        )  # fmt: skip
    rows = [
        {
            "Ondersteuningsvraag": one.ondersteuningsvraag,
            "Niveau": one.niveau,
            "Hoogstens": kilometres(one.max_km),
        }
        for one in sorted(rules.normen, key=lambda n: (n.ondersteuningsvraag, n.niveau))
    ]
    source = _source(subject)
    return Section(
        key="dekking_normen",
        question=QUESTION,
        title=TITLE,
        says=Said(_sentence([norm.max_km for norm in rules.normen])),
        selection=selection,
        beside=said(f"Voor wat er niet bij staat geldt {default}. Gemeten hemelsbreed, van het midden "
                    "van de postcode."),
        table=texts_table("Alle normen", rows, file="normen", whole="alle normen",
                          filed=lambda: rows, origins=source),
        notes=tuple(f"Bron: {line}" for line in source),
    )  # fmt: skip


def kilometres(km: float | None) -> str:
    """8 km | 7,5 km | geen grens"""
    return LIFTED if km is None else f"{dutch.number(km, 1).removesuffix(',0')} km"


def _sentence(found: list[float]) -> str:
    least, most = kilometres(min(found)), kilometres(max(found))
    if least == most:
        return f"Een plek mag hoogstens {most} van huis zijn, voor elke vraag met een eigen norm."
    return (
        f"Een plek mag {least.removesuffix(' km')} tot {most} van huis zijn, dat hangt af van de vraag "
        "en het niveau."
    )


def _source(subject: Subject) -> tuple[str, ...]:
    """SWV: Normen voor de afstand tot een passende plek (normen.csv, geleverd 30 november 2026)"""
    every = provenance(subject.store, indicator_of(subject), subject.periode).origins
    return tuple(dict.fromkeys(
        origins.origin_line(one) for one in every if one.source == "normen"
    ))  # fmt: skip
