"""The invented ronde of the demonstration: every school was asked, most answered. The answers are
those of the sample data, as if schools had typed them."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from monitor.commands.demo_people import SWV
from monitor.rounds import inventing
from monitor.rounds.beforehand import Vooraf
from monitor.rounds.from_store import with_items
from monitor.rounds.inventing import Gezegd, Kop, Verzonnen
from monitor.rounds.registers import Registers, by_unit, known_from
from monitor.rounds.vragenlijst.conditions import Answer, Place
from monitor.rounds.vragenlijst.model import WEET_NIET, Vragenlijst
from monitor.rounds.vragenlijst.standard import standard
from monitor.store.journal import URL, journal, now
from monitor.store.secret import secret
from monitor.store.store import open_store
from monitor.store.versions import Versions
from monitor.values.collation import by_name
from monitor.values.moments import HERE


SCHOOLJAAR, CODE = "2025-2026", "2025-2026"
TITEL = "Dekkend aanbod 2026 (verzonnen)"
OPENED, TO_GO = 18, 12
"""Days since it opened, and until it closes."""
BEGUN = frozenset({"99BC00", "99CL00", "99PD00"})
CLOSED = frozenset({"99CB00", "99CC00"})
"""Since 2023: on the lists, and not asked."""
SILENT = frozenset({"99AK00", "99CI00"})
FEW = 4
"""Answers of who only began."""
GROWS = ("gelijk", "gelijk", "groeit", "krimpt", "gelijk")
CHECKS = (("leerling",), ("leerling", "swv"), ("overleg",), ("leerling", "audit"), ("niet",))
OFTEN = ("kwartaal", "halfjaar", "jaar", "jaar")


def invent(versions: Versions) -> None:
    """Makes it, once. Not in a database that somebody named: that may be a real journal."""
    if secret(URL):
        return
    book = journal(versions.folder)
    if inventing.is_any(book, SWV):
        return
    store = open_store(versions, whole=False)
    lijst = with_items(store, standard()["dekkend-aanbod"]).vragenlijst
    rows = store.rows(_ASKED, {"niet": sorted(CLOSED)})
    asked = sorted(rows, key=lambda row: by_name(row[1]))
    now_and_before = {"jaar": SCHOOLJAAR}
    registers = Registers(
        *(by_unit(store, question, now_and_before) for question in (_AANBOD, _MIDDELEN, _BEFORE))
    )
    known = known_from(lijst, [code for code, _ in asked], registers)
    lists = {(school, item): status for school, item, status in store.rows(_LIST, now_and_before)}
    opened = dt.datetime.combine(
        now().astimezone(HERE).date() - dt.timedelta(OPENED), dt.time(9), HERE
    )
    who = [
        _deelnemer(number, code, naam, lijst, known["vestiging", code], lists, opened)
        for number, (code, naam) in enumerate(asked)
    ]
    tot = opened.date() + dt.timedelta(OPENED + TO_GO)
    kop = Kop(SWV, CODE, SCHOOLJAAR, TITEL, opened, tot, "Carla Fictief")
    inventing.put(book, kop, lijst, who, known)


def _deelnemer(
    number: int,
    code: str,
    naam: str,
    lijst: Vragenlijst,
    vooraf: Vooraf,
    lists: Mapping[tuple[str, str], str],
    opened: dt.datetime,
) -> Verzonnen:
    # Spread over the days that went by, on another hour each; in the order of nothing in particular.
    begun = opened + dt.timedelta(days=1 + number * 7 % (OPENED - 2), hours=number * 5 % 8)
    wie = f"de directie van {naam}"
    if code in SILENT:
        return Verzonnen(code, {}, begun, None, wie)
    if code in BEGUN:
        answers = dict(list(_said_again(lijst, vooraf))[:FEW])
        return Verzonnen(code, answers, begun, None, wie)
    answers = dict(_all(number, code, lijst, vooraf, lists))
    return Verzonnen(code, answers, begun, begun + dt.timedelta(minutes=20), wie)


def _said_again(lijst: Vragenlijst, vooraf: Vooraf) -> Iterator[tuple[Place, Gezegd]]:
    """What was said a year before, once more."""
    for _, vraag in lijst.vragen():
        last = vooraf.vorig.get(Place("", vraag.code))
        if last is not None and not last.staat:
            yield Place("", vraag.code), Gezegd(last.answer, "klopt-nog", last.datum[:7])


def _all(
    number: int,
    code: str,
    lijst: Vragenlijst,
    vooraf: Vooraf,
    lists: Mapping[tuple[str, str], str],
) -> Iterator[tuple[Place, Gezegd]]:
    """The whole list: the points, the places, the money, and what the sample data does not know."""
    for _, vraag in lijst.vragen():
        status = lists.get((code, (vraag.wordt and vraag.wordt.item) or ""))
        if status is None:
            continue
        place = Place("", vraag.code)
        last = vooraf.vorig.get(place)
        answer = _answer(None if status == "onbekend" else status)
        if last is not None and not last.staat and last.waarde == answer.value:
            yield place, Gezegd(answer, "klopt-nog", last.datum[:7])
        else:
            yield place, _typed(answer)
    for deel in lijst.deel:
        for rij in vooraf.rijen.get(deel.code, []):
            yield from _row(rij.code, [v.code for v in deel.vraag if v.voorstel], vooraf)
    checks = CHECKS[number % len(CHECKS)]
    yield Place("", "borging"), _typed(Answer(list(checks)))
    if checks != ("niet",):
        yield Place("", "borging-vaak"), _typed(Answer(OFTEN[number % len(OFTEN)]))
    yield Place("", "leerlingen-nu"), _typed(_answer(None))
    yield Place("", "groeit"), _typed(Answer(GROWS[number % len(GROWS)]))


def _row(rij: str, codes: list[str], vooraf: Vooraf) -> Iterator[tuple[Place, Gezegd]]:
    """One row as the register has it; how many sit in 0 places is not asked."""
    for code in codes:
        known = vooraf.voorstel.get(Place(rij, code))
        yield Place(rij, code), _typed(_answer(known and known.waarde), "voorstel")
        if code == "plaatsen" and known is not None and known.waarde == 0:
            return


def _answer(value: Any) -> Answer:
    return Answer(None, WEET_NIET) if value is None else Answer(value)


def _typed(answer: Answer, herkomst: str = "getypt") -> Gezegd:
    return Gezegd(answer, "getypt" if answer.instead else herkomst, "")


# ---------------------------------------------------------------------------------- sample data
# As it was delivered: what views make of it takes seconds, and the sample needs none of it. A test
# holds that a ronde made on the page has the same schools and knows the same.

_ASKED = (
    "select vestiging, naam from bron.vestigingen where swv = 'VO9901' "
    "and schooltype in ('vo', 'pro') and vestiging not in (select unnest($niet))"
)
_AANBOD = (
    "select coalesce(vestiging, '') as unit, schooljaar, arrangementscode, titel, plaatsen_plan, "
    "plaatsen_praktijk, bezet, wachtend, evaluatiedatum, 'arrangementen' as register, "
    "'' as datum from bron.arrangementen where status = 'actief' and schooljaar = $jaar "
    "order by unit, arrangementscode"
)
_MIDDELEN = (
    "select vestiging as unit, schooljaar, doel, toegekend, 'middelen' as register, '' as datum "
    "from bron.middelen where vestiging is not null and schooljaar = $jaar order by unit, doel"
)
_BEFORE = (
    "select vestiging as unit, schooljaar, item, coalesce(status, 'onbekend') as status, peildatum, "
    "'de lijst' as register from bron.basisondersteuning where schooljaar = ("
    "select max(schooljaar) from bron.basisondersteuning where schooljaar < $jaar) order by unit, item"
)
_LIST = (
    "select vestiging, item, coalesce(status, 'onbekend') from bron.basisondersteuning "
    "where schooljaar = $jaar"
)
