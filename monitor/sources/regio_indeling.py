"""SWV: welke postcodes bij welk samenwerkingsverband horen, met subregio en wijk."""

from monitor.sources.source import Row, Source, column, optional
from monitor.values.fields import Breedtegraad, Gemeentecode, Lengtegraad, Postcode4, Swv, Tekst


class Postcodegebied(Row):
    """One row per postcode4 and SWV."""

    postcode4: Postcode4 = column("POSTCODE4", "PC4")
    swv: Swv = column("SWV", "SWVCODE")
    gemeentecode: Gemeentecode | None = optional("GEMEENTECODE", "GEMEENTENUMMER")
    gemeentenaam: Tekst | None = optional("GEMEENTENAAM", "GEMEENTE")
    subregio: Tekst | None = optional("SUBREGIO")
    wijk: Tekst | None = optional("WIJK")
    latitude: Breedtegraad | None = optional("LATITUDE", "BREEDTEGRAAD")
    longitude: Lengtegraad | None = optional("LONGITUDE", "LENGTEGRAAD")


SOURCE = Source(
    title="Regio-indeling: postcodes, subregio's en wijken van het samenwerkingsverband",
    publisher="SWV",
    row=Postcodegebied,
    replaces=("postcode4", "swv"),
    # In which gemeente a postcode lay before shows which gemeenten merged.
    keeps_replaced=True,
    key=("postcode4", "swv"),
    # A file of tlv's has both required columns too, next to its own.
    without=("LEERLING", "BESCHIKKINGSNUMMER"),
    every="als de indeling wijzigt",
    where="het samenwerkingsverband",
)
