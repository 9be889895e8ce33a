"""SWV: landelijke en andere cijfers om de eigen cijfers naast te leggen."""

from typing import Annotated

from monitor.sources.source import Row, Source, column, optional
from monitor.values.field_dates import SCHOOLJAAR, SQL_YEAR, year_in_use
from monitor.values.fields import Getal, LangeTekst, Tekst
from monitor.values.spelling import Spelling, choice


def _jaar(text: str) -> str:
    return str(year_in_use(text)) if len(text) == 4 else SCHOOLJAAR.parse(text)


JAAR_OF_SCHOOLJAAR = Spelling(
    "jaar of schooljaar",
    "een jaartal of een schooljaar, bijv. 2025 of 2025-2026, vanaf 1980 en hoogstens 10 jaar vooruit",
    rf"[12][0-9]{{3}}|{SCHOOLJAAR.pattern}",
    sql=(f"case when length({{v}}) = 4 then cast({SQL_YEAR} as varchar) else {SCHOOLJAAR.sql} end"),
    parse=_jaar,
    steps=SCHOOLJAAR.steps,
)
Status = Annotated[str, choice("officieel", "secundair", "tegenstrijdig")]


class Benchmark(Row):
    """One row per indicator, year, definition and bron: two that disagree are both kept."""

    indicator: Tekst = column("INDICATOR")
    jaar: Annotated[str, JAAR_OF_SCHOOLJAAR] = column("JAAR", "SCHOOLJAAR")
    definitie: LangeTekst = column("DEFINITIE")
    waarde_min: Getal = column("WAARDE MIN", "WAARDE")
    waarde_max: Getal | None = optional("WAARDE MAX")
    eenheid: Tekst | None = optional("EENHEID")
    bron: LangeTekst = column("BRON")
    status: Status | None = optional("STATUS")


SOURCE = Source(
    title="Benchmarks: cijfers van elders om mee te vergelijken",
    publisher="SWV",
    row=Benchmark,
    replaces=("indicator", "jaar", "definitie"),
    of_indicator=("waarde_min", "waarde_max"),
    every="elk jaar",
    where="het samenwerkingsverband, uit openbare bronnen die het zelf noemt",
)
