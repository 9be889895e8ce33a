"""Who may change which account, and what of it can be seen afterwards."""

import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from access.conftest import MACHINE, PASSWORD, Make, refreshed
from monitor.access import accounts, audit, sessions, tables
from monitor.access.accounts import Account, NotAllowed
from monitor.access.viewer import EVERY, Role, Viewer
from monitor.errors import MonitorError, NotFound
from monitor.store.journal import Journal


TODAY = dt.date.today()


def demote(book: Journal, by: Viewer, whom: Account) -> None:
    accounts.change_rights(book, by, whom.nummer, role=Role.DIRECTEUR, swv=whom.swv)


# ------------------------------------------------------------------------------------ rights


def test_rights_are_changed_and_stay_to_be_seen(
    book: Journal, make: Make, beheerder: Account
) -> None:
    an = make("an@voorbeeld.nl", Role.CONSULTANT)

    accounts.change_rights(
        book, beheerder.viewer, an.nummer, role=Role.SCHOOL, swv=["VO0101"],
        vestigingen=["01aa00", "01AA01"],
    )  # fmt: skip

    now = refreshed(book, an)
    assert (now.role, now.vestigingen) == (Role.SCHOOL, {"01AA00", "01AA01"})
    assert [(who, str(had)) for _, who, had in accounts.history(book, an.nummer)] == [
        (beheerder.email, "school VO0101 01AA00 01AA01"),
        (MACHINE.wie, "consultant VO0101"),
    ]
    (last,) = audit.search(book, what="rechten")
    assert (last.wie, last.over, last.swv) == (
        beheerder.email,
        "an@voorbeeld.nl: consultant VO0101 werd school VO0101 01AA00 01AA01",
        {"VO0101"},
    )


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.BEHEERDER])
def test_only_a_beheerder_changes_accounts(book: Journal, make: Make, role: Role) -> None:
    an, somebody = make("an@voorbeeld.nl"), make("x@voorbeeld.nl", role).viewer

    for change in (
        lambda: demote(book, somebody, an),
        lambda: accounts.deactivate(book, somebody, an.nummer),
        lambda: accounts.activate(book, somebody, an.nummer),
        lambda: accounts.grant_exact(book, somebody, an.nummer, "VO0101", "waarom", None),
        lambda: accounts.withdraw_exact(book, somebody, an.nummer, "VO0101"),
    ):
        with pytest.raises(NotAllowed, match="Alleen een beheerder"):
            change()
    assert refreshed(book, an) == an
    assert [one.wie for one in audit.search(book, what="geweigerd")] == ["x@voorbeeld.nl"] * 5


@pytest.mark.parametrize(
    ("swv", "why"),
    [
        ("VO0202", "another's"),
        ("VO0101 VO0202", "partly another's"),
    ],
)
def test_a_beheerder_manages_who_is_wholly_his_own(
    book: Journal, make: Make, beheerder: Account, swv: str, why: str
) -> None:
    an = make("an@voorbeeld.nl", Role.CONSULTANT, swv)

    with pytest.raises(NotAllowed):
        demote(book, beheerder.viewer, an)
    with pytest.raises(NotAllowed):
        accounts.deactivate(book, beheerder.viewer, an.nummer)
    assert refreshed(book, an) == an, why
    assert an not in accounts.accounts(book, beheerder.viewer)


def test_a_beheerder_gives_nobody_what_is_not_his(
    book: Journal, make: Make, beheerder: Account
) -> None:
    an = make("an@voorbeeld.nl")

    with pytest.raises(NotAllowed):
        accounts.change_rights(
            book, beheerder.viewer, an.nummer, role=Role.CONSULTANT, swv=["VO0101", "VO0202"]
        )
    assert refreshed(book, an).swv == {"VO0101"}


def test_nobody_changes_his_own_rights(book: Journal, make: Make, beheerder: Account) -> None:
    make("cor@voorbeeld.nl", Role.BEHEERDER)

    with pytest.raises(NotAllowed, match="eigen rechten"):
        demote(book, beheerder.viewer, beheerder)
    with pytest.raises(NotAllowed, match="eigen rechten"):
        accounts.deactivate(book, beheerder.viewer, beheerder.nummer)


def test_the_last_beheerder_stays(book: Journal, make: Make) -> None:
    a = make("a@voorbeeld.nl", Role.BEHEERDER, "VO0101 VO0202")
    b = make("b@voorbeeld.nl", Role.BEHEERDER, "VO0101")
    off = make("c@voorbeeld.nl", Role.BEHEERDER, "VO0202")
    accounts.deactivate(book, MACHINE, off.nummer)

    for lose in (
        lambda: demote(book, MACHINE, a),
        lambda: accounts.deactivate(book, MACHINE, a.nummer),
        lambda: accounts.change_rights(
            book, MACHINE, a.nummer, role=Role.BEHEERDER, swv=["VO0101"]
        ),
    ):
        with pytest.raises(MonitorError, match="laatste beheerder van VO0202"):
            lose()
    demote(book, a.viewer, b)
    with pytest.raises(MonitorError, match="VO0101, VO0202"):
        accounts.deactivate(book, MACHINE, a.nummer)


def test_of_two_beheerders_who_put_each_other_out_one_stays(book: Journal, make: Make) -> None:
    pair = [make(f"{name}@voorbeeld.nl", Role.BEHEERDER) for name in "ab"]
    ready = threading.Barrier(2)

    def put_out(number: int) -> bool:
        ready.wait(timeout=30)
        try:
            accounts.deactivate(book, pair[number].viewer, pair[1 - number].nummer)
        except MonitorError:
            return False
        return True

    with ThreadPoolExecutor(2) as two:
        done = list(two.map(put_out, range(2)))

    assert sorted(done) == [False, True]
    assert sorted(one.actief for one in accounts.accounts(book)) == [False, True]


def test_a_page_that_was_open_does_not_keep_a_beheerder(book: Journal, make: Make) -> None:
    """What he was when the page was made is not what he is now."""
    old, an = make("a@voorbeeld.nl", Role.BEHEERDER), make("an@voorbeeld.nl")
    make("b@voorbeeld.nl", Role.BEHEERDER)
    before = old.viewer
    accounts.deactivate(book, MACHINE, old.nummer)

    with pytest.raises(NotAllowed, match="geen beheerder meer"):
        demote(book, before, an)
    with pytest.raises(NotAllowed, match="geen beheerder meer"):
        demote(book, Viewer(Role.BEHEERDER, frozenset({"VO0101"}), wie="verzonnen"), an)


def test_an_account_that_is_off_is_off_everywhere_at_once(
    book: Journal, make: Make, beheerder: Account
) -> None:
    an = make("an@voorbeeld.nl")
    open_ = [sessions.sign_in(book, an.email, PASSWORD, "") for _ in range(2)]

    accounts.deactivate(book, beheerder.viewer, an.nummer)

    assert [sessions.account_of(book, token) for token in open_] == [None, None]
    with pytest.raises(sessions.SignInRefused):
        sessions.sign_in(book, an.email, PASSWORD, "")
    accounts.activate(book, beheerder.viewer, an.nummer)
    assert [sessions.account_of(book, token) for token in open_] == [None, None], "they are over"
    assert sessions.sign_in(book, an.email, PASSWORD, "")
    with pytest.raises(MonitorError, match="staat al aan"):
        accounts.activate(book, beheerder.viewer, an.nummer)


def test_accounts_that_are_not_there(book: Journal, beheerder: Account) -> None:
    assert accounts.by_email(book, "niemand@voorbeeld.nl") is None
    with pytest.raises(NotFound):
        accounts.account(book, 99)
    with pytest.raises(NotFound):
        accounts.deactivate(book, beheerder.viewer, 99)


@pytest.mark.parametrize("table", [tables.recht, tables.toestand, tables.logboek], ids=str)
@pytest.mark.parametrize("verb", ["update", "delete"])
def test_the_database_itself_keeps_what_was(
    book: Journal, beheerder: Account, table: sa.Table, verb: str
) -> None:
    change = sa.update(table).values(wie="x") if verb == "update" else sa.delete(table)

    def try_it() -> None:
        with book.writing(0) as connection:
            connection.execute(change)

    with pytest.raises(sa.exc.DBAPIError, match="alleen toevoegen"):
        try_it()


@pytest.mark.parametrize("table", [tables.recht, tables.toestand, tables.logboek], ids=str)
def test_sqlite_does_not_replace_a_row_either(
    book: Journal, beheerder: Account, table: sa.Table
) -> None:
    # REPLACE throws the old row away without the trigger of a delete.
    again = sa.text(f"insert or replace into {table.name} select * from {table.name}")

    def try_it() -> None:
        with book.writing(0) as connection:
            if connection.dialect.name != "sqlite":
                pytest.skip("`insert or replace` is of SQLite alone")
            connection.execute(again)

    with pytest.raises(sa.exc.DBAPIError, match="alleen toevoegen"):
        try_it()


def test_accounts_change_no_figure(book: Journal, make: Make, beheerder: Account) -> None:
    an = make("an@voorbeeld.nl")
    accounts.grant_exact(book, beheerder.viewer, an.nummer, "VO0101", "waarom", None)
    demote(book, beheerder.viewer, an)
    sessions.sign_out(book, sessions.sign_in(book, an.email, PASSWORD, "10.0.0.1"))

    assert book.version() == 0


# ------------------------------------------------------------------------------ exact figures


def test_exact_figures_are_granted_by_each_samenwerkingsverband_for_itself(
    book: Journal, make: Make, beheerder: Account
) -> None:
    an = make("an@voorbeeld.nl", Role.CONSULTANT, "VO0101 VO0202")
    assert not an.viewer.sees_exact

    accounts.grant_exact(book, beheerder.viewer, an.nummer, "VO0101", " voor de evaluatie ", TODAY)

    assert refreshed(book, an).exact == {"VO0101"}
    assert not refreshed(book, an).viewer.sees_exact, "not of both"
    with pytest.raises(NotAllowed):
        accounts.grant_exact(book, beheerder.viewer, an.nummer, "VO0202", "waarom", None)
    (grant,) = accounts.grants(book, an.nummer)
    assert (grant.swv, grant.waarom, grant.tot, grant.wie, grant.ingetrokken) == (
        "VO0101", "voor de evaluatie", TODAY, beheerder.email, None,
    )  # fmt: skip


def test_a_grant_ends_after_its_last_day(book: Journal, make: Make) -> None:
    an = make("an@voorbeeld.nl")
    accounts.grant_exact(book, MACHINE, an.nummer, "VO0101", "waarom", TODAY)
    token = sessions.sign_in(book, an.email, PASSWORD, "")
    seen = sessions.account_of(book, token)
    assert seen is not None
    assert seen.exact == {"VO0101"}, "its last day"

    with book.writing(0) as connection:
        yesterday = TODAY - dt.timedelta(days=1)
        connection.execute(sa.update(tables.inzage).values(tot=yesterday))

    seen = sessions.account_of(book, token)
    assert seen is not None
    assert seen.exact == frozenset()


def test_a_grant_is_withdrawn_and_stays_to_be_seen(
    book: Journal, make: Make, beheerder: Account
) -> None:
    an = make("an@voorbeeld.nl")
    accounts.grant_exact(book, MACHINE, an.nummer, "VO0101", "eerst", None)
    accounts.grant_exact(book, MACHINE, an.nummer, "VO0101", "langer", None)
    token = sessions.sign_in(book, an.email, PASSWORD, "")

    accounts.withdraw_exact(book, beheerder.viewer, an.nummer, "VO0101")

    seen = sessions.account_of(book, token)
    assert seen is not None
    assert seen.exact == frozenset()
    told = [(one.waarom, one.ingetrokken_door) for one in accounts.grants(book, an.nummer)]
    assert told == [("langer", beheerder.email), ("eerst", MACHINE.wie)], "one holds at a time"
    with pytest.raises(NotFound):
        accounts.withdraw_exact(book, beheerder.viewer, an.nummer, "VO0101")


@pytest.mark.parametrize("role", [Role.CONSULTANT, Role.BEHEERDER])
def test_a_grant_does_not_come_back_with_the_rights(book: Journal, make: Make, role: Role) -> None:
    """Whoever left the samenwerkingsverband and returns asks again."""
    an = make("an@voorbeeld.nl", Role.CONSULTANT, "VO0101 VO0202")
    accounts.grant_exact(book, MACHINE, an.nummer, "VO0101", "waarom", None)

    for was, swv in ((role, ["VO0202"]), (Role.CONSULTANT, ["VO0101", "VO0202"])):
        if role is Role.BEHEERDER:
            make(f"b{was}@voorbeeld.nl", Role.BEHEERDER, "VO0202")
        accounts.change_rights(book, MACHINE, an.nummer, role=was, swv=swv)

    assert refreshed(book, an).exact == frozenset()


@pytest.mark.parametrize(
    ("waarom", "tot", "swv", "said"),
    [
        (" ", None, "VO0101", "waarom deze consultant"),
        ("w", TODAY - dt.timedelta(days=1), "VO0101", "verleden"),
        ("w", None, "VO0202", "geen consultant van VO0202"),
    ],
)
def test_a_grant_that_cannot_be_is_refused(
    book: Journal, make: Make, waarom: str, tot: dt.date | None, swv: str, said: str
) -> None:
    an = make("an@voorbeeld.nl")

    with pytest.raises(MonitorError, match=said):
        accounts.grant_exact(book, MACHINE, an.nummer, swv, waarom, tot)
    assert accounts.grants(book, an.nummer) == []


def test_who_is_no_consultant_needs_and_gets_no_grant(book: Journal, make: Make) -> None:
    school = make("s@voorbeeld.nl", Role.SCHOOL)

    with pytest.raises(MonitorError, match="geen consultant"):
        accounts.grant_exact(book, MACHINE, school.nummer, "VO0101", "waarom", None)


def test_accounts_are_listed_by_name(book: Journal, make: Make) -> None:
    make("z@voorbeeld.nl", naam="anna")
    make("a@voorbeeld.nl", naam="Zoë", swv="VO0202")

    assert [one.naam for one in accounts.accounts(book)] == ["anna", "Zoë"]
    both = Viewer(Role.BEHEERDER, frozenset({"VO0101", "VO0303"}))
    assert [one.naam for one in accounts.accounts(book, both)] == ["anna"]
    assert len(accounts.accounts(book, Viewer(Role.BEHEERDER, EVERY))) == 2
    assert accounts.accounts(book, Viewer(Role.BEHEERDER)) == []
