"""Per kind of file: `judge` (SQL) and the row model (pydantic) say the same of every row."""

import re
from collections.abc import Iterator
from typing import Any

import duckdb
import pyarrow as pa
import pytest
from helpers.depth import by_day
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from monitor.intake.judging.judge import judge
from monitor.intake.reading import signs
from monitor.intake.reading.sheet import Sheet
from monitor.sources import sources
from monitor.sources.source import Column, Source
from monitor.values.spelling import Choice, Count


GOOD = {
    "vestigingscode": ["16SW03", "16sw 03", "00AH00"],
    "bestuursnummer": ["40631", "631"],
    "gemeentecode": ["0363", "GM0363", "363", "9999"],
    "swv": ["VO2507", "po-24-01"],
    "swv vo": ["VO2507", "25-07", "Europoort"],
    "swv po": ["PO2401", "24-01", "Europoort"],
    "postcode": ["5831 CR", "5831"],
    "postcode4": ["5831", "5831CR"],
    "geheel getal": ["0", "12", "1.234"],
    "getal": ["12,5", "12.5", "15"],
    "bedrag": ["12500", "12.500,50", "€ 12.500,-"],
    "coördinaat": ["52,0907", "5.1"],
    "aantal": ["12", "<5", "-1", "x", ""],
    "datum": ["01-10-2025", "2025-10-01", "20191001"],
    "schooljaar": ["2025-2026", "2025/26"],
    "jaar": ["2025"],
    "jaar of schooljaar": ["2025", "2025-2026"],
    "lijst": ["gedrag|Angst", "alle"],
    "pseudoniem": ["leerling 1", "LL-0002"],
}
"""Texts that are right, by the spelling's name; every other spelling takes any text."""
WRONG = [
    *("", " \u00a0", "16SW3", "<10", "1.234", "31-02-2025", "2025-2027", "ja?", "ONBEKEND", "|"),
    *("Europoort", "12,5", "-3", "123456782", "totaal", "n.v.t.", "-", "9999", "🙂", "'", "x\ny"),
]


@st.composite
def _cell(draw: st.DrawFn, column: Column) -> str:
    spelling = column.spelling
    good = (
        [spelled for spelled, _ in spelling.words]
        if isinstance(spelling, Choice)
        else GOOD.get(spelling.name, ["Een tekst", "É", "a\nb"])
    )
    kind = draw(st.integers(0, 20))
    if kind == 0:
        text = st.text(st.characters(blacklist_characters="\0", codec="utf-8"), max_size=6)
        # A file in the wrong encoding is refused as a whole, before a row of it is judged.
        return draw(text.filter(lambda drawn: not re.search(signs.GARBLED, drawn)))
    return draw(st.sampled_from(WRONG if kind < 3 else good))


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        yield opened


def _is_empty(column: Column, text: str) -> bool:
    spelling = column.spelling
    return spelling.clean(text) == "" or text.strip() in column.heading.unknown


def _by_pydantic(source: Source, columns: list[Column], row: dict[str, str]) -> Any:
    """The values as they are stored, or the names of the columns that are wrong."""
    try:
        parsed = source.row.model_validate(row)
    except ValidationError as error:
        return {str((*detail["loc"], "one_of")[0]) for detail in error.errors()}
    out: list[Any] = []
    for column in columns:
        value = getattr(parsed, column.name)
        out.extend(value if isinstance(column.spelling, Count) else [value])
    return out


def _by_sql(
    connection: duckdb.DuckDBPyConnection,
    source: Source,
    columns: list[Column],
    rows: list[dict[str, str]],
) -> dict[int, Any]:
    headings = [
        "LEERLINGEN_2025" if c.heading.melted == "value" else c.heading.headings[0]
        for c in columns
        if c.heading.melted != "key"
    ]
    names = [c.name for c in columns if c.heading.melted != "key"]
    table = pa.table(
        {
            "rij": list(range(len(rows))),
            **{
                f"c{i}": pa.array([row[name] for row in rows], pa.string())
                for i, name in enumerate(names)
            },
        }
    )
    connection.register("arrow", table)
    connection.execute("create or replace temp table t as select * from arrow")
    connection.execute("drop table if exists t_values")
    judge(connection, Sheet("toets.csv", headings, "t", lambda rows: {}), source, None)
    stored = [name for column in columns for name, _ in column.stored]
    found = connection.execute(f"select rij, fouten, {', '.join(stored)} from t_values").fetchall()
    return {
        row: _names(columns, faults) if faults else list(values) for row, faults, *values in found
    }


def _names(columns: list[Column], faults: list[int]) -> set[str]:
    """pydantic looks at a row as a whole only when each of its cells is right."""
    names = {columns[f if f >= 0 else -f - 1].name for f in faults if f < len(columns)}
    return names or {"one_of"}


@pytest.mark.parametrize("name", sources())
@settings(max_examples=by_day(4))
@given(data=st.data())
def test_files_and_forms_are_judged_alike(
    connection: duckdb.DuckDBPyConnection, name: str, data: st.DataObject
) -> None:
    source = sources()[name]
    columns = source.columns()
    a_row = st.fixed_dictionaries(
        {c.name: st.just("2025") if c.heading.melted == "key" else _cell(c) for c in columns}
    )
    rows = data.draw(st.lists(a_row, min_size=1, max_size=25))

    by_sql = _by_sql(connection, source, columns, rows)

    for number, row in enumerate(rows):
        if number in by_sql:
            assert (number, _by_pydantic(source, columns, row)) == (number, by_sql[number])
        else:  # a row in which nothing stands, or a year without pupils
            own = [c for c in columns if not c.heading.melted]
            is_blank = all(_is_empty(c, row[c.name]) for c in own)
            is_double = source.doubles == "eerste"
            assert is_blank or is_double or row.get("leerlingen", "").strip() in source.skip_values


@pytest.mark.parametrize(
    ("vestiging", "bestuur", "is_right"),
    [("16SW03", "", True), ("", "631", True), ("", " ", False), ("x", "", False)],
)
def test_of_some_columns_a_row_has_at_least_one(
    connection: duckdb.DuckDBPyConnection, vestiging: str, bestuur: str, is_right: bool
) -> None:
    source = sources()["middelen"]
    columns = source.columns()
    row = dict.fromkeys((c.name for c in columns), "") | {
        "schooljaar": "2025-2026",
        "doel": "begeleiding",
        "toegekend": "1000",
        "vestiging": vestiging,
        "bestuursnummer": bestuur,
    }

    by_sql = _by_sql(connection, source, columns, [row])[0]

    assert by_sql == _by_pydantic(source, columns, row)
    assert isinstance(by_sql, list) is is_right
