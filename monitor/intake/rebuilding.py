"""The next version of the store, made beside the current one: from rows or from kept files."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from monitor.errors import DeliveryRefused, MonitorError
from monitor.intake import pupil_files
from monitor.intake.judging.judge import judge
from monitor.intake.judging.recognising import known_headings
from monitor.intake.mapping import apply_mapping
from monitor.intake.pseudonyms import key_of
from monitor.intake.pupil_keys import match, replace
from monitor.intake.reading.read import read
from monitor.sources import pupil_sources, source_named, sources
from monitor.store import bron, building
from monitor.store.delivered import File, Register
from monitor.store.durable import copy_whole, sha256_of
from monitor.store.journal import journal
from monitor.store.versions import Versions


GONE = "weg"
"""What is kept of a file that was taken back and of which nothing is there any more."""
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
    if as_they_came(after):
        build(versions, after, None, progress)
        return
    new = versions.bron(after.version)
    if after.version > 1:
        shutil.copyfile(versions.bron(after.version - 1), new)
    building.attach_for_building(connection, new)
    if not bron.has_layout(connection, "nieuw"):
        building.finish_building(connection)
        new.unlink()
        build(versions, after, None, progress)
        return
    for i, (values, file) in enumerate(judged):
        progress(f"Opslaan: {file.name}", 0.8 + 0.2 * i / len(judged))
        building.load(connection, source_named(file.source), values, file.number, file.is_whole)
    _write_register(connection, after)
    building.finish_building(connection)
    publish(versions, after)


def build(
    versions: Versions, after: Register, touched: set[str] | None, progress: Progress
) -> Register:
    """Publish `after`, made from kept files: the `touched` kinds, or all of them (None).

    All of them too when the program has changed what it stores of a file. Gives the register that
    was published: of files about pupils that were still kept as they came, it knows what is kept now.
    """
    after = make(versions, after, touched, progress)
    publish(versions, after)
    progress("Klaar", 1.0)
    return after


def publish(versions: Versions, after: Register) -> None:
    """Publish it. From the first publication on a folder has a journal, or has lost it."""
    journal(versions.folder)
    versions.publish(after)


def make(
    versions: Versions, after: Register, touched: set[str] | None, progress: Progress
) -> Register:
    """As `build`, but for the publication."""
    new = versions.bron(after.version)
    with building.workbench(versions.folder) as connection:
        if any(as_they_came(after)):
            after, touched = _replace_pupils(connection, versions, after, progress), None
        if touched is not None:
            shutil.copyfile(versions.bron(after.version - 1), new)
            building.attach_for_building(connection, new)
            if not bron.has_layout(connection, "nieuw"):
                building.finish_building(connection)
                new.unlink()
                touched = None
        if touched is None:
            building.attach_for_building(connection, new)
            new.chmod(0o600)
            _load_frozen(connection, versions, after)
        kinds = set(sources()) if touched is None else touched & set(sources())
        for name in sorted(kinds):
            building.empty(connection, source_named(name))
        files = [file for file in after.files() if file.source in kinds]
        for i, file in enumerate(files):
            progress(f"Opnieuw laden: {file.name}", i / len(files))
            table = _read_again(connection, versions, file, f"t{i}")
            building.load(connection, source_named(file.source), table, file.number, file.is_whole)
            connection.execute(f"drop table {table}")
        _write_register(connection, after)
        building.finish_building(connection)
    return after


def as_they_came(register: Register) -> list[File]:
    """Files about pupils that are kept as they came: delivered before the monitor replaced who is
    in them. A file whose kind no longer exists is not looked at."""
    return [
        file
        for delivery in register.deliveries
        for file in delivery.files
        if file.source in pupil_sources() and not file.kept
    ]


def _replace_pupils(
    connection: Any, versions: Versions, after: Register, progress: Progress
) -> Register:
    """Keep those files as we keep them now. The older versions go with what they held."""
    key = key_of(versions.folder, after.known_key)
    kept: dict[int, str] = {}
    for file in as_they_came(after):
        if file.withdrawn is not None and not versions.kept_file(file).exists():
            kept[file.number] = GONE
            continue
        progress(f"Pseudoniemen maken: {file.name}", 0.0)
        source = source_named(file.source)
        table = _read_again(connection, versions, file, f"p{file.number}")
        # Nobody is known yet: all files about pupils that there are, are replaced at once.
        match(connection, table, source.pseudonyms(), key, ())
        replace(connection, table, source.pseudonyms())
        kept[file.number] = pupil_files.keep(connection, versions, source, table)
        connection.execute(f"drop table {table}")
    changes = {number: {"kept": sha256} for number, sha256 in kept.items()}
    return after.with_files(changes).model_copy(
        update={"key": key.fingerprint, "since": after.version}
    )


def _load_frozen(connection: Any, versions: Versions, register: Register) -> None:
    if register.frozen:
        path = versions.frozen_file(register)
        pupil_files.whole(path, register.frozen, "de vastgelegde cijfers")
        building.load_frozen(connection, path)


def _read_again(connection: Any, versions: Versions, file: File, table: str) -> str:
    """The name of a table with the rows of a kept file as values, and `rij`."""
    source = source_named(file.source)
    if file.kept:
        pupil_files.read(connection, versions, source, file, table)
        return table
    path = versions.kept_file(file)
    pupil_files.whole(path, file.sha256, file.name)
    known = known_headings() | (file.mapping.normal_headings() if file.mapping else set())
    sheet = read(connection, path, file.name, known, table)
    if file.mapping:
        apply_mapping(sheet, file.mapping)
    judgement = judge(connection, sheet, source, file.moment)
    if judgement.problems:
        raise DeliveryRefused(judgement.problems)
    connection.execute(f"drop table {table}")
    return judgement.table


def keep(versions: Versions, path: Path, file: File) -> None:
    """Keep the file as it came, under the name of its content."""
    pupil_files.make_private(versions.kept)
    kept = versions.kept_file(file)
    if kept.exists() and sha256_of(kept) == file.sha256:
        return
    # A damaged one is made good by this, and never removed: deliveries may depend on it.
    copy_whole(path, kept, lambda copy: refuse_changed(copy, file))


def refuse_changed(path: Path, file: File) -> None:
    """MonitorError when a file is not (any more) what was judged."""
    if sha256_of(path) != file.sha256:
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
        # Column by column: row by row would take a statement each.
        types = (
            "integer",
            "integer",
            "varchar",
            "varchar",
            "timestamptz",
            "varchar",
            "date",
            "integer",
        )
        columns = ", ".join(f"unnest(?::{type_}[])" for type_ in types)
        connection.execute(
            f"insert into nieuw.levering select {columns}",
            [list(one) for one in zip(*rows, strict=True)],
        )
