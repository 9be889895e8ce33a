"""Delivered files as tables of text: no library guesses a type, so leading noughts survive."""

import codecs
import csv
import itertools
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import fastexcel
import pyarrow as pa

from monitor.errors import DeliveryRefused, Problem
from monitor.sources import geography, messages
from monitor.sources.source import normal


HEADING_SEARCH = 30
"""Among how many first lines the kolomkoppen are looked for: title rows stand above them."""
SEPARATORS = ";,\t|"


@dataclass
class Sheet:
    """A file as text: table `table` in the workbench has `rij` and `c0`, `c1`, … (varchar)."""

    file: str
    headings: list[str]
    table: str
    lines: Callable[[Iterable[int]], dict[int, int]]
    """From row numbers to the line numbers that the file's own program shows."""
    words: dict[int, dict[str, str]] = field(default_factory=dict)
    """Per column the words that a mapping translates."""


def read(connection: Any, path: Path, name: str, known: set[str], table: str) -> Sheet:
    """Read a file into text table `table`, or raise DeliveryRefused.

    `known` are the headings (as `normal`) that any kind of file knows: the line that has most
    of them is the line of headings.
    """
    with path.open("rb") as file:
        start = file.read(4096)
    refuse_what_is_no_table(path, name, start)
    if start.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return _read_xlsx(connection, path, name, known, table)
    encoding = _encoding(path, name)
    opening = codecs.decode(start[:3000], encoding, "ignore").lstrip("\ufeff \t\r\n")
    if opening.startswith("{"):
        return _read_features(connection, path, name, table, encoding)
    if _looks_like_markdown(path, encoding):
        return _read_markdown(connection, path, name, known, table, encoding)
    return _read_csv(connection, path, name, known, table, encoding)


def refuse_what_is_no_table(path: Path, name: str, start: bytes) -> None:
    text = ""
    if not start:
        text = messages.unreadable_zero()
    elif start.startswith(b"PK"):
        try:
            with zipfile.ZipFile(path) as archive:
                if not any(part.startswith("xl/") for part in archive.namelist()):
                    text = messages.unreadable_zip()
        except zipfile.BadZipFile:
            text = messages.unreadable_xlsx()
    elif start.startswith(b"%PDF"):
        text = messages.unreadable_kind("een PDF")
    elif start.lstrip()[:14].lower().startswith((b"<!doctype html", b"<html")):
        text = messages.unreadable_kind("een webpagina")
    if text:
        raise DeliveryRefused([Problem(name, 0, "", text)])


def _encoding(path: Path, name: str) -> str:
    """UTF-8 (with or without BOM), UTF-16 with BOM, else Windows-1252."""
    with path.open("rb") as file:
        start = file.read(4)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    for encoding in ("utf-8-sig", "cp1252"):
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            with path.open("rb") as file:
                while block := file.read(1 << 20):
                    if b"\0" in block:
                        raise DeliveryRefused([Problem(name, 0, "", messages.unreadable_binary())])
                    decoder.decode(block)
                decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        return encoding
    raise DeliveryRefused([Problem(name, 0, "", messages.unreadable_text())])


def _read_csv(
    connection: Any, path: Path, name: str, known: set[str], table: str, encoding: str
) -> Sheet:
    with path.open(encoding=encoding, newline="") as file:
        top = list(itertools.islice(_lines(file), HEADING_SEARCH))
    if not any(line.strip() for line in top):
        raise DeliveryRefused([Problem(name, 0, "", messages.no_rows())])
    separator, index, headings = _find_headings(top, known)
    skip = sum(1 for line in top[: index + 1])
    utf8 = path if _is_plain(path, encoding) else _as_utf8(connection, path, encoding)
    names = [f"c{i}" for i in range(len(headings))]
    columns = ", ".join(f"'{column}': 'varchar'" for column in names)
    options = (
        f"delim = $delim, quote = '\"', escape = '\"', header = false, skip = {skip}, "
        f"columns = {{{columns}}}, auto_detect = false, nullstr = '', store_rejects = true, "
        f"rejects_table = '{table}_rejects', rejects_scan = '{table}_scans', "
        "max_line_size = 16777216"
    )
    connection.execute(
        f"create temp table {table} as "
        f"select row_number() over () as rij, * from read_csv($path, {options})",
        {"delim": separator, "path": str(utf8)},
    )

    def lines(rows: Iterable[int]) -> dict[int, int]:
        wanted = set(rows)
        found = {}
        for row, (line, _) in enumerate(_rows_after(path, encoding, separator, skip), 1):
            if row in wanted:
                found[row] = line
        return found

    rejected = connection.execute(f"select count(*) from {table}_rejects").fetchone()[0]
    if rejected:
        raise DeliveryRefused(_ragged(path, name, encoding, separator, skip, len(headings)))
    return Sheet(name, headings, table, lines)


def _lines(file: Iterable[str]) -> Iterable[str]:
    """Lines by CR, LF or CR LF, as csv wants them (a quoted heading may hold a line end)."""
    for line in file:
        yield from line.splitlines() if "\r" in line.rstrip("\r\n") else [line.rstrip("\r\n")]


def _find_headings(top: list[str], known: set[str]) -> tuple[str, int, list[str]]:
    """(separator, index of the line, headings): the most known headings, else the widest."""
    best: tuple[tuple[int, int], str, int, list[str]] | None = None
    for separator in SEPARATORS:
        for index, line in enumerate(top):
            cells = next(csv.reader([line], delimiter=separator), [])
            hits = len({normal(cell) for cell in cells} & known)
            score = (hits, len(cells) if hits == 0 else -index)
            if cells and (best is None or score > best[0]):
                best = (score, separator, index, [cell.strip() for cell in cells])
    assert best is not None
    return best[1:]


def _is_plain(path: Path, encoding: str) -> bool:
    """Whether DuckDB reads the file as it is: UTF-8 (its BOM stands in a line we skip) and no
    line ends of CR alone."""
    with path.open("rb") as file:
        start = file.read(1 << 16)
    return encoding == "utf-8-sig" and (b"\n" in start or b"\r" not in start)


def _as_utf8(connection: Any, path: Path, encoding: str) -> Path:
    """A copy that DuckDB can read, in the workbench's own folder: it only knows UTF-8."""
    folder = connection.execute("select current_setting('temp_directory')").fetchone()[0]
    copy = Path(folder) / f"{path.name}.utf8"
    with (
        path.open(encoding=encoding, newline=None) as source,
        copy.open("w", encoding="utf-8", newline="\n") as target,
    ):
        while block := source.read(1 << 20):
            target.write(block)
    return copy


def _rows_after(
    path: Path, encoding: str, separator: str, skip: int
) -> Iterable[tuple[int, list[str]]]:
    """(line number, cells) of every row that is not blank, as the file's own program counts."""
    with path.open(encoding=encoding, newline=None) as file:
        for _ in range(skip):
            next(file, None)
        reader = csv.reader(file, delimiter=separator)
        line = skip
        for cells in reader:
            start = line + 1
            line = skip + reader.line_num
            if cells:
                yield start, cells


def _ragged(
    path: Path, name: str, encoding: str, separator: str, skip: int, width: int
) -> list[Problem]:
    problems, last = [], 0
    rows = list(_rows_after(path, encoding, separator, skip))
    last = len(rows)
    for number, (line, cells) in enumerate(rows, 1):
        if len(cells) == width:
            continue
        if any("\n" in cell for cell in cells) and number == last:
            text = messages.open_quote()
        else:
            text = messages.wrong_width(len(cells), width, number == last and number > 1)
        problems.append(Problem(name, line, "", text))
    return problems[:20] or [Problem(name, 0, "", messages.open_quote())]


def _read_xlsx(connection: Any, path: Path, name: str, known: set[str], table: str) -> Sheet:
    try:
        book = fastexcel.read_excel(path)
        sheet = book.load_sheet(0, header_row=None, dtypes="string")
    except Exception:  # noqa: BLE001  fastexcel raises its own family, and pyo3's panics on broken files
        raise DeliveryRefused([Problem(name, 0, "", messages.unreadable_xlsx())]) from None
    batch = sheet.to_arrow()
    if batch.num_rows == 0:
        text = messages.sheet_is_empty(book.sheet_names[0], book.sheet_names[1:])
        raise DeliveryRefused([Problem(name, 0, "", text)])
    top = batch.slice(0, HEADING_SEARCH).to_pylist()
    rows = [["" if cell is None else cell for cell in row.values()] for row in top]
    index = max(
        range(len(rows)),
        key=lambda i: (len({normal(cell) for cell in rows[i]} & known), -i),
    )
    headings = [cell.strip() for cell in rows[index]]
    columns = [
        _with_commas(column) if kind == "float" else column
        for column, kind in zip(batch.columns, _kinds(book, index), strict=False)
    ]
    body = pa.table(columns, names=[f"c{i}" for i in range(len(columns))]).slice(index + 1)
    first = index + 2
    return _from_arrow(connection, name, headings, body, table, lambda row: row + first - 1)


def _kinds(book: Any, index: int) -> list[str]:
    return [info.dtype for info in book.load_sheet(0, header_row=index).selected_columns]


def _with_commas(column: pa.Array) -> pa.Array:
    """Cells that Excel holds as numbers, with a decimal comma: '1.234' would be two things."""
    return pa.compute.replace_substring(column, ".", ",")


def _looks_like_markdown(path: Path, encoding: str) -> bool:
    with path.open(encoding=encoding) as file:
        for line in itertools.islice(file, 500):
            if line.startswith("|") and set(line.strip()) <= set("|:- "):
                return True
    return False


def _read_markdown(
    connection: Any, path: Path, name: str, known: set[str], table: str, encoding: str
) -> Sheet:
    """The table of a Markdown page that has most known headings, all its rows."""
    headings: list[str] = []
    rows: list[list[str]] = []
    numbers: list[int] = []
    with path.open(encoding=encoding) as file:
        for number, line in enumerate(file, 1):
            if not line.startswith("|") or set(line.strip()) <= set("|:- "):
                continue
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            if {normal(cell) for cell in cells} & known and not rows:
                headings = cells
            elif headings and len(cells) == len(headings):
                rows.append(cells)
                numbers.append(number)
    columns = [pa.array([row[i] for row in rows], pa.string()) for i in range(len(headings))]
    body = pa.table(columns, names=[f"c{i}" for i in range(len(headings))])
    return _from_arrow(connection, name, headings, body, table, lambda row: numbers[row - 1])


def _read_features(connection: Any, path: Path, name: str, table: str, encoding: str) -> Sheet:
    rows = geography.features(path.read_text(encoding=encoding))
    if rows is None:
        raise DeliveryRefused([Problem(name, 0, "", messages.unreadable_json())])
    headings = list(dict.fromkeys(key for row in rows for key in row))
    columns = [pa.array([row.get(key) for row in rows], pa.string()) for key in headings]
    body = pa.table(columns, names=[f"c{i}" for i in range(len(headings))])
    return _from_arrow(connection, name, headings, body, table, lambda row: row)


def _from_arrow(
    connection: Any,
    name: str,
    headings: list[str],
    body: pa.Table,
    table: str,
    line: Callable[[int], int],
) -> Sheet:
    connection.register(f"{table}_arrow", body)
    connection.execute(
        f"create temp table {table} as select row_number() over () as rij, * from {table}_arrow"
    )
    connection.unregister(f"{table}_arrow")
    return Sheet(name, headings, table, lambda rows: {row: line(row) for row in rows})
