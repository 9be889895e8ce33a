"""Pictures kept as meaning: what each says of which figures, before anything is drawn.

A page, a slide and a sheet each draw the same meaning in their own way (`plotly.py`, `svg.py`). The
figures in it came through the door of one viewer, so a picture holds nothing that he may not see. A
picture is equal to itself only: what was drawn of it is kept as long as it lives.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from monitor.compare.definition_bridge import Bridge
    from monitor.compare.month_by_month import Month
    from monitor.compare.school_quartiles import Band
    from monitor.figures.binomial import Verdict
    from monitor.figures.door import Figure, Indicator
    from monitor.scholen.aanbod import Offer
    from monitor.scholen.aanbod_nearby import Home
    from monitor.scholen.register import School
    from monitor.views.charts import (
        before_and_now,
        class_bars,
        flows,
        how_long,
        maps,
        matrix,
        offer_map,
        survival,
        trend_lines,
        waits,
    )


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Trend:
    """Lines over the years, with breaks and a target."""

    lines: tuple["trend_lines.Series", ...]
    indicator: "Indicator"
    breaks: tuple["trend_lines.Break", ...] = ()
    target: float | None = None
    target_name: str = "doel"
    height: int = 320


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Ranking:
    """Units of one moment, largest first, beside one reference."""

    figures: tuple["Figure", ...]
    indicator: "Indicator"
    chosen: frozenset[str] = frozenset()
    reference: "Figure | None" = None


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Parts:
    """The parts of one unit at one moment: one bar where they add up, else a ranking."""

    figures: tuple["Figure", ...]
    indicator: "Indicator"


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class InBand:
    """One school beside the quartiles of schools like it."""

    figure: "Figure"
    band: "Band"
    indicator: "Indicator"


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Funnel:
    """Schools by their size, with the limits of chance."""

    figures: tuple["Figure", ...]
    indicator: "Indicator"
    share: float
    chosen: frozenset[str] = frozenset()
    verdicts: Mapping[str, "Verdict"] | None = None
    over: str = ""
    """The time that the counts are of, in words: schooljaar 2022-2023 tot en met 2024-2025."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class BeforeAndNow:
    """Parts now beside the same parts a year before."""

    pairs: tuple["before_and_now.Pair", ...]
    indicator: "Indicator"
    now: str
    before: str


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class ClassBars:
    """Of each a part of a whole, both in classes."""

    rows: tuple["class_bars.Row", ...]
    part: str
    whole: str


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Flows:
    """From where to where."""

    flows: tuple["flows.Flow", ...]
    unit: str


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class ClassesOverTime:
    """How many of each duration, month by month."""

    months: Mapping[str, tuple["Figure", ...]]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class QuartilesOverTime:
    """A quarter, half and three quarters of durations, month by month."""

    moments: tuple["how_long.Moment", ...]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Stock:
    """A stock month by month, with who came and who left."""

    months: tuple["Month", ...]
    indicator: "Indicator"
    naam: str


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Survival:
    """Which part is still there after so many weeks, per cohort."""

    cohorts: tuple["survival.Cohort", ...]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Waits:
    """Quartiles of waiting times over the years, with the norm."""

    waits: tuple["waits.Wait", ...]
    indicator: "Indicator"
    norm: float | None = None


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Waterfall:
    """From one definition to another, step by step."""

    bridge: "Bridge"


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class AreaMap:
    """Gemeenten in shades of a figure, with schools or offer on it; without an indicator the areas
    alone."""

    shapes: tuple["maps.Shape", ...]
    figures: tuple["Figure", ...] = ()
    indicator: "Indicator | None" = None
    chosen: frozenset[str] = frozenset()
    points: tuple["maps.Place", ...] = ()
    offers: tuple["offer_map.Offer", ...] = ()
    height: int = 560
    named: frozenset[str] = frozenset()
    """The codes of which the sentence above it tells."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class ArrangementReach:
    """Whom one arrangement reaches within its norm: postcodes of pupils with the same vraag."""

    shapes: tuple["maps.Shape", ...]
    naam: str
    at: tuple[float, float]
    km: float | None
    homes: tuple["offer_map.Home", ...]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class OfferReach:
    """For which postcodes one arrangement is meant."""

    shapes: tuple["maps.Shape", ...]
    offer: "Offer"
    postcodes: tuple["Home", ...]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Matrix:
    """Pupils of each vraag in each region: per cell numbers, a mark and a word."""

    cells: tuple["matrix.Cell", ...]
    """Row by row, the totals last."""
    names: Mapping[str, str]
    """A row or column → its words; "" is the total."""
    label: str
    """What it is of: Dekking per ondersteuningsvraag en subregio."""
    corner: str = "Ondersteuningsvraag"
    """What its rows are."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class SchoolMap:
    """Schools where they are, one of them chosen."""

    shapes: tuple["maps.Shape", ...]
    schools: tuple["School", ...]
    chosen: "School | None" = None
    height: int = 520


Chart = (
    Trend | Ranking | Parts | InBand | Funnel | BeforeAndNow | ClassBars | Flows | ClassesOverTime
    | QuartilesOverTime | Stock | Survival | Waits | Waterfall | AreaMap | ArrangementReach
    | OfferReach | Matrix | SchoolMap
)  # fmt: skip
