"""What may be right but is not ordinary beside what we know: a value that the indicator it is of
never has, numbers ten times those of the delivery before. Asked before a file is delivered."""

from typing import Any

from monitor.figures.catalogue import Indicator, catalogue
from monitor.intake.judging import questions
from monitor.intake.report import Report
from monitor.sources.source import Column, Source
from monitor.store.building import rows_there
from monitor.values.spelling import Count


JUMP = 10
"""How many times larger or smaller the mean number of a file may be than in the one before."""
ASKED = 3
"""Questions of one kind about one file."""
_NO_AMOUNT = ("jaar", "leeftijd", "breedtegraad", "lengtegraad")
"""Numbers with bounds of their own, that say nothing of a unit."""


def tell_unusual_values(connection: Any, source: Source, values: str, report: Report) -> None:
    """Values of an indicator (`Source.of_indicator`) beyond what is ordinary for it."""
    known = _indicators()
    columns = {column.name: column.shown for column in source.columns()}
    unit = "eenheid" if "eenheid" in columns else "null"
    asked: list[str] = []
    for name in source.of_indicator:
        for code, eenheid, value in connection.execute(
            f"select distinct indicator, {unit}, {name} from {values} "
            f"where indicator is not null and {name} <> 0 order by all"
        ).fetchall():
            indicator = known.get(code)
            if indicator is None or indicator.usual is None:
                continue
            low, high = indicator.usual
            if (eenheid or indicator.unit) == indicator.unit and not low <= value <= high:
                text = questions.unusual_for(
                    columns[name], value, indicator.title, indicator.unit, low
                )
                if text not in asked:
                    asked.append(text)
    report.remarks.extend(asked[:ASKED])


def _indicators() -> dict[str, Indicator]:
    """By name, and by the measure that may be one per definition or sector."""
    found = {one.measure: one for one in catalogue().values()}
    return {**found, **catalogue()}


def tell_jumps(connection: Any, source: Source, values: str, report: Report, last: int) -> None:
    """`last` is the number of the file of this kind that was delivered before, 0 = none: numbers whose mean is more than `JUMP` times that of the delivery before, or a tenth.

    The mean of what is filled in and not nought: a file of fewer rows is not one of other units.
    """
    amounts = [column for column in source.columns() if _is_amount(column)]
    if not amounts or not last or not rows_there(connection, source.name):
        return
    old = _means(connection, source, amounts, f"nu.{source.name}", last)
    asked = []
    for of, means in _means(connection, source, amounts, values, 0).items():
        for column, new, before in zip(amounts, means, old.get(of, ()), strict=False):
            if not new or not before or 1 / JUMP <= new / before <= JUMP:
                continue
            factor = max(new / before, before / new)
            asked.append(questions.jump(column.shown, of, factor, new > before))
    report.remarks.extend(asked[:ASKED])


def _is_amount(column: Column) -> bool:
    spelling = column.spelling
    is_number = isinstance(spelling, Count) or spelling.sql_type in ("integer", "double")
    return is_number and spelling.name not in _NO_AMOUNT and column.heading.melted != "key"


def _means(
    connection: Any, source: Source, amounts: list[Column], table: str, number: int
) -> dict[str, tuple[float | None, ...]]:
    """The means of the columns, per indicator where the numbers are of one ("" where not); of file
    `number` of a store, or of all."""
    per = "coalesce(indicator, '')" if source.of_indicator else "''"
    means = ", ".join(f"avg(nullif({column.name}, 0))" for column in amounts)
    where = f"where levering = {number}" if number else ""
    rows = connection.execute(
        f"select {per} as van, {means} from {table} {where} group by van order by van"
    ).fetchall()
    return {row[0]: row[1:] for row in rows}
