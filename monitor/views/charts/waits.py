"""How long things take through the years: the middle, half of the cases around it, and the tail."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from monitor.figures import wording
from monitor.values import dutch, moments
from monitor.values.durations import WEEK, Spread
from monitor.views.charts import drawing, palette
from monitor.views.charts.drawing import Drawing


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


_TOP, _BOTTOM, _HEIGHT = 26, 30, 300
PARTS = {0.25: "kwart binnen", 0.5: "helft binnen", 0.75: "driekwart binnen", 0.9: "90 % binnen"}


class Wait(NamedTuple):
    """One period: the figure (its value is the median), and what is behind it where that may be
    seen."""

    figure: "Figure"
    spread: Spread | None

    def weeks(self, part: float) -> float | None:
        days = self.spread.quantile(part) if self.spread else None
        return None if days is None else days / WEEK


def waits_chart(
    waits: Sequence[Wait], indicator: "Indicator", norm: float | None = None
) -> Drawing:
    """Weeks through the periods: the median as a line, the middle half as a band, the 90th
    percentile as a dashed line; `norm` in weeks is a line across."""
    known = [wait for wait in waits if wording.is_known(wait.figure)]
    if not known:
        return drawing.empty()
    at = [moments.position(wait.figure.periode) for wait in known]
    lines = {part: [wait.weeks(part) for wait in known] for part in (0.25, 0.75, 0.9)}
    middle = [wait.figure.waarde for wait in known]
    ends = [y for ys in (*lines.values(), middle) for y in ys if y is not None]
    ticks = drawing.nice_ticks(0, max([*ends, norm or 0.0]) or 1.0, 4)
    labels = _labels(known, lines, middle, norm)
    right = 12 + max(drawing.BOLD_LETTER * max(map(len, words)) for _, words in labels)
    room = 0.04 * (at[-1] - at[0]) or 0.5
    step = -(-len(known) // 5)
    named = known[::-1][::step]
    layout = drawing.layout(_HEIGHT, top=_TOP, right=right, bottom=_BOTTOM)
    layout |= {
        "xaxis": drawing.axis(
            at[0] - room, at[-1] + room, tickmode="array",
            tickvals=[moments.position(wait.figure.periode) for wait in named],
            ticktext=[moments.period_short(w.figure.periode, indicator.moment) for w in named],
        ),
        "yaxis": drawing.axis(0, ticks[-1], tickmode="array", showgrid=True,
                              gridcolor=palette.RULE, tickvals=ticks,
                              ticktext=drawing.tick_texts(ticks)),
        "annotations": [
            drawing.note("weken", xref="paper", yref="paper", x=0, y=1, xanchor="left",
                         yanchor="bottom", yshift=6),
            *_placed(labels, ticks[-1]),
        ],
        "shapes": [] if norm is None else [
            {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": norm,
             "y1": norm, "line": {"color": palette.SECOND, "width": 1.5, "dash": "dash"}}
        ],
    }  # fmt: skip
    data = [
        _band(at, lines[0.25], lines[0.75]),
        _line(at, lines[0.9], palette.GREY, 2, "dot"),
        _line(at, middle, palette.ACCENT, 3, "solid") | {
            "mode": "lines+markers", "marker": {"color": palette.ACCENT, "size": 9},
            "text": [_hover(wait, indicator) for wait in known], "hoverinfo": None,
            "hovertemplate": "%{text}<extra></extra>",
        },
    ]  # fmt: skip
    return {"data": [trace for trace in data if trace["x"]], "layout": layout}


def waits_description(
    waits: Sequence[Wait], indicator: "Indicator", norm: float | None = None
) -> str:
    """The same in one sentence, for who does not see the drawing."""
    known = [wait for wait in waits if wording.is_known(wait.figure)]
    if not known:
        return f"Geen cijfers over {indicator.short.lower()}."
    said = [
        f"{moments.period(wait.figure.periode, indicator.moment)}: de helft binnen "
        f"{wording.value(wait.figure, indicator)}"
        + (f", 90 % binnen {weeks(wait.weeks(0.9))}" if wait.weeks(0.9) is not None else "")
        for wait in (known[0], known[-1])
    ]
    if norm is not None:
        said.append(f"de norm is {weeks(norm)}")
    return f"Lijngrafiek: {indicator.short.lower()}. {'; '.join(said)}."


def wait_rows(
    waits: Sequence[Wait], indicator: "Indicator", norm: float | None = None
) -> list[dict[str, str]]:
    """The same as a table, in weeks; the spread only where there is one to be seen."""
    rows = []
    has_spread = any(wait.spread is not None for wait in waits) or not any(
        wait.figure.is_banded for wait in waits
    )
    for wait in waits:
        row = {
            "Schooljaar": moments.period(wait.figure.periode, indicator.moment).removeprefix(
                "schooljaar "
            ),
            "Aanvragen": wording.teller(wait.figure),
        }
        for part, title in PARTS.items():
            if part != 0.5 and not has_spread:
                continue
            days = wait.weeks(part) if part != 0.5 else wait.figure.waarde
            row[f"{title.capitalize()} (weken)"] = (
                wording.value_bare(wait.figure, indicator)
                if wait.figure.is_hidden or wait.figure.is_banded
                else "te weinig" if days is None else dutch.number(days, 1)
            )  # fmt: skip
        if norm is not None and has_spread:
            row[f"Binnen de norm ({dutch.number(norm)} weken)"] = within(wait, norm)
        rows.append(row)
    return rows


def within(wait: Wait, norm: float) -> str:
    """283 van 291 (97,3 %)"""
    if wait.spread is None:
        return "te weinig"
    k, n = wait.spread.within(norm * WEEK)
    return (
        f"{dutch.number(k)} van {dutch.number(n)} ({dutch.percentage(100 * k / n)})" if n else "–"
    )


def weeks(value: float | None) -> str:
    """2,6 weken"""
    words = dutch.number(value, 1)
    return f"{words}{dutch.SPACE}weken" if words != dutch.UNKNOWN else words


def _labels(
    known: Sequence[Wait],
    lines: dict[float, list[float | None]],
    middle: Sequence[float | None],
    norm: float | None,
) -> list[tuple[float, list[str]]]:
    """(height, words) of each line at its end."""
    found: list[tuple[float, list[str]]] = []
    for part, words in PARTS.items():
        value = middle[-1] if part == 0.5 else lines[part][-1]
        if value is not None:
            decimals = 0 if known[-1].figure.is_banded else 1
            said = f"{words} {dutch.number(value, decimals)}"
            found.append((value, [f"<b>{said}</b>" if part == 0.5 else said]))
    if norm is not None:
        found.append((norm, [f"norm {dutch.number(norm)}"]))
    return found


def _placed(labels: Sequence[tuple[float, list[str]]], top: float) -> list[dict[str, Any]]:
    plot = _HEIGHT - _TOP - _BOTTOM
    middles = drawing.spread(
        [value / top * plot for value, _ in labels], [drawing.LINE + 1.0] * len(labels), -8, plot
    )
    return [
        drawing.note(words[0], xref="paper", x=1, xanchor="left", xshift=6, yref="y",
                     y=middle / plot * top, yanchor="middle")
        for middle, (_, words) in zip(middles, labels, strict=True)
    ]  # fmt: skip


def _band(
    at: Sequence[float], low: Sequence[float | None], high: Sequence[float | None]
) -> dict[str, Any]:
    there = [(x, a, b) for x, a, b in zip(at, low, high, strict=True) if a is not None]
    xs = [x for x, _, _ in there]
    return {
        "type": "scatter", "mode": "lines", "x": [*xs, *reversed(xs)],
        "y": [*(b for _, _, b in there), *(a for _, a, _ in reversed(there))],
        "fill": "toself", "fillcolor": palette.faint(palette.ACCENT, 0.16),
        "line": {"width": 0}, "hoverinfo": "skip",
    }  # fmt: skip


def _line(
    x: Sequence[float], y: Sequence[float | None], color: str, width: float, dash: str
) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines", "x": list(x), "y": list(y), "connectgaps": False,
        "hoverinfo": "skip", "line": {"color": color, "width": width, "dash": dash},
    }  # fmt: skip


def _hover(wait: Wait, indicator: "Indicator") -> str:
    said = [f"{words} {weeks(wait.weeks(part))}" for part, words in PARTS.items()
            if wait.weeks(part) is not None]  # fmt: skip
    when = moments.period(wait.figure.periode, indicator.moment)
    return drawing.hover(
        f"{when}: {wording.value(wait.figure, indicator)}",
        *said,
        f"{wording.teller(wait.figure)} {indicator.teller}",
    )
