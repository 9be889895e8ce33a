"""SWV: meldingen van verzuim en thuiszitten, per leerling onder een pseudoniem."""

from typing import Annotated

from monitor.field_codes import PSEUDONIEM
from monitor.fields import (
    Datum,
    Gemeentecode,
    JaNee,
    JaNeeOnbekend,
    Leeftijd,
    Nummer,
    Postcode4,
    Uren,
    Vestiging,
)
from monitor.sources.keeping import Ground, Retention
from monitor.sources.source import BRIN, Row, Running, Source, column, optional
from monitor.sources.words import Woord
from monitor.spelling import choice


Leerling = Annotated[str, PSEUDONIEM]
Vrijstelling = Annotated[str, choice("geen", "5a", "5b", "5c", "11", "15", nee="geen")]
Status = Annotated[
    str, choice("aangemeld", "invoer school", "in behandeling", "ingetrokken", "afgesloten")
]


class Melding(Row):
    """One row per melding; a pupil can have several.

    There is no column that says "thuiszitter": every definition follows from these facts.
    """

    meldingnummer: Nummer = column("MELDINGNUMMER", "MELDINGSNUMMER")
    leerling: Leerling = column("LEERLING")
    verzuim_sinds: Datum = column("VERZUIM SINDS")
    einde_verzuim: Datum | None = optional("EINDE VERZUIM", description="leeg = loopt nog")
    ingeschreven: JaNee = column("INGESCHREVEN")
    geoorloofd: JaNee = column("GEOORLOOFD")
    vrijstelling: Vrijstelling | None = optional("VRIJSTELLING")
    status: Status = column("STATUS")
    reden: Woord | None = optional("REDEN")
    ondersteuningsvraag: Woord | None = optional("ONDERSTEUNINGSVRAAG")
    uren: Uren | None = optional("UREN", description="afwezig in vier weken")
    # Systems say `Ja` or what plan there is.
    plan: Woord | None = optional("PLAN")
    jeugdhulp: JaNeeOnbekend | None = optional("JEUGDHULP")
    vestiging: Vestiging | None = optional("VESTIGINGSCODE", "VESTIGINGSNUMMER", brin=BRIN)
    gemeentecode: Gemeentecode | None = optional("GEMEENTECODE", "GEMEENTENUMMER")
    postcode4: Postcode4 | None = optional("POSTCODE4", "PC4")
    leeftijd: Leeftijd | None = optional("LEEFTIJD")


SOURCE = Source(
    title="Verzuimmeldingen en thuiszitters",
    publisher="SWV",
    row=Melding,
    replaces=("meldingnummer",),
    key=("meldingnummer",),
    pupils=True,
    running=Running(
        what=("melding", "meldingen"),
        where="einde_verzuim is null and status not in ('ingetrokken', 'afgesloten')",
        begins="verzuim_sinds",
    ),
    retention=Retention(
        # Not one of the grounds of the law on passend onderwijs: leerplicht is of the gemeente.
        ground=Ground.ABSENCE,
        decided="coalesce(einde_verzuim, case when status in ('ingetrokken', 'afgesloten') "
        "then verzuim_sinds end)",
        ends="einde_verzuim",
        # Meldingen that follow each other are one time at home: how long it lasts is told of them
        # together.
        begins="verzuim_sinds",
        chain="leerling",
        counts="status <> 'ingetrokken' and (status <> 'afgesloten' or einde_verzuim is not null) "
        "and coalesce(einde_verzuim >= verzuim_sinds, true)",
    ),
    every="elke maand",
    where="het registratiesysteem van het samenwerkingsverband of van leerplicht",
)
