"""Whatever is done to accounts, by whomever and in whatever order: what must hold, holds."""

import shutil
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest
import sqlalchemy as sa
from hypothesis import strategies as st

from access.conftest import MACHINE, PASSWORD
from monitor.access import accounts, invitations, sessions, tables
from monitor.access.accounts import Account
from monitor.access.viewer import Role
from monitor.errors import MonitorError
from monitor.store.journal import Journal


SWV = ("VO0101", "VO0202")
PEOPLE = 5

who = st.integers(0, PEOPLE - 1)
of = st.sets(st.sampled_from(SWV), min_size=1)
role = st.sampled_from([Role.BEHEERDER, Role.BEHEERDER, Role.CONSULTANT, Role.DIRECTEUR])
action = st.one_of(
    st.tuples(st.just("rechten"), who, who, role, of),
    st.tuples(st.just("uit"), who, who),
    st.tuples(st.just("aan"), who, who),
    st.tuples(st.just("inzage"), who, who, st.sampled_from(SWV)),
    st.tuples(st.just("geen inzage"), who, who, st.sampled_from(SWV)),
    st.tuples(st.just("uitnodigen"), who, who, role, of),
    st.tuples(st.just("aanmelden"), who),
    st.tuples(st.just("afmelden"), who),
)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_whatever_is_done_what_must_hold_holds(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    numbers = iter(range(10**6))
    made = tmp_path / "begin.sqlite"
    if kind == "sqlite":
        _people(f"sqlite:///{made}")

    def fresh() -> str:
        if kind == "sqlite":
            copy = tmp_path / f"{next(numbers)}.sqlite"
            shutil.copyfile(made, copy)
            return f"sqlite:///{copy}"
        url = str(request.getfixturevalue("postgres").emptied())
        _people(url)
        return url

    # Long stories rather than many: what goes wrong, goes wrong after something else.
    @hypothesis.settings(max_examples=15 if kind == "sqlite" else 4)
    @hypothesis.given(st.lists(action, min_size=12, max_size=25))
    def run(actions: list[tuple[object, ...]]) -> None:
        _play(fresh(), actions)

    run()


def _people(url: str) -> None:
    book = Journal(url)
    _person(book, 0, Role.BEHEERDER, SWV)
    _person(book, 1, Role.BEHEERDER, SWV[:1])
    _person(book, 2, Role.CONSULTANT, SWV)
    book.close()


def _play(url: str, actions: list[tuple[object, ...]]) -> None:
    book = Journal(url)
    open_: dict[int, list[str]] = {}
    before, lines = _accounts(book), _lines(book)
    for one in actions:
        try:
            _do(book, one, open_)
        except MonitorError:
            done = False
        else:
            done = True
        after, now = _accounts(book), _lines(book)
        _check(book, one, before, after, done)
        _check_sessions(book, open_, after)
        assert now >= lines + done, "all is written down"
        before, lines = after, now
    book.close()


def _accounts(book: Journal) -> dict[int, Account]:
    return {each.nummer: each for each in accounts.accounts(book)}


def _lines(book: Journal) -> int:
    with book.reading() as connection:
        count = connection.execute(sa.select(sa.func.count()).select_from(tables.logboek)).scalar()
    return int(count or 0)


def _person(book: Journal, number: int, as_: Role, swv: tuple[str, ...]) -> None:
    token = invitations.invite(
        book, MACHINE, email=_email(number), naam=f"Persoon {number}", role=as_, swv=swv
    )
    invitations.accept(book, token, PASSWORD)


def _email(number: int) -> str:
    return f"p{number}@voorbeeld.nl"


def _do(book: Journal, one: tuple, open_: dict[int, list[str]]) -> None:  # type: ignore[type-arg]
    what, actor, *rest = one
    if what == "aanmelden":
        open_.setdefault(actor, []).append(sessions.sign_in(book, _email(actor), PASSWORD, ""))
        return
    by = accounts.by_email(book, _email(actor))
    if by is None:
        raise MonitorError
    if what == "afmelden":
        sessions.sign_out_everywhere(book, by.nummer)
        open_[actor] = []
        return
    whom = accounts.by_email(book, _email(rest[0]))
    if what == "uitnodigen":
        token = invitations.invite(
            book, by.viewer, email=_email(rest[0]), naam="Nieuw", role=rest[1], swv=rest[2]
        )
        invitations.accept(book, token, PASSWORD)
        open_[rest[0]] = []
        return
    if whom is None:
        raise MonitorError
    act: dict[str, Callable[[], None]] = {
        "rechten": lambda: accounts.change_rights(
            book, by.viewer, whom.nummer, role=rest[1], swv=rest[2]
        ),
        "uit": lambda: accounts.deactivate(book, by.viewer, whom.nummer),
        "aan": lambda: accounts.activate(book, by.viewer, whom.nummer),
        "inzage": lambda: accounts.grant_exact(
            book, by.viewer, whom.nummer, rest[1], "waarom", None
        ),
        "geen inzage": lambda: accounts.withdraw_exact(book, by.viewer, whom.nummer, rest[1]),
    }
    act[what]()
    if what == "uit":
        open_[rest[0]] = []


def _check(
    book: Journal,
    one: tuple,  # type: ignore[type-arg]
    before: dict[int, Account],
    after: dict[int, Account],
    done: bool,
) -> None:
    for swv in SWV:
        left = [
            each
            for each in after.values()
            if each.actief and each.role is Role.BEHEERDER and swv in each.swv
        ]
        assert left, f"{swv} lost its last beheerder by {one}"
    changed = [
        number
        for number, now in after.items()
        if number not in before or _core(before[number]) != _core(now)
    ]
    assert not changed or done, "what was refused changed something"
    for number in changed:
        now, was = after[number], before.get(number)
        actor = next(each for each in before.values() if each.email == _email(one[1]))
        assert actor.actief
        assert actor.role is Role.BEHEERDER
        assert actor.nummer != number, "his own rights"
        if one[0] in ("inzage", "geen inzage"):
            assert one[3] in actor.swv
        else:
            assert now.swv <= actor.swv, "more than he has himself"
            assert was is None or was.swv <= actor.swv, "somebody who is not his"
        assert now.exact <= now.swv
        assert now.role is Role.CONSULTANT or not now.exact
    with book.reading() as connection:
        rights = connection.execute(sa.select(sa.func.count()).select_from(tables.recht)).scalar()
    assert rights == sum(len(accounts.history(book, number)) for number in after)
    assert book.version() == 0


def _core(one: Account) -> tuple[object, ...]:
    return one.role, one.swv, one.exact, one.actief, one.email, one.naam


def _check_sessions(book: Journal, open_: dict[int, list[str]], after: dict[int, Account]) -> None:
    by_email = {each.email: each for each in after.values()}
    for number, tokens in open_.items():
        for token in tokens:
            assert sessions.account_of(book, token) == by_email[_email(number)]
    with book.reading() as connection:
        query = sa.select(tables.sessie.c.account).where(tables.sessie.c.beeindigd.is_(None))
        alive = connection.execute(query).scalars().all()
    assert len(alive) == sum(map(len, open_.values())), "who was put out is out"
    assert all(after[number].actief for number in alive)
