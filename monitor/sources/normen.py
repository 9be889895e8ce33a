"""SWV: hoe ver een passende plek van huis mag zijn."""

from monitor.sources.source import Row, Source, column
from monitor.sources.words import Woord
from monitor.values.fields import Kilometers


class Norm(Row):
    """One row per ondersteuningsvraag and niveau, each of which may be `alle`."""

    ondersteuningsvraag: Woord = column("ONDERSTEUNINGSVRAAG")
    niveau: Woord = column("NIVEAU")
    max_km: Kilometers = column("MAX KM", "MAXIMUM KM", usual=(1, 100))


SOURCE = Source(
    title="Normen voor de afstand tot een passende plek",
    publisher="SWV",
    row=Norm,
    replaces=("*",),
    key=("ondersteuningsvraag", "niveau"),
    every="bij een nieuw ondersteuningsplan",
    where="het ondersteuningsplan",
)
