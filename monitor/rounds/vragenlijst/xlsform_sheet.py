"""One sheet of an XLSForm as lines with named cells, and what stands in it that has no place."""

from typing import NamedTuple

from monitor.rounds.vragenlijst import xlsform
from monitor.rounds.vragenlijst.faults import meant, shown, words


_ALSO = {"list name": "list_name"}
_IN_A_LANGUAGE = ("label", "hint")


class Line(NamedTuple):
    """A row by the number that Excel shows, and its cells that are filled, by column."""

    row: int
    cells: dict[str, str]


class Lines:
    """The rows under the kolomkoppen of a sheet."""

    def __init__(
        self, sheet: str, rows: list[list[str]], columns: tuple[str, ...], own: tuple[str, ...]
    ) -> None:
        self.faults: list[tuple[str, str]] = []
        """(where, sentence)"""
        self.lines: list[Line] = []
        self._sheet = sheet
        heads = self._heads(rows[0] if rows else [], (*columns, *own))
        for number, row in enumerate(rows[1:], 2):
            filled = {at: cell.strip() for at, cell in enumerate(row) if cell.strip()}
            for at in sorted(filled):
                if at >= len(heads):
                    where = f"blad {sheet}, rij {number}, kolom {_letter(at)}"
                    self.faults.append((where, "staat onder geen kop. Haal de cel leeg."))
            if filled:
                cells = {heads[at]: cell for at, cell in filled.items() if at < len(heads)}
                self.lines.append(Line(number, cells))

    def _heads(self, row: list[str], known: tuple[str, ...]) -> list[str]:
        heads: list[str] = []
        for at, heading in enumerate(row):
            name, _, language = heading.strip().partition("::")
            plain = name if language and name in _IN_A_LANGUAGE else heading.strip()
            plain = _ALSO.get(plain, plain)
            where = f"blad {self._sheet}, rij 1, kolom {_letter(at)}"
            if plain and plain not in known:
                self.faults.append((where, self._unknown(plain, known)))
            elif plain and plain in heads:
                self.faults.append(
                    (where, f"‘{shown(plain)}’ staat er twee keer; een vragenlijst is in één taal.")
                )
            heads.append(plain)
        while heads and not heads[-1]:
            heads.pop()
        return heads

    def _unknown(self, name: str, known: tuple[str, ...]) -> str:
        if name.startswith(("bind::", xlsform.OWN_SETTING)):
            return f"‘{shown(name)}’ is geen kolom van de monitor.{meant(name, known)}"
        return (
            f"kolom ‘{shown(name)}’ kan hier niet.{meant(name, known)} Dit blad kent: "
            f"{words([one for one in known if ':' not in one])}."
        )


def _letter(at: int) -> str:
    """0 is A, 26 is AA: as a spreadsheet names its columns."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
