"""DUO: gemiddelde afstand tussen het woonadres van leerlingen en hun vestiging in het po."""

from typing import Annotated

from monitor.sources.source import BRIN, Row, Source, column, optional
from monitor.values.fields import (
    Aantal,
    Bestuursnummer,
    Gemeentecode,
    Getal,
    Peildatum,
    Postcode,
    Tekst,
    Vestiging,
)
from monitor.values.spelling import choice


Soort = Annotated[str, choice("bo", "sbo", "so", "vso")]


class Afstand(Row):
    """One row per peildatum, vestiging and soort: a vestiging with so and vso is there twice."""

    peildatum: Peildatum = column("PEILDATUM")
    vestiging: Vestiging = column("VESTIGINGSCODE", "VESTIGINGSNUMMER", brin=BRIN)
    naam: Tekst | None = column("INSTELLINGSNAAM_VESTIGING", empty=True)
    postcode: Postcode | None = optional("POSTCODE_VESTIGING")
    plaats: Tekst | None = optional("PLAATSNAAM")
    gemeentecode: Gemeentecode | None = optional("GEMEENTENUMMER", "GEMEENTENNUMMER")
    gemeentenaam: Tekst | None = optional("GEMEENTENAAM")
    soort: Soort = column("SOORT_PO")
    bestuursnummer: Bestuursnummer | None = optional("BEVOEGD_GEZAG_NUMMER")
    afstand: Getal | None = column(
        "AFSTAND",
        "GEMIDDELDE_AFSTAND",
        empty=True,
        description="gemiddeld, in meters",
        usual=(100, 100_000),
    )
    leerlingen: Aantal = column("LEERLINGEN", "AANTAL_LEERLINGEN", empty=True, usual=(1, 5_000))


SOURCE = Source(
    title="Gemiddelde afstand tussen woonadres en school in het primair onderwijs",
    publisher="DUO",
    row=Afstand,
    replaces=("peildatum",),
    key=("peildatum", "vestiging", "soort"),
    every="elk jaar",
    where="duo.nl, open onderwijsdata, primair onderwijs, leerlingen, "
    "gemiddelde afstand tussen woonadres leerling en schoolvestiging",
)
