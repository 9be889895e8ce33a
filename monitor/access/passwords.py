"""Passwords: which are good enough, and their hashes (argon2id)."""

import re
import secrets
import threading
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import argon2

from monitor.errors import MonitorError


LEAST = 12
MOST = 200
"""Characters."""
FEWEST_DIFFERENT = 5
SCORE = 4
"""Of 0 to 4, as zxcvbn gives it: ten thousand million guesses or more."""
BETWEEN = re.compile(r"[\s._,-]+")
COMMON = Path(__file__).with_name("common_passwords.txt")
YEARS = tuple(str(year) for year in range(2020, 2051))
"""The years that zxcvbn 4.5 does not know end with 2019."""
LONGEST = 72
"""Characters that are looked at; zxcvbn takes no more. What begins strong is strong."""
MANY_SIGNS = 6
LONGEST_OF_SIGNS = 24
"""The same of more than so many different signs that can stand for a letter: every way to read them
is tried, which takes seconds (the longest found now: 0.6 s)."""
WAIT = 10.0
"""Seconds to wait for a turn."""

hasher = argon2.PasswordHasher(time_cost=3, memory_cost=32 * 1024, parallelism=1)
"""About 60 to 100 ms and 32 MB each; see `docs/beveiliging.md`."""
_turns = threading.BoundedSemaphore(2)
"""So that a flood of attempts takes no more than 64 MB, and leaves a core for the pages."""
_one_at_a_time = threading.Lock()
"""zxcvbn keeps the words of who asks where everybody finds them."""


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
            "vier woorden achter elkaar die niet bij elkaar horen."
        )
    if len(text) > MOST:
        raise PasswordRefused(
            f"Dit wachtwoord is te lang. Kies er een van hoogstens {MOST} tekens."
        )
    if len(set(text.casefold())) < FEWEST_DIFFERENT:
        raise PasswordRefused(
            "In dit wachtwoord staan steeds dezelfde tekens. Kies er een met meer verschillende."
        )
    own = _own(email, naam)
    guessed = _guessed(text, [*sorted(own), *_common(), *YEARS])
    if guessed & own or (email and normal(email).casefold() in text.casefold()):
        raise PasswordRefused(
            "Dit wachtwoord lijkt te veel op uw naam of e-mailadres. Kies iets dat niemand van u "
            "weet."
        )
    if guessed:
        raise PasswordRefused(
            "Dit wachtwoord, of een dat erop lijkt, gebruiken te veel mensen; het is zo geraden. "
            "Kies vier woorden achter elkaar die niet bij elkaar horen."
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


def _guessed(text: str, words: Sequence[str]) -> set[str]:
    """By which words and other patterns a password is soon guessed, with what stands between words
    or without it; nothing when it is not. `words` are those to try besides the usual ones."""
    for one in filter(None, (text, BETWEEN.sub("", text))):
        found = _estimate(one, words)
        if found["score"] < SCORE:
            parts = [part for match in found["sequence"] for part in _parts(match)]
            return {part.get("matched_word") or part["token"] for part in parts}
    return set()


def _estimate(text: str, words: Sequence[str]) -> dict[str, Any]:
    # Here, because of its 94.000 words (30 ms, 14 MB), and few ever choose a password.
    from zxcvbn import zxcvbn
    from zxcvbn.matching import L33T_TABLE

    signs = {sign for those in L33T_TABLE.values() for sign in those}
    longest = LONGEST_OF_SIGNS if len(signs & set(text)) > MANY_SIGNS else LONGEST
    with _one_at_a_time:
        return dict(zxcvbn(text[:longest], words))


def _parts(match: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A pattern; of what is repeated, the patterns in it."""
    yield match
    for part in match.get("base_matches", ()):
        yield from _parts(part)


def _own(email: str, naam: str) -> set[str]:
    whole = normal(email).casefold()
    before, _, domain = whole.partition("@")
    names = re.findall(r"[^\W\d_]+", normal(naam).casefold())
    words = [whole, before, domain.rpartition(".")[0], domain, *names, "".join(names)]
    words += ["".join(reversed(names)), *re.findall(r"[^\W\d_]+", before)]
    words += [BETWEEN.sub("", word) for word in words]
    return {word for word in words if len(word) >= 4}


@cache
def _common() -> tuple[str, ...]:
    lines = COMMON.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
