"""A file judged as a whole: which kind it is, what is wrong with it, and its rows as values.

The rules are generated from the kind's row model (`fields.Spelling`), run in DuckDB over text,
and give the row, column and value of every fault.
"""

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Any

from monitor.errors import Problem
from monitor.fields import PADDING, PSEUDONIEM, quoted, sql_looks_like_bsn
from monitor.sources import messages, sources
from monitor.sources.reading import Sheet
from monitor.sources.source import Column, Source, normal


BSN_HEADINGS = {
    "bsn", "bsnnummer", "bsnnr", "burgerservicenummer", "pgn", "persoonsgebondennummer",
    "onderwijsnummer", "sofinummer", "sofi", "sofinr", "burgerservicenr", "bsnleerling",
    "leerlingbsn", "bsnown", "bsnofonderwijsnummer",
}  # fmt: skip
PROBLEMS_PER_COLUMN = 20


@dataclass
class Judgement:
    """What was found in a file; `table` in the workbench holds its rows as values."""

    rows: int = 0
    refused: int = 0
    left_out: int = 0
    """Rows that say what an earlier row said already (`Source.doubles`)."""
    table: str = ""
    problems: list[Problem] = field(default_factory=list)
    unknown_headings: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def known_headings() -> set[str]:
    """Every heading (as `normal`) that some kind of file knows."""
    return {
        normal(heading)
        for source in sources().values()
        for column in source.columns()
        if not column.heading.melted
        for heading in (*column.heading.headings, *column.heading.brin)
    }


def recognise(headings: list[str]) -> tuple[list[str], str]:
    """(names of the kinds that these headings fit best, the error sentence when not exactly one).

    A kind fits when all its required columns are there; one whose required columns are only a
    part of another's that also fits gives way to it.
    """
    fitting: dict[str, set[str]] = {}
    missing: dict[str, list[str]] = {}
    for name, source in sources().items():
        found, lacking = _required(source, headings)
        missing[name] = lacking
        excluded = {normal(heading) for heading in source.without} & set(map(normal, headings))
        if not lacking and not excluded:
            fitting[name] = found
    best = [
        name
        for name, found in fitting.items()
        if not any(found < other for other in fitting.values())
    ]
    if len(best) == 1:
        return best, ""
    if best:
        return best, messages.ambiguous_kind(best)
    near = sorted(
        (len(lacking) / len(source.columns()), name)
        for name, source in sources().items()
        if len(lacking := missing[name]) < sum(c.is_required for c in source.columns())
    )
    candidates = [messages.candidate(name, missing[name]) for _, name in near[:3]]
    return [], messages.unknown_kind(headings, candidates)


def _required(source: Source, headings: list[str]) -> tuple[set[str], list[str]]:
    found, lacking = set(), []
    for column in source.columns():
        if not column.is_required or column.heading.melted == "value":
            continue
        places = _places(column, headings)
        if places:
            found.update(normal(headings[place]) for place in places)
        else:
            lacking.append(column.heading.headings[0])
    return found, lacking


def _places(column: Column, headings: list[str]) -> list[int]:
    """The positions of the headings that are this column."""
    if column.heading.melted == "key":
        pattern = re.compile(column.heading.headings[0], re.IGNORECASE)
        return [i for i, heading in enumerate(headings) if pattern.fullmatch(heading.strip())]
    wanted = {normal(heading) for heading in column.heading.headings}
    return [i for i, heading in enumerate(headings) if normal(heading) in wanted]


def judge(connection: Any, sheet: Sheet, source: Source, moment: dt.date | None) -> Judgement:
    """Judge a sheet as `source`; the good rows are in `Judgement.table`, which has the columns
    of `source.stored_columns()` without `levering`, and `rij`."""
    out = Judgement(table=f"{sheet.table}_values")
    out.problems.extend(_bsn_problems(connection, sheet))
    if out.problems:
        return out
    plan = _Plan(sheet, source)
    out.problems.extend(plan.problems)
    out.unknown_headings = plan.unknown
    if out.problems:
        return out
    if plan.unknown:
        out.remarks.append(messages.remark_unknown_headings(plan.unknown))
    out.remarks.extend(
        messages.remark_birthdate(heading)
        for heading in plan.unknown
        if normal(heading).startswith(("geboortedatum", "gebdat"))
    )
    connection.execute(plan.sql(out.table, moment))
    out.rows, out.refused = connection.execute(
        f"select count(distinct rij), count(distinct rij) filter (where len(fouten) > 0) "
        f"from {out.table}"
    ).fetchone()
    if out.rows == 0:
        out.problems.append(Problem(sheet.file, 0, "", messages.no_rows()))
    if out.refused:
        out.problems.extend(_cell_problems(connection, sheet, plan, out.table))
    elif source.key:
        _judge_doubles(connection, sheet, source, out)
    return out


def _bsn_problems(connection: Any, sheet: Sheet) -> list[Problem]:
    """A column named like a BSN, or most of whose values pass the elfproef; values stay unsaid."""
    for heading in sheet.headings:
        if normal(heading).replace(".", "") in BSN_HEADINGS:
            return [Problem(sheet.file, 0, heading, messages.bsn_heading())]
    counts = ", ".join(
        f"count(*) filter (where {sql_looks_like_bsn(f'c{i}')}), "
        f"count(*) filter (where trim(c{i}) <> '')"
        for i in range(len(sheet.headings))
    )
    found = connection.execute(f"select {counts} from {sheet.table}").fetchone()
    for i, heading in enumerate(sheet.headings):
        bsn, filled = found[2 * i], found[2 * i + 1]
        if bsn and bsn * 2 > filled:
            return [Problem(sheet.file, 0, heading, messages.bsn_values())]
    return []


class _Plan:
    """Which text column is which column of the kind, and the SQL that follows from it."""

    def __init__(self, sheet: Sheet, source: Source) -> None:
        self.sheet, self.source = sheet, source
        self.columns = source.columns()
        self.place: dict[str, int] = {}
        self.brin: dict[str, int] = {}
        self.melted: list[int] = []
        self.problems: list[Problem] = []
        used: set[int] = set()
        for column in self.columns:
            places = _places(column, sheet.headings)
            used.update(places)
            if column.heading.melted:
                self.melted.extend(places)
                continue
            places = self._by_preference(column, places)
            if len(places) > 1:
                first, second = sheet.headings[places[0]], sheet.headings[places[1]]
                text = messages.double_heading(second, first)
                self.problems.append(Problem(sheet.file, 0, "", text))
            if places:
                self.place[column.name] = places[0]
            brins = {normal(heading) for heading in column.heading.brin}
            for i, heading in enumerate(sheet.headings):
                if normal(heading) in brins:
                    self.brin[column.name] = i
                    used.add(i)
        lacking = _required(source, sheet.headings)[1]
        if lacking:
            text = messages.missing_columns(source.name, lacking)
            self.problems.append(Problem(sheet.file, 0, "", text))
        self.unknown = [
            heading for i, heading in enumerate(sheet.headings) if i not in used and heading.strip()
        ]

    def _by_preference(self, column: Column, places: list[int]) -> list[int]:
        """Two headings of one column are a fault only when they are the same heading: a file
        may have both a plain code and the one with `GM` before it; the first alias wins."""
        order = [normal(heading) for heading in column.heading.headings]
        places = sorted(places, key=lambda i: order.index(normal(self.sheet.headings[i])))
        first = [
            i
            for i in places
            if normal(self.sheet.headings[i]) == normal(self.sheet.headings[places[0]])
        ]
        return first

    def raw(self, column: Column) -> str:
        """SQL for the text of a column as delivered, words of a mapping translated."""
        if column.heading.melted:
            return "sleutel" if column.heading.melted == "key" else "cel"
        if column.name not in self.place:
            return "null"
        place = self.place[column.name]
        text = f"c{place}"
        if place in self.sheet.words:
            whens = " ".join(
                f"when {quoted(theirs.strip().lower())} then {quoted(ours)}"
                for theirs, ours in self.sheet.words[place].items()
            )
            text = f"(case lower(trim({text})) {whens} else {text} end)"
        if column.name in self.brin:
            short = f"trim(coalesce({text}, ''), {quoted(PADDING)})"
            brin = f"trim(coalesce(c{self.brin[column.name]}, ''), {quoted(PADDING)})"
            text = (
                f"(case when length({short}) between 1 and 2 and {brin} <> '' "
                f"then {brin} || lpad({short}, 2, '0') else {short} end)"
            )
        return text

    def sql(self, table: str, moment: dt.date | None) -> str:
        raws, cleans, values, faults, outs = [], [], [], [], []
        for i, column in enumerate(self.columns):
            spelling = column.spelling
            raws.append(f"{self.raw(column)} as r{i}")
            clean = spelling.sql_clean(f"r{i}")
            if column.heading.unknown:
                words = ", ".join(map(quoted, column.heading.unknown))
                trimmed = f"trim(coalesce(r{i}, ''), {quoted(PADDING)})"
                clean = f"case when {trimmed} in ({words}) then '' else {clean} end"
            cleans.append(f"{clean} as k{i}")
            parts = spelling.sql_values(f"k{i}")
            names = tuple(f"v{i}_{j}" for j in range(len(parts)))
            values.extend(f"{part} as {n}" for part, n in zip(parts, names, strict=True))
            wrong = spelling.sql_wrong(f"k{i}", names)
            if not column.heading.empty and len(parts) == 1:
                fault = f"case when k{i} = '' then {-i - 1} when {wrong} then {i} end"
            else:
                fault = f"case when k{i} <> '' and {wrong} then {i} end"
            if column.name in self.place or column.heading.melted:
                faults.append(fault)
            outs.extend(
                f"{n} as {stored}" for n, (stored, _) in zip(names, column.stored, strict=True)
            )
        if self.source.moment is not None:
            day = f"date '{moment.isoformat()}'" if moment else "null::date"
            outs.insert(0, f"{day} as {self.source.moment.column}")
        kept = ", ".join(f"k{i}" for i in range(len(self.columns)))
        filled = " or ".join(f"k{i} <> ''" for i in sorted(self._own_columns()))
        return (
            f"create temp table {table} as "
            f"with tekst as (select * from {self._text()}), "
            f"gelezen as (select rij, kolom, {', '.join(raws)} from tekst), "
            f"schoon as (select rij, kolom, {', '.join(cleans)} from gelezen), "
            f"waarde as (select *, {', '.join(values)} from schoon where {filled}) "
            f"select rij, kolom, {', '.join(outs)}, "
            f"list_filter([{', '.join(faults)}], lambda f: f is not null) as fouten, "
            f"case when len(fouten) > 0 then [{kept}] end as teksten from waarde"
        )

    def _own_columns(self) -> set[int]:
        return {i for i, c in enumerate(self.columns) if c.name in self.place}

    def _text(self) -> str:
        if not self.melted:
            return f"(select *, -1 as kolom from {self.sheet.table})"
        pattern = next(c for c in self.columns if c.heading.melted == "key").heading.headings[0]
        cells = []
        for i in self.melted:
            match = re.fullmatch(pattern, self.sheet.headings[i].strip(), re.IGNORECASE)
            assert match is not None
            cells.append(f"{{'kolom': {i}, 'sleutel': {quoted(match[1])}, 'cel': c{i}}}")
        skipped = ", ".join(map(quoted, self.source.skip_values)) or "''"
        return (
            f"(select * exclude (melted), melted.kolom as kolom, melted.sleutel as sleutel, "
            f"melted.cel as cel from (select *, unnest([{', '.join(cells)}]) as melted "
            f"from {self.sheet.table}) where trim(coalesce(melted.cel, '')) not in ({skipped}))"
        )

    def heading_of(self, column: int, melted: int) -> str:
        name = self.columns[column].name
        place = self.place.get(name, melted)
        return self.sheet.headings[place] if 0 <= place < len(self.sheet.headings) else ""


def _cell_problems(connection: Any, sheet: Sheet, plan: _Plan, table: str) -> list[Problem]:
    """The faults by line; of each column the first twenty and how many more there are."""
    numbered = (
        "select *, row_number() over (partition by plaats, kolom order by rij) as volgnummer, "
        "count(*) over (partition by plaats, kolom) as aantal from ("
        "select *, case when fout < 0 then -fout - 1 else fout end as plaats from ("
        "select rij, kolom, unnest(fouten) as fout, teksten as tekst, "
        "len(list_filter(teksten, lambda t: regexp_matches(lower(t), '^(sub)?totaal'))) > 0 "
        f"as totaal from {table} where len(fouten) > 0))"
    )
    found = connection.execute(
        f"select rij, kolom, fout, tekst, totaal, volgnummer, aantal from ({numbered}) "
        f"where volgnummer <= {PROBLEMS_PER_COLUMN} order by rij, plaats, kolom limit 1000"
    ).fetchall()
    lines = sheet.lines({row[0] for row in found})
    problems, totals = [], set()
    for row, melted, fault, texts, is_total, number, count in found:
        index = fault if fault >= 0 else -fault - 1
        column = plan.columns[index]
        line = lines.get(row, 0)
        if is_total:
            if row not in totals:
                totals.add(row)
                problems.append(Problem(sheet.file, line, "", messages.total_row()))
            continue
        if fault < 0:
            text = messages.empty_cell()
        else:
            value, spelling = texts[index], column.spelling
            text = messages.wrong_cell(value, spelling.expected, spelling.echo)
        heading = plan.heading_of(index, melted)
        problems.append(Problem(sheet.file, line, heading, text))
        if number == PROBLEMS_PER_COLUMN and count > PROBLEMS_PER_COLUMN:
            text = messages.more_of_these(count - PROBLEMS_PER_COLUMN)
            problems.append(Problem(sheet.file, line, heading, text))
    return problems


def _judge_doubles(connection: Any, sheet: Sheet, source: Source, out: Judgement) -> None:
    """A key that occurs twice: a fault, or (`doubles`) a row to leave out."""
    key = ", ".join(source.key)
    numbered = (
        f"select rij, row_number() over (partition by {key} order by rij) as nummer, "
        f"min(rij) over (partition by {key}) as eerste from {out.table}"
    )
    found = connection.execute(
        f"select rij, eerste from ({numbered}) where nummer > 1 order by rij"
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
    pupils = any(c.spelling is PSEUDONIEM for c in source.columns() if c.name in source.key)
    name = "combinatie" if pupils or len(source.key) > 1 else source.key[0]
    lines = sheet.lines({number for pair in found[:20] for number in pair})
    out.refused = len(found)
    for row, first in found[:PROBLEMS_PER_COLUMN]:
        text = messages.double_row(name, lines.get(first, 0))
        out.problems.append(Problem(sheet.file, lines.get(row, 0), "", text))
    if len(found) > PROBLEMS_PER_COLUMN:
        text = messages.more_of_these(len(found) - PROBLEMS_PER_COLUMN)
        out.problems.append(Problem(sheet.file, 0, "", text))
