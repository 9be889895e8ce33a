"""Deliveries: keep every file as it came, judge it as a whole, publish, take back, rebuild."""

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from monitor.errors import MonitorError, NotFound
from monitor.intake import pupil_files
from monitor.intake.judging import messages, unsafe_messages
from monitor.intake.judging.files import Judged, compare, judge_all
from monitor.intake.judging.judge import PROBLEMS_PER_COLUMN
from monitor.intake.kept_files import make_good
from monitor.intake.pseudonyms import key_of
from monitor.intake.pupil_keys import match, replace
from monitor.intake.reading.file_names import plain_name
from monitor.intake.rebuilding import Progress, add, build, keep, refuse_changed
from monitor.intake.report import DeliveryOutcome, SaidOfFile
from monitor.store import building
from monitor.store.delivered import Delivery, File, Register
from monitor.store.versions import Versions


WAIT = 60.0
"""How long a second import waits for the first, in seconds."""
LARGEST_DELIVERY = 4_000_000_000
MOST_FILES = 200
"""Bytes and files of one delivery: it is judged and published as a whole."""


def deliver(
    versions: Versions,
    paths: Sequence[tuple[Path, str]],
    *,
    who: str,
    source: str = "",
    moment: dt.date | None = None,
    is_whole: bool | None = None,
    given: Sequence[SaidOfFile] = (),
    dry_run: bool = False,
    listed: int = PROBLEMS_PER_COLUMN,
    progress: Progress = lambda what, part: None,
    wait: float = WAIT,
) -> DeliveryOutcome:
    """Judge files (path, name as delivered) and publish them all, or change nothing.

    `source` names the kind of file or a mapping where the headings do not tell; `moment` is the
    date of files that have none in their content or name, `is_whole` whether registers name all
    that runs on; `given` says these per file instead.
    Problems are in the outcome's reports, of each column the first `listed`. Busy is raised when
    somebody else goes on changing the store for `wait` seconds.
    """
    given = given or [SaidOfFile(source, moment, is_whole)] * len(paths)
    _refuse_size(paths)
    paths = [(path, plain_name(name)) for path, name in paths]
    with building.workbench(versions.folder) as connection:
        # Reading and judging takes as long as a file makes it take, so not while others wait.
        register = versions.register()
        judged = judge_all(connection, versions, register, paths, given, listed, progress)
        if dry_run:
            building.attach_current(connection, versions.bron(register.version))
            compare(connection, versions, register, judged)
            return DeliveryOutcome([j.report for j in judged], dry_run=True)
        if any(j.report.problems for j in judged):
            return _refused(judged)
        with versions.changing(who, wait):
            register = versions.register()
            building.attach_current(connection, versions.bron(register.version))
            compare(connection, versions, register, judged)
            _make_good(versions, register, judged)
            outcome = DeliveryOutcome([j.report for j in judged])
            new = [j for j in judged if not j.report.unchanged]
            if outcome.is_refused or not new:
                return _refused(judged)
            progress("Opslaan", 0.8)
            after = _register_with(connection, versions, register, new, who)
            loaded = [(j.values, f) for j, f in zip(new, after.deliveries[-1].files, strict=True)]
            add(connection, versions, after, loaded, progress)
            outcome.id, outcome.version = after.deliveries[-1].id, after.version
            progress("Klaar", 1.0)
            return outcome


def _make_good(versions: Versions, register: Register, judged: Sequence[Judged]) -> None:
    """What is delivered already is no delivery, but what was kept of it may have been lost since."""
    for one in judged:
        if one.report.unchanged and make_good(versions, [(one.path, one.sha256)], register):
            one.report.remarks.append(messages.remark_kept_again())


def _refused(judged: Sequence[Judged]) -> DeliveryOutcome:
    """Nothing is published, so nothing is loaded of any of the files."""
    for one in judged:
        one.report.loaded = 0
    return DeliveryOutcome([one.report for one in judged])


def _refuse_size(paths: Sequence[tuple[Path, str]]) -> None:
    """MonitorError when it is too much together; of one file its reader says so."""
    if len(paths) > MOST_FILES:
        raise MonitorError(unsafe_messages.too_many_files(len(paths), MOST_FILES))
    size = sum(path.stat().st_size for path, _ in paths if path.is_file())
    if size > LARGEST_DELIVERY:
        raise MonitorError(unsafe_messages.delivery_too_large(size, LARGEST_DELIVERY))


def _register_with(
    connection: Any, versions: Versions, register: Register, judged: list[Judged], who: str
) -> Register:
    """The register with these files as its next delivery; the files are kept."""
    now = dt.datetime.now(dt.UTC)
    files = []
    changed: dict[str, Any] = {"version": register.version + 1, "made": now}
    for number, one in enumerate(judged, register.next_number):
        file = File(
            number=number,
            name=one.report.file,
            sha256=one.sha256,
            size=one.path.stat().st_size,
            source=one.report.source,
            mapping=one.report.mapping,
            moment=one.report.moment,
            is_whole=one.report.is_whole,
            rows=one.report.rows,
            loaded=one.report.loaded,
            unknown_headings=one.report.unknown_headings,
            remarks=one.report.remarks,
        )
        if one.source is not None and one.source.pupils:
            key = key_of(versions.folder, register.known_key)
            if not one.is_matched:
                match(connection, one.values, one.source.pseudonyms(), key, ())
            replace(connection, one.values, one.source.pseudonyms())
            kept = pupil_files.keep(connection, versions, one.source, one.values)
            refuse_changed(one.path, file)
            file = file.model_copy(update={"kept": kept})
            changed["key"] = key.fingerprint
        else:
            keep(versions, one.path, file)
        files.append(file)
    delivery = Delivery(id=register.next_id, when=now, who=who, files=files)
    changed["deliveries"] = [*register.deliveries, delivery]
    return register.model_copy(update=changed)


def withdraw(
    versions: Versions,
    which: str,
    *,
    who: str,
    progress: Progress = lambda what, part: None,
    wait: float = WAIT,
) -> Register:
    """Take a delivery (`3`) or one file of it (`3.2`) back, as if it had never been delivered.

    What it had replaced comes back, from the kept files. NotFound when there is no such
    delivery in force.
    """
    with versions.changing(who, wait):
        register = versions.register()
        numbers = _numbers(register, which)
        now = dt.datetime.now(dt.UTC)
        touched = {f.source for d in register.deliveries for f in d.files if f.number in numbers}
        after = _next_version(register, now).with_files(
            {number: {"withdrawn": now} for number in numbers}
        )
        return build(versions, after, touched, progress)


def rebuild(
    versions: Versions,
    *,
    who: str,
    progress: Progress = lambda what, part: None,
    wait: float = WAIT,
) -> Register:
    """Make the store anew from the kept deliveries alone."""
    with versions.changing(who, wait):
        register = versions.register()
        now = dt.datetime.now(dt.UTC)
        return build(versions, _next_version(register, now), None, progress)


def _next_version(register: Register, now: dt.datetime) -> Register:
    return register.model_copy(update={"version": register.version + 1, "made": now})


def _numbers(register: Register, which: str) -> set[int]:
    match = re.fullmatch(r"(\d+)(?:\.(\d+))?", which.strip())
    delivery = next((d for d in register.deliveries if match and d.id == int(match[1])), None)
    if match is None or delivery is None:
        raise NotFound(f"Er is geen levering {which}. Zie: dekkend deliveries")
    if match[2] and not 1 <= int(match[2]) <= len(delivery.files):
        raise NotFound(f"Levering {delivery.id} heeft geen bestand {match[2]}.")
    files = [delivery.files[int(match[2]) - 1]] if match[2] else delivery.files
    numbers = {f.number for f in files if f.withdrawn is None}
    if not numbers:
        raise NotFound(f"Levering {which} is al teruggetrokken.")
    return numbers
