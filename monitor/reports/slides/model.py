"""What a native chart holds: categories, series and how they look, before it is XML.

Every number in it is one end of a published figure, at most six decimals; never a middle of an interval.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple


GREY = "#868686"
LIGHT = "#b8b8b8"
INK, QUIET = "tx1", "tx1+25"
DARK = "#1a1a2e"
"""Letters on a plane of our own, whatever the background of a template."""
ACCENT, SECOND = "accent1", "accent2"
"""Colours of the theme, so that a template alone turns a deck to its own."""


class Box(NamedTuple):
    """A rectangle on a slide, in points from its left upper corner."""

    x: float
    y: float
    wide: float
    high: float

    @property
    def right(self) -> float:
        return self.x + self.wide

    @property
    def bottom(self) -> float:
        return self.y + self.high


@dataclass(frozen=True, slots=True)
class Series:
    """One row of numbers; `None` is open, hidden or unknown."""

    name: str
    values: tuple[float | None, ...]
    color: str = ACCENT
    """Of the theme, or #rrggbb; "" is not seen."""
    at: tuple[float, ...] = ()
    """Of dots: where they lie across."""
    labels: tuple[str | None, ...] = ()
    """Per value the words beside it; "" is the number itself, None is nothing."""
    inside: bool = False
    """Labels in the middle of a bar instead of at its end."""
    colors: tuple[str, ...] = ()
    """Per value, where they differ."""
    hatched: bool = False
    """A bar up to what can be, behind what is certain."""
    width: float = 2.25
    """Points of a line; 0 is none."""
    dash: str = "solid"
    marker: str = ""
    """circle, diamond, dash; "" is none."""
    marker_size: int = 7
    hollow: frozenset[int] = frozenset()
    sides: tuple[str, ...] = ()
    """Of dots: on which side the words stand (l, r, t, b)."""


class Scale(NamedTuple):
    """An axis of numbers."""

    low: float
    high: float
    step: float
    title: str = ""


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart with its axes; the place of what is drawn in it is fixed, as parts of the whole."""

    kind: Literal["bars", "columns", "stack", "stacked columns", "lines", "dots"]
    series: tuple[Series, ...]
    categories: tuple[str, ...] = ()
    dates: bool = False
    """Categories are days (2025-10-31), drawn as months, each on its own place in time."""
    scale: Scale | None = None
    across: Scale | None = None
    """Of dots."""
    inner: tuple[float, float, float, float] = (0.08, 0.04, 0.9, 0.86)
    """x, y, width and height of where is drawn, as parts of the chart."""
    form: str = "#,##0"
    """How a number is written in a label."""
    axis_form: str = "#,##0.##"
    hides_numbers: bool = False
    """No axis of numbers: each bar says its own."""
    bold: frozenset[int] = frozenset()
    gap: int = 45
    overlap: int | None = None
    legend: str = ""
    """Where a legend stands (t, r, b); "" is none."""
    letters: float = 12
    months: int = 12
    """Months between two names on an axis of dates."""
    skip: int = 1
    """Categories between two names on the axis."""


DUTCH = "[$-413]"


def form_of(decimals: int, unit: str = "") -> str:
    """[$-413]#,##0.0" %": the Dutch way of writing, whatever the reader's machine does."""
    after = f".{'0' * decimals}" if decimals else ""
    return f"{DUTCH}#,##0{after}" + (f'"\u00a0{unit}"' if unit else "")


def rounded(value: float | None) -> float | None:
    """As a figure is published."""
    return None if value is None else round(float(value), 6) + 0.0
