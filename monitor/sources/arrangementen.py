"""SWV: het aanbod van arrangementen, met plaatsen volgens het plan en in de praktijk."""

from typing import Annotated

from monitor.sources.source import BRIN, Row, Source, column, optional
from monitor.values.fields import (
    Datum,
    Euro,
    Geheel,
    Lijst,
    Nummer,
    Postcode,
    Schooljaar,
    Tekst,
    Vestiging,
)
from monitor.values.spelling import choice


Vorm = Annotated[
    str,
    choice(
        "individueel",
        "groep",
        "opdc",
        "oza",
        "deeltijd",
        groepsarrangement="groep",
        onderwijszorgarrangement="oza",
    ),
]
Zwaarte = Annotated[
    str,
    choice(
        "basis",
        "extra",
        "diepte",
        basisondersteuning="basis",
        extra_ondersteuning="extra",
        diepteondersteuning="diepte",
    ),
]
Bereik = Annotated[str, choice("school", "wijk", "subregio", "swv", samenwerkingsverband="swv")]
Status = Annotated[str, choice("gepland", "actief", "gestopt")]
Aftekening = Annotated[str, choice("opgegeven", "gecontroleerd")]


class ArrangementRij(Row):
    """One row per arrangement and schooljaar."""

    # One of these says where the offer is; the postcode goes before the other two.
    one_of = ("vestiging", "aanbieder", "postcode")

    schooljaar: Schooljaar = column("SCHOOLJAAR")
    arrangementscode: Nummer = column("ARRANGEMENTSCODE", "ARRANGEMENTCODE")
    titel: Tekst = column("TITEL")
    vestiging: Vestiging | None = optional("VESTIGINGSCODE", "VESTIGINGSNUMMER", brin=BRIN)
    aanbieder: Tekst | None = optional("AANBIEDER")
    postcode: Postcode | None = optional("POSTCODE")
    ondersteuningsvragen: Lijst = column("ONDERSTEUNINGSVRAGEN", "ONDERSTEUNINGSVRAAG")
    niveaus: Lijst = column("NIVEAUS", "NIVEAU")
    vorm: Vorm | None = optional("VORM")
    zwaarte: Zwaarte | None = optional("ZWAARTE")
    bereik: Bereik = column("BEREIK")
    plaatsen_plan: Geheel = column("PLAATSEN PLAN", usual=(1, 500))
    plaatsen_praktijk: Geheel | None = optional("PLAATSEN PRAKTIJK", usual=(1, 500))
    bezet: Geheel | None = optional("BEZET", usual=(1, 500))
    wachtend: Geheel | None = optional("WACHTEND", usual=(1, 500))
    status: Status = column("STATUS")
    tarief: Euro | None = optional(
        "TARIEF", description="euro per plaats per jaar", usual=(250, 150_000)
    )
    evaluatiedatum: Datum | None = optional("EVALUATIEDATUM")
    aftekening: Aftekening | None = optional("AFTEKENING")


SOURCE = Source(
    title="Arrangementen: het aanbod en de plaatsen",
    publisher="SWV",
    row=ArrangementRij,
    replaces=("schooljaar",),
    key=("schooljaar", "arrangementscode"),
    every="elk schooljaar, en als er iets wijzigt",
    where="het samenwerkingsverband, uit de opgaven van scholen en aanbieders",
)
