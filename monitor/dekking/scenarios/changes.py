"""The changes that a scenario can have, as JSON keeps them and as a form gives them."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from monitor.dekking.matching.model import ALLE
from monitor.errors import MonitorError


MOST_PLACES = 999
MOST_CHANGES = 50
Places = Annotated[int, Field(ge=0, le=MOST_PLACES)]
Word = Annotated[str, Field(min_length=1, max_length=80)]
Postcode4 = Annotated[str, Field(pattern=r"^[1-9][0-9]{3}$")]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Open(_Model):
    """A new arrangement; where it is says the postcode, else the school."""

    soort: Literal["open"] = "open"
    vragen: Annotated[tuple[Word, ...], Field(min_length=1)]
    niveaus: Annotated[tuple[Word, ...], Field(min_length=1)]
    bereik: Literal["school", "wijk", "subregio", "swv"] = "swv"
    postcode4: Postcode4 | None = None
    vestiging: Word | None = None
    plaatsen: Annotated[int, Field(ge=1, le=MOST_PLACES)]
    tarief: Annotated[float, Field(ge=0, le=1_000_000, allow_inf_nan=False)] | None = None
    """Euro per place per year; None is not known."""


class Plaatsen(_Model):
    """Another number of places, more or fewer; one that was not actief is so from then on."""

    soort: Literal["plaatsen"] = "plaatsen"
    arrangementscode: Word
    plaatsen: Places


class Verplaats(_Model):
    """The same arrangement elsewhere."""

    soort: Literal["verplaats"] = "verplaats"
    arrangementscode: Word
    postcode4: Postcode4


class Sluit(_Model):
    """An arrangement that is no longer there."""

    soort: Literal["sluit"] = "sluit"
    arrangementscode: Word


class Bereik(_Model):
    """The same arrangement, open to others."""

    soort: Literal["bereik"] = "bereik"
    arrangementscode: Word
    bereik: Literal["school", "wijk", "subregio", "swv"]


class NormChange(_Model):
    """Another norm for a vraag and niveau, each of which may be `alle`."""

    soort: Literal["norm"] = "norm"
    vraag: Word
    niveau: Word = ALLE
    km: Annotated[float, Field(gt=0, le=500, allow_inf_nan=False)]


Change = Annotated[
    Open | Plaatsen | Verplaats | Sluit | Bereik | NormChange, Field(discriminator="soort")
]  # fmt: skip
_change: TypeAdapter[Change] = TypeAdapter(Change)


class Scenario(_Model):
    """A name and what changes, in order."""

    naam: Annotated[str, Field(max_length=120)] = ""
    wijzigingen: Annotated[tuple[Change, ...], Field(max_length=MOST_CHANGES)] = ()

    def with_change(self, change: Change) -> "Scenario":
        """MonitorError when there are too many."""
        if len(self.wijzigingen) >= MOST_CHANGES:
            raise MonitorError(
                f"Een scenario heeft hoogstens {MOST_CHANGES} wijzigingen. Maak er een ongedaan, of "
                "begin een nieuw scenario."
            )
        return self.model_copy(update={"wijzigingen": (*self.wijzigingen, change)})

    def without(self, index: int) -> "Scenario":
        """Without the change at this place."""
        rest = tuple(one for i, one in enumerate(self.wijzigingen) if i != index)
        return self.model_copy(update={"wijzigingen": rest})

    def to_json(self) -> dict[str, Any]:
        """What the journal keeps; `read` gives it back."""
        return self.model_dump(mode="json")


def read(inhoud: object) -> Scenario:
    """A scenario out of the journal or a file. MonitorError says which change is not good and why."""
    try:
        return Scenario.model_validate(inhoud)
    except ValidationError as error:
        raise MonitorError(_in_dutch(error)) from None


def make(soort: str, **values: Any) -> Change:
    """A change as a form gives it. MonitorError says in Dutch what is not good."""
    try:
        return _change.validate_python({"soort": soort, **values})
    except ValidationError as error:
        raise MonitorError(_in_dutch(error)) from None


# --------------------------------------------------------------------------------- refusals

_FIELDS = {
    "vragen": "Kies minstens één ondersteuningsvraag.",
    "niveaus": "Kies minstens één niveau.",
    "bereik": "Het bereik is school, wijk, subregio of swv.",
    "postcode4": "Een postcode is vier cijfers, bijvoorbeeld 9911.",
    "vestiging": "Dit is geen code van een school.",
    "plaatsen": f"Een aantal plaatsen is een heel getal van 0 tot en met {MOST_PLACES}.",
    "tarief": "Een tarief is € 0 of meer per plaats per jaar. Laat het leeg als het niet bekend is.",
    "arrangementscode": "Kies een arrangement.",
    "vraag": "Kies een ondersteuningsvraag.",
    "niveau": "Kies een niveau.",
    "km": "Een norm is meer dan 0 en hoogstens 500 km.",
    "naam": "Een naam heeft hoogstens 120 tekens.",
}


def _in_dutch(error: ValidationError) -> str:
    """The first fault: in which change, and what now."""
    fault = error.errors()[0]
    place = fault["loc"]
    # From the end: a kind of change may be called as a field is (plaatsen).
    words = next((_FIELDS[str(part)] for part in reversed(place) if part in _FIELDS), "")
    if fault["type"] == "extra_forbidden":
        words = ""
    if fault["type"] == "too_long" and place and place[-1] == "wijzigingen":
        words = f"Een scenario heeft hoogstens {MOST_CHANGES} wijzigingen."
    if "open" in place and place[-1] == "plaatsen":
        words = f"Een nieuw arrangement heeft 1 tot en met {MOST_PLACES} plaatsen."
    words = words or "Dit is geen wijziging die een scenario kan hebben."
    number = next((int(part) + 1 for part in place if isinstance(part, int)), 0)
    return f"Wijziging {number}: {words}" if number and "wijzigingen" in place else words
