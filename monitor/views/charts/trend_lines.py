"""The lines of a trend: what is drawn for one series, and what is left open."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from monitor.figures import wording
from monitor.values import moments
from monitor.views.charts import drawing, palette


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


class Series(NamedTuple):
    """One line: what one unit did over the periods."""

    naam: str
    figures: Sequence["Figure"]
    tone: Literal["accent", "second", "grey"] = "grey"
    provisional: frozenset[str] = frozenset()
    """The periods whose figures are voorlopig: hollow points."""
    indicator: str = ""
    """The indicator's name, where the caller has several: a stranger is refused."""


class Break(NamedTuple):
    """From `periode` on, figures cannot be compared with those before."""

    periode: str
    text: str
    divides: bool = True
    """False for what only must be known: the line goes on."""


class Scale(NamedTuple):
    """Where values and periods lie."""

    periods: list[str]
    low: float
    high: float
    ticks: list[float]
    from_zero: bool


Path = tuple[list[float | None], list[float | None]]
"""x and y, with None between one piece and the next."""

_COLORS = {"accent": palette.ACCENT, "second": palette.SECOND, "grey": palette.GREY}
_NEXT = {"maandeinde": 0.1}
"""How far apart (in years) two periods may lie and still follow each other."""


def traces(
    line: Series, scale: Scale, breaks: Sequence[Break], indicator: "Indicator"
) -> list[dict[str, Any]]:
    color = _COLORS[line.tone]
    known = [figure for figure in line.figures if wording.is_known(figure)]
    near = _NEXT.get(indicator.moment, 1.1)
    solid: Path = ([], [])
    faint: Path = ([], [])
    band: Path = ([], [])
    for one, other, gap in _neighbours(line, scale, breaks):
        if _is_point(one, scale) and _is_point(other, scale):
            _join(solid if gap <= near else faint, one, other)
        elif gap <= near and None not in (*wording.shown(one), *wording.shown(other)):
            # A strip to the next one, or a wedge between a point and a strip.
            _surround(band, one, other)
    drawn = [
        _area(band, color),
        _path(_whiskers(known, scale), palette.faint(color, 0.7), 4, "solid"),
        _path(solid, color, 3 if line.tone == "accent" else 2, "solid"),
        # Nothing was measured in between: the thin dots lead the eye, they are no figures.
        _path(faint, color, 1.5, "dot"),
        _points(line, known, scale, indicator),
    ]
    return [trace for trace in drawn if trace["x"]]


def middle(figure: "Figure") -> float:
    """Where a figure stands beside the others: halfway what it can be."""
    ends = [end for end in wording.shown(figure) if end is not None]
    return sum(ends) / len(ends)


def _neighbours(
    line: Series, scale: Scale, breaks: Sequence[Break]
) -> Iterator[tuple["Figure", "Figure", float]]:
    """Two figures with nothing between them that is missing, and the years between them."""
    where = [moments.position(b.periode) for b in breaks if b.divides]
    periods = [moments.position(p) for p in scale.periods]
    for one, other in pairwise(line.figures):
        start, end = moments.position(one.periode), moments.position(other.periode)
        is_broken = any(start < at <= end for at in where)
        if not is_broken and not any(start < at < end for at in periods):
            yield one, other, end - start


def _is_strip(figure: "Figure", scale: Scale) -> bool:
    """Whether it is drawn as a strip from its lowest to its highest value."""
    return None not in wording.shown(figure) and not _is_point(figure, scale)


def _is_point(figure: "Figure", scale: Scale) -> bool:
    """Whether it is one place in the drawing: exact, or open by less than the size of a dot."""
    low, high = wording.shown(figure)
    if low is None or high is None:
        return False
    return high - low <= 0.015 * (scale.high - scale.low)


def _join(path: Path, one: "Figure", other: "Figure") -> None:
    path[0].extend((moments.position(one.periode), moments.position(other.periode), None))
    path[1].extend((middle(one), middle(other), None))


def _surround(path: Path, one: "Figure", other: "Figure") -> None:
    """All that can have been, from the one to the other."""
    start, end = moments.position(one.periode), moments.position(other.periode)
    (low, high), (next_low, next_high) = wording.shown(one), wording.shown(other)
    path[0].extend((start, end, end, start, start, None))
    path[1].extend((high, next_high, next_low, low, high, None))


def _area(path: Path, color: str) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines", "x": path[0], "y": path[1], "fill": "toself",
        "fillcolor": palette.faint(color, 0.16), "line": {"width": 0}, "hoverinfo": "skip",
    }  # fmt: skip


def _path(path: Path, color: str, width: float, dash: str) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines", "x": path[0], "y": path[1], "connectgaps": False,
        "hoverinfo": "skip", "line": {"color": color, "width": width, "dash": dash},
    }  # fmt: skip


def _whiskers(figures: Sequence["Figure"], scale: Scale) -> Path:
    """From lowest to highest, where the source left it open."""
    path: Path = ([], [])
    for figure in figures:
        if _is_strip(figure, scale):
            path[0].extend((moments.position(figure.periode),) * 2 + (None,))
            path[1].extend((*wording.shown(figure), None))
    return path


def _points(
    line: Series, known: Sequence["Figure"], scale: Scale, indicator: "Indicator"
) -> dict[str, Any]:
    """A dot per figure; on an interval an invisible one, that only holds the words."""
    color = _COLORS[line.tone]
    return {
        "type": "scatter", "mode": "markers", "cliponaxis": False,
        "x": [moments.position(figure.periode) for figure in known],
        "y": [middle(figure) for figure in known],
        "text": [_hover(line, figure, indicator) for figure in known],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": [_symbol(figure, line.provisional) for figure in known],
            "color": color, "size": 9 if len(known) <= 12 else 6,
            "line": {"color": color, "width": 2},
            "opacity": [0 if _is_strip(figure, scale) else 1 for figure in known],
        },
    }  # fmt: skip


def _symbol(figure: "Figure", provisional: frozenset[str]) -> str:
    """A dot; a triangle for "ten minste" (pointing up) and "ten hoogste"; hollow = voorlopig."""
    low, high = wording.shown(figure)
    shape = "triangle-up" if high is None else "triangle-down" if low is None else "circle"
    return f"{shape}-open" if figure.periode in provisional else shape


def _hover(line: Series, figure: "Figure", indicator: "Indicator") -> str:
    is_open = figure.periode in line.provisional
    return drawing.hover(
        line.naam,
        f"{moments.period(figure.periode, indicator.moment)}: {wording.value_long(figure, indicator)}",
        "" if indicator.kind == "aantal" else wording.teller_noemer(figure, indicator),
        "voorlopig cijfer" if is_open else "",
    )
