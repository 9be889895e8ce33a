"""What `dekkend check` would find in a file, said before it is delivered.

Only checks that read this kind of file and no view: those are quick, and are about the file itself.
They run in the workbench, over the rows that would be in force.
"""

import re
from typing import Any

from monitor.intake.judging import questions
from monitor.sources.source import Source
from monitor.store import bron
from monitor.store.checks import Check, checks
from monitor.store.query_files import queries, read_in
from monitor.store.settings import Settings
from monitor.values.spelling import quoted


SHOWN = 2
"""Findings of one check that are told; of pupils none, only how many."""
AHEAD = "vooraf"
"""The database in memory in which the tables stand."""
_TABLE = re.compile(r"\bbron\.(\w+)")


def found_ahead(
    connection: Any, source: Source, values: str, file: str, settings: Settings
) -> list[str]:
    """What the checks of this kind find in the rows of a file (table `values`), in a sentence each."""
    told = []
    for check in checks().values():
        query = queries()[f"checks.{check.name}"]
        tables = set(_TABLE.findall(query.sql))
        if source.name not in tables or read_in(query.sql) - {query.name}:
            continue
        found = _run(connection, query.sql, tables, source, values, file, settings)
        if found:
            shown = [] if source.pupils else [melding for _, melding in found[:SHOWN]]
            told.append(_told(check, len(found), shown))
    return told


def _told(check: Check, number: int, shown: list[str]) -> str:
    return questions.found_by_check(check.title, number, shown)


def _run(
    connection: Any,
    sql: str,
    tables: set[str],
    source: Source,
    values: str,
    file: str,
    settings: Settings,
) -> list[tuple[str, str]]:
    connection.execute(f"attach ':memory:' as {AHEAD}")
    try:
        bron.make_tables(connection, AHEAD, tables)
        connection.execute(
            f"insert into {AHEAD}.levering (nummer, levering, bestand) values (0, 0, {quoted(file)})"
        )
        columns = ", ".join(name for name, _ in source.file_columns())
        connection.execute(
            f"insert into {AHEAD}.{source.name} (levering, {columns}) select 0, {columns} from {values}"
        )
        connection.execute(f"create schema {AHEAD}.instellingen")
        for name, words in (
            ("niveau", settings.niveaus),
            ("ondersteuningsvraag", settings.ondersteuningsvragen),
        ):
            known = ", ".join(quoted(word.strip().lower()) for word in words)
            connection.execute(
                f"create table {AHEAD}.instellingen.{name} as "
                f"select unnest([{known}]::varchar[]) as naam"
            )
        sql = _TABLE.sub(rf"{AHEAD}.main.\1", sql)
        sql = re.sub(
            r"\binstellingen\.(niveau|ondersteuningsvraag)\b", rf"{AHEAD}.instellingen.\1", sql
        )
        found = connection.execute(f"select code, melding from ({sql}) order by code, melding")
        return [(code, melding) for code, melding in found.fetchall()]
    finally:
        connection.execute(f"detach {AHEAD}")
