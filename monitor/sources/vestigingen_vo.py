"""DUO: alle vestigingen in het voortgezet onderwijs (02), oude en nieuwe indeling."""

from monitor.sources.source import BRIN, Moment, Row, Source, column, optional
from monitor.values.fields import Bestuursnummer, Gemeentecode, Postcode, Tekst, Vestiging


class Vestigingsadres(Row):
    """One row per vestiging on the list."""

    vestiging: Vestiging = column("VESTIGINGSCODE", "VESTIGINGSNUMMER", brin=BRIN)
    naam: Tekst = column("VESTIGINGSNAAM")
    bestuursnummer: Bestuursnummer | None = column("BEVOEGD GEZAG NUMMER", empty=True)
    straat: Tekst | None = optional("STRAATNAAM")
    huisnummer: Tekst | None = optional("HUISNUMMER-TOEVOEGING")
    postcode: Postcode | None = column("POSTCODE", empty=True)
    plaats: Tekst | None = column("PLAATSNAAM", empty=True)
    gemeentecode: Gemeentecode | None = column("GEMEENTENUMMER", "GEMEENTENNUMMER", empty=True)
    gemeentenaam: Tekst | None = optional("GEMEENTENAAM")
    provincie: Tekst | None = optional("PROVINCIE")
    denominatie: Tekst | None = column("DENOMINATIE", empty=True)
    telefoon: Tekst | None = optional("TELEFOONNUMMER")
    website: Tekst | None = optional("INTERNETADRES")
    onderwijsstructuur: Tekst | None = column("ONDERWIJSSTRUCTUUR", empty=True)


SOURCE = Source(
    title="Adressen van alle vestigingen in het voortgezet onderwijs",
    publisher="DUO",
    row=Vestigingsadres,
    replaces=("lijstdatum", "vestiging"),
    key=("vestiging",),
    moment=Moment("lijstdatum", month=1, day=1, fallback="onbekend"),
    every="elk jaar",
    where="duo.nl, open onderwijsdata, voortgezet onderwijs, adressen, bestand 02",
)
