"""Which units of a map share a shade."""

import bisect
import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from monitor.figures import wording
from monitor.values import dutch, rounding
from monitor.views.charts import palette


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


NARROW = 1.25
"""From where an interval says so little that it makes no border, as a part of its lowest."""


class Classes(NamedTuple):
    """Which units have which shade."""

    borders: list[float]
    names: list[str]
    """In the legend, from little to much; classes without units are left out."""
    members: list[list[str]]
    rest: list[str]
    """Codes without a shade: unknown, hidden, or open between two shades."""


def classify(figures: Sequence["Figure"], indicator: "Indicator") -> Classes:
    """At most five classes of about as many units each, with borders as people write them, that
    begin where the lowest of a unit lies.

    Compared are the values as they are shown, so that no unit lies outside its own class. What
    the source left open lies in a class only when all it can be lies there; a class of ours lies
    where its lowest lies, which is said beside the map (`text.BY_LOWEST`).
    """
    ends = {figure.code: _ends(figure, indicator) for figure in figures}
    known = sorted(
        low for low, high in ends.values()
        if low is not None and high is not None and high <= NARROW * low
    )  # fmt: skip
    borders = _borders(known, indicator)
    members: list[list[str]] = [[] for _ in range(len(borders) + 1)]
    rest = []
    for code, (low, high) in ends.items():
        place = None if low is None else bisect.bisect_right(borders, low)
        if high is None or place is None or place != bisect.bisect_right(borders, high):
            rest.append(code)
        else:
            members[place].append(code)
    names = _class_names(borders, indicator)
    filled = [(name, codes) for name, codes in zip(names, members, strict=True) if codes]
    return Classes(borders, [name for name, _ in filled], [codes for _, codes in filled], rest)


def _ends(figure: "Figure", indicator: "Indicator") -> tuple[float | None, float | None]:
    low, high = (
        None if end is None else float(rounding.rounded(end, indicator.decimals))
        for end in wording.shown(figure)
    )
    return (low, low) if figure.is_banded else (low, high)


def _borders(known: Sequence[float], indicator: "Indicator") -> list[float]:
    """Between parts of equal size; each border has units below it and above it."""
    # A class has about two units at least, but of five there are three classes: with two of them
    # the highest looks like the middle one. Nought is a class of its own where it is common.
    many = min(len(palette.CLASSES), max(len(known) // 2, 3 if len(known) == 5 else 0))
    borders: list[float] = []
    zeros = bisect.bisect_right(known, 0.0)
    if many > 1 and zeros >= len(known) / many and zeros < len(known) and known[0] == 0:
        borders.append(10.0**-indicator.decimals)
        known, many = known[zeros:], many - 1
    for part in range(1, many):
        border = _round_border(known[part * len(known) // many], indicator)
        last = borders[-1] if borders else -math.inf
        if any(last <= value < border for value in known) and border <= known[-1]:
            borders.append(border)
    return borders


def _round_border(value: float, indicator: "Indicator") -> float:
    """Two figures are enough for a border: 1.234 becomes 1.200; 3,42 becomes 3,4. Never above the
    value itself, which is the first of the class that begins there: 13,7 becomes 13."""
    if not value:
        return value
    digits = min(1 - math.floor(math.log10(abs(value))), indicator.decimals)
    near = round(value, digits)
    return float(near if near <= value else round(near - 10.0**-digits, digits))


def _class_names(borders: Sequence[float], indicator: "Indicator") -> list[str]:
    def said(value: float) -> str:
        return dutch.number(value, indicator.decimals)

    unit = "" if indicator.kind == "aantal" else f"{dutch.SPACE}{indicator.unit}"
    if not borders:
        return ["bekend"]
    between = [
        _whole(a, b) if indicator.kind == "aantal" else f"{said(a)} tot {said(b)}{unit}"
        for a, b in pairwise(borders)
    ]
    first, last = said(borders[0]), said(borders[-1])
    # Below the smallest value that can be written lies nought alone.
    is_zero = borders[0] == 10.0**-indicator.decimals
    lowest = f"0{unit}" if is_zero else f"minder dan {first}{unit}"
    return [lowest, *between, f"{last}{unit} of meer"]


def _whole(low: float, above: float) -> str:
    """What is counted has a last number: 1 | 1 of 2 | 3 tot en met 5, so not 3 in two classes."""
    last = above - 1
    if last <= low:
        return dutch.number(low)
    word = "of" if last == low + 1 else "tot en met"
    return f"{dutch.number(low)} {word} {dutch.number(last)}"
