"""Accounts: who may sign in, in which role, for which samenwerkingsverbanden.

Rights are rows with a date and who gave them; the last one holds. A beheerder manages the accounts
of which all samenwerkingsverbanden are his own, never himself, and each samenwerkingsverband that
has a beheerder keeps one.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from monitor.access import audit, roster, tables
from monitor.access.audit import Event
from monitor.access.rights import Rights, rights, rights_of
from monitor.access.roster import Account, NotAllowed, changing, check_manager
from monitor.access.viewer import EVERY, Role, Viewer
from monitor.errors import MonitorError, NotFound
from monitor.store.journal import Journal, now, plain
from monitor.values.collation import by_name


__all__ = [
    "Account", "Grant", "NotAllowed", "account", "accounts", "activate", "by_email",
    "change_rights", "deactivate", "grant_exact", "grants", "history", "withdraw_exact",
]  # fmt: skip


@dataclass(frozen=True)
class Grant:
    """Exact figures for a consultant, by a samenwerkingsverband."""

    nummer: int
    swv: str
    waarom: str
    tot: dt.date | None
    """The last day."""
    wie: str
    wanneer: dt.datetime
    ingetrokken: dt.datetime | None
    ingetrokken_door: str | None


# ------------------------------------------------------------------------------------ asking


def accounts(book: Journal, by: Viewer | None = None) -> list[Account]:
    """All, by name; or those that a beheerder manages."""
    with book.reading() as connection:
        found = sorted(roster.found(connection), key=lambda one: (by_name(one.naam), one.nummer))
    if by is None or by.swv == EVERY:
        return found
    return [one for one in found if one.swv and one.swv <= by.swv]


def account(book: Journal, nummer: int) -> Account:
    """NotFound when there is none."""
    with book.reading() as connection:
        return roster.at(connection, nummer)


def by_email(book: Journal, email: str) -> Account | None:
    with book.reading() as connection:
        return roster.with_email(connection, email)


def history(book: Journal, nummer: int) -> list[tuple[dt.datetime, str, Rights]]:
    """What an account was given, when and by whom, newest first."""
    of = tables.recht_gemeente
    query = (
        sa.select(tables.recht, of.c.gemeente)
        .outerjoin(of, of.c.nummer == tables.recht.c.nummer)
        .where(tables.recht.c.account == nummer)
    )
    with book.reading() as connection:
        rows = connection.execute(query.order_by(tables.recht.c.nummer.desc())).all()
    return [(row.wanneer, row.wie, rights_of(row)) for row in rows]


def grants(book: Journal, nummer: int) -> list[Grant]:
    """All that were ever given to an account, newest first."""
    query = sa.select(tables.inzage).where(tables.inzage.c.account == nummer)
    fields = Grant.__dataclass_fields__
    with book.reading() as connection:
        rows = connection.execute(query.order_by(tables.inzage.c.nummer.desc())).all()
    return [Grant(**{k: v for k, v in row._mapping.items() if k in fields}) for row in rows]


# ---------------------------------------------------------------------------------- changing


def change_rights(
    book: Journal,
    by: Viewer,
    nummer: int,
    *,
    role: Role,
    swv: Collection[str],
    vestigingen: Collection[str] = (),
    besturen: Collection[str] = (),
    gemeente: str = "",
) -> None:
    """NotAllowed, NotFound, or MonitorError when the rights cannot be."""
    new = rights(role, swv, vestigingen, besturen, gemeente)
    with changing(book, by, f"rechten van account {nummer}") as connection:
        old = _managed(connection, by, nummer)
        check_manager(connection, by, new.swv)
        still = new.swv if new.role is Role.BEHEERDER else frozenset()
        _check_beheerder_left(connection, old, still)
        roster.give(connection, nummer, new, by.who)
        kept = new.swv if new.role is Role.CONSULTANT else frozenset()
        _end_grants(connection, by, nummer, old.swv - kept)
        about = f"{old.email}: {old.rights} werd {new}"
        audit.add(connection, by.who, Event.RECHTEN, about, swv=old.swv | new.swv)


def grant_exact(
    book: Journal, by: Viewer, nummer: int, swv: str, waarom: str, tot: dt.date | None
) -> None:
    """Exact figures of one samenwerkingsverband for a consultant, up to and including a day."""
    reason = plain(waarom, 2000)
    if not reason:
        raise MonitorError("Schrijf op waarom deze consultant exacte cijfers mag zien.")
    if tot is not None and tot < dt.date.today():
        raise MonitorError("De laatste dag ligt in het verleden. Kies een latere dag.")
    with changing(book, by, f"inzage van account {nummer} in {plain(swv, 20)}") as connection:
        whom = _other(connection, by, nummer)
        check_manager(connection, by, {swv})
        if whom.role is not Role.CONSULTANT or swv not in whom.swv:
            raise MonitorError(f"{whom.naam} is geen consultant van {plain(swv, 20)}.")
        _end_grants(connection, by, nummer, [swv])
        connection.execute(
            sa.insert(tables.inzage).values(
                account=nummer, swv=swv, waarom=reason, tot=tot, wie=by.who, wanneer=now()
            )
        )
        until = f"tot en met {tot:%d-%m-%Y}" if tot else "zonder einddatum"
        about = f"{whom.email}: exacte cijfers {until}. {reason}"
        audit.add(connection, by.who, Event.INZAGE, about, swv=swv)


def withdraw_exact(book: Journal, by: Viewer, nummer: int, swv: str) -> None:
    """NotFound when there is no grant that holds."""
    with changing(book, by, f"inzage van account {nummer} in {plain(swv, 20)}") as connection:
        whom = _other(connection, by, nummer)
        check_manager(connection, by, {swv})
        if not _end_grants(connection, by, nummer, [swv]):
            raise NotFound(f"{whom.naam} heeft geen inzage in de exacte cijfers van {swv}.")
        about = f"{whom.email}: geen exacte cijfers meer"
        audit.add(connection, by.who, Event.INZAGE, about, swv=swv)


def deactivate(book: Journal, by: Viewer, nummer: int) -> None:
    """The account cannot be used any more, from now on and everywhere."""
    with changing(book, by, f"account {nummer} uitzetten") as connection:
        whom = _managed(connection, by, nummer)
        if not whom.actief:
            raise MonitorError(f"Het account van {whom.naam} staat al uit.")
        _check_beheerder_left(connection, whom, frozenset())
        _switch(connection, by, whom, False)
        roster.end_sessions(connection, nummer)


def activate(book: Journal, by: Viewer, nummer: int) -> None:
    """The account can be used again, with the rights and the password that it had."""
    with changing(book, by, f"account {nummer} aanzetten") as connection:
        whom = _managed(connection, by, nummer)
        if whom.actief:
            raise MonitorError(f"Het account van {whom.naam} staat al aan.")
        _switch(connection, by, whom, True)


def _other(connection: sa.Connection, by: Viewer, nummer: int) -> Account:
    """The account that is changed, which is another's."""
    whom = roster.at(connection, nummer)
    if whom.email == by.wie:
        raise NotAllowed("Uw eigen rechten kan alleen een andere beheerder veranderen.")
    return whom


def _managed(connection: sa.Connection, by: Viewer, nummer: int) -> Account:
    """The account that is changed, when it is his to manage."""
    whom = _other(connection, by, nummer)
    check_manager(connection, by, whom.swv)
    return whom


def _check_beheerder_left(connection: sa.Connection, whom: Account, still: frozenset[str]) -> None:
    """MonitorError when a samenwerkingsverband loses its last beheerder. `still`: of which ones
    this account stays a beheerder."""
    if not whom.actief or whom.role is not Role.BEHEERDER:
        return
    others = [
        one.swv
        for one in roster.found(connection)
        if one.actief and one.role is Role.BEHEERDER and one.nummer != whom.nummer
    ]
    lost = sorted(whom.swv - still - frozenset().union(*others))
    if lost:
        raise MonitorError(
            f"{whom.naam} is de laatste beheerder van {', '.join(lost)}. Maak eerst iemand anders "
            "beheerder."
        )


def _end_grants(connection: sa.Connection, by: Viewer, nummer: int, swv: Collection[str]) -> int:
    """Ends the grants of these samenwerkingsverbanden that hold; how many they were."""
    mine = tables.inzage.c
    return connection.execute(
        sa.update(tables.inzage)
        .where(mine.account == nummer, mine.swv.in_(swv), mine.ingetrokken.is_(None))
        .values(ingetrokken=now(), ingetrokken_door=by.who)
    ).rowcount


def _switch(connection: sa.Connection, by: Viewer, whom: Account, on: bool) -> None:
    connection.execute(
        sa.insert(tables.toestand).values(account=whom.nummer, actief=on, wie=by.who, wanneer=now())
    )
    about = f"{whom.email}: {'aangezet' if on else 'uitgezet'}"
    audit.add(connection, by.who, Event.ACCOUNT, about, swv=whom.swv)
