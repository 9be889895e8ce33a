"""The next version of the store, made beside the current one: from rows or from kept files."""

import hashlib
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from monitor import store as stores
from monitor.durable import copy_whole
from monitor.errors import DeliveryRefused, MonitorError
from monitor.mappings import apply_mapping
from monitor.sources import source_named, sources
from monitor.sources.judging import judge
from monitor.sources.reading import read
from monitor.sources.recognising import known_headings
from monitor.versions import File, Register, Versions


Progress = Callable[[str, float], None]
"""Told what is being done and which part (0-1) of the whole is behind us."""


def add(
    connection: Any,
    versions: Versions,
    after: Register,
    judged: Sequence[tuple[str, File]],
    progress: Progress,
) -> None:
    """Publish `after`: the version before it, with the rows of judged files (table, file) in it."""
    new = versions.bron(after.version)
    if after.version > 1:
        shutil.copyfile(versions.bron(after.version - 1), new)
    stores.attach_for_building(connection, new)
    if not stores.has_layout(connection, "nieuw"):
        stores.finish_building(connection)
        new.unlink()
        build(versions, after, None, progress)
        return
    for i, (values, file) in enumerate(judged):
        progress(f"Opslaan: {file.name}", 0.8 + 0.2 * i / len(judged))
        stores.load(connection, source_named(file.source), values, file.number)
    _write_register(connection, after)
    stores.finish_building(connection)
    versions.publish(after)


def build(
    versions: Versions, after: Register, touched: set[str] | None, progress: Progress
) -> None:
    """Publish `after`, made from kept files: the `touched` kinds, or all of them (None).

    All of them too when the program has changed what it stores of a file.
    """
    new = versions.bron(after.version)
    with stores.workbench(versions.folder) as connection:
        if touched is not None:
            shutil.copyfile(versions.bron(after.version - 1), new)
            stores.attach_for_building(connection, new)
            if not stores.has_layout(connection, "nieuw"):
                stores.finish_building(connection)
                new.unlink()
                touched = None
        if touched is None:
            stores.attach_for_building(connection, new)
        kinds = set(sources()) if touched is None else touched & set(sources())
        for name in sorted(kinds):
            connection.execute(f"delete from nieuw.{name}")
        files = [file for file in after.files() if file.source in kinds]
        for i, file in enumerate(files):
            progress(f"Opnieuw laden: {file.name}", i / len(files))
            _load_again(connection, versions, file, f"t{i}")
        _write_register(connection, after)
        stores.finish_building(connection)
    versions.publish(after)
    progress("Klaar", 1.0)


def _load_again(connection: Any, versions: Versions, file: File, table: str) -> None:
    path = versions.kept_file(file)
    if not path.exists():
        raise MonitorError(
            f"Het bewaarde bestand van {file.name} ontbreekt ({path.name}). Zet het terug uit een "
            "reservekopie, of trek de levering in."
        )
    if sha256_of(path) != file.sha256:
        raise MonitorError(
            f"Het bewaarde bestand van {file.name} is veranderd ({path.name}): dit is niet meer wat "
            "er geleverd is. Zet het terug uit een reservekopie, of trek de levering in."
        )
    known = known_headings() | (file.mapping.normal_headings() if file.mapping else set())
    sheet = read(connection, path, file.name, known, table)
    if file.mapping:
        apply_mapping(sheet, file.mapping)
    kind = source_named(file.source)
    judgement = judge(connection, sheet, kind, file.moment)
    if judgement.problems:
        raise DeliveryRefused(judgement.problems)
    stores.load(connection, kind, judgement.table, file.number)
    connection.execute(f"drop table {table}")
    connection.execute(f"drop table {judgement.table}")


def keep(versions: Versions, path: Path, file: File) -> None:
    """Keep the file as it came, under the name of its content."""
    versions.kept.mkdir(parents=True, exist_ok=True)
    kept = versions.kept_file(file)
    if not kept.exists():
        copy_whole(path, kept)
    if sha256_of(kept) != file.sha256:
        kept.unlink()
        raise MonitorError(
            f"{file.name} is veranderd terwijl het geleverd werd. Lever het opnieuw als het klaar "
            "is."
        )


def _write_register(connection: Any, register: Register) -> None:
    """The deliveries as a table, so that SQL can say what a figure comes from."""
    connection.execute("delete from nieuw.levering")
    rows = [
        (f.number, d.id, f.name, f.source, d.when, d.who, f.moment, f.loaded)
        for d in register.deliveries
        for f in d.files
        if f.withdrawn is None
    ]
    if rows:
        connection.executemany(
            "insert into nieuw.levering values (?, ?, ?, ?, cast(? as timestamptz), ?, ?, ?)", rows
        )


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
