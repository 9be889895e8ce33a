"""A drawing as SVG of our own: the same lines, marks and words as on the screen, without a browser.

It reads the very drawing that the screen shows, so that what leaves as a file cannot say something
else. It is for files (a picture, a page of paper); a test draws every kind of picture of the sample.
"""

from collections.abc import Callable, Iterator
from html import escape
from typing import Any

from monitor.views.charts import drawing, palette, svg_frame, svg_marks, svg_text
from monitor.views.charts.drawing import Drawing
from monitor.views.charts.svg_frame import Frame, Scale
from monitor.views.charts.svg_marks import HATCH, Floors
from monitor.views.charts.svg_text import fill, stroke


INK = "#1a1a2e"
"""Of letters on paper."""
WIDTH = 720
_KEY = 20.0
"""A line of the legend, in pixels."""


def svg_of(drawn: Drawing, alt: str, width: int = WIDTH, ink: str = INK) -> tuple[str, float]:
    """(the elements of a picture as one `<g>`, its height): to be put into a page or a file.

    `alt` says in words what is drawn, for who does not see it. ValueError without words, or for a
    mark that has no shape here.
    """
    if not alt.strip():
        raise ValueError("a picture without words")
    layout = drawn["layout"]
    keys = _keys(drawn)
    rows = _legend_rows(keys, width) if layout.get("showlegend") else []
    frame = svg_frame.frame_of(drawn, width, len(rows) * _KEY)
    scales = svg_frame.scales_of(layout, frame)
    parts = [
        f"<title>{escape(alt)}</title>",
        *_grid(layout, scales, frame),
        *_shapes(layout, scales, frame, is_below=True),
    ]
    floors = Floors(is_stacked=layout.get("barmode") == "stack")
    is_map = bool(layout.get("yaxis", {}).get("scaleanchor"))
    parts += [_clip(scales)] if is_map else []
    for one in drawn["data"]:
        if one["type"] == "sankey":
            high = frame.bottom - frame.top
            parts += svg_marks.flows(
                one, frame.left, frame.top, frame.right - frame.left, high, ink
            )
            continue
        x, y = scales[one.get("xaxis", "x")].at, scales[one.get("yaxis", "y")].at
        parts += svg_marks.trace(one, x, y, ink, floors)
    parts += ["</g>"] if is_map else []
    parts += _shapes(layout, scales, frame, is_below=False)
    parts += _ticks(layout, scales, frame, ink)
    parts += _notes(layout, scales, frame, ink)
    parts += _legend(rows, frame, ink)
    height = float(layout["height"]) + len(rows) * _KEY
    if is_map and not layout.get("annotations"):
        # It keeps its proportions and stands at the top: what is empty below it is not drawn.
        height = min(height, scales["y"].start + layout["margin"]["b"])
    return f'<g role="img" font-family="{svg_text.FONT}">{"".join(parts)}</g>', height


def document(group: str, width: float, height: float, alt: str, background: str = "#ffffff") -> str:
    """A picture as a file by itself."""
    hatch = (
        f'<defs><pattern id="{HATCH}" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="{palette.NO_CLASS}"/>'
        '<path d="M0 0V6" stroke="#ffffff" stroke-width="2.5"/></pattern></defs>'
    )
    size = f"{drawing.short(width)} {drawing.short(height)}"
    ground = f'<rect width="100%" height="100%" fill="{background}"/>' if background else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" '
        f'width="{drawing.short(width)}" height="{drawing.short(height)}" role="img" '
        f'aria-label="{escape(alt)}" lang="nl">{hatch}{ground}{group}</svg>'
    )


# ----------------------------------------------------------------------------------------- axes


def _clip(scales: dict[str, Scale]) -> str:
    """The start of a group that ends at the edge of its frame; equal names are equal frames."""
    x, y = scales["x"], scales["y"]
    s = drawing.short
    name = f"uitsnede-{'-'.join(s(v) for v in (x.start, x.end, y.start, y.end))}"
    return (f'<clipPath id="{name}"><rect x="{s(x.start)}" y="{s(y.end)}" '
            f'width="{s(x.end - x.start)}" height="{s(y.start - y.end)}"/></clipPath>'
            f'<g clip-path="url(#{name})">')  # fmt: skip


# ----------------------------------------------------------------------------------------- axes


def _grid(layout: dict[str, Any], scales: dict[str, Scale], frame: Frame) -> Iterator[str]:
    for name, axis in layout.items():
        if name[1:5] != "axis" or not axis.get("showgrid") or not axis.get("visible", True):
            continue
        scale = scales[name[0] + name[5:]]
        look = stroke(axis.get("gridcolor", palette.RULE), 1)
        for value in axis.get("tickvals", ()):
            at = drawing.short(scale.at(value))
            if name[0] == "y":
                yield f'<path d="M{drawing.short(frame.left)} {at}H{drawing.short(frame.right)}"{look}/>'
            else:
                yield f'<path d="M{at} {drawing.short(frame.top)}V{drawing.short(frame.bottom)}"{look}/>'


def _ticks(
    layout: dict[str, Any], scales: dict[str, Scale], frame: Frame, ink: str
) -> Iterator[str]:
    """The names along the axes, and what the axes are of."""
    for name, axis in layout.items():
        if name[1:5] != "axis" or not axis.get("visible", True):
            continue
        scale = scales.get(name[0] + name[5:])
        pad = layout["margin"].get("pad", 0) + 2
        if scale is not None and svg_frame.has_names(axis):
            for value, said in zip(axis["tickvals"], axis["ticktext"], strict=True):
                if name[0] == "y":
                    yield svg_text.words(
                        said, frame.left - pad, scale.at(value), ink, anchor="right"
                    )
                else:
                    yield svg_text.words(
                        said,
                        scale.at(value),
                        frame.bottom + pad,
                        ink,
                        anchor="center",
                        middle="top",
                    )
        title = axis.get("title", {}).get("text")
        if title and name[0] == "x":
            middle = (frame.left + frame.right) / 2
            yield svg_text.words(
                title, middle, frame.bottom + pad + 20, ink, anchor="center", middle="top"
            )


# -------------------------------------------------------------------------------- shapes, notes


def _across(ref: str, scales: dict[str, Scale], frame: Frame) -> Callable[[float], float]:
    if ref == "paper":
        return lambda value: frame.left + value * (frame.right - frame.left)
    return scales[ref].at


def _upward(ref: str, scales: dict[str, Scale], frame: Frame) -> Callable[[float], float]:
    if ref == "paper":
        return lambda value: frame.bottom - value * (frame.bottom - frame.top)
    return scales[ref].at


def _shapes(
    layout: dict[str, Any], scales: dict[str, Scale], frame: Frame, *, is_below: bool
) -> Iterator[str]:
    for one in layout.get("shapes", ()):
        if (one.get("layer") == "below") is not is_below:
            continue
        x = _across(one.get("xref", "x"), scales, frame)
        y = _upward(one.get("yref", "y"), scales, frame)
        line = one.get("line", {})
        wide = line.get("width", 1)
        look = (
            stroke(line.get("color", palette.GREY), wide, line.get("dash", "solid")) if wide else ""
        )
        x0, x1, y0, y1 = x(one["x0"]), x(one["x1"]), y(one["y0"]), y(one["y1"])
        s = drawing.short
        if one["type"] == "line" or x0 == x1:
            # A strip without width is a line; an SVG draws no such rectangle.
            yield f'<path d="M{s(x0)} {s(y0)}L{s(x1)} {s(y1)}"{look}/>'
        else:
            inside = fill(one.get("fillcolor", palette.CLEAR))
            yield (f'<rect x="{s(min(x0, x1))}" y="{s(min(y0, y1))}" width="{s(abs(x1 - x0))}" '
                   f'height="{s(abs(y1 - y0))}"{inside}{look}/>')  # fmt: skip


def _notes(
    layout: dict[str, Any], scales: dict[str, Scale], frame: Frame, ink: str
) -> Iterator[str]:
    for one in layout.get("annotations", ()):
        x = _across(one.get("xref", "x"), scales, frame)(one["x"]) + one.get("xshift", 0)
        y = _upward(one.get("yref", "y"), scales, frame)(one["y"]) - one.get("yshift", 0)
        anchor = one.get("xanchor", "center")
        color = one.get("font", {}).get("color", drawing.INK)
        yield svg_text.words(
            one["text"], x, y, ink if color == drawing.INK else color, anchor=anchor,
            size=one.get("font", {}).get("size", drawing.FONT_SIZE), middle=one.get("yanchor", "middle"),
        )  # fmt: skip


# --------------------------------------------------------------------------------------- legend


def _keys(drawn: Drawing) -> list[dict[str, Any]]:
    return [
        one for one in drawn["data"]
        if one.get("name") and one.get("showlegend", True) and one["type"] != "sankey"
    ]  # fmt: skip


def _legend_rows(
    keys: list[dict[str, Any]], width: float
) -> list[list[tuple[dict[str, Any], float]]]:
    """The traces with a name, as many beside each other as fit, with where each starts."""
    rows: list[list[tuple[dict[str, Any], float]]] = []
    at = width
    for one in keys:
        wide = 30 + svg_text.width(one["name"])
        if at + wide > width or not rows:
            rows.append([])
            at = 4.0
        rows[-1].append((one, at))
        at += wide
    return rows


def _legend(
    rows: list[list[tuple[dict[str, Any], float]]], frame: Frame, ink: str
) -> Iterator[str]:
    top = frame.top - len(rows) * _KEY
    for number, row in enumerate(rows):
        middle = top + (number + 0.5) * _KEY - 2
        for one, at in row:
            if "markers" in one.get("mode", ""):
                yield svg_marks.mark(one["marker"], 0, at + 8, middle)
            else:
                line = one.get("line", {})
                look = stroke(line.get("color", palette.GREY), line.get("width", 2),
                              line.get("dash", "solid"))  # fmt: skip
                yield f'<path d="M{drawing.short(at)} {drawing.short(middle)}h16"{look}/>'
            yield svg_text.words(one["name"], at + 20, middle, ink)
