"""Signs of which the file says something else than people see: taken out and told, or refused."""

from collections.abc import Callable
from typing import Any

from monitor.errors import Problem
from monitor.intake.judging import questions
from monitor.intake.judging.columns import Plan
from monitor.intake.reading import shown_numbers, signs
from monitor.values.bsn import may_be_shown
from monitor.values.spelling import Choice, quoted


UNSEEN = "".join(
    map(chr, [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF])
)
"""Soft hyphens, letters of no width, and marks that turn the direction of writing."""
NARROW = "\u00a0\u2007\u2009\u200a\u202f"
"""Spaces that look like the ordinary one."""


def places_beyond_ascii(connection: Any, plan: Plan) -> list[int]:
    """The columns that are used in which some cell has a sign that is not ASCII; mostly few."""
    places = sorted(
        {*plan.melted, *plan.brin.values()}
        | {place for place in plan.place.values() if place not in plan.sheet.constants}
    )
    if not places:
        return []
    asked = ", ".join(f"bool_or(strlen(c{place}) > length(c{place}))" for place in places)
    found = connection.execute(f"select {asked} from {plan.sheet.table}").fetchone()
    return [place for place, is_beyond in zip(places, found, strict=True) if is_beyond]


def take_out_unseen(connection: Any, plan: Plan, places: list[int]) -> list[str]:
    """What to say of cells that had signs that are not seen, or spaces that only look ordinary:
    those are gone now.

    Not of pupils: who they are is judged by itself (`pupil_numbers`).
    """
    pupils = {plan.place.get(name) for name in plan.source.pseudonyms()}
    places = [place for place in places if place not in pupils]
    if not places:
        return []
    table = plan.sheet.table
    counts = ", ".join(
        f"count(*) filter (where regexp_matches(c{place}, {quoted(f'[{which}]')}))"
        for place in places
        for which in (UNSEEN, NARROW)
    )
    found = connection.execute(f"select {counts} from {table}").fetchone()
    heading = plan.sheet.heading
    unseen = [(heading(p), found[2 * i]) for i, p in enumerate(places) if found[2 * i]]
    narrow = [(heading(p), found[2 * i + 1]) for i, p in enumerate(places) if found[2 * i + 1]]
    for i, place in enumerate(places):
        if found[2 * i] or found[2 * i + 1]:
            both = f"{quoted(NARROW + UNSEEN)}, {quoted(' ' * len(NARROW))}"
            connection.execute(f"update {table} set c{place} = translate(c{place}, {both})")
    said = [questions.unseen(unseen)] if unseen else []
    return [*said, questions.narrow_spaces(narrow)] if narrow else said


def garbled(connection: Any, plan: Plan, places: list[int], listed: int) -> list[Problem]:
    """Cells that were read in another encoding than they were written in: 'CuraÃ§ao'."""

    def say(text: str, is_shown: bool) -> str:
        return signs.garbled(text if is_shown else "")

    return _refused(connection, plan, places, signs.GARBLED, say, signs.more_garbled, listed)


def without_value(connection: Any, plan: Plan, listed: int) -> list[Problem]:
    """Cells of text that say #N/B or ####: of other columns these are wrong by themselves."""
    places = [
        plan.place[column.name]
        for column in plan.columns
        if column.spelling.sql_type.startswith("varchar")
        and not isinstance(column.spelling, Choice)
        and column.name in plan.place
        and plan.place[column.name] not in plan.sheet.constants
    ]
    if not places:
        return []
    asked = ", ".join(f"bool_or(contains(c{place}, '#'))" for place in places)
    found = connection.execute(f"select {asked} from {plan.sheet.table}").fetchone()
    places = [place for place, has_one in zip(places, found, strict=True) if has_one]
    pattern = f"^{shown_numbers.NO_VALUE}$"
    say, more = shown_numbers.no_value, shown_numbers.more_without_value
    return _refused(connection, plan, places, pattern, say, more, listed)


def _refused(
    connection: Any,
    plan: Plan,
    places: list[int],
    pattern: str,
    say: Callable[[str, bool], str],
    more: Callable[[int], str],
    listed: int,
) -> list[Problem]:
    """The first `listed` cells of each column that match, and how many more there are."""
    problems = []
    for place in places:
        found = connection.execute(
            f"select rij, c{place}, count(*) over () from {plan.sheet.table} "
            f"where regexp_matches(c{place}, {quoted(pattern)}) order by rij limit {listed}"
        ).fetchall()
        lines = plan.sheet.lines([row for row, _, _ in found]) if found else {}
        heading = plan.sheet.heading(place)
        for row, text, _ in found:
            is_shown = not plan.source.pupils and may_be_shown(text)
            said = say(text, is_shown)
            problems.append(Problem(plan.sheet.file, lines.get(row, 0), heading, said))
        if found and found[0][2] > len(found):
            said = more(found[0][2] - len(found))
            problems.append(Problem(plan.sheet.file, 0, heading, said))
    return problems
