"""OCW: landelijke reeks van vrijstellingen en verzuim uit de Leerplichttelling."""

from monitor.sources.source import Row, Source, column
from monitor.values.fields import Geheel, Schooljaar


class Leerplichttelling(Row):
    """One row per schooljaar, for the whole country; an empty cell was not counted then."""

    schooljaar: Schooljaar = column("schooljaar")
    vrijstelling_5a: Geheel | None = column(
        "Vrijstelling leerplicht (Art. 5 onder a)",
        "VRIJSTELLING 5A",
        empty=True,
        usual=(500, 100_000),
    )
    absoluut: Geheel | None = column(
        "Niet ingeschreven op school en geen vrijstelling leerplicht (absoluut verzuim)",
        "ABSOLUUT VERZUIM",
        "ABSOLUUT",
        empty=True,
        usual=(500, 100_000),
    )
    langdurig_relatief: Geheel | None = column(
        "Langdurig relatief verzuim (ingeschreven maar langdurig afwezig, relatief verzuim)",
        "LANGDURIG RELATIEF VERZUIM",
        "LANGDURIG RELATIEF",
        empty=True,
        usual=(500, 100_000),
    )


SOURCE = Source(
    title="Thuiszitters landelijk: vrijstelling, absoluut en langdurig relatief verzuim",
    publisher="OCW",
    row=Leerplichttelling,
    replaces=("schooljaar",),
    key=("schooljaar",),
    every="elk jaar",
    where="de Leerplichttelling van OCW, bij de jaarlijkse Kamerbrief over verzuim",
)
