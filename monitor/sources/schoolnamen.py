"""SWV: namen waaronder andere systemen een school kennen."""

from monitor.sources.source import BRIN, Row, Source, column, optional
from monitor.values.fields import Tekst, Vestiging


class Schoolnaam(Row):
    """One row per name and system."""

    naam: Tekst = column("NAAM", "SCHOOLNAAM")
    vestiging: Vestiging = column("VESTIGINGSCODE", "VESTIGINGSNUMMER", brin=BRIN)
    systeem: Tekst | None = optional("SYSTEEM")


SOURCE = Source(
    title="Namen van scholen in andere systemen",
    publisher="SWV",
    row=Schoolnaam,
    replaces=("naam", "systeem"),
    key=("naam", "systeem"),
    every="als een systeem een nieuwe naam gebruikt",
    where="het samenwerkingsverband",
)
