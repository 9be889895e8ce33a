"""Charts under the tables of a workbook, over numbers that stand on a sheet of their own."""

from dataclasses import dataclass
from typing import Any

from monitor.reports.native_charts import Line, Native, native
from monitor.reports.question_sheets import for_paper
from monitor.reports.section_sheet import Placed
from monitor.reports.sheets import Looks
from monitor.reports.stamp import Stamp
from monitor.sections.section import Drawn, Section
from monitor.views.charts import palette
from monitor.views.charts.kinds import AreaMap


NUMBERS = "Grafiekcijfers"
"""The sheet that the charts read: the same figures as in the tables, in the order of the drawing."""
_WIDE = 760
"""Pixels."""
_LETTER = 7.0
"""Of a letter of the width of a column."""
_RULE = "#D9D9DF"
_ROW = 20
"""Pixels of a row of a sheet."""
_COLORS = {"accent": palette.ACCENT, "second": palette.SECOND, "grey": palette.GREY}
_ONE_PAGE = 62
"""Rows that with their chart are put on one page of paper."""
_MANY = 12
"""Categories of a line beyond which not all have their name on the axis."""


@dataclass(slots=True)
class Numbers:
    """The sheet that charts read, filled from the top down."""

    sheet: Any
    looks: Looks
    row: int = 0

    def add(self, title: str, one: Native) -> int:
        """The row of the heads, under the title; numbers below it, a column per line."""
        top = self.row + 1
        self.sheet.write_string(self.row, 0, title, self.looks.bold)
        unit = "in procenten" if one.unit == "%" else one.unit
        self.sheet.write_string(top, 0, unit, self.looks.head)
        heads = [*(line.naam for line in one.lines), *(["in woorden"] if one.labels else [])]
        for place, head in enumerate(heads, 1):
            is_amount = place <= len(one.lines)
            look = self.looks.head_right if is_amount else self.looks.head
            self.sheet.write_string(top, place, head, look)
        for at, name in enumerate(one.categories):
            self.sheet.write_string(top + 1 + at, 0, name)
            for place, line in enumerate(one.lines, 1):
                if (value := line.values[at]) is not None:
                    look = self.looks.of_number(value, "" if one.is_count else "share")
                    self.sheet.write_number(top + 1 + at, place, value, look)
            if one.labels:
                self.sheet.write_string(top + 1 + at, len(one.lines) + 1, one.labels[at],
                                        self.looks.cell)  # fmt: skip
        self.row = top + len(one.categories) + 2
        return top


def write(
    workbook: Any, looks: Looks, stamp: Stamp, sections: tuple[Section, ...], placed: list[Placed]
) -> None:
    """Under each table the pictures of its section that a workbook can draw."""
    found = [
        (section, where, one, drawn)
        for section, where in zip(sections, placed, strict=True)
        for one in section.drawn
        if (drawn := native(one.chart, _is_alone(section, one))) is not None
    ]
    if not found:
        return
    sheet = workbook.add_worksheet(NUMBERS)
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, 8, 22)
    for_paper(sheet, is_demo=False)
    sheet.set_header(f"&C{stamp.mark}")
    sheet.set_paper(9)
    numbers = Numbers(sheet, looks)
    below = {where.sheet: where.below for where in placed}
    for section, where, one, drawn in found:
        title = section.says.text or section.title or section.question
        top = numbers.add(title, drawn)
        chart, height = _chart(workbook, drawn, top, min(_WIDE, int(where.letters * _LETTER)))
        page = workbook.get_worksheet_by_name(where.sheet)
        page.insert_chart(below[where.sheet], 0, chart, {
            "description": one.alt, "object_position": 2, "x_offset": 4, "y_offset": 4,
        })  # fmt: skip
        below[where.sheet] += height // _ROW + 2
        page.print_area(0, 0, below[where.sheet], where.last)
        if below[where.sheet] <= _ONE_PAGE:
            page.fit_to_pages(1, 1)


def _is_alone(section: Section, one: Drawn) -> bool:
    return all(isinstance(other.chart, AreaMap) for other in section.drawn if other is not one)


def _chart(workbook: Any, one: Native, top: int, wide: int) -> tuple[Any, int]:
    """(chart, its height in pixels). Every word in it is read from a cell: what stands in one is never
    taken for a formula."""
    last = top + len(one.categories)
    kind = {"bars": {"type": "bar"}, "stack": {"type": "bar", "subtype": "stacked"},
            "pairs": {"type": "column"}, "lines": {"type": "line"}}[one.kind]  # fmt: skip
    chart = workbook.add_chart(kind)
    for place, line in enumerate(one.lines, 1):
        chart.add_series({
            "name": [NUMBERS, top, place],
            "categories": [NUMBERS, top + 1, 0, last, 0],
            "values": [NUMBERS, top + 1, place, last, place],
        } | _look(one, line, place))  # fmt: skip
    height = 340
    names: dict[str, Any] = {"num_font": {"size": 9}, "line": {"color": palette.GREY}}
    if one.kind in ("bars", "stack"):
        height = 110 + 22 * len(one.categories) if one.kind == "bars" else 180
        # The words at the ends say what the axis would. Of bars that lie, y is that of the names.
        chart.set_y_axis(names | {"reverse": True})
        chart.set_x_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    else:
        if len(one.categories) > _MANY:
            names |= dict.fromkeys(("interval_unit", "interval_tick"), -(-len(one.categories) // 8))
        chart.set_x_axis(names)
        chart.set_y_axis({
            "num_format": "[$-413]#,##0" if one.is_count else "[$-413]#,##0.0",
            "name": [NUMBERS, top, 0], "name_font": {"bold": False, "size": 9},
            "major_gridlines": {"visible": True, "line": {"color": _RULE}},
            "line": {"none": True},
        } | ({"min": 0} if one.is_count or one.kind == "pairs" else {}))  # fmt: skip
    chart.set_title({"name": [NUMBERS, top - 1, 0], "overlay": False,
                     "name_font": {"size": 11, "bold": True}})  # fmt: skip
    chart.set_legend(
        {"none": True} if one.kind == "bars" and len(one.lines) == 1
        else {"position": "bottom", "font": {"size": 9}}
    )  # fmt: skip
    chart.set_size({"width": wide, "height": height})
    chart.show_blanks_as("gap")
    return chart, height


def _look(one: Native, line: Line, place: int) -> dict[str, Any]:
    color = _COLORS[line.tone]
    if one.kind == "lines":
        dashed = {"target": "dash", "open": "square_dot"}.get(line.look, "solid")
        marker = {"type": "none"} if line.look == "target" else {
            "type": "circle", "size": 5, "border": {"color": color},
            "fill": {"color": color} if line.look == "solid" else {"color": "#FFFFFF"},
        }  # fmt: skip
        return {"line": {"color": color, "width": 2.0 if line.tone == "accent" else 1.5,
                         "dash_type": dashed}, "marker": marker}  # fmt: skip
    if one.kind == "stack":
        return {"fill": {"color": palette.PARTS[place - 1]}, "gap": 60,
                "border": {"color": "#FFFFFF"}}  # fmt: skip
    if one.kind == "pairs":
        return {"fill": {"color": color}, "gap": 60,
                "data_labels": {"value": True, "num_format": "[$-413]#,##0.##" if not one.is_count
                                else "[$-413]#,##0"}}  # fmt: skip
    look: dict[str, Any] = {
        "gap": 40, "overlap": 100, **_bar(_COLORS["accent"], is_open=line.look == "open"),
        "points": [_bar(_COLORS[tone], is_open=line.look == "open") for tone in one.tones],
    }  # fmt: skip
    # The words stand at the end of the longest bar: ours, none of a name.
    if place == 1:
        look["data_labels"] = {
            "value": True, "position": "outside_end", "font": {"size": 9},
            "custom": [{"value": words} for words in one.labels],
        }  # fmt: skip
    return look


def _bar(color: str, *, is_open: bool) -> dict[str, Any]:
    if is_open:
        return {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": color, "bg_color": "#FFFFFF"},
                "border": {"color": color}}  # fmt: skip
    return {"fill": {"color": color}, "border": {"color": color}}
