"""Signing in, staying in and being put out; and what an attacker learns who guesses."""

import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import argon2
import pytest
import sqlalchemy as sa
from helpers.postgres import busy, run_elsewhere

from access.conftest import MACHINE, PASSWORD, Clock, Make, refreshed
from monitor.access import accounts, attempts, audit, devices, passwords, sessions, tables
from monitor.access.accounts import Account
from monitor.access.sessions import ABSOLUTE, IDLE, HasToWait, SignInRefused
from monitor.access.viewer import Role
from monitor.store.journal import Journal


HERE = "192.0.2.7"
OTHER = "een ander lang wachtwoord"


@pytest.fixture
def an(make: Make) -> Account:
    return make("an@voorbeeld.nl")


def sign_in(book: Journal, email: str = "an@voorbeeld.nl", password: str = PASSWORD,
            address: str = HERE) -> str:  # fmt: skip
    return sessions.sign_in(book, email, password, address)


def fail(book: Journal, email: str = "an@voorbeeld.nl", address: str = HERE) -> SignInRefused:
    with pytest.raises(SignInRefused) as refused:
        sign_in(book, email, "fout wachtwoord", address)
    return refused.value


# ---------------------------------------------------------------------------------- sessions


def test_who_signs_in_is_known_by_the_token(book: Journal, an: Account) -> None:
    token = sign_in(book, " An@Voorbeeld.nl")

    found = sessions.account_of(book, token)

    assert found is not None
    assert (found.nummer, found.via) == (an.nummer, "wachtwoord")
    assert found.laatst_gezien is not None
    assert dt.datetime.now(dt.UTC) - found.laatst_gezien < dt.timedelta(minutes=1)
    assert len(token) >= 43, "256 bits"


def test_neither_token_nor_password_is_kept(book: Journal, an: Account) -> None:
    token = sign_in(book)
    fail(book, "p4ars kanaal trompet", HERE)  # typed in the wrong field

    with book.reading() as connection:
        for table in tables.metadata.sorted_tables:
            kept = str(connection.execute(sa.select(table)).all())
            assert token not in kept, table.name
            assert PASSWORD not in kept, table.name
            assert "p4ars" not in kept, table.name


@pytest.mark.parametrize("token", ["", "onzin", "x" * 9999, "\x00", "é\ud800", "' or 1=1 --"])
def test_what_is_no_token_is_nobody(book: Journal, an: Account, token: str) -> None:
    sign_in(book)

    assert sessions.account_of(book, token) is None
    assert not sessions.is_alive(book, token)
    sessions.sign_out(book, token)


def test_a_session_ends_when_it_is_not_used(book: Journal, an: Account, clock: Clock) -> None:
    token = sign_in(book)
    for _ in range(3):
        clock.later(minutes=55)
        assert sessions.account_of(book, token) is not None, "used in time"
    clock.later(minutes=59)
    assert sessions.is_alive(book, token), "who only looks does not make it last"

    clock.later(minutes=1)

    assert not sessions.is_alive(book, token)
    assert sessions.account_of(book, token) is None
    assert dt.timedelta(minutes=60) == IDLE


def test_a_session_ends_after_half_a_day_however_much_it_is_used(
    book: Journal, an: Account, clock: Clock
) -> None:
    token = sign_in(book)
    for _ in range(23):
        clock.later(minutes=30)
        assert sessions.account_of(book, token) is not None

    clock.later(minutes=30)

    assert sessions.account_of(book, token) is None
    assert dt.timedelta(hours=12) == ABSOLUTE


def test_who_was_seen_is_written_down_once_a_minute(
    book: Journal, an: Account, clock: Clock
) -> None:
    token = sign_in(book)
    first = refreshed(book, an).laatst_gezien

    clock.later(seconds=50)
    sessions.account_of(book, token)
    assert refreshed(book, an).laatst_gezien == first

    clock.later(seconds=10)
    sessions.account_of(book, token)
    last = refreshed(book, an).laatst_gezien
    assert first is not None
    assert last is not None
    assert last - first >= dt.timedelta(minutes=1)


def test_signing_out_ends_this_session_only(book: Journal, an: Account) -> None:
    one, other = sign_in(book), sign_in(book)

    sessions.sign_out(book, one, HERE)
    sessions.sign_out(book, one, HERE)

    assert sessions.account_of(book, one) is None
    assert sessions.account_of(book, other) is not None
    assert len(audit.search(book, what="afmelden")) == 1, "it was over the second time"


def test_signing_out_everywhere_ends_all_of_this_account(
    book: Journal, an: Account, make: Make
) -> None:
    bo = make("bo@voorbeeld.nl")
    mine, his = [sign_in(book), sign_in(book)], sign_in(book, bo.email)

    assert sessions.sign_out_everywhere(book, an.nummer) == 2

    assert [sessions.account_of(book, token) for token in mine] == [None, None]
    assert sessions.account_of(book, his) is not None


ENDED = """
import sys
from monitor.access import accounts, sessions, viewer
from monitor.store.journal import Journal
book, number, what = Journal(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
machine = viewer.Viewer(viewer.Role.BEHEERDER, viewer.EVERY, wie="opdracht")
if what == "sessie":
    sessions.sign_out_everywhere(book, number)
elif what == "account":
    accounts.deactivate(book, machine, number)
else:
    accounts.change_rights(book, machine, number, role="gemeente", swv=["VO0202"])
"""


@pytest.mark.parametrize("what", ["sessie", "account", "rechten"])
def test_what_another_process_takes_away_is_gone_at_once(
    book: Journal, journal_url: str, an: Account, what: str
) -> None:
    token = sign_in(book)
    assert sessions.account_of(book, token) is not None

    other = run_elsewhere(ENDED, journal_url, str(an.nummer), what)
    other.communicate(timeout=60)
    assert other.returncode == 0

    found = sessions.account_of(book, token)
    if what == "rechten":
        assert found is not None
        assert (found.role, found.swv) == (Role.GEMEENTE, {"VO0202"})
    else:
        assert found is None


def test_who_is_signed_in_goes_on_while_somebody_writes(
    book: Journal, journal_url: str, an: Account
) -> None:
    token = sign_in(book)

    with busy(journal_url):
        assert sessions.account_of(book, token) is not None


def test_somebody_whom_another_vouches_for_gets_a_session(
    book: Journal, an: Account, make: Make
) -> None:
    token = sessions.start(book, an, HERE, "oidc")
    found = sessions.account_of(book, token)
    assert found is not None
    assert found.via == "oidc"

    accounts.deactivate(book, MACHINE, an.nummer)

    with pytest.raises(SignInRefused, match="staat uit"):
        sessions.start(book, an, HERE, "oidc")


# --------------------------------------------------------------------------------- passwords


def test_a_new_password_puts_out_everybody_else(book: Journal, an: Account) -> None:
    here, elsewhere = sign_in(book), sign_in(book)

    sessions.change_password(book, an.nummer, PASSWORD, OTHER, keep=here)

    assert sessions.account_of(book, here) is not None
    assert sessions.account_of(book, elsewhere) is None
    fail(book)
    assert sign_in(book, password=OTHER)


def test_without_a_session_to_keep_all_are_put_out(book: Journal, an: Account) -> None:
    token = sign_in(book)

    sessions.change_password(book, an.nummer, PASSWORD, OTHER)

    assert sessions.account_of(book, token) is None


def test_a_new_password_takes_the_old_one(book: Journal, an: Account) -> None:
    token = sign_in(book)

    for _ in range(5):
        with pytest.raises(SignInRefused, match="oude wachtwoord is niet goed"):
            sessions.change_password(book, an.nummer, "geraden wachtwoord", OTHER, keep=token)
    with pytest.raises(HasToWait):  # a stolen session is no way to guess on
        sessions.change_password(book, an.nummer, PASSWORD, OTHER, keep=token)

    assert sessions.account_of(book, token) is not None


@pytest.mark.parametrize(
    ("new", "said"),
    [("kort", "te kort"), ("welkomwelkom", "te veel mensen"), (PASSWORD, "het oude wachtwoord")],
)
def test_a_new_password_is_a_good_one(book: Journal, an: Account, new: str, said: str) -> None:
    with pytest.raises(passwords.PasswordRefused, match=said):
        sessions.change_password(book, an.nummer, PASSWORD, new)
    assert sign_in(book)


def test_a_hash_is_made_again_when_more_work_is_asked(
    book: Journal, an: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "hasher", argon2.PasswordHasher(2, 8, 1))

    sign_in(book)

    with book.reading() as connection:
        (kept,) = connection.execute(sa.select(tables.wachtwoord.c.hash)).scalars()
    assert "t=2" in kept
    assert sign_in(book)


def test_a_password_that_was_changed_meanwhile_opens_nothing(
    book: Journal, an: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An attacker signs in with the old one while its owner changes it: nobody who was put out
    slips in behind."""
    real = passwords.verify

    def slow(stored: str, password: str) -> bool:
        found = real(stored, password)
        monkeypatch.setattr(passwords, "verify", real)
        sessions.change_password(book, an.nummer, PASSWORD, OTHER)
        return found

    monkeypatch.setattr(passwords, "verify", slow)

    with pytest.raises(SignInRefused, match="zojuist veranderd"):
        sign_in(book)


# ----------------------------------------------------------------------------- who guesses


def test_one_message_for_every_reason(book: Journal, an: Account, make: Make) -> None:
    off = make("uit@voorbeeld.nl")
    accounts.deactivate(book, MACHINE, off.nummer)
    said = {
        str(fail(book, "an@voorbeeld.nl", "")),
        str(fail(book, "niemand@voorbeeld.nl", "")),
        str(fail(book, "geen adres", "")),
        str(fail(book, "", "")),
    }
    with pytest.raises(SignInRefused) as refused:
        sign_in(book, "uit@voorbeeld.nl", PASSWORD, "")

    assert said == {str(refused.value)}
    assert type(refused.value) is SignInRefused


def test_the_same_work_is_done_for_who_has_no_account(
    book: Journal, an: Account, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Work and not seconds: one hash of the same cost, and the same questions to the journal."""
    off = make("uit@voorbeeld.nl")
    accounts.deactivate(book, MACHINE, off.nummer)
    everybody = [an.email, off.email, "niemand@voorbeeld.nl", "geen adres"]
    for email in everybody:
        fail(book, email)  # what is done the first time only
    work: dict[str, list[str]] = {email: [] for email in everybody}
    real = passwords.hasher

    class Counting:
        def verify(self, stored: str, password: bytes) -> Any:
            work[email].append(stored.split("$")[3])
            return real.verify(stored, password)

    monkeypatch.setattr(passwords, "hasher", Counting())
    sa.event.listen(
        book._engine, "before_cursor_execute", lambda *said: work[email].append(str(said[2]))
    )

    for email in everybody:
        fail(book, email)

    assert "m=8,t=1,p=1" in work[an.email]
    for email in everybody:
        assert work[email] == work[an.email], email


@pytest.mark.parametrize("email", ["an@voorbeeld.nl", "niemand@voorbeeld.nl", "geen adres"])
def test_who_fails_too_often_has_to_wait_longer_every_time(
    book: Journal, an: Account, clock: Clock, monkeypatch: pytest.MonkeyPatch, email: str
) -> None:
    """Also for an address that has no account: otherwise waiting says that there is one."""
    for _ in range(5):
        assert not isinstance(fail(book, email, ""), HasToWait)
    calls: list[int] = []
    real = passwords.verify
    monkeypatch.setattr(passwords, "verify", lambda *given: calls.append(1) or real(*given))

    for minutes in (1, 2, 4, 8, 16, 32, 60, 60):
        waits = fail(book, email, "")
        assert isinstance(waits, HasToWait)
        assert ("een minuut" if minutes == 1 else f"{minutes} minuten") in str(waits)
        clock.later(minutes=minutes, seconds=-5)
        assert isinstance(fail(book, email, ""), HasToWait), "still waiting"
        clock.later(seconds=6)
        assert not isinstance(fail(book, email, ""), HasToWait), "one more guess"

    assert len(calls) == 8, "while somebody waits no password is looked at"


def test_also_the_right_password_has_to_wait(book: Journal, an: Account, clock: Clock) -> None:
    for _ in range(5):
        fail(book)

    with pytest.raises(HasToWait):
        sign_in(book)

    clock.later(minutes=1)
    assert sign_in(book)
    for _ in range(4):
        assert not isinstance(fail(book), HasToWait), "it began anew"
    assert sign_in(book)


def test_a_hundred_guesses_at_once_are_five(
    book: Journal, an: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []
    real = passwords.verify
    monkeypatch.setattr(passwords, "verify", lambda *given: calls.append(1) or real(*given))
    ready = threading.Barrier(20)

    def guess(number: int) -> None:
        ready.wait(timeout=30)
        with pytest.raises(SignInRefused):
            sign_in(book, "an@voorbeeld.nl", f"gok {number}", "")

    with ThreadPoolExecutor(20) as twenty:
        list(twenty.map(guess, range(20)))

    # Two that come in at once may both have to wait; more than five never get through.
    assert 1 <= len(calls) <= 5


GUESS = """
import sys
import argon2
from monitor.access import passwords, sessions
from monitor.store.journal import Journal
passwords.hasher = argon2.PasswordHasher(1, 8, 1)
book = Journal(sys.argv[1])
for number in range(8):
    try:
        sessions.sign_in(book, "an@voorbeeld.nl", f"gok {number}", "")
    except sessions.HasToWait:
        print("wachten")
    except sessions.SignInRefused:
        print("fout")
"""


def test_processes_count_together(book: Journal, journal_url: str, an: Account) -> None:
    guessers = [run_elsewhere(GUESS, journal_url) for _ in range(2)]
    said = [line for one in guessers for line in one.communicate(timeout=60)[0].split()]

    assert sorted(said) == ["fout"] * 5 + ["wachten"] * 11


def test_an_address_that_tries_many_accounts_has_to_wait(
    book: Journal, an: Account, clock: Clock
) -> None:
    for number in range(20):
        assert not isinstance(fail(book, f"x{number}@voorbeeld.nl"), HasToWait)

    assert isinstance(fail(book, "nog.een@voorbeeld.nl"), HasToWait)
    with pytest.raises(HasToWait):
        sign_in(book)
    assert sign_in(book, address="198.51.100.1"), "others sign in"
    clock.later(minutes=1)
    assert sign_in(book)
    assert sign_in(book), "and who signs in locks nobody out"


def test_an_own_account_does_not_set_an_address_free(
    book: Journal, an: Account, make: Make
) -> None:
    """An attacker with an account of his own signs in between the guesses."""
    tried = 0
    for number in range(40):
        if isinstance(fail(book, f"x{number}@voorbeeld.nl"), HasToWait):
            break
        tried += 1
        if number % 3 == 0 and number < 18:
            sign_in(book)

    assert tried == 20


def test_an_office_that_mistypes_now_and_then_goes_on(
    book: Journal, an: Account, clock: Clock
) -> None:
    for number in range(60):
        assert not isinstance(fail(book, f"x{number}@voorbeeld.nl"), HasToWait)
        clock.later(minutes=10)


@pytest.mark.parametrize(
    ("address", "counts_as"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("[2001:db8:1:2::9%eth0]", "2001:db8:1:2::/64"),
        ("geen adres" * 20, ("geen adres" * 20)[:64]),
    ],
)
def test_a_house_with_many_addresses_is_one(address: str, counts_as: str) -> None:
    assert attempts.network(address) == counts_as


def test_nothing_is_left_of_attempts_of_long_ago(book: Journal, an: Account, clock: Clock) -> None:
    for number in range(3):
        fail(book, f"x{number}@voorbeeld.nl", f"192.0.2.{number}")
    clock.later(days=8)

    fail(book, "nieuw@voorbeeld.nl", "")

    with book.reading() as connection:
        assert len(connection.execute(sa.select(tables.poging)).all()) == 1


def test_attempts_are_in_the_log_without_what_was_typed(book: Journal, an: Account) -> None:
    fail(book)
    fail(book, "mijn geheime wachtwoord")
    for _ in range(5):
        fail(book)

    told = [
        (one.wie, one.over, one.uitkomst) for one in reversed(audit.search(book, what="aanmelden"))
    ]
    (unknown,) = {who for who, _, _ in told} - {"an@voorbeeld.nl"}
    assert unknown.startswith("onbekend ")
    assert "geheim" not in unknown
    assert told[0] == ("an@voorbeeld.nl", "", "geweigerd")
    assert told[-1] == ("an@voorbeeld.nl", "moet wachten", "geweigerd")
    assert {one.adres for one in audit.search(book, what="aanmelden")} == {HERE}


# ----------------------------------------------------------------------------------- devices


def test_a_device_counts_its_own_failures(book: Journal, an: Account) -> None:
    device = devices.token(book, "an@voorbeeld.nl")
    for number in range(8):
        fail(book, address=f"192.0.2.{number}")  # somebody else, from everywhere
    assert isinstance(fail(book, address="192.0.2.99"), HasToWait)

    assert sessions.sign_in(book, "An@voorbeeld.nl", PASSWORD, HERE, device)

    assert isinstance(fail(book, address="192.0.2.99"), HasToWait), "elsewhere it is as it was"
    for _ in range(5):
        with pytest.raises(SignInRefused) as refused:
            sessions.sign_in(book, "an@voorbeeld.nl", "fout wachtwoord", HERE, device)
        assert not isinstance(refused.value, HasToWait)
    with pytest.raises(HasToWait):  # who stole the device may not guess on either
        sessions.sign_in(book, "an@voorbeeld.nl", PASSWORD, HERE, device)


@pytest.mark.parametrize("device", ["", "x", ".", "x.y", "\u00e9.\u00e9", "a" * 300])
def test_what_is_no_token_of_a_device_helps_nobody(book: Journal, an: Account, device: str) -> None:
    assert not devices.is_of(book, "an@voorbeeld.nl", device)


def test_a_device_is_of_one_address(book: Journal, an: Account) -> None:
    mine = devices.token(book, "an@voorbeeld.nl")

    assert devices.is_of(book, " An@Voorbeeld.nl", mine)
    assert not devices.is_of(book, "bo@voorbeeld.nl", mine)
    assert devices.token(book, "an@voorbeeld.nl") != mine, "each device its own count"
