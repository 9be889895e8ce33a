"""The audit log as a file: for the page and for the command line."""

from collections.abc import Iterable
from typing import Any

from monitor.access.audit import Entry
from monitor.values.moments import HERE
from monitor.views.files import separated


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


def to_csv(entries: Iterable[Entry], form: separated.Form = separated.for_programs) -> str:
    """What somebody typed in does not run in a spreadsheet."""
    return form(COLUMNS, (list(row.values()) for row in as_rows(entries)))
