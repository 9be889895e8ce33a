"""Invitations: a link works once, until its date, for whom it was made."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from access.conftest import MACHINE, PASSWORD, Clock, Make, refreshed
from monitor.access import accounts, audit, invitations, sessions, tables
from monitor.access.accounts import Account, NotAllowed
from monitor.access.invitations import InvitationRefused
from monitor.access.passwords import PasswordRefused
from monitor.access.viewer import Role
from monitor.errors import MonitorError, NotFound
from monitor.store.journal import Journal


def invite(book: Journal, by: object = MACHINE, **values: object) -> str:
    ordinary: dict[str, object] = {
        "email": "an@voorbeeld.nl", "naam": "An", "role": Role.CONSULTANT, "swv": ["VO0101"],
    }  # fmt: skip
    return invitations.invite(book, by, **ordinary | values)  # type: ignore[arg-type]


def test_an_invitation_makes_an_account_with_its_rights(book: Journal) -> None:
    token = invite(
        book, email=" An@Voorbeeld.NL ", role=Role.BESTUUR, swv=["vo-01-01", "PO0202"],
        besturen=["40001"], vestigingen=["01AA00"],
    )  # fmt: skip

    made = invitations.accept(book, token, PASSWORD)

    assert made == accounts.by_email(book, "AN@voorbeeld.nl")
    assert (made.email, made.naam, made.role) == ("an@voorbeeld.nl", "An", Role.BESTUUR)
    assert (made.swv, made.besturen) == ({"VO0101", "PO0202"}, {"40001"})
    assert (made.vestigingen, made.exact, made.actief) == ({"01AA00"}, frozenset(), True)
    assert made.viewer.wie == "an@voorbeeld.nl"
    assert sessions.sign_in(book, "an@voorbeeld.nl", PASSWORD, "")


def test_the_token_is_kept_nowhere(book: Journal) -> None:
    token = invite(book)

    with book.reading() as connection:
        for table in tables.metadata.sorted_tables:
            assert token not in str(connection.execute(sa.select(table)).all()), table.name


def test_an_invitation_works_once(book: Journal) -> None:
    token = invite(book)
    made = invitations.accept(book, token, PASSWORD)

    with pytest.raises(InvitationRefused, match="al gebruikt"):
        invitations.accept(book, token, "een heel ander wachtwoord")

    offered = invitations.invitation(book, token)
    assert offered is not None
    assert not offered.is_open
    assert sessions.sign_in(book, made.email, PASSWORD, "")


def test_of_many_who_accept_at_once_one_does(book: Journal) -> None:
    token, ready = invite(book), threading.Barrier(6)

    def accept(number: int) -> str:
        ready.wait(timeout=30)
        try:
            invitations.accept(book, token, f"{PASSWORD} {number}")
        except InvitationRefused:
            return "geweigerd"
        return "gelukt"

    with ThreadPoolExecutor(6) as six:
        said = sorted(six.map(accept, range(6)))

    assert said == ["gelukt", *["geweigerd"] * 5]
    assert len(accounts.accounts(book)) == 1


def test_two_invitations_for_one_address_make_one_account(book: Journal) -> None:
    """Two samenwerkingsverbanden invite the same person; the second link is no way into the
    account that the first one made."""
    first, second = invite(book, swv=["VO0101"]), invite(book, swv=["VO0101", "VO0202"])
    third = invite(book, swv=["VO0303"])
    offered = invitations.invitation(book, first)
    assert offered is not None
    assert offered.ingetrokken is not None, "the later one of the same sender is in its place"

    invitations.accept(book, third, PASSWORD)

    with pytest.raises(InvitationRefused, match=r"al een account|ingetrokken"):
        invitations.accept(book, second, "een heel ander wachtwoord")
    assert sessions.sign_in(book, "an@voorbeeld.nl", PASSWORD, "")


def test_a_link_of_another_samenwerkingsverband_is_no_way_into_an_account(
    book: Journal, make: Make
) -> None:
    a = make("a@voorbeeld.nl", Role.BEHEERDER, "VO0101")
    b = make("b@voorbeeld.nl", Role.BEHEERDER, "VO0202")
    theirs = invite(book, a.viewer, swv=["VO0101"])
    ours = invite(book, b.viewer, swv=["VO0202"])
    invitations.accept(book, theirs, PASSWORD)

    with pytest.raises(InvitationRefused, match="al een account"):
        invitations.accept(book, ours, "een heel ander wachtwoord")
    with pytest.raises(NotAllowed):
        invite(book, b.viewer, swv=["VO0202"])
    assert sessions.sign_in(book, "an@voorbeeld.nl", PASSWORD, "")


def test_an_invitation_ends_at_its_date(book: Journal, clock: Clock) -> None:
    token = invite(book, days=3)
    clock.later(days=3, seconds=-5)
    offered = invitations.invitation(book, token)
    assert offered is not None
    assert offered.is_open, "its last seconds"

    clock.later(seconds=5)

    with pytest.raises(InvitationRefused, match="verlopen"):
        invitations.accept(book, token, PASSWORD)
    assert invitations.open_invitations(book) == []
    assert accounts.accounts(book) == []


@pytest.mark.parametrize("days", [0, -1, 31])
def test_an_invitation_lasts_some_days(book: Journal, days: int) -> None:
    with pytest.raises(MonitorError, match="1 tot en met 30 dagen"):
        invite(book, days=days)


@pytest.mark.parametrize("token", ["", "onzin", "x" * 5000, "\x00", "é\ud800"])
def test_a_link_that_was_never_made_is_refused(book: Journal, token: str) -> None:
    invite(book)

    assert invitations.invitation(book, token) is None
    with pytest.raises(InvitationRefused, match="bestaat niet"):
        invitations.accept(book, token, PASSWORD)


def test_after_a_bad_password_the_link_still_works(book: Journal) -> None:
    token = invite(book)

    with pytest.raises(PasswordRefused):
        invitations.accept(book, token, "welkom01")

    assert invitations.accept(book, token, PASSWORD).actief


def test_what_was_withdrawn_does_not_work(book: Journal, beheerder: Account, make: Make) -> None:
    token = invite(book, beheerder.viewer)
    (offered,) = invitations.open_invitations(book)
    other = make("c@voorbeeld.nl", Role.BEHEERDER, "VO0202")
    with pytest.raises(NotAllowed):
        invitations.withdraw(book, other.viewer, offered.nummer)

    invitations.withdraw(book, beheerder.viewer, offered.nummer)

    with pytest.raises(InvitationRefused, match="ingetrokken"):
        invitations.accept(book, token, PASSWORD)
    with pytest.raises(NotFound):
        invitations.withdraw(book, beheerder.viewer, offered.nummer)


def test_a_beheerder_sees_the_invitations_of_his_own(book: Journal, make: Make) -> None:
    make("c@voorbeeld.nl", Role.BEHEERDER, "VO0202")
    invite(book, email="een@voorbeeld.nl", swv=["VO0101"])
    invite(book, email="twee@voorbeeld.nl", swv=["VO0202"])
    invite(book, email="beide@voorbeeld.nl", swv=["VO0101", "VO0202"])
    viewer = make("d@voorbeeld.nl", Role.BEHEERDER, "VO0101").viewer

    assert [one.email for one in invitations.open_invitations(book, viewer)] == ["een@voorbeeld.nl"]
    assert len(invitations.open_invitations(book)) == 3


def test_who_has_an_account_gets_a_new_password_and_keeps_his_rights(
    book: Journal, beheerder: Account, make: Make
) -> None:
    an = make("an@voorbeeld.nl", Role.CONSULTANT)
    session = sessions.sign_in(book, an.email, PASSWORD, "")
    token = invite(book, beheerder.viewer, role=Role.BEHEERDER, naam="Iemand anders")
    assert sessions.is_alive(book, session), "an invitation alone puts nobody out"

    invitations.accept(book, token, "groen fluitend servies 9")

    assert not sessions.is_alive(book, session), "whoever had the old password is out"
    assert accounts.account(book, an.nummer) == refreshed(book, an)
    assert (refreshed(book, an).role, refreshed(book, an).naam) == (Role.CONSULTANT, "An")
    with pytest.raises(sessions.SignInRefused):
        sessions.sign_in(book, an.email, PASSWORD, "")
    assert sessions.sign_in(book, an.email, "groen fluitend servies 9", "")


def test_an_account_that_is_off_is_not_put_on_by_an_invitation(
    book: Journal, beheerder: Account, make: Make
) -> None:
    an = make("an@voorbeeld.nl")
    token = invite(book, beheerder.viewer)
    accounts.deactivate(book, beheerder.viewer, an.nummer)

    with pytest.raises(InvitationRefused, match="staat uit"):
        invitations.accept(book, token, PASSWORD)
    with pytest.raises(MonitorError, match="staat uit"):
        invite(book, beheerder.viewer)


@pytest.mark.parametrize("how", ["uit", "geen beheerder meer", "ander samenwerkingsverband"])
def test_who_was_put_out_lets_nobody_in_any_more(book: Journal, make: Make, how: str) -> None:
    """A beheerder who has to go made a way back for himself."""
    bea, token = make("bea@voorbeeld.nl", Role.BEHEERDER), ""
    make("cor@voorbeeld.nl", Role.BEHEERDER)
    token = invite(book, bea.viewer)
    if how == "uit":
        accounts.deactivate(book, MACHINE, bea.nummer)
    elif how == "geen beheerder meer":
        accounts.change_rights(book, MACHINE, bea.nummer, role=Role.DIRECTEUR, swv=["VO0101"])
    else:
        accounts.change_rights(book, MACHINE, bea.nummer, role=Role.BEHEERDER, swv=["VO0202"])

    with pytest.raises(InvitationRefused, match="geldt niet meer"):
        invitations.accept(book, token, PASSWORD)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"email": "geen adres"}, "geen e-mailadres"),
        ({"email": "a@b"}, "geen e-mailadres"),
        ({"email": "a@b.nl\nBcc: c@d.nl"}, "geen e-mailadres"),
        ({"naam": " "}, "hoe iemand heet"),
        ({"swv": []}, "minstens één"),
        ({"swv": ["*"]}, "verwacht een code"),
        ({"swv": [""]}, "verwacht een code"),
        ({"role": Role.SCHOOL}, "welke vestiging"),
        ({"role": Role.BESTUUR}, "welk bestuur"),
        ({"role": Role.BESTUUR, "besturen": ["x"]}, "bestuursnummer"),
        ({"vestigingen": ["01AA00"]}, "Alleen de rollen school en bestuur"),
        ({"besturen": ["40001"]}, "Alleen de rol bestuur"),
        ({"role": Role.SCHOOL, "vestigingen": ["01AA00' or 1=1"]}, "vestigingscode"),
    ],
    ids=str,
)
def test_an_invitation_that_cannot_be_is_refused(
    book: Journal, values: dict[str, object], said: str
) -> None:
    with pytest.raises(MonitorError, match=said):
        invite(book, **values)
    assert invitations.open_invitations(book) == []


def test_an_invitation_is_in_the_log_without_its_token(book: Journal) -> None:
    token = invite(book)
    invitations.accept(book, token, PASSWORD, "10.0.0.1")

    told = [(one.wie, one.wat, one.over, one.adres) for one in reversed(audit.search(book))]
    assert told == [
        (MACHINE.wie, "uitnodigen", "an@voorbeeld.nl: consultant VO0101", ""),
        (MACHINE.wie, "account", "an@voorbeeld.nl: gemaakt als consultant VO0101", ""),
        ("an@voorbeeld.nl", "wachtwoord", "wachtwoord gekozen met een uitnodiging", "10.0.0.1"),
    ]
