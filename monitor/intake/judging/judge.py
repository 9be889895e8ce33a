"""A file judged as a whole: what is wrong with it, and its rows as values.

The rules are generated from the kind's row model (`fields.Spelling`), run in DuckDB over text,
and give the row, column and value of every fault.
"""

import datetime as dt
import re
from typing import Any

from monitor.errors import Problem
from monitor.intake.judging import messages
from monitor.intake.judging.columns import Plan
from monitor.intake.judging.judgement import Judgement
from monitor.intake.judging.plausible import days_or_months, times_of_day, unusual_numbers
from monitor.intake.judging.pupil_numbers import judge_pupils
from monitor.intake.judging.unseen import (
    garbled,
    places_beyond_ascii,
    take_out_unseen,
    without_value,
)
from monitor.intake.reading import foot, shown_numbers
from monitor.intake.reading.sheet import Sheet
from monitor.sources.source import Source, normal
from monitor.values.bsn import may_be_shown
from monitor.values.spelling import Count, quoted


PROBLEMS_PER_COLUMN = 20
_WHOLE = "(sub|eind|grand |algemeen |generaal )?"
_TOTAL_WORD = f"{_WHOLE}tota(al|l|len)( generaal)?:?"
_TOTAL = f"^{_WHOLE}totaa?l(en)?\\b"


def judge(
    connection: Any,
    sheet: Sheet,
    source: Source,
    moment: dt.date | None,
    listed: int = PROBLEMS_PER_COLUMN,
) -> Judgement:
    """Judge a sheet as `source`; the good rows are in `Judgement.table`, which has the columns
    of `source.stored_columns()` without `levering`, and `rij`.

    Of each column the first `listed` problems are told, and how many more there are.
    """
    out = Judgement(table=f"{sheet.table}_values")
    plan = Plan(sheet, source)
    out.problems.extend(plan.problems)
    out.unknown_headings = plan.unknown
    if out.problems:
        return out
    if plan.unknown:
        out.remarks.append(messages.remark_unknown_headings(plan.unknown))
    out.remarks.extend(
        messages.remark_birthdate(heading, is_kept=not source.pupils)
        for heading in plan.unknown
        if normal(heading).startswith(("geboortedatum", "gebdat"))
    )
    places = places_beyond_ascii(connection, plan)
    out.problems.extend(garbled(connection, plan, places, listed))
    out.problems.extend(without_value(connection, plan, listed))
    if out.problems:
        out.refused = len({problem.line for problem in out.problems if problem.line})
        return out
    out.remarks.extend(take_out_unseen(connection, plan, places))
    connection.execute(plan.sql(out.table, moment))
    out.rows, out.refused = connection.execute(
        f"select count(distinct rij), count(distinct rij) filter (where len(fouten) > 0) "
        f"from {out.table}"
    ).fetchone()
    if out.rows == 0:
        out.problems.append(Problem(sheet.file, 0, "", messages.no_rows()))
    grouped = _rows_of_totals(connection, plan, out.table)
    if out.refused or grouped:
        out.refused += len(grouped)
        out.problems.extend(_cell_problems(connection, sheet, plan, out.table, listed, grouped))
        return out
    if source.divides:
        _judge_empty_parts(connection, sheet, plan, out, listed)
    if source.pupils:
        judge_pupils(connection, sheet, plan, out, listed)
    if source.key or source.doubles == "gelijk":
        _judge_doubles(connection, sheet, plan, out, listed)
    if not out.problems:
        out.remarks.extend(unusual_numbers(connection, plan, out.table))
        out.remarks.extend(days_or_months(connection, plan))
        out.remarks.extend(times_of_day(connection, plan))
    return out


def _rows_of_totals(connection: Any, plan: Plan, table: str) -> list[int]:
    """Rows without a fault of which the group is 'totaal': they would count all others again."""
    groups = [column.name for column in plan.columns if column.spelling.is_group]
    has_counts = any(isinstance(column.spelling, Count) for column in plan.columns)
    word = f"{_TOTAL_WORD}|alle" if has_counts else _TOTAL_WORD
    if not groups:
        return []
    is_total = " or ".join(f"regexp_full_match(lower({name}), {quoted(word)})" for name in groups)
    found = connection.execute(
        f"select distinct rij from {table} where len(fouten) = 0 and ({is_total}) order by rij"
    ).fetchall()
    return [row for (row,) in found]


def _cell_problems(
    connection: Any, sheet: Sheet, plan: Plan, table: str, listed: int, grouped: list[int]
) -> list[Problem]:
    """The faults by line; of each column the first ones and how many more there are."""
    totals = sorted({*_total_rows(connection, table), *grouped})
    lone = {} if plan.melted else _lone_rows(connection, plan, table, set(totals))
    one_by_one = (
        "select rij, kolom, teksten, unnest(fouten) as fout, "
        f"case when fout < 0 then -fout - 1 else fout end as plaats from {table} "
        "where len(fouten) > 0 and not list_contains($totals, rij)"
    )
    found = connection.execute(
        "select * from (select *, "
        "row_number() over (partition by plaats, kolom order by rij) as volgnummer, "
        f"count(*) over (partition by plaats, kolom) as aantal from ({one_by_one})) "
        f"where volgnummer <= {listed} order by rij, plaats, kolom",
        {"totals": [*totals, *lone]},
    ).fetchall()
    lines = sheet.lines({row[0] for row in found} | set(totals[:listed]) | set(lone))
    problems = [
        Problem(sheet.file, lines.get(row, 0), "", messages.total_row()) for row in totals[:listed]
    ]
    problems += [
        Problem(sheet.file, lines.get(row, 0), "", text)
        for row, text in list(lone.items())[:listed]
    ]
    more = []
    if len(totals) > listed:
        text = messages.more_totals(len(totals) - listed)
        more.append(Problem(sheet.file, 0, "", text))
    if len(lone) > listed:
        text = foot.more_refused(len(lone) - listed)
        more.append(Problem(sheet.file, 0, "", text))
    for row, melted, texts, fault, place, number, count in found:
        if place == len(plan.columns):
            message = messages.none_of(plan.headings_of_one())
            problems.append(Problem(sheet.file, lines.get(row, 0), "", message))
            if number == PROBLEMS_PER_COLUMN < count:
                message = messages.more_with_none(count - PROBLEMS_PER_COLUMN)
                more.append(Problem(sheet.file, 0, "", message))
            continue
        spelling, text = plan.columns[place].spelling, texts[place]
        heading = plan.heading_of(place, melted)
        message = messages.empty_cell()
        if fault >= 0:
            is_shown = spelling.echo and not plan.source.pupils and may_be_shown(text)
            message = shown_numbers.why_none(text, spelling, is_shown) or messages.wrong_cell(
                text, spelling.expected, is_shown
            )
        problems.append(Problem(sheet.file, lines.get(row, 0), heading, message))
        if number == listed < count:
            message = messages.more_of_these(count - listed)
            more.append(Problem(sheet.file, 0, heading, message))
    return sorted(problems, key=lambda problem: problem.line) + more


def _total_rows(connection: Any, table: str) -> list[int]:
    """Rows that add up others: one says so where a code should be, or leaves the rest empty.

    A title may start with 'Totaal' too, so the word alone is not enough.
    """
    found = connection.execute(
        f"select rij, fouten, teksten from {table} where len(list_filter(teksten, "
        f"lambda t: regexp_matches(lower(t), '{_TOTAL}'))) > 0 order by rij limit 1000"
    ).fetchall()
    return list(
        dict.fromkeys(
            row
            for row, faults, texts in found
            if any(
                fault < 0 or fault == len(texts) or re.match(_TOTAL, texts[fault].lower())
                for fault in faults
            )
        )
    )


def _lone_rows(connection: Any, plan: Plan, table: str, totals: set[int]) -> dict[int, str]:
    """Per row with one filled cell and more than one fault what it is: no row, most likely."""
    found = connection.execute(
        f"select rij, list_filter(teksten, lambda t: t <> '') as gevuld from {table} "
        "where len(fouten) > 1 and (len(gevuld) between 1 and 2 or contains(gevuld[1], ':')) "
        "order by rij limit 1000"
    ).fetchall()
    own = {value for place, value in plan.sheet.constants.items()}
    out = {}
    for row, texts in found:
        cells = [text for text in texts if text not in own]
        if row in totals or not cells:
            continue
        if foot.is_plain(cells[0]) or (len(cells) == 2 and foot.is_label(cells[0])):
            out[row] = foot.refused_row(foot.shown(cells[0]))
        elif len(cells) == 1:
            out[row] = foot.refused_cell()
    return out


def _judge_empty_parts(
    connection: Any, sheet: Sheet, plan: Plan, out: Judgement, listed: int
) -> None:
    """A row that adds up the rows beside it, without saying so: its part is empty, theirs not."""
    part = plan.source.divides
    rest = ", ".join(name for name in plan.source.key if name != part)
    found = connection.execute(
        f"select rij from (select rij, {part} as deel, "
        f"bool_or({part} is not null) over (partition by {rest}) as is_verdeeld from {out.table}) "
        "where deel is null and is_verdeeld order by rij"
    ).fetchall()
    if not found:
        return
    out.refused += len(found)
    rows = [row for (row,) in found[:listed]]
    lines = sheet.lines(rows)
    heading = sheet.heading(plan.place[part]) if part in plan.place else ""
    for row in rows:
        text = messages.total_beside_parts()
        out.problems.append(Problem(sheet.file, lines.get(row, 0), heading, text))
    if len(found) > listed:
        text = messages.more_of_these(len(found) - listed)
        out.problems.append(Problem(sheet.file, 0, heading, text))


def _judge_doubles(connection: Any, sheet: Sheet, plan: Plan, out: Judgement, listed: int) -> None:
    """A key that occurs twice: a fault, or (`doubles`) a row to leave out."""
    source = plan.source
    stored = (name for column in plan.columns for name, _ in column.stored)
    key = ", ".join(source.compared(source.key or stored))
    spelled = ", ".join(source.key) or "rij"
    numbered = (
        f"select rij, row_number() over (partition by {key} order by rij) as nummer, "
        f"min(rij) over (partition by {key}) as eerste, "
        f"first_value(({spelled})) over (partition by {key} order by rij) "
        f"is distinct from ({spelled}) as anders from {out.table}"
    )
    found = connection.execute(
        "select rij, min(eerste), bool_or(anders) "
        f"from ({numbered}) where nummer > 1 group by rij order by rij"
    ).fetchall()
    if not found:
        return
    if source.doubles == "eerste":
        connection.execute(
            f"delete from {out.table} where rij in (select rij from ({numbered}) where nummer > 1)"
        )
        out.left_out = len(found)
        out.remarks.append(messages.remark_doubles(len(found)))
        return
    headings = plan.headings_of_key()
    lines = sheet.lines({number for pair in found[:listed] for number in pair[:2]})
    out.refused += len(found)
    for row, first, is_spelled_otherwise in found[:listed]:
        line = lines.get(first, 0)
        text = messages.double_row(headings, line) if source.key else messages.same_row(line)
        if source.key and is_spelled_otherwise:
            text = messages.double_but_for_noughts(headings, line)
        out.problems.append(Problem(sheet.file, lines.get(row, 0), "", text))
    if len(found) > listed:
        text = messages.more_doubles(len(found) - listed)
        out.problems.append(Problem(sheet.file, 0, "", text))
