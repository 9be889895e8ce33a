"""SWV: wat elke vestiging zelf biedt, punt voor punt, volgens een lijst met een versie."""

from typing import Annotated

from monitor.sources.source import BRIN, Row, Source, column, optional
from monitor.values.fields import LangeTekst, Peildatum, Schooljaar, Tekst, Vestiging
from monitor.values.spelling import choice


Aanwezig = Annotated[
    str, choice("ja", "deels", "nee", "onbekend", j="ja", n="nee", gedeeltelijk="deels")
]


class Punt(Row):
    """One row per schooljaar, vestiging and item of the list."""

    schooljaar: Schooljaar = column("SCHOOLJAAR")
    versie: Tekst = column("VERSIE", description="van de lijst, zoals het ondersteuningsplan zegt")
    vestiging: Vestiging = column("VESTIGINGSCODE", "VESTIGINGSNUMMER", brin=BRIN)
    item: Tekst = column("ITEM", description="code van het punt; blijft hetzelfde in elk jaar")
    titel: LangeTekst = column("TITEL", "OMSCHRIJVING")
    domein: Tekst | None = optional("DOMEIN")
    status: Aanwezig | None = column("STATUS", empty=True)
    toelichting: LangeTekst | None = optional("TOELICHTING")
    peildatum: Peildatum | None = optional("PEILDATUM")


SOURCE = Source(
    title="Basisondersteuning: de lijst per school",
    publisher="SWV",
    row=Punt,
    # A school that delivers again replaces its own year only, and goes to another version whole.
    replaces=("schooljaar", "vestiging"),
    key=("schooljaar", "vestiging", "item"),
    every="elk schooljaar",
    where="het samenwerkingsverband, uit de schoolondersteuningsprofielen",
)
