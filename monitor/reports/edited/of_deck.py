"""Slides: by the onderdeel that they show, also where they were moved, or saved by another program."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from monitor.reports import deck
from monitor.reports.edited.pairing import number, pairs, said, short


if TYPE_CHECKING:
    from monitor.reports.slides.read_back import Chart, Deck, Slide

FIRST = "begin"


def changes(made: bytes, now: bytes) -> Iterator[str]:
    """A line per change, slide by slide. ValueError for what is no deck of ours."""
    before, after = deck.read_back(made), deck.read_back(now)
    if before is None or after is None:
        raise ValueError("no deck")
    yield from _of_slides(before, after)


def _of_slides(before: "Deck", after: "Deck") -> Iterator[str]:
    ours = {one.key: one for one in before.slides}
    seen: list[str] = []
    for place, slide in enumerate(after.slides, 1):
        key = slide.key or _first(ours.get(FIRST), slide, place)
        if key not in ours or key in seen:
            copy = " (nog een keer)" if key in seen else ""
            yield f"Dia {place} is erbij gezet: “{short(slide.title)}”{copy}"
            continue
        seen.append(key)
        yield from (f"Dia {place} ({key}), {line}" for line in _of_one(ours[key], slide))
    for place, slide in enumerate(before.slides, 1):
        if slide.key not in seen:
            yield f"Dia {place} ({slide.key}) is weggehaald: “{short(slide.title)}”"
    if seen != [key for key in ours if key in seen]:
        yield "De dia's staan in een andere volgorde."


def _first(ours: "Slide | None", slide: "Slide", place: int) -> str:
    """The page before the questions has no notes by which it is known when its name is gone."""
    if (
        ours is not None
        and place == 1
        and (slide.title == ours.title or set(slide.texts) & set(ours.texts))
    ):
        return FIRST
    return ""


def _of_one(old: "Slide", new: "Slide") -> Iterator[str]:
    if old.title != new.title:
        yield f"titel: {said(old.title, new.title)}"
    for was, now in pairs(old.texts, new.texts):
        yield f"tekst: {said(was, now)}"
    for chart, other in zip_longest(old.charts, new.charts):
        if chart is None or other is None:
            yield f"een grafiek is {'erbij gezet' if chart is None else 'weggehaald'}"
        elif chart != other:
            yield from _of_chart(chart, other)
    for table, changed in zip_longest(old.tables, new.tables):
        if table is None or changed is None:
            yield f"een tabel is {'erbij gezet' if table is None else 'weggehaald'}"
        elif table != changed:
            yield from _of_table(table, changed)
    for was, now in pairs(old.notes.splitlines(), new.notes.splitlines()):
        yield f"notities: {said(was, now)}"


def _of_chart(old: "Chart", new: "Chart") -> Iterator[str]:
    for was, now in pairs(old.categories, new.categories):
        yield f"grafiek, naam: {said(was, now)}"
    if len(old.series) != len(new.series):
        yield f"grafiek: {len(old.series)} → {len(new.series)} reeksen"
        return
    for (name, values), (other, numbers) in zip(old.series, new.series, strict=True):
        if name != other:
            yield f"grafiek, reeks: {said(name, other)}"
        for place, (value, changed) in enumerate(zip_longest(values, numbers)):
            if number(value) != number(changed):
                which = (
                    old.categories[place] if place < len(old.categories) else f"punt {place + 1}"
                )
                yield f"grafiek, {short(name)}, {short(which)}: {number(value)} → {number(changed)}"


def _of_table(old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]]) -> Iterator[str]:
    heads = old[0] if old else ()
    for was, now in pairs(old, new):
        if was is None or now is None or len(was) != len(now):
            row = was or now or ("",)
            what = "erbij gezet" if was is None else "weggehaald" if now is None else "veranderd"
            yield f"tabel, rij “{short(row[0])}” is {what}"
            continue
        for place, (cell, other) in enumerate(zip(was, now, strict=True)):
            if cell != other:
                head = heads[place] if place < len(heads) else f"kolom {place + 1}"
                yield f"tabel, {short(was[0])}, {short(head)}: {said(cell, other)}"
