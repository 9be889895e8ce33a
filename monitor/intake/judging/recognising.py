"""Which kind of file a line of headings belongs to."""

import re
from functools import cache, lru_cache

from monitor.intake.judging import messages
from monitor.sources import sources
from monitor.sources.source import Column, Source, normal


def known_headings() -> set[str]:
    """Every heading (as `normal`) that some kind of file knows."""
    return set(_known_headings())


@cache
def _known_headings() -> frozenset[str]:
    return frozenset(
        heading
        for source in sources().values()
        for column in source.columns()
        if not column.heading.melted
        for heading in (*column.normal_headings, *map(normal, column.heading.brin))
    )


def recognise(headings: list[str], hint: str = "") -> tuple[list[str], str]:
    """(names of the kinds that these headings fit best, the error sentence when not exactly one).

    A kind fits when all its required columns are there; one whose required columns are only a
    part of another's that also fits gives way to it.
    """
    fitting: dict[str, set[str]] = {}
    near: list[tuple[float, str, list[str]]] = []
    there = set(_normal(tuple(headings)))
    for name, source in sources().items():
        if {normal(heading) for heading in source.without} & there:
            continue
        found, lacking = required(source, headings)
        if not lacking:
            fitting[name] = found
        elif found:
            near.append((len(lacking) / (len(found) + len(lacking)), name, lacking))
    best = [
        name
        for name, found in fitting.items()
        if not any(found < other for other in fitting.values())
    ]
    if len(best) == 1:
        return best, ""
    if best:
        return best, messages.ambiguous_kind(best)
    candidates = [messages.candidate(name, lacking) for _, name, lacking in sorted(near)[:3]]
    # Without one known heading it may be a row of pupils that stands there.
    is_known = not known_headings().isdisjoint(there)
    return [], messages.unknown_kind(headings, candidates, hint, is_shown=is_known)


def required(source: Source, headings: list[str]) -> tuple[set[str], list[str]]:
    """(required headings that are there, as `normal`; the first name of those that are not)."""
    found: set[str] = set()
    lacking: list[str] = []
    for column in source.columns():
        if not column.is_required or column.heading.melted == "value":
            continue
        at = places(column, headings)
        if at:
            found.update(normal(headings[place]) for place in at)
        elif column.heading.melted:
            lacking.append(column.heading.description)
        else:
            lacking.append(column.heading.headings[0])
    return found, lacking


def places(column: Column, headings: list[str]) -> list[int]:
    """The positions of the headings that are this column."""
    if column.heading.melted == "key":
        pattern = re.compile(column.heading.headings[0], re.IGNORECASE)
        return [i for i, heading in enumerate(headings) if pattern.fullmatch(heading.strip())]
    wanted = column.normal_headings
    return [i for i, heading in enumerate(_normal(tuple(headings))) if heading in wanted]


@lru_cache(maxsize=2)
def _normal(headings: tuple[str, ...]) -> tuple[str, ...]:
    """A line of headings as `normal`: asked again for every column of every kind."""
    return tuple(map(normal, headings))
