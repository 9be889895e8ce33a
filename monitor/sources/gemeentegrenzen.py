"""CBS en Kadaster: de grenzen van gemeenten, uit TopoJSON of GeoJSON."""

from monitor.fields import Gemeentecode, Geometrie, Tekst
from monitor.sources.source import Moment, Row, Source, column


class Gemeentegrens(Row):
    """One row per gemeente."""

    gemeentecode: Gemeentecode = column("statcode")
    gemeentenaam: Tekst = column("statnaam")
    geometrie: Geometrie = column("GEOMETRIE", description="GeoJSON, in graden (WGS84)")


SOURCE = Source(
    title="Grenzen van gemeenten",
    publisher="CBS",
    row=Gemeentegrens,
    replaces=("peildatum",),
    moment=Moment("peildatum", month=1, day=1, fallback="onbekend", is_announced=True),
    key=("gemeentecode",),
    every="elk jaar",
    where="cbs.nl of pdok.nl, gebiedsindelingen, gemeenten gegeneraliseerd",
)
