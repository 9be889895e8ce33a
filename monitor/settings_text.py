"""The text of `instellingen.toml` with other values in it, and the remarks of people kept."""

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any


BARE = re.compile(r"[A-Za-z0-9_-]+")
_TABLE = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(#.*)?")
_KEY = re.compile(r"\s*(?:\"([^\"\\]*)\"|'([^']*)'|([A-Za-z0-9_-]+))\s*=")


def rewritten(text: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """`text`, which says `before`, so that it says `after`: line by line where that can be, else
    anew."""
    edited = _edited(text, before, after)
    try:
        if tomllib.loads(edited) == after:
            return edited
    except tomllib.TOMLDecodeError:
        pass
    return canonical(after)


def canonical(values: Mapping[str, Any]) -> str:
    """Every value in a line, and every table under its name."""
    plain = [f"{_name(k)} = {_value(v)}" for k, v in values.items() if not isinstance(v, dict)]
    for name, table in values.items():
        if isinstance(table, dict):
            plain += ["", f"[{_name(name)}]"]
            plain += [f"{_name(key)} = {_value(one)}" for key, one in table.items()]
    return "\n".join(plain).strip("\n") + "\n"


def _edited(text: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    lines = text.splitlines()
    for name in dict.fromkeys([*before, *after]):
        old, new = before.get(name), after.get(name)
        if old == new:
            continue
        if isinstance(new if new is not None else old, dict):
            if not isinstance(old, dict | None):
                lines, old = _with(lines, "", name, None), None
            for key in dict.fromkeys([*(old or {}), *(new or {})]):
                was, becomes = (old or {}).get(key), (new or {}).get(key)
                if was != becomes:
                    lines = _with(lines, name, key, becomes)
            if not new:
                lines = _without_table(lines, name)
            if new == {}:  # kept as an empty table, as it was
                lines += ["", f"[{_name(name)}]"]
        else:
            if isinstance(old, dict):
                for key in old:
                    lines = _with(lines, name, key, None)
                lines = _without_table(lines, name)
            lines = _with(lines, "", name, new)
    return "\n".join(lines) + "\n"


def _with(lines: list[str], table: str, key: str, value: Any) -> list[str]:
    """The lines in which a key of a table ("" = none) has a value; None: it is not there."""
    begin, end = _span(lines, table)
    for place in range(begin, end):
        found = _KEY.match(lines[place])
        if found and (found[1] or found[2] or found[3]) == key:
            if value is None:
                return [*lines[:place], *lines[place + 1 :]]
            line = f"{_name(key)} = {_value(value)}{_remark(lines[place])}"
            return [*lines[:place], line, *lines[place + 1 :]]
    if value is None:
        return lines
    line = f"{_name(key)} = {_value(value)}"
    if table and begin == end == len(lines) and not _has(lines, table):
        return [*lines, "", f"[{_name(table)}]", line]
    while end > begin and not lines[end - 1].strip():
        end -= 1
    return [*lines[:end], line, *lines[end:]]


def _without_table(lines: list[str], table: str) -> list[str]:
    begin, end = _span(lines, table)
    if not _has(lines, table) or any(_KEY.match(line) for line in lines[begin:end]):
        return lines
    return [*lines[: begin - 1], *lines[begin:end], *lines[end:]]


def _has(lines: list[str], table: str) -> bool:
    return any((found := _TABLE.fullmatch(line)) and found[1] == table for line in lines)


def _span(lines: list[str], table: str) -> tuple[int, int]:
    """The lines of a table, from behind its name; of no table: those before the first one."""
    heads = [place for place, line in enumerate(lines) if _TABLE.fullmatch(line)]
    if not table:
        return 0, heads[0] if heads else len(lines)
    for number, place in enumerate(heads):
        found = _TABLE.fullmatch(lines[place])
        if found and found[1] == table:
            return place + 1, heads[number + 1] if number + 1 < len(heads) else len(lines)
    return len(lines), len(lines)


def _remark(line: str) -> str:
    """What stands behind the value: from the first # that is no part of it."""
    try:
        whole = tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return ""  # a value over several lines: `rewritten` notices
    for place in (found.start() for found in re.finditer("#", line)):
        try:
            if tomllib.loads(line[:place]) == whole:
                before = line[:place]
                return before[len(before.rstrip()) :] + line[place:]
        except tomllib.TOMLDecodeError:
            continue
    return ""


def _name(key: str) -> str:
    return key if BARE.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return json.dumps(value, ensure_ascii=False)
        case int() | float():
            return repr(value)
        case list():
            return f"[{', '.join(map(_value, value))}]"
        case dict():
            return f"{{{', '.join(f'{_name(k)} = {_value(v)}' for k, v in value.items())}}}"
    raise TypeError(type(value))
