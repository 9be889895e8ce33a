"""SWV: geld en uren die naar scholen en besturen gaan, toegekend en ingezet."""

from monitor.sources.source import BRIN, Row, Source, column, optional
from monitor.sources.words import Doel
from monitor.values.fields import Bestuursnummer, Euro, Getal, LangeTekst, Schooljaar, Vestiging


class Toekenning(Row):
    """One row per schooljaar, vestiging or bestuur, and doel."""

    one_of = ("vestiging", "bestuursnummer")

    schooljaar: Schooljaar = column("SCHOOLJAAR")
    vestiging: Vestiging | None = optional("VESTIGINGSCODE", "VESTIGINGSNUMMER", brin=BRIN)
    bestuursnummer: Bestuursnummer | None = optional("BESTUURSNUMMER")
    doel: Doel = column("DOEL")
    toegekend: Euro = column("TOEGEKEND", usual=(1_000, 50_000_000))
    ingezet: Euro | None = optional("INGEZET", usual=(1_000, 50_000_000))
    uren_toegekend: Getal | None = optional("UREN TOEGEKEND", usual=(1, 50_000))
    uren_ingezet: Getal | None = optional("UREN INGEZET", usual=(1, 50_000))
    toelichting: LangeTekst | None = optional("TOELICHTING")


SOURCE = Source(
    title="Middelen: toegekend en ingezet per school of bestuur",
    publisher="SWV",
    row=Toekenning,
    replaces=("schooljaar",),
    doubles="gelijk",
    every="elk schooljaar",
    where="de begroting en de verantwoording van het samenwerkingsverband",
)
