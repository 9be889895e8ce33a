"""What was ever delivered, and in which version of the store it ended: the register of a version."""

import datetime as dt
from collections.abc import Mapping as Mapping_
from typing import Any

from pydantic import BaseModel, ConfigDict

from monitor.store.mappings import Mapping


class File(BaseModel):
    """One accepted file of a delivery."""

    model_config = ConfigDict(frozen=True)

    number: int
    name: str
    sha256: str
    size: int
    source: str
    mapping: Mapping | None = None
    """The mapping as it was then: a later change of it must not change what was delivered."""
    moment: dt.date | None = None
    is_whole: bool = False
    """Whether it named everything that ran on then (`sources.source.Running`)."""
    rows: int
    loaded: int
    unknown_headings: list[str] = []
    remarks: list[str] = []
    withdrawn: dt.datetime | None = None
    kept: str = ""
    """Of what is about pupils the sha256 of what is kept of it; else it is kept as it came."""
    purged: int = 0
    """How many of its rows were removed because they may not be kept any longer."""
    purged_at: dt.datetime | None = None


class Purge(BaseModel):
    """One time that rows past their date were removed: when, by whom, how many of which kind."""

    model_config = ConfigDict(frozen=True)

    when: dt.datetime
    who: str
    rows: dict[str, int]
    program: str = ""
    """The version of the monitor that fixed the figures; empty before 0.2.0."""


class Delivery(BaseModel):
    """The files of one call: one publication, all or nothing."""

    model_config = ConfigDict(frozen=True)

    id: int
    when: dt.datetime
    who: str
    files: list[File]


class Register(BaseModel):
    """Everything that was ever delivered, and in which version of the store it ended."""

    model_config = ConfigDict(frozen=True)

    version: int = 0
    made: dt.datetime | None = None
    deliveries: list[Delivery] = []
    since: int = 0
    """Versions before this one may not stay: they hold what had to go."""
    key: str = ""
    """Which key the pupils were replaced with (`pseudonyms.Key.fingerprint`)."""
    purged: dict[str, dt.date] = {}
    """Per kind of file: rows that might be kept until a day before this one were removed."""
    frozen: str = ""
    """The sha256 of the figures that the removed rows had given."""
    purges: list[Purge] = []

    def files(self) -> list[File]:
        """Files that are in force, in order of delivery."""
        return [f for d in self.deliveries for f in d.files if f.withdrawn is None]

    @property
    def known_key(self) -> str:
        """The fingerprint of the key, when there are pupils that were replaced with it."""
        return self.key if any(f.kept and f.loaded for f in self.files()) else ""

    def with_files(self, changes: Mapping_[int, dict[str, Any]]) -> "Register":
        """The same register with other words of some files, by their number."""
        deliveries = [
            d.model_copy(
                update={"files": [f.model_copy(update=changes.get(f.number, {})) for f in d.files]}
            )
            for d in self.deliveries
        ]
        return self.model_copy(update={"deliveries": deliveries})

    @property
    def next_number(self) -> int:
        return 1 + max((f.number for d in self.deliveries for f in d.files), default=0)

    @property
    def next_id(self) -> int:
        return 1 + max((d.id for d in self.deliveries), default=0)
