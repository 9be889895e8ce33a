"""The questions that a recipe can name: a module per theme, found by the folder.

Each says for which roles it is, and asks the section of its page with the choices that stand there
when nobody chose: so a file and a screen say the same.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from monitor.reports.questions.question import Question


@cache
def questions() -> dict[str, Question]:
    """key → question. ValueError for a key that two modules have."""
    found: dict[str, Question] = {}
    for module in sorted(one.name for one in iter_modules(__path__)):
        there = getattr(import_module(f"{__name__}.{module}"), "QUESTIONS", ())
        for one in there:
            if one.key in found:
                raise ValueError(f"{module}: {one.key} is there already")
            found[one.key] = one
    return found
