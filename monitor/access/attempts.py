"""Attempts to sign in: who fails too often has to wait, longer every time.

Counted per e-mail address as typed, whether it has an account or not, and per network address. A
count goes down by itself, slowly. An attempt counts before the password is looked at, so that a
hundred at the same moment are no hundred guesses. A device on which an address signed in before
(`devices`) counts by itself: who fails elsewhere with that address does not keep its owner out.
"""

import datetime as dt
import ipaddress
import math
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from monitor.access import devices, keys
from monitor.access.tables import poging
from monitor.store.journal import Journal, now


SHORTEST = dt.timedelta(minutes=1)
LONGEST = dt.timedelta(hours=1)
KEPT = dt.timedelta(days=7)
"""After which nothing is left of an attempt."""


@dataclass(frozen=True)
class Limit:
    """How many failures are free, and how long it takes before one is forgotten."""

    free: int
    forget: dt.timedelta


PER_ACCOUNT = Limit(5, dt.timedelta(days=1))
PER_ADDRESS = Limit(20, dt.timedelta(minutes=10))
"""More, as a whole office may be behind one address."""


@dataclass(frozen=True)
class Attempt:
    """An attempt that was counted; or that has to wait `until`, and then was not."""

    account: str
    address: str
    until: dt.datetime | None = None
    locked: dt.datetime | None = None
    """What the address has to wait because of this attempt, unless it succeeds."""


def attempt(book: Journal, email: str, address: str, device: str = "") -> Attempt:
    """Counts an attempt as a failure, until `succeeded`. `email` as `rights.spelt` gives it."""
    account = keys.keyed(book, f"account {email}")
    place = keys.keyed(book, f"adres {network(address)}") if address else ""
    if device and devices.is_of(book, email, device):
        account, place = keys.keyed(book, f"apparaat {device}"), ""
    both = [(account, PER_ACCOUNT), *([(place, PER_ADDRESS)] if place else [])]
    moment = now()
    with book.writing(0) as connection:
        connection.execute(sa.delete(poging).where(poging.c.laatst < moment - KEPT))
        rows = {key: _row(connection, key) for key, _ in both}
        waits = [row.tot for row in rows.values() if row and row.tot and row.tot > moment]
        if waits:
            return Attempt(account, place, until=max(waits))
        locked = None
        for key, limit in both:
            row = rows[key]
            left = 0.0 if row is None else max(
                0.0, row.aantal - (moment - row.laatst) / limit.forget
            )  # fmt: skip
            locked = _until(left + 1, limit, moment)
            connection.execute(sa.delete(poging).where(poging.c.sleutel == key))
            connection.execute(
                sa.insert(poging).values(sleutel=key, aantal=left + 1, laatst=moment, tot=locked)
            )
    return Attempt(account, place, locked=locked if place else None)


def succeeded(connection: sa.Connection, done: Attempt) -> None:
    """The account begins anew; the address only gets this attempt back, or one account that
    somebody owns would set free the guessing of all others."""
    connection.execute(sa.delete(poging).where(poging.c.sleutel == done.account))
    mine = poging.c.sleutel == done.address
    connection.execute(
        sa.update(poging).where(mine, poging.c.aantal >= 1).values(aantal=poging.c.aantal - 1)
    )
    if done.locked is not None:
        connection.execute(
            sa.update(poging).where(mine, poging.c.tot == done.locked).values(tot=None)
        )


def network(address: str) -> str:
    """What counts as one address: of IPv6 a whole network, as a house has one of those."""
    try:
        ip = ipaddress.ip_address(address.strip("[]").partition("%")[0])
    except ValueError:
        return address[:64]
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return str(ip.ipv4_mapped)
        return str(ipaddress.ip_network((ip, 64), strict=False))
    return str(ip)


def _until(count: float, limit: Limit, moment: dt.datetime) -> dt.datetime | None:
    over = math.ceil(count - 1e-9) - limit.free
    if over < 0:
        return None
    return moment + min(SHORTEST * 2 ** min(over, 10), LONGEST)


def _row(connection: sa.Connection, key: str) -> Any:
    """aantal, laatst, tot; None when there was no attempt."""
    query = sa.select(poging.c.aantal, poging.c.laatst, poging.c.tot)
    return connection.execute(query.where(poging.c.sleutel == key)).first()
