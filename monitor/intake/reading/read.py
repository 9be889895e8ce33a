"""Delivered files as tables of text: no library guesses a type, so leading noughts survive."""

import codecs
import itertools
from pathlib import Path
from typing import Any

import pyarrow as pa

from monitor.errors import DeliveryRefused, Problem
from monitor.intake.judging import messages, questions, unsafe_messages
from monitor.intake.reading import borders, documents, geography, open_data
from monitor.intake.reading.delimited import read_csv
from monitor.intake.reading.encoding import encoding_of
from monitor.intake.reading.no_table import why_no_table
from monitor.intake.reading.sheet import Sheet, refuse_headings, refused, sheet_of
from monitor.intake.reading.spreadsheets import read_xlsx
from monitor.sources.source import normal


LARGEST_FILE = 2_000_000_000
"""Bytes of a file with separators, which is read piece by piece."""
LARGEST_WHOLE = 200_000_000
"""Bytes of what is in memory as a whole to be read: workbooks, GeoJSON and Markdown."""


def read(connection: Any, path: Path, name: str, known: set[str], table: str) -> Sheet:
    """Read a file into text table `table`, or raise DeliveryRefused.

    `known` are the headings (as `normal`) that any kind of file knows: the line that has most
    of them is the line of headings.
    """
    with path.open("rb") as file:
        start = file.read(4096)
    _refuse_size(path, name, LARGEST_FILE)
    if why := why_no_table(path, name, start):
        raise refused(name, why)
    if start.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        _refuse_size(path, name, LARGEST_WHOLE)
        return read_xlsx(connection, path, name, known, table)
    encoding = encoding_of(path, name)
    opening = codecs.decode(start[:3000], encoding, "ignore").lstrip("\ufeff \t\r\n")
    if opening.startswith("{") or _is_json_list(path, opening):
        _refuse_size(path, name, LARGEST_WHOLE)
        return _read_json(connection, path, name, known, table, encoding)
    if _looks_like_markdown(path, encoding):
        _refuse_size(path, name, LARGEST_WHOLE)
        return _read_markdown(connection, path, name, known, table, encoding)
    return read_csv(connection, path, name, known, table, encoding)


def _refuse_size(path: Path, name: str, most: int) -> None:
    if (size := path.stat().st_size) > most:
        raise refused(name, unsafe_messages.file_too_large(size, most))


def _looks_like_markdown(path: Path, encoding: str) -> bool:
    with path.open(encoding=encoding) as file:
        return any(_is_rule(line) for line in itertools.islice(file, 500))


def _is_rule(line: str) -> bool:
    """The line between headings and rows: |---|---|"""
    return line.startswith("|") and "---" in line and set(line.strip()) <= set("|:- ")


def _read_markdown(
    connection: Any, path: Path, name: str, known: set[str], table: str, encoding: str
) -> Sheet:
    """The table of a Markdown page that has most known headings, all its rows."""
    tables: list[list[tuple[int, list[str]]]] = [[]]
    with path.open(encoding=encoding) as file:
        for number, line in enumerate(file, 1):
            if not line.startswith("|"):
                tables.append([])
            elif not _is_rule(line):
                cells = line.strip().removeprefix("|").removesuffix("|").split("|")
                tables[-1].append((number, [cell.strip() for cell in cells]))
    filled = [table for table in tables if table]
    if not filled:  # lines between headings and rows, and no headings
        raise refused(name, messages.no_rows())
    (_, headings), *rows = max(
        filled, key=lambda table: len({normal(cell) for cell in table[0][1]} & known)
    )
    refuse_headings(name, headings)
    problems = [
        Problem(name, number, "", messages.wrong_width(len(cells), len(headings), False))
        for number, cells in rows
        if len(cells) != len(headings)
    ]
    if problems:
        raise DeliveryRefused(problems[:20])
    columns = [pa.array([row[i] for _, row in rows], pa.string()) for i in range(len(headings))]
    return sheet_of(connection, name, headings, columns, table, lambda row: rows[row - 1][0])


def _is_json_list(path: Path, opening: str) -> bool:
    """A list of objects, whole or not; a list of anything else only when it ends as one."""
    if opening[:1] + opening[1:].lstrip()[:1] == "[{":
        return True
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 100))
        return opening.startswith("[") and file.read().rstrip().endswith(b"]")


def _read_json(
    connection: Any, path: Path, name: str, known: set[str], table: str, encoding: str
) -> Sheet:
    text = path.read_text(encoding=encoding)
    try:
        document = documents.parse(text)
    except documents.NoJson:
        is_map = any(f'"{kind}"' in text[:3000] for kind in geography.MAPS)
        why = messages.unreadable_json() if is_map else open_data.broken_json()
        raise refused(name, why) from None
    except documents.DoubleName as double:
        raise refused(name, open_data.double_name(double.name)) from None
    if geography.is_map(document):
        return _read_features(connection, name, document, table)
    found = documents.rows_in(document)
    if found is None:
        raise refused(name, open_data.no_rows_in_json())
    rows, around = found
    if "features" in (around[-1] if around else {}) and "attributes" in rows[0]:
        raise refused(name, open_data.esri_json())
    _refuse_a_part(name, around, len(rows))
    try:
        texts = documents.as_texts(rows, known)
    except documents.Nested as nested:
        raise refused(name, open_data.rows_within_rows(nested.row, nested.name)) from None
    sheet = _sheet_of_rows(connection, name, texts, table)
    sheet.remarks.append(open_data.remark_rows_of_json())
    return sheet


def _read_features(connection: Any, name: str, document: dict[str, Any], table: str) -> Sheet:
    try:
        found = geography.features(document)
        if found is None:
            raise refused(name, messages.unreadable_json())
        _refuse_a_part(name, [document], len(found))
        shapes = borders.gemeenten(found)
    except geography.Misplaced as misplaced:
        raise refused(name, questions.misplaced(misplaced.why)) from None
    except borders.OtherAreas as other:
        raise refused(name, open_data.other_areas(other.what)) from None
    rows = geography.rows(shapes.features)
    if rows is None:
        raise refused(name, messages.unreadable_json())
    sheet = _sheet_of_rows(connection, name, rows, table)
    sheet.remarks.extend(shapes.remarks)
    sheet.year = shapes.year
    sheet.own_headings = [shapes.own.get(heading, heading) for heading in sheet.headings]
    return sheet


def _refuse_a_part(name: str, around: list[dict[str, Any]], found: int) -> None:
    """A service gives its rows in parts: what is not in the file would be missed by nobody."""
    if (in_all := documents.elsewhere(around, found)) is not None:
        raise refused(name, open_data.only_a_part(found, in_all))


def _sheet_of_rows(connection: Any, name: str, rows: list[dict[str, str]], table: str) -> Sheet:
    headings = list(dict.fromkeys(key for row in rows for key in row))
    if not headings:
        raise refused(name, messages.no_features())
    refuse_headings(name, headings)
    columns = [pa.array([row.get(key) for row in rows], pa.string()) for key in headings]
    return sheet_of(connection, name, headings, columns, table, lambda row: row)
