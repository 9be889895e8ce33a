"""Which pictures become a chart of a workbook, and what is in it; of the others their table stands in
its stead (docs/decisions.md)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from monitor.figures import counted_where, wording
from monitor.sections.values import Value, value_of
from monitor.values import moments
from monitor.values.rounding import rounded
from monitor.views.charts import kinds
from monitor.views.charts.breakdown import adds_up, part_name, stacked_order
from monitor.views.charts.kinds import Chart
from monitor.views.charts.ranking import MAX_ROWS, in_order
from monitor.views.charts.trend_lines import Break, Series
from monitor.views.files.tables import plain_number


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


Tone = Literal["accent", "second", "grey"]


@dataclass(frozen=True, slots=True)
class Line:
    """Numbers of one name, as many as there are categories; None where nothing may be drawn."""

    naam: str
    values: tuple[float | None, ...]
    tone: Tone
    look: Literal["solid", "open", "target"] = "solid"
    """`open` is the highest value of what is not exact."""


@dataclass(frozen=True, slots=True)
class Native:
    """A chart before it is drawn. `tones` and `labels` are of the categories of bars."""

    kind: Literal["bars", "stack", "pairs", "lines"]
    categories: tuple[str, ...]
    lines: tuple[Line, ...]
    unit: str
    is_count: bool
    tones: tuple[Tone, ...] = ()
    labels: tuple[str, ...] = ()


def native(chart: Chart, alone: bool = True) -> Native | None:
    """None where the table says it: a map, a matrix, a stream. `alone` is whether no other picture of
    the section shows the same figures."""
    match chart:
        case kinds.Ranking(figures, indicator, chosen, reference):
            return _bars(in_order(figures, indicator), indicator, chosen, reference)
        case kinds.Parts(figures, indicator):
            return _parts(figures, indicator)
        case kinds.Trend(lines, indicator, breaks, target, target_name):
            return _trend(lines, indicator, breaks, target, target_name)
        case kinds.Stock(months, indicator, naam):
            stand = [month.stand for month in months]
            return _trend([Series(naam, stand, "accent", indicator=indicator.name)], indicator)
        case kinds.Waits(waits, indicator, norm):
            medians = [wait.figure for wait in waits]
            line = Series("helft binnen", medians, "accent", indicator=indicator.name)
            return _trend([line], indicator, (), norm, "norm")
        case kinds.BeforeAndNow(pairs, indicator, now, before):
            return _pairs([(p.naam, p.now, p.before) for p in pairs], indicator, now, before)
        case kinds.AreaMap(_, figures, indicator) if alone and indicator is not None:
            if len({figure.periode for figure in figures}) == 1:
                return _bars(in_order(figures, indicator), indicator, chart.chosen, None)
    return None


def _bars(
    figures: "Sequence[Figure]",
    indicator: "Indicator",
    chosen: frozenset[str],
    reference: "Figure | None",
) -> Native | None:
    if not figures or len(figures) > MAX_ROWS:
        return None
    rows = [*figures, *([reference] if reference is not None else [])]
    values = [_value(figure, indicator) for figure in rows]
    tones: list[Tone] = ["accent" if figure.code in chosen else "grey" for figure in figures]
    if not chosen:
        tones = ["accent" for _ in figures]
    tones += ["second"] if reference is not None else []
    # What has no bar has its words beside its name.
    names = [
        figure.naam if value.high is not None else f"{figure.naam} ({value.text})"
        for figure, value in zip(rows, values, strict=True)
    ]
    lines = [Line("laagste", tuple(value.low for value in values), "accent")]
    if any(value.low != value.high for value in values):
        lines.insert(0, Line("hoogste", tuple(value.high for value in values), "accent", "open"))
    return Native(
        "bars", tuple(names), tuple(lines), indicator.unit, indicator.kind == "aantal",
        tuple(tones), tuple(value.text for value in values),
    )  # fmt: skip


def _parts(figures: "Sequence[Figure]", indicator: "Indicator") -> Native | None:
    """One bar where they add up; else the same as a ranking."""
    named = [
        figure._replace(code=figure.uitsplitsing, naam=part_name(figure.uitsplitsing),
                        uitsplitsing="")
        for figure in figures
    ]  # fmt: skip
    if not adds_up(named, indicator):
        return _bars(in_order(named, indicator), indicator, frozenset(), None)
    rows = stacked_order(named, indicator)
    values = [_value(figure, indicator) for figure in rows]
    lines = tuple(
        Line(f"{figure.naam}: {value.text}", (value.low,), "accent")
        for figure, value in zip(rows, values, strict=True)
    )
    return Native("stack", (figures[0].naam,), lines, indicator.unit, is_count=True)


def _pairs(
    pairs: "Sequence[tuple[str, Figure | None, Figure | None]]",
    indicator: "Indicator",
    now: str,
    before: str,
) -> Native | None:
    """Beside each other where all is exact: an open one would need two bars more."""
    values = [
        [None if one is None else _value(one, indicator) for one in (before_, now_)]
        for _, now_, before_ in pairs
    ]
    if not pairs or any(one is None or one.status != "bekend" for row in values for one in row):
        return None
    tones: tuple[Tone, Tone] = ("grey", "accent")
    lines = tuple(
        Line(naam, tuple(one.low for one in column if one is not None), tone)
        for naam, column, tone in zip((before, now), zip(*values, strict=True), tones, strict=True)
    )
    names = tuple(naam for naam, _, _ in pairs)
    return Native("pairs", names, lines, indicator.unit, indicator.kind == "aantal")


def _trend(
    series: Sequence[Series],
    indicator: "Indicator",
    breaks: Sequence[Break] = (),
    target: float | None = None,
    target_name: str = "doel",
) -> Native | None:
    """A line per piece between breaks, so that none goes across one; two where it is not exact: the
    lowest and the highest, and nothing in between."""
    periods = sorted(
        {figure.periode for line in series for figure in line.figures}, key=moments.position
    )
    lines = [
        piece
        for one in series
        for piece in _pieces(one, indicator, periods, [b.periode for b in breaks if b.divides])
    ]
    if not lines:
        return None
    if target is not None:
        ends = (plain_number(target),) * len(periods)
        lines.append(Line(target_name, ends, "second", "target"))
    names = tuple(moments.period_brief(periode, indicator.moment) for periode in periods)
    return Native("lines", names, tuple(lines), indicator.unit, indicator.kind == "aantal")


def _pieces(
    line: Series, indicator: "Indicator", periods: Sequence[str], breaks: Sequence[str]
) -> list[Line]:
    where = sorted(map(moments.position, breaks))

    def piece(figure: "Figure") -> int:
        return sum(at <= moments.position(figure.periode) for at in where)

    found: list[Line] = []
    ordered = sorted(line.figures, key=lambda figure: moments.position(figure.periode))
    for _, group in groupby(ordered, key=piece):
        figures = list(group)
        values = {figure.periode: _value(figure, indicator) for figure in figures}
        low, high = (
            tuple(getattr(values[p], end) if p in values else None for p in periods)
            for end in ("low", "high")
        )
        if not any(value is not None for value in (*low, *high)):
            continue
        naam = line.naam
        if len({piece(figure) for figure in ordered}) > 1:
            naam += f", vanaf {moments.period_brief(figures[0].periode, indicator.moment)}"
        read = _as_read(low, indicator)
        if read == _as_read(high, indicator):
            found.append(Line(naam, low if low == high else read, line.tone))
        else:
            found.append(Line(f"{naam}, laagste", low, line.tone))
            found.append(Line(f"{naam}, hoogste", high, line.tone, "open"))
    return found


def _as_read(values: Sequence[float | None], indicator: "Indicator") -> tuple[float | None, ...]:
    """In the decimals in which they are written: 3,86 and 3,88 are both 3,9."""
    return tuple(
        None if value is None else float(rounded(value, indicator.decimals)) for value in values
    )


def _value(figure: "Figure", indicator: "Indicator") -> Value:
    if counted_where.is_without_school(figure, indicator):
        return value_of(figure, indicator)
    return value_of(figure, indicator, wording.value(figure, indicator))
