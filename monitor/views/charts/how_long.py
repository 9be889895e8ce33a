"""How long it lasts: classes of duration in their own order, and median and quartiles over time."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from monitor.figures import wording
from monitor.values import dutch
from monitor.values.durations import WEEK, Spread
from monitor.values.moments import date, period_short, position
from monitor.views.charts import drawing, palette
from monitor.views.charts.drawing import Drawing


if TYPE_CHECKING:
    from monitor.figures.door import Figure


CLASSES = (
    "tot 4 weken",
    "4 weken tot 3 maanden",
    "3 tot 6 maanden",
    "6 tot 12 maanden",
    "langer dan 12 maanden",
)
"""The classes of `views.thuiszitters_stand`, short to long: the `rang` of `duur`."""
COLORS = (*palette.CLASSES[:4], palette.SECOND)
"""Light to dark, and the longest as the second idea: the darkest shade is lost on a dark page."""
_BOTTOM = 30
_PLOT = 220


class Moment(NamedTuple):
    """How long those of one month end are there already."""

    periode: str
    spread: Spread


def classes_over_time(months: Mapping[str, Sequence["Figure"]]) -> Drawing:
    """A stacked bar per month end (periode → parts, short to long), the longest at the bottom: there
    it is read from nought. Drawn is what is certain; ValueError for a part that is hidden."""
    if not any(months.values()):
        return drawing.empty()
    if any(part.is_hidden for parts in months.values() for part in parts):
        raise ValueError("a stack of which a part is hidden shows it as the rest")
    periods = sorted(months)
    table = {
        periode: {p.uitsplitsing.partition("=")[2]: p for p in months[periode]}
        for periode in periods
    }
    most = max(sum(p.teller or 0 for p in parts) for parts in months.values()) or 1
    ticks = drawing.nice_ticks(0, most)
    # The key stands above, a line per class: short to long from top to bottom, as in the stack.
    top = len(CLASSES) * drawing.LINE + 14
    layout = drawing.layout(top + _PLOT + _BOTTOM, top=top, bottom=_BOTTOM)
    places = list(range(len(periods)))
    named = [at for at in places if (places[-1] - at) % max(1, -(-len(places) // 5)) == 0]
    layout |= {
        "barmode": "stack", "bargap": 0.15,
        "xaxis": drawing.axis(-0.6, places[-1] + 0.6, tickmode="array", tickvals=named,
                              ticktext=[period_short(periods[at], "maandeinde")
                                        for at in named]),
        "yaxis": drawing.axis(0, ticks[-1], tickmode="array", tickvals=ticks, showgrid=True,
                              gridcolor=palette.RULE, ticktext=drawing.tick_texts(ticks)),
        "annotations": [
            drawing.note(f'<span style="color:{COLORS[place]}">■</span> {name}',
                         xref="paper", x=0, xanchor="left", yref="paper", y=1, yanchor="top",
                         yshift=top - 2 - place * drawing.LINE)
            for place, name in enumerate(CLASSES)
        ],
    }  # fmt: skip
    data = [
        _layer(name, COLORS[place], periods, table)
        for place, name in reversed(list(enumerate(CLASSES)))
    ]
    return {"data": data, "layout": layout}


def classes_description(months: Mapping[str, Sequence["Figure"]]) -> str:
    """The last month in one sentence, for who does not see the drawing."""
    if not any(months.values()):
        return "Er zijn geen cijfers over hoe lang het duurt."
    last = max(months)
    words = [
        f"{part.uitsplitsing.partition('=')[2]} {wording.teller(part)}" for part in months[last]
    ]
    return (
        f"Gestapelde staven per maand naar hoe lang leerlingen al thuis zitten. Op "
        f"{date(last)}: {dutch.joined(words)}."
    )


def _layer(
    name: str, color: str, periods: Sequence[str], table: Mapping[str, Mapping[str, "Figure"]]
) -> dict[str, Any]:
    figures = [table[periode].get(name) for periode in periods]
    return {
        "type": "bar", "x": list(range(len(periods))),
        "y": [(figure.teller or 0) if figure else 0 for figure in figures],
        "marker": {"color": color, "line": {"color": palette.GREY, "width": 0.6}},
        "customdata": [
            drawing.hover(date(periode),
                          f"{name}: {wording.teller(figure) if figure else dutch.number(0)}")
            for periode, figure in zip(periods, figures, strict=True)
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip


# -------------------------------------------------------------------------------- over time


def quartiles_over_time(moments: Sequence[Moment]) -> Drawing:
    """The median as a line within the strip of the middle half, and the mean thin beside it, in
    weeks. Moments without anybody are a gap."""
    there = sorted((m for m in moments if m.spread.n), key=lambda m: m.periode)
    if not there:
        return drawing.empty()
    weeks = [_weeks(moment.spread) for moment in there]
    high = max(max(values) for values in weeks)
    ticks = drawing.nice_ticks(0, high)
    x = [position(moment.periode) for moment in there]
    ends = {"gemiddelde": weeks[-1][3], "mediaan": weeks[-1][1]}
    words = {name: [name, f"{dutch.number(value)} weken"] for name, value in ends.items()}
    right = 14 + drawing.BOLD_LETTER * max(len(w) for lines in words.values() for w in lines)
    height, top = 300, 30
    plot = height - top - _BOTTOM
    layout = drawing.layout(height, top=top, right=right, bottom=_BOTTOM)
    room = 0.03 * (x[-1] - x[0]) or 0.5
    named = _named(there)
    layout |= {
        "xaxis": drawing.axis(x[0] - room, x[-1] + room, tickmode="array",
                              tickvals=[position(m.periode) for m in named],
                              ticktext=[period_short(m.periode, "maandeinde")
                                        for m in named]),
        "yaxis": drawing.axis(0, ticks[-1], tickmode="array", tickvals=ticks, showgrid=True,
                              gridcolor=palette.RULE, ticktext=drawing.tick_texts(ticks)),
    }  # fmt: skip
    pixel = plot / (ticks[-1] or 1)
    middles = drawing.spread([value * pixel for value in ends.values()],
                             [2 * drawing.LINE + 2] * 2, -8, plot + 20)  # fmt: skip
    layout["annotations"] = [
        drawing.note("weken; het vlak is de middelste helft", xref="paper", yref="paper", x=0, y=1,
                     xanchor="left", yanchor="bottom", yshift=6),
        *(
            drawing.note(
                "<br>".join(f"<b>{w}</b>" if name == "mediaan" else w for w in words[name]),
                xref="paper", x=1, xanchor="left", xshift=6, yref="y", y=middle / pixel,
                yanchor="middle",
            )
            for name, middle in zip(ends, middles, strict=True)
        ),
    ]  # fmt: skip
    strip = {
        "type": "scatter", "mode": "lines", "x": [*x, *reversed(x)],
        "y": [*(w[2] for w in weeks), *(w[0] for w in reversed(weeks))], "fill": "toself",
        "fillcolor": palette.faint(palette.ACCENT, 0.16), "line": {"width": 0},
        "hoverinfo": "skip",
    }  # fmt: skip
    lines = [
        {"type": "scatter", "mode": "lines", "x": x, "y": [w[place] for w in weeks],
         "line": {"color": color, "width": width}, "hoverinfo": "skip"}
        for place, color, width in ((3, palette.GREY, 1.5), (1, palette.ACCENT, 3))
    ]  # fmt: skip
    points = {
        "type": "scatter", "mode": "markers", "x": x, "y": [w[1] for w in weeks],
        "marker": {"color": palette.ACCENT, "size": 6},
        "text": [
            drawing.hover(date(m.periode), f"mediaan {dutch.number(w[1])} weken",
                          f"middelste helft {dutch.number(w[0])} tot {dutch.number(w[2])} weken",
                          f"gemiddeld {dutch.number(w[3])} weken")
            for m, w in zip(there, weeks, strict=True)
        ],
        "hovertemplate": "%{text}<extra></extra>",
    }  # fmt: skip
    return {"data": [strip, *lines, points], "layout": layout}


def quartiles_description(moments: Sequence[Moment]) -> str:
    """First and last moment in one sentence, for who does not see the drawing."""
    there = sorted((m for m in moments if m.spread.n), key=lambda m: m.periode)
    if not there:
        return "Er zijn geen cijfers over hoe lang het duurt."
    ends = there if len(there) == 1 else [there[0], there[-1]]
    said = [f"{dutch.number(_weeks(m.spread)[1])} weken op {date(m.periode)}" for m in ends]
    low, _, high, mean = (dutch.number(value) for value in _weeks(there[-1].spread))
    return (
        f"Lijngrafiek van hoe lang de middelste leerling al thuis zit: {', later '.join(said)}. "
        f"De middelste helft zat er toen {low} tot {high} weken; gemiddeld was het {mean} weken."
    )


def quartile_rows(moments: Sequence[Moment]) -> list[dict[str, str]]:
    """A row per month end, newest first."""
    rows = []
    for moment in sorted((m for m in moments if m.spread.n), key=lambda m: m.periode)[::-1]:
        low, middle, high, mean = (dutch.number(v, 1) for v in _weeks(moment.spread))
        rows.append(
            {"Maand": date(moment.periode), "Mediaan (weken)": middle,
             "Een kwart korter dan": low, "Een kwart langer dan": high, "Gemiddeld": mean,
             "Leerlingen": dutch.number(moment.spread.n)}
        )  # fmt: skip
    return rows


def _weeks(spread: Spread) -> tuple[float, float, float, float]:
    """p25, median, p75 and mean."""
    values = (spread.quantile(0.25), spread.median, spread.quantile(0.75), spread.mean)
    low, middle, high, mean = ((value or 0.0) / WEEK for value in values)
    return low, middle, high, mean


def _named(moments: Sequence[Moment]) -> list[Moment]:
    step = max(1, -(-len(moments) // 4))
    return [m for at, m in enumerate(moments) if (len(moments) - 1 - at) % step == 0]
