"""Where things come from and go to: a Sankey of counts, its small ends folded together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from monitor.values import dutch
from monitor.values.collation import by_name
from monitor.views.charts import drawing, palette
from monitor.views.charts.drawing import Drawing


MOST_FROM = 10
MOST_TO = 8
"""Ends on each side; the smaller ones are drawn as one."""
_NODE = 14
_GAP = 18
"""Between two ends, in pixels: so that the names of small ones do not touch."""
_ROW = 40
"""Height per end, in pixels."""


class Flow(NamedTuple):
    """So many from one end to another."""

    origin: str
    destination: str
    amount: float


def folded(flows: Sequence[Flow], most_from: int = MOST_FROM, most_to: int = MOST_TO) -> list[Flow]:
    """The same amounts, with what is small on either side under one name: largest flow first."""
    origins = _kept(flows, "origin", most_from)
    destinations = _kept(flows, "destination", most_to)
    amounts: Counter[tuple[str, str]] = Counter()
    for flow in flows:
        if flow.amount > 0:
            amounts[origins[flow.origin], destinations[flow.destination]] += int(flow.amount)
    found = [Flow(*ends, float(amount)) for ends, amount in amounts.items()]
    return sorted(
        found, key=lambda flow: (-flow.amount, by_name(flow.origin), by_name(flow.destination))
    )


def _kept(flows: Sequence[Flow], side: str, most: int) -> Mapping[str, str]:
    """Name → the name under which it is drawn. One small end alone keeps its own name."""
    sizes: Counter[str] = Counter()
    for flow in flows:
        if flow.amount > 0:
            sizes[getattr(flow, side)] += int(flow.amount)
    ranked = sorted(sizes, key=lambda name: (-sizes[name], by_name(name)))
    small = ranked[most - 1 :] if len(ranked) > most else []
    rest = f"overige ({len(small)})"
    return {name: rest if name in small else name for name in ranked}


def sankey(flows: Sequence[Flow], unit: str) -> Drawing:
    """From left to right; each end has its name and total. `unit` is what is counted."""
    shown = folded(flows)
    if not shown:
        return drawing.empty()
    left, right = _ends(shown, "origin"), _ends(shown, "destination")
    places = {("l", name): i for i, name in enumerate(left)}
    places |= {("r", name): len(left) + i for i, name in enumerate(right)}
    labels = [_label(name, total) for side in (left, right) for name, total in side.items()]
    said = [
        drawing.hover(name, f"{dutch.number(total)} {dutch.noun(total, unit)}")
        for side in (left, right)
        for name, total in side.items()
    ]
    tall = max(260, 20 + _ROW * max(len(left), len(right)))
    layout = drawing.layout(tall, top=8, right=4, bottom=12, left=4)
    middles = _middles([list(left.values()), list(right.values())], tall - 20)
    trace = {
        "type": "sankey", "arrangement": "fixed", "orientation": "h",
        "textfont": {"size": drawing.FONT_SIZE, "color": drawing.INK, "shadow": "none"},
        "node": {
            "label": labels, "pad": _GAP, "x": [0.001] * len(left) + [0.999] * len(right),
            "y": middles, "thickness": _NODE,
            "color": [palette.GREY] * len(left) + [palette.ACCENT] * len(right),
            "line": {"width": 0}, "customdata": said,
            "hovertemplate": "%{customdata}<extra></extra>",
        },
        "link": {
            "source": [places["l", flow.origin] for flow in shown],
            "target": [places["r", flow.destination] for flow in shown],
            "value": [flow.amount for flow in shown],
            "color": palette.faint(palette.GREY, 0.24),
            "customdata": [_hover(flow, unit) for flow in shown],
            "hovertemplate": "%{customdata}<extra></extra>",
        },
    }  # fmt: skip
    return {"data": [trace], "layout": layout}


def sankey_description(flows: Sequence[Flow], unit: str, most: int = 3) -> str:
    """The same in one sentence, for who does not see the drawing."""
    shown = folded(flows)
    if not shown:
        return f"Geen {unit} om te tekenen."
    total = sum(flow.amount for flow in shown)
    largest = [f"{flow.origin} naar {flow.destination}: {dutch.number(flow.amount)}"
               for flow in shown[:most]]  # fmt: skip
    return (
        f"Stroomdiagram van {dutch.number(total)} {dutch.noun(total, unit)}, van "
        f"{len(_ends(shown, 'origin'))} herkomsten naar {len(_ends(shown, 'destination'))} "
        f"bestemmingen. De grootste: {'; '.join(largest)}."
    )


def _ends(flows: Sequence[Flow], side: str) -> dict[str, float]:
    """Name → total, the largest on top and what was folded together at the bottom."""
    sizes: Counter[str] = Counter()
    for flow in flows:
        sizes[getattr(flow, side)] += int(flow.amount)
    return {
        name: float(sizes[name])
        for name in sorted(sizes, key=lambda n: (n.startswith("overige ("), -sizes[n], by_name(n)))
    }


def _middles(sides: Sequence[Sequence[float]], tall: float) -> list[float]:
    """Where each end lies, from 0 (top) to 1: its size is drawn on one scale for both sides, and
    what is left over goes between the ends."""
    scale = min((tall - _GAP * (len(side) - 1)) / sum(side) for side in sides)
    out = []
    for side in sides:
        free = tall - scale * sum(side)
        gap = min(free / max(1, len(side) - 1), 3 * _GAP)
        at = (free - gap * (len(side) - 1)) / 2
        for size in side:
            out.append(round((at + scale * size / 2) / tall, 4))
            at += scale * size + gap
    return out


def _label(name: str, total: float | None) -> str:
    # What tells two locations of a school apart stands at the end of its name.
    short = name.replace(", locatie ", ", ")
    words = drawing.folded(short, 26, 1)[0]
    return words if total is None else f"{words} {dutch.number(total)}"


def _hover(flow: Flow, unit: str) -> str:
    words = f"{dutch.number(flow.amount)} {dutch.noun(flow.amount, unit)}"
    return drawing.hover(f"{flow.origin} → {flow.destination}", words)
