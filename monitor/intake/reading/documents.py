"""JSON as open-data services give it: one list of rows, alone or in an envelope."""

import json
import re
from collections import Counter
from typing import Any

from monitor.intake.reading.sheet import dutch_number
from monitor.sources.source import normal


ENVELOPES = (
    "value",
    "results",
    "records",
    "rows",
    "items",
    "data",
    "result",
    "response",
    "docs",
    "d",
)
"""Names under which a list of rows stands: OData, Opendatasoft, CKAN and others (OData 2 has `d`). In this order."""
DEEPEST = 3
TOTALS = ("total", "total_count", "totalcount", "nhits", "count", "@odata.count", "odata.count",
          "numbermatched", "totalfeatures", "numfound")  # fmt: skip
"""Names under which an envelope says how many rows there are, here and elsewhere."""
NEXT = ("@odata.nextlink", "odata.nextlink", "__next", "next", "nextlink")
"""And where the rest is. Of CKAN `_links` does not tell: it has a next one at the end too."""


class NoJson(Exception):
    """The text is no whole JSON."""


class DoubleName(Exception):
    """A row has a name twice: one of the two values would be lost."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Nested(Exception):
    """A cell that some kind of file asks for holds rows itself."""

    def __init__(self, row: int, name: str) -> None:
        super().__init__(name)
        self.row, self.name = row, name


def parse(text: str) -> Any:
    """The document, or the list of what stands on each line; raises NoJson and DoubleName."""
    try:
        return json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        pass
    lines = [line for line in text.splitlines() if line.strip()]
    try:
        found = [json.loads(line, object_pairs_hook=_once) for line in lines]
    except (ValueError, RecursionError):
        raise NoJson from None
    if len(found) < 2 or not all(isinstance(one, dict) for one in found):
        raise NoJson
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        times = Counter(name for name, _ in pairs)
        raise DoubleName(max(times, key=lambda name: times[name]))
    return found


def rows_in(document: Any) -> tuple[list[dict[str, Any]], list[dict[str, Any]]] | None:
    """(rows, the envelopes around them from the outside in), None when there is no list of rows."""
    found = _find(document, [])
    if found is None:
        return None
    rows, around = found
    if all(isinstance(row.get("fields"), dict) for row in rows):  # Opendatasoft, version 1
        rows = [row["fields"] for row in rows]
    return rows, around


def _find(
    node: Any, around: list[dict[str, Any]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]] | None:
    if isinstance(node, list):
        is_rows = bool(node) and all(isinstance(row, dict) for row in node)
        return (node, around) if is_rows else None
    if not isinstance(node, dict) or len(around) >= DEEPEST:
        return None
    names = {name.lower(): name for name in node}
    for name in ENVELOPES:
        if name in names and (found := _find(node[names[name]], [*around, node])):
            return found
    lists = [value for value in node.values() if isinstance(value, list)]
    return _find(lists[0], [*around, node]) if len(lists) == 1 else None


def elsewhere(around: list[dict[str, Any]], found: int) -> int | None:
    """How many rows there are in all when these are not all (0 = not told), None when they are."""
    for envelope in around:
        low = {name.lower(): value for name, value in envelope.items()}
        totals = [low[name] for name in TOTALS if type(low.get(name)) is int]
        if totals and max(totals) > found:
            return max(totals)
        links = low.get("links")
        goes_on = any(isinstance(low.get(name), str) and low[name] for name in NEXT)
        if isinstance(links, list):
            goes_on |= any(isinstance(link, dict) and link.get("rel") == "next" for link in links)
        if goes_on or low.get("exceededtransferlimit") is True:
            return 0
    return None


def as_texts(rows: list[dict[str, Any]], known: set[str]) -> list[dict[str, str]]:
    """Rows as a file with separators has them; raises Nested."""
    names = dict.fromkeys(name for row in rows for name in row)
    is_known = {name: normal(name) in known for name in names}
    out = []
    for number, row in enumerate(rows, 1):
        for name, value in row.items():
            if is_known[name] and _is_nested(value):
                raise Nested(number, name)
        out.append({name: as_text(value) for name, value in row.items()})
    return out


def _is_nested(value: Any) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list) and any(isinstance(item, dict | list) for item in value)
    )


def as_text(value: Any) -> str:
    """A value as a file with separators has it: 12,5, Ja, and a list with | between."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "Ja" if value else "Nee"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        text = repr(value)
        return dutch_number(text) if re.fullmatch(r"-?[0-9.]+(e[+-]?[0-9]{1,2})?", text) else text
    if isinstance(value, list) and not _is_nested(value):
        return "|".join(map(as_text, value))
    return json.dumps(value, ensure_ascii=False)
