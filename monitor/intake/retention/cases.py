"""Which rows about one pupil are one case, in any table: what the view of the kind says of the store.

A kept file and a delivery are judged with the text of the same view, over their own rows: whether a
melding counts, and what follows what, is written in `queries/views/` only.
"""

from typing import Any

from monitor.resources import QUERIES
from monitor.sources.source import Source
from monitor.store.settings import Settings
from monitor.values.spelling import quoted


NO_HOLIDAYS = (
    "(select null::varchar as regio, null::date as eerste_dag, null::date as laatste_dag "
    "where false)"
)
ALL_NAMED = (
    "(select null::varchar as meldingnummer, null::date as zeker_tot, null::date as uiterlijk "
    "where false)"
)
"""How long a row is kept does not follow from lists that do not name it."""
IN_A_STORE = "bron.schoolvakanties"


def cases_sql(source: Source, settings: Settings, relation: str, holidays: str) -> str:
    """SQL for the rows of a kind's view of cases, over `relation`; "" where it has none. `holidays`
    is where the schoolvakanties are."""
    assert source.retention is not None
    if not source.retention.chain:
        return ""
    free = _text("vrije_dag")
    places = {
        "views.vrije_dag": f"({free})",
        "views.niet_genoemd": ALL_NAMED,
        f"bron.{source.name}": relation,
        "bron.schoolvakanties": holidays,
        "instellingen.vakantieregio": f"(select {quoted(settings.vakantieregio or '')} as regio)",
        "instellingen.langdurig": f"(select {settings.langdurig_uren} as uren)",
    }
    sql = _text(source.retention.chain)
    for name, place in places.items():
        sql = sql.replace(name, place)
    return sql


def holidays_of(connection: Any) -> str:
    """Where the published schoolvakanties are on a workbench: nothing was published yet, or none."""
    found = connection.execute(
        "select 1 from duckdb_tables() "
        "where database_name = 'nu' and table_name = 'schoolvakanties'"
    ).fetchone()
    return "nu.schoolvakanties" if found else NO_HOLIDAYS


def _text(view: str) -> str:
    """A view without its remarks, which name tables as well."""
    lines = (QUERIES / "views" / f"{view}.sql").read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.lstrip().startswith("--"))
