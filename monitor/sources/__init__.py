"""Every kind of file that can be delivered: the modules in this folder that have a SOURCE."""

import importlib
import pkgutil
from functools import cache

from monitor.errors import NotFound
from monitor.sources.source import Source


@cache
def sources() -> dict[str, Source]:
    """All kinds of file by name; the folder is the registry."""
    found = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name):
        source = getattr(importlib.import_module(f"{__name__}.{module.name}"), "SOURCE", None)
        if source is not None:
            object.__setattr__(source, "name", module.name)
            found[module.name] = source
    return found


def pupil_sources() -> dict[str, Source]:
    """The kinds of file that are about single pupils."""
    return {name: source for name, source in sources().items() if source.pupils}


def source_named(name: str) -> Source:
    """The kind of file of that name, or NotFound with the names there are."""
    if name in sources():
        return sources()[name]
    raise NotFound(f"Onbekende soort bestand '{name}'. Bekend zijn: {', '.join(sources())}.")
