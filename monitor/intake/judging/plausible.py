"""What may be right but is not ordinary in a file: numbers in another unit, asked of who sends it."""

from collections.abc import Sequence
from typing import Any

from monitor.intake.judging import questions
from monitor.intake.judging.columns import Plan
from monitor.sources.source import Column
from monitor.values.spelling import quoted


_TIME = "[Tt ][0-9]{1,2}:[0-9]{2}"
_MIDNIGHT = "[Tt ]0{1,2}:00(:00([.]0+)?)?(Z|[+-][0-9:]+)?[ ]*$"
_DAY_BEFORE = "[Tt ]2[23]:00(:00([.]0+)?)?(Z|[+]00:?00)[ ]*$"
"""Midnight here, written in the time of Greenwich."""
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
    places = _date_places(plan)
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


def times_of_day(connection: Any, plan: Plan) -> list[str]:
    """What to say of times behind dates: they are left out. Midnight is what a date has anyway."""
    places = _date_places(plan)
    if not places:
        return []
    # Most dates are ten signs long: a pattern is sought in the others only.
    counts = ", ".join(
        f"count(*) filter (where case when length(c{place}) > 10 then {which} else false end)"
        for place in places
        for which in (
            f"regexp_matches(c{place}, {quoted(_TIME)}) and not {_is_midnight(place)}",
            f"regexp_matches(c{place}, {quoted(_DAY_BEFORE)})",
        )
    )
    found = connection.execute(f"select {counts} from {plan.sheet.table}").fetchone()
    heading = plan.sheet.heading
    dropped = [(heading(p), found[2 * i]) for i, p in enumerate(places) if found[2 * i]]
    before = [(heading(p), found[2 * i + 1]) for i, p in enumerate(places) if found[2 * i + 1]]
    said = [questions.times_dropped(dropped)] if dropped else []
    return [*said, questions.end_of_the_day_before(before)] if before else said


def _is_midnight(place: int) -> str:
    return f"regexp_matches(c{place}, {quoted(_MIDNIGHT)})"


def _date_places(plan: Plan) -> list[int]:
    return sorted(
        plan.place[column.name]
        for column in plan.columns
        if column.spelling.sql_type == "date"
        and column.name in plan.place
        and plan.place[column.name] not in plan.sheet.constants
    )
