"""What runs on in a register and is not in a new file: told before it is delivered."""

from typing import Any

from monitor.intake.judging import messages
from monitor.intake.report import Report
from monitor.sources.source import NO_LONGER_NAMED, Source
from monitor.store import building


def tell_no_longer_named(connection: Any, source: Source, values: str, report: Report) -> None:
    """Count, in what is in force (`nu`), what runs on and this file does not name; and say it.

    Of a whole list they end with it; else they go on, and its sender may have meant otherwise.
    """
    running = source.running
    if running is None or not building.rows_there(connection, source.name):
        return
    columns = {
        name
        for (name,) in connection.execute(
            "select column_name from duckdb_columns() "
            f"where database_name = 'nu' and table_name = '{source.name}'"
        ).fetchall()
    }
    still = f"and {NO_LONGER_NAMED} is null" if NO_LONGER_NAMED in columns else ""
    # The pupil of a key is under a pseudonym in the one and not in the other.
    key = [name for name in source.key if name not in source.pseudonyms()]
    old, new = (", ".join(source.compared(key, table)) for table in ("oud", "v"))
    (number,) = connection.execute(
        f"select count(*) from nu.{source.name} as oud where ({running.where}) {still} "
        f"and {running.begins} <= (select max({running.begins}) from {values}) "
        f"and ({old}) not in (select ({new}) from {values} as v)"
    ).fetchone()
    report.no_longer_named = number
    if number and report.is_whole:
        report.remarks.append(messages.remark_ended(number, running.what))
    elif number:
        report.remarks.append(messages.remark_goes_on(number, running.what))
