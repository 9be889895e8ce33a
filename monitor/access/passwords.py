"""Passwords: which are good enough, and their hashes (argon2id)."""

import re
import secrets
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import argon2

from monitor.errors import MonitorError


LEAST = 12
MOST = 200
"""Characters."""
FEWEST_DIFFERENT = 5
STRIPPED = 8
"""Digits and signs around a common word that do not make it uncommon."""
COMMON = Path(__file__).with_name("common_passwords.txt")
ROWS = ("abcdefghijklmnopqrstuvwxyz", "0123456789" * 2, "qwertyuiopasdfghjklzxcvbnm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p")  # fmt: skip
"""What fingers type without a head."""
SPELT = tuple(str.maketrans("01345789@$!|", f"o{one}eastbgas{one}{one}") for one in ("i", "l"))
"""Signs that stand for a letter: w3lk0m, p@ssw0rd."""
WAIT = 10.0
"""Seconds to wait for a turn."""

hasher = argon2.PasswordHasher(time_cost=3, memory_cost=32 * 1024, parallelism=1)
"""About 60 to 100 ms and 32 MB each; see `docs/beveiliging.md`."""
_turns = threading.BoundedSemaphore(2)
"""So that a flood of attempts takes no more than 64 MB, and leaves a core for the pages."""


class PasswordRefused(MonitorError):
    """A new password that is not good enough."""


class TooBusy(MonitorError):
    """Too many are signing in at once."""


def check(password: str, email: str = "", naam: str = "") -> None:
    """PasswordRefused says what is wrong with a new password, and what to choose instead."""
    text = normal(password)
    if len(text) < LEAST:
        raise PasswordRefused(
            f"Dit wachtwoord is te kort. Kies er een van {LEAST} tekens of meer, bijvoorbeeld "
            "drie of vier woorden achter elkaar die niet bij elkaar horen."
        )
    if len(text) > MOST:
        raise PasswordRefused(
            f"Dit wachtwoord is te lang. Kies er een van hoogstens {MOST} tekens."
        )
    if len(set(text.casefold())) < FEWEST_DIFFERENT:
        raise PasswordRefused(
            "In dit wachtwoord staan steeds dezelfde tekens. Kies er een met meer verschillende."
        )
    tried = set(_cores(text))
    if tried & _own(email, naam) or (email and normal(email).casefold() in text.casefold()):
        raise PasswordRefused(
            "Dit wachtwoord lijkt te veel op uw naam of e-mailadres. Kies iets dat niemand van u "
            "weet."
        )
    if tried & _common() or any(_is_row(one) for one in tried):
        raise PasswordRefused(
            "Dit wachtwoord gebruiken te veel mensen; het is zo geraden. Kies drie of vier woorden "
            "achter elkaar die niet bij elkaar horen."
        )


def hashed(password: str) -> str:
    """What is kept of a password. TooBusy when there is no turn."""
    with _turn():
        return hasher.hash(_bytes(password))


def verify(stored: str, password: str) -> bool:
    """Whether this is the password. The same work for any that is not. TooBusy: see `hashed`."""
    with _turn():
        try:
            return hasher.verify(stored, _bytes(password))
        except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
            return False


def is_outdated(stored: str) -> bool:
    """Whether a hash was made with less work than is asked today."""
    return hasher.check_needs_rehash(stored)


@cache
def nobodys() -> str:
    """A hash of no password, to compare with when there is no account."""
    return hashed(secrets.token_hex(32))


def normal(password: str) -> str:
    """The same letters typed on another keyboard are the same password (NFKC)."""
    return unicodedata.normalize("NFKC", password)


def _bytes(password: str) -> bytes:
    # Longer than a password can be is wrong, whatever it is; it is not worth the memory.
    return normal(password[: 4 * MOST]).encode("utf-8", "surrogatepass")


@contextmanager
def _turn() -> Iterator[None]:
    if not _turns.acquire(timeout=WAIT):
        raise TooBusy("Er melden zich nu te veel mensen tegelijk aan. Probeer het zo opnieuw.")
    try:
        yield
    finally:
        _turns.release()


def _cores(text: str) -> Iterator[str]:
    """What is left of a password without what everybody puts around it: Welkom2026! is welkom."""
    low = text.casefold()
    yield from (low, _unit(low))
    bare = re.sub(r"[\W_]+", "", low)
    yield from (bare, _unit(bare))
    for pattern in (r"^[\W\d_]+|[\W\d_]+$", r"[\W\d_]+"):
        core = re.sub(pattern, "", low)
        if len(low) - len(core) <= STRIPPED:
            yield from (core, _unit(core))
    spelt = [low, bare]
    core = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", low)
    if len(low) - len(core) <= STRIPPED:
        spelt.append(core)
    for letters in SPELT:
        for one in spelt:
            yield from (one.translate(letters), _unit(one.translate(letters)))


def _unit(text: str) -> str:
    """abcabcabc is abc three times."""
    at = (text + text).find(text, 1)
    return text[:at] if 0 < at < len(text) else text


def _is_row(text: str) -> bool:
    return len(text) >= 6 and any(text in row + row or text in (row + row)[::-1] for row in ROWS)


def _own(email: str, naam: str) -> set[str]:
    before, _, domain = normal(email).casefold().partition("@")
    words = [before, re.sub(r"[\W\d_]+", "", before), domain.rpartition(".")[0], domain]
    names = re.findall(r"[^\W\d_]+", normal(naam).casefold())
    words += [*names, "".join(names), "".join(reversed(names))]
    return {word for word in words if len(word) >= 4}


@cache
def _common() -> frozenset[str]:
    lines = COMMON.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
