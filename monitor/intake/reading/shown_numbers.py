"""Numbers as a spreadsheet shows them, which are none: what they are and what to do. In Dutch."""

import re

from monitor.intake.judging.messages import shortened, times
from monitor.values.spelling import Spelling


FAULTS = (
    r"#(N/B|N/A|WAARDE!|VALUE!|VERW!|REF!|DEEL/0!|DIV/0!|NAAM\?|NAME\?|GETAL!|NUM!|LEEG!|NULL!|"
    r"OVERLOPEN!|OVERLOOP!|SPILL!|BEREKENEN!|CALC!|GEGEVENS_OPHALEN|GETTING_DATA|VELD!|FIELD!|"
    r"ONBEKEND!|UNKNOWN!|BLOKKEREN!|BLOCKED!|VERBINDEN!|CONNECT!|PYTHON!|BEZET!|BUSY!)"
)
"""What a formula gives that fails, in Dutch and English Excel."""
TOO_NARROW = "#{2,}"
NO_VALUE = f"[ ]*({FAULTS}|{TOO_NARROW})[ ]*"
"""Cells that say nothing, whatever their column: as a text they would all be the same one."""
_WAYS = (
    (FAULTS, "is de fout van een formule", "Verbeter de formule of de waarde"),
    (
        TOO_NARROW,
        "is wat een spreadsheet toont als een kolom te smal is",
        "Maak de kolom breder, exporteer opnieuw",
    ),
    (
        r"-?[0-9]([.,][0-9]+)?[eE][+-]?[0-9]+",
        "is een verkort getal, waarvan cijfers weg zijn",
        "Geef de kolom in de spreadsheet de opmaak Getal (een nummer: Tekst), exporteer opnieuw",
    ),
)
_OF_NUMBERS = (
    (r"[-–—?]|n\.?[ ]?b\.?", "zegt niet of het nul is of onbekend",
     "Schrijf 0 als het nul is, en laat de cel leeg (of schrijf x bij een aantal) als het onbekend is"),
    (r"<[ ]*[0-9]+", "is een verborgen aantal met een andere grens dan <5",
     "Schrijf het getal zelf, of x als het onbekend is"),
    (r"[+-]?[0-9.,]+[ ]*%", "is een percentage", "Zet het getal zelf in de cel, zonder %"),
    (r"(€|EUR)[ ]*-?[0-9., -]+|-?[0-9.,]+[ ]*(€|EUR)", "is een bedrag in euro",
     "Zet het getal in de cel zonder € en zonder punt, bijv. 1200"),
    (r"[+-]?[0-9]{1,3}[.,][0-9]{3}", "kan twee dingen zijn: duizendtallen, of drie decimalen",
     "Schrijf 1234 voor duizendtallen, en 1,2340 voor decimalen"),
)  # fmt: skip
_WHOLE = (
    r"[0-9.]+,[0-9]+|[0-9]+\.[0-9]+",
    "is geen heel getal",
    "Schrijf een heel getal",
)
LONGEST = 60
"""Characters that a number and what stands around it have at most."""
_NUMBERS = ("integer", "double")


def why_none(text: str, spelling: Spelling, is_shown: bool) -> str:
    """What a wrong cell is and what now, "" when it is nothing that a spreadsheet makes of it."""
    if len(text) > LONGEST:
        return ""
    ways = list(_WAYS)
    if spelling.sql_type in _NUMBERS:
        ways += _OF_NUMBERS
        if spelling.sql_type == "integer":
            ways.append(_WHOLE)
    value = f"'{shortened(text)}'" if is_shown else "de waarde"
    for pattern, what, now in ways:
        if re.fullmatch(pattern, text.strip(), re.IGNORECASE):
            return f"{value} {what}. {now}; verwacht {spelling.expected}."
    return ""


def no_value(text: str, is_shown: bool) -> str:
    """Of a cell of text that says nothing."""
    value = f"'{shortened(text)}'" if is_shown else "de waarde"
    what, now = next(
        ((what, now) for way, what, now in _WAYS if re.fullmatch(way, text.strip(), re.IGNORECASE)),
        _WAYS[1][1:],
    )
    return f"{value} {what}. {now}, en lever opnieuw; een lege cel mag als de kolom niet moet."


def more_without_value(number: int) -> str:
    return (
        f"nog {times(number, 'cel', 'cellen')} met een fout van een formule of een te smalle kolom."
    )
