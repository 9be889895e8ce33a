"""A whole list ends what it does not name any more: a melding that ran on, of which no end came."""

from typing import Any

from monitor.sources.source import NO_LONGER_NAMED, Source


def mark_no_longer_named(connection: Any, source: Source, values: str, number: int) -> None:
    """Mark, in the store being built (`nieuw`), what earlier deliveries say runs on and whole list
    `number` (its rows: table `values`) does not name.

    Not marked is what began after the last beginning in the list, for the list may be older than
    that. When it then ended, nobody said: `queries/views/niet_genoemd.sql` gives the days between.
    """
    if source.running is None:
        return
    begins = source.running.begins
    connection.execute(
        f"update nieuw.{source.name} set {NO_LONGER_NAMED} = {number} "
        f"where levering <> {number} and {NO_LONGER_NAMED} is null "
        f"and ({source.running.where}) and {begins} <= (select max({begins}) from {values})"
    )
