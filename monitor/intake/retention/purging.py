"""`dekkend purge`: rows about pupils that are past their date are removed, the figures stay.

Removed is: not in the store, not in the files as they are kept (also of deliveries that were taken
back), not in older versions. The figures that they gave are fixed first, and all figures are
compared before anything is published. A crash leaves everything as it was or has done everything;
what it leaves on disk goes with the next command that changes something.
"""

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from monitor import __version__
from monitor.errors import MonitorError
from monitor.intake import pupil_files
from monitor.intake.deliveries import WAIT
from monitor.intake.rebuilding import Progress, as_they_came, build, make
from monitor.intake.retention import Held, dated_in_store_sql, dated_sql, held
from monitor.intake.retention.cases import holidays_of
from monitor.intake.retention.freezing import Tables, differences, fix, ground
from monitor.sources import pupil_sources, source_named
from monitor.store import building
from monitor.store.delivered import File, Purge, Register
from monitor.store.durable import flush, sha256_of
from monitor.store.settings import Settings
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


@dataclass
class Purged:
    """What was removed, or would be."""

    held: list[Held]
    """What there was before."""
    files: dict[int, int] = field(default_factory=dict)
    """Rows removed from each kept file, by its number; also what a later file had replaced."""
    version: int = 0
    """The version that was published; 0 = nothing has changed."""
    fixed: int = 0
    """How many periods of a measure are fixed now."""

    def rows(self, register: Register) -> dict[str, int]:
        """How many rows of the kept files went, per kind of file."""
        kinds = {f.number: f.source for d in register.deliveries for f in d.files}
        found: dict[str, int] = {}
        for number, rows in self.files.items():
            found[kinds[number]] = found.get(kinds[number], 0) + rows
        return found


def rehearse(versions: Versions, today: dt.date | None = None) -> Purged:
    """What `purge` would remove; nothing changes."""
    today = today or dt.date.today()
    store = open_store(versions, whole=False)
    try:
        result = Purged(held(store, today))
        with building.workbench(versions.folder) as connection:
            building.attach_current(connection, versions.bron(store.version))
            for file, _, number in _stripped(
                connection, versions, store.register, store.settings, today
            ):
                result.files[file.number] = number
    finally:
        store.close()
    return result


def purge(
    versions: Versions,
    *,
    who: str,
    today: dt.date | None = None,
    progress: Progress = lambda what, part: None,
    wait: float = WAIT,
) -> Purged:
    """Remove what is past its date on `today`. MonitorError, and nothing removed, when a figure
    would change; Busy as a delivery."""
    today = today or dt.date.today()
    with versions.changing(who, wait):
        register = versions.register()
        if any(as_they_came(register)):
            # Of before pupils were replaced: they are first.
            now = dt.datetime.now(dt.UTC)
            step = register.model_copy(update={"version": register.version + 1, "made": now})
            build(versions, step, None, progress)
        with _opened(open_store(versions, whole=False)) as before:
            return _purge(versions, before, who, today, progress)


def _purge(
    versions: Versions, before: Store, who: str, today: dt.date, progress: Progress
) -> Purged:
    register, now = before.register, dt.datetime.now(dt.UTC)
    result = Purged(held(before, today))
    changes: dict[int, dict[str, Any]] = {}
    progress("Opzoeken wat weg moet", 0.1)
    with building.workbench(versions.folder) as connection:
        building.attach_current(connection, versions.bron(register.version))
        for file, table, number in _stripped(
            connection, versions, register, before.settings, today
        ):
            result.files[file.number] = number
            changes[file.number] = {
                "kept": pupil_files.keep(connection, versions, source_named(file.source), table),
                "loaded": max(0, file.loaded - number),
                "purged": file.purged + number,
                "purged_at": now,
            }
    if not changes:
        return result
    rows = result.rows(register)
    version = register.version + 1
    after = register.with_files(changes).model_copy(
        update={
            "version": version,
            "made": now,
            "since": version,
            "purged": {**register.purged, **dict.fromkeys(rows, today)},
            "purges": [*register.purges, Purge(when=now, who=who, rows=rows, program=__version__)],
        }
    )
    make(versions, after, None, lambda what, part: progress(what, 0.2 + 0.3 * part))
    progress("Cijfers vastleggen", 0.5)
    after = _with_figures(versions, before, after, set(rows), today, result)
    progress("Cijfers vergelijken", 0.8)
    with _opened(_as_before(versions, before, after)) as final:
        if wrong := differences(before, final):
            raise MonitorError(
                "Er is niets opgeruimd: zonder deze rijen zouden cijfers veranderen "
                f"({', '.join(wrong[:5])}). Meld dit: het mag niet gebeuren."
            )
    versions.publish(after)
    result.version = version
    progress("Klaar", 1.0)
    return result


def _with_figures(
    versions: Versions,
    before: Store,
    after: Register,
    kinds: set[str],
    today: dt.date,
    result: Purged,
) -> Register:
    """The register with the figures that were fixed, which are in the new bron as well."""
    tables = ground(before, kinds)
    after = _keep_figures(versions, after, tables)
    with _opened(_as_before(versions, before, after)) as without:
        tables = fix(before, without, tables, today)
    result.fixed = len(tables["bewaard_groep"])
    return _keep_figures(versions, after, tables)


def _keep_figures(versions: Versions, after: Register, tables: Tables) -> Register:
    """Keep fixed figures, and put them in the new bron."""
    temporary = versions.kept / "vast.cijfers.nieuw"
    temporary.unlink(missing_ok=True)
    building.write_frozen(temporary, tables)
    temporary.chmod(0o600)
    flush(temporary)
    after = after.model_copy(update={"frozen": sha256_of(temporary)})
    os.replace(temporary, versions.frozen_file(after))
    flush(versions.frozen_file(after))
    with building.workbench(versions.folder) as connection:
        building.attach_for_building(connection, versions.bron(after.version))
        building.load_frozen(connection, versions.frozen_file(after))
        building.finish_building(connection)
    return after


def _as_before(versions: Versions, before: Store, after: Register) -> Store:
    bron = versions.bron(after.version)
    return Store(bron, after, before.settings, before.exceptions, whole=False)


def _stripped(
    connection: Any, versions: Versions, register: Register, settings: Settings, today: dt.date
) -> Iterator[tuple[File, str, int]]:
    """(kept file, table of what stays of it, how many rows go), of files of which some go.

    A row that is in the store goes when its case there is past its date. One that is not, because
    its file was taken back, goes when it is so by itself; and with a row goes every older version.
    """
    holidays = holidays_of(connection)
    for name, source in pupil_sources().items():
        files = [f for d in register.deliveries for f in d.files if f.source == name]
        if not files:
            continue
        key = ", ".join(source.key)
        dated = dated_in_store_sql(source, settings, "nu", key, holidays)
        connection.execute(
            f"create or replace temp table in_opslag as select {key}, "
            "coalesce(bewaren_tot < $today, false) as voorbij "
            f"from ({dated}) as rijen",
            {"today": today},
        )
        for file in files:
            if not versions.kept_file(file).exists() and file.withdrawn is not None:
                continue
            table = f"k{file.number}"
            pupil_files.read(connection, versions, source, file, table)
            own = dated_sql(source, settings, table, f"rij, {key}", holidays)
            (number,) = connection.execute(
                f"delete from {table} where rij in (select zelf.rij from ({own}) as zelf "
                f"left join in_opslag using ({key}) "
                "where coalesce(in_opslag.voorbij, zelf.bewaren_tot < $today))",
                {"today": today},
            ).fetchone()
            if number:
                yield file, table, int(number)
            connection.execute(f"drop table {table}")


@contextmanager
def _opened(store: Store) -> Iterator[Store]:
    try:
        yield store
    finally:
        store.close()
