"""Until when a row about a pupil may be kept, as its kind of file declares it.

The law (artikel 18a lid 13 WPO, and its twin for vo) lets a samenwerkingsverband have these rows to
give support, to judge a tlv and to advise, until three years after. What `Retention` says is SQL
over the kind's own columns, so that a store, a kept file and a delivery are judged by one text.
"""

from dataclasses import dataclass
from enum import StrEnum


class Ground(StrEnum):
    """Why a samenwerkingsverband may have a row about a pupil (the letters are those of the law)."""

    ALLOCATING = "b: ondersteuning toewijzen"
    JUDGING = "c: de toelaatbaarheid beoordelen"
    ADVISING = "d: adviseren over ondersteuning"
    ABSENCE = "afspraak met gemeente en leerplicht"


YEARS = 3
"""After which the law wants them gone."""
STILL_COUNTED = 1
"""Years after the end of what a row is about in which figures still look back at it: the stand of
a year earlier, and who came back after it."""


@dataclass(frozen=True)
class Retention:
    """Of one kind of file. `decided`, `begins` and `ends` are SQL for a date, null = unknown."""

    ground: Ground
    decided: str
    """The day from which the years count; null = nothing was decided yet, so it still runs."""
    ends: str
    """The last day on which it is in force; null = not known or nothing was given."""
    runs: str = "false"
    """SQL: whether it is in force without an end, so that no date can be given yet."""
    chain: str = ""
    """The view in `queries/` that says which rows follow each other: they are one case, that is kept
    or removed as a whole. Its `keten` dossier has, of a row that counts, the kind's key, `leerling`
    and the number of the case (`reeks`)."""


def due_sql(
    retention: Retention, relation: str, years: int, columns: str, key: str = "", cases: str = ""
) -> str:
    """SQL for `columns` of a relation and `bewaren_tot`: the last day on which a row may be there,
    null as long as it runs. `cases` is SQL for what `chain` says of the rows of the relation, by
    their `key`."""
    own = (
        f"case when {retention.runs} then null else cast(greatest("
        f"({retention.decided}) + interval {years} year, "
        f"coalesce(({retention.ends}) + interval {STILL_COUNTED} year, "
        f"({retention.decided}) + interval {years} year)) as date) end"
    )
    # greatest() leaves nulls out, so what was not decided must be asked for.
    own = f"case when ({retention.decided}) is not null then {own} end"
    if not cases:
        return f"select {columns}, {own} as bewaren_tot from {relation}"
    case = "partition by wie, geval"
    return (
        f"with los as (select *, {own} as eigen_tot from {relation}), "
        f"geval as (select {key}, leerling as wie, reeks as geval from ({cases}) as keten "
        "where keten = 'dossier') "
        f"select {columns}, case when geval is null then eigen_tot "
        f"when bool_or(eigen_tot is null) over ({case}) then null "
        f"else max(eigen_tot) over ({case}) end as bewaren_tot "
        f"from los left join geval using ({key})"
    )
