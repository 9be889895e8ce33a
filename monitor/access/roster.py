"""Accounts within a transaction: for the modules of this package only."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from monitor.access import audit, tables
from monitor.access.audit import Event
from monitor.access.rights import Rights, as_row, rights_of, spelt
from monitor.access.viewer import EVERY, Role, Viewer
from monitor.errors import MonitorError, NotFound
from monitor.store.journal import Journal, added, now


class NotAllowed(MonitorError):
    """Somebody wanted to change an account that he may not change."""


@dataclass(frozen=True)
class Account:
    """An account as it is now."""

    nummer: int
    naam: str
    email: str
    """Lower case; the name that journal and audit log know it by."""
    role: Role
    swv: frozenset[str]
    vestigingen: frozenset[str]
    besturen: frozenset[str]
    gemeente: str
    """Of which gemeente, of role gemeente; "" when that was not said."""
    exact: frozenset[str]
    """Samenwerkingsverbanden that grant this consultant their exact figures today."""
    actief: bool
    aangemaakt: dt.datetime
    laatst_gezien: dt.datetime | None
    via: str
    """How it signed in last: wachtwoord, oidc, or nothing yet."""

    @property
    def rights(self) -> Rights:
        return Rights(self.role, self.swv, self.vestigingen, self.besturen, self.gemeente)

    @property
    def viewer(self) -> Viewer:
        return Viewer(
            self.role,
            self.swv,
            self.vestigingen,
            self.besturen,
            self.exact,
            self.email,
            self.gemeente,
        )


@contextmanager
def changing(book: Journal, by: Viewer, about: str) -> Iterator[sa.Connection]:
    """A transaction in which nobody else changes an account; who may not is written down."""
    try:
        with book.writing(0) as connection:
            yield connection
    except NotAllowed:
        audit.record(book, by.who, Event.GEWEIGERD, about, audit.REFUSED, swv=by.swv - EVERY)
        raise


def at(connection: sa.Connection, nummer: int) -> Account:
    for one in found(connection, tables.account.c.nummer == nummer):
        return one
    raise NotFound(f"Account {nummer} is er niet.")


def with_email(connection: sa.Connection, email: str) -> Account | None:
    return next(iter(found(connection, tables.account.c.email == spelt(email))), None)


def create(connection: sa.Connection, email: str, naam: str, new: Rights, who: str) -> int:
    """The number of a new account, which may be used at once."""
    number = added(
        connection.execute(
            sa.insert(tables.account).values(
                email=email, naam=naam, aangemaakt=now(), wie=who, via=""
            )
        )
    )
    give(connection, number, new, who)
    connection.execute(
        sa.insert(tables.toestand).values(account=number, actief=True, wie=who, wanneer=now())
    )
    return number


def give(connection: sa.Connection, nummer: int, new: Rights, who: str) -> None:
    given = added(
        connection.execute(
            sa.insert(tables.recht).values(account=nummer, **as_row(new), wie=who, wanneer=now())
        )
    )
    if new.gemeente:
        connection.execute(
            sa.insert(tables.recht_gemeente).values(nummer=given, gemeente=new.gemeente)
        )


def end_sessions(connection: sa.Connection, nummer: int, but: str = "") -> int:
    """Ends those of an account, except the one with this hash; how many they were."""
    mine = tables.sessie.c
    query = sa.update(tables.sessie).where(mine.account == nummer, mine.beeindigd.is_(None))
    return connection.execute(query.where(mine.token != but).values(beeindigd=now())).rowcount


def check_manager(connection: sa.Connection, by: Viewer, swv: Collection[str]) -> None:
    """NotAllowed unless `by` is, also at this moment, a beheerder of all of these."""
    if by.role is not Role.BEHEERDER:
        raise NotAllowed("Alleen een beheerder kan dit.")
    if by.swv == EVERY:
        return
    actor = with_email(connection, by.wie)
    if actor is None or not actor.actief or actor.role is not Role.BEHEERDER:
        raise NotAllowed("U bent geen beheerder meer. Meld u opnieuw aan.")
    if not swv or not frozenset(swv) <= actor.swv:
        raise NotAllowed("Dit account hoort (ook) bij een samenwerkingsverband dat niet van u is.")


# Now: the account with its last rights and state, once per grant that holds today.
_a, _r, _t, _i = tables.account.c, tables.recht.c, tables.toestand.c, tables.inzage.c
_g = tables.recht_gemeente.c


def _last(table: sa.Table) -> sa.ScalarSelect[Any]:
    other = table.alias()
    query = sa.select(sa.func.max(other.c.nummer)).where(other.c.account == _a.nummer)
    return query.correlate(tables.account).scalar_subquery()


CURRENT = (
    sa.select(
        _a.nummer, _a.naam, _a.email, _a.aangemaakt, _a.gezien, _a.via,
        _r.rol, _r.swv, _r.vestigingen, _r.besturen, _g.gemeente, _t.actief, _i.swv.label("exact"),
    )
    .select_from(tables.account)
    .join(tables.recht, _r.nummer == _last(tables.recht))
    .outerjoin(tables.recht_gemeente, _g.nummer == _r.nummer)
    .join(tables.toestand, _t.nummer == _last(tables.toestand))
    .outerjoin(
        tables.inzage,
        sa.and_(
            _i.account == _a.nummer,
            _i.ingetrokken.is_(None),
            sa.or_(_i.tot.is_(None), _i.tot >= sa.bindparam("vandaag")),
        ),
    )
)  # fmt: skip


def accounts_in(rows: Sequence[Any]) -> list[Account]:
    """Accounts from the rows of CURRENT, in their order."""
    exact: dict[int, set[str]] = {}
    first: dict[int, Any] = {}
    for row in rows:
        first.setdefault(row.nummer, row)
        exact.setdefault(row.nummer, set()).update([row.exact] if row.exact else [])
    return [_account(row, frozenset(exact[row.nummer])) for row in first.values()]


def _account(row: Any, exact: frozenset[str]) -> Account:
    has = rights_of(row)
    return Account(
        nummer=row.nummer,
        naam=row.naam,
        email=row.email,
        role=has.role,
        swv=has.swv,
        vestigingen=has.vestigingen,
        besturen=has.besturen,
        gemeente=has.gemeente,
        exact=exact & has.swv if has.role is Role.CONSULTANT else frozenset(),
        actief=row.actief,
        aangemaakt=row.aangemaakt,
        laatst_gezien=row.gezien,
        via=row.via,
    )


def found(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> list[Account]:
    query = CURRENT.where(*where).order_by(_a.nummer)
    return accounts_in(connection.execute(query, {"vandaag": dt.date.today()}).all())
