"""The workbook inside a chart, by which somebody edits its numbers: words as words, never a formula.

python-pptx would write one with formulas switched on, so that a school's name could become one.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape

from monitor.reports.slides.model import Plot


Cell = str | float | None
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
WHEN = (1980, 1, 1, 0, 0, 0)
"""The time of every entry of a file that is made here."""
_UNFIT = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
_FIXED = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_RELS}"><Relationship Id="rId1" Type="{_DOC}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_RELS}">'
        f'<Relationship Id="rId1" Type="{_DOC}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_DOC}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/><name val="Noto Sans"/></font>'
        '</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill>'
        '<patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/>'
        '<top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" '
        'fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" '
        'fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" '
        'borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOC}"><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
}  # fmt: skip


def of(plot: Plot) -> bytes:
    """Categories in the first column, a series in each next one; of dots two columns per series."""
    rows = rows_of(plot)
    body = "".join(_row(row, number, plot.dates) for number, row in enumerate(rows, 1))
    sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{body}</sheetData></worksheet>'
    parts = {**_FIXED, "xl/worksheets/sheet1.xml": sheet}
    return packed({name: (_HEAD + text).encode() for name, text in parts.items()})


def packed(parts: dict[str, bytes]) -> bytes:
    """A package of which the bytes follow from what is in it: sorted, on 1 January 1980."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name in sorted(parts, key=lambda one: (one != "[Content_Types].xml", one)):
            entry = zipfile.ZipInfo(name, WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 0, 0
            zipped.writestr(entry, parts[name], compresslevel=6)
    return out.getvalue()


def rows_of(plot: Plot) -> list[list[Cell]]:
    """The cells, the head first."""
    if plot.kind == "dots":
        tall = max((len(one.values) for one in plot.series), default=0)
        rows: list[list[Cell]] = [[cell for one in plot.series for cell in ("", one.name)]]
        for number in range(tall):
            row: list[Cell] = []
            for one in plot.series:
                inside = number < len(one.values)
                row += [one.at[number], one.values[number]] if inside else [None, None]
            rows.append(row)
        return rows
    head: list[Cell] = ["", *(one.name for one in plot.series)]
    return [
        head,
        *(
            [serial(name) if plot.dates else name, *(one.values[number] for one in plot.series)]
            for number, name in enumerate(plot.categories)
        ),
    ]


def serial(day: str) -> float:
    """A day as a spreadsheet counts them."""
    return float((dt.date.fromisoformat(day) - dt.date(1899, 12, 30)).days)


def column(number: int) -> str:
    """1 → A, 27 → AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def written(value: float) -> str:
    """12 and 3.87, without an exponent that nobody reads."""
    return f"{value:.6f}".rstrip("0").rstrip(".") if value else "0"


def fit_for_xml(words: str) -> str:
    """Without what XML cannot hold."""
    return escape(plain(words), {'"': "&quot;"})


def plain(words: str) -> str:
    """Without the signs that XML has no place for."""
    return words.translate(_UNFIT)


def _row(row: list[Cell], number: int, dates: bool) -> str:
    return f'<row r="{number}">{"".join(_cells(row, number, dates))}</row>'


def _cells(row: list[Cell], number: int, dates: bool) -> Iterator[str]:
    for place, cell in enumerate(row, 1):
        where = f"{column(place)}{number}"
        if isinstance(cell, str):
            if cell:
                yield (f'<c r="{where}" t="inlineStr"><is><t xml:space="preserve">{fit_for_xml(cell)}'
                       "</t></is></c>")  # fmt: skip
        elif cell is not None:
            look = ' s="1"' if dates and place == 1 else ""
            yield f'<c r="{where}"{look}><v>{written(cell)}</v></c>'
