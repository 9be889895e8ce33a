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
    begins: str = ""
    """With `chain`: the first day of what follows another without a day between."""
    chain: str = ""
    """Of which column the rows that follow each other (`ends` of one is not before `begins` of the
    next) are one case: it is kept or removed as a whole."""
    counts: str = "true"
    """SQL: whether a row is part of such a case at all."""


def due_sql(retention: Retention, relation: str, years: int, columns: str) -> str:
    """SQL for `columns` of a relation and `bewaren_tot`: the last day on which a row may be there,
    null as long as it runs."""
    own = (
        f"case when {retention.runs} then null else cast(greatest("
        f"({retention.decided}) + interval {years} year, "
        f"coalesce(({retention.ends}) + interval {STILL_COUNTED} year, "
        f"({retention.decided}) + interval {years} year)) as date) end"
    )
    # greatest() leaves nulls out, so what was not decided must be asked for.
    own = f"case when ({retention.decided}) is not null then {own} end"
    if not retention.chain:
        return f"select {columns}, {own} as bewaren_tot from {relation}"
    case = f"partition by {retention.chain}, hoort_erbij"
    order = "order by begin_geval, einde_geval, rij_geval"
    return (
        f"with los as (select *, {own} as eigen_tot, {retention.begins} as begin_geval, "
        f"coalesce({retention.ends}, date '9999-12-31') as einde_geval, "
        f"row_number() over (order by {retention.chain}, {retention.begins}) as rij_geval, "
        f"({retention.counts}) as hoort_erbij from {relation}), "
        "grens as (select *, case when begin_geval <= max(einde_geval) over "
        f"({case} {order} rows between unbounded preceding and 1 preceding) then 0 else 1 end "
        "as begint_geval from los), "
        f"genummerd as (select *, sum(begint_geval) over ({case} {order} "
        "rows between unbounded preceding and current row) as geval from grens) "
        f"select {columns}, case when not hoort_erbij then eigen_tot "
        f"when bool_or(eigen_tot is null) over ({case}, geval) then null "
        f"else max(eigen_tot) over ({case}, geval) end as bewaren_tot from genummerd"
    )
