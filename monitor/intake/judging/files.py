"""The files of a delivery judged one by one and together, before anything is changed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from monitor.errors import DeliveryRefused, Problem, reason
from monitor.intake.checks_ahead import found_ahead
from monitor.intake.doubts import tell_jumps, tell_unusual_values
from monitor.intake.file_moment import moment_of
from monitor.intake.judging import messages
from monitor.intake.judging.bsn import bsn_problems
from monitor.intake.judging.judge import Judgement, judge
from monitor.intake.judging.patience import time_limit
from monitor.intake.judging.recognising import known_headings, recognise
from monitor.intake.likely_date import newest_count
from monitor.intake.mapping import apply_mapping
from monitor.intake.no_longer_named_ahead import tell_no_longer_named
from monitor.intake.pseudonyms import key_of
from monitor.intake.pupil_keys import match
from monitor.intake.reading.read import read
from monitor.intake.reading.sheet import Sheet, refused
from monitor.intake.rebuilding import Progress
from monitor.intake.report import Report, SaidOfFile
from monitor.intake.retention import count_past, leave_out
from monitor.sources import pupil_sources, source_named, sources
from monitor.sources.source import Source
from monitor.store import building
from monitor.store.delivered import File, Register
from monitor.store.durable import sha256_of
from monitor.store.mappings import Mapping, all_mappings
from monitor.store.settings import Settings, read_settings
from monitor.store.versions import Versions
from monitor.values.spelling import sql_bare


ADD_UP = ("lijstdatum", "vestiging")
"""What address lists replace: DUO's own lists of one year differ by some vestigingen."""


@dataclass
class Judged:
    """One file, judged: what is told of it, and its rows in table `values` of the workbench."""

    path: Path
    report: Report
    source: Source | None = None
    values: str = ""
    sha256: str = ""
    is_matched: bool = False
    """Whether its pupils were sought among those that are known (`pupil_keys.match`)."""


def judge_all(
    connection: Any,
    versions: Versions,
    register: Register,
    paths: Sequence[tuple[Path, str]],
    given: Sequence[SaidOfFile],
    listed: int,
    progress: Progress,
) -> list[Judged]:
    """Read and judge each file by itself, then hold them beside each other.

    The store is not looked at (that is `compare`), so nobody waits while this takes its time.
    """
    mappings = all_mappings(versions.mappings)
    judged: list[Judged] = []
    for number, (path, name) in enumerate(paths):
        progress(f"Lezen en keuren: {name}", 0.8 * number / len(paths))
        one = Judged(path, Report(name))
        try:
            with time_limit(connection, name):
                _judge_one(connection, register, one, mappings, given[number], listed, f"t{number}")
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


def _identity(one: Judged) -> tuple[Any, ...]:
    """What makes a file the same as another: the same bytes, read the same way, of one date."""
    return (
        one.sha256,
        one.report.source,
        one.report.mapping,
        one.report.moment,
        one.report.is_whole,
    )


def _judge_one(
    connection: Any,
    register: Register,
    one: Judged,
    mappings: dict[str, Mapping],
    given: SaidOfFile,
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
    if kind.running:
        report.is_whole = kind.running.is_whole if given.is_whole is None else given.is_whole
    report.moment = moment_of(report, kind, given.moment, _before(register, one), sheet.year)
    judgement = judge(connection, sheet, kind, report.moment, listed)
    _take_over(report, judgement)
    report.remarks.extend(sheet.remarks)
    if mapping is not None and mapping.constants:
        report.remarks.insert(0, messages.remark_constants(mapping.everywhere, mapping.name))
    one.values = judgement.table
    connection.execute(f"drop table if exists {table}")


def _before(register: Register, one: Judged) -> list[File]:
    """The earlier deliveries of the same bytes, read the same way, that are in force."""
    same = (one.sha256, one.report.source, one.report.mapping)
    return [f for f in register.files() if (f.sha256, f.source, f.mapping) == same]


def compare(
    connection: Any, versions: Versions, register: Register, judged: Sequence[Judged]
) -> None:
    """Hold judged files beside what is in force (`nu`): what is there already, what may not come
    back. Quick, so that it can be done while the store is held."""
    settings = read_settings(versions.folder)
    counts = [(one.report.source, one.values) for one in judged if one.values]
    for one in judged:
        if one.report.is_moment_guessed:
            one.report.likely = newest_count(connection, counts)
        if one.source is None or one.report.problems or one.report.unchanged:
            continue
        if one.source.pupils:
            _look_at_dates(connection, one.source, settings, register, one)
            _find_pupils(connection, versions, register, one)
        if not one.report.problems:
            _tell_numbers_joined(connection, one)
            tell_no_longer_named(connection, one.source, one.values, one.report)
            tell_unusual_values(connection, one.source, one.values, one.report)
            before = [f.number for f in register.files() if f.source == one.source.name]
            last = max(before, default=0)
            tell_jumps(connection, one.source, one.values, one.report, last)
            one.report.remarks.extend(
                found_ahead(connection, one.source, one.values, one.report.file, settings)
            )
        same = [
            f.number
            for f in _before(register, one)
            if (f.moment, f.is_whole) == (one.report.moment, one.report.is_whole)
        ]
        if same:
            in_force = building.rows_in_force(connection, one.source, same[-1])
            if in_force == building.count_rows(connection, one.values):
                one.report.unchanged = True
                one.report.loaded = 0
                one.report.remarks.append(messages.remark_delivered_already())


def _find_pupils(connection: Any, versions: Versions, register: Register, one: Judged) -> None:
    """Pupils that are known under another spelling of their number stay the same pupil."""
    assert one.source is not None
    known = [f"nu.{name}" for name in pupil_sources() if building.rows_there(connection, name)]
    if not known or not register.known_key:
        return
    key = key_of(versions.folder, register.known_key)
    found = match(connection, one.values, one.source.pseudonyms(), key, known)
    one.is_matched = True
    if found.twice:
        text = messages.pupils_known_twice(found.twice)
        one.report.problems.append(Problem(one.report.file, 0, "", text))
        one.report.loaded = 0
    if found.joined:
        one.report.remarks.append(messages.remark_pupils_joined(found.joined))


def _tell_numbers_joined(connection: Any, one: Judged) -> None:
    """How many rows take the place of one whose number has other noughts in front."""
    assert one.source is not None
    numbers = [c for c in one.source.columns() if c.spelling.is_number]
    column = next((c for c in numbers if c.name in one.source.replaces), None)
    if column is None or not building.rows_there(connection, one.source.name):
        return
    name = column.name
    (number,) = connection.execute(
        f"select count(*) from (select distinct {name} as nummer from {one.values}) as v "
        f"where regexp_full_match(nummer, '[0-9]+') "
        f"and nummer not in (select {name} from nu.{one.source.name}) "
        f"and {sql_bare('nummer')} in (select {sql_bare(name)} from nu.{one.source.name})"
    ).fetchone()
    if number:
        text = messages.remark_numbers_joined(number, column.heading.headings[0])
        one.report.remarks.append(text)


def _look_at_dates(
    connection: Any, kind: Source, settings: Settings, register: Register, one: Judged
) -> None:
    """What was removed because it may not be kept does not come back with a next export."""
    if removed := register.purged.get(kind.name):
        number = leave_out(connection, kind, settings, one.values, removed)
        one.report.loaded -= number
        if number:
            one.report.remarks.append(messages.remark_too_old(number))
    if number := count_past(connection, kind, settings, one.values):
        one.report.remarks.append(messages.remark_past_its_date(number))


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


def _refuse_same_slice(connection: Any, judged: list[Judged]) -> None:
    """Two files of one delivery about the same: which of them counts is not ours to choose."""
    seen: list[Judged] = []
    for one in judged:
        if one.source is None or one.report.problems or one.report.unchanged:
            continue
        for other in seen:
            if other.source is not one.source or one.source.replaces == ADD_UP:
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
    columns = ", ".join(source.compared(source.replaces))
    row = connection.execute(
        f"select {columns} from {values} intersect select {columns} from {others} "
        f"order by all limit 1"
    ).fetchone()
    if row is None:
        return ""
    if source.pupils:
        return "dezelfde regels"
    return ", ".join(_shown(value) for value in row if value is not None) or "de hele lijst"


def _shown(value: Any) -> str:
    return value.strftime("%d-%m-%Y") if isinstance(value, dt.date) else str(value)
