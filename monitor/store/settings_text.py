"""The text of `instellingen.toml` with other values in it, and the remarks of people kept."""

import tomllib
from collections.abc import Mapping, MutableMapping
from typing import Any


def rewritten(text: str, after: Mapping[str, Any]) -> str:
    """`text` so that it says `after`, and nothing else in it is another; anew where that cannot
    be. Every line ends in a line feed."""
    # Here, because it takes some 50 ms, and most who read the settings change none.
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text.replace("\r\n", "\n"))
        _put(document, after)
        edited = tomlkit.dumps(document)
        if tomllib.loads(edited) == after:
            return edited
    except (TOMLKitError, tomllib.TOMLDecodeError):
        pass
    return canonical(after)


def canonical(values: Mapping[str, Any]) -> str:
    """Every value in a line, and every table under its name."""
    import tomlkit

    return tomlkit.dumps(values)


def _put(table: MutableMapping[str, Any], after: Mapping[str, Any]) -> None:
    for name in [name for name in table if name not in after]:
        del table[name]
    for name, new in after.items():
        old = table.get(name)
        if old == new:
            continue
        if isinstance(old, MutableMapping) and isinstance(new, Mapping):
            _put(old, new)
        elif isinstance(old, list) and isinstance(new, list):
            _put_in_list(old, new)
        else:
            if isinstance(old, Mapping) or isinstance(new, Mapping):
                table.pop(name, None)  # a table stands in another place than a value
            table[name] = new


def _put_in_list(there: list[Any], new: list[Any]) -> None:
    """What stays keeps its line, and the remark behind it."""
    for gone in [one for one in there if one not in new]:
        there.remove(gone)
    for place, one in enumerate(new):
        if place >= len(there) or there[place] != one:
            there.insert(place, one)
    if there != new:  # in another order, or something twice
        there.clear()
        there.extend(new)
