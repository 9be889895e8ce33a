"""Invented people of the demonstration, so that page Beheer shows what it is like.

They have no password, and their addresses end in .invalid, which no provider vouches for: nobody
can sign in as one of them. Nobody signs in to a demonstration anyway.
"""

import datetime as dt
from pathlib import Path
from typing import Any

from monitor.access import EVERY, Role, Viewer, accounts, invitations
from monitor.store.journal import URL, Journal, journal
from monitor.store.secret import secret


SWV = "VO9901"
MAKER = Viewer(Role.BEHEERDER, EVERY, wie="demonstratie")
PEOPLE: tuple[tuple[str, Role, dict[str, Any]], ...] = (
    ("Bea Verzonnen", Role.BEHEERDER, {}),
    ("Dirk Bedacht", Role.DIRECTEUR, {}),
    ("Carla Fictief", Role.CONSULTANT, {}),
    ("Cor Denkbeeldig", Role.CONSULTANT, {}),
    ("Greet Zogenaamd", Role.GEMEENTE, {"gemeente": "GM9904"}),
    ("Bram Gefingeerd", Role.BESTUUR, {"besturen": {"99101"}}),
    ("Sanne Voorbeeld", Role.SCHOOL, {"vestigingen": {"99AA00"}}),
    ("Sjoerd Proef", Role.SCHOOL, {"vestigingen": {"99AB00"}}),
)
OPEN = ("Siem Uitgenodigd", Role.SCHOOL, {"vestigingen": {"99AC00"}})


def invent(folder: Path) -> None:
    """Makes them, once. Not in a database that somebody named: that may be a real journal."""
    if secret(URL):
        return
    book = journal(folder)
    if accounts.accounts(book) or invitations.open_invitations(book):
        return
    for naam, role, of in PEOPLE:
        _invite(book, naam, role, of)
        with book.writing(0) as connection:
            invitations.accept_without_password(connection, _email(naam))
    known = {one.naam: one.nummer for one in accounts.accounts(book)}
    until = dt.date.today() + dt.timedelta(days=90)
    why = "Evaluatie van het ondersteuningsplan (verzonnen)"
    accounts.grant_exact(book, MAKER, known["Carla Fictief"], SWV, why, until)
    accounts.deactivate(book, MAKER, known["Sjoerd Proef"])
    _invite(book, *OPEN)


def _email(naam: str) -> str:
    return f"{naam.lower().replace(' ', '.')}@voorbeeld.invalid"


def _invite(book: Journal, naam: str, role: Role, of: dict[str, Any]) -> None:
    invitations.invite(
        book, MAKER, email=_email(naam), naam=naam, role=role, swv={SWV},
        days=30, **of,
    )  # fmt: skip
