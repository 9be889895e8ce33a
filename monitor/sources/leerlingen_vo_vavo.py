"""DUO: leerlingen vo per vestiging en bestuur, vavo apart (03), oude en nieuwe indeling."""

from monitor.sources.source import BRIN, Moment, Row, Source, column, optional
from monitor.values.fields import Aantal, Bestuursnummer, Gemeentecode, Tekst, Vestiging


class Telling(Row):
    """One row per vestiging and bestuur, 1 October."""

    vestiging: Vestiging = column("VESTIGINGSCODE", "VESTIGINGSNUMMER", brin=BRIN)
    naam: Tekst | None = column("INSTELLINGSNAAM VESTIGING", empty=True)
    bestuursnummer: Bestuursnummer | None = column("BEVOEGD GEZAG NUMMER", empty=True)
    plaats: Tekst | None = optional("PLAATSNAAM")
    gemeentecode: Gemeentecode | None = optional("GEMEENTENUMMER", "GEMEENTENNUMMER")
    gemeentenaam: Tekst | None = optional("GEMEENTENAAM")
    provincie: Tekst | None = optional("PROVINCIE")
    # Without the pupils of `vavo`. The old TOTAAL AANTAL LEERLINGEN is the sum of the two, so it is
    # not taken.
    leerlingen: Aantal = column("AANTAL LEERLINGEN", empty=True)
    vavo: Aantal = column("AANTAL VO LEERLINGEN UITBESTEED AAN VAVO", empty=True)


SOURCE = Source(
    title="Leerlingen vo per vestiging en bestuur, vavo apart",
    publisher="DUO",
    row=Telling,
    replaces=("peildatum",),
    key=("vestiging", "bestuursnummer"),
    moment=Moment("peildatum"),
    every="elk jaar",
    where="duo.nl, open onderwijsdata, voortgezet onderwijs, leerlingen, bestand 03",
)
