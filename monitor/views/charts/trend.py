"""A trend: lines over the years, named at their ends, with breaks and gaps left open."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from monitor.figures import wording
from monitor.values import dutch, moments
from monitor.views.charts import drawing, palette
from monitor.views.charts.drawing import Drawing
from monitor.views.charts.trend_lines import Break, Scale, Series, middle, traces


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


_DRAWN = ("grey", "second", "accent")
"""Grey first, so that the accent lies on top."""
_BOTTOM = 30
_STEPS = (1 / 12, 1 / 4, 1, 2, 3, 5, 10, 20)
"""Years between two names on the axis."""


def trend(
    series: Sequence[Series],
    indicator: "Indicator",
    breaks: Sequence[Break] = (),
    target: float | None = None,
    height: int = 320,
    target_name: str = "doel",
) -> Drawing:
    """Lines over time. ValueError for figures of another indicator, moment or unit."""
    lines = [checked(one, indicator) for one in series]
    scale = scale_of(lines, indicator, target)
    if scale is None:
        return drawing.empty()
    breaks = within(breaks, scale.periods)
    ends = [(line, last) for line in lines if (last := _last(line)) is not None]
    labels = [_end_label(line.naam, last, line, scale, indicator) for line, last in ends]
    if target is not None:
        labels.append((target, [f"{target_name}: {_as_value(target, indicator)}"]))
    notes = _break_notes(breaks, scale.periods)
    top = 26 + len(notes) * drawing.LINE
    plot = max(height - top - _BOTTOM, sum(_height(words) for _, words in labels))
    right = 10 + max(_width(words) for _, words in labels)
    layout = drawing.layout(top + plot + _BOTTOM, top=top, right=right, bottom=_BOTTOM)
    layout |= _axes(scale, indicator)
    layout["annotations"] = [
        *_placed(labels, scale, plot),
        *notes,
        _axis_title(scale, indicator),
    ]
    layout["shapes"] = _rules(breaks, scale.periods, target)
    data = [
        trace
        for tone in _DRAWN
        for line in lines
        if line.tone == tone
        for trace in traces(line, scale, breaks, indicator)
    ]
    return {"data": data, "layout": layout}


def trend_description(
    series: Sequence[Series],
    indicator: "Indicator",
    breaks: Sequence[Break] = (),
    target: float | None = None,
    target_name: str = "doel",
) -> str:
    """The same in one sentence, for who does not see the drawing."""
    parts = []
    for line in (checked(one, indicator) for one in series):
        known = [figure for figure in line.figures if wording.is_known(figure)]
        if not known:
            parts.append(f"{line.naam}: {dutch.UNKNOWN}")
            continue
        words = f"{line.naam}: {_said(known[0], indicator)}"
        if len(known) > 1:
            words += f", daarna tot {_said(known[-1], indicator)}"
        parts.append(words)
    if target is not None:
        parts.append(f"{target_name}: {_as_value(target, indicator)}")
    parts += [
        f"breuk in {moments.period_brief(b.periode, indicator.moment)}: {b.text}" for b in breaks
    ]
    return f"Lijngrafiek van {indicator.short.lower()}. {'; '.join(parts)}."


def _said(figure: "Figure", indicator: "Indicator") -> str:
    when = moments.period(figure.periode, indicator.moment)
    return f"{wording.value_long(figure, indicator)} op {when}" if len(figure.periode) == 10 else (
        f"{wording.value_long(figure, indicator)} in {when}"
    )  # fmt: skip


def checked(line: Series, indicator: "Indicator") -> Series:
    """The line in order of time."""
    if line.indicator not in ("", indicator.name):
        raise ValueError(f"{line.indicator} does not belong in a chart of {indicator.name}")
    drawing.require_alike(line.figures, indicator)
    if len({(figure.code, figure.uitsplitsing) for figure in line.figures}) > 1:
        raise ValueError(f"{line.naam}: figures of more than one unit in one line")
    if len({figure.periode for figure in line.figures}) < len(line.figures):
        raise ValueError(f"{line.naam}: the same period twice")
    return line._replace(figures=sorted(line.figures, key=lambda f: moments.position(f.periode)))


# ------------------------------------------------------------------------------------- scale


def scale_of(lines: Sequence[Series], indicator: "Indicator", target: float | None) -> Scale | None:
    figures = [figure for line in lines for figure in line.figures]
    ends = [end for figure in figures for end in wording.shown(figure) if end is not None]
    if not ends:
        return None
    if target is not None:
        ends.append(target)
    low, high = min(ends), max(ends)
    # A share that hardly moves would be a flat line on an axis from nought; a count is not a
    # place on a scale but an amount, and starts at nought.
    from_zero = indicator.kind == "aantal" or low < 0.4 * high or low == high == 0
    room = max(high - low, 0.1 * abs(high), 10.0**-indicator.decimals)
    ticks = drawing.nice_ticks(0 if from_zero else max(0.0, low - 0.15 * room),
                               high if from_zero else high + 0.1 * room)  # fmt: skip
    periods = sorted({figure.periode for figure in figures}, key=moments.position)
    return Scale(periods, ticks[0], ticks[-1], ticks, ticks[0] == 0)


def _axes(scale: Scale, indicator: "Indicator") -> dict[str, Any]:
    first, last = (moments.position(scale.periods[i]) for i in (0, -1))
    room = 0.03 * (last - first) or 0.5
    # "okt 2025" is wider than "2025": fewer of them have room on a phone.
    named = _named(scale.periods, 2 if indicator.moment in ("maandeinde", "maand") else 4)
    return {
        "xaxis": drawing.axis(
            first - room, last + room, type="linear", tickmode="array", ticklabeloverflow="allow",
            tickvals=[moments.position(p) for p in named],
            ticktext=[moments.period_short(p, indicator.moment) for p in named],
        ),
        "yaxis": drawing.axis(
            scale.low, scale.high, type="linear", tickmode="array", showgrid=True,
            gridcolor=palette.RULE, tickvals=scale.ticks, ticktext=drawing.tick_texts(scale.ticks),
        ),
    }  # fmt: skip


def _named(periods: list[str], steps: int = 4) -> list[str]:
    """The periods with a name on the axis: the last, and others at even steps back from it, as
    many as have room on a phone; the first too where it does not crowd them."""
    last, first = moments.position(periods[-1]), moments.position(periods[0])
    span = last - first
    step = next((s for s in _STEPS if span / s <= steps + 0.1), span)
    # Months differ in length, years do not.
    slack = 0.1 if step < 1 else 0.02
    kept = [p for p in periods if _is_whole((last - moments.position(p)) / (step or 1), slack)]
    if all(abs(first - moments.position(p)) >= 0.2 * span for p in kept):
        kept.insert(0, periods[0])
    return kept


def _is_whole(value: float, slack: float) -> bool:
    return abs(value - round(value)) < slack


def _axis_title(scale: Scale, indicator: "Indicator") -> dict[str, Any]:
    unit = "in procenten" if indicator.unit == "%" else indicator.unit
    words = unit if scale.from_zero else f"{unit} (de as begint niet bij 0)"
    return drawing.note(words, xref="paper", yref="paper", x=0, y=1, xanchor="left",
                        yanchor="bottom", yshift=6)  # fmt: skip


# ------------------------------------------------------------------------------------ labels


def _last(line: Series) -> "Figure | None":
    known = [figure for figure in line.figures if wording.is_known(figure)]
    return known[-1] if known else None


def _end_label(
    naam: str, figure: "Figure", line: Series, scale: Scale, indicator: "Indicator"
) -> tuple[float, list[str]]:
    """(height of the line's end, words beside it): the name, its last value, the year if older."""
    value = wording.value(figure, indicator)
    if figure.periode != scale.periods[-1]:
        value += f" ({moments.period_short(figure.periode, indicator.moment)})"
    words = [*drawing.folded(naam, 16), value]
    if line.tone == "accent":
        words = [f"<b>{word}</b>" for word in words]
    return middle(figure), words


def _width(words: list[str]) -> float:
    """How wide a label is; bold letters are wider."""
    return max(
        len(word.removeprefix("<b>").removesuffix("</b>"))
        * (drawing.BOLD_LETTER if word.startswith("<b>") else drawing.LETTER)
        for word in words
    )


def _height(words: list[str]) -> int:
    return len(words) * drawing.LINE + 2


def _placed(
    labels: Sequence[tuple[float, list[str]]], scale: Scale, plot: int
) -> list[dict[str, Any]]:
    """Labels to the right of the lines, moved apart where they would overlap."""
    pixel = plot / (scale.high - scale.low)
    middles = drawing.spread(
        [(at - scale.low) * pixel for at, _ in labels],
        [_height(words) for _, words in labels],
        -8,
        plot + 20,
    )
    return [
        drawing.note("<br>".join(words), xref="paper", x=1, xanchor="left", xshift=6,
                     yref="y", y=scale.low + middle / pixel, yanchor="middle")
        for middle, (_, words) in zip(middles, labels, strict=True)
    ]  # fmt: skip


# ------------------------------------------------------------------------------------ breaks


def within(breaks: Sequence[Break], periods: list[str]) -> list[Break]:
    """The breaks that have figures before and after."""
    first, last = moments.position(periods[0]), moments.position(periods[-1])
    return [b for b in breaks if first < moments.position(b.periode) <= last]


def _place(one: Break, periods: list[str]) -> float:
    """Halfway the last period before the break and the first one after it."""
    at = moments.position(one.periode)
    before = max(p for p in map(moments.position, periods) if p < at)
    after = min(p for p in map(moments.position, periods) if p >= at)
    return (before + after) / 2


def _break_notes(breaks: Sequence[Break], periods: list[str]) -> list[dict[str, Any]]:
    """The reasons above the drawing, one line each, on the side where there is room."""
    first, last = moments.position(periods[0]), moments.position(periods[-1])
    notes = []
    for row, one in enumerate(breaks):
        at = _place(one, periods)
        side = "left" if at < (first + last) / 2 else "right"
        words = drawing.folded(one.text, 34, lines=1)[0]
        notes.append(
            drawing.note(f"┊ {words}" if side == "left" else f"{words} ┊", x=at, xref="x",
                         xanchor=side, yref="paper", y=1, yanchor="bottom",
                         yshift=22 + row * drawing.LINE)
        )  # fmt: skip
    return notes


def _rules(
    breaks: Sequence[Break], periods: list[str], target: float | None
) -> list[dict[str, Any]]:
    rules = [
        {"type": "line", "xref": "x", "yref": "paper", "x0": at, "x1": at, "y0": 0, "y1": 1,
         "line": {"color": palette.GREY, "width": 1.5, "dash": "dot"}}
        for at in (_place(one, periods) for one in breaks)
    ]  # fmt: skip
    if target is not None:
        rules.append(
            {"type": "line", "xref": "paper", "yref": "y", "x0": 0, "x1": 1, "y0": target,
             "y1": target, "line": {"color": palette.SECOND, "width": 1.5, "dash": "dash"}}
        )  # fmt: skip
    return rules


def _as_value(value: float, indicator: "Indicator") -> str:
    words = dutch.number(value, indicator.decimals)
    return words if indicator.kind == "aantal" else f"{words}{dutch.SPACE}{indicator.unit}"
