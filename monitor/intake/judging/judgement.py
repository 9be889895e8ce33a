"""What was found in a file."""

from dataclasses import dataclass, field

from monitor.errors import Problem


@dataclass
class Judgement:
    """What was found in a file; `table` in the workbench holds its rows as values."""

    rows: int = 0
    refused: int = 0
    left_out: int = 0
    """Rows that say what an earlier row said already (`Source.doubles`)."""
    table: str = ""
    problems: list[Problem] = field(default_factory=list)
    unknown_headings: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
