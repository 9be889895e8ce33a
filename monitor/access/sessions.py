"""Sessions: signing in, staying signed in, and signing out."""

import datetime as dt
import math
from contextlib import suppress

import sqlalchemy as sa

from monitor.access import attempts, audit, keys, passwords, roster
from monitor.access.audit import Event
from monitor.access.invitations import set_password
from monitor.access.passwords import TooBusy
from monitor.access.rights import spelt
from monitor.access.roster import Account
from monitor.access.tables import account as accounts_table
from monitor.access.tables import sessie, uitnodiging, wachtwoord
from monitor.errors import MonitorError
from monitor.store.journal import Journal, now, plain


IDLE = dt.timedelta(minutes=60)
ABSOLUTE = dt.timedelta(hours=12)
SEEN_PER = dt.timedelta(minutes=1)
"""How precisely it is kept when somebody was last seen: every question would be a write."""
KEPT = dt.timedelta(days=30)
"""How long a session that is over stays in the journal."""

_a, _s = accounts_table.c, sessie.c
_OF_TOKEN = (
    roster.CURRENT.add_columns(
        _s.nummer.label("sessie"),
        _s.gezien.label("sessie_gezien"),
        _s.begonnen,
    )
    .join(sessie, _s.account == _a.nummer)
    .where(_s.token == sa.bindparam("token"), _s.beeindigd.is_(None))
)


class SignInRefused(MonitorError):
    """Not signed in; the message does not say which of the two was wrong."""


class HasToWait(SignInRefused):
    """Too many failures; also for an address that has no account."""

    def __init__(self, until: dt.datetime) -> None:
        self.until = until
        minutes = max(1, math.ceil((until - now()).total_seconds() / 60))
        waits = "een minuut" if minutes == 1 else f"{minutes} minuten"
        super().__init__(
            f"Er is te vaak vergeefs geprobeerd aan te melden. Probeer het over {waits} opnieuw. "
            "Weet u uw wachtwoord niet meer? Vraag uw beheerder om een nieuwe uitnodiging."
        )


def sign_in(book: Journal, email: str, password: str, address: str, device: str = "") -> str:
    """The token of a new session. SignInRefused; TooBusy when too many try at once. `device`: its
    token (`devices`), when it has one."""
    typed = spelt(email)
    nobodys = passwords.nobodys()
    done = attempts.attempt(book, typed, address, device)
    known, stored = _known(book, typed)
    who = typed if known is not None else f"onbekend {done.account[:8]}"
    swv = known.swv if known is not None else frozenset()
    if done.until is not None:
        audit.record(book, who, Event.AANMELDEN, "moet wachten", audit.REFUSED, address, swv)
        raise HasToWait(done.until)
    is_right = passwords.verify(stored or nobodys, password)
    if not (is_right and stored and known is not None and known.actief):
        audit.record(book, who, Event.AANMELDEN, "", audit.REFUSED, address, swv)
        raise SignInRefused(
            "Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk ze na en probeer het "
            "opnieuw, of vraag uw beheerder om een nieuwe uitnodiging."
        )
    better = passwords.hashed(password) if passwords.is_outdated(stored) else ""
    with book.writing(0) as connection:
        if _hash(connection, known.nummer) != stored:
            raise SignInRefused("Uw wachtwoord is zojuist veranderd. Meld u aan met het nieuwe.")
        if better:
            set_password(connection, known.nummer, better)
        attempts.succeeded(connection, done)
        return _start(connection, known.nummer, address, "wachtwoord")


def start(book: Journal, account: Account, address: str, via: str) -> str:
    """The token of a new session of somebody whom another vouches for. SignInRefused when the
    account is off."""
    with book.writing(0) as connection:
        return _start(connection, account.nummer, address, via)


def account_of(book: Journal, token: str) -> Account | None:
    """Whose session this is, as the account is now; None when it is over. Asked at every request:
    one question to the database, and a write once a minute."""
    found = _alive(book, token)
    if found is None:
        return None
    account, session, seen = found
    moment = now()
    if moment - seen >= SEEN_PER:
        # Whoever is seen is let in, also when it cannot be written down just now.
        with suppress(MonitorError):
            _seen(book, session, account.nummer, moment)
    return account


def is_alive(book: Journal, token: str) -> bool:
    """Whether a session is not over, without making it last longer."""
    return _alive(book, token) is not None


def sign_out(book: Journal, token: str, address: str = "") -> None:
    """Ends a session; nothing when it is over."""
    mine = keys.of_token(token)
    with book.writing(0) as connection:
        query = sa.select(_s.account).where(_s.token == mine, _s.beeindigd.is_(None))
        number = connection.execute(query).scalar()
        if number is None:
            return
        connection.execute(sa.update(sessie).where(_s.token == mine).values(beeindigd=now()))
        who = roster.at(connection, number)
        audit.add(connection, who.email, Event.AFMELDEN, address=address, swv=who.swv)


def sign_out_everywhere(book: Journal, nummer: int, address: str = "") -> int:
    """Ends all sessions of an account; how many were open."""
    with book.writing(0) as connection:
        ended = roster.end_sessions(connection, nummer)
        who = roster.at(connection, nummer)
        about = f"overal ({ended} sessies)"
        audit.add(connection, who.email, Event.AFMELDEN, about, address=address, swv=who.swv)
        return ended


def end_all(book: Journal, who: str) -> int:
    """For a journal that was put back; how many were open. Who was signed in then must not be so
    now; nor may an invitation that was open then, and may have been used or taken back since, be
    used (again)."""
    with book.writing(0) as connection:
        offered = uitnodiging.c
        connection.execute(
            sa.update(uitnodiging)
            .where(offered.gebruikt.is_(None), offered.ingetrokken.is_(None))
            .values(ingetrokken=now(), ingetrokken_door=who)
        )
        ended = sa.update(sessie).where(_s.beeindigd.is_(None)).values(beeindigd=now())
        return connection.execute(ended).rowcount


def change_password(
    book: Journal,
    nummer: int,
    old: str,
    new: str,
    keep: str = "",
    address: str = "",
    device: str = "",
) -> None:
    """Ends all sessions but that of the token `keep`. SignInRefused when the old one is wrong
    (which counts as an attempt to sign in), PasswordRefused when the new one is."""
    with book.reading() as connection:
        who, stored = roster.at(connection, nummer), _hash(connection, nummer)
    if not stored:
        raise SignInRefused(
            "Dit account heeft geen wachtwoord: u meldt zich aan met uw werkaccount."
        )
    passwords.check(new, who.email, who.naam)
    done = attempts.attempt(book, who.email, address, device)
    if done.until is not None:
        raise HasToWait(done.until)
    if not passwords.verify(stored, old):
        what = "wachtwoord veranderen"
        audit.record(book, who.email, Event.WACHTWOORD, what, audit.REFUSED, address, who.swv)
        raise SignInRefused("Het oude wachtwoord is niet goed. Er is niets veranderd.")
    if passwords.normal(old) == passwords.normal(new):
        raise passwords.PasswordRefused("Dit is het oude wachtwoord. Kies een ander.")
    made = passwords.hashed(new)
    with book.writing(0) as connection:
        if _hash(connection, nummer) != stored:
            raise SignInRefused("Uw wachtwoord is zojuist al veranderd. Er is niets gedaan.")
        set_password(connection, nummer, made)
        attempts.succeeded(connection, done)
        roster.end_sessions(connection, nummer, keys.of_token(keep) if keep else "")
        audit.add(
            connection, who.email, Event.WACHTWOORD, "veranderd", address=address, swv=who.swv
        )


def _alive(book: Journal, token: str) -> tuple[Account, int, dt.datetime] | None:
    """The account, the number of its session, and when that was last seen."""
    values = {"token": keys.of_token(token), "vandaag": dt.date.today()}
    with book.reading() as connection:
        rows = connection.execute(_OF_TOKEN, values).all()
    if not rows or not rows[0].actief:
        return None
    moment, seen, begun = now(), rows[0].sessie_gezien, rows[0].begonnen
    if moment - seen >= IDLE or moment - begun >= ABSOLUTE:
        return None
    (found,) = roster.accounts_in(rows)
    return found, rows[0].sessie, seen


def _known(book: Journal, email: str) -> tuple[Account | None, str]:
    """The account and the hash of its password, empty when there is none."""
    with book.reading() as connection:
        found = roster.with_email(connection, email)
        return found, _hash(connection, found.nummer if found else 0)


def _hash(connection: sa.Connection, nummer: int) -> str:
    query = sa.select(wachtwoord.c.hash).where(wachtwoord.c.account == nummer)
    return connection.execute(query).scalar() or ""


def _start(connection: sa.Connection, nummer: int, address: str, via: str) -> str:
    """Within the lock, so that nobody is put out between the password and the session."""
    who = roster.at(connection, nummer)
    if not who.actief:
        raise SignInRefused("Dit account staat uit. Vraag uw beheerder om het aan te zetten.")
    token, moment = keys.new_token(), now()
    connection.execute(sa.delete(sessie).where(_s.begonnen < moment - KEPT))
    connection.execute(
        sa.insert(sessie).values(
            token=keys.of_token(token), account=nummer, via=plain(via, 20),
            adres=plain(address, 64), begonnen=moment, gezien=moment,
        )
    )  # fmt: skip
    connection.execute(
        sa.update(accounts_table).where(_a.nummer == nummer).values(gezien=moment, via=via)
    )
    audit.add(connection, who.email, Event.AANMELDEN, via, address=address, swv=who.swv)
    return token


def _seen(book: Journal, session: int, nummer: int, moment: dt.datetime) -> None:
    with book.adding() as connection:
        connection.execute(sa.update(sessie).where(_s.nummer == session).values(gezien=moment))
        connection.execute(
            sa.update(accounts_table).where(_a.nummer == nummer).values(gezien=moment)
        )


__all__ = [
    "ABSOLUTE", "IDLE", "HasToWait", "SignInRefused", "TooBusy", "account_of", "change_password", "end_all",
    "is_alive", "sign_in", "sign_out", "sign_out_everywhere", "start",
]  # fmt: skip
