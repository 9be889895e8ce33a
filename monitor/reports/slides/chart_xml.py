"""A chart as DrawingML: the same for every program, with a fixed place for what is drawn in it.

Written here rather than by python-pptx, whose charts need five corrections (negative axis numbers among
them) and take most of the time of a deck. The order of elements is the schema's (ISO/IEC 29500-1, 21.2).
"""

from collections.abc import Iterator
from dataclasses import replace

from monitor.reports.slides import chart_series
from monitor.reports.slides.chart_series import fill, letters
from monitor.reports.slides.model import DUTCH, GREY, INK, Plot, Scale


_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_CATEGORY, _VALUE = 111111111, 222222222
_AXES = f'<c:axId val="{_CATEGORY}"/><c:axId val="{_VALUE}"/>'


def of(plot: Plot) -> bytes:
    """The part of a chart, without its workbook's address."""
    parts = [
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
        f'<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/><c:lang val="nl-NL"/>',
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>',
        _place(plot),
        *_group(plot),
        *(_axes_of_dots(plot) if plot.kind == "dots" else _axes(plot)),
        "</c:plotArea>",
        _legend(plot),
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>",
        letters(plot.letters),
        "</c:chartSpace>",
    ]
    return "".join(parts).encode()


def _place(plot: Plot) -> str:
    x, y, wide, high = plot.inner
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/><c:x val="{x:.4f}"/><c:y val="{y:.4f}"/><c:w val="{wide:.4f}"/>'
        f'<c:h val="{high:.4f}"/></c:manualLayout></c:layout>'
    )


def _group(plot: Plot) -> Iterator[str]:
    series = [chart_series.of(one, number, plot) for number, one in enumerate(plot.series)]
    match plot.kind:
        case "lines":
            yield '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
            yield from series
            yield f'<c:marker val="1"/>{_AXES}</c:lineChart>'
        case "dots":
            yield '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
            yield from series
            yield f"{_AXES}</c:scatterChart>"
        case _:
            stacked = plot.kind in ("stack", "stacked columns")
            way = "bar" if plot.kind in ("bars", "stack") else "col"
            overlap = 100 if stacked else plot.overlap
            yield f'<c:barChart><c:barDir val="{way}"/>'
            yield f'<c:grouping val="{"stacked" if stacked else "clustered"}"/><c:varyColors val="0"/>'
            yield from series
            yield f'<c:gapWidth val="{plot.gap}"/>'
            yield "" if overlap is None else f'<c:overlap val="{overlap}"/>'
            yield f"{_AXES}</c:barChart>"


# ----------------------------------------------------------------------------------------- axes


def _axes(plot: Plot) -> Iterator[str]:
    across = plot.kind in ("bars", "stack")
    order = "maxMin" if across else "minMax"
    hidden = plot.kind == "stack" and len(plot.categories) == 1
    kind = "dateAx" if plot.dates else "catAx"
    yield f'<c:{kind}><c:axId val="{_CATEGORY}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
    yield f'<c:delete val="{int(hidden)}"/><c:axPos val="{"l" if across else "b"}"/>'
    form = f"{DUTCH}mmm\\ yyyy" if plot.dates else "General"
    yield f'<c:numFmt formatCode="{form}" sourceLinked="0"/>'
    yield '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
    yield f'<c:spPr><a:ln w="9525">{fill(GREY)}</a:ln></c:spPr>'
    yield letters(plot.letters)
    yield f'<c:crossAx val="{_VALUE}"/><c:crosses val="autoZero"/>'
    if plot.dates:
        yield '<c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="months"/>'
        yield f'<c:majorUnit val="{plot.months}"/><c:majorTimeUnit val="months"/></c:dateAx>'
    else:
        yield '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/>'
        yield f'<c:tickLblSkip val="{plot.skip}"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    # With the first category on top, the axis of numbers would stand there too.
    yield _numbers(_VALUE, _CATEGORY, plot.scale, "b" if across else "l", plot)


def _axes_of_dots(plot: Plot) -> Iterator[str]:
    yield _numbers(
        _CATEGORY, _VALUE, plot.across, "b", replace(plot, hides_numbers=False), grid=False
    )
    yield _numbers(_VALUE, _CATEGORY, plot.scale, "l", plot)


def _numbers(
    name: int, other: int, scale: Scale | None, side: str, plot: Plot, *, grid: bool = True
) -> str:
    ends = "" if scale is None else f'<c:max val="{scale.high:g}"/><c:min val="{scale.low:g}"/>'
    rule = '<a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln>'
    lines = f"<c:majorGridlines><c:spPr>{rule}</c:spPr></c:majorGridlines>"
    title = "" if scale is None or not scale.title else _title(scale.title, plot)
    step = "" if scale is None or not scale.step else f'<c:majorUnit val="{scale.step:g}"/>'
    line = "<a:ln><a:noFill/></a:ln>" if grid else f'<a:ln w="9525">{fill(GREY)}</a:ln>'
    return "".join([
        f'<c:valAx><c:axId val="{name}"/><c:scaling><c:orientation val="minMax"/>{ends}</c:scaling>',
        f'<c:delete val="{int(plot.hides_numbers)}"/><c:axPos val="{side}"/>',
        lines if grid and not plot.hides_numbers else "", title,
        f'<c:numFmt formatCode="{chart_series.quoted(DUTCH + plot.axis_form)}" sourceLinked="0"/>',
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
        f"<c:spPr>{line}</c:spPr>", letters(plot.letters),
        f'<c:crossAx val="{other}"/><c:crosses val="min"/>',
        f'<c:crossBetween val="{"midCat" if plot.kind in ("dots",) else "between"}"/>', step, "</c:valAx>",
    ])  # fmt: skip


def _title(words: str, plot: Plot) -> str:
    return (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr/></a:pPr>"
        f'<a:r><a:rPr lang="nl-NL" sz="{round(plot.letters * 100)}" b="0">{fill(INK)}</a:rPr>'
        f"<a:t>{chart_series.quoted(words)}</a:t></a:r></a:p></c:rich></c:tx>"
        '<c:overlay val="0"/></c:title>'
    )


def _legend(plot: Plot) -> str:
    if not plot.legend:
        return ""
    return (f'<c:legend><c:legendPos val="{plot.legend}"/><c:overlay val="0"/>'
            f"{letters(plot.letters)}</c:legend>")  # fmt: skip
