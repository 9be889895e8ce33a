"""A school beside a band of schools like it: a bar from quartile to quartile and a mark."""

from typing import TYPE_CHECKING, Any

from monitor.compare.school_quartiles import Band
from monitor.figures import wording
from monitor.values import dutch
from monitor.views.charts import drawing, palette
from monitor.views.charts.drawing import Drawing


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


def band_chart(figure: "Figure", band: Band, indicator: "Indicator") -> Drawing:
    """One line from nought: the band in grey, its middle as a tick, the school in the accent."""
    own = figure.waarde if figure.is_exact and not figure.is_hidden else None
    most = max(band.high, own or 0) * 1.15
    ticks = drawing.nice_ticks(0, most, 4)
    layout = drawing.layout(128, top=30, right=36, bottom=28, left=12)
    layout |= {
        "xaxis": drawing.axis(0, ticks[-1], tickmode="array", tickvals=ticks,
                              ticktext=drawing.tick_texts(ticks)),
        "yaxis": drawing.axis(-1, 1, visible=False),
        "annotations": [
            drawing.note("helft van de scholen", x=(band.low + band.high) / 2, y=-0.45,
                         yanchor="top", font={"size": 11}),
        ],
    }  # fmt: skip
    data: list[dict[str, Any]] = [
        _line([band.low, band.high], palette.faint(palette.GREY, 0.45), 22,
              f"{dutch.number(band.low)} tot {dutch.number(band.high)} {indicator.unit}"),
        {"type": "scatter", "mode": "markers", "x": [band.middle], "y": [0],
         "marker": {"symbol": "line-ns-open", "size": 22, "color": palette.GREY,
                    "line": {"width": 3, "color": palette.GREY}},
         "text": [drawing.hover("middelste school", dutch.number(band.middle))],
         "hovertemplate": "%{text}<extra></extra>"},
    ]  # fmt: skip
    if own is not None:
        words = f"{wording.value(figure, indicator)}"
        data.append({
            "type": "scatter", "mode": "markers+text", "x": [own], "y": [0],
            "text": [f"<b>deze school {words}</b>"], "textposition": "top center",
            "marker": {"symbol": "diamond", "size": 14, "color": palette.ACCENT,
                       "line": {"color": "#ffffff", "width": 1.5}},
            "hoverinfo": "skip", "cliponaxis": False,
        })  # fmt: skip
    return {"data": data, "layout": layout}


def band_description(figure: "Figure", band: Band, indicator: "Indicator") -> str:
    """The same in one sentence."""
    return (
        f"Deze school: {wording.value_long(figure, indicator)}. De helft van {band.schools} "
        f"vergelijkbare scholen heeft {dutch.number(band.low)} tot {dutch.number(band.high)} "
        f"{indicator.unit}; de middelste heeft er {dutch.number(band.middle)}."
    )


def _line(x: list[int], color: str, width: int, words: str) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines", "x": x, "y": [0] * len(x),
        "line": {"color": color, "width": width},
        "text": [drawing.hover("helft van de scholen", words)] * len(x),
        "hovertemplate": "%{text}<extra></extra>",
    }  # fmt: skip
