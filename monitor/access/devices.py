"""Devices on which somebody signed in before: they have a count of failures of their own.

Whoever knows an address could otherwise keep its owner out by failing on purpose. The token of a
device names no account and gives no way in: it only says that this address once signed in here.
"""

import hmac
import secrets

from monitor.access import keys
from monitor.access.rights import spelt
from monitor.store.journal import Journal


def token(book: Journal, email: str) -> str:
    """A token for the device on which the owner of an address just signed in."""
    chance = secrets.token_urlsafe(16)
    return f"{chance}.{_proof(book, email, chance)}"


def is_of(book: Journal, email: str, device: str) -> bool:
    """Whether a token was given to a device on which this address signed in."""
    chance, _, proof = device.partition(".")
    # As bytes: whatever a browser sends may be compared.
    return hmac.compare_digest(proof.encode(), _proof(book, email, chance).encode())


def _proof(book: Journal, email: str, chance: str) -> str:
    return keys.keyed(book, f"apparaat {chance} {spelt(email)}")
