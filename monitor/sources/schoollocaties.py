"""EduGIS: plaats op de kaart van alle scholen, gemaakt uit de adressen van DUO en de BAG."""

from monitor.sources.source import BRIN, Moment, Row, Source, column, optional
from monitor.values.fields import Breedtegraad, Lengtegraad, Postcode, Tekst, Vestiging


class Schoollocatie(Row):
    """One row per vestiging.

    The file's `leerlingen` is not taken: EduGIS added it up with `<5` counted as 2, so nobody can
    tell any more which counts were hidden. Counts come from DUO's own files.
    """

    vestiging: Vestiging = column("vestigingscode", "vestigingsnummer", brin=BRIN)
    naam: Tekst | None = column("naam", empty=True)
    type: Tekst | None = column("type", empty=True)
    straat: Tekst | None = optional("straat")
    huisnummer: Tekst | None = optional("huisnummer")
    postcode: Postcode | None = optional("postcode")
    plaats: Tekst | None = optional("plaats")
    gemeentenaam: Tekst | None = optional("gemeente", "gemeentenaam")
    provincie: Tekst | None = optional("provincie")
    longitude: Lengtegraad = column("LENGTEGRAAD")
    latitude: Breedtegraad = column("BREEDTEGRAAD")


SOURCE = Source(
    title="Locaties van alle scholen in po, (v)so en vo (EduGIS)",
    publisher="DUO",
    row=Schoollocatie,
    replaces=("lijstdatum",),
    moment=Moment("lijstdatum", month=1, day=1, fallback="onbekend"),
    key=("vestiging",),
    # Some addresses were found twice in the BAG.
    doubles="eerste",
    every="als EduGIS een nieuwe lijst maakt",
    where="github.com/edugis-repo/data-nl-scholen, het GeoJSON-bestand in de zip",
)
