"""CBS en Kadaster: de grenzen van gemeenten, uit TopoJSON of GeoJSON."""

from monitor.sources.source import Moment, Row, Source, column
from monitor.values.fields import Gemeentecode, Geometrie, Tekst


CODES = ("statcode", "gemeentecode", "gm_code", "identificatie", "code")
NAMES = ("statnaam", "gemeentenaam", "gm_naam", "naam")
"""What they are called: CBS Gebiedsindelingen, Wijken en Buurten (two spellings), Bestuurlijke Gebieden of
Kadaster. `code` is the last: there `identificatie` stands beside it."""


class Gemeentegrens(Row):
    """One row per gemeente."""

    gemeentecode: Gemeentecode = column(
        CODES[0], description=f"in GeoJSON ook {', '.join(CODES[1:])}"
    )
    gemeentenaam: Tekst = column(NAMES[0], description=f"in GeoJSON ook {', '.join(NAMES[1:])}")
    geometrie: Geometrie = column("GEOMETRIE", description="GeoJSON, in graden (WGS84)")


SOURCE = Source(
    title="Grenzen van gemeenten",
    publisher="CBS",
    row=Gemeentegrens,
    replaces=("peildatum",),
    moment=Moment("peildatum", month=1, day=1, fallback="onbekend", is_announced=True),
    key=("gemeentecode",),
    # Points, and areas of something else that has a gemeente beside it.
    without=("LENGTEGRAAD", "POSTCODE4", "PC4", "VESTIGINGSCODE", "VESTIGINGSNUMMER"),
    every="elk jaar",
    where="pdok.nl, CBS Gebiedsindelingen, gemeente_gegeneraliseerd, als GeoJSON in graden (WGS84); of cbs.nl",
)
