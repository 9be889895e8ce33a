"""What offer there is where: per vraag and region, counted as the reader chooses."""

from collections.abc import Callable, Sequence

from monitor.figures import wording
from monitor.scholen import aanbod_tally
from monitor.scholen.aanbod import Offer
from monitor.scholen.aanbod_tally import Tally, tally
from monitor.sections.aanbod.subject import Asked
from monitor.sections.section import Said, Section, said, texts_table
from monitor.values import dutch
from monitor.values.collation import by_name
from monitor.views.words import aanbod


QUESTION = "Welk aanbod is er waar?"
NONE = "–"
Cell = Callable[[Tally], str]


def _counted(count: Callable[[Tally], int]) -> Cell:
    return lambda found: dutch.number(count(found)) if found.arrangementen else NONE


def _places(count: Callable[[Tally], tuple[int, bool]]) -> Cell:
    """12 | ten minste 12 | onbekend"""

    def words(found: Tally) -> str:
        if not found.arrangementen:
            return NONE
        number, is_complete = count(found)
        return wording.interval(number, number if is_complete else None)

    return words


PLACES: dict[str, tuple[str, Cell]] = {
    "praktijk": (
        "Plaatsen in de praktijk", _places(lambda t: (t.praktijk, t.praktijk_complete))
    ),
}  # fmt: skip
FREE: dict[str, tuple[str, Cell]] = {
    "vrij": ("Vrije plaatsen", _places(lambda t: (t.vrij, t.vrij_complete))),
}
"""For who sees exact figures: places less free places is how many pupils there are."""
PAPER: dict[str, tuple[str, Cell]] = {
    "papier": ("Plaatsen alleen op papier", _counted(lambda t: t.plan_op_papier)),
}
"""For staff: the places that were agreed."""
STATES: dict[str, tuple[str, Cell]] = {
    "arrangementen": ("Arrangementen", _counted(lambda t: t.arrangementen)),
    "met_plek": ("Arrangementen met plek", _counted(lambda t: t.met_plek)),
    "niet_opgegeven": ("Arrangementen, niet opgegeven", _counted(lambda t: t.niet_opgegeven)),
}


def measures_for(asked: Asked) -> dict[str, tuple[str, Cell]]:
    """What this viewer may see counted."""
    return (
        PLACES
        | (FREE if asked.viewer.sees_exact else {})
        | (PAPER if asked.is_staff else {})
        | STATES
    )


def make(asked: Asked, name: str, per: str) -> Section:
    """`name` is one of `measures_for`, `per` subregio or gemeente, "" where no region is known."""
    title, words = measures_for(asked)[name]
    there = regions(asked.offers, per) if per else []
    first, *rest = gap_sentence(asked.offers, per, there)
    rows = [
        _row(vraag, [o for o in asked.offers if vraag in o.vragen], there, per, words)
        for vraag in aanbod_tally.vragen(asked.offers)
    ]
    rows.append(_row("alle vragen", asked.offers, there, per, words))
    return Section(
        key="aanbod_matrix",
        question=QUESTION,
        title=QUESTION,
        says=Said(first),
        selection=f"{title}, {asked.whole.sentence}, schooljaar {asked.schooljaar}, {asked.source}",
        beside=said(*rest),
        table=texts_table(f"{title} per ondersteuningsvraag", rows, "number"),
        notes=(
            (
                f"{title}: alleen wat loopt in {asked.schooljaar}, geteld waar het arrangement is. "
                f"{NONE} is: er is geen arrangement. Een arrangement voor twee vragen staat in beide "
                "rijen en telt bij ‘alle vragen’ één keer; arrangementen voor een groter gebied helpen "
                "ook leerlingen van elders."
            ),
        ),
    )


def regions(found: Sequence[Offer], per: str) -> list[str]:
    return sorted(
        {_region(one, per) for one in found if one.is_running and _region(one, per)}, key=by_name
    )


def _region(one: Offer, per: str) -> str:
    return one.subregio if per == "subregio" else one.gemeente


def _row(
    vraag: str, found: Sequence[Offer], there: Sequence[str], per: str, words: Cell
) -> dict[str, str]:
    row = {"Ondersteuningsvraag": vraag, "Samen": words(tally(found))}
    for region in there:
        row[region] = words(tally(o for o in found if _region(o, per) == region))
    return row


def gap_sentence(found: Sequence[Offer], per: str, regions: Sequence[str]) -> list[str]:
    """Geen arrangement is er voor motoriek in Oost en taal in West; alle andere … hebben er een."""
    cells = {
        f"{vraag} in {region}": [
            o for o in found
            if o.is_running and vraag in o.vragen and _region(o, per) == region
        ]
        for vraag in aanbod_tally.vragen(found)
        for region in regions
    }  # fmt: skip
    if not regions:
        return ["Van geen arrangement is bekend in welke regio het is."]
    empty = [name for name, there in cells.items() if not there]
    own = [
        name for name, there in cells.items() if there and all(o.bereik == "school" for o in there)
    ]
    where = "subregio" if per == "subregio" else "gemeente"
    said = (f"Geen lopend arrangement is er voor {aanbod.few(empty, 4)}." if empty else
            f"Voor elke ondersteuningsvraag loopt in elke {where} minstens één arrangement.")  # fmt: skip
    if not own:
        return [said]
    return [
        said,
        f"Alleen voor leerlingen van de eigen school is het aanbod voor {aanbod.few(own, 4)}.",
    ]
