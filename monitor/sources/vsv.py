"""DUO: voortijdig schoolverlaters (vsv) per samenwerkingsverband en vestiging."""

from monitor.sources.source import BRIN, Moment, Row, Source, column
from monitor.values.fields import Aantal, Swv, Vestiging


class Schoolverlaters(Row):
    """One row per SWV and vestiging."""

    swv: Swv = column("SAMENWERKINGSVERBAND_NUMMER")
    vestiging: Vestiging = column("VESTIGINGSNUMMER", "VESTIGINGSCODE", brin=BRIN)
    leerlingen: Aantal = column("AANTAL_LEERLINGEN", empty=True, usual=(1, 10_000))
    vsv: Aantal = column("VSV_TOTAAL", empty=True)
    vsv_vmbo: Aantal = column("VSV_VMBO", empty=True)
    vsv_mbo: Aantal = column("VSV_MBO", empty=True)
    vsv_overig: Aantal = column("VSV_OVERIG", empty=True)


SOURCE = Source(
    title="Voortijdig schoolverlaters per samenwerkingsverband en vestiging",
    publisher="DUO",
    row=Schoolverlaters,
    replaces=("peildatum",),
    key=("swv", "vestiging"),
    # The year is in the file's name only.
    moment=Moment("peildatum", month=10),
    every="elk jaar",
    where="duo.nl, open onderwijsdata, voortgezet onderwijs, voortijdig schoolverlaters, "
    "vsv per samenwerkingsverband",
)
