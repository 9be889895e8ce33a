"""The comment on top of a query: its words, as `-- key: value` lines."""

import re
from pathlib import Path

from pydantic import ValidationError

from monitor.errors import QueryHeaderError


def header_of(file: Path) -> dict[str, str]:
    """The `-- key: value` lines on top of a query; an indented line continues the one above."""
    found: dict[str, str] = {}
    key = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("--"):
            break
        match = re.match(r"--\s?([a-z_]+):\s*(.*)", line)
        if match:
            key = match[1]
            if key in found:
                raise QueryHeaderError(f"{file}: {key}: staat er twee keer")
            found[key] = match[2].strip()
        elif key:
            found[key] = f"{found[key]} {line[2:].strip()}".strip()
    return found


def wrong_header(file: Path, error: ValidationError) -> QueryHeaderError:
    """Names the file and each key that is wrong."""
    faults = "; ".join(
        f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()
    )
    return QueryHeaderError(f"{file}: {faults}")
