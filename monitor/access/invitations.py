"""Invitations: a link with which somebody chooses a password, once and before a date.

For an e-mail address without an account it makes one; for one with an account it gives that a new
password, and signs it out everywhere.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from monitor.access import audit, keys, passwords, roster
from monitor.access.audit import Event
from monitor.access.rights import Rights, as_row, rights, rights_of, tidy_email
from monitor.access.roster import Account, NotAllowed, changing, check_manager
from monitor.access.tables import uitnodiging, uitnodiging_gemeente, wachtwoord
from monitor.access.viewer import EVERY, Role, Viewer
from monitor.errors import MonitorError, NotFound
from monitor.store.journal import Journal, added, now, plain


DAYS = 7
MOST_DAYS = 30
ASK = "Vraag uw beheerder om een nieuwe uitnodiging."


class InvitationRefused(MonitorError):
    """A link that does not work, or does not any more."""


@dataclass(frozen=True)
class Invitation:
    """An invitation, without its token."""

    nummer: int
    email: str
    naam: str
    rights: Rights
    account: int | None
    """Of whom a new password is asked."""
    wie: str
    wanneer: dt.datetime
    tot: dt.datetime
    gebruikt: dt.datetime | None
    ingetrokken: dt.datetime | None
    opdracht: bool

    @property
    def is_open(self) -> bool:
        return not self.why_not

    @property
    def why_not(self) -> str:
        """A sentence that says why it does not work; empty when it does."""
        if self.gebruikt is not None:
            return (
                "Deze uitnodiging is al gebruikt. Meld u aan met uw e-mailadres en wachtwoord. "
                f"Was u het niet, of weet u het wachtwoord niet meer? {ASK}"
            )
        if self.ingetrokken is not None:
            return f"Deze uitnodiging is ingetrokken. {ASK}"
        if self.tot <= now():
            return f"Deze uitnodiging is verlopen. {ASK}"
        return ""


def invite(
    book: Journal,
    by: Viewer,
    *,
    email: str,
    naam: str,
    role: Role,
    swv: Collection[str],
    vestigingen: Collection[str] = (),
    besturen: Collection[str] = (),
    gemeente: str = "",
    days: int = DAYS,
) -> str:
    """The token of the link, which is nowhere kept. Earlier open invitations for this address
    lapse. An account keeps its own name and rights, whatever is given here. NotAllowed, or
    MonitorError when it cannot be."""
    address, name = tidy_email(email), plain(naam, 200)
    if not 1 <= days <= MOST_DAYS:
        raise MonitorError(f"Een uitnodiging geldt 1 tot en met {MOST_DAYS} dagen.")
    with changing(book, by, f"uitnodigen van {address}") as connection:
        known = roster.with_email(connection, address)
        if known is None:
            given = rights(role, swv, vestigingen, besturen, gemeente)
            if not name:
                raise MonitorError("Schrijf op hoe iemand heet.")
        else:
            given, name = known.rights, known.naam
        check_manager(connection, by, given.swv)
        if known is not None and not known.actief:
            raise MonitorError(f"Het account van {name} staat uit. Zet het eerst weer aan.")
        for old in _found(connection, uitnodiging.c.email == address):
            if old.is_open and (by.swv == EVERY or old.rights.swv <= given.swv):
                _withdraw(connection, by, old.nummer)
        token, begin = keys.new_token(), now()
        made = added(
            connection.execute(
                sa.insert(uitnodiging).values(
                    token=keys.of_token(token),
                    account=None if known is None else known.nummer,
                    email=address,
                    naam=name,
                    **as_row(given),
                    wie=by.who,
                    opdracht=by.swv == EVERY,
                    wanneer=begin,
                    tot=begin + dt.timedelta(days=days),
                )
            )
        )
        if given.gemeente:
            connection.execute(
                sa.insert(uitnodiging_gemeente).values(nummer=made, gemeente=given.gemeente)
            )
        what = "nieuw wachtwoord" if known else str(given)
        audit.add(connection, by.who, Event.UITNODIGEN, f"{address}: {what}", swv=given.swv)
    return token


def invitation(book: Journal, token: str) -> Invitation | None:
    """None when there is none with this token. See `why_not` before it is shown as usable."""
    with book.reading() as connection:
        return next(iter(_found(connection, uitnodiging.c.token == keys.of_token(token))), None)


def accept(book: Journal, token: str, password: str, address: str = "") -> Account:
    """The account, with this password. InvitationRefused, or PasswordRefused: then the link still
    works."""
    offered = _usable(invitation(book, token))
    passwords.check(password, offered.email, offered.naam)
    made = passwords.hashed(password)  # slow, so not while others wait for the lock
    with book.writing(0) as connection:
        offered = _usable(_again(connection, offered.nummer))
        number = _account(connection, offered)
        _use(connection, offered.nummer)
        set_password(connection, number, made)
        roster.end_sessions(connection, number)
        what = "wachtwoord gekozen met een uitnodiging"
        swv = offered.rights.swv
        audit.add(connection, offered.email, Event.WACHTWOORD, what, address=address, swv=swv)
        return roster.at(connection, number)


def accept_without_password(connection: sa.Connection, email: str) -> Account | None:
    """The account of the last open invitation for an address that somebody else vouches for."""
    for offered in reversed(_found(connection, uitnodiging.c.email == email)):
        if offered.is_open and offered.account is None and _inviter_still_may(connection, offered):
            _use(connection, offered.nummer)
            return roster.at(connection, _account(connection, offered))
    return None


def withdraw(book: Journal, by: Viewer, nummer: int) -> None:
    """The link does not work any more. NotFound when it did not already; NotAllowed."""
    with changing(book, by, f"uitnodiging {nummer} intrekken") as connection:
        offered = _again(connection, nummer)
        if offered is None or not offered.is_open:
            raise NotFound("Deze uitnodiging is er niet, of werkte al niet meer.")
        check_manager(connection, by, offered.rights.swv)
        _withdraw(connection, by, nummer)
        about = f"{offered.email}: ingetrokken"
        audit.add(connection, by.who, Event.UITNODIGEN, about, swv=offered.rights.swv)


def open_invitations(book: Journal, by: Viewer | None = None) -> list[Invitation]:
    """Those that still work, oldest first; or of them those that a beheerder manages."""
    with book.reading() as connection:
        found = [
            one
            for one in _found(
                connection, uitnodiging.c.gebruikt.is_(None), uitnodiging.c.ingetrokken.is_(None)
            )
            if one.is_open
        ]
    if by is None or by.swv == EVERY:
        return found
    return [one for one in found if one.rights.swv <= by.swv]


def set_password(connection: sa.Connection, nummer: int, hash_: str) -> None:
    """Over the one that there was."""
    values = {"hash": hash_, "wanneer": now()}
    changed = connection.execute(
        sa.update(wachtwoord).where(wachtwoord.c.account == nummer).values(**values)
    )
    if not changed.rowcount:
        connection.execute(sa.insert(wachtwoord).values(account=nummer, **values))


def _usable(offered: Invitation | None) -> Invitation:
    if offered is None:
        raise InvitationRefused(
            f"Deze uitnodiging bestaat niet. Is de link helemaal overgenomen? {ASK}"
        )
    if offered.why_not:
        raise InvitationRefused(offered.why_not)
    return offered


def _account(connection: sa.Connection, offered: Invitation) -> int:
    """The number of the account that an invitation is for, made when it is a new one."""
    if not _inviter_still_may(connection, offered):
        raise InvitationRefused(f"Deze uitnodiging geldt niet meer. {ASK}")
    known = roster.with_email(connection, offered.email)
    if offered.account is None:
        if known is not None:
            raise InvitationRefused("Er is al een account met dit e-mailadres. Meld u daarmee aan.")
        number = roster.create(connection, offered.email, offered.naam, offered.rights, offered.wie)
        about = f"{offered.email}: gemaakt als {offered.rights}"
        audit.add(connection, offered.wie, Event.ACCOUNT, about, swv=offered.rights.swv)
        return number
    if known is None or known.nummer != offered.account or not known.actief:
        raise InvitationRefused(f"Dit account staat uit. {ASK}")
    return known.nummer


def _inviter_still_may(connection: sa.Connection, offered: Invitation) -> bool:
    """Who was put out meanwhile lets nobody in. For an account: given the rights it has now."""
    if offered.opdracht:
        return True
    swv = offered.rights.swv
    if offered.account is not None:
        swv = roster.at(connection, offered.account).swv
    try:
        check_manager(connection, Viewer(Role.BEHEERDER, wie=offered.wie), swv)
    except NotAllowed:
        return False
    return True


def _use(connection: sa.Connection, nummer: int) -> None:
    mine = uitnodiging.c
    connection.execute(sa.update(uitnodiging).where(mine.nummer == nummer).values(gebruikt=now()))


def _withdraw(connection: sa.Connection, by: Viewer, nummer: int) -> None:
    connection.execute(
        sa.update(uitnodiging)
        .where(uitnodiging.c.nummer == nummer)
        .values(ingetrokken=now(), ingetrokken_door=by.who)
    )


def _again(connection: sa.Connection, nummer: int) -> Invitation | None:
    return next(iter(_found(connection, uitnodiging.c.nummer == nummer)), None)


def _found(connection: sa.Connection, *where: sa.ColumnElement[bool]) -> list[Invitation]:
    of = uitnodiging_gemeente
    query = (
        sa.select(uitnodiging, of.c.gemeente)
        .outerjoin(of, of.c.nummer == uitnodiging.c.nummer)
        .where(*where)
        .order_by(uitnodiging.c.nummer)
    )
    return [_invitation(row) for row in connection.execute(query)]


def _invitation(row: Any) -> Invitation:
    return Invitation(
        row.nummer, row.email, row.naam, rights_of(row), row.account, row.wie, row.wanneer,
        row.tot, row.gebruikt, row.ingetrokken, row.opdracht,
    )  # fmt: skip
