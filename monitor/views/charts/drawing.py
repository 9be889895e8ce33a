"""What all drawings share: layout, scales, labels that do not overlap, and what may not be mixed."""

import math
from collections.abc import Iterable, Sequence
from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from monitor.values import dutch, moments
from monitor.views.charts import palette


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


Drawing = dict[str, Any]
"""A plotly figure as a plain dict: `{"data": [...], "layout": {...}}`."""

CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "displaylogo": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
    "showAxisDragHandles": False,
}
"""For `st.plotly_chart(config=…)`: nothing to press, nothing that zooms while one scrolls."""

INK = "#000037"
"""The colour of letters. Streamlit replaces this very value by the darkest grey of its theme, light
or dark (GRAY_90 in its streamlit_plotly_theme); elsewhere and on paper it is nearly black. What
Streamlit takes of itself has less contrast than 4.5:1."""
FONT_SIZE = 13
LINE = 17
"""Height of a line of text, in pixels."""
LETTER = 7.4
BOLD_LETTER = 8.3
"""Width of an average letter, in pixels: a little more than most fonts need."""


def layout(height: int, top: float = 8, right: float = 8, bottom: float = 8,
           left: float = 0) -> dict[str, Any]:  # fmt: skip
    """Everything but the axes. The font is left to Streamlit's theme."""
    return {
        "height": height,
        "margin": {"t": top, "r": right, "b": bottom, "l": left, "pad": 4},
        "paper_bgcolor": palette.CLEAR,
        "plot_bgcolor": palette.CLEAR,
        "font": {"size": FONT_SIZE, "color": INK},
        "separators": ",.",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {"align": "left", "font": {"color": INK}},
    }


def axis(low: float, high: float, **settings: object) -> dict[str, Any]:
    """An axis that stays where it is."""
    return {
        "range": [low, high],
        "fixedrange": True,
        "zeroline": False,
        "showgrid": False,
        "ticks": "",
        "automargin": True,
        "tickfont": {"size": FONT_SIZE, "color": INK},
        **settings,
    }


def note(content: str, **place: object) -> dict[str, Any]:
    """Words in a drawing, in the colour of the theme."""
    return {
        "text": content,
        "showarrow": False,
        "align": "left",
        "font": {"size": FONT_SIZE, "color": INK},
        **place,
    }


def empty(height: int = 120) -> Drawing:
    """What is drawn where there is nothing to draw."""
    words = note("Er zijn geen cijfers om te tekenen.", xref="paper", yref="paper", x=0, y=0.5,
                 xanchor="left")  # fmt: skip
    hidden = {"visible": False, "fixedrange": True}
    return {
        "data": [],
        "layout": {**layout(height), "xaxis": hidden, "yaxis": hidden, "annotations": [words]},
    }


def hover(*lines: str) -> str:
    """The words at the mouse; what was delivered can hold no markup of its own."""
    first, *rest = (escape(line, quote=False) for line in lines if line)
    return "<br>".join([f"<b>{first}</b>", *rest])


def folded(words: str, width: int, lines: int = 2) -> list[str]:
    """A name over a few lines, with … where it is still too long; safe to draw."""
    parts = wrap(words, width, break_long_words=False) or [""]
    cut = parts[:lines]
    if len(parts) > lines:
        cut[-1] = f"{cut[-1]} …" if len(cut[-1]) + 2 <= width else f"{cut[-1]}…"
    short = [part if len(part) <= width else f"{part[: width - 1]}…" for part in cut]
    return [escape(part, quote=False) for part in short]


def short(value: float) -> str:
    """A number of pixels as it stands in an SVG: 12.5, with no more decimals than can be seen."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if abs(value) >= 0.005 else "0"


def nice_ticks(low: float, high: float, about: int = 5) -> list[float]:
    """Round values around and between two ends: steps of 1, 2 or 5."""
    if high <= low:
        high = low + (abs(low) or 1.0)
    rough = (high - low) / about
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(s * power for s in (1, 2, 5, 10) if s * power >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    digits = max(0, -math.floor(math.log10(step)))
    return [round(i * step, digits) for i in range(first, last + 1)]


def tick_texts(ticks: Sequence[float]) -> list[str]:
    """All with as many decimals as the finest needs."""
    decimals = max((_decimals(tick) for tick in ticks), default=0)
    return [dutch.number(tick, decimals) for tick in ticks]


def _decimals(tick: float) -> int:
    return next((d for d in range(6) if math.isclose(tick, round(tick, d), abs_tol=1e-9)), 6)


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Middles of labels as near as can be to where they are wanted, none over another.

    They stay between `low` and `high` when they fit there. (Least squares under a fixed order:
    pool those that push each other, and shift the pool as one.)
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    offsets, offset = [], 0.0
    for place, i in enumerate(order):
        if place:
            offset += (sizes[order[place - 1]] + sizes[i]) / 2
        offsets.append(offset)
    pools: list[tuple[float, int]] = []
    for place, i in enumerate(order):
        pool = (wanted[i] - offsets[place], 1)
        while pools and pools[-1][0] > pool[0]:
            mean, many = pools.pop()
            pool = ((mean * many + pool[0] * pool[1]) / (many + pool[1]), many + pool[1])
        pools.append(pool)
    free = [mean for mean, many in pools for _ in range(many)]
    out = [0.0] * len(wanted)
    for place, i in enumerate(order):
        first = low + sizes[order[0]] / 2
        last = high - sizes[order[-1]] / 2 - offset
        out[i] = max(first, min(free[place], last)) + offsets[place]
    return out


def require_alike(figures: Iterable["Figure"], indicator: "Indicator") -> None:
    """ValueError when figures cannot all be of this indicator: another moment or denominator.

    A share without teller and noemer is a published one, of which only the value is known.
    """
    for figure in figures:
        if not moments.fits_moment(figure.periode, indicator.moment):
            raise ValueError(
                f"{indicator.name} is measured per {indicator.moment}, not at {figure.periode}"
            )
        has_noemer = figure.noemer is not None or figure.noemer_max is not None
        has_none = indicator.kind in ("aantal", "duur")
        if has_noemer if has_none else figure.teller and not has_noemer:
            raise ValueError(f"{indicator.name} ({indicator.kind}) with noemer {figure.noemer}")


def require_one_period(figures: Sequence["Figure"], indicator: "Indicator") -> None:
    """ValueError unless figures are of one moment and one uitsplitsing, each unit once."""
    require_alike(figures, indicator)
    if len({(figure.periode, figure.uitsplitsing) for figure in figures}) > 1:
        raise ValueError(f"{indicator.name}: more than one periode or uitsplitsing in one chart")
    if len({figure.code for figure in figures}) < len(figures):
        raise ValueError(f"{indicator.name}: the same unit twice in one chart")
