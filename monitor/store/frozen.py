"""Figures that were fixed when the rows behind them were removed (`dekkend purge`).

A figure is a count per finest unit: of a school, a place, never of a key of a pupil. What is fixed
is a whole period of a measure; every other period is counted from the rows, as ever. Tables of bron
hold them, so that the views and indicators on it can take them in; most stores have none.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from monitor.values.spelling import quoted


VRAAG = "views.vraag"
"""The one view that is fixed per period too: the needs that coverage is worked out from."""
NUMBERS = ("teller", "teller_max", "noemer", "noemer_max")
TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    # Which measures there were when something was fixed: one that is added later would count its
    # past from what was left.
    "bewaard_maatstaf": (("maatstaf", "varchar"), ("definitie", "varchar"), ("bronnen", "varchar")),
    # Of which measure, definition ('' = none) and period the figures are fixed, also when empty.
    "bewaard_groep": (("maatstaf", "varchar"), ("definitie", "varchar"), ("periode", "varchar")),
    "bewaard_cijfer": (
        ("maatstaf", "varchar"),
        ("definitie", "varchar"),
        ("code", "varchar"),
        ("periode", "varchar"),
        ("uitsplitsing", "varchar"),
        *((name, "double") for name in NUMBERS),
    ),
    # From when to when a kind of file was complete (views.tot_en_met, views.tlv_dag).
    "bewaard_bereik": (
        ("bron", "varchar"),
        ("sector", "varchar"),
        ("swv", "varchar"),
        ("vanaf", "date"),
        ("tot_en_met", "date"),
        ("stand_vanaf", "date"),
    ),
    # Where somebody once was (views.plek).
    "bewaard_plek": (
        ("soort", "varchar"),
        ("eenheid", "varchar"),
        ("sector", "varchar"),
        ("swv", "varchar"),
        ("gemeentecode", "varchar"),
        ("subregio", "varchar"),
        ("wijk", "varchar"),
        ("vestiging", "varchar"),
    ),
    # Of a month in which meldingen began whether they told who missed all lessons
    # (views.lessen_per_maand).
    "bewaard_lessen": (
        ("sector", "varchar"),
        ("swv", "varchar"),
        ("maand", "date"),
        ("alle", "bigint"),
        ("bekend", "bigint"),
        ("levering", "integer"),
        ("heeft_soort", "boolean"),
        ("heeft_lessen", "boolean"),
    ),
    # Which files figures came from (views.herkomst).
    "bewaard_herkomst": (("bron", "varchar"), ("levering", "integer")),
    "bewaard_vraag": (
        ("schooljaar", "varchar"),
        ("sector", "varchar"),
        ("swv", "varchar"),
        ("postcode4", "varchar"),
        ("gemeentecode", "varchar"),
        ("subregio", "varchar"),
        ("wijk", "varchar"),
        ("latitude", "double"),
        ("longitude", "double"),
        ("ondersteuningsvraag", "varchar"),
        ("niveau", "varchar"),
        ("vestiging", "varchar"),
        ("deel", "varchar"),
        ("eenheid", "varchar"),
        ("aantal", "integer"),
        ("aantal_max", "integer"),
    ),
}


def names(table: str) -> list[str]:
    return [name for name, _ in TABLES[table]]


@dataclass(frozen=True)
class Frozen:
    """What is fixed of which measure; empty of almost every store."""

    known: frozenset[tuple[str, str]] = frozenset()
    """(measure, definition) there were."""
    measures: frozenset[str] = frozenset()
    """Those of which a period is fixed."""
    periods: dict[str, frozenset[str]] = field(default_factory=dict)
    """Per kind of file the periods that are fixed of what is counted from it."""

    def over(self, measure: str, sql: str, header: dict[str, str], codes: Sequence[str]) -> str:
        """The SQL of an indicator, with its fixed periods in the place of what it counts now.

        `codes` are the definitions of the register.
        """
        if not self.known or header.get("computed"):
            return sql  # what is worked out from views.vraag follows from what is fixed of that
        per_definition = "definitions" in header
        conditions = []
        if measure in self.measures:
            same = " and vast.definitie = nu.definitie" if per_definition else ""
            conditions.append(
                "not exists (select 1 from bron.bewaard_groep as vast where vast.maatstaf = "
                f"{quoted(measure)}{same} and vast.periode = nu.periode)"
            )
        sources = [part.strip() for part in header.get("source", "").split(",")]
        past = sorted(set().union(*(self.periods.get(name, set()) for name in sources)))
        added = [c for c in (codes if per_definition else [""]) if (measure, c) not in self.known]
        if past and added:
            # Added to the monitor since: of then it cannot be told any more.
            which = f"nu.definitie in ({_list(added)}) and " if per_definition else ""
            conditions.append(f"not ({which}nu.periode in ({_list(past)}))")
        if not conditions:
            return sql
        columns = ", ".join(
            [
                *(["definitie"] if per_definition else []),
                "code",
                "periode",
                "uitsplitsing",
                *NUMBERS,
            ]
        )
        return (
            f"select {columns} from (\n{sql}\n) as nu where {' and '.join(conditions)} "
            f"union all select {columns} from bron.bewaard_cijfer "
            f"where maatstaf = {quoted(measure)}"
        )


def frozen_of(ask: Callable[[str], list[tuple[Any, ...]]]) -> Frozen:
    """What is fixed in a store; `ask` gives the rows of a query on it."""
    known = ask("select maatstaf, definitie, bronnen from bron.bewaard_maatstaf")
    if not known:
        return Frozen()
    sources = {(measure, code): names_.split(",") for measure, code, names_ in known}
    periods: dict[str, set[str]] = {}
    groups = ask("select maatstaf, definitie, periode from bron.bewaard_groep")
    for measure, code, period in groups:
        for source in sources.get((measure, code), []):
            periods.setdefault(source, set()).add(period)
    return Frozen(
        frozenset(sources),
        frozenset(measure for measure, _, _ in groups),
        {source: frozenset(found) for source, found in periods.items()},
    )


def _list(words: Sequence[str]) -> str:
    return ", ".join(map(quoted, words))
