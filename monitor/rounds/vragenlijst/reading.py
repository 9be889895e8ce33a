"""From the text of a TOML file to a vragenlijst, or to everything that is wrong with it at once.

Each part is judged by itself, so that one bad question does not hide the faults of the others.
"""

import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from monitor.errors import MonitorError, reason
from monitor.rounds.vragenlijst import checking
from monitor.rounds.vragenlijst.faults import Fault, of_shape, shown
from monitor.rounds.vragenlijst.model import (
    MOST_CIJFERS,
    MOST_DELEN,
    MOST_VRAGEN,
    Cijfer,
    Deel,
    Part,
    Vraag,
    Vragenlijst,
)


LARGEST = 256 * 1024
"""Bytes of a file. The longest vragenlijst that fits the bounds of `model.py` in plain words does."""
MOST_FAULTS = 500
_MANY_DOTS = re.compile(r"""(?<![\w"'-])(?:["']?[\w-]+["']?[ \t]*\.[ \t]*){20}""")
"""A key of so many parts takes the square of it to read."""
P = TypeVar("P", bound=Part)


class Read(NamedTuple):
    """A vragenlijst without faults, or None with them."""

    vragenlijst: Vragenlijst | None
    faults: list[Fault]


def read_file(path: Path) -> Read:
    """The vragenlijst in a file; MonitorError when it cannot be opened."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise MonitorError(f"{path} is niet te lezen: {reason(error)}.") from None
    return read_toml(content, path.name)


def read_toml(content: bytes, file: str) -> Read:
    """The vragenlijst in TOML, or all its faults."""
    if len(content) > LARGEST:
        return _refused(
            file,
            f"is groter dan {LARGEST // 1024} kB. Verdeel de vragen over meer vragenlijsten.",
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _refused(file, "is geen UTF-8. Bewaar het bestand als UTF-8.")
    if _MANY_DOTS.search(text):
        return _refused(file, "bevat een naam van meer dan twintig delen met punten ertussen.")
    try:
        given = tomllib.loads(text)
    except RecursionError:
        return _refused(file, "heeft te veel haakjes in elkaar. Haal ze weg.")
    except ValueError as error:  # also a number of thousands of digits, or a day that is none
        place = re.search(r"line (\d+), column (\d+)", str(error))
        where = f" (regel {place[1]}, teken {place[2]})" if place else ""
        return _refused(
            file,
            f"is geen TOML{where}. Kijk daar naar een aanhalingsteken, haakje of "
            "is-gelijkteken dat ontbreekt, of een sleutel die er twee keer staat.",
        )
    return judged(given, file)


def _refused(file: str, text: str) -> Read:
    return Read(None, [Fault(file, "", "", text)])


def judged(given: dict[str, Any], file: str) -> Read:
    """The vragenlijst in the tables of a TOML file, or all its faults."""
    return _Judging(file).all(given)


class _Judging:
    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.more = 0
        """Faults beyond `MOST_FAULTS`, which are counted and not told."""
        self.broken: set[str] = set()
        """Codes of questions and delen that are there, and cannot be read: others may name them."""

    def all(self, given: dict[str, Any]) -> Read:
        tables = {
            "deel": self._tables(given, "deel", "", MOST_DELEN),
            "cijfer": self._tables(given, "cijfer", "", MOST_CIJFERS),
        }
        asked = sum(
            len(deel["vraag"]) if isinstance(deel.get("vraag"), list) else 0
            for deel in tables["deel"]
        )
        if asked > MOST_VRAGEN:
            self._add("", "deel.vraag", f"er zijn {asked} vragen; hoogstens {MOST_VRAGEN}.")
        if self.faults:
            return Read(None, self.faults)
        head = self._part(Vragenlijst, _without(given, "deel", "cijfer"), "")
        delen = [self._deel(table, at) for at, table in enumerate(tables["deel"], 1)]
        cijfers = [
            self._part(Cijfer, table, _named("cijfer", table, f"cijfer {at}"))
            for at, table in enumerate(tables["cijfer"], 1)
        ]
        parts = {
            "deel": tuple(deel for deel in delen if deel is not None),
            "cijfer": tuple(cijfer for cijfer in cijfers if cijfer is not None),
        }
        # What is right is looked at together, also when something else is wrong.
        whole = (head or _UNKNOWN).model_copy(update=parts)
        known = checking.Known(head is not None, frozenset(self.broken))
        self.faults += checking.check(whole, self.file, known)
        if not self.faults:
            return Read(whole, [])
        self.more += max(0, len(self.faults) - MOST_FAULTS)
        if self.more:
            del self.faults[MOST_FAULTS:]
            self._add("", "", f"en nog {self.more} fouten. Verbeter deze eerst.")
        return Read(None, self.faults)

    def _deel(self, table: dict[str, Any], at: int) -> Deel | None:
        where = _named("deel", table, f"deel {at}")
        head = self._part(Deel, _without(table, "vraag"), where)
        vragen = [
            self._part(Vraag, one, _named("vraag", one, f"vraag {number} van {where}"))
            for number, one in enumerate(self._tables(table, "vraag", where, MOST_VRAGEN), 1)
        ]
        there = tuple(vraag for vraag in vragen if vraag is not None)
        if head is None:
            # Its questions are there; where they stand is not known, so nothing is said of that.
            self.broken |= {vraag.code for vraag in there}
            return None
        return head.model_copy(update={"vraag": there})

    def _tables(
        self, given: dict[str, Any], name: str, where: str, most: int
    ) -> list[dict[str, Any]]:
        found = given.get(name, [])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            kop = f"[[deel.{name}]]" if name == "vraag" else f"[[{name}]]"
            self._add(where, name, f"begin elk stuk met {kop} op een eigen regel.")
            return []
        if len(found) > most:
            self._add(where, name, f"er zijn er {len(found)}; hoogstens {most}.")
            return []
        return found

    def _part(self, model: type[P], given: dict[str, Any], where: str) -> P | None:
        try:
            return model.model_validate(given)
        except ValidationError as error:
            if isinstance(code := given.get("code"), str):
                self.broken.add(code)
            known = [field.alias or name for name, field in model.model_fields.items()]
            found = error.errors(include_url=False)
            inside = {one["loc"][:depth] for one in found for depth in range(len(one["loc"]))}
            for at, one in enumerate(found):
                if len(self.faults) >= MOST_FAULTS:  # made up to be too many
                    self.more += len(found) - at
                    break
                # A list of which an item is wrong is not too short as well.
                if one["type"] == "too_short" and one["loc"] in inside:
                    continue
                nested = len(one["loc"]) > 1
                self._add(where, _key(one["loc"]), of_shape(one, [] if nested else known))
            return None

    def _add(self, where: str, key: str, text: str) -> None:
        self.faults.append(Fault(self.file, where, key, text))


_UNKNOWN = Vragenlijst(code="onbekend", versie="0", titel="onbekend", voor="vestiging")
"""In the place of a head that cannot be read, so that the rest is judged."""


def _without(table: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in table.items() if name not in names}


def _named(what: str, table: dict[str, Any], otherwise: str) -> str:
    code = table.get("code")
    return f"{what} '{shown(code)}'" if isinstance(code, str) and code else otherwise


def _key(location: tuple[int | str, ...]) -> str:
    """alleen_als[2].is: as it is counted by who reads."""
    name = ""
    for step in location:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if name else str(step)
    return shown(name)
