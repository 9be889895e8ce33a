"""What the arrangements cost, per calendar year."""

from monitor.figures import wording
from monitor.figures.door import Figure, Indicator
from monitor.sections import tables, trust
from monitor.sections.aanbod.subject import Asked
from monitor.sections.section import Drawn, Piece, Said, Section
from monitor.values import dutch
from monitor.views.charts.breakdown import Series
from monitor.views.charts.kinds import Trend


QUESTION = "Wat kosten de arrangementen?"
UNKNOWN = (
    "Dat is niet te zeggen: er is geen kalenderjaar waarvan beide schooljaren zijn geleverd, of de "
    "tarieven ontbreken."
)
HOW = (
    "Per kalenderjaar: zeven twaalfde van het schooljaar dat erin eindigt en vijf twaalfde van het "
    "schooljaar dat erin begint. Gerekend met de afgesproken plaatsen, ook als die er in de praktijk niet "
    "zijn."
)
HEIGHT = 240
"""Of the picture, in pixels."""


def make(asked: Asked) -> Section:
    indicator = asked.indicator("kosten_arrangementen")
    found = [f for f in asked.figures("kosten_arrangementen") if wording.is_known(f)]
    key, selection = "aanbod_kosten", f"kosten van de arrangementen, {asked.whole.sentence}"
    if indicator is None or not found:
        return Section(key, QUESTION, QUESTION, Said(UNKNOWN), selection)
    first, last = found[0], found[-1]
    told = f"In {last.periode} kostten de arrangementen {_euro(last, indicator)}"
    if len(found) > 1:
        told += f"; in {first.periode} was dat {_euro(first, indicator)}"
    line = Series(asked.whole.naam, found, "accent", indicator=indicator.name)
    chart = Drawn(Trend((line,), indicator, height=HEIGHT), (HOW,))
    return Section(
        key=key,
        question=QUESTION,
        title=QUESTION,
        says=Said(f"{told}."),
        selection=selection,
        drawn=(chart,) if len(found) > 1 else (),
        table=tables.of_figures(
            "Kosten door de jaren", found[::-1], indicator,
            [Piece(indicator, "swv", tuple(found))], f"{indicator.name}-per-swv", "alle jaren",
        ),
        trust=(
            trust.trust_of(asked.store, asked.viewer, indicator, last.periode, asked.whole, last),
        ),
        notes=() if len(found) > 1 else (HOW,),
    )  # fmt: skip


def _euro(figure: Figure, indicator: Indicator) -> str:
    words = wording.value(figure, indicator)
    least = "ten minste "
    return f"{least if words.startswith(least) else ''}€{dutch.SPACE}{words.removeprefix(least)}"
