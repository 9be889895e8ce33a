"""What two times the same report say differently: which sentence, which figure, old → new."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any


Published = Mapping[str, Any]
"""A section as `published.of_section` gives it."""
GONE = "weggelaten"
"""Where something stood and is not any more."""


def of_sections(before: Sequence[Published], after: Sequence[Published]) -> Iterator[str]:
    """A line per change, in the order of the sections; nothing for what is the same."""
    old, new = _by_key(before), _by_key(after)
    for key, one in old.items():
        if key not in new:
            yield f"{one['question']} Dit onderdeel is er niet meer."
        elif one != new[key]:
            found = list(_of_one(one, new[key]))
            yield from (
                f"{one['question']} {line}" for line in found or ["De uitleg is veranderd."]
            )
    for key, one in new.items():
        if key not in old:
            yield f"{one['question']} Dit onderdeel is nieuw."


def _by_key(sections: Sequence[Published]) -> dict[str, Published]:
    """What asks the same twice is told apart by its place."""
    found: dict[str, Published] = {}
    for one in sections:
        key, place = str(one["key"]), 2
        while key in found:
            key, place = f"{one['key']} {place}", place + 1
        found[key] = one
    return found


def _of_one(old: Published, new: Published) -> Iterator[str]:
    if old["says"] != new["says"]:
        yield f"De zin: “{old['says']}” → “{new['says']}”"
    if old["selection"] != new["selection"]:
        yield f"De selectie: {old['selection']} → {new['selection']}"
    for what in ("beside", "notes"):
        gone = [line for line in old[what] if line not in new[what]]
        come = [line for line in new[what] if line not in old[what]]
        for place in range(max(len(gone), len(come))):
            was, now = (lines[place] if place < len(lines) else "" for lines in (gone, come))
            yield (
                f"Een zin: “{was}” → “{now}”"
                if was and now
                else (f"Een zin is weg: “{was}”" if was else f"Een zin erbij: “{now}”")
            )
    yield from _of_table(old["table"] or {}, new["table"] or {})


def _of_table(old: Published, new: Published) -> Iterator[str]:
    """Cells by the name of their row; of rows with the same name by their order."""
    if not old or not new:
        if old or new:
            yield f"De tabel {(old or new)['title']} {'is weg' if old else 'is nieuw'}."
        return
    titles = [one[0] for one in old["columns"]]
    was, now = _rows(old), _rows(new)
    for name, row in was.items():
        if name not in now:
            yield f"{old['title']}, {name}: {GONE}"
            continue
        cells = dict(zip([one[0] for one in new["columns"]], now[name], strict=False))
        for title, cell in zip(titles, row, strict=False):
            other = cells.get(title)
            if cell != other:
                yield f"{old['title']}, {name}, {title}: {_words(cell)} → {_words(other)}"
    for name, row in now.items():
        if name not in was:
            yield f"{old['title']}, {name}: nieuw ({', '.join(map(_words, row[1:]))})"
    if was == now and old["figures"] != new["figures"]:
        yield from _of_figures(old["figures"], new["figures"])


def _rows(table: Published) -> dict[str, list[Any]]:
    """By what tells them apart: the first cell, with the second where the first comes again."""
    found: dict[str, list[Any]] = {}
    for row in table["rows"]:
        name = next((more for more in _names(row) if more not in found), "")
        found[name or f"rij {len(found) + 1}"] = row
    return found


def _names(row: Sequence[Any]) -> Iterator[str]:
    words = [_words(cell) for cell in row]
    for many in range(1, len(words) + 1):
        yield ", ".join(words[:many])


def _words(cell: Any) -> str:
    return str(cell[0]) if cell else GONE


def _of_figures(old: Sequence[Published], new: Sequence[Published]) -> Iterator[str]:
    names = ("indicator", "per", "code", "periode", "uitsplitsing")

    def by_name(rows: Sequence[Published]) -> dict[tuple[Any, ...], Published]:
        return {tuple(row.get(name) for name in names): row for row in rows}

    was, now = by_name(old), by_name(new)
    for key, row in was.items():
        other = now.get(key)
        if other != row:
            which = ", ".join(str(part) for part in key if part)
            numbers = [
                f"{column} {row[column]} → {other.get(column)}"
                for column in row
                if other is not None and column not in names and row[column] != other.get(column)
            ]
            yield f"{which}: {'; '.join(numbers) or GONE}"
    yield from (f"{', '.join(str(p) for p in key if p)}: nieuw" for key in now if key not in was)
