"""SWV: hoeveel leerlingen waar welke ondersteuning nodig hebben, als aantallen."""

from typing import Annotated

from monitor.sources.source import BRIN, Row, Source, column, optional
from monitor.sources.words import Woord
from monitor.values.fields import Aantal, Postcode4, Schooljaar, Vestiging
from monitor.values.spelling import choice


Deel = Annotated[
    str,
    choice("geplaatst", "wachtend", "thuiszitter", "vso", thuiszitters="thuiszitter"),
]


class Behoefte(Row):
    """One row per schooljaar, postcode4, ondersteuningsvraag and niveau, or finer."""

    schooljaar: Schooljaar = column("SCHOOLJAAR")
    postcode4: Postcode4 = column("POSTCODE4", "PC4")
    ondersteuningsvraag: Woord = column("ONDERSTEUNINGSVRAAG")
    niveau: Woord = column("NIVEAU")
    aantal: Aantal = column("AANTAL", "AANTAL LEERLINGEN", usual=(1, 500))
    deel: Deel | None = optional("DEEL")
    vestiging: Vestiging | None = optional(
        "VESTIGINGSCODE", "VESTIGINGSNUMMER", brin=BRIN, description="school van inschrijving"
    )


SOURCE = Source(
    title="Ondersteuningsbehoefte per postcode, in aantallen",
    publisher="SWV",
    row=Behoefte,
    replaces=("schooljaar",),
    doubles="gelijk",
    every="elk schooljaar",
    where="het samenwerkingsverband",
)
