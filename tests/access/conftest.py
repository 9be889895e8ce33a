"""Accounts to test with: made as people make them, with passwords that cost little to check."""

import datetime as dt
import sys
from collections.abc import Callable, Iterator

import argon2
import pytest

from monitor.access import accounts, invitations, passwords
from monitor.access.accounts import Account
from monitor.access.viewer import EVERY, Role, Viewer
from monitor.store.journal import Journal, engine


PASSWORD = "paars kanaal trompet 7"
MACHINE = Viewer(Role.BEHEERDER, EVERY, wie="opdracht van toets")
"""Who runs a command on the machine itself."""

Make = Callable[..., Account]


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(passwords, "hasher", argon2.PasswordHasher(1, 8, 1))
    passwords.nobodys.cache_clear()
    yield
    passwords.nobodys.cache_clear()


@pytest.fixture
def make(book: Journal) -> Make:
    """Makes an account: by default a consultant of VO0101, invited by who runs the machine."""

    def make_it(
        email: str = "an@voorbeeld.nl",
        role: Role = Role.CONSULTANT,
        swv: str = "VO0101",
        by: Viewer = MACHINE,
        **values: object,
    ) -> Account:
        ordinary: dict[str, object] = {"naam": email.partition("@")[0].capitalize()}
        if role is Role.SCHOOL:
            ordinary["vestigingen"] = ["01AA00"]
        if role is Role.BESTUUR:
            ordinary["besturen"] = ["40001"]
        token = invitations.invite(
            book, by, email=email, role=role, swv=swv.split(), **ordinary | values  # type: ignore[arg-type]
        )  # fmt: skip
        return invitations.accept(book, token, PASSWORD)

    return make_it


@pytest.fixture
def beheerder(make: Make) -> Account:
    return make("bea@voorbeeld.nl", Role.BEHEERDER)


class Clock:
    """The time that accounts live in; `later` moves it on."""

    def __init__(self) -> None:
        self._ahead = dt.timedelta()

    def __call__(self) -> dt.datetime:
        return dt.datetime.now(dt.UTC) + self._ahead

    def later(self, **parts: float) -> None:
        self._ahead += dt.timedelta(**parts)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    moved, real = Clock(), engine.now
    for name, module in list(sys.modules.items()):
        if name.startswith("monitor.access") and getattr(module, "now", None) is real:
            monkeypatch.setattr(module, "now", moved)
    return moved


def refreshed(book: Journal, of: Account) -> Account:
    return accounts.account(book, of.nummer)
