"""Who somebody is whom another (OpenID Connect) vouches for: an account of ours, or nobody.

The provider says who it is; what he may see stands in our own table only. The first time it is the
e-mail address that counts; from then on it is who he is at that provider, so that a mailbox that is
given to somebody else is no key.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from monitor.access import audit, roster
from monitor.access.audit import Event
from monitor.access.invitations import accept_without_password
from monitor.access.rights import EMAIL, spelt
from monitor.access.roster import Account
from monitor.access.sessions import SignInRefused
from monitor.access.tables import binding
from monitor.store.journal import Journal, now, plain


@dataclass(frozen=True)
class Trust:
    """What is believed of a provider."""

    email: tuple[str, ...] = ("email", "preferred_username")
    """The claims in which an e-mail address may stand, the best one first."""
    unverified: bool = True
    """Whether an address counts of which the provider does not say if it was verified (Entra ID
    does not say it of its own people). One that it calls unverified never counts."""


TRUST = Trust()


def by_claims(
    book: Journal, claims: Mapping[str, Any], address: str = "", trust: Trust = TRUST
) -> Account:
    """The account of who has these claims, which were verified (signature, issuer, audience).

    SignInRefused for who has no account, whose account is off, or who is another than the one
    that signed in with it before; it is written down. An open invitation makes an account.
    """
    issuer, subject = plain(str(claims.get("iss") or ""), 500), _subject(claims)
    email = _email(claims, trust)
    why = "geen account"
    with book.writing(0) as connection:
        found = None
        if not issuer or not subject:
            why = "onvolledig antwoord van de aanbieder"
        elif (bound := _bound(connection, issuer, subject)) is not None:
            found = roster.at(connection, bound)
        elif not email:
            why = "geen geverifieerd e-mailadres"
        else:
            found = roster.with_email(connection, email)
            found = found or accept_without_password(connection, email)
            if found is not None and _is_bound(connection, found.nummer, issuer):
                found, why = None, "ander persoon dan eerder"
            elif found is not None and found.actief:
                connection.execute(
                    sa.insert(binding).values(
                        account=found.nummer, uitgever=issuer, onderwerp=subject, wanneer=now()
                    )
                )
                about = f"{email}: verbonden met {issuer}"
                audit.add(connection, email, Event.ACCOUNT, about, "ok", address, found.swv)
        if found is not None and found.actief:
            return found
        if found is not None:
            why = "account staat uit"
        who = found.email if found is not None else email or "onbekend"
        swv = found.swv if found is not None else frozenset()
        about = f"oidc: {why} ({issuer})"
        audit.add(connection, who, Event.AANMELDEN, about, audit.REFUSED, address, swv)
    shown = f" ({email})" if email else ""
    raise SignInRefused(
        f"Uw organisatie heeft u herkend{shown}, maar u hebt geen toegang tot deze monitor. Vraag "
        "de beheerder van uw samenwerkingsverband om een uitnodiging voor dit adres."
    )


def unbind(connection: sa.Connection, nummer: int) -> None:
    """Who comes next with the e-mail address of this account is believed again."""
    connection.execute(sa.delete(binding).where(binding.c.account == nummer))


def _subject(claims: Mapping[str, Any]) -> str:
    """Who it is at the provider: of Entra ID the person and his organisation, which stay the same
    when this monitor is registered there anew."""
    person, tenant = claims.get("oid"), claims.get("tid")
    if person and tenant:
        return plain(f"{tenant}/{person}", 500)
    return plain(str(claims.get("sub") or ""), 500)


def _email(claims: Mapping[str, Any], trust: Trust) -> str:
    """Empty when there is none that counts."""
    verified = claims.get("email_verified")
    if verified not in (True, "true") and not (verified is None and trust.unverified):
        return ""
    for name in trust.email:
        value = claims.get(name)
        if isinstance(value, str) and EMAIL.fullmatch(spelt(value)):
            return spelt(value)
    return ""


def _bound(connection: sa.Connection, issuer: str, subject: str) -> int | None:
    query = sa.select(binding.c.account).where(
        binding.c.uitgever == issuer, binding.c.onderwerp == subject
    )
    return connection.execute(query).scalar()


def _is_bound(connection: sa.Connection, nummer: int, issuer: str) -> bool:
    query = sa.select(binding.c.nummer).where(
        binding.c.account == nummer, binding.c.uitgever == issuer
    )
    return connection.execute(query).first() is not None
