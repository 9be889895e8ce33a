"""What a beheerder does to somebody else's sign-in: signs out, lets go of the work account."""

import pytest
from sqlalchemy import insert

from monitor.access import EVERY, Role, Viewer, audit, invitations, managing, sessions
from monitor.access.accounts import Account
from monitor.access.audit import Event
from monitor.access.tables import binding
from monitor.errors import NotFound
from monitor.store.journal import Journal, now


COMMAND = Viewer(Role.BEHEERDER, EVERY, wie="opdracht")
HERE = "192.0.2.1"


def made(book: Journal, email: str, role: Role = Role.DIRECTEUR, swv: str = "VO9901") -> Account:
    """Somebody who came in by another's word, so without a slow password."""
    invitations.invite(book, COMMAND, email=email, naam=email, role=role, swv={swv})
    with book.writing(0) as connection:
        found = invitations.accept_without_password(connection, email)
    assert found is not None
    return found


def bind(book: Journal, who: Account) -> None:
    with book.adding() as connection:
        connection.execute(
            insert(binding).values(
                account=who.nummer, uitgever="https://inloggen", onderwerp="x", wanneer=now()
            )
        )


def test_his_own_people_are_signed_out_and_let_go_of(book: Journal) -> None:
    chief, els = made(book, "chef@swv.nl", Role.BEHEERDER), made(book, "els@swv.nl")
    tokens = [sessions.start(book, els, HERE, "oidc") for _ in range(2)]

    assert managing.sign_out(book, chief.viewer, els.nummer) == 2
    assert [sessions.account_of(book, token) for token in tokens] == [None, None]

    with pytest.raises(NotFound, match="nog niet met een werkaccount"):
        managing.unbind(book, chief.viewer, els.nummer)
    bind(book, els)
    token = sessions.start(book, els, HERE, "oidc")
    assert managing.is_bound(book, els.nummer)
    managing.unbind(book, chief.viewer, els.nummer)
    assert not managing.is_bound(book, els.nummer)
    assert sessions.account_of(book, token) is None, "whoever it was is out"
    assert [one.over for one in audit.search(book, who=chief.email)] == [
        "els@swv.nl: losgemaakt van het werkaccount",
        "els@swv.nl: overal afgemeld (2 sessies)",
    ]


def test_anothers_people_and_oneself_are_refused_and_it_is_written_down(book: Journal) -> None:
    chief = made(book, "chef@swv.nl", Role.BEHEERDER)
    neighbour = made(book, "buur@swv.nl", swv="VO9902")
    directeur = made(book, "directeur@swv.nl")
    bind(book, neighbour)
    token = sessions.start(book, neighbour, HERE, "oidc")

    for by, whom in ((chief, neighbour), (directeur, chief), (directeur, neighbour)):
        with pytest.raises(managing.NotAllowed):
            managing.sign_out(book, by.viewer, whom.nummer)
        with pytest.raises(managing.NotAllowed):
            managing.unbind(book, by.viewer, whom.nummer)
    with pytest.raises(managing.NotAllowed, match="Uw eigen account"):
        managing.unbind(book, chief.viewer, chief.nummer)
    with (
        pytest.raises(managing.NotAllowed),
        managing.as_beheerder(book, chief.viewer, {"VO9902"}, "instellingen"),
    ):
        pytest.fail("he is in")

    assert sessions.account_of(book, token) is not None
    assert managing.is_bound(book, neighbour.nummer)
    assert len(audit.search(book, what=Event.GEWEIGERD)) == 8
