"""Pictures on two axes of numbers, as XY charts that can be edited: funnel, survival, a school in a band."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from monitor.figures import wording
from monitor.figures.binomial import Verdict, limits
from monitor.reports.slides import measure
from monitor.reports.slides.canvas import Canvas
from monitor.reports.slides.model import (
    ACCENT,
    GREY,
    QUIET,
    SECOND,
    Box,
    Plot,
    Scale,
    Series,
    form_of,
    rounded,
)
from monitor.reports.slides.of_durations import draw_nothing
from monitor.reports.slides.of_lines import LETTERS, End, frame, put_ends
from monitor.reports.slides.shape_xml import Run
from monitor.values import dutch
from monitor.views.charts import drawing, funnel, survival
from monitor.views.charts.kinds import Funnel, InBand, Survival
from monitor.views.charts.plotly import plotly_of


if TYPE_CHECKING:
    from monitor.figures.door import Figure


_STEPS = 40
_SIDES = {"left": "r", "right": "l"}


def draw_funnel(canvas: Canvas, box: Box, chart: Funnel, alt: str) -> list[str]:
    """Limits first, then schools; an open value is two dots with a line between, not one in the middle."""
    there = funnel.drawable(chart.figures)
    if not there:
        return draw_nothing(canvas, box)
    judged = funnel.judged_schools(there, chart.share, chart.verdicts)
    most = max(figure.noemer_max or figure.noemer or 0.0 for figure in there)
    across = drawing.nice_ticks(0, most * 1.02, 5)
    upward = _upward(there, chart.share, most)
    numbers = Scale(0, upward[-1], upward[1])
    grid = [max(1, round(across[-1] * (step + 1) / _STEPS)) for step in range(_STEPS)]
    series = [*_limits(grid, chart.share, upward[-1]),
              Series("samen", (100 * chart.share,) * 2, GREY, (0.0, across[-1]), width=2)]  # fmt: skip
    series += _schools(judged, chart)
    ends = _ends(series, chart, across[-1])
    where = frame(box, numbers, ends)
    inner = where.inner._replace(high=where.inner.high - 16)
    plot = Plot("dots", tuple(series), scale=numbers, letters=LETTERS, form=form_of(chart.indicator.decimals, "%"),
                across=Scale(0, across[-1], across[1], _lower(chart.indicator.noemer)),
                inner=where._replace(inner=inner).parts)  # fmt: skip
    canvas.chart("Grafiek", box, plot, alt)
    unit = "in procenten" if chart.indicator.unit == "%" else chart.indicator.unit
    canvas.words(
        "Eenheid", Box(box.x, box.y, box.wide * 0.7, 17), [[Run(unit, color=QUIET)]], LETTERS
    )
    put_ends(canvas, box, inner, numbers, ends)
    return []


def _upward(there: Sequence["Figure"], share: float, most: float) -> list[float]:
    limit = limits(round(most), share).highest
    highest = max(end for one in there for end in wording.shown(one) if end is not None)
    tallest = max(highest, 100 * share, 100 * limit / most if math.isfinite(limit) else 0.0)
    return drawing.nice_ticks(0, tallest * 1.12 or 1.0, 5)


def _limits(grid: Sequence[int], share: float, top: float) -> list[Series]:
    """Of 95 % and of 99,8 %, as far as they are in the drawing."""
    found = []
    for name, dash in (("grens van 95 %", "solid"), ("grens van 99,8 %", "sysDash")):
        for side in ("low", "high"):
            which = {"grens van 95 %": side, "grens van 99,8 %": f"{side}est"}[name]
            points = [(n, 100 * getattr(limits(n, share), which) / n) for n in grid]
            points = [(n, y) for n, y in points if math.isfinite(y) and 0 <= y <= top]
            if len(points) > 1:
                found.append(Series(f"{name} ({'onder' if side == 'low' else 'boven'})",
                                    tuple(rounded(y) for _, y in points), GREY,
                                    tuple(float(n) for n, _ in points), width=1.25, dash=dash))  # fmt: skip
    return found


def _schools(judged: Sequence[tuple["Figure", Verdict]], chart: Funnel) -> list[Series]:
    """Others, those of the region, and those that chance does not explain, with their names."""
    names = _names(chart)
    groups = (
        ("andere scholen", GREY, "circle", 7, lambda f, one: one not in funnel.OUTSIDE and f.code not in chart.chosen),
        ("scholen van de regio", ACCENT, "circle", 8, lambda f, one: one not in funnel.OUTSIDE and f.code in chart.chosen),
        ("buiten de grenzen", SECOND, "diamond", 11, lambda f, one: one in funnel.OUTSIDE),
    )  # fmt: skip
    found = []
    for name, color, marker, size, is_in in groups:
        own = [figure for figure, one in judged if is_in(figure, one)]
        exact = [one for one in own if one.waarde == one.waarde_max]
        if exact:
            labels = tuple(one.naam if one.naam in names else None for one in exact)
            found.append(Series(name, tuple(rounded(one.waarde) for one in exact), color,
                                tuple(float(one.noemer or 0) for one in exact), labels=labels, width=0,
                                marker=marker, marker_size=size,
                                sides=tuple(names.get(one.naam, "r") for one in exact)))  # fmt: skip
        for one in own:
            if one not in exact:
                ends = (rounded(one.waarde), rounded(one.waarde_max))
                label = one.naam if one.naam in names else None
                found.append(Series(one.naam, ends, color, (float(one.noemer or 0),) * 2, width=1.5, marker=marker,
                                    labels=(None, label), sides=("r", names.get(one.naam, "r")),
                                    marker_size=size - 2))  # fmt: skip
    return found


def _names(chart: Funnel) -> dict[str, str]:
    """Which schools have their name in the drawing, and on which side of the dot: as on the page."""
    found = {}
    by_place = {figure.noemer: figure.naam for figure in funnel.drawable(chart.figures)}
    for note in plotly_of(chart)["layout"]["annotations"]:
        if note.get("xref") == "x" and note.get("x") in by_place:
            up = "t" if note.get("yanchor") == "bottom" else "b"
            found[by_place[note["x"]]] = _SIDES.get(note.get("xanchor", ""), up)
    return found


def _ends(series: Sequence[Series], chart: Funnel, wide: float) -> list[End]:
    found = [
        End(one.values[-1] or 0.0, [one.name.partition(" (")[0]], GREY)
        for one in series if one.name.endswith("(boven)") and one.at[-1] > 0.9 * wide
    ]  # fmt: skip
    words = f"samen {dutch.percentage(100 * chart.share, chart.indicator.decimals)}"
    return [*found, End(100 * chart.share, [words], GREY, bold=True)]


def draw_survival(canvas: Canvas, box: Box, chart: Survival, alt: str) -> list[str]:
    """A step per day on which somebody's ended, per group that began together."""
    there = [one for one in chart.cohorts if one.spread.n]
    if not there:
        return draw_nothing(canvas, box)
    known = [
        place
        for place, one in enumerate(there)
        if one.spread.ended_within(survival.MARKS[1][0]) is not None
    ]
    main = known[-1] if known else -1
    series, ends = [], []
    for place, one in enumerate(there):
        x, y = _stepped(*survival.steps(one.spread))
        color = GREY if place < main else ACCENT if place == main else SECOND
        series.append(Series(one.naam, tuple(rounded(100 * value) for value in y), color, tuple(x),
                             width=3 if place == main else 1.5, dash="sysDash" if place > main else "solid"))  # fmt: skip
        if place >= main:
            ends.append(
                End(100 * y[-1], survival.end_words(one, place, main), color, place == main)
            )
    numbers = Scale(0, 100, 25)
    where = frame(box, numbers, ends)
    inner = where.inner._replace(high=where.inner.high - 16)
    plot = Plot("dots", tuple(series), scale=numbers, across=Scale(0, 364, 91, "dagen sinds het begin"),
                inner=where._replace(inner=inner).parts, letters=LETTERS)  # fmt: skip
    canvas.chart("Grafiek", box, plot, alt)
    words = "voorbij, in procenten van wie erbij kwam"
    canvas.words(
        "Eenheid", Box(box.x, box.y, box.wide * 0.7, 17), [[Run(words, color=QUIET)]], LETTERS
    )
    put_ends(canvas, box, inner, numbers, ends)
    return []


def _stepped(x: Sequence[float], y: Sequence[float]) -> tuple[list[float], list[float]]:
    """Flat until the next day, then up."""
    across, up = [x[0]], [y[0]]
    for place in range(1, len(x)):
        across += [x[place], x[place]]
        up += [y[place - 1], y[place]]
    return across, up


def draw_band(canvas: Canvas, box: Box, chart: InBand, alt: str) -> list[str]:
    """From quartile to quartile, the middle, and the school where it is exact."""
    band, figure = chart.band, chart.figure
    series = [
        Series("helft van de scholen", (0.0, 0.0), "#b8b8b8", (float(band.low), float(band.high)), width=9,
               labels=(dutch.number(band.low), dutch.number(band.high)), sides=("b", "b")),
        Series("middelste school", (0.0,), QUIET, (float(band.middle),), width=0, marker="dash",
               marker_size=18, labels=(f"middelste {dutch.number(band.middle)}",), sides=("b",)),
    ]  # fmt: skip
    own = figure.waarde if figure.is_exact and not figure.is_hidden else None
    if own is not None:
        words = f"deze school {wording.value(figure, chart.indicator)}"
        series.append(Series("deze school", (0.0,), ACCENT, (float(own),), width=0, marker="diamond", marker_size=14,
                             labels=(words,), sides=("t",)))  # fmt: skip
    ticks = drawing.nice_ticks(0, max(band.high, own or 0) * 1.15, 4)
    high = min(box.high, 190.0)
    place = Box(box.x, box.y + (box.high - high) / 4, box.wide, high)
    edge = measure.width(dutch.number(ticks[-1]), LETTERS) / 2 + 8
    plot = Plot("dots", tuple(series), scale=Scale(-1, 1, 1), across=Scale(0, ticks[-1], ticks[1]), letters=14,
                inner=(edge / box.wide, 0.05, 1 - 2 * edge / box.wide, 0.72), hides_numbers=True)  # fmt: skip
    canvas.chart("Grafiek", place, plot, alt)
    return [f"De grijze balk is de helft van {band.schools} vergelijkbare scholen."]


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
