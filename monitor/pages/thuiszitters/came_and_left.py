"""Who came and who left in a whole schooljaar: pupils, so that a year can be told in classes too."""

from collections.abc import Sequence

import streamlit as st

from monitor.figures import wording
from monitor.figures.door import Figure
from monitor.pages.pieces import figure_parts
from monitor.pages.thuiszitters import under_a_figure
from monitor.pages.thuiszitters.subject import Subject, spoken
from monitor.values import dutch
from monitor.views.charts import breakdown


CAME, LEFT = "thuiszitters_jaar_erbij", "thuiszitters_jaar_eraf"
LAST_DAY = "07-31"
"""Of a schooljaar."""


def show(subject: Subject) -> None:
    """Nothing where this viewer has no such table, or before the second schooljaar."""
    if not (subject.sees(CAME) and subject.sees(LEFT)):
        return
    came, left = subject.own(CAME), subject.own(LEFT)
    if not came or not left:
        return
    st.header("Erbij en eraf per schooljaar")
    if said := sentence(subject, came[-1], left):
        st.markdown(f"**{said}**")
    lines = [
        breakdown.Series("erbij", came, "accent"),
        # The same pupils, of the same schooljaar; only the day that they are not there differs.
        breakdown.Series("eraf", left, "grey"),
    ]
    indicator = subject.indicator(CAME)
    if sum(wording.is_known(figure) for figure in came) > 1:
        figure_parts.chart(
            breakdown.trend(lines, indicator), breakdown.trend_description(lines, indicator),
            key=f"thuiszitters_{subject.code}_erbij_eraf_{subject.region.code}",
        )  # fmt: skip
    st.caption(
        "Erbij is wie op 31 juli ervoor nog niet meetelde en in het schooljaar wel; eraf is wie in het "
        "schooljaar meetelde en op de laatste dag niet meer. Elke leerling telt één keer. Eraf is niet "
        "altijd terug naar school."
    )
    under_a_figure.show(
        subject, indicator, came[-1].periode, came[-1], rows(subject, came, left),
        [(indicator, subject.region.per, came),
         (subject.indicator(LEFT), subject.region.per, left)],
        "erbij-en-eraf", f"{subject.region.naam}, alle schooljaren",
    )  # fmt: skip


def sentence(subject: Subject, came: Figure, left: Sequence[Figure]) -> str:
    """In schooljaar 2024-2025 kwamen er 92 tot 94 leerlingen bij en gingen er 86 tot 88 af."""
    gone = next((one for one in left if one.periode == came.periode), None)
    if gone is None or not wording.is_known(came) or not wording.is_known(gone):
        return ""
    place = "" if subject.is_whole else f" in {subject.region.naam}"
    verb, noun = ("kwam", "leerling") if _is_one(came) else ("kwamen", "leerlingen")
    went = "ging" if _is_one(gone) else "gingen"
    return (
        f"In schooljaar {came.periode} {verb} er{place} {_number(came)} {noun} bij en {went} er "
        f"{_number(gone)} af."
    )


def rows(subject: Subject, came: Sequence[Figure], left: Sequence[Figure]) -> list[dict[str, str]]:
    """A row per schooljaar, the newest first. Of a part no stands: who moved house makes the sum
    another one."""
    stands = {f.periode: f for f in subject.stands} if subject.is_whole else {}
    new = {figure.periode: figure for figure in came}
    found = []
    for gone in reversed(left):
        first, last = (
            stands.get(f"{year}-{LAST_DAY}") for year in (gone.periode[:4], gone.periode[5:])
        )
        row = {"Schooljaar": gone.periode}
        if stands:
            row["Stand op 31 juli ervoor"] = _cell(first)
        row |= {"Erbij": _cell(new.get(gone.periode)), "Eraf": _cell(gone)}
        if stands:
            row["Stand op 31 juli"] = _cell(last)
        found.append(row)
    return found


def _cell(figure: Figure | None) -> str:
    return dutch.UNKNOWN if figure is None else wording.teller(figure)


def _is_one(figure: Figure) -> bool:
    return figure.teller == figure.teller_max == 1


def _number(figure: Figure) -> str:
    return "geen" if figure.teller_max == 0 else spoken(figure)
