"""Where things lie in an SVG: the rectangle in which is drawn, and its axes in pixels."""

from dataclasses import dataclass
from typing import Any

from monitor.views.charts import svg_text
from monitor.views.charts.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis in pixels: from `low` at `start` to `high` at `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        return self.start + (value - self.low) / ((self.high - self.low) or 1) * (
            self.end - self.start
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """The rectangle in which is drawn, in pixels."""

    left: float
    top: float
    right: float
    bottom: float


def frame_of(drawn: Drawing, width: float, legend: float) -> Frame:
    """What margins and the names on the axes leave."""
    layout = drawn["layout"]
    margin = layout["margin"]
    left, right = float(margin["l"]), width - float(margin["r"])
    names = [
        svg_text.width(name)
        for axis in axes(layout, "y")
        if has_names(axis)
        for name in axis.get("ticktext", ())
    ]
    left = max(left, max(names, default=0.0) + (margin.get("pad", 0) + 4 if names else 0))
    # The last name along the bottom stands half beyond the end of its axis.
    last = [
        svg_text.width(axis["ticktext"][-1]) / 2 for axis in axes(layout, "x") if has_names(axis)
    ]
    right = min(right, width - max(last, default=0.0))
    bottom = float(layout["height"]) - float(margin["b"])
    titles = [axis for axis in axes(layout, "x") if axis.get("title", {}).get("text")]
    if any(has_names(axis) for axis in axes(layout, "x")):
        bottom = min(bottom, float(layout["height"]) - 24 - (20 if titles else 0))
    return Frame(left, float(margin["t"]) + legend, right, bottom + legend)


def axes(layout: dict[str, Any], letter: str) -> list[dict[str, Any]]:
    return [one for name, one in layout.items() if name.startswith(f"{letter}axis")]


def has_names(axis: dict[str, Any]) -> bool:
    return bool(axis.get("visible", True) and axis.get("showticklabels", True)
                and axis.get("ticktext"))  # fmt: skip


def scales_of(layout: dict[str, Any], frame: Frame) -> dict[str, Scale]:
    """By their short names: x, y, y2."""
    scales = {}
    for name, axis in layout.items():
        if not name.startswith(("xaxis", "yaxis")) or "range" not in axis:
            continue
        low, high = axis["range"]
        first, last = axis.get("domain", (0, 1))
        if name[0] == "x":
            wide = frame.right - frame.left
            start, end = frame.left + first * wide, frame.left + last * wide
        else:
            high_ = frame.bottom - frame.top
            start, end = frame.bottom - first * high_, frame.bottom - last * high_
        scales[name[0] + name[5:]] = Scale(low, high, start, end)
    if layout.get("yaxis", {}).get("scaleanchor"):
        _keep_shape(scales, layout["yaxis"].get("scaleratio", 1), frame)
    return scales


def _keep_shape(scales: dict[str, Scale], ratio: float, frame: Frame) -> None:
    """A map: a unit of x and one of y keep their proportion; narrower in the middle, or at the top."""
    x, y = scales["x"], scales["y"]
    pixel = min(
        (frame.right - frame.left) / (abs(x.high - x.low) or 1),
        (frame.bottom - frame.top) / (abs(y.high - y.low) * ratio or 1),
    )
    wide, high = pixel * (x.high - x.low), pixel * ratio * (y.high - y.low)
    start = (frame.left + frame.right - wide) / 2
    scales["x"] = Scale(x.low, x.high, start, start + wide)
    scales["y"] = Scale(y.low, y.high, frame.top + high, frame.top)
