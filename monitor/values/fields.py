"""The types of columns, for row models: a vestigingscode, a count, a date … (`monitor.values.spelling`)."""

import datetime as dt
from dataclasses import replace
from typing import Annotated

from monitor.values.field_codes import (
    BESTUURSNUMMER,
    GEMEENTECODE,
    NUMMER,
    POSTCODE,
    POSTCODE4,
    SWVCODE,
    SWVCODE_PO,
    SWVCODE_VO,
    VESTIGINGSCODE,
)
from monitor.values.field_dates import DATUM, GEBEURD, JAAR, PEILDATUM, SCHOOLJAAR
from monitor.values.field_numbers import (
    AANTAL,
    BREEDTEGRAAD,
    EURO,
    GEHEEL,
    GETAL,
    KILOMETERS,
    LEEFTIJD,
    LENGTEGRAAD,
    UREN,
)
from monitor.values.spelling import PADDING, Interval, Spelling, at_most, choice, lowered, quoted


_TEXT = Spelling("tekst", "een tekst", r"(.|\n|\r)+")
TEKST = at_most(500, _TEXT)
LANGE_TEKST = at_most(10_000, replace(_TEXT, name="lange tekst"))
GEOMETRIE = replace(
    _TEXT,
    name="geometrie",
    expected="een gebied als GeoJSON",
    pattern=r'[{][ ]*"type"[ ]*:[ ]*"(Multi)?Polygon"(.|\n|\r)+',
)
LIJST = Spelling(
    "lijst",
    "woorden met een | ertussen",
    rf"(.|\n|\r)*[^|{PADDING}](.|\n|\r)*",
    sql_type="varchar[]",
    sql=f"list_filter(list_transform(string_split({{v}}, '|'), "
    f"lambda x: lower(trim(x, {quoted(PADDING)}))), lambda x: x <> '')",
    parse=lambda text: [
        w for w in (lowered(part.strip(PADDING)) for part in text.split("|")) if w != ""
    ],
)
Tekst = Annotated[str, TEKST]
LangeTekst = Annotated[str, LANGE_TEKST]
Geometrie = Annotated[str, GEOMETRIE]
Gebeurd = Annotated[dt.date, GEBEURD]
"""A day on which something came or was decided: never still to come."""
Nummer = Annotated[str, NUMMER]
Vestiging = Annotated[str, VESTIGINGSCODE]
Bestuursnummer = Annotated[str, BESTUURSNUMMER]
Gemeentecode = Annotated[str, GEMEENTECODE]
Swv = Annotated[str, SWVCODE]
SwvVo = Annotated[str, SWVCODE_VO]
SwvPo = Annotated[str, SWVCODE_PO]
Postcode = Annotated[str, POSTCODE]
Postcode4 = Annotated[str, POSTCODE4]
Geheel = Annotated[int, GEHEEL]
Getal = Annotated[float, GETAL]
Leeftijd = Annotated[int, LEEFTIJD]
Uren = Annotated[float, UREN]
Kilometers = Annotated[float, KILOMETERS]
Euro = Annotated[float, EURO]
Breedtegraad = Annotated[float, BREEDTEGRAAD]
Lengtegraad = Annotated[float, LENGTEGRAAD]
Aantal = Annotated[Interval, AANTAL]
Datum = Annotated[dt.date, DATUM]
Peildatum = Annotated[dt.date, PEILDATUM]
Schooljaar = Annotated[str, SCHOOLJAAR]
Jaar = Annotated[int, JAAR]
Lijst = Annotated[list[str], LIJST]
JaNeeOnbekend = Annotated[str, choice("ja", "nee", "onbekend", j="ja", n="nee")]
JaNee = Annotated[str, choice("ja", "nee", j="ja", n="nee")]
