"""DUO: leerlingen vo per vestiging naar onderwijstype (01), met en zonder lwoo, 2016 tot nu."""

from monitor.sources.source import BRIN, Moment, Row, Source, column, optional
from monitor.values.fields import Aantal, SwvVo, Tekst, Vestiging


class Telling(Row):
    """One row per vestiging, onderwijstype, afdeling and opleiding; pupils by year and sex."""

    vestiging: Vestiging = column("VESTIGINGSNUMMER", "VESTIGINGSCODE", brin=BRIN)
    naam: Tekst | None = column("INSTELLINGSNAAM VESTIGING", empty=True)
    plaats: Tekst | None = optional("PLAATSNAAM VESTIGING")
    swv: SwvVo | None = optional("SAMENWERKINGSVERBAND PASSEND ONDERWIJS VO")
    onderwijstype: Tekst = column("ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR")
    lwoo: Tekst | None = optional("LWOO INDICATIE")
    vmbo_sector: Tekst | None = optional("VMBO SECTOR")
    afdeling: Tekst | None = optional("AFDELING")
    elementcode: Tekst | None = optional("ELEMENTCODE", "ERKENDE OPLEIDINGSCODE")
    opleiding: Tekst | None = optional("OPLEIDINGSNAAM")
    jaar1_man: Aantal = column("LEER- OF VERBLIJFSJAAR 1 - MAN", "LEERJAAR 1 MAN")
    jaar1_vrouw: Aantal = column("LEER- OF VERBLIJFSJAAR 1 - VROUW", "LEERJAAR 1 VROUW")
    jaar2_man: Aantal = column("LEER- OF VERBLIJFSJAAR 2 - MAN", "LEERJAAR 2 MAN")
    jaar2_vrouw: Aantal = column("LEER- OF VERBLIJFSJAAR 2 - VROUW", "LEERJAAR 2 VROUW")
    jaar3_man: Aantal = column("LEER- OF VERBLIJFSJAAR 3 - MAN", "LEERJAAR 3 MAN")
    jaar3_vrouw: Aantal = column("LEER- OF VERBLIJFSJAAR 3 - VROUW", "LEERJAAR 3 VROUW")
    jaar4_man: Aantal = column("LEER- OF VERBLIJFSJAAR 4 - MAN", "LEERJAAR 4 MAN")
    jaar4_vrouw: Aantal = column("LEER- OF VERBLIJFSJAAR 4 - VROUW", "LEERJAAR 4 VROUW")
    jaar5_man: Aantal = column("LEER- OF VERBLIJFSJAAR 5 - MAN", "LEERJAAR 5 MAN")
    jaar5_vrouw: Aantal = column("LEER- OF VERBLIJFSJAAR 5 - VROUW", "LEERJAAR 5 VROUW")
    jaar6_man: Aantal = column("LEER- OF VERBLIJFSJAAR 6 - MAN", "LEERJAAR 6 MAN")
    jaar6_vrouw: Aantal = column("LEER- OF VERBLIJFSJAAR 6 - VROUW", "LEERJAAR 6 VROUW")


SOURCE = Source(
    title="Leerlingen vo per vestiging naar onderwijstype",
    publisher="DUO",
    row=Telling,
    replaces=("peildatum",),
    doubles="gelijk",
    moment=Moment("peildatum"),
    every="elk jaar",
    where="duo.nl, open onderwijsdata, voortgezet onderwijs, leerlingen, bestand 01",
)
