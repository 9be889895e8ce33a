"""SWV: leerlingen per vestiging op een peildatum, zoals de telling van 1 februari."""

from typing import Annotated

from monitor.sources.source import BRIN, Row, Source, column, optional
from monitor.sources.words import Schooltype, Woord
from monitor.values.fields import Aantal, Peildatum, Vestiging
from monitor.values.spelling import choice


Status = Annotated[str, choice("voorlopig", "definitief")]


class Telling(Row):
    """One row per vestiging, peildatum, schooltype and niveau."""

    vestiging: Vestiging = column("VESTIGINGSCODE", "VESTIGINGSNUMMER", brin=BRIN)
    peildatum: Peildatum = column("PEILDATUM", "TELDATUM")
    schooltype: Schooltype = column("SCHOOLTYPE")
    aantal: Aantal = column("AANTAL", "AANTAL LEERLINGEN", usual=(1, 5_000))
    niveau: Woord | None = optional("NIVEAU")
    status: Status | None = optional("STATUS")


SOURCE = Source(
    title="Leerlingtelling per vestiging",
    publisher="SWV",
    row=Telling,
    replaces=("vestiging", "peildatum", "schooltype"),
    key=("vestiging", "peildatum", "schooltype", "niveau"),
    divides="niveau",
    every="elk jaar, na 1 februari en na 1 oktober",
    where="het samenwerkingsverband, uit de tellingen die DUO het stuurt",
)
