"""SWV: wat het ondersteuningsplan belooft."""

from typing import Annotated

from monitor.sources.source import BRIN, Row, Source, column, optional
from monitor.sources.words import Woord
from monitor.values.fields import Getal, Jaar, LangeTekst, Tekst, Vestiging
from monitor.values.spelling import choice


Richting = Annotated[str, choice("hoger", "lager")]


class Afspraak(Row):
    """One row per afspraak; one that concerns several schools has a row for each."""

    code: Tekst = column("CODE")
    titel: LangeTekst = column("TITEL")
    planperiode: Tekst = column("PLANPERIODE")
    indicator: Tekst | None = optional("INDICATOR")
    streefwaarde: Getal | None = optional("STREEFWAARDE")
    richting: Richting | None = optional("RICHTING")
    per_jaar: Jaar | None = optional(
        "PER JAAR", description="het jaar waarin de streefwaarde gehaald moet zijn"
    )
    eigenaar: Tekst | None = optional("EIGENAAR")
    ondersteuningsvraag: Woord | None = optional("ONDERSTEUNINGSVRAAG")
    vestiging: Vestiging | None = optional("VESTIGINGSCODE", "VESTIGINGSNUMMER", brin=BRIN)


SOURCE = Source(
    title="Afspraken uit het ondersteuningsplan",
    publisher="SWV",
    row=Afspraak,
    replaces=("*",),
    of_indicator=("streefwaarde",),
    every="bij een nieuw ondersteuningsplan, en als er iets wijzigt",
    where="het ondersteuningsplan",
)
