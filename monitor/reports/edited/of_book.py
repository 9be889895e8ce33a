"""Workbooks: cell by cell, also where rows were put in."""

from collections.abc import Iterator, Mapping

from monitor.reports import kept_along
from monitor.reports.edited.pairing import number, pairs, said, short
from monitor.reports.kept_along import Cell


Cells = Mapping[tuple[int, int], Cell]


def changes(made: bytes, now: bytes) -> Iterator[str]:
    """A line per cell. MonitorError for what is no workbook of ours."""
    before, after = kept_along.every_sheet(made), kept_along.every_sheet(now)
    for name, cells in before.items():
        if name not in after:
            yield f"Blad {name} is weggehaald."
        elif cells != after[name]:
            yield from (f"Blad {name}, {line}" for line in _of_sheet(cells, after[name]))
    yield from (f"Blad {short(name)} is erbij gezet." for name in after if name not in before)


def _of_sheet(old: Cells, new: Cells) -> Iterator[str]:
    columns = sorted({column for _, column in (*old, *new)})
    for was, now in pairs(_rows(old), _rows(new)):
        if was is None or now is None:
            row = was or now
            assert row is not None
            what = "erbij gezet" if was is None else "weggehaald"
            yield f"rij {row.place + 1} is {what}: “{short(row.name)}”"
            continue
        for column in columns:
            cell, changed = was.cells.get(column), now.cells.get(column)
            if _plain(cell) != _plain(changed):
                name = f" ({short(was.name)})" if column and was.name else ""
                yield f"cel {kept_along.letters(column)}{now.place + 1}{name}: {_said(cell, changed)}"


class _Row:
    """A row, equal to another with the same in it, wherever it stands."""

    def __init__(self, place: int, cells: Mapping[int, Cell]) -> None:
        self.place, self.cells = place, cells
        self._inside = tuple((column, _plain(cells[column])) for column in sorted(cells))

    @property
    def name(self) -> str:
        words = (self.cells[column] for column in sorted(self.cells))
        return next((one for one in words if isinstance(one, str)), "")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Row) and self._inside == other._inside

    def __hash__(self) -> int:
        return hash(self._inside)


def _rows(cells: Cells) -> list[_Row]:
    last = max((row for row, _ in cells), default=-1)
    found: list[dict[int, Cell]] = [{} for _ in range(last + 1)]
    for (row, column), cell in cells.items():
        found[row][column] = cell
    return [_Row(place, row) for place, row in enumerate(found)]


def _plain(cell: Cell) -> str:
    """Another program may keep another last digit."""
    return number(cell) if isinstance(cell, float) else cell or ""


def _said(old: Cell, new: Cell) -> str:
    if isinstance(old, float) and isinstance(new, float):
        return f"{number(old)} → {number(new)}"
    was, now = _plain(old), _plain(new)
    return said(was or None, now or None)
