"""Whom a provider vouches for is somebody of ours, or nobody."""

from typing import Any

import pytest

from access.conftest import MACHINE, Make
from monitor.access import accounts, audit, invitations, oidc
from monitor.access.accounts import Account
from monitor.access.oidc import Trust
from monitor.access.sessions import SignInRefused
from monitor.access.viewer import Role
from monitor.store.journal import Journal


def claims(**values: Any) -> dict[str, Any]:
    """What a provider says; None leaves something out."""
    said = {
        "iss": "https://aanbieder.voorbeeld.nl", "sub": "an-1", "email": "an@voorbeeld.nl",
        "email_verified": True,
    } | values  # fmt: skip
    return {name: value for name, value in said.items() if value is not None}


@pytest.fixture
def an(make: Make) -> Account:
    return make("an@voorbeeld.nl")


def refused(book: Journal, said: dict[str, Any], trust: Trust = oidc.TRUST) -> str:
    """Why, as the log has it."""
    with pytest.raises(SignInRefused, match="u hebt geen toegang"):
        oidc.by_claims(book, said, "192.0.2.7", trust)
    (last, *_) = audit.search(book)
    assert (last.wat, last.uitkomst, last.adres) == ("aanmelden", "geweigerd", "192.0.2.7")
    return last.over


@pytest.mark.parametrize(
    "said",
    [
        claims(),
        claims(email=" AN@Voorbeeld.nl "),
        claims(email=None, preferred_username="an@voorbeeld.nl"),
        claims(email_verified="true"),
        claims(email_verified=None),  # Entra ID does not say it of its own people
        claims(sub=None, oid="o", tid="t"),
    ],
    ids=str,
)
def test_who_has_an_account_is_found_by_the_address(
    book: Journal, an: Account, said: dict[str, Any]
) -> None:
    assert oidc.by_claims(book, said).nummer == an.nummer


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (claims(email="bo@voorbeeld.nl"), "geen account"),
        (claims(email=None), "geen geverifieerd e-mailadres"),
        (claims(email_verified=False), "geen geverifieerd e-mailadres"),
        (claims(email_verified="false"), "geen geverifieerd e-mailadres"),
        (claims(email=["an@voorbeeld.nl"]), "geen geverifieerd e-mailadres"),
        (claims(email="an@voorbeeld.nl\n"), ""),
        (claims(iss=None), "onvolledig antwoord"),
        (claims(sub=None), "onvolledig antwoord"),
        ({}, "onvolledig antwoord"),
    ],
    ids=str,
)
def test_who_is_unknown_is_refused_and_written_down(
    book: Journal, an: Account, said: dict[str, Any], why: str
) -> None:
    if not why:
        assert oidc.by_claims(book, said).nummer == an.nummer, "space around it is no other"
        return
    assert why in refused(book, said)


def test_an_address_that_is_not_said_to_be_verified_may_be_refused(
    book: Journal, an: Account
) -> None:
    assert "geverifieerd" in refused(book, claims(email_verified=None), Trust(unverified=False))


def test_an_account_is_of_who_came_first(book: Journal, an: Account) -> None:
    """An, who leaves, has a mailbox that goes to somebody else."""
    oidc.by_claims(book, claims())

    assert "ander persoon dan eerder" in refused(book, claims(sub="een-ander"))
    assert oidc.by_claims(book, claims()).nummer == an.nummer
    assert oidc.by_claims(book, claims(email="nieuw.adres@voorbeeld.nl")).nummer == an.nummer


def test_who_is_bound_is_not_taken_for_the_owner_of_another_account(
    book: Journal, an: Account, make: Make
) -> None:
    bo = make("bo@voorbeeld.nl", Role.BEHEERDER)
    oidc.by_claims(book, claims())

    found = oidc.by_claims(book, claims(email=bo.email))

    assert found.nummer == an.nummer


def test_another_provider_may_vouch_for_the_same_person(book: Journal, an: Account) -> None:
    oidc.by_claims(book, claims())

    assert oidc.by_claims(book, claims(iss="https://entra.voorbeeld.nl")).nummer == an.nummer
    assert "ander persoon" in refused(book, claims(iss="https://entra.voorbeeld.nl", sub="x"))


def test_of_entra_the_person_counts_and_not_the_registration(book: Journal, an: Account) -> None:
    oidc.by_claims(book, claims(oid="persoon", tid="organisatie", sub="eerst"))

    assert oidc.by_claims(book, claims(oid="persoon", tid="organisatie", sub="later"))
    assert "ander persoon" in refused(book, claims(oid="persoon", tid="andere organisatie"))


@pytest.mark.parametrize("before", [True, False])
def test_an_account_that_is_off_is_refused(book: Journal, an: Account, before: bool) -> None:
    if before:
        oidc.by_claims(book, claims())
    accounts.deactivate(book, MACHINE, an.nummer)

    assert "staat uit" in refused(book, claims())


def test_an_invitation_is_accepted_by_who_has_its_address(book: Journal) -> None:
    """Who signs in at his organisation needs no password here."""
    token = invitations.invite(
        book, MACHINE, email="an@voorbeeld.nl", naam="An", role=Role.DIRECTEUR, swv=["VO0101"]
    )

    made = oidc.by_claims(book, claims())

    assert (made.role, made.swv) == (Role.DIRECTEUR, {"VO0101"})
    with pytest.raises(invitations.InvitationRefused, match="al gebruikt"):
        invitations.accept(book, token, "paars kanaal trompet 7")


@pytest.mark.parametrize("why", ["ingetrokken", "ander adres", "ongeverifieerd"])
def test_an_invitation_that_does_not_hold_lets_nobody_in(book: Journal, why: str) -> None:
    invitations.invite(
        book, MACHINE, email="an@voorbeeld.nl", naam="An", role=Role.DIRECTEUR, swv=["VO0101"]
    )
    said = claims()
    if why == "ingetrokken":
        invitations.withdraw(book, MACHINE, invitations.open_invitations(book)[0].nummer)
    elif why == "ander adres":
        said = claims(email="bo@voorbeeld.nl")
    else:
        said = claims(email_verified=False)

    refused(book, said)

    assert accounts.accounts(book) == []
