"""How the stand went: as a share of the pupils through the years, and as a number month by month."""

from collections.abc import Sequence

from monitor.compare import breaks
from monitor.figures.door import Figure
from monitor.sections import origins, tables
from monitor.sections.section import Drawn, Piece, Said, Section
from monitor.sections.verwijzingen.asked import (
    Asked,
    Line,
    amount,
    country_at,
    selection,
    since,
    trust_in,
    were,
)
from monitor.values import moments
from monitor.views.charts.breakdown import Break, Series
from monitor.views.charts.kinds import Trend
from monitor.views.words import sentences


QUESTION_SHARE = "Welk deel van de leerlingen heeft een tlv voor het vso, en sinds wanneer?"
QUESTION_VALID = "Hoeveel tlv's zijn er geldig, maand na maand?"


def share(asked: Asked) -> Section | None:
    """None where the pupils were not counted."""
    line = asked.line("deelname_vso_tlv")
    if line is None:
        return None
    land = [f for f in origins.country_figures(asked.store, asked.viewer, line.indicator)
            if f.periode <= line.now.periode]  # fmt: skip
    words = sentences.trend_sentence(Series(line.region.naam, line.figures), line.indicator,
                                     Series("Nederland", land))  # fmt: skip
    title = f"{line.indicator.short} door de jaren"
    return _section(asked, line, land, QUESTION_SHARE, title, words,
                    "alle jaren van deze grafiek")  # fmt: skip


def valid(asked: Asked) -> Section | None:
    """None of fewer than two months."""
    line = asked.line("tlv_geldig")
    if line is None or len(line.figures) < 2:
        return None
    now, indicator = line.now, line.indicator
    change = since(now, line.before, indicator)
    words = (
        f"Op {moments.date(now.periode)} {were(now)} er {amount(now, indicator)} geldig"
        f"{f': {change}' if change else ''}."
    )
    return _section(asked, line, (), QUESTION_VALID, "Geldige tlv's per maand", words,
                    "alle maanden van deze grafiek")  # fmt: skip


def _section(
    asked: Asked,
    line: Line,
    land: Sequence[Figure],
    question: str,
    title: str,
    words: str,
    whole: str,
) -> Section:
    indicator, per = line.indicator, line.region.per
    lines = [Series(line.region.naam, line.figures, "accent", indicator=indicator.name)]
    if land:
        lines.append(Series("Nederland", land, "grey", indicator=indicator.name))
    found = breaks.breaks(asked.store, indicator, per, line.region.code,
                          tuple(figure.periode for figure in line.figures))  # fmt: skip
    cuts = tuple(Break(one.periode, one.short, one.is_source) for one in found)
    why = tuple(f"{'Breuk: ' if one.is_source else ''}{one.why}" for one in found)
    here = country_at(asked, indicator, line.now.periode) if land else None
    pieces = [Piece(indicator, per, tuple(line.figures)), Piece(indicator, "land", tuple(land))]
    return Section(
        key=f"verwijzingen_{indicator.name}_verloop",
        question=question,
        title=title,
        says=Said(words),
        selection=selection(line),
        drawn=(Drawn(Trend(tuple(lines), indicator, cuts), why),),
        table=tables.of_figures(title, [*line.figures, *land], indicator, pieces,
                                f"{indicator.name}-door-de-tijd", whole),
        trust=(trust_in(asked, line, origins.country_origin(asked.store, indicator, here)),),
        notes=asked.whole_only(indicator),
    )  # fmt: skip
