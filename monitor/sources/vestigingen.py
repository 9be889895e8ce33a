"""SWV: scholen en locaties die DUO niet noemt, of verbeteringen op wat DUO noemt."""

from monitor.sources.source import BRIN, Row, Source, column, optional
from monitor.sources.words import Schooltype
from monitor.values.fields import (
    Bestuursnummer,
    Breedtegraad,
    Lengtegraad,
    Lijst,
    Postcode,
    Swv,
    Tekst,
    Vestiging,
)


class Vestigingsgegevens(Row):
    """One row per vestiging."""

    vestiging: Vestiging = column("VESTIGINGSCODE", "VESTIGINGSNUMMER", brin=BRIN)
    naam: Tekst = column("VESTIGINGSNAAM")
    postcode: Postcode = column("POSTCODE")
    schooltype: Schooltype | None = optional("SCHOOLTYPE")
    bestuursnummer: Bestuursnummer | None = optional("BESTUURSNUMMER")
    bestuur: Tekst | None = optional("BESTUUR", "BESTUURSNAAM")
    swv: Swv | None = optional("SWV", "SWVCODE")
    latitude: Breedtegraad | None = optional("LATITUDE", "BREEDTEGRAAD")
    longitude: Lengtegraad | None = optional("LONGITUDE", "LENGTEGRAAD")
    niveaus: Lijst | None = optional("NIVEAUS")


SOURCE = Source(
    title="Vestigingen: aanvullingen en verbeteringen op de lijsten van DUO",
    publisher="SWV",
    row=Vestigingsgegevens,
    replaces=("vestiging",),
    key=("vestiging",),
    # DUO's own lists, of which one with a column missing would otherwise count as corrections.
    without=("BEVOEGD GEZAG NUMMER",),
    every="als er iets wijzigt",
    where="het samenwerkingsverband",
)
