"""SWV: toelaatbaarheidsverklaringen (tlv), per leerling onder een pseudoniem."""

from typing import Annotated

from monitor.sources.keeping import Ground, Retention
from monitor.sources.source import Row, Running, Source, column, optional
from monitor.sources.words import Woord
from monitor.values.field_codes import PSEUDONIEM
from monitor.values.fields import Datum, Gebeurd, Leeftijd, Nummer, Postcode4, Swv, Vestiging
from monitor.values.spelling import choice


Leerling = Annotated[str, PSEUDONIEM]
Soort = Annotated[str, choice("sbo", "so", "vso")]
Categorie = Annotated[
    str,
    choice("laag", "midden", "hoog", **{"1": "laag", "2": "midden", "3": "hoog"}),
]
Besluit = Annotated[str, choice("afgegeven", "afgewezen", "ingetrokken", "open")]
Overgang = Annotated[str, choice("nieuw", "verlenging", "verhuizing")]


class Verklaring(Row):
    """One row per beschikking and leerling: the number alone can occur more than once."""

    beschikkingsnummer: Nummer = column("BESCHIKKINGSNUMMER", "BESCHIKKINGNUMMER")
    leerling: Leerling = column("LEERLING")
    soort: Soort = column("SOORT")
    # A tlv for sbo has no category.
    categorie: Categorie | None = optional("CATEGORIE", unknown=("-", "n.v.t.", "N.v.t.", "nvt"))
    ontvangen: Gebeurd = column("ONTVANGEN")
    compleet: Gebeurd | None = optional("COMPLEET")
    besluitdatum: Gebeurd | None = optional("BESLUITDATUM", "DATUM BESLUIT")
    besluit: Besluit = column("BESLUIT")
    geldig_vanaf: Datum | None = optional("GELDIG VANAF")
    geldig_tot: Datum | None = optional("GELDIG TOT", "GELDIG TOT EN MET")
    herkomst_vestiging: Vestiging | None = optional("HERKOMST VESTIGINGSCODE", "HERKOMST VESTIGING")
    bestemming_vestiging: Vestiging | None = optional(
        "BESTEMMING VESTIGINGSCODE", "BESTEMMING VESTIGING"
    )
    overgang: Overgang | None = optional("OVERGANG")
    swv: Swv | None = optional("SWV", "SWVCODE")
    leeftijd: Leeftijd | None = optional("LEEFTIJD")
    postcode4: Postcode4 | None = optional("POSTCODE4", "PC4")
    ondersteuningsvraag: Woord | None = optional("ONDERSTEUNINGSVRAAG")


SOURCE = Source(
    title="Toelaatbaarheidsverklaringen voor sbo, so en vso",
    publisher="SWV",
    row=Verklaring,
    replaces=("beschikkingsnummer", "leerling"),
    key=("beschikkingsnummer", "leerling"),
    pupils=True,
    running=Running(what=("aanvraag", "aanvragen"), where="besluit = 'open'", begins="ontvangen"),
    retention=Retention(
        ground=Ground.JUDGING,
        decided="case when besluit <> 'open' then coalesce(besluitdatum, ontvangen) end",
        # Who has a place by it must be known for as long as it is in force.
        ends="case when besluit = 'afgegeven' then geldig_tot end",
        runs="besluit = 'afgegeven' and geldig_vanaf is not null and geldig_tot is null",
    ),
    every="elke maand",
    where="het registratiesysteem van het samenwerkingsverband, zoals Kindkans, LDOS of Indigo",
)
