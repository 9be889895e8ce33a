"""A matrix drawn: rectangles and words, for a file. On the screen it is a table (`matrix.html`)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from textwrap import wrap
from typing import Any

from monitor.views.charts import drawing, palette
from monitor.views.charts.drawing import Drawing
from monitor.views.charts.matrix import (
    EXPLAINED,
    NOBODY,
    STATES,
    Cell,
    covered,
    spoken,
    state,
    weight,
    word,
)


WIDTH = 720.0
"""What it is laid out for, in pixels; it grows and shrinks with a picture."""
GAP, EDGE = 3.0, 4.0
"""Between cells, and the width of the coloured side of one."""
NARROW = 75.0
"""Below this width of a cell its words are smaller."""
EM = 0.52
"""The width of an average letter in its own size."""


def drawn(cells: Sequence[Cell], names: Mapping[str, str]) -> Drawing:
    """Rows as high as their words need, the totals last, and under them what the marks mean."""
    columns = list(dict.fromkeys(cell.column for cell in cells))
    rows = list(dict.fromkeys(cell.row for cell in cells))
    if not columns:
        return drawing.empty()
    names_wide = 96.0 if len(columns) > 6 else 130.0
    wide = (WIDTH - names_wide) / len(columns)
    size = 9.0 if wide < NARROW else 11.5
    shapes: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    heads = [_wrapped(names[column], wide - GAP, size) for column in columns]
    at = max(len(lines) for lines in heads) * (size + 3) + GAP
    for place, lines in enumerate(heads):
        left = names_wide + place * wide
        notes += _lines(
            [f"<b>{line}</b>" for line in lines], left, at - len(lines) * (size + 3) - GAP, size
        )
    for row in rows:
        own = {cell.column: cell for cell in cells if cell.row == row}
        texts = [_of_cell(own[column], wide - 3 * EDGE, size) for column in columns]
        name = _wrapped(names[row], names_wide - 2 * EDGE, size)
        high = max([len(name), *map(len, texts)]) * (size + 3) + 2 * EDGE
        notes += _lines([f"<b>{line}</b>" for line in name], 0, at + EDGE, size)
        for place, (column, lines) in enumerate(zip(columns, texts, strict=True)):
            left = names_wide + place * wide
            shapes += _box(own[column], left, at, wide - GAP, high)
            notes += _lines(lines, left + 2 * EDGE, at + EDGE, size)
        at += high + GAP
    at += 2 * GAP
    for said in _legend(cells):
        notes += _lines([said], 0, at, 11.5)
        at += 16
    hidden = {"visible": False, "fixedrange": True}
    return {
        "data": [],
        "layout": {
            **drawing.layout(int(at) + 1, 0, 0, 0),
            "xaxis": {**hidden, "range": [0, WIDTH]},
            "yaxis": {**hidden, "range": [int(at) + 1, 0]},
            "shapes": shapes,
            "annotations": notes,
        },
    }


def _box(cell: Cell, left: float, top: float, wide: float, high: float) -> Iterator[dict[str, Any]]:
    one = state(cell)
    if one is NOBODY:
        return
    for end, color in (
        (left + wide, palette.faint(one.color, weight(cell))),
        (left + EDGE, one.color),
    ):
        yield {
            "type": "rect", "xref": "x", "yref": "y", "x0": left, "x1": end, "y0": top,
            "y1": top + high, "fillcolor": color, "line": {"width": 0}, "layer": "below",
        }  # fmt: skip


def _of_cell(cell: Cell, wide: float, size: float) -> list[str]:
    """✕ 3/71 over tekort 68; broken where the cell is narrow."""
    one = state(cell)
    if one is NOBODY:
        return _wrapped(f"{one.shape} {one.word}", wide, size)
    have, _, of = covered(cell).partition("/")
    fits = int(wide / (EM * size))
    mark = f"<b>{escape(one.shape)}</b>"
    numbers = (
        [f"{mark} {have}/{of}"] if len(one.shape) + 2 + len(have) + len(of) <= fits
        else [f"{mark} {have}", f"/{of}"] if len(one.shape) + 1 + len(have) <= fits
        else [mark, have, f"/{of}"]
    )  # fmt: skip
    return [*numbers, *_wrapped(word(cell), wide, size)]


def _wrapped(said: str, wide: float, size: float) -> list[str]:
    letters = max(4, int(wide / (EM * size)))
    return [escape(line, quote=False) for line in wrap(said, letters)] or [""]


def _lines(said: Sequence[str], x: float, top: float, size: float) -> Iterator[dict[str, Any]]:
    for place, line in enumerate(said):
        yield drawing.note(
            line, xref="x", yref="y", x=x, y=top + place * (size + 3), xanchor="left",
            yanchor="top", font={"size": size, "color": drawing.INK},
        )  # fmt: skip


def _legend(cells: Sequence[Cell]) -> list[str]:
    there = {state(cell).name for cell in cells}
    return [
        f"<b>{escape(one.shape)} {escape(one.word)}</b>: {escape(EXPLAINED[name], quote=False)}"
        for name, one in STATES.items()
        if name in there
    ]


def description(cells: Sequence[Cell], names: Mapping[str, str], label: str) -> str:
    """How many cells stand how, and the one where most are surely short."""
    inner = [cell for cell in cells if cell.row and cell.column and cell.behoefte]
    counts = Counter(state(cell).name for cell in inner)
    said = ", ".join(f"{counts[name]} {one.word}" for name, one in STATES.items() if counts[name])
    words = f"Tabel: {label}. Van de {len(inner)} vakjes: {said or 'geen met een vraag'}."
    short = max(inner, key=lambda cell: cell.certain, default=None)
    if short is None or not short.certain:
        return words
    where = f"{names[short.row]}, {names[short.column]}"
    return f"{words} Het grootste zekere tekort: {where}: {spoken(short)}."
