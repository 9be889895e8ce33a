"""DUO: alle vestigingen in sbo, so en vso (09)."""

from monitor.sources.source import BRIN, Moment, Row, Source, column, optional
from monitor.values.fields import Bestuursnummer, Gemeentecode, Postcode, Tekst, Vestiging


class Vestigingsadres(Row):
    """One row per vestiging on the list."""

    vestiging: Vestiging = column("VESTIGINGSCODE", "VESTIGINGSNUMMER", brin=BRIN)
    naam: Tekst = column("VESTIGINGSNAAM")
    # `(V)SO` does not say whether there is so, vso or both: `onderwijs` does.
    soort_po: Tekst = column("SOORT PRIMAIR ONDERWIJS", "SOORT PO")
    cluster: Tekst | None = column("CLUSTER", empty=True)
    onderwijs: Tekst | None = column("ONDERWIJS", empty=True)
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


SOURCE = Source(
    title="Adressen van alle vestigingen in sbo, so en vso",
    publisher="DUO",
    row=Vestigingsadres,
    replaces=("lijstdatum", "vestiging"),
    key=("vestiging", "soort_po"),
    moment=Moment("lijstdatum", month=1, day=1, fallback="onbekend"),
    every="elk jaar",
    where="duo.nl, open onderwijsdata, primair onderwijs, adressen, bestand 09",
)
