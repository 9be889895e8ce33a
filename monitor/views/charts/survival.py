"""How soon it was over: of each group that began together, the part that had ended by each day."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from monitor.values import dutch
from monitor.values.durations import Spread
from monitor.views.charts import drawing, palette
from monitor.views.charts.drawing import Drawing


UNTIL = 364
"""Days that are drawn: a year."""
MARKS = ((91, "3 maanden"), (182, "6 maanden"), (364, "12 maanden"))
_HEIGHT = 340
_TOP, _BOTTOM = 30, 48


class Cohort(NamedTuple):
    """Those who began in one period."""

    naam: str
    spread: Spread


def survival(cohorts: Sequence[Cohort]) -> Drawing:
    """A step per day on which somebody's ended (Kaplan and Meier), oldest cohort first.

    The last one that was followed for half a year has the accent; younger ones are dotted; older
    ones grey. Ticks stand where somebody who had not ended was last seen.
    """
    there = [one for one in cohorts if one.spread.n]
    if not there:
        return drawing.empty()
    known = [at for at, one in enumerate(there) if one.spread.ended_within(MARKS[1][0]) is not None]
    main = known[-1] if known else -1
    ends = [steps(one.spread) for one in there]
    labels = [(at, end_words(there[at], at, main)) for at in range(len(there)) if at >= main]
    right = 14 + drawing.BOLD_LETTER * max(len(word) for _, words in labels for word in words)
    layout = drawing.layout(_HEIGHT, top=_TOP, right=right, bottom=_BOTTOM)
    plot = _HEIGHT - _TOP - _BOTTOM
    ticks = [0, 25, 50, 75, 100]
    layout |= {
        "xaxis": drawing.axis(0, UNTIL + 4, tickmode="array",
                              tickvals=[0, *(day for day, _ in MARKS)],
                              ticktext=["0", *(words.replace("maanden", "mnd") for _, words in MARKS)],
                              tickangle=0),
        "yaxis": drawing.axis(0, 101, tickmode="array", tickvals=ticks, showgrid=True,
                              gridcolor=palette.RULE, ticktext=drawing.tick_texts(ticks)),
        "shapes": [
            {"type": "line", "xref": "x", "yref": "paper", "x0": day, "x1": day, "y0": 0, "y1": 1,
             "line": {"color": palette.GREY, "width": 1, "dash": "dot"}}
            for day, _ in MARKS[:2]
        ],
    }  # fmt: skip
    middles = drawing.spread(
        [ends[at][1][-1] * plot for at, _ in labels],
        [len(words) * drawing.LINE + 2 for _, words in labels], -8, plot + 20,
    )  # fmt: skip
    layout["annotations"] = [
        drawing.note("voorbij, in procenten van wie erbij kwam", xref="paper", yref="paper", x=0,
                     y=1, xanchor="left", yanchor="bottom", yshift=6),
        *(
            drawing.note(_label(words, at == main), xref="paper", x=1, xanchor="left", xshift=6,
                         yref="y", y=101 * middle / plot, yanchor="middle")
            for (at, words), middle in zip(labels, middles, strict=True)
        ),
    ]  # fmt: skip
    data: list[dict[str, Any]] = []
    for at, (one, (x, y)) in enumerate(zip(there, ends, strict=True)):
        data += _traces(one, x, y, at - main)
    return {"data": data, "layout": layout}


def end_words(one: Cohort, at: int, main: int) -> list[str]:
    if at > main:
        return [one.naam, "loopt nog"]
    part = one.spread.ended_within(MARKS[1][0]) or 0.0
    return [one.naam, f"{dutch.percentage(100 * part, 0)} na", MARKS[1][1]]


def survival_description(cohorts: Sequence[Cohort]) -> str:
    """The same in one sentence, for who does not see the drawing."""
    parts = [f"{one.naam}: {said(one.spread)}" for one in cohorts if one.spread.n]
    if not parts:
        return "Er is niemand van wie te zeggen is hoe lang het duurde."
    return (
        "Traplijn van hoe snel het voorbij was, per schooljaar waarin het begon. "
        f"{'; '.join(parts)}."
    )


def said(spread: Spread) -> str:
    """binnen 3 maanden 47 %, binnen 6 maanden 67 %"""
    parts = []
    for day, words in MARKS[:2]:
        part = spread.ended_within(day)
        known = "nog niet te zeggen" if part is None else dutch.percentage(100 * part, 0)
        parts.append(f"binnen {words} {known}")
    return ", ".join(parts)


def steps(spread: Spread) -> tuple[list[float], list[float]]:
    """x (days) and y (part), up to a year or to the last day that somebody was followed."""
    last = min(max((day for day, _ in spread.counts), default=0), UNTIL)
    x, y = [0.0], [0.0]
    for day, part in spread.curve():
        if day > last:
            break
        x.append(float(day))
        y.append(part)
    return [*x, float(last)], [*y, y[-1]]


def _label(words: Sequence[str], is_last: bool) -> str:
    return "<br>".join(f"<b>{word}</b>" if is_last else word for word in words)


def _traces(one: Cohort, x: list[float], y: list[float], place: int) -> list[dict[str, Any]]:
    """`place` 0 is the one in the accent, below it older ones, above it younger ones."""
    color = palette.GREY if place < 0 else palette.ACCENT if place == 0 else palette.SECOND
    line = {
        "type": "scatter", "mode": "lines", "x": x, "y": [100 * part for part in y],
        "line": {"color": color, "width": 1.2 if place < 0 else 3, "shape": "hv",
                 "dash": "dot" if place > 0 else "solid"},
        "text": [
            drawing.hover(one.naam, f"na {dutch.number(day)} dagen: "
                          f"{dutch.percentage(100 * part, 0)} voorbij")
            for day, part in zip(x, y, strict=True)
        ],
        "hovertemplate": "%{text}<extra></extra>",
    }  # fmt: skip
    seen = sorted(day for day, runs in one.spread.counts if runs and day <= x[-1])
    if place < 0 or not seen:
        return [line]
    marks = {
        "type": "scatter", "mode": "markers", "x": seen,
        "y": [100 * max((p for d, p in zip(x, y, strict=True) if d <= day), default=0.0)
              for day in seen],
        "marker": {"symbol": "line-ns-open", "size": 9, "color": color,
                   "line": {"width": 2, "color": color}},
        "text": [drawing.hover(one.naam, f"na {dutch.number(day)} dagen nog niet voorbij")
                 for day in seen],
        "hovertemplate": "%{text}<extra></extra>",
    }  # fmt: skip
    return [line, marks]
