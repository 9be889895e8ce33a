"""How long it takes and how many there are, month by month or year by year, as charts that can be edited."""

from typing import TYPE_CHECKING

from monitor.figures import wording
from monitor.reports.slides import measure
from monitor.reports.slides.canvas import Canvas
from monitor.reports.slides.model import (
    ACCENT,
    GREY,
    SECOND,
    Box,
    Plot,
    Scale,
    Series,
    form_of,
    rounded,
)
from monitor.reports.slides.of_lines import End, draw_trend, frame, months_of, plot_lines
from monitor.reports.slides.shape_xml import Run
from monitor.values import dutch
from monitor.values.durations import WEEK
from monitor.values.moments import period_short
from monitor.views.charts import drawing, how_long, waits
from monitor.views.charts.kinds import ClassesOverTime, QuartilesOverTime, Stock, Trend, Waits
from monitor.views.charts.trend_lines import Series as Line


if TYPE_CHECKING:
    from monitor.compare.month_by_month import Month


_BARS = 0.44
"""The part of the height for who came and who left."""


def draw_waits(canvas: Canvas, box: Box, chart: Waits, alt: str) -> list[str]:
    """A quarter, half, three quarters and nine tenths as lines; with classes only what is published."""
    known = [one for one in chart.waits if wording.is_known(one.figure)]
    if not known or any(one.figure.is_banded for one in known):
        # Of a class the middle is no number: then it is a trend of classes.
        line = Line("de helft binnen", [one.figure for one in chart.waits], "accent")
        return draw_trend(
            canvas, box, Trend((line,), chart.indicator, target=chart.norm, target_name="norm"), alt
        )
    periods = [one.figure.periode for one in known]
    looks = {0.25: (GREY, 1.5, "solid"), 0.5: (ACCENT, 3.0, "solid"), 0.75: (GREY, 1.5, "solid"),
             0.9: (GREY, 2.0, "sysDash")}  # fmt: skip
    series, ends = [], []
    for part, (color, width, dash) in looks.items():
        values = tuple(
            rounded(one.figure.waarde if part == 0.5 else one.weeks(part)) for one in known
        )
        if all(value is None for value in values):
            continue
        words = waits.PARTS[part]
        series.append(Series(words, values, color, width=width, dash=dash,
                             marker="circle" if part == 0.5 else "", marker_size=8))  # fmt: skip
        if values[-1] is not None:
            ends.append(
                End(values[-1], [f"{words} {dutch.number(values[-1], 1)}"], color, part == 0.5)
            )
    if chart.norm is not None:
        series.append(
            Series(
                "norm", tuple(rounded(chart.norm) for _ in known), SECOND, width=1.5, dash="dash"
            )
        )
        ends.append(End(chart.norm, [f"norm {dutch.number(chart.norm)}"], SECOND))
    top = max(value for one in series for value in one.values if value is not None)
    ticks = drawing.nice_ticks(0, top or 1.0, 4)
    plot_lines(canvas, box, series, periods, Scale(0, ticks[-1], ticks[1]), ends, alt, "weken",
               per_month=False, name=lambda one: period_short(one, chart.indicator.moment),
               form=form_of(1))  # fmt: skip
    return []


def draw_quartiles(canvas: Canvas, box: Box, chart: QuartilesOverTime, alt: str) -> list[str]:
    """Median, the middle half around it and the mean, in weeks."""
    there = sorted((one for one in chart.moments if one.spread.n), key=lambda one: one.periode)
    if not there:
        return draw_nothing(canvas, box)
    series, ends = [], []
    for name, value_of, color, width, dash in (
        ("een kwart korter", lambda s: s.quantile(0.25), GREY, 1.5, "sysDash"),
        ("mediaan", lambda s: s.median, ACCENT, 3.0, "solid"),
        ("een kwart langer", lambda s: s.quantile(0.75), GREY, 1.5, "sysDash"),
        ("gemiddelde", lambda s: s.mean, SECOND, 1.5, "solid"),
    ):
        values = tuple(rounded((value_of(one.spread) or 0.0) / WEEK) for one in there)
        series.append(Series(name, values, color, width=width, dash=dash))
        last = values[-1] or 0.0
        ends.append(End(last, [f"{name} {dutch.number(last)}"], color, name == "mediaan"))
    top = max(value for one in series for value in one.values if value is not None)
    ticks = drawing.nice_ticks(0, top or 1.0)
    plot_lines(canvas, box, series, [one.periode for one in there], Scale(0, ticks[-1], ticks[1]), ends, alt,
               "weken", per_month=True, name=lambda one: period_short(one, "maandeinde"), form=form_of(1))  # fmt: skip
    return []


def draw_classes(canvas: Canvas, box: Box, chart: ClassesOverTime, alt: str) -> list[str]:
    """A stacked column per month; with an open class what is certain is drawn, and that is said."""
    periods = sorted(one for one, parts in chart.months.items() if parts)
    if not periods:
        return draw_nothing(canvas, box)
    table = {
        periode: {part.uitsplitsing.partition("=")[2]: part for part in chart.months[periode]}
        for periode in periods
    }
    colors = dict(zip(how_long.CLASSES, how_long.COLORS, strict=True))
    series = tuple(
        Series(name, tuple(rounded(table[one][name].teller or 0) if name in table[one] else 0.0 for one in periods),
               SECOND if colors[name] == how_long.palette.SECOND else colors[name])
        for name in reversed(how_long.CLASSES)
    )  # fmt: skip
    most = max(sum(one.values[place] or 0 for one in series) for place in range(len(periods)))
    ticks = drawing.nice_ticks(0, most or 1)
    left = measure.width(dutch.number(ticks[-1]), 12) + 12
    inner = (left / box.wide, 0.03, 0.74 - left / box.wide, 0.97 - 26 / box.high)
    plot = Plot("stacked columns", series, tuple(periods), dates=True, scale=Scale(0, ticks[-1], ticks[1]),
                inner=inner, gap=18, legend="r", months=months_of(periods))  # fmt: skip
    canvas.chart("Grafiek", box, plot, alt)
    is_open = any(part.teller != part.teller_max for one in periods for part in chart.months[one])
    return ["Getekend is wat zeker is."] if is_open else []


def draw_stock(canvas: Canvas, box: Box, chart: Stock, alt: str) -> list[str]:
    """The stand as a line; below it on the same months who came, upward, and who left, downward."""
    line = Line(
        chart.naam, [one.stand for one in chart.months], "accent", indicator=chart.indicator.name
    )
    trend = Trend((line,), chart.indicator)
    months = chart.months
    if not any(
        wording.is_known(one) for month in months for one in (month.came, month.left) if one
    ):
        return draw_trend(canvas, box, trend, alt)
    high = box.high * _BARS
    draw_trend(canvas, box._replace(high=box.high - high - 8), trend, alt)
    periods = tuple(one.stand.periode for one in months)
    moved = {
        (name, end): tuple(_moved(month, which, end, sign) for month in months)
        for name, which, sign in (("erbij", "came", 1), ("eraf", "left", -1))
        for end in ("hoogste", "laagste")
    }
    is_open = any(moved[name, "hoogste"] != moved[name, "laagste"] for name in ("erbij", "eraf"))
    series = tuple(
        Series(
            f"{name}, {end}" if is_open else name, moved[name, end], color, hatched=end == "hoogste"
        )
        for name, color in (("erbij", SECOND), ("eraf", GREY))
        for end in (("hoogste", "laagste") if is_open else ("laagste",))
    )
    most = (
        max(
            (abs(value) for one in series for value in one.values if value is not None), default=1.0
        )
        or 1.0
    )
    top = drawing.nice_ticks(0, most, 2)[-1]
    below = Box(box.x, box.bottom - high, box.wide, high)
    # The same months stand below each other: the words at the end of the line take room here too.
    last = next(
        (one.stand for one in reversed(months) if wording.is_known(one.stand)), months[-1].stand
    )
    ends = [End(0, [chart.naam, wording.value(last, chart.indicator)], ACCENT, True)]
    inner = frame(below, Scale(-top, top, top), ends).parts
    plot = Plot("columns", series, periods, dates=True, scale=Scale(-top, top, top), inner=inner, gap=30,
                overlap=100, legend="t", axis_form="#,##0;#,##0", months=months_of(periods))  # fmt: skip
    canvas.chart(
        "Erbij en eraf",
        below,
        plot,
        "Staven per maand: wie erbij kwam omhoog, wie eraf ging omlaag.",
    )
    return ["Gearceerd is wie er misschien bij of af is."] if is_open else []


def _moved(month: "Month", which: str, end: str, sign: int) -> float | None:
    """Who came or left in a month, at one end of what it can be."""
    figure = getattr(month, which)
    if figure is None or not wording.is_known(figure):
        return None
    value = (
        figure.teller_max if end == "hoogste" and figure.teller_max is not None else figure.teller
    )
    return None if value is None else rounded(sign * value)


def draw_nothing(canvas: Canvas, box: Box) -> list[str]:
    canvas.words("Grafiek", box, [[Run("Er zijn geen cijfers om te tekenen.")]], 16)
    return []
