"""An XLSForm as a vragenlijst. What is not in the subset is refused with sheet, row and column:
nothing of a form is left out without a word."""

from typing import Any

from monitor.rounds.vragenlijst import xlsform
from monitor.rounds.vragenlijst.faults import Fault, meant, shown
from monitor.rounds.vragenlijst.reading import Read, judged
from monitor.rounds.vragenlijst.xlsform_question import Choice, NotRead, of_row, question
from monitor.rounds.vragenlijst.xlsform_sheet import Line, Lines


MOST_ROWS = 5_000
_BEGIN = {"begin_group": "group", "begin group": "group", "begin_repeat": "repeat", "begin repeat": "repeat"}  # fmt: skip
_END = {"end_group": "group", "end group": "group", "end_repeat": "repeat", "end repeat": "repeat"}
_OF_ROW = {"soort", "weet_niet", "nvt", "uit", "lijst", "van", "tot", "woorden", "minimum", "maximum", "verplicht"}  # fmt: skip


def from_sheets(sheets: xlsform.Sheets, file: str) -> Read:
    """The vragenlijst in the sheets of an XLSForm, or all its faults."""
    return _Form(sheets, file).read()


class _Form:
    def __init__(self, sheets: xlsform.Sheets, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.places: dict[str, str] = {}
        """Where what a fault is about stands: by "vraag 'bo-12'" its sheet and row."""
        self.sheets = sheets
        self.delen: list[dict[str, Any]] = []
        self.choices: dict[str, list[Choice]] = {}
        self.used: set[str] = set()

    def read(self) -> Read:
        known = ("survey", "choices", "settings", "cijfers")
        for name, rows in self.sheets.items():
            if name not in known and any(any(row) for row in rows):
                near = meant(name, known)
                self._add(
                    f"blad {shown(name)}",
                    f"kan hier niet.{near} Een vragenlijst heeft de bladen survey, choices en settings.",
                )
            elif len(rows) > MOST_ROWS:
                self._add(f"blad {name}", f"heeft {len(rows)} rijen; hoogstens {MOST_ROWS}.")
        if "survey" not in self.sheets:
            self._add("", "heeft geen blad survey. Is dit een XLSForm?")
        if self.faults:
            return Read(None, self.faults)
        self._read_choices()
        given = self._settings()
        self._survey()
        given |= {"deel": self.delen}
        if cijfers := self._cijfers():
            given["cijfer"] = cijfers
        if self.faults:
            return Read(None, self.faults)
        read = judged(given, self.file)
        return Read(read.vragenlijst, [self._placed(fault) for fault in read.faults])

    def _placed(self, fault: Fault) -> Fault:
        place = self.places.get(fault.where, "")
        return fault._replace(where=f"{place}, {fault.where}".strip(", ") if place else fault.where)

    def _add(self, where: str, text: str) -> None:
        self.faults.append(Fault(self.file, where, "", text))

    def _refuse(self, sheet: str, line: Line, column: str, text: str) -> None:
        self._add(f"blad {sheet}, rij {line.row}, kolom {column}", text)

    def _lines(self, sheet: str, columns: tuple[str, ...], own: tuple[str, ...] = ()) -> list[Line]:
        lines = Lines(sheet, self.sheets.get(sheet, []), columns, own)
        for where, text in lines.faults:
            self._add(where, text)
        return lines.lines

    def _read_choices(self) -> None:
        for line in self._lines("choices", xlsform.CHOICES):
            for column in xlsform.CHOICES:
                if not line.cells.get(column):
                    self._refuse("choices", line, column, "is leeg. Vul deze cel in.")
            listed = self.choices.setdefault(line.cells.get("list_name", ""), [])
            listed.append(Choice(line.row, line.cells.get("name", ""), line.cells.get("label", "")))

    def _settings(self) -> dict[str, Any]:
        own = tuple(xlsform.OWN_SETTING + key for key in xlsform.OF_LIST)
        lines = self._lines("settings", (*xlsform.SETTINGS, *own))
        if len(lines) != 1:
            self._add(
                "blad settings", "heeft één rij onder de kolomkoppen, met form_id en version."
            )
            return {}
        (line,) = lines
        self.places[""] = f"blad settings, rij {line.row}"
        names = {"form_id": "code", "form_title": "titel", "version": "versie"}
        given: dict[str, Any] = {}
        for column, cell in line.cells.items():
            if column in names:
                given[names[column]] = cell
            elif column.startswith(xlsform.OWN_SETTING):
                key = column.removeprefix(xlsform.OWN_SETTING)
                self._take(given, key, cell, "settings", line, column)
        return given

    def _take(
        self, given: dict[str, Any], key: str, cell: str, sheet: str, line: Line, column: str
    ) -> None:
        """One of our own keys, from a cell."""
        try:
            given[key] = xlsform.value(key, cell)
        except ValueError:
            self._refuse(
                sheet, line, column, f"‘{shown(cell)}’ is geen waarde; schrijf haar als in TOML."
            )

    def _cijfers(self) -> list[dict[str, Any]]:
        found = []
        for line in self._lines("cijfers", xlsform.CIJFERS):
            given: dict[str, Any] = {}
            for key, cell in line.cells.items():
                self._take(given, key, cell, "cijfers", line, key)
            self.places[f"cijfer '{shown(given.get('code'))}'"] = f"blad cijfers, rij {line.row}"
            found.append(given)
        return found

    def _survey(self) -> None:
        own = tuple(
            xlsform.OWN + key for key in dict.fromkeys((*xlsform.OF_DEEL, *xlsform.OF_VRAAG))
        )
        deel: dict[str, Any] | None = None
        matrix: _Matrix | None = None
        opened: list[tuple[str, Line]] = []
        for line in self._lines("survey", xlsform.SURVEY, own):
            type_ = line.cells.get("type", "")
            if kind := _BEGIN.get(type_):
                opened.append((kind, line))
                if len(opened) == 1:
                    deel = self._deel(line, kind)
                elif len(opened) == 2 and line.cells.get(f"{xlsform.OWN}soort") == "matrix":
                    matrix = _Matrix(line, self._own(line))
                else:
                    self._refuse(
                        "survey", line, "type",
                        "een groep in een groep kan alleen voor een matrix. Maak er een eigen groep van.",
                    )  # fmt: skip
            elif kind := _END.get(type_):
                if not opened or opened[-1][0] != kind:
                    self._refuse("survey", line, "type", f"sluit een {kind} die niet open is.")
                    continue
                opened.pop()
                if matrix is not None and len(opened) == 1:
                    self._keep(deel, self._matrix(matrix), matrix.line)
                    matrix = None
                elif not opened:
                    deel = None
            elif matrix is not None and len(opened) == 2:
                matrix.rows.append((line, self._question(line, self._own(line))))
            else:
                deel = deel if opened else self._loose(deel)
                self._asked(deel, line)
        for kind, line in opened:
            self._refuse("survey", line, "type", f"wordt nergens gesloten met end_{kind}.")
        for name in sorted(set(self.choices) - self.used):
            self._add(
                f"blad choices, rij {self.choices[name][0].row}",
                f"lijst ‘{shown(name)}’ hoort bij geen vraag. Haal haar weg.",
            )

    def _own(self, line: Line) -> dict[str, Any]:
        given: dict[str, Any] = {}
        for column, cell in line.cells.items():
            if column.startswith(xlsform.OWN):
                self._take(given, column.removeprefix(xlsform.OWN), cell, "survey", line, column)
        return given

    def _deel(self, line: Line, kind: str) -> dict[str, Any]:
        own = self._own(line)
        deel = {
            "code": xlsform.code_of(line.cells.get("name", "").removeprefix(xlsform.DEEL)),
            "titel": line.cells.get("label", ""),
            **own,
            "vraag": [],
        }
        for column in ("hint", "required", "relevant", "constraint", "appearance", "parameters"):
            if line.cells.get(column):
                self._refuse("survey", line, column, "kan niet bij een groep. Maak de cel leeg.")
        if (kind == "repeat") != ("rijen_uit" in own):
            self._refuse(
                "survey", line, f"{xlsform.OWN}rijen_uit",
                "hoort bij begin_repeat, en bij elke begin_repeat: waar de rijen uit komen.",
            )  # fmt: skip
        self.places[f"deel '{shown(deel['code'])}'"] = f"blad survey, rij {line.row}"
        self.delen.append(deel)
        return deel

    def _loose(self, deel: dict[str, Any] | None) -> dict[str, Any]:
        """Questions outside every group are a deel of their own."""
        if deel is not None:
            return deel
        taken = {one["code"] for one in self.delen}
        names = ("vragen", *(f"vragen-{at}" for at in range(2, len(taken) + 3)))
        code = next(name for name in names if name not in taken)
        self.delen.append({"code": code, "titel": "Vragen", "vraag": []})
        return self.delen[-1]

    def _asked(self, deel: dict[str, Any] | None, line: Line) -> None:
        own = self._own(line)
        if own.get("soort") == xlsform.NORM:
            if deel is None or "vragen_uit" not in deel:
                self._refuse("survey", line, "type", 'hoort in een groep met vragen_uit "norm".')
            return
        self._keep(deel, self._question(line, own), line)

    def _keep(self, deel: dict[str, Any] | None, vraag: dict[str, Any] | None, line: Line) -> None:
        if deel is not None and vraag is not None:
            self.places[f"vraag '{shown(vraag['code'])}'"] = f"blad survey, rij {line.row}"
            deel["vraag"].append(vraag)

    def _question(self, line: Line, own: dict[str, Any]) -> dict[str, Any] | None:
        type_, _, list_name = line.cells.get("type", "").partition(" ")
        self.used.add(list_name.strip())
        try:
            return question(line.cells, own, type_, self.choices.get(list_name.strip()))
        except NotRead as why:
            sheet, row = ("choices", why.row) if why.row else ("survey", line.row)
            self._add(f"blad {sheet}, rij {row}, kolom {why.column}", str(why))
            return None

    def _matrix(self, matrix: "_Matrix") -> dict[str, Any] | None:
        """One question of a group: what its rows share is said once."""
        name = matrix.line.cells.get("name", "")
        rows = [(line, row) for line, row in matrix.rows if row is not None]
        if len(rows) < len(matrix.rows):
            return None
        shared: dict[str, Any] | None = None
        rijen = []
        for line, row in rows:
            own = {key: one for key, one in row.items() if key not in ("code", "tekst")}
            if (shared is not None and own != shared) or not set(own) <= _OF_ROW:
                self._refuse("survey", line, "type", "de rijen van een matrix verschillen alleen in name en label.")  # fmt: skip
                return None
            shared = own
            if not line.cells.get("name", "").startswith(f"{name}."):
                self._refuse(
                    "survey", line, "name", f"een rij van deze matrix heet {shown(name)}.iets."
                )
                return None
            rijen.append({"code": of_row(line.cells["name"], name), "tekst": row["tekst"]})
        try:
            given = question({**matrix.line.cells, "type": "matrix"}, matrix.own, "matrix", None)
        except NotRead as why:
            self._refuse("survey", matrix.line, why.column, str(why))
            return None
        shared = dict(shared or {})
        return {
            **given,
            **shared,
            "soort": "matrix",
            "soort_rij": shared.get("soort"),
            "rijen": rijen,
        }


class _Matrix:
    """A group of rows that is being read."""

    def __init__(self, line: Line, own: dict[str, Any]) -> None:
        self.line = line
        self.own = own
        self.rows: list[tuple[Line, dict[str, Any] | None]] = []
