"""How it went: the stand of every month with in and out, and the count of a whole schooljaar."""

from collections.abc import Sequence

import streamlit as st

from monitor.compare import breaks
from monitor.compare.month_by_month import Month, months
from monitor.figures import wording
from monitor.figures.door import Figure
from monitor.pages.pieces import figure_parts
from monitor.pages.thuiszitters import came_and_left, schoolyear, under_a_figure
from monitor.pages.thuiszitters.subject import Subject, spoken, spoken_ends, total_of
from monitor.values import dutch, moments
from monitor.views.charts.stock import stock, stock_description, stock_rows


MOVED = "Verhuisd binnen het SWV"
UNCLEAR = "Duidelijk geworden"
"""What is left over in the sum: of a part, and of the whole."""


def show(subject: Subject, now: Figure) -> None:
    st.header("Stand per maand")
    came, left = (
        subject.own(f"thuiszitters_{way}") if subject.sees(f"thuiszitters_{way}") else []
        for way in ("in", "uit")
    )
    found = months(subject.stands, came, left)
    _stand(subject, found, now)
    came_and_left.show(subject)
    st.header("In een heel schooljaar")
    schoolyear.show(subject, now)


def _stand(subject: Subject, found: list[Month], now: Figure) -> None:
    indicator = subject.indicator()
    if len(found) < 2:
        st.markdown("Er is nog maar één maand geteld: een verloop is er vanaf de tweede.")
    else:
        st.markdown(_in_and_out(subject, found))
        figure_parts.chart(
            stock(found, indicator, subject.region.naam),
            stock_description(found, indicator, subject.region.naam),
            key=f"thuiszitters_{subject.code}_stand_{subject.region.code}",
        )
        if any(f.is_banded for f in subject.stands):
            st.caption("Het vlak reikt van het laagste tot het hoogste getal van elke klasse; de "
                       "lijn is het laagste. Een maand die verborgen is, is een gat.")  # fmt: skip
        elif any(f.teller != f.teller_max for f in subject.stands):
            st.caption("De lijn is wie zeker meetelt; het vlak erboven wie misschien meetelt.")
    for one in breaks.other_sources(
        subject.store, indicator, [figure.periode for figure in subject.stands]
    ):
        st.caption(f"Breuk: {one.why}")
    hidden = [month for month in found if month.is_hidden]
    if not subject.sees("thuiszitters_in"):
        per_year = (
            "Per schooljaar staan ze hieronder."
            if subject.sees(came_and_left.CAME)
            else f"Per schooljaar ziet u ze alleen van {subject.only}."
        )
        st.caption("Hoeveel leerlingen er per maand bij kwamen en af gingen, ziet u niet: de getallen "
                   f"zijn te klein. {per_year}")  # fmt: skip
    elif hidden:
        st.caption(
            f"In {len(hidden)} van de {len(found)} maanden kwamen er zo weinig leerlingen bij, "
            "of gingen er zo weinig af, dat het verborgen is. Die staven staan er niet."
        )
    rest = UNCLEAR if subject.is_whole else MOVED
    st.caption(_reading(subject, found))
    pieces: list[under_a_figure.Piece] = [(indicator, subject.region.per, [m.stand for m in found])]
    for way, name in (("in", "came"), ("uit", "left")):
        flow = [f for m in found if (f := getattr(m, name)) is not None]
        pieces.append((subject.indicator(f"thuiszitters_{way}"), subject.region.per, flow))
    under_a_figure.show(subject, indicator, now.periode, now, stock_rows(found, rest), pieces,
               "per-maand", f"{subject.region.naam}, alle maanden")  # fmt: skip


def _reading(subject: Subject, found: Sequence[Month]) -> str:
    said = (
        "Stand = stand van de vorige maand + erbij, min eraf. Eraf is niet altijd terug naar school: "
        "een leerling kan ook verhuisd zijn, een vrijstelling hebben of te oud zijn."
    )
    if any(month.moved not in (None, (0, 0)) for month in found):
        said += (
            " Wat overblijft is van een melding waarvan later duidelijk werd of zij meetelt."
            if subject.is_whole
            else " Wie binnen het samenwerkingsverband verhuist, komt er in de ene gemeente bij "
            "zonder erbij te zijn gekomen; dat staat apart in de tabel."
        )
    return said


def _in_and_out(subject: Subject, found: list[Month]) -> str:
    """In de twaalf maanden tot en met oktober 2025 kwam er 84 keer een leerling bij …"""
    upto = [m for m in found if m.stand.periode <= subject.periode][-12:]
    known = [m for m in upto if m.came is not None and m.left is not None and not m.is_hidden]
    years = _year_by_year(subject)
    if len(upto) < 12 or len(known) < len(upto):
        return f"**{years}**" if years else ""
    if any(f is not None and f.is_banded for m in known for f in (m.came, m.left)):
        return f"**{years}**" if years else ""  # twelve classes together say nothing
    came = total_of([m.came for m in known if m.came is not None])
    left = total_of([m.left for m in known if m.left is not None])
    return (
        f"**In de twaalf maanden tot en met {moments.period(subject.periode[:7])} kwam er "
        f"{spoken_ends(*came)} keer een leerling bij en ging er {spoken_ends(*left)} keer een "
        f"leerling af.** {years}"
    )


def _year_by_year(subject: Subject) -> str:
    """Eind oktober waren het er 29 (2024) en 33 of 34 (2025): like months, for a year has its own
    course."""
    same = [
        figure for figure in subject.stands
        if figure.periode[5:7] == subject.periode[5:7] and figure.periode <= subject.periode
        and wording.is_known(figure)
    ]  # fmt: skip
    if len(same) < 2:
        return ""
    month = moments.period(subject.periode[:7]).split()[0]
    return f"Eind {month} waren het er {dutch.joined([f'{spoken(f)} ({f.periode[:4]})' for f in same])}."
