"""Two lists beside each other: what stands in the place of what, and in words."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TypeVar


T = TypeVar("T")
LONGEST = 160
"""Letters of a text that is told; of a longer one what is around the change."""
_BEFORE = 40


def pairs(old: Sequence[T], new: Sequence[T]) -> Iterator[tuple[T | None, T | None]]:
    """(was, is) of what differs; None where it is gone, or was not there."""
    for what, start, end, begin, stop in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if what != "equal":
            yield from zip_longest(old[start:end], new[begin:stop])


def said(old: str | None, new: str | None) -> str:
    """“12 leerlingen” → “13 leerlingen”"""
    if old is None or new is None:
        what = "erbij gezet" if old is None else "weggehaald"
        return f"{what}: “{_cut(old or new or '', 0)}”"
    same = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), 0)
    return f"“{_cut(old, same)}” → “{_cut(new, same)}”"


def number(value: float | None) -> str:
    """3,4; of no number "leeg"."""
    return "leeg" if value is None else f"{round(value, 6):g}".replace(".", ",")


def short(words: str) -> str:
    """Of a name."""
    return _cut(words, 0)


def _cut(words: str, around: int) -> str:
    """On one line, without what a screen would do something with."""
    start = max(0, around - _BEFORE) if len(words) > LONGEST else 0
    part = words[start : start + LONGEST]
    seen = "".join(one if one.isprintable() else " " for one in part)
    return f"{'…' if start else ''}{' '.join(seen.split())}{'…' if start + LONGEST < len(words) else ''}"
