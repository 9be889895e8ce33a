"""The XLSForm subset that a vragenlijst is exchanged in: its sheets, columns, types and names.

XLSForm is the format of Kobo, ODK and SurveyCTO (https://xlsform.org). What it cannot say of a
question travels in columns of our own (`bind::dekkend:wordt`), which those programs keep and ignore.
"""

import re
import tomllib
from typing import Any

from monitor.rounds.vragenlijst.model import Vraag
from monitor.rounds.vragenlijst.writing import value_text


Sheets = dict[str, list[list[str]]]
"""By name of the sheet its rows as text, the kolomkoppen first."""
OWN = "bind::dekkend:"
OWN_SETTING = "dekkend:"
DEEL = "deel_"
"""Before the code of a deel: a question may have the same code, and a form has one name for each."""
NAMESPACE = 'dekkend="urn:dekkend-aanbod"'
LANGUAGE = "Nederlands (nl)"
SURVEY = (
    "type", "name", "label", "hint", "required", "relevant", "constraint", "constraint_message",
    "appearance", "parameters",
)  # fmt: skip
CHOICES = ("list_name", "name", "label")
SETTINGS = ("form_title", "form_id", "version", "default_language", "namespaces")
CIJFERS = ("code", "titel", "maat", "vraag", "deel", "per_vraag", "telt", "richting", "publiek")
OF_LIST = ("uitleg", "voor", "schooltypen", "norm", "bewaren_jaren")
OF_DEEL = ("uitleg", "onderdeel_van", "alleen_swv", "rijen_uit", "vragen_uit")
OF_VRAAG = (
    "soort", "betekenis", "verplicht", "waarom_verplicht", "weet_niet", "nvt", "uit", "decimalen",
    "toelichting", "thema", "openbaar", "bewijs", "volgt_op", "voorstel", "wordt",
)  # fmt: skip
OF_ROW = ("soort", "verplicht", "weet_niet", "nvt", "uit")
"""Of what a row of a matrix says itself; the rest is said once, of the group that it is in."""
NORM, NORM_LABEL = "norm", "Hier komen de punten van de norm van het samenwerkingsverband."
_TEXTS = {
    "soort", "waarom_verplicht", "uit", "bewijs", "voorstel", "uitleg", "onderdeel_van",
    "rijen_uit", "vragen_uit", "voor", "norm", "code", "titel", "maat", "vraag", "deel", "richting",
}  # fmt: skip
"""Keys of which the cell is the text itself; of the others it is a value as TOML has it."""
TYPES = {
    "janee": "select_one",
    "jadeelsnee": "select_one",
    "keuze": "select_one",
    "schaal": "select_one",
    "stelling": "select_one",
    "keuzes": "select_multiple",
    "aantal": "integer",
    "getal": "decimal",
    "bedrag": "decimal",
    "datum": "date",
    "maand": "date",
    "leeftijd_bewijs": "date",
    "schooljaar": "text",
    "tekst": "text",
    "lange_tekst": "text",
    "document": "text",
    "uitleg": "note",
}
APPEARANCES = {"maand": "month-year", "leeftijd_bewijs": "month-year", "lange_tekst": "multiline"}
FOREIGN = {
    ("integer", ""): "aantal",
    ("decimal", ""): "getal",
    ("date", ""): "datum",
    ("date", "month-year"): "maand",
    ("text", ""): "tekst",
    ("text", "multiline"): "lange_tekst",
    ("note", ""): "uitleg",
    ("select_multiple", ""): "keuzes",
    ("range", ""): "schaal",
}
"""By type and appearance: the soort of a question that does not say it itself."""
TODAY = ". <= today()"


def name_of(code: str) -> str:
    """A code as a name in XML, which begins with a letter or `_`; `/` cannot be in one."""
    name = code.replace("/", ".")
    return name if name[0].isalpha() else f"_{name}"


def code_of(name: str) -> str:
    """The code again: no code holds a `_`."""
    return name.removeprefix("_")


def type_of(vraag: Vraag) -> str:
    """`uit` names words that only the store knows: as text, to be chosen here."""
    return "text" if vraag.uit else TYPES[vraag.soort]


def cell(key: str, value: Any) -> str:
    """A value of one of our own keys as the text of a cell."""
    return str(value) if key in _TEXTS else value_text(value)


def value(key: str, text: str) -> Any:
    """The value again; ValueError when the cell holds none."""
    if key in _TEXTS:
        return text
    # A spreadsheet makes TRUE of true, and 5.0 of 5.
    text = text.lower() if text.lower() in ("true", "false") else text
    text = re.sub(r"\A(-?[0-9]+)\.0\Z", r"\1", text)
    if "\n" in text:
        raise ValueError("more than one line")
    try:
        return tomllib.loads(f"x = {text}")["x"]
    except RecursionError:
        raise ValueError("too deep") from None


def bounds(vraag: Vraag) -> str:
    """The constraint of a question, '' when it has none."""
    if vraag.niet_na:
        return TODAY
    low, high = vraag.minimum, vraag.maximum
    parts = [f". >= {value_text(low)}"] if low is not None else []
    parts += [f". <= {value_text(high)}"] if high is not None else []
    return " and ".join(parts)


def message(constraint: str) -> str:
    """What a form says when the constraint is not met; the monitor makes its own sentence."""
    if constraint == TODAY:
        return "Kies een dag tot en met vandaag."
    words = constraint.replace(". >= ", "minstens ").replace(". <= ", "hoogstens ")
    return f"Schrijf een getal van {words.replace(' and ', ' en ')}."


def as_bounds(constraint: str) -> dict[str, Any] | None:
    """The keys that a constraint says, or None when it is no constraint of the subset."""
    if constraint == TODAY:
        return {"niet_na": "vandaag"}
    number = r"(-?[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?)"
    found = re.fullmatch(rf"(?:\. ?>= ?{number})?( and )?(?:\. ?<= ?{number})?", constraint)
    if not found or bool(found[2]) != bool(found[1] and found[3]):
        return None
    pairs = (("minimum", found[1]), ("maximum", found[3]))
    return {key: float(text) for key, text in pairs if text is not None}
