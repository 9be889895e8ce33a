"""A folder with people, an open ronde and what is known of a school; and a browser without script."""

import asyncio
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import httpx
from helpers import people
from starlette.responses import PlainTextResponse

from monitor.access import Role, Viewer
from monitor.filling.desk import Filling
from monitor.rounds import rondes
from monitor.rounds.beforehand import Bekend, Rij, Vooraf
from monitor.rounds.known import Named, keep_named
from monitor.rounds.vragenlijst.conditions import Place
from monitor.rounds.vragenlijst.model import Vragenlijst
from monitor.rounds.vragenlijst.reading import read_toml
from monitor.store.journal import Journal, journal
from monitor.store.store import Store
from monitor.web.sign_in.cookies import NAME


SWV = "VO9901"
STAFF = Viewer(Role.CONSULTANT, frozenset({SWV}), wie="consultant@voorbeeld.invalid")
TEXT = """
code = "proef"
versie = "2026"
titel = "Proef <lijst>"
voor = "vestiging"
norm = "norm-2025"
[[deel]]
code = "basis"
titel = "Basisondersteuning"
[[deel.vraag]]
code = "bo-01"
soort = "jadeelsnee"
tekst = "Elke leerling heeft een mentor"
verplicht = true
weet_niet = true
bewijs = "datum"
wordt = {norm = "norm-2025", item = "BO-01"}
[[deel.vraag]]
code = "bo-02"
soort = "jadeelsnee"
tekst = "Er is een rustige plek"
weet_niet = true
[[deel.vraag]]
code = "hoe"
soort = "tekst"
tekst = "Hoe ziet u dat?"
alleen_als = [{vraag = "bo-01", is = ["ja", "deels"]}]
[[deel]]
code = "aanbod"
titel = "Uw arrangementen"
rijen_uit = "arrangementen"
[[deel.vraag]]
code = "plaatsen"
soort = "aantal"
tekst = "Hoeveel plaatsen zijn er?"
verplicht = true
weet_niet = true
minimum = 0
maximum = 500
"""
LIST = "de lijst van 2024-2025"
KNOWN = Vooraf(
    {"aanbod": [Rij("ARR-0001", "Opstapgroep")]},
    {Place("ARR-0001", "plaatsen"): Bekend(8, "", "arrangementen van 2025-2026", "")},
    {
        Place("", "bo-01"): Bekend("ja", "", LIST, "2024-10-02"),
        Place("", "bo-02"): Bekend("nee", "", LIST, "2024-10-02"),
    },
    {},
)
NAMED = Named("Wilgenrede <College>", {}, "SWV Rivierenstreek")


@dataclass
class Filled:
    """The folder, with what tests ask of it."""

    folder: Path
    ronde: int
    own: int
    """The deelnemer 99AA00."""
    other: int
    opened: list[int]
    """Grows when the store is asked for."""

    @property
    def book(self) -> Journal:
        return journal(self.folder)

    def client(
        self, email: str = "jansen@school.nl", role: Role = Role.SCHOOL, school: str = "99AA00"
    ) -> "Browser":
        account = people.account(
            self.folder, email, role, vestigingen=[school] if role is Role.SCHOOL else []
        )
        return Browser(self, people.signed_in(self.folder, account))


class Browser:
    """Somebody who is signed in, with a browser without script."""

    def __init__(self, at: Filled, token: str) -> None:
        self.at = at

        def store() -> Store:
            at.opened.append(1)
            raise AssertionError("the store is not asked")

        async def behind(scope, receive, send):  # type: ignore[no-untyped-def]
            await PlainTextResponse("achter")(scope, receive, send)

        self.app = Filling(behind, at.folder, store)
        self.token = token

    def ask(self, method: str, path: str, data: Mapping[str, object] | None, origin: str = "") -> httpx.Response:  # fmt: skip
        async def asked() -> httpx.Response:
            async with httpx.AsyncClient(
                transport=httpx.ASGITransport(self.app), base_url="http://monitor.test",
                cookies={NAME: self.token}, follow_redirects=True,
            ) as client:  # fmt: skip
                return await client.request(method, path, data=data, headers={"Origin": origin})

        return asyncio.run(asked())

    def get(self, path: str = "") -> httpx.Response:
        return self.ask("GET", f"/vragenlijst{path}", None)

    def post(
        self, path: str, data: Mapping[str, object], origin: str = "http://monitor.test"
    ) -> httpx.Response:
        return self.ask("POST", f"/vragenlijst{path}", data, origin)

    def own(self, rest: str = "") -> str:
        return f"/{self.at.own}{rest}"

    def send_deel(self, deel: str, **changed: object):  # type: ignore[no-untyped-def]
        """The form of a deel as the page gave it, with what somebody changed in it."""
        page = self.get(self.own(f"/deel/{deel}")).text
        return self.post(self.own(f"/deel/{deel}"), {**fields(page), **changed})


def fields(page: str) -> dict[str, object]:
    """What a browser would send of the form on a page, without a button."""
    found: dict[str, object] = {}
    for tag in re.findall(r"<input [^>]*>", page):
        marks = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if "name" not in marks or (
            marks["type"] in ("radio", "checkbox") and " checked" not in tag
        ):
            continue
        found[unescape(marks["name"])] = unescape(marks.get("value", ""))
    for name, text in re.findall(r'<textarea [^>]*name="([^"]*)"[^>]*>\n?([^<]*)</textarea>', page):
        found[unescape(name)] = unescape(text)
    return found


def filled(folder: Path, text: str = TEXT) -> Filled:
    lijst, faults = read_toml(text.encode(), "proef.toml")
    assert isinstance(lijst, Vragenlijst), faults
    book = journal(folder)
    ronde = rondes.make(book, STAFF, SWV, "2026", "2025-2026", "Ronde 2026")
    number = rondes.keep_vragenlijst(book, STAFF, lijst)
    until = dt.date.today() + dt.timedelta(days=12)
    asked = [("vestiging", school, number) for school in ("99AA00", "99AB00")]
    known = {("vestiging", school): KNOWN for _, school, _ in asked}
    rondes.open_(book, STAFF, ronde, until, asked, known)
    own, other = (one.nummer for one in rondes.deelnemers(book, STAFF, ronde))
    for one in (own, other):
        keep_named(book, one, NAMED)
    return Filled(folder, ronde, own, other, [])
