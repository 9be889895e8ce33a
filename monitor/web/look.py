"""How Streamlit looks and runs: our `.streamlit/config.toml`, wherever the server was started.

Streamlit itself reads that file only from the folder that somebody happens to stand in.
"""

import tomllib
from collections.abc import Iterator
from typing import Any

from streamlit import config

from monitor.resources import APP


CONFIG = APP.parent / ".streamlit" / "config.toml"


def set_look() -> None:
    """Set every option of our file, over what the folder of whoever starts us says."""
    for name, value in options(tomllib.loads(CONFIG.read_text("utf-8"))):
        config.set_option(name, value)


def options(table: dict[str, Any], above: str = "") -> Iterator[tuple[str, object]]:
    """(`theme.light.primaryColor`, its value) for everything in a table and the tables in it."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from options(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value
