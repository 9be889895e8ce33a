"""The country's own counts of thuiszitters, as OCW published them.

They are counts of a whole schooljaar (Leerplichttelling), so they stand beside the SWV's own
schooljaar and never beside a stand; and a count of the country is never divided by our pupils.
Figures per 1.000 pupils, and where sources disagree about them, are `yardsticks`.
"""

from dataclasses import dataclass

from monitor.store.definitions import Definition
from monitor.store.store import Store


SOURCE = "thuiszitters_landelijk"


@dataclass(frozen=True)
class Year:
    """What OCW counted in one schooljaar under a definition; None = not, or not fully, known."""

    schooljaar: str
    leerlingen: int | None


def series(store: Store, definition: Definition) -> list[Year]:
    """The country's counts of the columns that make up a definition, oldest first.

    Empty where OCW does not count that definition. A year of which one column is missing is
    unknown, and not the sum of the rest.
    """
    if not definition.national:
        return []
    # Names of columns in our own register of definitions, never what somebody typed.
    added = " + ".join(definition.national)
    rows = store.rows(f"select schooljaar, {added} from bron.{SOURCE} order by schooljaar")
    years = [Year(*row) for row in rows]
    while years and years[0].leerlingen is None:
        years.pop(0)  # not counted yet
    return years


def delivered(store: Store) -> str:
    """The file that the series comes from, with the day of delivery (ISO); "" without one."""
    rows = store.rows(
        "select bestand, max(geleverd) from bron.levering where bron = $source "
        "group by bestand order by 2 desc, 1 limit 1",
        {"source": SOURCE},
    )
    return f"{rows[0][0]}|{rows[0][1].date().isoformat()}" if rows else ""
