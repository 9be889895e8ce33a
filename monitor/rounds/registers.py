"""What registers and earlier lists know of who is asked, when a ronde opens (`beforehand.Vooraf`)."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from monitor.rounds.beforehand import REST, Bekend, Rij, Unit, Vooraf
from monitor.rounds.vragenlijst.conditions import Place
from monitor.rounds.vragenlijst.model import WEET_NIET, Deel, Vraag, Vragenlijst
from monitor.store.store import Store


STATUS = {"ja": "ja", "deels": "deels", "nee": "nee"}
Rows = Mapping[str, list[dict[str, Any]]]
"""By unit, the rows of a register."""


class Registers(NamedTuple):
    """What was delivered that a vragenlijst may propose, or ask again."""

    aanbod: Rows
    middelen: Rows
    lists: Rows
    """The basisondersteuning of the year before."""


def known_of(
    store: Store, swv: str, schooljaar: str, lijst: Vragenlijst, units: Iterable[str]
) -> dict[Unit, Vooraf]:
    """Of every unit that is asked this vragenlijst, and of the rest of the SWV together."""
    year = {"jaar": schooljaar}
    registers = Registers(
        by_unit(store, _AANBOD, year | {"swv": swv}),
        by_unit(store, _MIDDELEN[lijst.voor == "bestuur"], year),
        by_unit(store, _LIST, year),
    )
    return known_from(lijst, units, registers)


def known_from(
    lijst: Vragenlijst, units: Iterable[str], registers: Registers
) -> dict[Unit, Vooraf]:
    """As `known_of`, of rows that were read already."""
    asked = sorted(set(units))
    aanbod, middelen, lists = registers
    found: dict[Unit, Vooraf] = {
        (lijst.voor, unit): _known(
            lijst, aanbod.get(unit, []), middelen.get(unit, []), lists.get(unit, [])
        )
        for unit in asked
    }
    if lijst.voor == "vestiging":
        others = [row for unit in sorted(set(aanbod) - set(asked)) for row in aanbod[unit]]
        found[REST] = _known(lijst, others, [], [])
    return found


def _known(
    lijst: Vragenlijst,
    aanbod: list[dict[str, Any]],
    middelen: list[dict[str, Any]],
    before: list[dict[str, Any]],
) -> Vooraf:
    rijen: dict[str, list[Rij]] = {}
    voorstel: dict[Place, Bekend] = {}
    plan: dict[Place, int] = {}
    for deel in lijst.deel:
        rows, titled = _rows_of(deel, aanbod, middelen)
        if deel.rijen_uit in ("arrangementen", "middelen"):
            rijen[deel.code] = [Rij(*titled(row)) for row in rows]
        for vraag in deel.vraag:
            for row in rows:
                place = Place(titled(row)[0], vraag.code)
                value = _proposed(vraag, row)
                if value is not None:
                    voorstel[place] = Bekend(value, "", row["bron"], row["datum"])
                if vraag.wordt and vraag.wordt.kolom == "PLAATSEN PRAKTIJK":
                    plan[place] = row["plaatsen_plan"]
    return Vooraf(rijen, voorstel, _last_year(lijst, before), plan)


Titled = Callable[[dict[str, Any]], tuple[str, str]]


def _rows_of(
    deel: Deel, aanbod: list[dict[str, Any]], middelen: list[dict[str, Any]]
) -> tuple[list[dict[str, Any]], Titled]:
    if deel.rijen_uit == "arrangementen":
        return aanbod, lambda row: (row["arrangementscode"], row["titel"])
    if deel.rijen_uit == "middelen":
        return middelen, lambda row: (row["doel"], row["doel"])
    return [], lambda row: ("", "")


def _proposed(vraag: Vraag, row: dict[str, Any]) -> Any:
    register, _, column = (vraag.voorstel or "").partition(".")
    if register not in ("arrangementen", "middelen") or register != row["register"]:
        return None
    value = row.get(column)
    return value.isoformat() if isinstance(value, dt.date) else value


def _last_year(lijst: Vragenlijst, before: list[dict[str, Any]]) -> dict[Place, Bekend]:
    """The list of the year before, where the question becomes an item of the norm."""
    said = {row["item"]: row for row in before}
    found = {}
    for _, vraag in lijst.vragen():
        row = said.get((vraag.wordt and vraag.wordt.item) or "")
        if row is None or vraag.soort not in ("janee", "jadeelsnee"):
            continue
        status = STATUS.get(row["status"])
        day = row["peildatum"].isoformat() if row["peildatum"] else ""
        found[Place("", vraag.code)] = Bekend(status, "" if status else WEET_NIET, row["bron"], day)
    return found


# -------------------------------------------------------------------------------- registers

_AANBOD = (
    "select coalesce(vestiging, '') as unit, schooljaar, arrangementscode, titel, plaatsen_plan, "
    "plaatsen_praktijk, bezet, wachtend, evaluatiedatum, 'arrangementen' as register, '' as datum "
    "from views.aanbod where status = 'actief' and swv = $swv and schooljaar = ("
    "select max(schooljaar) from views.aanbod where schooljaar <= $jaar and swv = $swv) "
    "order by unit, arrangementscode"
)
_MIDDELEN = {
    is_bestuur: (
        f"select {column} as unit, schooljaar, doel, toegekend, 'middelen' as register, '' as datum "
        f"from bron.middelen where {column} is not null and schooljaar = $jaar order by unit, doel"
    )
    for is_bestuur, column in ((False, "vestiging"), (True, "bestuursnummer"))
}
_LIST = (
    "select vestiging as unit, schooljaar, item, status, peildatum, "
    "'de lijst' as register from views.basisondersteuning "
    "where schooljaar = ("
    "select max(schooljaar) from views.basisondersteuning where schooljaar < $jaar) order by unit, item"
)


def by_unit(store: Store, question: str, parameters: Mapping[str, str]) -> Rows:
    """The rows of a question by their column `unit`, each with where it comes from."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in store.dicts(question, dict(parameters)):
        row["bron"] = f"{row['register']} van {row['schooljaar']}"
        found.setdefault(row.pop("unit"), []).append(row)
    return found
