"""What a beheerder does to others' sessions and sign-in, and whether he may change what is his."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from monitor.access import audit, oidc, roster
from monitor.access.audit import Event
from monitor.access.roster import NotAllowed, changing, check_manager
from monitor.access.tables import binding
from monitor.access.viewer import Viewer
from monitor.errors import NotFound
from monitor.store.journal import Journal


__all__ = ["NotAllowed", "as_beheerder", "is_bound", "sign_out", "unbind"]


@contextmanager
def as_beheerder(
    book: Journal, by: Viewer, swv: Collection[str], about: str
) -> Iterator[sa.Connection]:
    """A transaction of somebody who is, also at this moment, a beheerder of all of these; nobody
    else changes an account or a setting meanwhile. NotAllowed, which is written down."""
    with changing(book, by, about) as connection:
        check_manager(connection, by, swv)
        yield connection


def is_bound(book: Journal, nummer: int) -> bool:
    """Whether an account is bound to somebody at a provider (OIDC)."""
    with book.reading() as connection:
        query = sa.select(binding.c.nummer).where(binding.c.account == nummer)
        return connection.execute(query).first() is not None


def sign_out(book: Journal, by: Viewer, nummer: int) -> int:
    """Ends all sessions of an account; how many were open. NotAllowed, NotFound."""
    with changing(book, by, f"account {nummer} afmelden") as connection:
        whom = roster.at(connection, nummer)
        check_manager(connection, by, whom.swv)
        ended = roster.end_sessions(connection, nummer)
        about = f"{whom.email}: overal afgemeld ({ended} sessies)"
        audit.add(connection, by.who, Event.AFMELDEN, about, swv=whom.swv)
        return ended


def unbind(book: Journal, by: Viewer, nummer: int) -> None:
    """Lets go of who this account is at a provider, and ends its sessions: whoever comes next with
    its e-mail address is believed again. NotAllowed, NotFound."""
    with changing(book, by, f"account {nummer} losmaken") as connection:
        whom = roster.at(connection, nummer)
        if whom.email == by.wie:
            raise NotAllowed("Uw eigen account kan alleen een andere beheerder losmaken.")
        check_manager(connection, by, whom.swv)
        query = sa.select(binding.c.nummer).where(binding.c.account == nummer)
        if connection.execute(query).first() is None:
            raise NotFound(f"{whom.naam} is nog niet met een werkaccount verbonden.")
        oidc.unbind(connection, nummer)
        roster.end_sessions(connection, nummer)
        about = f"{whom.email}: losgemaakt van het werkaccount"
        audit.add(connection, by.who, Event.ACCOUNT, about, swv=whom.swv)
