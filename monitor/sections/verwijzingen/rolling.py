"""How it goes now: every month the twelve months before it."""

from monitor.sections import tables
from monitor.sections.section import Drawn, Piece, Said, Section
from monitor.sections.verwijzingen.asked import Asked, selection, trust_in
from monitor.sections.verwijzingen.stream_now import twelve_months
from monitor.views.charts.breakdown import Series
from monitor.views.charts.kinds import Trend


QUESTION = "Hoe gaat het nu, gerekend over de laatste twaalf maanden?"
NOTE = (
    "Elk punt is het aantal nieuwe tlv's in de twaalf maanden tot en met die maand. Twee punten naast "
    "elkaar gaan voor elf twaalfde over dezelfde maanden."
)


def make(asked: Asked) -> Section | None:
    """None of fewer than two months."""
    line = asked.line("instroom_vso_12m")
    if line is None or len(line.figures) < 2:
        return None
    indicator = line.indicator
    series = Series(line.region.naam, line.figures, "accent", indicator=indicator.name)
    table = tables.of_figures(
        "Telkens twaalf maanden", line.figures, indicator,
        [Piece(indicator, line.region.per, tuple(line.figures))],
        f"{indicator.name}-per-{line.region.per}", "alle maanden van deze grafiek",
    )  # fmt: skip
    return Section(
        key=f"verwijzingen_{indicator.name}",
        question=QUESTION,
        title="Telkens twaalf maanden",
        says=Said(twelve_months(line)),
        selection=selection(line),
        drawn=(Drawn(Trend((series,), indicator), (NOTE,)),),
        table=table,
        trust=(trust_in(asked, line),),
        notes=asked.whole_only(indicator),
    )
