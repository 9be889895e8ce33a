"""The files of `queries/`, in the order in which they can be defined: a file after what it reads."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from monitor.errors import MonitorError
from monitor.resources import QUERIES
from monitor.store.query_headers import header_of, variants_in


FOLDERS = ("views", "definitions", "dekking", "indicators", "checks")
"""Folders of queries/: each is a schema of the store."""
_NAMED = re.compile(rf"\b({'|'.join(FOLDERS)})\.(\w+)")
_COMMENT = re.compile(r"--[^\n]*")


@dataclass(frozen=True)
class Query:
    """One file of `queries/`, or one of the variants of a file."""

    name: str
    """As it is called in SQL: `views.leerling`."""
    file: Path
    sql: str
    reads: frozenset[str]
    """Names of other files, as `views.leerling`."""

    @property
    def folder(self) -> str:
        return self.name.partition(".")[0]

    @property
    def stem(self) -> str:
        return self.name.partition(".")[2]

    @property
    def kept(self) -> bool:
        """A view whose first line says `-- kept: …` is computed once per version, not per
        question."""
        return self.sql.startswith("-- kept:")


@cache
def queries(root: Path = QUERIES) -> dict[str, Query]:
    """All files by name, each after those it reads; MonitorError names files that read each other.

    The order is the same on every machine: that of the names, where what is read leaves it open.
    """
    found = {query.name: query for query in _all(root)}
    order: TopologicalSorter[str] = TopologicalSorter()
    for query in found.values():
        order.add(query.name, *sorted(query.reads & set(found)))
    try:
        return {name: found[name] for name in order.static_order()}
    except CycleError as error:
        circle = " → ".join(f"{name}" for name in reversed(error.args[1]))
        raise MonitorError(f"Deze bestanden in {root} lezen elkaar: {circle}") from None


def needed_for(names: Iterable[str]) -> list[Query]:
    """These files and all they read, directly or not, in the order of `queries`."""
    known = queries()
    wanted: set[str] = set()
    todo = [name for name in names if name in known]
    while todo:
        name = todo.pop()
        if name not in wanted:
            wanted.add(name)
            todo.extend(known[name].reads & set(known))
    return [query for name, query in known.items() if name in wanted]


def read_in(sql: str) -> frozenset[str]:
    """What SQL names of `queries/`, outside comments: `views.leerling`."""
    return frozenset(".".join(found) for found in _NAMED.findall(_COMMENT.sub("", sql)))


def _all(root: Path) -> list[Query]:
    found = [query for file in _files(root) for query in _read(file)]
    return [*found, *_who_meets_what(root)]


def _files(root: Path) -> list[Path]:
    return [file for folder in FOLDERS for file in sorted((root / folder).glob("*.sql"))]


def _who_meets_what(root: Path) -> list[Query]:
    """`views.voldoet`: what every file in `definitions/` says, with its code. The folder is the
    register, so that nobody can forget to put a definition on a list: it would count nobody."""
    files = sorted((root / "definitions").glob("*.sql"))
    if not files:
        return []
    sql = "\nunion all\n".join(
        f"select '{file.stem.upper()}' as definitie, meldingnummer, vanaf, tot, zeker "
        f"from definitions.{file.stem}"
        for file in files
    )
    return [Query("views.voldoet", root / "views" / "voldoet.sql", sql, read_in(sql))]


def _read(file: Path) -> list[Query]:
    """A file; of indicators one per variant (`query_headers.headers_of`)."""
    sql, folder = file.read_text(encoding="utf-8"), file.parent.name
    variants = variants_in(header_of(file).get("variants", "")) if folder == "indicators" else {}
    found = []
    for stem, value in (variants or {file.stem: ""}).items():
        name, filled = f"{folder}.{stem}", sql.replace("{variant}", value)
        found.append(Query(name, file, filled, read_in(filled) - {name}))
    return found
