"""What may be right but is not ordinary in a file: numbers in another unit, asked of who sends it."""

from collections.abc import Sequence
from typing import Any

from monitor.sources import questions
from monitor.sources.plan import Plan
from monitor.sources.source import Column


LONG, STRAY = 1_000, 0.05
"""Of so many numbers up to such a part is extreme without being in another unit."""


def unusual_numbers(connection: Any, plan: Plan, table: str) -> list[str]:
    """A question per column of which numbers lie beyond what is ordinary (`Heading.usual`)."""
    asked = [
        (place, column)
        for place, column in enumerate(plan.columns)
        if column.heading.usual and (column.heading.melted or column.name in plan.place)
    ]
    if not asked:
        return []
    counts = ", ".join(
        f"count({c.name}), count(*) filter (where {_beyond(c)}), "
        f"min(rij) filter (where {_beyond(c)})"
        for _, c in asked
    )
    found: Sequence[Any] = connection.execute(f"select {counts} from {table}").fetchone()
    rows = {row for row in found[2::3] if row is not None}
    lines = plan.sheet.lines(rows) if rows else {}  # to number lines, the file is read once more
    return [
        questions.unusual(
            plan.heading_of(place, -1) or column.shown,
            found[3 * i + 1],
            found[3 * i],
            column.heading.usual or (0, 0),
            lines.get(found[3 * i + 2], 0),
        )
        for i, (place, column) in enumerate(asked)
        if found[3 * i + 1] > (STRAY * found[3 * i] if found[3 * i] > LONG else 0)
    ]


def _beyond(column: Column) -> str:
    """SQL: a number that is not nought and not ordinary; a hidden count is at least one."""
    low, high = column.heading.usual or (0, 0)
    return f"{column.name} <> 0 and ({column.name} < {low} or {column.name} > {high})"


def days_or_months(connection: Any, plan: Plan) -> list[str]:
    """A question when 10/01/2025 may be 10 January and 1 October: no date in the file tells."""
    places = sorted(
        plan.place[column.name]
        for column in plan.columns
        if column.spelling.sql_type == "date"
        and column.name in plan.place
        and plan.place[column.name] not in plan.sheet.constants
    )
    if not places:
        return []
    dates = " union all ".join(
        f"select rij, c{place} as dag from {plan.sheet.table}" for place in places
    )
    first, second = (f"try_cast(split_part(trim(dag), '/', {i}) as integer)" for i in (1, 2))
    example, latest = connection.execute(
        f"select arg_min(trim(dag), rij) filter (where {first} <> {second}), max({first}) "
        f"from ({dates}) where contains(dag, '/')"
    ).fetchone()
    if example is None or latest is None or latest > 12:
        return []
    return [questions.day_or_month(example if not plan.source.pupils else "")]
