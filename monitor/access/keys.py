"""Tokens and keyed hashes: what is kept of a secret is never the secret."""

import hashlib
import hmac
import secrets
from functools import lru_cache

import sqlalchemy as sa

from monitor.access.tables import sleutel
from monitor.store.journal import Journal, add_once


def new_token() -> str:
    """256 bits, fit for a URL and a cookie."""
    return secrets.token_urlsafe(32)


def of_token(token: str) -> str:
    """What is kept of a token, and looked up."""
    return hashlib.sha256(token[:200].encode("utf-8", "replace")).hexdigest()


def keyed(book: Journal, text: str) -> str:
    """A hash that says nothing to who has not this journal."""
    return hmac.new(_key(book), text.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


@lru_cache(maxsize=64)
def _key(book: Journal) -> bytes:
    with book.adding() as connection:
        add_once(connection, sleutel, een=1, waarde=secrets.token_hex(32))
        return bytes.fromhex(connection.execute(sa.select(sleutel.c.waarde)).scalar_one())
