"""A table on a slide: as large as its rows allow, its heads marked as heads, cut where it does not fit."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from monitor.reports.slides import measure
from monitor.reports.slides.canvas import Canvas
from monitor.reports.slides.chart_series import fill
from monitor.reports.slides.model import DARK, INK, Box
from monitor.reports.slides.shape_xml import Run, paragraph
from monitor.sections.section import Table
from monitor.values import dutch
from monitor.views.charts import matrix
from monitor.views.charts.flows import folded as folded_flows
from monitor.views.charts.kinds import Flows, Matrix
from monitor.views.words.amounts import number_columns


SIZES = (16, 14, 13, 12, 11, 10)
MATRIX_SIZES = (13, 12, 11, 10, 9)
_PAD = 4.0
"""Points left and right of the words of a cell; half of it above and below."""
_LONGEST = 300.0
_MORE = 1.03
"""Of the width of words: a column in which they fit as measured has some room to spare."""
MOST_LETTERS = 130
"""Of a cell on a slide."""
LONG_NAME = 48
"""Letters of a first column that is not bold: a page full of bold reads as none."""
MOST_FLOWS = 10
TOO_MANY = "Er staan {shown} van de {all} rijen op deze dia; alle staan in de monitor."


class Cell(NamedTuple):
    """What stands in a cell: lines, the first one bold where it is a head or says so."""

    lines: tuple[str, ...]
    bold: bool = False
    align: str = "l"
    tint: str = ""
    inline: bool = False
    """Its lines behind each other on one."""

    @property
    def texts(self) -> tuple[str, ...]:
        return ("  ".join(self.lines),) if self.inline else self.lines

    def wide(self, size: float) -> float:
        """Points of its longest line; behind each other only the first is bold."""
        if not self.inline:
            return max(measure.width(line, size, bold=self.bold) for line in self.lines)
        return measure.width(self.texts[0], size) + self._more(size)

    def many(self, room: float, size: float) -> int:
        """Lines that it takes."""
        if self.inline:
            return len(measure.folded(self.texts[0], room - self._more(size), size))
        return sum(len(measure.folded(line, room, size, bold=self.bold)) for line in self.lines)

    def _more(self, size: float) -> float:
        first = self.lines[0]
        return measure.width(first, size, bold=self.bold) - measure.width(first, size)


class Made(NamedTuple):
    """A table that fits: the widths of its columns, the heights of its rows, its letters."""

    grid: list[float]
    heights: list[float]
    size: float
    rows: list[list[Cell]]
    left_out: int


def draw(canvas: Canvas, box: Box, table: Table) -> list[str]:
    """The table of a section; what must be said of it."""
    printed = table.printed
    every = list(printed[0]) if printed else []
    amounts = {every[place - 1] for place in number_columns(printed)} if printed else set()
    # Who presents has no use for codes; they are in the files.
    titles = [title for title in every if title != "Code"]
    rows = [[_short(row[title]) for title in titles] for row in printed]
    said = put(canvas, box, titles, rows, amounts, table.title)
    if any(cell.endswith("…") for row in rows for cell in row):
        said.append("Lange teksten zijn ingekort.")
    return said


def _short(words: str) -> str:
    return words if len(words) <= MOST_LETTERS else f"{words[:MOST_LETTERS].rsplit(' ', 1)[0]}…"


def put(
    canvas: Canvas, box: Box, titles: Sequence[str], rows: Sequence[Sequence[str]],
    amounts: set[str], alt: str,
) -> list[str]:  # fmt: skip
    """Words in rows under heads; `amounts` are the titles of columns of numbers."""
    if not rows:
        canvas.words("Tabel", box, [[Run("Hier is niets te tellen.")]], 16)
        return []
    sides = ["r" if title in amounts else "l" for title in titles]
    head = [Cell((title,), True, side) for title, side in zip(titles, sides, strict=True)]
    names = len(titles) > 2 and all(len(row[0]) < LONG_NAME for row in rows)
    body = [
        [
            Cell((words,), place == 0 and names, side)
            for place, (words, side) in enumerate(zip(row, sides, strict=True))
        ]
        for row in rows
    ]
    made = fitted([head, *body], box, SIZES)
    place(canvas, box, made, alt)
    if not made.left_out:
        return []
    return [TOO_MANY.format(shown=len(rows) - made.left_out, all=len(rows))]


def draw_flows(canvas: Canvas, box: Box, chart: Flows, alt: str) -> list[str]:
    """The ten largest: there is no native drawing of flows."""
    every = folded_flows(chart.flows, most_from=10**6, most_to=10**6)
    rows = [[one.origin, one.destination, dutch.number(one.amount)] for one in every[:MOST_FLOWS]]
    titles = ["Van", "Naar", chart.unit.capitalize()]
    said = put(canvas, box, titles, rows, {titles[2]}, alt)
    if len(every) > MOST_FLOWS and not said:
        said = [f"De {MOST_FLOWS} grootste van de {len(every)} stromen."]
    return said


def draw_matrix(canvas: Canvas, box: Box, chart: Matrix, alt: str) -> list[str]:
    """Mark, numbers and word in each cell, tinted by its state: never by colour alone."""
    columns = list(dict.fromkeys(cell.column for cell in chart.cells))
    per_row: dict[str, dict[str, matrix.Cell]] = {}
    for cell in chart.cells:
        per_row.setdefault(cell.row, {})[cell.column] = cell
    name = _names(chart.names)
    head = [Cell((chart.corner,), True), *(Cell((name(one),), True) for one in columns)]
    rows = [
        [Cell((name(row),), True), *(_state(cells.get(one)) for one in columns)]
        for row, cells in per_row.items()
    ]
    made = fitted([head, *rows], box, MATRIX_SIZES, keeps_last=True)
    place(canvas, box, made, alt)
    return (
        [TOO_MANY.format(shown=len(rows) - made.left_out, all=len(rows))] if made.left_out else []
    )


def _names(names: Mapping[str, str]) -> "_Named":
    return _Named(names)


class _Named(NamedTuple):
    names: Mapping[str, str]

    def __call__(self, code: str) -> str:
        return self.names.get(code, code) or "samen"


def _state(cell: matrix.Cell | None) -> Cell:
    if cell is None or not cell.behoefte:
        return Cell((matrix.NOBODY.shape + " " + matrix.NOBODY.word,))
    mark = matrix.state(cell)
    lines = (f"{mark.shape} {matrix.covered(cell)}", matrix.word(cell))
    return Cell(lines, True, "l", _tint(mark.color), inline=True)


def _tint(color: str) -> str:
    """A fifth of a colour on white: dark letters stay at 7:1 on it."""
    parts = [round(255 - (255 - int(color[i : i + 2], 16)) * 0.2) for i in (1, 3, 5)]
    return "#" + "".join(f"{part:02x}" for part in parts)


def fitted(
    rows: Sequence[Sequence[Cell]], box: Box, sizes: Sequence[float], *, keeps_last: bool = False
) -> Made:
    """The largest letters in which all rows fit in a box, else as many rows as fit in the smallest; with
    `keeps_last` the totals at the end are never left out."""
    for size in sizes:
        grid = _grid(rows, box.wide, size)
        heights = [_height(row, grid, size) for row in rows]
        if grid and sum(heights) <= box.high and not _is_broken(rows, grid, size):
            return Made(grid, heights, size, [list(row) for row in rows], 0)
    size = sizes[-1]
    grid = _grid(rows, box.wide, size)
    heights = [_height(row, grid, size) for row in rows]
    left = list(range(len(rows)))
    while len(left) > 2 and sum(heights[place] for place in left) > box.high:
        left.pop(-2 if keeps_last and len(left) > 3 else -1)
    return Made(grid, [heights[place] for place in left], size, [list(rows[place]) for place in left],
                len(rows) - len(left))  # fmt: skip


def _is_broken(rows: Sequence[Sequence[Cell]], grid: Sequence[float], size: float) -> bool:
    """Whether a word stands over two lines for want of width."""
    return any(
        grid[place] - 2 * _PAD + 0.1 < measure.width(word, size, bold=cell.bold) < _LONGEST
        for row in rows
        for place, cell in enumerate(row)
        for line in cell.texts
        for word in line.split(" ")
    ) and size > SIZES[-1]  # fmt: skip


def _grid(rows: Sequence[Sequence[Cell]], room: float, size: float) -> list[float]:
    """Widths of columns: what each wants, less of the widest where that is too much. A head may take two
    lines, so that it does not make a column of numbers wide."""
    wanted, least, whole = [], [], []
    for place in range(len(rows[0])):
        head, *cells = (row[place] for row in rows)
        word = max(
            measure.width(part, size, bold=cell.bold)
            for cell in (head, *cells)
            for line in cell.texts
            for part in line.split(" ")
        )
        wide = max((cell.wide(size) for cell in cells), default=0.0)
        wide = max(wide, word, head.wide(size) * 0.55)
        whole.append(_MORE * wide + 2 * _PAD + 1)
        wanted.append(_MORE * min(wide, _LONGEST) + 2 * _PAD + 1)
        least.append(_MORE * min(word, _LONGEST) + 2 * _PAD + 1)
    spare = room - sum(wanted)
    if spare < 0:
        give = [max(0.0, wide - low) for wide, low in zip(wanted, least, strict=True)]
        take = min(1.0, -spare / (sum(give) or 1))
        found = [wide - take * one for wide, one in zip(wanted, give, strict=True)]
        return [wide * min(1.0, room / sum(found)) for wide in found]
    lacking = [all_ - wide for all_, wide in zip(whole, wanted, strict=True)]
    more = min(1.0, spare / (sum(lacking) or spare or 1))
    found = [wide + more * one for wide, one in zip(wanted, lacking, strict=True)]
    spare = min(room - sum(found), 0.3 * sum(found))
    return [wide + spare * wide / sum(found) for wide in found]


def _height(row: Sequence[Cell], grid: Sequence[float], size: float) -> float:
    lines = max(cell.many(grid[place] - 2 * _PAD, size) for place, cell in enumerate(row))
    return lines * size * measure.LINE + _PAD


def place(canvas: Canvas, box: Box, made: Made, alt: str) -> None:
    rows = "".join(
        _row(cells, height, made.size, is_head=number == 0)
        for number, (cells, height) in enumerate(zip(made.rows, made.heights, strict=True))
    )
    placed = Box(box.x, box.y, sum(made.grid), sum(made.heights))
    canvas.table("Tabel", placed, made.grid, rows, alt)


def _row(cells: Sequence[Cell], height: float, size: float, *, is_head: bool) -> str:
    return f'<a:tr h="{round(height * 12700)}">{"".join(_cell(one, size, is_head) for one in cells)}</a:tr>'


def _cell(one: Cell, size: float, is_head: bool) -> str:
    # A cell without letters would be as high as those of the template.
    runs = [
        Run(line or "\u00a0", one.bold and number == 0, DARK if one.tint else INK)
        for number, line in enumerate(one.lines)
    ]
    if one.inline and len(runs) > 1:
        runs = [runs[0], *(run._replace(text=f"  {run.text}") for run in runs[1:])]
    words = "".join(
        paragraph(part, size, one.align)
        for part in ([runs] if one.inline else [[run] for run in runs])
    )
    none = '<a:ln{} w="0"><a:noFill/></a:ln{}>'
    edge = 19050 if is_head else 6350
    color = INK if is_head else "#d9d9d9"
    sides = "".join(none.replace("{}", side) for side in "LRT")
    below = f'<a:lnB w="{edge}">{fill(color)}</a:lnB>'
    pad, half = round(_PAD * 12700), round(_PAD * 6350)
    inside = fill(one.tint) if one.tint else "<a:noFill/>"
    return (
        f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{words}</a:txBody><a:tcPr marL="{pad}" marR="{pad}" '
        f'marT="{half}" marB="{half}" anchor="ctr">{sides}{below}{inside}</a:tcPr></a:tc>'
    )
