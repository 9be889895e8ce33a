"""Which pupil a row is about: the same one however a spreadsheet wrote the number.

A pupil gets the pseudonym of the number without noughts in front. Before version 0.2.0 it was that
of the number as delivered, and of what was delivered then nothing else is left: so a pupil that is
known under another spelling of the same number keeps the pseudonym that is known.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from monitor.intake.judging.pupil_numbers import NUMBER, sql_visible
from monitor.intake.pseudonyms import LENGTH, Key
from monitor.values.spelling import sql_bare


LONGEST = 12
"""Digits to which noughts are put in front of a number, to find it among those that are known."""


class Match(NamedTuple):
    """How the pupils of a table were found among those that are known."""

    joined: int
    """Pupils that are known under another spelling of their number."""
    twice: int
    """Pupils of whom two spellings are known as two pupils."""


def match(
    connection: Any, table: str, columns: Sequence[str], key: Key, known: Sequence[str]
) -> Match:
    """Make table `<table>_wie` (tekst, pseudoniem) of every pupil in `columns` of a table.

    `known` are the tables that have a column `leerling` with pseudonyms. The key is never in the
    text of a query, which ends in error messages.
    """
    texts = " union ".join(f"select {name} as tekst from {table}" for name in columns)
    there = " union ".join(f"select leerling as pseudoniem from {name}" for name in known)
    hashed = "left(sha256(buiten || unhex(sha256(binnen || encode({})))), " + f"{LENGTH})"
    connection.execute("create or replace temp table blokken (binnen blob, buiten blob)")
    try:
        connection.execute("insert into blokken values (?, ?)", list(key.pads()))
        connection.execute(
            f"create or replace temp table {table}_wie as "
            f"with los as (select distinct tekst, {sql_visible('tekst')} as zichtbaar from ({texts}) "
            "where tekst is not null) "
            f"select tekst, zichtbaar, {sql_bare('zichtbaar')} as eigen, "
            f"{hashed.format('eigen')} as pseudoniem from los cross join blokken"
        )
        if not there:
            return Match(0, 0)
        connection.execute(
            "create or replace temp table gekend as "
            f"with kandidaat as (select tekst, unnest(list_distinct([tekst, zichtbaar, eigen] || "
            f"case when regexp_full_match(eigen, '{NUMBER}') and length(eigen) < {LONGEST} then "
            f"list_transform(range(length(eigen) + 1, {LONGEST} + 1), "
            "lambda n: lpad(eigen, cast(n as integer), '0')) else [] end)) as geschreven "
            f"from {table}_wie), "
            f"gehasht as (select tekst, geschreven, {hashed.format('geschreven')} as pseudoniem "
            "from kandidaat cross join blokken) "
            "select tekst, min(pseudoniem) as pseudoniem, count(distinct pseudoniem) as aantal, "
            "bool_or(geschreven = tekst) as zoals_geleverd "
            f"from gehasht where pseudoniem in ({there}) group by tekst"
        )
    finally:
        connection.execute("drop table blokken")
    joined, twice = connection.execute(
        "select count(*) filter (where not zoals_geleverd and aantal = 1 "
        "and gekend.pseudoniem <> wie.pseudoniem), count(*) filter (where aantal > 1) "
        f"from gekend join {table}_wie as wie using (tekst)"
    ).fetchone()
    connection.execute(
        f"update {table}_wie as wie set pseudoniem = gekend.pseudoniem from gekend "
        "where gekend.tekst = wie.tekst"
    )
    connection.execute("drop table gekend")
    return Match(joined, twice)


def replace(connection: Any, table: str, columns: Sequence[str]) -> None:
    """Put the pseudonyms of `match` in the place of what says who it is."""
    found = ", ".join(f"wie_{name}.pseudoniem as {name}" for name in columns)
    joins = " ".join(
        f"left join {table}_wie as wie_{name} on wie_{name}.tekst = {table}.{name}"
        for name in columns
    )
    connection.execute(
        f"create or replace temp table {table}_pseudoniem as "
        f"select {table}.* exclude ({', '.join(columns)}), {found} from {table} {joins}"
    )
    connection.execute(f"drop table {table}_wie")
    connection.execute(f"drop table {table}")
    connection.execute(f"alter table {table}_pseudoniem rename to {table}")
