"""The audit log as a file: for the page and for the command line."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from monitor.access.audit import Entry
from monitor.values.moments import HERE
from monitor.values.safe_text import harmless


COLUMNS = ("nummer", "wanneer", "wie", "wat", "over", "uitkomst", "adres", "swv")


def as_rows(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """The keys are a public contract; moments as Dutch clocks show them, with their difference
    from UTC."""
    return [
        {
            "nummer": one.nummer,
            "wanneer": one.wanneer.astimezone(HERE).isoformat(timespec="seconds"),
            "wie": one.wie,
            "wat": one.wat,
            "over": one.over,
            "uitkomst": one.uitkomst,
            "adres": one.adres,
            "swv": " ".join(sorted(one.swv)),
        }
        for one in entries
    ]


def to_csv(entries: Iterable[Entry]) -> str:
    """Comma separated. What somebody typed in does not run in a spreadsheet."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in as_rows(entries):
        writer.writerow(
            {key: harmless(cell) if isinstance(cell, str) else cell for key, cell in row.items()}
        )
    return out.getvalue()
