"""Lines over time that can be edited: a series per piece between breaks, laagste and hoogste where it is open.

Names stand at the ends of lines as words on the slide, pushed apart; for that what is drawn has a fixed
place in its chart.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from monitor.figures import wording
from monitor.reports.slides import measure
from monitor.reports.slides.canvas import Canvas
from monitor.reports.slides.model import (
    ACCENT,
    GREY,
    INK,
    QUIET,
    SECOND,
    Box,
    Plot,
    Scale,
    Series,
    form_of,
    rounded,
)
from monitor.reports.slides.shape_xml import Run
from monitor.values import dutch, moments
from monitor.views.charts import drawing, trend
from monitor.views.charts.kinds import Trend
from monitor.views.charts.trend_lines import Break
from monitor.views.charts.trend_lines import Series as Line


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


COLORS = {"accent": ACCENT, "second": SECOND, "grey": GREY}
LETTERS = 12.0
OPEN = "Twee dunne lijnen in één kleur zijn het laagste en het hoogste dat het kan zijn."
_TOP, _FOOT = 24.0, 26.0
"""Points above and below what is drawn: the unit and the breaks, the periods."""
_PER_MONTH = ("maandeinde", "maand")


class End(NamedTuple):
    """Words at the end of a line."""

    at: float
    lines: list[str]
    color: str
    bold: bool = False


class Frame(NamedTuple):
    """Where is drawn, in points on the slide."""

    box: Box
    inner: Box

    @property
    def parts(self) -> tuple[float, float, float, float]:
        box, inner = self.box, self.inner
        return ((inner.x - box.x) / box.wide, (inner.y - box.y) / box.high, inner.wide / box.wide,
                inner.high / box.high)  # fmt: skip


def draw_trend(canvas: Canvas, box: Box, chart: Trend, alt: str) -> list[str]:
    indicator = chart.indicator
    lines = [trend.checked(line, indicator) for line in chart.lines]
    scale = trend.scale_of(lines, indicator, chart.target)
    if scale is None:
        canvas.words("Grafiek", box, [[Run("Er zijn geen cijfers om te tekenen.")]], 16)
        return []
    per_month = indicator.moment in _PER_MONTH and len(scale.periods[0]) >= 7
    periods = scale.periods if per_month else every_period(scale.periods)
    breaks = trend.within(chart.breaks, scale.periods)
    series: list[Series] = []
    ends: list[End] = []
    for line in sorted(lines, key=lambda one: ("grey", "second", "accent").index(one.tone)):
        found, end = _line(line, periods, breaks, indicator, scale.periods[-1])
        series += found
        ends += [end] if end else []
    if chart.target is not None:
        value = rounded(chart.target)
        said = wording_of(value, indicator)
        series.append(
            Series(chart.target_name, tuple(value for _ in periods), SECOND, width=1.5, dash="dash")
        )
        ends.append(End(chart.target, [chart.target_name, said], SECOND))
    unit = "in procenten" if indicator.unit == "%" else indicator.unit
    words = unit if scale.from_zero else f"{unit} (de as begint niet bij 0)"
    numbers = Scale(scale.low, scale.high, scale.ticks[1] - scale.ticks[0])
    plot_lines(
        canvas, box, series, periods, numbers, ends, alt, words, per_month=per_month,
        name=lambda one: moments.period_short(one, indicator.moment),
        breaks=[(_place(one, periods), one.text) for one in breaks],
        form=form_of(indicator.decimals, "" if indicator.kind == "aantal" else indicator.unit),
    )  # fmt: skip
    is_open = any(one.name.endswith((", laagste", ", hoogste")) for one in series)
    return [OPEN] if is_open else []


def wording_of(value: float | None, indicator: "Indicator") -> str:
    words = dutch.number(value, indicator.decimals)
    return words if indicator.kind == "aantal" else f"{words}{dutch.SPACE}{indicator.unit}"


# ----------------------------------------------------------------------------------------- pieces


def _line(
    line: Line, periods: Sequence[str], breaks: Sequence[Break], indicator: "Indicator", last: str
) -> tuple[list[Series], End | None]:
    """The series of one line, and the words at its end."""
    color = COLORS[line.tone]
    known = [figure for figure in line.figures if wording.is_known(figure)]
    if not known:
        return [], None
    cuts = [moments.position(one.periode) for one in breaks if one.divides]
    pieces = list(_pieces(known, cuts))
    series = []
    for number, piece in enumerate(pieces, 1):
        name = line.naam if len(pieces) == 1 else f"{line.naam} ({number} van {len(pieces)})"
        series += _series(name, piece, periods, indicator, color, line)
    end = known[-1]
    said = wording.value(end, indicator)
    if end.periode != last:
        said += f" ({moments.period_short(end.periode, indicator.moment)})"
    high, low = (one for one in reversed(wording.shown(end)))
    at = [one for one in (low, high) if one is not None]
    return series, End(sum(at) / len(at), [line.naam, said], color, line.tone == "accent")


def _pieces(known: Sequence["Figure"], cuts: Sequence[float]) -> Iterator[list["Figure"]]:
    piece: list[Figure] = []
    for figure in known:
        if piece and any(moments.position(piece[-1].periode) < cut <= moments.position(figure.periode)
                         for cut in cuts):  # fmt: skip
            yield piece
            piece = []
        piece.append(figure)
    yield piece


def _series(
    name: str, piece: Sequence["Figure"], periods: Sequence[str], indicator: "Indicator", color: str,
    line: Line,
) -> list[Series]:  # fmt: skip
    """One series where each figure reads as one number, else its lowest and its highest; never a
    middle."""
    wide = 3.0 if line.tone == "accent" else 2.0
    marker = 8 if len(periods) <= 14 else 0
    per_period = {figure.periode: figure for figure in piece}
    ends = [
        (None, None) if one is None else tuple(map(rounded, wording.shown(one)))
        for one in (per_period.get(periode) for periode in periods)
    ]
    hollow = frozenset(place for place, one in enumerate(periods) if one in line.provisional)
    look = {
        "color": color,
        "marker": "circle" if marker else "",
        "marker_size": marker or 5,
        "hollow": hollow,
    }
    if all(_reads_as_one(figure, indicator) for figure in piece):
        return [Series(name, tuple(low for low, _ in ends), width=wide, **look)]  # type: ignore[arg-type]
    return [
        Series(f"{name}, {words}", tuple(end[place] for end in ends), width=1.5, **look)  # type: ignore[arg-type]
        for words, place in (("laagste", 0), ("hoogste", 1))
        if any(end[place] is not None for end in ends)
    ]


def _reads_as_one(figure: "Figure", indicator: "Indicator") -> bool:
    low, high = wording.shown(figure)
    if low is None or high is None:
        return False
    decimals = wording.decimals_of(figure, indicator)
    return wording.rounded_end(low, indicator, decimals) == wording.rounded_end(
        high, indicator, decimals
    )


def every_period(periods: Sequence[str]) -> list[str]:
    """Those and the years in between, so that three years are thrice as long as one."""
    out = [periods[0]]
    for one in periods[1:]:
        while _next(out[-1]) and moments.position(one) - moments.position(out[-1]) > 1.1:
            out.append(_next(out[-1]))
        out.append(one)
    return out


def _next(periode: str) -> str:
    if re.fullmatch(r"\d{4}-\d{4}", periode):
        return f"{int(periode[:4]) + 1}-{int(periode[5:]) + 1}"
    if re.fullmatch(r"\d{4}(-\d\d-\d\d)?", periode):
        return f"{int(periode[:4]) + 1}{periode[4:]}"
    return ""


def _place(one: Break, periods: Sequence[str]) -> float:
    """Between the last period before a break and the first one after it, in periods from the first."""
    at = moments.position(one.periode)
    after = next(place for place, periode in enumerate(periods) if moments.position(periode) >= at)
    return after - 0.5


# ------------------------------------------------------------------------------------------- drawn


def frame(box: Box, numbers: Scale, ends: Sequence[End], many_breaks: int = 0) -> Frame:
    """What unit, periods, numbers and the names at the ends leave."""
    ticks = drawing.tick_texts([numbers.low, numbers.high, numbers.low + numbers.step])
    left = max(measure.width(one, LETTERS) for one in ticks) + 10
    right = min(max((_wide(end) for end in ends), default=0.0) + 14, 0.3 * box.wide)
    top = _TOP + 18 * many_breaks
    inner = Box(box.x + left, box.y + top, box.wide - left - right, box.high - top - _FOOT)
    return Frame(box, inner)


def plot_lines(
    canvas: Canvas, box: Box, series: Sequence[Series], periods: Sequence[str], numbers: Scale,
    ends: Sequence[End], alt: str, unit: str, *, per_month: bool, name: Callable[[str], str],
    breaks: Sequence[tuple[float, str]] = (), form: str = "#,##0",
) -> None:  # fmt: skip
    """The chart, the words at its ends, its unit, and its breaks as dashed lines with their words."""
    ends = [end._replace(lines=_short(end.lines, 0.3 * box.wide - 14, end.bold)) for end in ends]
    where = frame(box, numbers, ends, len(breaks))
    skip = _skip([name(one) for one in periods], where.inner.wide)
    months = months_of(periods) if per_month else 12
    categories = tuple(_day(one) for one in periods) if per_month else tuple(map(name, periods))
    axis_form = "#,##0" if float(numbers.step).is_integer() else "#,##0.0##"
    plot = Plot("lines", tuple(series), categories, dates=per_month, scale=numbers, inner=where.parts,
                form=form, axis_form=axis_form, letters=LETTERS, skip=skip, months=months)  # fmt: skip
    canvas.chart("Grafiek", box, plot, alt)
    canvas.words(
        "Eenheid", Box(box.x, box.y, box.wide * 0.7, 17), [[Run(unit, color=QUIET)]], LETTERS
    )
    inner = where.inner
    for number, (at, text) in enumerate(breaks):
        x = inner.x + inner.wide * (at + 0.5) / len(periods)
        y = box.y + _TOP - 4 + 18 * number
        canvas.line((x, y + 2), (x, inner.bottom), GREY, 1.25, "dash")
        _beside(canvas, text, x, y, inner)
    put_ends(canvas, box, inner, numbers, ends)


def put_ends(canvas: Canvas, box: Box, inner: Box, numbers: Scale, ends: Sequence[End]) -> None:
    """Names and values to the right of lines, moved apart where they would cover each other."""
    span = (numbers.high - numbers.low) or 1
    high = [len(end.lines) * LETTERS * measure.LINE + 3 for end in ends]
    wanted = [inner.bottom - (min(max(end.at, numbers.low), numbers.high) - numbers.low) / span * inner.high
              for end in ends]  # fmt: skip
    middles = drawing.spread(wanted, high, box.y, box.bottom)
    for end, middle, tall in sorted(zip(ends, middles, high, strict=True), key=lambda one: one[1]):
        lines = [[Run(line, end.bold, _ink(end.color))] for line in end.lines]
        place = Box(inner.right + 8, middle - tall / 2, box.right - inner.right - 8, tall)
        canvas.words(f"Naam: {end.lines[0]}", place, lines, LETTERS, anchor="ctr")


def _beside(canvas: Canvas, text: str, x: float, y: float, inner: Box) -> None:
    room = inner.right - x - 4
    to_right = room >= (x - inner.x)
    wide = room if to_right else x - inner.x - 4
    words = measure.cut(text, wide, LETTERS)
    place = Box(x + 4, y, wide, 16) if to_right else Box(inner.x, y, wide, 16)
    canvas.words(
        "Breuk", place, [[Run(words, color=QUIET)]], LETTERS, align="l" if to_right else "r"
    )


def _ink(color: str) -> str:
    """The colour of a line for letters: the second one is darkened until it reads."""
    return INK if color == GREY else f"{color}-25"


def _short(lines: list[str], room: float, bold: bool) -> list[str]:
    out = []
    for line in lines:
        folded = measure.folded(line, room, LETTERS, bold=bold)
        out += (
            [*folded[:1], measure.cut(" ".join(folded[1:]), room, LETTERS, bold=bold)]
            if len(folded) > 1
            else folded
        )
    return out


def _wide(end: End) -> float:
    return max(measure.width(line, LETTERS, bold=end.bold) for line in end.lines)


def _skip(names: Sequence[str], room: float) -> int:
    """Names along the axis do not touch."""
    widest = max(measure.width(name, LETTERS) for name in names) + 10
    fit = max(1, int(room / widest))
    return -(-len(names) // fit)


def months_of(periods: Sequence[str]) -> int:
    """Months between two names on an axis of dates."""
    span = moments.position(periods[-1][:10]) - moments.position(periods[0][:10])
    return 12 if span > 1.6 else 3 if span > 0.6 else 1


def _day(periode: str) -> str:
    return periode if len(periode) == 10 else f"{periode[:7]}-01"
