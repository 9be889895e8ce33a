"""What every file says of itself: of which data it is, for whom, and by which it is known again."""

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from monitor import __version__
from monitor.access import Role, Viewer
from monitor.reports import published
from monitor.sections import what_a_role_sees
from monitor.sections.section import Section
from monitor.store.store import Store
from monitor.values import moments


AUDIENCES = {
    Role.DIRECTEUR: "de directeur",
    Role.CONSULTANT: "de consultant",
    Role.BESTUUR: "een bestuur, met de eigen scholen",
    Role.SCHOOL: "een school, met de eigen cijfers",
    Role.GEMEENTE: "een gemeente",
    Role.BEHEERDER: "de beheerder",
}
ONE_QUESTION = "deze vraag, 1"
"""The recipe of one section by itself, with its version."""
EXACT = "Precieze aantallen: niet verder verspreiden"
PROTECTED = "Kleine aantallen afgeschermd"
DEMO = "Verzonnen gegevens"
NO_DATA = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The moment of a store in which nothing was ever delivered."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Plain values, so that it can be kept without the store it is of."""

    program: str
    recipe: str
    audience: str
    is_exact: bool
    shown: str
    """Why numbers are classes, for who sees no exact ones."""
    version: int
    deliveries: str
    """Which deliveries the version is made of, by their numbers and moments. Not by what was in them:
    who knows all but one number could try that against it."""
    moment: dt.datetime
    is_demo: bool

    @property
    def mark(self) -> str:
        """What stands on every page."""
        return " · ".join([*([DEMO] if self.is_demo else []),
                           EXACT if self.is_exact else PROTECTED])  # fmt: skip

    def kenmerk(self, sections: Sequence[Section]) -> str:
        """SHA-256 in 64 hexadecimal digits, over these sections as published and this stamp."""
        whole = {
            "stamp": self.as_values(),
            "sections": [published.of_section(one) for one in sections],
        }
        words = json.dumps(whole, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(words.encode()).hexdigest()

    def as_values(self) -> dict[str, Any]:
        return asdict(self) | {"moment": self.moment.astimezone(dt.UTC).isoformat()}

    def lines(self, sections: Sequence[Section]) -> list[tuple[str, str]]:
        """(label, words), as a reader finds them in a file."""
        day = moments.day_here(self.moment)
        return [
            *([("Let op", f"{DEMO}: deze cijfers gaan over niemand.")] if self.is_demo else []),
            ("Voor wie", self.audience),
            ("Aantallen", f"{EXACT}." if self.is_exact else self.shown or f"{PROTECTED}."),
            ("Gegevens", f"versie {self.version} van {day}, leveringen {self.deliveries}"),
            ("Gemaakt met", f"{self.program}, recept {self.recipe}"),
            ("Kenmerk", self.kenmerk(sections)),
        ]  # fmt: skip


def stamp_of(store: Store, viewer: Viewer, recipe: str = ONE_QUESTION, audience: str = "") -> Stamp:
    """`viewer` is the one through whose door the sections came; `audience` names the reader where that
    is said more closely than by his role."""
    return Stamp(
        program=f"dekkend {__version__}",
        recipe=recipe,
        audience=audience or AUDIENCES[viewer.role],
        is_exact=viewer.sees_exact,
        shown=what_a_role_sees.classes(store, viewer),
        version=store.version,
        deliveries=_deliveries(store),
        moment=store.register.made or NO_DATA,
        is_demo=store.settings.demo,
    )


def _deliveries(store: Store) -> str:
    """Twelve hexadecimal digits."""
    known = [
        (one.id, one.when.astimezone(dt.UTC).isoformat(),
         [(file.number, file.source, str(file.withdrawn), file.purged) for file in one.files])
        for one in store.register.deliveries
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(known).encode()).hexdigest()[:12]
