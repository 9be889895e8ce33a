"""One row of the sheet survey as the keys of a question."""

import re
from typing import Any, NamedTuple

from monitor.rounds.vragenlijst import xlsform
from monitor.rounds.vragenlijst.faults import shown, words
from monitor.rounds.vragenlijst.kinds import INSTEAD, KINDS, options
from monitor.rounds.vragenlijst.model import NVT, WEET_NIET, Vraag
from monitor.rounds.vragenlijst.relevant import NotInSubset, from_relevant


class Choice(NamedTuple):
    row: int
    name: str
    label: str


class NotRead(ValueError):
    """A cell that cannot be taken over: in which column, and of the sheet choices in which row."""

    def __init__(self, column: str, text: str, row: int = 0) -> None:
        super().__init__(text)
        self.column = column
        self.row = row


_REQUIRED = {
    **dict.fromkeys(("yes", "true", "true()", "ja"), True),
    **dict.fromkeys(("no", "false", "false()", "nee", ""), False),
}
_WEET_NIET_NVT = {WEET_NIET: "weet_niet", NVT: "nvt"}


def of_row(name: str, matrix: str) -> str:
    """The code of a row, from its name and that of its matrix."""
    return name.removeprefix(f"{matrix}.")


def question(
    cells: dict[str, str], own: dict[str, Any], type_: str, listed: list[Choice] | None
) -> dict[str, Any]:
    """The keys of a question as a TOML file has them; NotRead when the row is not in the subset.

    `own` are its own keys (`bind::dekkend:`), `listed` is the list of choices that its type names.
    """
    soort = str(own.get("soort") or _derived(type_, cells.get("appearance", ""), listed))
    if soort not in KINDS:
        raise NotRead(f"{xlsform.OWN}soort", f"‘{shown(soort)}’ is geen soort: {words(KINDS)}.")
    given: dict[str, Any] = {
        "code": xlsform.code_of(cells.get("name", "")),
        "soort": soort,
        "tekst": cells.get("label", ""),
        **{key: one for key, one in own.items() if key != "soort"},
    }
    _hold_type(soort, type_, "uit" in own, cells)
    if hint := cells.get("hint"):
        given["hulp"] = hint
    required = cells.get("required", "").lower()
    if required not in _REQUIRED:
        raise NotRead("required", f"‘{shown(required)}’ kan hier niet. Schrijf yes, of laat leeg.")
    if _REQUIRED[required]:
        given["verplicht"] = True
    if relevant := cells.get("relevant"):
        try:
            given["alleen_als"] = from_relevant(relevant)
        except NotInSubset as why:
            raise NotRead(
                "relevant", f"{why}. Een voorwaarde is een antwoord op een eerdere vraag."
            ) from None
    _take_bounds(given, cells)
    if type_ in ("select_one", "select_multiple"):
        if listed is None:
            raise NotRead("type", "noemt een lijst die niet op blad choices staat.")
        given |= _choices(soort, listed)
    if type_ == "range":
        given |= _steps(cells.get("parameters", ""))
    elif cells.get("parameters"):
        raise NotRead("parameters", "kan alleen bij range. Maak de cel leeg.")
    return given


def _derived(type_: str, appearance: str, listed: list[Choice] | None) -> str:
    """The soort of a question of a form that was made elsewhere."""
    if type_ == "select_one" and appearance == "":
        for soort in ("janee", "jadeelsnee"):
            plain = Vraag(code="vraag", soort=soort, tekst="vraag")
            there = {(choice.name, choice.label) for choice in listed or []}
            instead = {(option.code, option.tekst) for option in INSTEAD.values()}
            if there - instead == {(option.code, option.tekst) for option in options(plain)}:
                return soort
        return "keuze"
    found = xlsform.FOREIGN.get((type_, appearance))
    if found is None:
        if any(kind == type_ for kind, _ in xlsform.FOREIGN):
            raise NotRead("appearance", f"‘{shown(appearance)}’ kan hier niet. Maak de cel leeg.")
        raise NotRead("type", f"‘{shown(type_)}’ kan hier niet. Laat deze regel weg.")
    return found


def _hold_type(soort: str, type_: str, is_own_words: bool, cells: dict[str, str]) -> None:
    """What the row says of its own soort must be what the other columns say."""
    wanted = "matrix" if soort == "matrix" else "text" if is_own_words else xlsform.TYPES[soort]
    if type_ != wanted and (soort, type_) != ("schaal", "range"):
        raise NotRead("type", f"soort {soort} heeft type {wanted}, en er staat ‘{shown(type_)}’.")
    appearance = cells.get("appearance", "")
    if appearance != xlsform.APPEARANCES.get(soort, ""):
        raise NotRead("appearance", f"‘{shown(appearance)}’ kan niet bij soort {soort}.")


def _take_bounds(given: dict[str, Any], cells: dict[str, str]) -> None:
    constraint, message = cells.get("constraint", ""), cells.get("constraint_message", "")
    if constraint:
        found = xlsform.as_bounds(constraint)
        if found is None:
            raise NotRead(
                "constraint",
                "kan hier alleen een minimum en maximum zijn, als . >= 0 and . <= 500, of . <= today().",
            )
        given |= found
    if message and message != xlsform.message(constraint):
        raise NotRead("constraint_message", "de monitor maakt zelf een zin. Maak de cel leeg.")


def _choices(soort: str, listed: list[Choice]) -> dict[str, Any]:
    given: dict[str, Any] = {}
    own: list[Choice] = []
    for choice in listed:
        key = _WEET_NIET_NVT.get(choice.name)
        if key is None:
            own.append(choice)
            continue
        if key in given:
            raise NotRead("name", f"‘{choice.name}’ staat er twee keer.", choice.row)
        _hold_label(choice, INSTEAD[choice.name].tekst)
        given[key] = True
    if soort in ("keuze", "keuzes"):
        return {**given, "lijst": [{"code": one.name, "tekst": one.label} for one in own]}
    if soort in ("schaal", "stelling"):
        return {**given, **_scale(own)}
    fixed = {
        option.code: option.tekst
        for option in options(Vraag(code="vraag", soort=soort, tekst="vraag"))  # type: ignore[arg-type]
    }
    if [choice.name for choice in own] != list(fixed):
        row = own[0].row if own else listed[0].row
        raise NotRead(
            "name", f"soort {soort} heeft de keuzes {words(fixed)}. Kies soort keuze.", row
        )
    for choice in own:
        _hold_label(choice, fixed[choice.name])
    return given


def _hold_label(choice: Choice, wanted: str) -> None:
    if choice.label != wanted:
        raise NotRead("label", f"‘{choice.name}’ heet hier altijd ‘{wanted}’.", choice.row)


def _scale(own: list[Choice]) -> dict[str, Any]:
    steps = [int(one.name) for one in own if re.fullmatch("[0-9]{1,3}", one.name)]
    if len(steps) < len(own) or not own or steps != list(range(steps[0], steps[0] + len(own))):
        row = own[0].row if own else 0
        raise NotRead("name", "de stappen van een schaal zijn getallen die elkaar opvolgen.", row)
    named = {one.name: one.label for one in own if one.label != one.name}
    return {"van": steps[0], "tot": steps[-1], **({"woorden": named} if named else {})}


def _steps(parameters: str) -> dict[str, Any]:
    found = dict(re.findall(r"(start|end|step)\s*=\s*([0-9]{1,3})(?=[\s,;]|$)", parameters))
    rest = re.sub(r"(start|end|step)\s*=\s*[0-9]{1,3}|[\s,;]", "", parameters)
    if rest or not {"start", "end"} <= set(found) or found.get("step", "1") != "1":
        raise NotRead(
            "parameters", "een schaal heeft start, end en step=1, als start=1 end=5 step=1."
        )
    return {"van": int(found["start"]), "tot": int(found["end"])}
