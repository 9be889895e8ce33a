"""DUO: historisch overzicht aantal leerlingen per schoolvestiging po (06), 1996 tot nu."""

from typing import Annotated

from monitor.sources.source import BRIN, Row, Source, column, optional
from monitor.values.fields import Aantal, Bestuursnummer, Gemeentecode, Jaar, Tekst, Vestiging
from monitor.values.spelling import choice


Soort = Annotated[str, choice("bo", "sbo", "so", "vso", "so/vso")]


class Jaartelling(Row):
    """One row per vestiging and year in which it had pupils, 1 October."""

    vestiging: Vestiging = column("VESTIGINGSCODE", "VESTIGINGSNUMMER", brin=BRIN)
    naam: Tekst | None = column("NAAM_VESTIGING", empty=True)
    soort: Soort = column("SOORT_VESTIGING")
    denominatie: Tekst | None = optional("DENOMINATIE_VESTIGING")
    bestuursnummer: Bestuursnummer | None = column("BEVOEGD_GEZAG_NUMMER", empty=True)
    gemeentecode: Gemeentecode | None = column(
        "GEMEENTECODE_VESTIGING", empty=True, unknown=("9999",)
    )
    gemeentenaam: Tekst | None = optional("GEMEENTENAAM_VESTIGING", unknown=("ONBEKEND",))
    jaar: Jaar = column(
        r"LEERLINGEN[_ ]?([12][0-9]{3})",
        melted="key",
        description="LEERLINGEN_2025 en andere jaren",
    )
    leerlingen: Aantal = column(melted="value", usual=(1, 5_000))


SOURCE = Source(
    title="Historisch overzicht aantal leerlingen per schoolvestiging",
    publisher="DUO",
    row=Jaartelling,
    replaces=("jaar",),
    key=("vestiging", "jaar"),
    skip_values=("0",),
    every="elk jaar",
    where="duo.nl, open onderwijsdata, primair onderwijs, leerlingen, bestand 06",
)
