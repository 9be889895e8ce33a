"""OCW: de schoolvakanties per vakantieregio, om verzuim in schoolweken te tellen."""

from typing import Annotated

from monitor.sources.source import Row, Source, column
from monitor.values.fields import Datum, Schooljaar, Tekst
from monitor.values.spelling import choice


Vakantieregio = Annotated[str, choice("noord", "midden", "zuid")]


class Schoolvakantie(Row):
    """One row per schooljaar, vakantieregio and vakantie: from the first day off up to and
    including the last. Whether the days are in order, the check `vakantie_onmogelijk` says."""

    schooljaar: Schooljaar = column("SCHOOLJAAR")
    regio: Vakantieregio = column("REGIO", "VAKANTIEREGIO")
    vakantie: Tekst = column("VAKANTIE", "NAAM VAKANTIE")
    eerste_dag: Datum = column("EERSTE DAG", description="de eerste dag zonder school")
    laatste_dag: Datum = column("LAATSTE DAG", description="de laatste dag zonder school")


SOURCE = Source(
    title="Schoolvakanties per vakantieregio",
    publisher="OCW",
    row=Schoolvakantie,
    replaces=("schooljaar", "regio"),
    key=("schooljaar", "regio", "vakantie"),
    every="elk jaar",
    where="rijksoverheid.nl, schoolvakanties; de data staan jaren vooruit vast",
)
