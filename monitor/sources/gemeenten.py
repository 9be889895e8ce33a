"""CBS: de gemeenten van een jaar, met code en naam."""

from monitor.sources.source import Moment, Row, Source, column, optional
from monitor.values.fields import Gemeentecode, Tekst


class Gemeente(Row):
    """One row per gemeente."""

    # Not a plain `Gemeentecode`: CBS has it next to GemeentecodeGM, and with it the SWV's own
    # regio-indeling would look like this file.
    gemeentecode: Gemeentecode = column("GemeentecodeGM", "GM_CODE")
    gemeentenaam: Tekst = column("Gemeentenaam", "GM_NAAM")
    provincie: Tekst | None = optional("Provincienaam", "PROVINCIE")


SOURCE = Source(
    title="Gemeenten met code, naam en provincie",
    publisher="CBS",
    row=Gemeente,
    replaces=("peildatum",),
    moment=Moment("peildatum", month=1, day=1, fallback="onbekend", is_announced=True),
    key=("gemeentecode",),
    every="elk jaar",
    where="cbs.nl, gemeentelijke indeling, gemeenten alfabetisch",
)
