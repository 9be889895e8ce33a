"""What goes into the matching, and of what its outcome is made; a row of SQL is one of these.

Names of fields are the names of columns. Empty is None, as in SQL. `alle` is a niveau of an
arrangement or of a norm, and a vraag of a norm; for a need it is a word like any other.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


ALLE = "alle"
DEFAULT_KM = 15.0
"""The norm where nothing else is said."""


class Run(StrEnum):
    """Over which places the matching runs."""

    PLAN = "plan"
    PRAKTIJK = "praktijk"


@dataclass(frozen=True, slots=True)
class Need:
    """Pupils with the same home, vraag and niveau, and where it is known the same school.

    `swv` is the samenwerkingsverband whose need it is; arrangements of another one never count.
    """

    postcode4: str | None
    ondersteuningsvraag: str
    niveau: str
    aantal: int
    vestiging: str | None = None
    wijk: str | None = None
    gemeente: str | None = None
    subregio: str | None = None
    swv: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """An offer at one place. `plaatsen_praktijk` None is not known, which is not nought."""

    arrangementscode: str
    ondersteuningsvragen: tuple[str, ...]
    niveaus: tuple[str, ...]
    bereik: str
    """school, wijk, subregio or swv."""
    plaatsen_plan: int
    plaatsen_praktijk: int | None = None
    status: str = "actief"
    vestiging: str | None = None
    aanbieder: str | None = None
    postcode4: str | None = None
    wijk: str | None = None
    gemeente: str | None = None
    subregio: str | None = None
    swv: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    tarief: float | None = None
    """Euro per place per year."""

    def __post_init__(self) -> None:
        """A list, as SQL gives, may change; a record may not."""
        for name in ("ondersteuningsvragen", "niveaus"):
            object.__setattr__(self, name, tuple(getattr(self, name)))

    @property
    def provider(self) -> str:
        """Who would have to stop for the offer to be gone."""
        return self.aanbieder or self.vestiging or self.arrangementscode


@dataclass(frozen=True, slots=True)
class Norm:
    """How far a place may be, for a vraag and niveau, each of which may be `alle`."""

    ondersteuningsvraag: str
    niveau: str
    max_km: float


@dataclass(frozen=True, slots=True)
class Uitzondering:
    """An exception: lifts (`max_km` None) or replaces the norm for what it names; empty is any.

    It goes before every norm; of two that fit the one that names most, then the strictest.
    """

    max_km: float | None
    ondersteuningsvraag: str | None = None
    niveau: str | None = None
    postcode4: str | None = None
    wijk: str | None = None
    gemeente: str | None = None
    subregio: str | None = None
    arrangementscode: str | None = None
    tot: dt.date | None = None
    """The last day on which it holds."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How far is too far: norms, exceptions that hold on `day`, and a default."""

    normen: tuple[Norm, ...] = ()
    uitzonderingen: tuple[Uitzondering, ...] = ()
    default_km: float = DEFAULT_KM
    day: dt.date | None = None
    """Exceptions that ended before it do not count; None: all of them do."""


class CellState(StrEnum):
    """How a cell stands, from bad to good."""

    GEEN_AANBOD = "geen aanbod"
    VERKEERD_NIVEAU = "verkeerd niveau"
    TE_VER = "te ver"
    BUITEN_BEREIK = "buiten bereik"
    """Near enough, and only for another wijk, subregio or school."""
    OP_PAPIER = "alleen op papier"
    VOL = "vol"
    ONBEKEND = "onbekend"
    KWETSBAAR = "kwetsbaar"
    GEDEKT = "gedekt"


class Obstacle(StrEnum):
    """Why an arrangement for the same vraag does not help a cell."""

    PLEK_ONBEKEND = "plek niet bekend"
    STATUS = "niet actief"
    NIVEAU = "ander niveau"
    BEREIK = "buiten het bereik"
    AFSTAND = "te ver"
    GEEN_PLAATSEN = "geen plaatsen"
    OP_PAPIER = "alleen op papier"
    PLAATSEN_ONBEKEND = "plaatsen niet bekend"
    VOL = "vol"


@dataclass(frozen=True, slots=True)
class Alternative:
    """An arrangement for the same vraag near a cell, and everything that stands in its way."""

    arrangement: Arrangement
    km: float | None
    max_km: float | None
    """The norm for this cell and this arrangement; None: no limit."""
    obstacles: tuple[Obstacle, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A need after the matching.

    In every largest placement at least `certain` and at most `possible` of its pupils are
    without a place. `onbekend` more may be so, if places that nobody reported are not there.
    """

    need: Need
    """Identical needs taken together."""
    placed: int
    """In the placement with the least total distance, on the places that are known."""
    km: float
    """Of those who are placed, added up."""
    certain: int
    possible: int
    onbekend: int
    state: CellState
    reason: str
    in_cut: bool
    fitting: int
    """How many arrangements with places fit."""
    alternatives: tuple[Alternative, ...]
    """The nearest; only where the cell is or may be short."""


@dataclass(frozen=True, slots=True)
class Use:
    """An arrangement after the matching."""

    arrangement: Arrangement
    places: int | None
    """What the run counts with; None: not known, 0 when it is not actief."""
    used: int
    """In the placement with the least total distance."""
    free: int | None
    in_cut: bool
    marginal: int
    """By how many more pupils one more place would help: 0 or 1, exactly."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Pupils of a cell at an arrangement, in the placement with the least total distance."""

    need: Need
    arrangement: Arrangement
    aantal: int
    km: float
    """For one pupil."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Why there is a gap: these needs together have no other places than these, which are full."""

    needs: tuple[Need, ...]
    arrangements: tuple[Arrangement, ...]
    need: int
    places: int

    @property
    def gap(self) -> int:
        return self.need - self.places


@dataclass(frozen=True, slots=True)
class Message:
    """A fault in what was given: about what, and what now, in Dutch."""

    about: str
    """A postcode4 or an arrangementscode."""
    text: str
    aantal: int = 0
    """How many pupils or places do not take part because of it."""
