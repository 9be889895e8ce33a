"""A vragenlijst as TOML that a person reads on: what is as it always is, is not written."""

import json
from collections.abc import Mapping
from typing import Any

from monitor.rounds.vragenlijst.model import Deel, Part, Vragenlijst


def to_toml(lijst: Vragenlijst) -> str:
    """The text of the file; reading it gives the same vragenlijst."""
    pieces = [_keys(plain(lijst))]
    for deel in lijst.deel:
        pieces.append(f"[[deel]]\n{_keys(plain(deel))}")
        pieces += [f"[[deel.vraag]]\n{_keys(plain(vraag))}" for vraag in deel.vraag]
    pieces += [f"[[cijfer]]\n{_keys(plain(cijfer))}" for cijfer in lijst.cijfer]
    return "\n".join(pieces)


def plain(part: Part) -> dict[str, Any]:
    """What a part says beside its own parts, under the names of the file."""
    own = {Vragenlijst: {"deel", "cijfer"}, Deel: {"vraag"}}.get(type(part))
    return part.model_dump(by_alias=True, exclude_defaults=True, exclude=own)


def _keys(values: Mapping[str, Any]) -> str:
    return "".join(f"{name} = {value_text(value)}\n" for name, value in values.items())


def value_text(value: Any) -> str:
    """A value on one line, as TOML has it."""
    match value:
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return str(int(value))
        case int() | float():
            return repr(value)
        case str():
            # What JSON writes as \uXXXX or \n TOML reads the same; DEL is the one that it leaves.
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case list() | tuple():
            return f"[{', '.join(map(value_text, value))}]"
    pairs = [f"{_key(name)} = {value_text(one)}" for name, one in value.items() if one is not None]
    return f"{{{', '.join(pairs)}}}"


def _key(name: str) -> str:
    is_bare = name.replace("-", "").replace("_", "").isalnum() and name.isascii()
    return name if is_bare else json.dumps(name, ensure_ascii=False)
