"""A funnel plot: small schools differ by chance, so what is far is said only beyond the limits."""

import math
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from monitor.figures import wording
from monitor.figures.binomial import ChanceLimits, Verdict, limits, verdict
from monitor.values import dutch
from monitor.views.charts import drawing, label_places, palette
from monitor.views.charts.drawing import Drawing


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


OUTSIDE = (Verdict.ABOVE, Verdict.BELOW)
_STEPS = 60
_RIGHT = 78
_HEIGHT = 420
_TOP, _FOOT = 26, 56
NAME_WIDTH = 18
"""Letters on a line of a name."""
MOST_NAMED = 6
"""Names in the drawing; all of them are in the table."""


def drawable(figures: Sequence["Figure"]) -> list["Figure"]:
    """Those with a place: neither hidden nor without pupils."""
    return [
        figure
        for figure in figures
        if not figure.is_hidden and figure.noemer and None not in wording.shown(figure)
    ]


def funnel(
    figures: Sequence["Figure"],
    indicator: "Indicator",
    share: float,
    chosen: Collection[str] = (),
    verdicts: Mapping[str, Verdict] | None = None,
) -> Drawing:
    """A dot per school: its pupils to the right, its value up; `share` (0-1) is that of all schools
    like it together, `chosen` are the codes of the schools of the region, `verdicts` what is said of
    each school beside the others (without: beside `share`). ValueError for figures of
    more than one moment or of an indicator that is no share."""
    _check(figures, indicator)
    there = drawable(figures)
    if not there:
        return drawing.empty()
    most = max(figure.noemer_max or figure.noemer or 0.0 for figure in there)
    across = drawing.nice_ticks(0, most, 4)
    wide = most * 1.06
    judged = judged_schools(there, share, verdicts)
    # Limits of tiny schools shoot up; the schools say how high the drawing must be. Where nobody is
    # referred, or there are a few pupils in all, there is no limit (infinite): it is not drawn.
    limit = limits(round(most), share).highest
    tallest = max(max(_middle(f) for f in there), 100 * share,
                  100 * limit / most if math.isfinite(limit) else 0.0)  # fmt: skip
    upward = drawing.nice_ticks(0, tallest * 1.12, 5)
    layout = drawing.layout(_HEIGHT, top=_TOP, right=_RIGHT, bottom=_FOOT)
    layout |= {
        "xaxis": drawing.axis(0, wide, tickmode="array", tickvals=across,
                              ticktext=[dutch.number(tick) for tick in across],
                              title={"text": _lower(indicator.noemer), "standoff": 12,
                                     "font": {"size": drawing.FONT_SIZE, "color": drawing.INK}}),
        "yaxis": drawing.axis(0, upward[-1], tickmode="array", showgrid=True,
                              gridcolor=palette.RULE, tickvals=upward,
                              ticktext=drawing.tick_texts(upward)),
        "annotations": [
            drawing.note("in procenten" if indicator.unit == "%" else indicator.unit,
                         xref="paper", yref="paper", x=0, y=1, xanchor="left", yanchor="bottom",
                         yshift=6),
            *_ends(round(wide), share, upward[-1], indicator),
        ],
    }  # fmt: skip
    grid = [max(1, round(wide * (step + 1) / _STEPS)) for step in range(_STEPS)]
    found = [limits(n, share) for n in grid]
    lines = [
        _limit(grid, [one.lowest for one in found]),
        _limit(grid, [one.highest for one in found]),
        _line([0, wide], [100 * share] * 2, palette.GREY, 2, "solid"),
    ]
    layout["annotations"] += _names(judged, lines, wide, upward[-1])
    return {
        "data": [
            _band(grid, found),
            *lines,
            *_dots(judged, indicator, chosen),
        ],
        "layout": layout,
    }  # fmt: skip


def funnel_description(
    figures: Sequence["Figure"],
    indicator: "Indicator",
    share: float,
    verdicts: Mapping[str, Verdict] | None = None,
) -> str:
    """The same in one sentence, for who does not see the drawing."""
    _check(figures, indicator)
    there = drawable(figures)
    if not there:
        return f"Geen scholen met een cijfer over {_lower(indicator.short)}."
    judged = judged_schools(there, share, verdicts)
    middle = dutch.percentage(100 * share, indicator.decimals)
    many = f"{len(there)} scholen rond hun gezamenlijke {middle}"
    said = [f"Trechtergrafiek van {_lower(indicator.short)}: {many}"]
    for side in OUTSIDE:
        names = [f"{f.naam} ({wording.value(f, indicator)})" for f, one in judged if one is side]
        said.append(f"{side}: {dutch.joined(names) or 'geen school'}")
    return f"{'; '.join(said)}."


def judged_schools(
    there: Sequence["Figure"], share: float, verdicts: Mapping[str, Verdict] | None
) -> list[tuple["Figure", Verdict]]:
    if verdicts is None:
        return [(figure, verdict(figure, share)) for figure in there]
    return [(figure, verdicts.get(figure.code, Verdict.OPEN)) for figure in there]


def _check(figures: Sequence["Figure"], indicator: "Indicator") -> None:
    if indicator.kind != "aandeel":
        raise ValueError(f"{indicator.name} is no share: chance says nothing about it")
    drawing.require_one_period(figures, indicator)


def _middle(figure: "Figure") -> float:
    ends = [end for end in wording.shown(figure) if end is not None]
    return sum(ends) / len(ends)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


# ------------------------------------------------------------------------------------- lines


def _band(grid: Sequence[int], found: Sequence[ChanceLimits]) -> dict[str, Any]:
    """Between the limits of 95 %."""
    low = [100 * max(one.low, 0.0) / n for n, one in zip(grid, found, strict=True)]
    high = [
        100 * (one.high if math.isfinite(one.high) else n) / n
        for n, one in zip(grid, found, strict=True)
    ]
    return {
        "type": "scatter", "mode": "lines", "x": [*grid, *reversed(grid)],
        "y": [*high, *reversed(low)], "fill": "toself", "hoverinfo": "skip",
        "fillcolor": palette.faint(palette.GREY, 0.18), "line": {"width": 0},
    }  # fmt: skip


def _limit(grid: Sequence[int], counts: Sequence[float]) -> dict[str, Any]:
    there = [(n, 100 * k / n) for n, k in zip(grid, counts, strict=True) if math.isfinite(k)]
    return _line([n for n, _ in there], [y for _, y in there], palette.GREY, 1.5, "dot")


def _line(
    x: Sequence[float], y: Sequence[float], color: str, width: float, dash: str
) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines", "x": list(x), "y": list(y), "hoverinfo": "skip",
        "line": {"color": color, "width": width, "dash": dash},
    }  # fmt: skip


def _ends(n: int, share: float, top: float, indicator: "Indicator") -> list[dict[str, Any]]:
    """What the lines are, at their right ends, none over another."""
    one = limits(n, share)
    bounds = {"grens van 99,8 %": one.highest, "grens van 95 %": one.high}
    wanted = {
        **{words: 100 * count / n for words, count in bounds.items() if math.isfinite(count)},
        f"samen {dutch.percentage(100 * share, indicator.decimals)}": 100 * share,
    }
    plot = _HEIGHT - _TOP - _FOOT
    lines = [drawing.folded(words, 10) for words in wanted]
    middles = drawing.spread(
        [min(at, top) / top * plot for at in wanted.values()],
        [len(said) * drawing.LINE for said in lines],
        0,
        plot,
    )
    return [
        drawing.note("<br>".join(said), xref="paper", x=1, xanchor="left", xshift=6, yref="y",
                     y=middle / plot * top, yanchor="middle")
        for middle, said in zip(middles, lines, strict=True)
    ]  # fmt: skip


# ------------------------------------------------------------------------------------ schools


def _names(
    judged: Sequence[tuple["Figure", Verdict]],
    lines: Sequence[dict[str, Any]],
    wide: float,
    top: float,
) -> list[dict[str, Any]]:
    """The names of the schools that chance does not explain, then of those above the narrow limit,
    on the side where they cover nothing."""
    outside = [figure for figure, one in judged if one in OUTSIDE]
    high = [figure for figure, one in judged if one is Verdict.HIGH]
    for side in (outside, high):
        side.sort(key=lambda figure: -_middle(figure))

    def at(figure: "Figure") -> tuple[float, float]:
        return (figure.noemer or 0) / wide, _middle(figure) / top

    shown = (*outside, *high)[:MOST_NAMED]
    names = [
        label_places.Name(tuple(drawing.folded(one.naam, NAME_WIDTH)), at(one)) for one in shown
    ]
    drawn = [
        [(x / wide, y / top) for x, y in zip(line["x"], line["y"], strict=True) if y <= 1.2 * top]
        for line in lines
    ]
    sides = label_places.placed(
        names, [at(figure) for figure, _ in judged], drawn, _HEIGHT - _TOP - _FOOT
    )
    return [
        drawing.note("<br>".join(name.lines), x=figure.noemer, xref="x", y=_middle(figure),
                     yref="y", **side.annotation)
        for figure, name, side in zip(shown, names, sides, strict=True)
    ]  # fmt: skip


def _dots(
    judged: Sequence[tuple["Figure", Verdict]], indicator: "Indicator", chosen: Collection[str]
) -> list[dict[str, Any]]:
    """Other schools in grey, those of the region in the accent, and a diamond beyond the limits."""
    groups = (
        [pair for pair in judged if pair[1] not in OUTSIDE and pair[0].code not in chosen],
        [pair for pair in judged if pair[1] not in OUTSIDE and pair[0].code in chosen],
        [pair for pair in judged if pair[1] in OUTSIDE],
    )
    marks = (("circle", palette.GREY, 8), ("circle", palette.ACCENT, 9),
             ("diamond", palette.SECOND, 12))  # fmt: skip
    return [
        {
            "type": "scatter", "mode": "markers", "cliponaxis": False,
            "x": [figure.noemer for figure, _ in group],
            "y": [_middle(figure) for figure, _ in group],
            "text": [_hover(figure, one, indicator) for figure, one in group],
            "hovertemplate": "%{text}<extra></extra>",
            "marker": {"symbol": symbol, "color": color, "size": size,
                       "line": {"color": "#ffffff", "width": 1}},
        }
        for group, (symbol, color, size) in zip(groups, marks, strict=True)
        if group
    ]  # fmt: skip


def _hover(figure: "Figure", one: Verdict, indicator: "Indicator") -> str:
    return drawing.hover(
        figure.naam,
        wording.value_long(figure, indicator),
        wording.teller_noemer(figure, indicator),
        str(one),
    )
