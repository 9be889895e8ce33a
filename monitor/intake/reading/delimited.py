"""CSV and its kin as a table of text, read by DuckDB; Python only finds headings and lines."""

import csv
import io
import itertools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from monitor.errors import DeliveryRefused, Problem
from monitor.intake.judging import messages
from monitor.intake.reading import foot
from monitor.intake.reading.sheet import Sheet, known_among, refuse_headings, refused


HEADING_SEARCH = 30
"""Among how many first lines the kolomkoppen are looked for: title rows stand above them."""
SEPARATORS = ";,\t|"
PROBLEMS_SHOWN = 20
LONGEST_TOP = 1 << 21
"""Characters among which the kolomkoppen are looked for, with every separator."""
LONGEST_FOOT = 1 << 16
"""Bytes that lines under the rows may take."""
LONGEST_ROW = 1 << 24
"""How many bytes a row may have; a quote that is never closed makes one row of all that follows."""

csv.field_size_limit(LONGEST_ROW)


def read_csv(
    connection: Any, path: Path, name: str, known: set[str], table: str, encoding: str
) -> Sheet:
    """Read a file with separators into text table `table`, or raise DeliveryRefused."""
    with path.open(encoding=encoding, newline=None) as file:
        top = _top(file)
    if not any(line.strip() for line in top):
        raise refused(name, messages.no_content())
    try:
        separator, above, skip, headings = _find_headings(top, known)
    except csv.Error:  # a cell longer than a row may be
        raise refused(name, messages.wrong_quote()) from None
    refuse_headings(name, headings)
    _refuse_table_above(top[:above], separator, known, name)
    # DuckDB skips rows, and a quote that is not closed would make one row of two lines.
    is_even = all(line.count('"') % 2 == 0 for line in top[:skip])
    if is_even and _is_plain(path, encoding):
        readable = path
    else:
        readable = _as_utf8(connection, path, encoding, skip)
    columns = ", ".join(f"'c{i}': 'varchar'" for i in range(len(headings)))
    options = (
        f"delim = $delim, quote = '\"', escape = '\"', header = false, skip = {skip}, "
        f"columns = {{{columns}}}, auto_detect = false, nullstr = '', store_rejects = true, "
        f"rejects_table = '{table}_rejects', rejects_scan = '{table}_scans', "
        f"max_line_size = {LONGEST_ROW}"
    )
    connection.execute(
        f"create table {table} as "
        f"select row_number() over () as rij, * from read_csv($path, {options})",
        {"delim": separator, "path": str(readable)},
    )
    connection.execute("checkpoint")  # compresses; see store.workbench
    problems, below = _rejected(connection, readable, name, separator, len(headings), table)
    if problems:
        raise DeliveryRefused(problems)

    def lines(rows: Iterable[int]) -> dict[int, int]:
        wanted = set(rows)
        numbered = enumerate(_starts(path, encoding, separator, skip), 1)
        return {row: line for row, line in numbered if row in wanted}

    if rows := _rows_in_cells(connection, table, separator, len(headings)):
        found = sorted(lines(rows).values())
        raise DeliveryRefused([Problem(name, at, "", messages.row_in_a_cell()) for at in found])
    hint = messages.hint_separator() if len(headings) == 1 else ""
    sheet = Sheet(name, headings, table, lines, hint=hint)
    feet = [said for said in (below, _take_off_foot(connection, sheet)) if said]
    if feet:
        sheet.remarks.append(foot.remark(*min(feet, key=lambda said: said[0])))
    return sheet


def _top(lines: Iterable[str]) -> list[str]:
    """The lines among which the kolomkoppen are; fewer when they are long, the first one always."""
    top: list[str] = []
    left = LONGEST_TOP
    for line in itertools.islice(lines, HEADING_SEARCH):
        left -= len(line)
        if top and left < 0:
            break
        top.append(line.rstrip("\n"))
    return top


def _find_headings(top: list[str], known: set[str]) -> tuple[str, int, int, list[str]]:
    """(separator, lines above, lines to skip, headings): the most known headings, else the widest line."""
    best: tuple[tuple[int, int], str, int, int, list[str]] | None = None
    for separator in SEPARATORS:
        for above, end, cells in _candidates(top, separator):
            hits = known_among(cells, known)
            score = (hits, len(cells) if hits == 0 else -end)
            if cells and (best is None or score > best[0]):
                best = (score, separator, above, end, [cell.strip() for cell in cells])
    assert best is not None
    return best[1:]


def _candidates(top: list[str], separator: str) -> Iterator[tuple[int, int, list[str]]]:
    """(lines above, number of its last line, cells) of each line, and of rows whose cells hold line ends."""
    for number, line in enumerate(top, 1):
        yield number - 1, number, next(csv.reader([line], delimiter=separator), [])
    reader = csv.reader((line + "\n" for line in top), delimiter=separator)
    before = 0
    for cells in reader:
        if reader.line_num > before + 1:
            yield before, reader.line_num, cells
        before = reader.line_num


def _refuse_table_above(above: list[str], separator: str, known: set[str], name: str) -> None:
    """Its rows would be taken for title rows, and nobody would miss them."""
    for number, line in enumerate(above, 1):
        if known_among(next(csv.reader([line], delimiter=separator), []), known):
            raise refused(name, messages.table_above(), number)


def _rows_in_cells(connection: Any, table: str, separator: str, width: int) -> list[int]:
    """Rows of which a cell holds whole lines: what a quote that is closed too late makes of them.

    From a cell to the same cell some lines on there are as many separators as in those lines; a
    text with line ends of its own seldom has that many.
    """
    least = max(width - 1, 2)
    cells = [f"c{i}" for i in range(width)]
    count = "length({0}) - length(replace({0}, $delim, ''))"
    swallows = (
        f"list_max(list_transform(string_split(c, chr(10)), lambda x: {count.format('x')})) "
        f">= {least} or {count.format('c')} >= {least} * (length(c) - length(replace(c, chr(10), '')))"
    )
    with_ends = " or ".join(f"contains({cell}, chr(10))" for cell in cells)
    found = connection.execute(
        f"select distinct rij from (select rij, unnest([{', '.join(cells)}]) as c from {table} "
        f"where {with_ends}) where contains(c, chr(10)) and ({swallows}) "
        f"order by rij limit {PROBLEMS_SHOWN}",
        {"delim": separator},
    ).fetchall()
    return [row for (row,) in found]


def _is_plain(path: Path, encoding: str) -> bool:
    """Whether DuckDB reads the file as it is: UTF-8 (its BOM stands in a line we skip), one kind
    of line end, and a name that is no pattern of names."""
    if encoding != "utf-8-sig" or re.search(r"[*?\[\]]", str(path)):
        return False
    returns = feeds = pairs = 0
    last = b""
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            returns, feeds = returns + block.count(b"\r"), feeds + block.count(b"\n")
            pairs += block.count(b"\r\n") + (last == b"\r" and block[:1] == b"\n")
            last = block[-1:]
    return returns == 0 or returns == feeds == pairs


def _as_utf8(connection: Any, path: Path, encoding: str, skip: int) -> Path:
    """A copy with as many lines that DuckDB can read, in the workbench's own folder."""
    folder = connection.execute("select current_setting('temp_directory')").fetchone()[0]
    copy = Path(folder) / "gelezen.csv"
    with (
        path.open(encoding=encoding, newline=None) as source,
        copy.open("w", encoding="utf-8", newline="\n") as target,
    ):
        for _ in range(skip):
            next(source, None)
            target.write("-\n")
        while block := source.read(1 << 20):
            target.write(block)
    return copy


def _starts(path: Path, encoding: str, separator: str, skip: int) -> Iterator[int]:
    """The line on which each row that is not blank starts, as the file's own program counts."""
    with path.open(encoding=encoding, newline=None) as file:
        for _ in range(skip):
            next(file, None)
        reader = csv.reader(file, delimiter=separator)
        line = skip
        for cells in reader:
            start = line + 1
            line = skip + reader.line_num
            if not _is_blank(cells):
                yield start


def _is_blank(cells: list[str]) -> bool:
    return not cells or (len(cells) == 1 and cells[0].strip() == "")


def _take_off_foot(connection: Any, sheet: Sheet) -> tuple[int, str] | None:
    """(line, what it says) of the first row of a foot that is as wide as the table; gone now."""
    rows = connection.execute(
        f"from {sheet.table} where rij > (select max(rij) from {sheet.table}) - {foot.LOOKED_AT} "
        "order by rij"
    ).fetchall()
    start = foot.start_of_foot([row[1:] for row in rows]) if len(sheet.headings) > 1 else None
    if start is None:
        return None
    first, *cells = rows[start]
    connection.execute(f"delete from {sheet.table} where rij >= {first}")
    return sheet.lines([first])[first], foot.shown(next(cell for cell in cells if cell))


def _rejected(
    connection: Any, path: Path, name: str, separator: str, width: int, table: str
) -> tuple[list[Problem], tuple[int, str] | None]:
    """A problem for each row that DuckDB could not read; a line of blanks only is no row.

    Or no problem, and (line, what it says) of the first of the lines that are a foot (`foot`).
    """
    found = connection.execute(
        "select line_byte_position, any_value(csv_line), "
        "bool_or(error_type not in ('MISSING COLUMNS', 'TOO MANY COLUMNS')) "
        f"from {table}_rejects where trim(csv_line, ' \t\r\n') <> '' group by 1 order by 1"
    ).fetchall()
    if not found:
        return [], None
    content = path.read_bytes()
    if width > 1 and (said := _foot_from(content, found[0][0] - 1, separator)):
        return [], said
    end = len(content.rstrip())
    problems = []
    line = at = 0
    for position, text, is_quote in found[:PROBLEMS_SHOWN]:
        blank = len(text) - len(text.lstrip("\r\n"))  # lines before the row itself
        start, text = position - 1 + blank, text[blank:]
        line, at = line + content.count(b"\n", at, start), start
        if is_quote:
            message = messages.wrong_quote()
        else:
            cells = next(csv.reader(io.StringIO(text), delimiter=separator), [])
            is_last = len(found) == 1 and start + len(text.encode()) >= end
            message = _why_short(cells, width, is_last)
        problems.append(Problem(name, line + 1, "", message))
    if len(found) > PROBLEMS_SHOWN:
        text = messages.more_rows(len(found) - PROBLEMS_SHOWN)
        problems.append(Problem(name, 0, "", text))
    return problems, None


def _foot_from(content: bytes, start: int, separator: str) -> tuple[int, str] | None:
    """What begins at a byte of the file, when all that follows is a foot."""
    if len(content) - start > LONGEST_FOOT:
        return None
    text = content[start:].decode("utf-8", "replace")
    rows = list(csv.reader(io.StringIO(text), delimiter=separator))
    if not foot.is_foot(rows):
        return None
    blank = len(text) - len(text.lstrip())
    line = content.count(b"\n", 0, start) + text.count("\n", 0, blank) + 1
    return line, foot.shown(text.strip().strip('"'))


def _why_short(cells: list[str], width: int, is_last: bool) -> str:
    """Of a row with too few or too many cells."""
    filled = [cell for cell in cells if cell.strip()]
    if filled and len(cells) < width:
        if foot.is_total(filled[0]):
            return messages.total_row()
        if foot.is_plain(filled[0]) or foot.is_label(filled[0]):
            return foot.refused_row(foot.shown(filled[0]))
    is_lone = len(filled) == 1 and width > 1
    return messages.wrong_width(len(cells), width, is_last, is_lone)
