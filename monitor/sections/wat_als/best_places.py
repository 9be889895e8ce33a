"""What would help most: the best next places, each computed by itself on top of a scenario."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from monitor.dekking.matching.candidates import Ranked
from monitor.dekking.next_places import MOST, NextPlaces
from monitor.sections.section import Said, Section, texts_table
from monitor.sections.wat_als.subject import STEPS, Subject
from monitor.values import dutch
from monitor.views.words import scenario_changes


QUESTION = "Wat zou het meest helpen?"
BY_SIZE, BY_PRICE = "opgelost", "kosten"
NOTHING_HERE = (
    "Voor deze keuze is er geen plek die iets oplost. Kies een andere vraag, of het hele "
    "samenwerkingsverband: een plek net buiten een regio kan ook helpen."
)
NOTHING = (
    "Geen van de nieuwe plekken die de monitor uitrekende lost iets op, en openstellen van wat er is ook "
    "niet. Is er nog een tekort, dan ligt het aan de woonplaats, of aan het niveau, dat niet bekend is."
)


def make(
    subject: Subject, found: NextPlaces, order: str = BY_SIZE, *, is_chosen: bool, on_top: bool
) -> Section:
    """`is_chosen` where only a vraag or region was asked; `on_top` where a scenario has changes."""
    best, opened = in_order(found, order), found.openings()
    told = [*opened, *best]
    says = _sentence(subject, best, opened, order, found.gap) if told else (
        NOTHING_HERE if is_chosen else NOTHING)  # fmt: skip
    return Section(
        key="wat_als_rangorde",
        question=QUESTION,
        title=QUESTION,
        says=Said(says),
        selection=subject.sentence,
        table=texts_table(
            "Wat er opengesteld kan worden, en alle combinaties van vraag en niveaus",
            [scenario_changes.ranked_row(one, subject.numbers) for one in told],
            file="wat-als-beste-plekken", whole="elke combinatie van vraag en niveaus",
        ) if told else None,
        trust=(subject.trust,) if told else (),
        notes=(_how(subject, found, on_top), *(() if subject.numbers.exact else (STEPS,)))
        if told else (),
    )  # fmt: skip


def in_order(found: NextPlaces, order: str) -> list[Ranked]:
    """New places, a best one for each vraag and group of niveaus."""
    return found.cheapest() if order == BY_PRICE else found.best()


def words(subject: Subject, one: Ranked) -> tuple[str, str]:
    """(what it is, what it brings and costs)"""
    return (
        scenario_changes.ranked_title(one, subject.known),
        scenario_changes.ranked_words(one, subject.numbers),
    )


def ties(
    subject: Subject, some: Sequence[Ranked], by_size: bool
) -> Iterator[tuple[str, list[Ranked]]]:
    """(how many they help, those that help as many) in order; one by one by price."""
    if not by_size:
        yield from (("", [one]) for one in some)
        return
    for size, tied in groupby(some, lambda one: subject.numbers.size(one.closes)):
        yield size, list(tied)


def _sentence(
    subject: Subject, best: list[Ranked], opened: list[Ranked], order: str, gap: int
) -> str:
    """What one change can do at most, or a new arrangement at least costs."""
    numbers = subject.numbers
    of = f"van de {numbers.stand(gap)} leerlingen zonder plek" if numbers.exact else "leerlingen"
    if not best:
        return f"Openstellen van één arrangement helpt hoogstens {numbers.size(opened[0].closes)} {of}."
    first = best[0]
    said = f"Eén nieuw arrangement helpt hoogstens {numbers.size(first.closes)} {of}"
    if order == BY_PRICE and first.per_solved is not None:
        each = numbers.per_solved(first.costs, first.closes)
        said = f"Een nieuwe plek voor wie er nu geen heeft kost minstens {each} per jaar"
    if opened:
        said += (
            f"; openstellen van één arrangement dat er al is hoogstens {numbers.size(opened[0].closes)}"
            if order != BY_PRICE
            else "; openstellen van wat er is vraagt geen nieuwe plaatsen"
        )
    return f"{said}."


def _how(subject: Subject, found: NextPlaces, on_top: bool) -> str:
    unknown = [vraag for vraag in subject.known.vragen if vraag not in found.tarieven]
    without = f" Van {dutch.joined(unknown)} is geen tarief bekend." if unknown else ""
    top = "bovenop dit scenario" if on_top else "bovenop wat er nu is"
    cut = (
        f" Nog {dutch.number(found.left_out)} mogelijkheden die minder beloven zijn niet uitgerekend: "
        f"hoogstens {MOST} tegelijk. Kies een vraag of regio om die wel te zien."
        if found.left_out
        else ""
    )
    return (
        f"Uitgerekend: {dutch.number(found.computed)} nieuwe arrangementen, elk apart {top}. Het zijn de "
        "vragen, niveaus en postcodes waar de meeste leerlingen binnen de norm wonen die nu geen plek "
        f"vinden; met 4, 8 of 12 plaatsen, voor het hele samenwerkingsverband.{cut} De kosten zijn het "
        f"middelste tarief van de arrangementen die er nu voor die vraag zijn.{without} Openstellen is "
        "een ruimer bereik voor een arrangement dat er al is en nog plek heeft. Van elke vraag en groep "
        "niveaus staat de beste er. Twee samen helpen soms minder leerlingen dan de som."
    )
