"""Files about pupils as they are kept: not as they came, but as they were loaded.

Beside the columns that the monitor uses such a file can hold names, dates of birth and remarks, and
it says which pupil is which. What is kept is a table (Parquet, for its owner only) of the values
that were loaded, pupils under our own pseudonym, rows in their order. So a rebuild gives the same
store without the key, and a row can be removed from what was delivered.
"""

import os
from pathlib import Path
from typing import Any

from monitor.errors import MonitorError
from monitor.sources.source import Source
from monitor.store.delivered import File
from monitor.store.durable import flush, sha256_of
from monitor.store.versions import Versions
from monitor.values.spelling import quoted


ENDING = ".parquet"
WAY_BACK = (
    "Zet het terug uit een reservekopie, lever hetzelfde bestand opnieuw, of trek de levering in."
)


def keep(connection: Any, versions: Versions, source: Source, table: str) -> str:
    """Keep the rows of a table (the columns of the kind, and `rij`); the sha256 of the file."""
    make_private(versions.kept)
    columns = ", ".join(name for name, _ in columns_of(source))
    temporary = versions.kept / f"{table}{ENDING}.nieuw"
    temporary.touch(mode=0o600)
    connection.execute(
        f"copy (select rij, {columns} from {table} order by rij) "
        f"to {quoted(str(temporary))} (format parquet)"
    )
    temporary.chmod(0o600)
    sha256 = sha256_of(temporary)
    flush(temporary)
    os.replace(temporary, versions.kept / f"{sha256}{ENDING}")
    flush(versions.kept / f"{sha256}{ENDING}")
    return sha256


def read(connection: Any, versions: Versions, source: Source, file: File, table: str) -> None:
    """Put a kept file in a table: the columns of the kind and `rij`. MonitorError when it is gone
    or was changed."""
    path = versions.kept_file(file)
    whole(path, file.kept, file.name)
    there = {
        row[0]
        for row in connection.execute(
            f"describe select * from read_parquet({quoted(str(path))})"
        ).fetchall()
    }
    # A column that the program learnt of later was not kept.
    values = ", ".join(
        f"cast({name if name in there else 'null'} as {type_}) as {name}"
        for name, type_ in columns_of(source)
    )
    connection.execute(
        f"create or replace temp table {table} as "
        f"select rij, {values} from read_parquet({quoted(str(path))})"
    )


def columns_of(source: Source) -> list[tuple[str, str]]:
    """(name, SQL type) of what a file holds; `levering` is known by the register."""
    return source.file_columns()


def whole(path: Path, sha256: str, name: str) -> None:
    """MonitorError when a kept file is gone or is not what it was."""
    if not path.exists():
        raise MonitorError(f"Het bewaarde bestand van {name} ontbreekt ({path.name}). {WAY_BACK}")
    if sha256_of(path) != sha256:
        raise MonitorError(
            f"Het bewaarde bestand van {name} is veranderd ({path.name}): dit is niet meer wat "
            f"er geleverd is. {WAY_BACK}"
        )


def make_private(folder: Path) -> None:
    """A folder for its owner only (POSIX)."""
    folder.mkdir(parents=True, exist_ok=True)
    if os.name == "posix" and folder.stat().st_mode & 0o077:
        folder.chmod(0o700)
