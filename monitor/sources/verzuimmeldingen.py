"""SWV: meldingen van verzuim en thuiszitten, per leerling onder een pseudoniem."""

from typing import Annotated

from monitor.sources.keeping import Ground, Retention
from monitor.sources.source import BRIN, Row, Running, Source, column, optional
from monitor.sources.words import Woord
from monitor.values.field_codes import PSEUDONIEM
from monitor.values.fields import (
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
from monitor.values.spelling import choice


Leerling = Annotated[str, PSEUDONIEM]
ONBEKEND = ("onbekend", "Onbekend", "ONBEKEND")
"""The same as an empty cell: nothing is known."""
Vrijstelling = Annotated[str, choice("geen", "5a", "5b", "5c", "11", "15", nee="geen")]
Status = Annotated[
    str,
    choice(
        "aangemeld",
        "invoer school",
        "in behandeling",
        # The gemeente does nothing with it: the absence may go on.
        "ter kennisgeving",
        "ingetrokken",
        "afgesloten",
        geregistreerd="aangemeld",
        wacht_op_verzending="invoer school",
        overgedragen_aan_derden="in behandeling",
        ter_kennisgeving_aangenomen="ter kennisgeving",
        ter_kennisneming_aangenomen="ter kennisgeving",
        ter_kennisneming="ter kennisgeving",
    ),
]
# Besluit verzuimmelding, bijlage, and the codes of systems that send it.
Soort = Annotated[
    str,
    choice(
        "16 uur",
        "langdurig",
        "luxe",
        "signaal",
        "overig",
        "18 plus",
        "ziek",
        **{
            "v3": "16 uur",
            "16 uur in 4 weken": "16 uur",
            "16 uur in 4 lesweken": "16 uur",
            "16 uren per 4 weken": "16 uur",
            "ongeoorloofd 16 uur in 4 lesweken": "16 uur",
            "lrv": "langdurig",
            "langdurig relatief": "langdurig",
            "langdurig relatief verzuim": "langdurig",
            "ongeoorloofd 1 maand of langer": "langdurig",
            "l": "luxe",
            "luxeverzuim": "luxe",
            "luxe verzuim": "luxe",
            "v1": "signaal",
            "v2": "signaal",
            "signaalverzuim": "signaal",
            "signaal verzuim": "signaal",
            "beginnend": "signaal",
            "beginnend verzuim": "signaal",
            "o": "overig",
            "overig verzuim": "overig",
            # Older than the law obliges: neither 16 hours nor a month is told by it.
            "v4": "18 plus",
            "rmc": "18 plus",
            "rmc verzuim 18+": "18 plus",
            "18+": "18 plus",
            "doorstroompunt 18+": "18 plus",
            "ziekte": "ziek",
        },
    ),
]
RedenEinde = Annotated[
    str,
    choice(
        "terug naar school",
        "andere opleiding",
        "werk",
        "vrijgesteld",
        "langdurig ziek",
        "legitiem afwezig",
        "verhuisd",
        "overig",
        **{
            "uitgeschreven: andere opleiding": "andere opleiding",
            "uitgeschreven: werk": "werk",
            "uitgeschreven: overig": "overig",
            "uitgeschreven: overleden": "overig",
            "overleden": "overig",
            "geen verzuim: langdurig ziek": "langdurig ziek",
            "geen verzuim: legitiem afwezig": "legitiem afwezig",
            "vrijstelling": "vrijgesteld",
        },
    ),
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
    soort_verzuim: Soort | None = optional(
        "SOORT VERZUIM", unknown=ONBEKEND, description="zo is zeker wie langdurig verzuimt"
    )
    alle_lessen_gemist: JaNeeOnbekend | None = optional(
        "ALLE LESSEN GEMIST", description="zo is zeker wie langdurig verzuimt"
    )
    vrijstelling: Vrijstelling | None = optional("VRIJSTELLING", unknown=ONBEKEND)
    status: Status = column("STATUS")
    reden: Woord | None = optional("REDEN")
    reden_einde: RedenEinde | None = optional(
        "REDEN EINDE",
        unknown=ONBEKEND,
        description="langdurig ziek en legitiem afwezig: was geen verzuim",
    )
    ondersteuningsvraag: Woord | None = optional("ONDERSTEUNINGSVRAAG")
    uren: Uren | None = optional("UREN", description="afwezig in vier weken", usual=(2, 160))
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
        chain="reeks",
    ),
    every="elke maand",
    where="het registratiesysteem van het samenwerkingsverband of van leerplicht",
)
