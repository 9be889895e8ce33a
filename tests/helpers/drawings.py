"""Drawings of small tables: what was delivered, and which figures must come out.

    given.leerlingtelling('''
        vestiging | schooltype | aantal
        01AA00    | vso        | <5      # four pupils at most
    ''')

Cells are read by the row model of the kind of file, so a drawing is spelled as a file is. Columns
that are not drawn get what `ORDINARY` says, or are unknown. Every drawing is a file of its own,
delivered in the order of drawing.
"""

import atexit
import datetime as dt
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Any

import pytest
from helpers.keeping_store import KeepingStore

from monitor.access import EVERY, Role, Viewer
from monitor.figures.door import Figure, figures, indicator_named
from monitor.sources import sources
from monitor.store import building
from monitor.store.bron import sql_path
from monitor.store.checks import checks, findings
from monitor.store.delivered import Register
from monitor.store.settings import Settings
from monitor.store.store import Store
from monitor.values.field_dates import DATUM
from monitor.values.spelling import Interval, quoted


BEHEERDER = Viewer(Role.BEHEERDER, EVERY)
YEARS = [f"jaar{year}_{sex}" for year in range(1, 7) for sex in ("man", "vrouw")]
ORDINARY: dict[str, dict[str, str]] = {
    "afstand": {"peildatum": "2019-10-01", "naam": "School", "afstand": "1000"},
    "benchmarks": {"jaar": "2019", "definitie": "zoals wij", "bron": "toets"},
    "afspraken": {"titel": "Afspraak", "planperiode": "2019-2023"},
    "leerlingen_historie": {"naam": "School", "jaar": "2019"},
    "leerlingen_vo_onderwijstype": {
        "peildatum": "2019-10-01",
        "naam": "School",
        "onderwijstype": "HAVO lj 4-5",
        **dict.fromkeys(YEARS, "0"),
    },
    "leerlingen_vo_vavo": {"peildatum": "2019-10-01", "naam": "School", "vavo": "0"},
    "leerlingtelling": {"peildatum": "2019-10-01"},
    "vestigingen": {"naam": "School"},
    "vestigingen_bo": {"lijstdatum": "2020-01-01", "naam": "School"},
    "vestigingen_so": {"lijstdatum": "2020-01-01", "naam": "School", "soort_po": "(V)SO"},
    "vestigingen_vo": {"lijstdatum": "2020-01-01", "naam": "School"},
    "vsv": {"peildatum": "2019-10-01"},
}


def rows(drawing: str) -> list[dict[str, str]]:
    """The rows of a drawing by column; what stands after a # is why the row is there."""
    lines = [line.split("#")[0].strip() for line in drawing.splitlines()]
    cells = [[cell.strip() for cell in line.split("|")] for line in lines if line]
    return [dict(zip(cells[0], row, strict=True)) for row in cells[1:]]


@dataclass(frozen=True)
class Answer:
    """What came out, in the columns of a drawing."""

    read: Callable[[list[str]], list[dict[str, str]]]

    def gives(self, drawing: str) -> None:
        """Assert that these are exactly the rows, in this order. Numbers are drawn as `7`,
        `1–4`, `3+` (at least), `..3` (at most) and `?`."""
        exp = rows(drawing)
        obs = self.read(list(exp[0]))
        assert obs == exp


def _cell(figure: Figure, name: str) -> str:
    if f"{name}_max" not in Figure._fields:
        return str(getattr(figure, name))
    low, high = (_number(getattr(figure, end)) for end in (name, f"{name}_max"))
    if low == high:
        return low or "?"
    if not high:
        return f"{low}+"
    return f"{low}–{high}" if low else f"..{high}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")


class Given:
    """What was delivered, and the questions that can then be asked; opened at the first one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: list[tuple[str, list[dict[str, str]]]] = []
        self._store: Store | None = None
        self.settings = Settings()
        self.is_asked_everything = False
        """Whether so much is asked that what is measured is better computed once (`KeepingStore`)."""
        self.delivered = dt.date(2020, 1, 1)
        """When the first drawing was delivered; the others came a day later each."""

    def __getattr__(self, name: str) -> Any:
        if name not in sources():
            raise AttributeError(name)
        return lambda drawing: self.add(name, rows(drawing))

    def add(self, source: str, drawn: list[dict[str, str]]) -> "Given":
        assert self._store is None, "the store is open: draw first, then ask"
        self._drawn.append((source, drawn))
        return self

    def in_swv(self, swv: str, *codes: str, schooltype: str = "") -> "Given":
        """Schools that belong to an SWV by the SWV's own list."""
        row = {"postcode": "1011", "swv": swv, "schooltype": schooltype}
        return self.add("vestigingen", [{"vestiging": code, **row} for code in codes])

    @property
    def store(self) -> Store:
        if self._store is None:
            path = self._folder / "bron-1.duckdb"
            path.write_bytes(_nothing_delivered())
            connection = _bench()
            connection.execute(f"attach '{sql_path(path)}' as nieuw")
            try:
                for number, (name, drawn) in enumerate(self._drawn, 1):
                    day = self.delivered + dt.timedelta(days=number - 1)
                    _load(connection, number, name, drawn, day)
                # Nobody copied it from what may be damaged: it is not read once more, as a delivery is.
                connection.execute("checkpoint nieuw")
            finally:
                connection.execute("detach nieuw")
            # Only what a question reads is defined; `tests/store/test_store.py` opens everything.
            register = Register(version=1)
            self._store = (
                KeepingStore(path, register, self.settings)
                if self.is_asked_everything
                else Store(path, register, self.settings, whole=False)
            )
        return self._store

    def figures(self, name: str, per: str = "swv", **question: Any) -> list[Figure]:
        return figures(self.store, BEHEERDER, indicator_named(name), per, **question)

    def ask(self, name: str, per: str, **question: Any) -> "Answer":
        """The figures of an indicator, to hold beside a drawing."""
        found = self.figures(name, per, **question)
        return Answer(lambda columns: [{c: _cell(figure, c) for c in columns} for figure in found])

    def view(self, name: str, where: str = "true") -> "Answer":
        """The rows of a view, sorted by the columns drawn."""
        sql = "select {} from views." + name + f" where {where} order by all"
        return Answer(
            lambda columns: [
                {column: _text(value) for column, value in row.items()}
                for row in self.store.dicts(sql.format(", ".join(columns)))
            ]
        )

    def findings(self, check: str) -> list[tuple[str, str]]:
        found = findings(self.store, checks()[check])
        return [(one.code, one.melding) for one in found]

    def close(self) -> None:
        if self._store is not None:
            self._store.close()


def _text(value: object) -> str:
    if value is None:
        return "?"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return _number(value) if isinstance(value, int | float) else str(value)


def _load(
    connection: Any, number: int, name: str, drawn: list[dict[str, str]], day: dt.date
) -> None:
    """What `store.load` does with a judged file: replace what it is about, add the rest."""
    source = sources()[name]
    spellings = {column.name: column.spelling for column in source.columns()}
    if source.moment is not None:
        spellings[source.moment.column] = DATUM
    values = []
    for row in drawn:
        cells = {**ORDINARY.get(name, {}), **row}
        unknown = set(cells) - set(spellings)
        assert not unknown, f"{name} has no column {', '.join(sorted(unknown))}"
        out: dict[str, Any] = {}
        for column, spelling in spellings.items():
            value = spelling.read(cells.get(column))
            if isinstance(value, Interval):
                out[column], out[f"{column}_max"] = value
            else:
                out[column] = value
        values.append(out)
    columns = dict(source.file_columns())
    connection.execute(
        "create or replace temp table getekend as select * from (select 0 as rij, "
        + ", ".join(f"null::{type_} as {column}" for column, type_ in columns.items())
        + ") where false"
    )
    # One statement: DuckDB takes longer to be asked each row apart.
    if values:
        lines = (
            f"({i}, {', '.join(_sql(row[column]) for column in columns)})"
            for i, row in enumerate(values)
        )
        connection.execute(f"insert into getekend values {', '.join(lines)}")
    building.load(connection, source, "getekend", number)
    connection.execute(
        "insert into nieuw.levering values (?, ?, ?, ?, ?, 'toets', null, ?)",
        [number, number, f"{name}-{number}.csv", name, _midnight(day), len(drawn)],
    )


def _sql(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool() | int():
            return str(value)
        case float():
            return f"'{value!r}'::double"  # without a type it would be a decimal
    return quoted(str(value))


@cache
def _bench() -> Any:
    """One for all drawings: to open a database takes as long as to load a drawing."""
    lasting = ExitStack()
    atexit.register(lasting.close)
    folder = Path(gettempdir()) / f"tekening-{os.getpid()}"  # gone when this process ends
    return lasting.enter_context(building.workbench(folder))


@cache
def _nothing_delivered() -> bytes:
    """A bron with every table and no rows."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bron.duckdb"
        with building.workbench(Path(folder)) as connection:
            building.attach_for_building(connection, path)
            building.finish_building(connection)
        return path.read_bytes()


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())


@pytest.fixture
def given(tmp_path: Path) -> Iterator[Given]:
    """Draw what was delivered, then ask."""
    drawn = Given(tmp_path)
    yield drawn
    drawn.close()
