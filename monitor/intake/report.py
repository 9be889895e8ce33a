"""What a sender says of his files, and what is told of them: of each file, and of all together."""

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple

from monitor.errors import Problem
from monitor.store.mappings import Mapping


class SaidOfFile(NamedTuple):
    """What a sender says of one file: its kind (or a mapping), the date it is about, and whether
    it is the whole list."""

    source: str = ""
    moment: dt.date | None = None
    is_whole: bool | None = None
    """Of a register: whether the file names all that runs on; None = as its kind says."""


@dataclass
class Report:
    """What happened to one file of a delivery."""

    file: str
    source: str = ""
    title: str = ""
    why: str = ""
    mapping: Mapping | None = None
    moment: dt.date | None = None
    is_moment_guessed: bool = False
    """Nobody said which date it is about, so every file with a date goes before it."""
    likely: dt.date | None = None
    """The date to ask for then: that of the newest count that was delivered."""
    is_whole: bool = False
    """Whether it counts as a list of all that runs on."""
    no_longer_named: int = 0
    """Rows that run on in what is in force, and are not in this file."""
    rows: int = 0
    loaded: int = 0
    refused: int = 0
    unknown_headings: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unchanged: bool = False
    """The same file is in force already."""


@dataclass
class DeliveryOutcome:
    """What happened to a delivery: `id` 0 = nothing was published."""

    reports: list[Report]
    id: int = 0
    version: int = 0
    dry_run: bool = False

    @property
    def problems(self) -> list[Problem]:
        return [problem for report in self.reports for problem in report.problems]

    @property
    def is_refused(self) -> bool:
        return bool(self.problems)
