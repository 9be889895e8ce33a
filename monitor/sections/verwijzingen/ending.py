"""Of whom the tlv ends in the schooljaar after the one that was chosen, without a new one after it."""

from collections.abc import Sequence

from monitor.figures import wording
from monitor.figures.door import Figure
from monitor.sections.section import Column, Drawn, Piece, Said, Section, Table, said
from monitor.sections.values import Value, value_of
from monitor.sections.verwijzingen import split
from monitor.sections.verwijzingen.asked import Asked, Line, amount, selection, trust_in
from monitor.values import moments
from monitor.values.collation import by_name
from monitor.views.charts.breakdown import part_name
from monitor.views.charts.kinds import Parts


QUESTION = "Van wie loopt de tlv af, en op welke school?"


def make(asked: Asked) -> Section | None:
    """None where nothing is known of the schooljaar after."""
    indicator = asked.measure("tlv_eindigt")
    now = asked.figure_of(indicator, asked.year_after) if indicator else None
    if indicator is None or now is None:
        return None
    when = moments.period(asked.year_after)
    line = Line(indicator, asked.region_of(indicator), [now])
    shut = split.closed(asked, line, "bestemming")
    found = [] if shut else split.parts_of(asked, line, "bestemming", now)
    named = [_by_school(asked, figure) for figure in found]
    return Section(
        key="verwijzingen_aflopen",
        question=QUESTION,
        title=f"Tlv's die aflopen in {when}",
        says=Said(
            f"Van {amount(now, line.indicator)} loopt de tlv af in {when}, zonder dat er al een "
            "nieuwe op volgt: over hen is dan een besluit nodig."
        ),
        selection=selection(line, when),
        beside=said(shut),
        drawn=(Drawn(Parts(tuple(named), line.indicator)),) if named else (),
        table=_table(line, named, [now, *found], when) if not shut else None,
        trust=(trust_in(asked, line),),
        notes=asked.whole_only(line.indicator),
    )


def _by_school(asked: Asked, figure: Figure) -> Figure:
    naam = asked.school_name(figure.uitsplitsing.partition("=")[2])
    return figure._replace(uitsplitsing=f"school={naam}")


def _table(line: Line, named: Sequence[Figure], every: Sequence[Figure], when: str) -> Table:
    """Largest first, those that are hidden last."""
    ranked = sorted(named, key=lambda f: (f.is_hidden, -(f.teller or 0), by_name(f.uitsplitsing)))
    indicator, per = line.indicator, line.region.per
    return Table(
        f"Tlv's die aflopen in {when}, per school",
        (Column("School"), Column("Leerlingen", "number")),
        tuple(
            (Value(part_name(f.uitsplitsing)), value_of(f, indicator, wording.teller(f)))
            for f in ranked
        ),
        (Piece(indicator, per, tuple(every)),), f"{indicator.name}-per-{per}", f"per school, {when}",
    )  # fmt: skip
