"""The matrix of ondersteuningsvraag by region: how many find a place, and how each cell stands."""

from monitor.figures import levels
from monitor.figures.door import Figure, indicator_named
from monitor.sections import trust
from monitor.sections.dekking.subject import RUN_WORDS, Subject
from monitor.sections.section import Drawn, Piece, Said, Section, Table, said, texts_table
from monitor.values.collation import by_name
from monitor.views.charts import matrix
from monitor.views.charts.kinds import Matrix


QUESTION = "Bij welke vraag en in welke regio vinden leerlingen geen plek?"
DOWNLOADED = ("dekking", "dekking_plan", "tekort", "tekort_zeker")


def make(subject: Subject) -> Section | None:
    """None for who sees no exact figures: a cell is of one to three pupils."""
    if not subject.exact:
        return None
    is_turned = len(subject.names) > len(vragen(subject))
    corner = levels.LEVEL_TITLES[subject.per].capitalize() if is_turned else "Ondersteuningsvraag"
    label = f"Dekking per ondersteuningsvraag en {levels.LEVEL_TITLES[subject.per]}"
    chart = Matrix(tuple(ordered(subject, is_turned)), _names(subject), label, corner)
    first, *rest = headline(subject)
    return Section(
        key="dekking_vraag_en_regio",
        question=QUESTION,
        title="Per vraag en regio",
        says=Said(first),
        selection=subject.sentence,
        beside=said(*rest),
        drawn=(Drawn(chart, (_reading(subject),)),),
        table=_table(subject, chart),
        trust=(
            trust.trust_of(
                subject.store, subject.viewer, indicator_named("dekking"), subject.periode,
                subject.whole,
            ),
        ),
    )  # fmt: skip


def _table(subject: Subject, chart: Matrix) -> Table:
    """The cells in words; with it the figures per region, as the indicators give them."""
    rows = matrix.rows(chart.cells, chart.names.__getitem__, chart.corner)
    return texts_table(
        chart.label, rows, pieces=pieces(subject, subject.per),
        file=f"dekking-per-{subject.per}-{subject.periode}",
        whole=f"alle {levels.LEVEL_PLURALS[subject.per]}, zonder vso",
    )  # fmt: skip


def pieces(subject: Subject, per: str, breakdown: str = "") -> tuple[Piece, ...]:
    """What can be taken along of coverage and shortage; without what there is not."""
    found: list[tuple[str, list[Figure]]] = [
        (name, subject.figures(name, per, breakdown)) for name in DOWNLOADED
    ]
    return tuple(
        Piece(indicator_named(name), per, tuple(some)) for name, some in found if some
    )  # fmt: skip


def vragen(subject: Subject) -> list[str]:
    """The ondersteuningsvragen that somebody has, by name."""
    return sorted({cell.row for cell in subject.cells.values() if cell.row}, key=by_name)


def ordered(subject: Subject, is_turned: bool) -> list[matrix.Cell]:
    """All cells, row by row, totals last. With more regions than vragen the regions are the rows,
    so that the table is long and not wide."""
    down, across = [*vragen(subject), ""], [*subject.names, ""]
    if is_turned:
        return [_cell(subject, vraag, code, True) for code in across for vraag in down]
    return [_cell(subject, vraag, code, False) for vraag in down for code in across]


def _cell(subject: Subject, vraag: str, code: str, is_turned: bool) -> matrix.Cell:
    found = subject.cells.get(f"{vraag}|{code}") or matrix.Cell(vraag, code, 0, 0, 0)
    if not is_turned:
        return found
    return matrix.Cell(
        code, vraag, found.behoefte, found.certain, found.possible, found.onbekend,
        found.only_paper, found.fragile, found.key, found.only_reach,
    )  # fmt: skip


def _names(subject: Subject) -> dict[str, str]:
    """A row or column in words: a vraag, a region or the total."""
    regions = {code: subject.region_name(code) for code in subject.names}
    return {"": "Samen"} | {vraag: vraag for vraag in vragen(subject)} | regions


def headline(subject: Subject) -> list[str]:
    """How many cells are short, and in how many everybody finds a place."""
    inner = [cell for cell in subject.cells.values() if cell.row and cell.column]
    states = [matrix.state(cell).name for cell in inner]
    units = f"vraag en {levels.LEVEL_TITLES[subject.per]}"
    short, paper, reach = (states.count(name) for name in ("tekort", "papier", "bereik"))
    fine = states.count("gedekt") + states.count("kwetsbaar")
    if not short and not paper and not reach:
        return [f"Nergens is er een zeker tekort in de {len(inner)} combinaties van {units}."]
    verb = "is" if short == 1 else "zijn"
    told = f"In {short} van de {len(inner)} combinaties van {units} {verb} er zeker leerlingen zonder plek"
    if paper:
        told += f"; in nog {paper} is er alleen op papier genoeg"
    if reach:
        told += f"; in nog {reach} is er binnen de norm genoeg, maar niet voor hen"
    rest = len(inner) - short - paper - reach - fine
    beside = f"In {fine} vindt iedereen een plek"
    return [f"{told}.", f"{beside}, in {rest} is dat niet zeker." if rest else f"{beside}."]


def _reading(subject: Subject) -> str:
    return (
        f"In elk vakje: hoeveel leerlingen een plek vinden, van hoeveel, met de "
        f"{RUN_WORDS[subject.basis.run]}. Twee getallen met een streepje: het laagste en het "
        "hoogste, want welke leerling geen plek vindt staat niet altijd vast; het totaal wel. "
        "Klik op een vakje voor de reden."
    )
