"""SWV: aanvragen van een arrangement, per leerling onder een pseudoniem."""

from typing import Annotated

from monitor.sources.keeping import Ground, Retention
from monitor.sources.source import BRIN, Row, Running, Source, column, optional
from monitor.sources.words import Woord
from monitor.values.field_codes import PSEUDONIEM
from monitor.values.fields import Datum, Gebeurd, Nummer, Postcode4, Schooljaar, Vestiging
from monitor.values.spelling import choice


Leerling = Annotated[str, PSEUDONIEM]
Status = Annotated[
    str,
    choice(
        "aangevraagd",
        "toegekend",
        "geplaatst",
        "wachtend",
        "afgewezen",
        "ingetrokken",
        "afgerond",
    ),
]


class Aanvraag(Row):
    """One row per aanvraag."""

    aanvraagnummer: Nummer = column("AANVRAAGNUMMER")
    leerling: Leerling = column("LEERLING")
    schooljaar: Schooljaar = column("SCHOOLJAAR")
    ontvangen: Gebeurd = column("ONTVANGEN")
    compleet: Gebeurd | None = optional("COMPLEET")
    besluitdatum: Gebeurd | None = optional("BESLUITDATUM", "DATUM BESLUIT")
    vestiging: Vestiging = column("VESTIGINGSCODE", "VESTIGINGSNUMMER", brin=BRIN)
    postcode4: Postcode4 | None = optional("POSTCODE4", "PC4")
    ondersteuningsvraag: Woord = column("ONDERSTEUNINGSVRAAG")
    niveau: Woord = column("NIVEAU")
    status: Status = column("STATUS")
    arrangementscode: Nummer | None = optional("ARRANGEMENTSCODE", "ARRANGEMENTCODE")
    begin: Datum | None = optional("BEGIN", "BEGINDATUM")
    einde: Datum | None = optional("EINDE", "EINDDATUM")


SOURCE = Source(
    title="Aanvragen van arrangementen",
    publisher="SWV",
    row=Aanvraag,
    replaces=("aanvraagnummer",),
    key=("aanvraagnummer",),
    pupils=True,
    running=Running(
        what=("aanvraag", "aanvragen"),
        where="status in ('aangevraagd', 'toegekend', 'wachtend') "
        "or (status = 'geplaatst' and einde is null)",
        begins="ontvangen",
    ),
    retention=Retention(
        ground=Ground.ALLOCATING,
        decided="case when besluitdatum is not null or status not in ('aangevraagd', 'wachtend') "
        "then coalesce(besluitdatum, ontvangen) end",
        # What has no end is of one schooljaar: a next one takes a new aanvraag.
        ends="coalesce(einde, case when status not in ('aangevraagd', 'afgewezen', 'ingetrokken') "
        "then make_date(cast(right(schooljaar, 4) as integer), 7, 31) end)",
    ),
    every="elke maand",
    where="het registratiesysteem van het samenwerkingsverband, zoals Kindkans, LDOS of Indigo",
)
