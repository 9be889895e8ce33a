"""People with an account, for tests of a monitor that is no demonstration.

Made as they are really made: by an invitation that is taken. There is no other way in.
"""

from collections.abc import Collection
from pathlib import Path

from monitor.access import EVERY, Role, Viewer, invitations, sessions
from monitor.access.accounts import Account
from monitor.store.journal import journal


PASSWORD = "zeven paarse fietsen slapen"
"""Of everybody."""
COMMAND = Viewer(Role.BEHEERDER, EVERY, wie="opdracht")
"""Who makes the first beheerder: a command on the machine itself."""
NOWHERE = "192.0.2.1"


def account(
    folder: Path,
    email: str,
    role: Role = Role.DIRECTEUR,
    swv: Collection[str] = ("VO9901",),
    vestigingen: Collection[str] = (),
    besturen: Collection[str] = (),
) -> Account:
    """Somebody who took an invitation and chose PASSWORD."""
    book = journal(folder)
    token = invitations.invite(
        book, COMMAND, email=email, naam=email.partition("@")[0].title(), role=role, swv=swv,
        vestigingen=vestigingen, besturen=besturen,
    )  # fmt: skip
    return invitations.accept(book, token, PASSWORD)


def signed_in(folder: Path, who: Account) -> str:
    """The token of a new session of somebody: the value of his cookie."""
    return sessions.start(journal(folder), who, NOWHERE, "wachtwoord")
