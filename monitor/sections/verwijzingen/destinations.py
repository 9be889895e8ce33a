"""Where pupils go, and from where: every region of origin to every school of destination."""

from collections.abc import Sequence

from monitor.figures import levels, wording
from monitor.figures.door import Figure, figures
from monitor.sections import units
from monitor.sections.section import Column, Drawn, Piece, Said, Section, Table
from monitor.sections.values import Value, value_of
from monitor.sections.verwijzingen import split
from monitor.sections.verwijzingen.asked import LEVELS, Asked, Line, selection, trust_in
from monitor.sections.what_a_role_sees import TOO_SMALL
from monitor.values import dutch, moments
from monitor.values.collation import by_name
from monitor.views.charts.flows import Flow
from monitor.views.charts.kinds import Flows


QUESTION = "Naar welke scholen gaan zij, en van waar?"
TITLE = "Van herkomst naar bestemming"
KEY = "verwijzingen_stromen"
NOT_FROM_WHERE = (
    f"Van welke gemeente of school zij komen en waar zij heen gaan samen, ziet u niet: {TOO_SMALL}."
)


def levels_of(asked: Asked) -> list[str]:
    """The levels of origin there are to choose from; none for who sees no exact figures: he sees
    where pupils go, of the whole, and not from where."""
    line = asked.line("tlv_afgegeven")
    if line is None or line.now.periode != asked.year or not asked.viewer.sees_exact:
        return []
    return [level for level in LEVELS if units.units(asked.store, asked.region, level)]


def make(asked: Asked, per: str) -> Section:
    """`per` is one of `levels_of`, or ""."""
    line = asked.line("tlv_afgegeven")
    if line is None or line.now.periode != asked.year:
        when = moments.period(asked.year)
        words = f"Van {when} is niet bekend welke tlv's zijn afgegeven."
        return Section(KEY, QUESTION, TITLE, Said(words),
                       f"Afgegeven tlv's, {asked.region.sentence}, {when}")  # fmt: skip
    if not asked.viewer.sees_exact:
        return split.in_parts(asked, line, "bestemming", "Bestemming", QUESTION, TITLE, "",
                              NOT_FROM_WHERE, name_of=asked.school_name)  # fmt: skip
    if not per:
        words = "Van deze regio zijn geen scholen bekend."
        return Section(KEY, QUESTION, TITLE, Said(words), selection(line))
    found = _cells(asked, line, per)
    seen = [figure for figure in found if figure.teller]
    if not seen:
        words = "Er zijn geen tlv's met een bestemming."
        return Section(KEY, QUESTION, TITLE, Said(words), selection(line))
    flows = [Flow(figure.naam, _to(asked, figure), figure.teller or 0.0) for figure in seen]
    level = levels.LEVEL_TITLES[per]
    note = (
        f"Links de {level} van herkomst, rechts de school waar de leerling heen gaat. Alle afgegeven "
        "tlv's: ook verlengingen, waarbij de herkomst vaak de school is waar de leerling al zit."
    )
    return Section(
        key=f"{KEY}_{per}",
        question=QUESTION,
        title=TITLE,
        says=Said(_sentence(flows)),
        selection=f"{selection(line)}, per {level} van herkomst",
        drawn=(Drawn(Flows(tuple(flows), line.indicator.unit), (note,)),),
        table=_table(asked, line, per, seen),
        trust=(trust_in(asked, line),),
    )


def _cells(asked: Asked, line: Line, per: str) -> list[Figure]:
    """How many went from each region to each school of destination."""
    return figures(
        asked.store, asked.viewer, line.indicator, per, breakdown="bestemming",
        period=asked.year, within=(asked.region.per, asked.region.code),
    )  # fmt: skip


def _to(asked: Asked, figure: Figure) -> str:
    return asked.school_name(figure.uitsplitsing.partition("=")[2])


def _sentence(flows: Sequence[Flow]) -> str:
    """Which school most go to, and the largest flow."""
    largest = max(flows, key=lambda flow: (flow.amount, flow.origin))
    words = f"die van {largest.origin} naar {largest.destination}: {dutch.number(largest.amount)}"
    going: dict[str, float] = {}
    for flow in flows:
        going[flow.destination] = going.get(flow.destination, 0) + flow.amount
    naam, most = min(going.items(), key=lambda item: (-item[1], by_name(item[0])))
    return f"De meeste tlv's gaan naar {naam}: {dutch.number(most)}. De grootste stroom is {words}."


def _table(asked: Asked, line: Line, per: str, seen: Sequence[Figure]) -> Table:
    """Largest first."""
    ranked = sorted(
        seen, key=lambda f: (-(f.teller or 0), by_name(f.naam), by_name(f.uitsplitsing))
    )
    level = levels.LEVEL_TITLES[per]
    return Table(
        f"Tlv's per {level} van herkomst en school van bestemming",
        (Column(f"Herkomst ({level})"), Column("Bestemming"), Column("Tlv's", "number")),
        tuple(
            (Value(figure.naam), Value(_to(asked, figure)),
             value_of(figure, line.indicator, wording.teller(figure)))
            for figure in ranked
        ),
        (Piece(line.indicator, per, tuple(seen)),), f"{line.indicator.name}-per-{per}",
        "alle stromen van deze grafiek",
    )  # fmt: skip
