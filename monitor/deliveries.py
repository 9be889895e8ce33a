"""Deliveries: keep every file as it came, judge it as a whole, publish, take back, rebuild."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from monitor import pupil_files
from monitor import store as stores
from monitor.building import Progress, add, build, keep, refuse_changed
from monitor.durable import sha256_of
from monitor.errors import DeliveryRefused, MonitorError, NotFound, Problem, reason
from monitor.mappings import Mapping, apply_mapping, read_mappings
from monitor.pseudonyms import key_of, replace
from monitor.retention import count_past, leave_out
from monitor.settings import Settings, read_settings
from monitor.sources import messages, source_named, sources, unsafe
from monitor.sources.bsn import bsn_problems
from monitor.sources.judging import PROBLEMS_PER_COLUMN, Judgement, judge
from monitor.sources.names import plain_name
from monitor.sources.reading import read
from monitor.sources.recognising import known_headings, recognise
from monitor.sources.sheet import Sheet, refused
from monitor.sources.source import Source
from monitor.versions import Delivery, File, Register, Versions


WAIT = 60.0
"""How long a second import waits for the first, in seconds."""
LARGEST_DELIVERY = 4_000_000_000
MOST_FILES = 200
"""Bytes and files of one delivery: it is judged and published as a whole."""


class Given(NamedTuple):
    """What a sender says of one file: its kind (or a mapping), and the date it is about."""

    source: str = ""
    moment: dt.date | None = None


@dataclass
class Report:
    """What happened to one file of a delivery."""

    file: str
    source: str = ""
    title: str = ""
    why: str = ""
    mapping: Mapping | None = None
    moment: dt.date | None = None
    is_moment_guessed: bool = False
    """Nobody said which date it is about, so today was taken."""
    rows: int = 0
    loaded: int = 0
    refused: int = 0
    unknown_headings: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unchanged: bool = False
    """The same file is in force already."""


@dataclass
class Outcome:
    """What happened to a delivery: `id` 0 = nothing was published."""

    reports: list[Report]
    id: int = 0
    version: int = 0
    dry_run: bool = False

    @property
    def problems(self) -> list[Problem]:
        return [problem for report in self.reports for problem in report.problems]

    @property
    def is_refused(self) -> bool:
        return bool(self.problems)


@dataclass
class _Judged:
    path: Path
    report: Report
    source: Source | None = None
    values: str = ""
    sha256: str = ""


def deliver(
    versions: Versions,
    paths: Sequence[tuple[Path, str]],
    *,
    who: str,
    source: str = "",
    moment: dt.date | None = None,
    given: Sequence[Given] = (),
    dry_run: bool = False,
    listed: int = PROBLEMS_PER_COLUMN,
    progress: Progress = lambda what, part: None,
    wait: float = WAIT,
) -> Outcome:
    """Judge files (path, name as delivered) and publish them all, or change nothing.

    `source` names the kind of file or a mapping where the headings do not tell; `moment` is the
    date of files that have none in their content or name; `given` says both per file instead.
    Problems are in the outcome's reports, of each column the first `listed`. Busy is raised when
    somebody else goes on changing the store for `wait` seconds.
    """
    given = given or [Given(source, moment)] * len(paths)
    _refuse_size(paths)
    paths = [(path, plain_name(name)) for path, name in paths]
    with stores.workbench(versions.folder) as connection:
        if dry_run:
            register = versions.register()
            stores.attach_current(connection, versions.bron(register.version))
            judged = _judge_all(connection, versions, register, paths, given, listed, progress)
            return Outcome([j.report for j in judged], dry_run=True)
        with versions.changing(who, wait):
            register = versions.register()
            stores.attach_current(connection, versions.bron(register.version))
            judged = _judge_all(connection, versions, register, paths, given, listed, progress)
            outcome = Outcome([j.report for j in judged])
            new = [j for j in judged if not j.report.unchanged]
            if outcome.is_refused or not new:
                for report in outcome.reports:
                    report.loaded = 0
                return outcome
            progress("Opslaan", 0.8)
            after = _register_with(connection, versions, register, new, who)
            loaded = [(j.values, f) for j, f in zip(new, after.deliveries[-1].files, strict=True)]
            add(connection, versions, after, loaded, progress)
            outcome.id, outcome.version = after.deliveries[-1].id, after.version
            progress("Klaar", 1.0)
            return outcome


def _refuse_size(paths: Sequence[tuple[Path, str]]) -> None:
    """MonitorError when it is too much together; of one file its reader says so."""
    if len(paths) > MOST_FILES:
        raise MonitorError(unsafe.too_many_files(len(paths), MOST_FILES))
    size = sum(path.stat().st_size for path, _ in paths if path.is_file())
    if size > LARGEST_DELIVERY:
        raise MonitorError(unsafe.delivery_too_large(size, LARGEST_DELIVERY))


def _judge_all(
    connection: Any,
    versions: Versions,
    register: Register,
    paths: Sequence[tuple[Path, str]],
    given: Sequence[Given],
    listed: int,
    progress: Progress,
) -> list[_Judged]:
    mappings, settings = read_mappings(versions.mappings), read_settings(versions.folder)
    judged: list[_Judged] = []
    for number, (path, name) in enumerate(paths):
        progress(f"Lezen en keuren: {name}", 0.8 * number / len(paths))
        one = _Judged(path, Report(name))
        try:
            _judge_one(
                connection, register, one, mappings, settings, given[number], listed, f"t{number}"
            )
        except DeliveryRefused as refusal:
            one.report.problems.extend(refusal.problems)
        except OSError as error:
            text = messages.unreadable_file(reason(error))
            one.report.problems.append(Problem(name, 0, "", text))
        same = next((j for j in judged if one.sha256 and _identity(j) == _identity(one)), None)
        if same is not None:
            one.report.unchanged = True
            one.report.loaded = 0
            one.report.remarks.append(messages.remark_same_in_call(same.report.file))
        judged.append(one)
    _refuse_same_slice(connection, judged)
    return judged


def _identity(one: _Judged) -> tuple[Any, ...]:
    """What makes a file the same as another: the same bytes, read the same way, of one date."""
    return (one.sha256, one.report.source, one.report.mapping, one.report.moment)


def _judge_one(
    connection: Any,
    register: Register,
    one: _Judged,
    mappings: dict[str, Mapping],
    settings: Settings,
    given: Given,
    listed: int,
    table: str,
) -> None:
    report = one.report
    if not one.path.is_file():
        raise refused(report.file, messages.missing_file())
    one.sha256 = sha256_of(one.path)
    known = known_headings() | {h for m in mappings.values() for h in m.normal_headings()}
    sheet = read(connection, one.path, report.file, known, table)
    # Before the headings are translated: a mapping must not hide what a column is called.
    if problems := bsn_problems(connection, sheet):
        raise DeliveryRefused(problems)
    kind, why, mapping = _kind(sheet, mappings, given.source)
    one.source = kind
    report.source, report.title, report.why, report.mapping = kind.name, kind.title, why, mapping
    before = [
        f
        for f in register.files()
        if (f.sha256, f.source, f.mapping) == (one.sha256, kind.name, mapping)
    ]
    report.moment = _moment(report, kind, given.moment, before)
    judgement = judge(connection, sheet, kind, report.moment, listed)
    if kind.pupils and not judgement.problems:
        _look_at_dates(connection, kind, settings, register, judgement)
    _take_over(report, judgement)
    report.remarks.extend(sheet.remarks)
    one.values = judgement.table
    connection.execute(f"drop table if exists {table}")
    same = [f.number for f in before if f.moment == report.moment]
    if same and not report.problems:
        in_force = stores.rows_in_force(connection, kind, same[-1])
        if in_force == stores.count_rows(connection, one.values):
            report.unchanged = True
            report.loaded = 0
            report.remarks.append(messages.remark_delivered_already())


def _look_at_dates(
    connection: Any, kind: Source, settings: Settings, register: Register, judgement: Judgement
) -> None:
    """What was removed because it may not be kept does not come back with a next export."""
    if removed := register.purged.get(kind.name):
        number = leave_out(connection, kind, settings, judgement.table, removed)
        judgement.left_out += number
        if number:
            judgement.remarks.append(messages.remark_too_old(number))
    if number := count_past(connection, kind, settings, judgement.table):
        judgement.remarks.append(messages.remark_past_its_date(number))


def _take_over(report: Report, judgement: Judgement) -> None:
    report.rows, report.refused = judgement.rows, judgement.refused
    report.loaded = 0 if judgement.problems else judgement.rows - judgement.left_out
    report.problems.extend(judgement.problems)
    report.unknown_headings = judgement.unknown_headings
    report.remarks.extend(judgement.remarks)


def _kind(
    sheet: Sheet, mappings: dict[str, Mapping], source: str
) -> tuple[Source, str, Mapping | None]:
    """(kind of file, why, name of the mapping used), or DeliveryRefused."""
    if source in mappings:
        apply_mapping(sheet, mappings[source])
        return (
            source_named(mappings[source].source),
            f"gekozen: koppeling {source}",
            mappings[source],
        )
    if source:
        return source_named(source), "zelf gekozen", None
    names, error = recognise(sheet.headings, sheet.hint)
    if len(names) == 1:
        kind = sources()[names[0]]
        required = [
            c.heading.headings[0] for c in kind.columns() if c.is_required and not c.heading.melted
        ]
        return kind, f"herkend aan de kolommen {', '.join(required[:4])}", None
    fitting = [m for m in mappings.values() if m.fits(sheet.headings)]
    if len(fitting) == 1 and not names:
        apply_mapping(sheet, fitting[0])
        why = f"herkend aan de koppeling {fitting[0].name}"
        return source_named(fitting[0].source), why, fitting[0]
    raise refused(sheet.file, error)


def _moment(
    report: Report, kind: Source, given: dt.date | None, before: list[File]
) -> dt.date | None:
    """The date that a file is about: given, in its name, or as its kind says.

    `before` are the earlier deliveries of the same file: what was "today" then stays so.
    """
    if kind.moment is None:
        return None
    if given is not None:
        return _gone_by(report, given)
    years = re.findall(r"(?<!\d)((?:19|20)\d{2})(?!\d)", Path(report.file).stem)
    firsts = [y for i, y in enumerate(years) if i == 0 or int(y) - int(years[i - 1]) not in (0, 1)]
    if len(firsts) > 1:
        raise refused(report.file, messages.moment_ambiguous(firsts))
    if firsts:
        return _gone_by(report, dt.date(int(firsts[0]), kind.moment.month, kind.moment.day))
    if kind.moment.fallback == "vraag":
        raise refused(report.file, messages.moment_unknown(kind.title))
    if before:
        return before[-1].moment
    today = dt.date.today()
    report.is_moment_guessed = True
    report.remarks.append(messages.remark_moment(today.strftime("%d-%m-%Y")))
    return today


def _gone_by(report: Report, moment: dt.date) -> dt.date:
    if moment > dt.date.today():
        raise refused(report.file, messages.moment_ahead(moment.strftime("%d-%m-%Y")))
    return moment


def _refuse_same_slice(connection: Any, judged: list[_Judged]) -> None:
    """Two files of one delivery about the same: which of them counts is not ours to choose."""
    seen: list[_Judged] = []
    for one in judged:
        if one.source is None or one.report.problems or one.report.unchanged:
            continue
        for other in seen:
            # Address lists add up: DUO's own lists of one year differ by some vestigingen.
            if other.source is not one.source or "lijstdatum" in one.source.replaces:
                continue
            what = _overlap(connection, one.source, one.values, other.values)
            if what:
                text = messages.same_slice(other.report.file, what)
                one.report.problems.append(Problem(one.report.file, 0, "", text))
                one.report.loaded = 0
        seen.append(one)


def _overlap(connection: Any, source: Source, values: str, others: str) -> str:
    if source.replaces == ("*",):
        return "de hele lijst"
    if not source.replaces:
        return ""
    columns = ", ".join(source.replaces)
    row = connection.execute(
        f"select {columns} from {values} intersect select {columns} from {others} "
        f"order by all limit 1"
    ).fetchone()
    if row is None:
        return ""
    if source.pupils:
        return "dezelfde regels"
    return ", ".join(_shown(value) for value in row if value is not None)


def _shown(value: Any) -> str:
    return value.strftime("%d-%m-%Y") if isinstance(value, dt.date) else str(value)


def _register_with(
    connection: Any, versions: Versions, register: Register, judged: list[_Judged], who: str
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
            rows=one.report.rows,
            loaded=one.report.loaded,
            unknown_headings=one.report.unknown_headings,
            remarks=one.report.remarks,
        )
        if one.source is not None and one.source.pupils:
            key = key_of(versions.folder, register.known_key)
            replace(connection, one.values, one.source.pseudonyms(), key)
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
