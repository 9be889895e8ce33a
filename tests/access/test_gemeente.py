"""Of which gemeente somebody is: chosen at inviting, kept, changed; and a journal from before that."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from monitor.access import EVERY, Role, Viewer, accounts, invitations
from monitor.access.accounts import Account
from monitor.errors import MonitorError
from monitor.store.journal import FILE, Journal, journal


Make = Callable[..., Account]
MACHINE = Viewer(Role.BEHEERDER, EVERY, wie="opdracht van toets")
TABLES = ("recht_gemeente", "uitnodiging_gemeente")


def test_who_takes_an_invitation_is_of_the_gemeente_that_was_chosen(
    make: Make, book: Journal
) -> None:
    one = make("greet@voorbeeld.nl", Role.GEMEENTE, gemeente="9904")

    assert one.gemeente == one.viewer.gemeente == "GM9904", "in one spelling"
    (given,) = accounts.history(book, one.nummer)
    assert given[2].gemeente == "GM9904"


def test_an_invitation_says_it_before_it_is_taken(book: Journal) -> None:
    token = invitations.invite(
        book, MACHINE, email="greet@voorbeeld.nl", naam="Greet", role=Role.GEMEENTE,
        swv={"VO0101"}, gemeente="GM9904",
    )  # fmt: skip

    offered = invitations.invitation(book, token)
    assert offered is not None
    assert offered.rights.gemeente == "GM9904"
    assert "GM9904" in str(offered.rights)


def test_it_changes_with_the_rights_and_goes_with_another_role(make: Make, book: Journal) -> None:
    one = make("greet@voorbeeld.nl", Role.GEMEENTE, gemeente="GM9904")
    swv = one.swv

    accounts.change_rights(
        book, MACHINE, one.nummer, role=Role.GEMEENTE, swv=swv, gemeente="GM9905"
    )
    assert accounts.account(book, one.nummer).gemeente == "GM9905"
    accounts.change_rights(book, MACHINE, one.nummer, role=Role.CONSULTANT, swv=swv)
    assert accounts.account(book, one.nummer).gemeente == ""
    said = [given.gemeente for _, _, given in accounts.history(book, one.nummer)]
    assert said == ["", "GM9905", "GM9904"], "what it was stays to be seen"


@pytest.mark.parametrize(
    ("role", "gemeente", "why"),
    [
        (Role.DIRECTEUR, "GM9904", "Alleen de rol gemeente hoort bij een gemeente."),
        (Role.GEMEENTE, "Dravenburg", "verwacht een gemeentenummer"),
    ],
    ids=["another role", "a name"],
)
def test_what_cannot_be_is_refused_in_words(
    book: Journal, role: Role, gemeente: str, why: str
) -> None:
    with pytest.raises(MonitorError, match=why):
        invitations.invite(book, MACHINE, email="greet@voorbeeld.nl", naam="Greet", role=role,
                           swv={"VO0101"}, gemeente=gemeente)  # fmt: skip


def test_it_is_no_right(make: Make) -> None:
    """Of other gemeenten somebody sees what he sees of his own, and of schools nothing."""
    here = make("greet@voorbeeld.nl", Role.GEMEENTE, gemeente="GM9904").viewer
    nowhere = make("gijs@voorbeeld.nl", Role.GEMEENTE).viewer

    for per in ("vestiging", "bestuur", "wijk", "gemeente", "subregio", "swv"):
        for code in ("GM9904", "GM9905"):
            assert here.may_see(per, code) == nowhere.may_see(per, code)
    assert here.sees_exact == nowhere.sees_exact is False


def test_a_journal_of_the_version_before_opens_and_keeps_its_accounts(
    tmp_path: Path, cheap_hashes: None
) -> None:
    """It lacks the two tables: they are made, and whoever was in it has no gemeente."""
    from monitor.store.journal import _books

    folder = tmp_path / "gegevens"
    book = journal(folder)
    for email in ("greet@voorbeeld.nl", "gijs@voorbeeld.nl"):
        token = invitations.invite(book, MACHINE, email=email, naam="Greet", role=Role.GEMEENTE,
                                   swv={"VO0101"})  # fmt: skip
    invitations.accept(book, token, "paars kanaal trompet 7")
    book.close()
    with closing(sqlite3.connect(folder / FILE)) as connection:
        for name in TABLES:
            connection.execute(f"drop table {name}")
        connection.commit()
    _books.clear()  # as another process finds it

    book = journal(folder)

    (one,) = accounts.accounts(book)
    assert (one.email, one.gemeente) == ("gijs@voorbeeld.nl", "")
    (waiting,) = invitations.open_invitations(book)
    assert waiting.rights.gemeente == ""
    accounts.change_rights(
        book, MACHINE, one.nummer, role=Role.GEMEENTE, swv=one.swv, gemeente="GM9904"
    )
    assert accounts.account(book, one.nummer).gemeente == "GM9904"
    with (
        closing(sqlite3.connect(folder / FILE)) as connection,
        pytest.raises(sqlite3.DatabaseError, match="alleen toevoegen"),
    ):
        connection.execute("update recht_gemeente set gemeente = 'GM0001'")
