"""A vragenlijst as the sheets of an XLSForm."""

from typing import Any

from monitor.errors import MonitorError
from monitor.rounds.vragenlijst import xlsform
from monitor.rounds.vragenlijst.kinds import INSTEAD, instead, options, row_of
from monitor.rounds.vragenlijst.model import NVT, WEET_NIET, Deel, Part, Vraag, Vragenlijst
from monitor.rounds.vragenlijst.relevant import to_relevant
from monitor.rounds.vragenlijst.writing import plain


LARGEST_CELL = 32_767
"""Characters that a cell of Excel holds."""
Line = dict[str, str]


def to_sheets(lijst: Vragenlijst) -> xlsform.Sheets:
    """The sheets survey, choices and settings, and cijfers where there are; MonitorError when a text
    does not fit in a cell."""
    survey: list[Line] = []
    choices: list[Line] = []
    for deel in lijst.deel:
        survey += _deel(deel, choices)
    setting = {
        "form_title": lijst.titel,
        "form_id": lijst.code,
        "version": lijst.versie,
        "default_language": xlsform.LANGUAGE,
        "namespaces": xlsform.NAMESPACE,
        **_own(lijst, xlsform.OF_LIST, xlsform.OWN_SETTING),
    }
    own = [xlsform.OWN + key for key in dict.fromkeys((*xlsform.OF_DEEL, *xlsform.OF_VRAAG))]
    settings = [*xlsform.SETTINGS, *(xlsform.OWN_SETTING + key for key in xlsform.OF_LIST)]
    sheets = {
        "survey": _table([*xlsform.SURVEY, *own], survey),
        "choices": _table(xlsform.CHOICES, choices),
        "settings": _table(settings, [setting]),
    }
    if lijst.cijfer:
        lines = [_own(cijfer, xlsform.CIJFERS, "") for cijfer in lijst.cijfer]
        sheets["cijfers"] = _table(xlsform.CIJFERS, lines)
    for name, rows in sheets.items():
        for number, row in enumerate(rows, 1):
            if any(len(cell) > LARGEST_CELL for cell in row):
                raise MonitorError(
                    f"Blad {name}, rij {number}: een tekst past niet in een cel van Excel "
                    f"({LARGEST_CELL} tekens). Kort de voorwaarden of de tekst in."
                )
    return sheets


def _table(columns: Any, lines: list[Line]) -> list[list[str]]:
    """Only columns of which a cell is filled, beside the first three."""
    used = [at for at, name in enumerate(columns) if at < 3 or any(name in line for line in lines)]
    names = [columns[at] for at in used]
    heads = [f"{n}::{xlsform.LANGUAGE}" if n in ("label", "hint") else n for n in names]
    return [heads, *([line.get(name, "") for name in names] for line in lines)]


def _own(part: Part, keys: tuple[str, ...], prefix: str) -> Line:
    given = plain(part)
    return {prefix + key: xlsform.cell(key, given[key]) for key in keys if key in given}


def _deel(deel: Deel, choices: list[Line]) -> list[Line]:
    kind = "repeat" if deel.rijen_uit else "group"
    name = xlsform.DEEL + deel.code
    lines = [
        {
            "type": f"begin_{kind}",
            "name": name,
            "label": deel.titel,
            **_own(deel, xlsform.OF_DEEL, xlsform.OWN),
        }
    ]
    if deel.vragen_uit:
        lines.append(
            {
                "type": "note",
                "name": f"{name}.{xlsform.NORM}",
                "label": xlsform.NORM_LABEL,
                f"{xlsform.OWN}soort": xlsform.NORM,
            }
        )
    for vraag in deel.vraag:
        lines += _vraag(vraag, choices)
    return [*lines, {"type": f"end_{kind}"}]


def _vraag(vraag: Vraag, choices: list[Line]) -> list[Line]:
    if vraag.soort != "matrix":
        return [_line(vraag, xlsform.OF_VRAAG, choices)]
    own = tuple(
        key for key in xlsform.OF_VRAAG if key not in ("verplicht", "weet_niet", "nvt", "uit")
    )
    begin = {
        "type": "begin_group",
        "name": xlsform.name_of(vraag.code),
        **_words(vraag),
        **_own(vraag, own, xlsform.OWN),
    }
    rows = []
    for row in vraag.rijen:
        asked = row_of(vraag, row).model_copy(update={"hulp": None, "alleen_als": ()})
        rows.append(_line(asked, xlsform.OF_ROW, choices, list_name=xlsform.name_of(vraag.code)))
    return [begin, *rows, {"type": "end_group"}]


def _words(vraag: Vraag) -> Line:
    line = {"label": vraag.tekst}
    if vraag.hulp:
        line["hint"] = vraag.hulp
    if vraag.alleen_als:
        line["relevant"] = to_relevant(vraag.alleen_als)
    return line


def _line(vraag: Vraag, own: tuple[str, ...], choices: list[Line], list_name: str = "") -> Line:
    """One question; its choices are added to `choices`, once per list."""
    type_ = xlsform.type_of(vraag)
    name = xlsform.name_of(vraag.code)
    if type_.startswith("select"):
        # What is in the choices is not said a second time.
        own = tuple(key for key in own if key not in ("weet_niet", "nvt"))
        list_name = _list_name(vraag, list_name or name)
        type_ = f"{type_} {list_name}"
        if all(line["list_name"] != list_name for line in choices):
            choices += [
                {"list_name": list_name, "name": option.code, "label": option.tekst}
                for option in (*options(vraag), *instead(vraag))
            ]
    # A form knows no weet niet beside a number or a text: required there would force an answer.
    is_forced = vraag.verplicht and (type_.startswith("select") or not instead(vraag))
    own = tuple(key for key in own if key != "verplicht" or not is_forced)
    line = {"type": type_, "name": name, **_words(vraag), **_own(vraag, own, xlsform.OWN)}
    line[f"{xlsform.OWN}soort"] = vraag.soort
    if is_forced:
        line["required"] = "yes"
    if constraint := xlsform.bounds(vraag):
        line |= {"constraint": constraint, "constraint_message": xlsform.message(constraint)}
    if appearance := xlsform.APPEARANCES.get(vraag.soort):
        line["appearance"] = appearance
    return line


def _list_name(vraag: Vraag, own: str) -> str:
    """Ja and nee are one list for all; other choices are of their question. A name with a point is
    of no question."""
    if vraag.soort not in ("janee", "jadeelsnee"):
        return own
    more = [INSTEAD[code].code for code in (WEET_NIET, NVT) if INSTEAD[code] in instead(vraag)]
    return ".".join([vraag.soort, "lijst", *more])
