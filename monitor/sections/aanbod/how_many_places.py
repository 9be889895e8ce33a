"""How many places there are, as agreed and in practice, through the years."""

from monitor.figures import wording
from monitor.sections import tables, trust
from monitor.sections.aanbod.subject import Asked
from monitor.sections.section import Drawn, Piece, Said, Section
from monitor.values import dutch
from monitor.views.charts.breakdown import Series
from monitor.views.charts.kinds import Trend


QUESTION = "Hoeveel plaatsen zijn er?"
UNKNOWN = "Hoeveel plaatsen er zijn, is niet bekend."
AT_LEAST = "Een driehoek is ‘ten minste zo veel’: niet elke school gaf de plaatsen op."
HEIGHT = 280
"""Of the picture, in pixels."""


def make(asked: Asked) -> Section:
    indicator = asked.indicator("plaatsen")
    parts = asked.figures("plaatsen", "aanbod")
    now = [f for f in parts if f.uitsplitsing == "aanbod=praktijk"]
    plan = [f for f in parts if f.uitsplitsing == "aanbod=plan"]
    key, selection = "aanbod_plaatsen", f"plaatsen, {asked.whole.sentence}"
    if indicator is None or not now or not plan:
        return Section(key, QUESTION, QUESTION, Said(UNKNOWN), selection)
    last = now[-1]
    told = (
        f"In {last.periode} zijn er {wording.value(last, indicator)} plaatsen in de praktijk; afgesproken "
        f"zijn er {wording.value(plan[-1], indicator)}"
    )
    if len(plan) > 1:
        told += (
            f". In {plan[0].periode} waren dat er {wording.value(now[0], indicator)} en "
            f"{wording.value(plan[0], indicator)}"
        )
    lines = (
        Series("afgesproken", plan, "grey", indicator=indicator.name),
        Series("in de praktijk", now, "accent", indicator=indicator.name),
    )
    chart = Drawn(Trend(lines, indicator, height=HEIGHT), (AT_LEAST,))
    whole = asked.figures("plaatsen")
    found = [*whole, *plan]
    newest = whole[-1] if whole else last
    return Section(
        key=key,
        question=QUESTION,
        title=QUESTION,
        says=Said(f"{told}."),
        selection=selection,
        drawn=(chart,) if len(plan) > 1 else (),
        table=tables.of_figures(
            "Plaatsen door de jaren", found[::-1], indicator,
            [Piece(indicator, "swv", tuple(found))], f"{indicator.name}-per-swv", "alle jaren",
        ),
        trust=(
            trust.trust_of(asked.store, asked.viewer, indicator, newest.periode, asked.whole, newest),
        ),
    )  # fmt: skip


def per_year(asked: Asked) -> list[dict[str, str]]:
    """A row per schooljaar, newest first; hidden is said as hidden."""
    columns = {
        "Afgesproken": ("plaatsen", "aanbod=plan"),
        "In de praktijk": ("plaatsen", ""),
        **({"Vrij": ("plaatsen_vrij", "")} if asked.viewer.sees_exact else {}),
        "Leerlingen die wachten": ("wachtend", ""),
    }
    rows: dict[str, dict[str, str]] = {}
    for title, (name, part) in columns.items():
        indicator = asked.indicator(name)
        for figure in asked.figures(name, part.partition("=")[0]):
            if indicator is not None and figure.uitsplitsing == part:
                row = rows.setdefault(figure.periode, {"Schooljaar": figure.periode})
                row[title] = wording.value(figure, indicator)
    return [
        {title: row.get(title, dutch.UNKNOWN) for title in ("Schooljaar", *columns)}
        for _, row in sorted(rows.items(), reverse=True)
    ]
