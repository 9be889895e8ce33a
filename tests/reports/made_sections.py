"""A section and a stamp of which only the words matter."""

import datetime as dt
from dataclasses import replace

from monitor.figures.door import Figure, Indicator, indicator_named
from monitor.reports.stamp import Stamp
from monitor.sections import tables
from monitor.sections.section import Drawn, Piece, Said, Section, Trust
from monitor.views.charts.kinds import Ranking


STAMP = Stamp(
    program="dekkend 0.2.0", recipe="toets, 1", audience="de directeur", is_exact=True, shown="",
    version=3, deliveries="abc", moment=dt.datetime(2025, 11, 3, 12, tzinfo=dt.UTC), is_demo=True,
)  # fmt: skip


def a_figure(naam: str = "Tolbeke", teller: float | None = 12, **rest: object) -> Figure:
    given = {
        "code": "GM1", "naam": naam, "periode": "2025-10-01", "uitsplitsing": "", "teller": teller,
        "teller_max": teller, "noemer": 1000, "noemer_max": 1000, "waarde": None if teller is None else teller / 10,
        "waarde_max": None if teller is None else teller / 10,
    }  # fmt: skip
    return Figure(**given | rest)  # type: ignore[arg-type]


def a_section(words: str = "Tolbeke", **changes: object) -> Section:
    """The same words in every place where somebody else's words can come."""
    indicator: Indicator = indicator_named("deelname_vso_locatie")
    figures = (a_figure(words), a_figure("Esperlo", 34, code="GM2"))
    return replace(
        Section(
            key="toets", question="Waar is het meer?", title="Per gemeente",
            says=Said(f"Het meeste in {words}."), selection=f"Deelname, {words}",
            beside=(Said(f"Dat is {words}."),),
            drawn=(Drawn(Ranking(figures, indicator), (f"Let op {words}",)),),
            table=tables.of_figures(f"Tabel {words}", figures, indicator,
                                    [Piece(indicator, "gemeente", figures)], "toets", words),
            trust=(Trust(indicator, f"Bron: {words}", (("Bron", words), ("Let op", words))),),
            notes=(f"Nog iets over {words}",),
        ),
        **changes,
    )  # type: ignore[arg-type]  # fmt: skip
