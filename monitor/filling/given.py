"""What a form sent, per question: names of fields, and what stood in them."""

from collections.abc import Mapping
from typing import NamedTuple

from monitor.rounds.vragenlijst.answers import Given
from monitor.rounds.vragenlijst.conditions import Place
from monitor.rounds.vragenlijst.model import Vraag


Fields = Mapping[str, list[str]]
VALUE, INSTEAD, PROOF, SEEN, SHOWN = "v", "i", "b", "g", "z"
"""Beginnings of names: what was answered, weet niet or n.v.t., the month of the proof, the number of
the row that was shown, and that the question was on the page at all."""
PARTS = {"document": ("titel", "plaats", "geldig_tot"), "leeftijd_bewijs": ("maand", "bron")}


class Typed(NamedTuple):
    """What was given to one question."""

    given: Given
    """'' or empty when nothing was."""
    proof: str
    seen: int | None

    @property
    def is_empty(self) -> bool:
        if isinstance(self.given, Mapping):
            return not any(part.strip() for part in self.given.values())
        return not (self.given.strip() if isinstance(self.given, str) else self.given)


def key_of(place: Place) -> str:
    return f"{place.vraag}@{place.rij}"


def place_of(key: str) -> Place | None:
    """The place that a key names; None when it is none."""
    vraag, sign, rij = key.partition("@")
    return Place(rij[:100], vraag[:81]) if sign and vraag else None


def name(kind: str, key: str) -> str:
    return f"{kind}.{key}"


def keys_in(fields: Fields) -> list[str]:
    """Which questions were on the page that was sent."""
    return [one[2:] for one in fields if one.startswith(f"{SHOWN}.")]


def typed(fields: Fields, key: str, vraag: Vraag) -> Typed:
    """What a form says of one question."""
    proof = _one(fields, name(PROOF, key))
    number = _one(fields, name(SEEN, key))
    seen = int(number) if number.isascii() and number.isdigit() and len(number) < 16 else None
    given: Given
    if instead := _one(fields, name(INSTEAD, key)):
        given = instead
    elif vraag.soort in PARTS:
        given = {part: _one(fields, f"{VALUE}.{part}.{key}") for part in PARTS[vraag.soort]}
    elif vraag.soort == "keuzes":
        given = [word for word in fields.get(name(VALUE, key), []) if word][:60]
    else:
        given = _one(fields, name(VALUE, key))
    return Typed(given, proof.strip(), seen or None)


def _one(fields: Fields, called: str) -> str:
    return fields.get(called, [""])[0]
