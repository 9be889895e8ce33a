"""What is wrong with a vragenlijst, as sentences for who wrote it: where, which key, what to do."""

import difflib
import re
from collections.abc import Collection
from typing import Any, NamedTuple


class Fault(NamedTuple):
    """One thing that must be mended before a ronde can use the file."""

    file: str
    where: str
    """vraag 'bo-12' | deel 'basis' | cijfer 'verrijking'; empty: the file as a whole."""
    key: str
    text: str

    def __str__(self) -> str:
        parts = [self.file, self.where, f"sleutel '{self.key}'" if self.key else ""]
        return f"{', '.join(part for part in parts if part)}: {self.text}"


def shown(value: object) -> str:
    """A value of the file in a sentence: short, and without what a terminal would obey."""
    text = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", " ", str(value))
    return text if len(text) <= 60 else f"{text[:57]}…"


def words(names: Collection[str]) -> str:
    return ", ".join(names)


def meant(name: str, known: Collection[str]) -> str:
    """The name that somebody probably meant, as the end of a sentence."""
    near = difflib.get_close_matches(name[:60], list(known)[:1000], 1)
    return f" Bedoelt u '{near[0]}'?" if near else ""


def of_shape(error: Any, known: Collection[str]) -> str:
    """The sentence for one error of pydantic; `known` are the keys that could have stood there."""
    context = error.get("ctx", {})
    match error["type"]:
        case "extra_forbidden":
            name = str(error["loc"][-1])
            near = meant(name, known)
            return f"deze sleutel bestaat hier niet.{near or ' Haal hem weg.'}"
        case "missing":
            return "ontbreekt. Voeg deze sleutel toe."
        case "value_error":
            return str(context["error"])
        case "string_type":
            return "moet tekst zijn. Zet er aanhalingstekens omheen."
        case "bool_type":
            return "kan alleen true of false zijn, zonder aanhalingstekens."
        case "int_type" | "int_from_float":
            return "moet een geheel getal zijn, zonder aanhalingstekens."
        case "float_type":
            return "moet een getal zijn, met een punt en zonder aanhalingstekens."
        case "finite_number":
            return "moet een gewoon getal zijn, geen inf of nan."
        case "literal_error":
            allowed = context["expected"].replace(" or ", " of ")
            return f"kan alleen zijn: {allowed.replace('True', 'true')}."
        case "string_pattern_mismatch" if "a-z0-9-]{" in context["pattern"]:
            low, high = re.findall(r"\{(\d+),(\d+)\}", context["pattern"])[0]
            return (
                f"moet uit {low} tot en met {high} kleine letters, cijfers of streepjes bestaan, "
                "bijvoorbeeld bo-12."
            )
        case "string_pattern_mismatch" if "A-Za-z" in context["pattern"]:
            return "is hoogstens 20 letters, cijfers, punten en streepjes, bijvoorbeeld 2026."
        case "string_pattern_mismatch":
            return "is een woord van hoogstens 100 tekens, zonder aanhalingstekens erin."
        case "string_too_long":
            return f"is te lang: hoogstens {context['max_length']} tekens. Kort de tekst in."
        case "too_long":
            return f"heeft er te veel: hoogstens {context['max_length']}."
        case "too_short":
            return "is leeg. Zet er ten minste één in, of haal de sleutel weg."
        case "greater_than_equal":
            return f"moet minstens {context['ge']:g} zijn."
        case "less_than_equal":
            return f"mag hoogstens {context['le']:g} zijn."
        case "tuple_type" | "list_type":
            return "moet een lijst zijn, tussen [ en ]."
        case "dict_type" | "model_type" | "model_attributes_type":
            return "moet een groep van sleutels zijn, tussen { en }."
    return "is hier niet goed. Kijk in docs/vragenlijst.md hoe het hoort."
