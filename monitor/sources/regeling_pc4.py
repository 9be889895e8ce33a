"""OCW: de wettelijke indeling van postcodes bij samenwerkingsverbanden po en vo."""

from monitor.sources.source import Row, Source, column
from monitor.values.fields import Postcode4, SwvPo, SwvVo, Tekst


class Postcodegebied(Row):
    """One row per postcode4."""

    postcode4: Postcode4 = column("PC4", "POSTCODE4")
    # The names of 2015: gemeenten have merged since.
    gemeentenaam: Tekst | None = column("gemeente", "gemeente_2015", "gemeentenaam", empty=True)
    # In three postcodes the law has `Europoort` where a code should be.
    swv_po: SwvPo | None = column("PO SWV", "SWV_PO", empty=True, unknown=("Europoort",))
    swv_vo: SwvVo | None = column("VO SWV", "SWV_VO", empty=True, unknown=("Europoort",))


SOURCE = Source(
    title="Wettelijke regio-indeling: postcode, gemeente en samenwerkingsverband",
    publisher="OCW",
    row=Postcodegebied,
    replaces=("*",),
    key=("postcode4",),
    every="als de regeling wijzigt",
    where="wetten.overheid.nl, BWBR0032324, de tabel in de bijlage",
)
