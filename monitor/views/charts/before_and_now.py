"""Now beside before, part by part: two bars per part, each with its number."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from monitor.figures import wording
from monitor.views.charts import drawing, palette
from monitor.views.charts.drawing import Drawing


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


MOST = 20
"""More parts do not read; the table has them all."""
_BAR = 12
_TOP = 26
_NAME = 24


class Pair(NamedTuple):
    """One part at two moments; None where there is no figure."""

    naam: str
    now: "Figure | None"
    before: "Figure | None"


def paired(
    now: Sequence["Figure"],
    before: Sequence["Figure"],
    names: Mapping[str, str],
    order: Sequence[str] = (),
) -> list[Pair]:
    """The parts of one unit at two moments, by part: those in `order` first and in that order, then
    by name. `names` says what a part (what stands behind the =) is called.

    Never in order of size: what is hidden would have a place between two numbers.
    """
    one = {figure.uitsplitsing.partition("=")[2]: figure for figure in now}
    other = {figure.uitsplitsing.partition("=")[2]: figure for figure in before}
    place = {part: i for i, part in enumerate(order)}
    parts = sorted({*one, *other},
                   key=lambda part: (place.get(part, len(place)), part == "onbekend",
                                     names.get(part, part)))  # fmt: skip
    return [Pair(names.get(part, part), one.get(part), other.get(part)) for part in parts]


def pairs_chart(
    pairs: Sequence[Pair], indicator: "Indicator", now_name: str, before_name: str
) -> Drawing:
    """Bars from nought: now in the accent, before in grey below it."""
    rows = list(pairs)[:MOST]
    if not rows:
        return drawing.empty()
    names = [drawing.folded(pair.naam, _NAME) for pair in rows]
    middles, total = _rows(names)
    ends = [_value(figure) for pair in rows for figure in (pair.now, pair.before)]
    widest = max(len(_label(f, indicator)) for pair in rows for f in (pair.now, pair.before))
    layout = drawing.layout(_TOP + total + 4, top=_TOP, bottom=4,
                            right=14 + drawing.BOLD_LETTER * widest)  # fmt: skip
    layout |= {
        "xaxis": drawing.axis(0, max(ends) or 1.0, showticklabels=False),
        "yaxis": drawing.axis(total, 0, tickmode="array", tickvals=middles,
                              ticktext=["<br>".join(name) for name in names]),
        "annotations": [_key(now_name, before_name)],
    }  # fmt: skip
    data = []
    for which, color, shift in (("now", palette.ACCENT, -7), ("before", palette.CONTEXT, 7)):
        figures = [getattr(pair, which) for pair in rows]
        at = [middle + shift for middle in middles]
        when = now_name if which == "now" else before_name
        data += [_bars(rows, figures, at, color, when, indicator),
                 _labels(figures, at, indicator, is_bold=which == "now")]  # fmt: skip
    return {"data": data, "layout": layout}


def pairs_description(
    pairs: Sequence[Pair], indicator: "Indicator", now_name: str, before_name: str
) -> str:
    """The same in one sentence, for who does not see the drawing."""
    if not pairs:
        return f"Geen cijfers over {indicator.short.lower()}."
    said = [
        f"{pair.naam} {_label(pair.now, indicator)} (was {_label(pair.before, indicator)})"
        for pair in pairs
    ]
    return (
        f"Staafgrafiek van {indicator.short.lower()}, {now_name} naast {before_name}: "
        f"{'; '.join(said)}."
    )


def pair_rows(
    pairs: Sequence[Pair], indicator: "Indicator", title: str, now_name: str, before_name: str
) -> list[dict[str, str]]:
    """The same as a table."""
    return [
        {
            title: pair.naam,
            now_name: _label(pair.now, indicator),
            before_name: _label(pair.before, indicator),
        }
        for pair in pairs
    ]


def _rows(names: Sequence[list[str]]) -> tuple[list[float], int]:
    middles, total = [], 0
    for name in names:
        height = max(14 + 2 * _BAR, 10 + len(name) * drawing.LINE)
        middles.append(total + height / 2)
        total += height
    return middles, total


def _value(figure: "Figure | None") -> float:
    """How far a bar reaches: of a class to its lowest; of what is hidden or unknown there is
    none."""
    if figure is None:
        return 0.0
    low, high = wording.shown(figure)
    if figure.is_banded:
        return low or 0.0
    return high if high is not None else low or 0.0


def _label(figure: "Figure | None", indicator: "Indicator") -> str:
    return "0" if figure is None else wording.value(figure, indicator)


def _key(now_name: str, before_name: str) -> dict[str, Any]:
    words = (
        f'<span style="color:{palette.ACCENT}">■</span> <b>{now_name}</b>   '
        f'<span style="color:{palette.GREY}">■</span> {before_name}'
    )
    return drawing.note(words, xref="paper", x=0, xanchor="left", yref="paper", y=1,
                        yanchor="bottom", yshift=4)  # fmt: skip


def _bars(
    rows: Sequence[Pair],
    figures: Sequence["Figure | None"],
    at: Sequence[float],
    color: str,
    when: str,
    indicator: "Indicator",
) -> dict[str, Any]:
    said = ["0" if f is None else wording.value_long(f, indicator) for f in figures]
    return {
        "type": "bar", "orientation": "h", "y": list(at), "width": _BAR,
        "x": [_value(figure) for figure in figures],
        "marker": {"color": color, "line": {"width": 0}},
        "customdata": [drawing.hover(pair.naam, f"{when}: {words}")
                       for pair, words in zip(rows, said, strict=True)],
        "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip


def _labels(
    figures: Sequence["Figure | None"], at: Sequence[float], indicator: "Indicator",
    *, is_bold: bool,
) -> dict[str, Any]:  # fmt: skip
    words = [_label(figure, indicator) for figure in figures]
    return {
        "type": "scatter", "mode": "text", "y": list(at), "cliponaxis": False,
        "x": [_value(figure) for figure in figures],
        "text": [f" <b>{word}</b>" if is_bold else f" {word}" for word in words],
        "textposition": "middle right", "hoverinfo": "skip", "textfont": {"color": drawing.INK},
    }  # fmt: skip
