"""Signs that nobody sees in a cell: taken out before it is judged, and told."""

from typing import Any

from monitor.sources.plan import Plan
from monitor.spelling import quoted


UNSEEN = "".join(
    map(chr, [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF])
)
"""Soft hyphens, letters of no width, and marks that turn the direction of writing."""
NARROW = "\u00a0\u2007\u2009\u200a\u202f"
"""Spaces that look like the ordinary one."""


def take_out_unseen(connection: Any, plan: Plan) -> list[str]:
    """The headings of columns of which cells had signs that are not seen: those are gone now.

    Not of pupils: who they are is judged by itself (`pupil_numbers`).
    """
    pupils = plan.source.pseudonyms()
    places = sorted(
        {*plan.melted, *plan.brin.values()}
        | {
            place
            for name, place in plan.place.items()
            if name not in pupils and place not in plan.sheet.constants
        }
    )
    if not places:
        return []
    table = plan.sheet.table
    # None of these signs is ASCII, and most cells are: a pattern is sought in the others only.
    counts = ", ".join(
        f"count(*) filter (where case when strlen(c{place}) > length(c{place}) "
        f"then regexp_matches(c{place}, {quoted(f'[{signs}]')}) else false end)"
        for place in places
        for signs in (UNSEEN, NARROW)
    )
    found = connection.execute(f"select {counts} from {table}").fetchone()
    touched = [place for i, place in enumerate(places) if found[2 * i] or found[2 * i + 1]]
    for place in touched:
        signs = f"{quoted(NARROW + UNSEEN)}, {quoted(' ' * len(NARROW))}"
        connection.execute(f"update {table} set c{place} = translate(c{place}, {signs})")
    return [plan.sheet.heading(place) for i, place in enumerate(places) if found[2 * i]]
