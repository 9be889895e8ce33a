"""What a sender says of his files, and what is told of them: of each file, and of all together."""

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple

from monitor.errors import Problem
from monitor.mappings import Mapping


class Given(NamedTuple):
    """What a sender says of one file: its kind (or a mapping), and the date it is about."""

    source: str = ""
    moment: dt.date | None = None


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
    rows: int = 0
    loaded: int = 0
    refused: int = 0
    unknown_headings: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unchanged: bool = False
    """The same file is in force already."""


@dataclass
class Outcome:
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
