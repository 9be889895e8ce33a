"""One series of a chart as DrawingML: its numbers, its look, and the words beside them."""

import re
from collections.abc import Iterator

from monitor.reports.slides.inner_book import column, fit_for_xml, serial, written
from monitor.reports.slides.model import DARK, DUTCH, INK, LIGHT, Plot, Series


quoted = fit_for_xml


def of(one: Series, number: int, plot: Plot) -> str:
    """`<c:ser>`, with elements in the order that its kind of chart asks."""
    dots = plot.kind == "dots"
    at = column(2 * number + 2 if dots else number + 2)
    rows = len(one.values) if dots else len(plot.categories)
    head = (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef><c:f>Sheet1!${at}$1</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{quoted(one.name)}</c:v></c:pt></c:strCache>'
        "</c:strRef></c:tx>"
    )
    values = _numbers(one.values, f"Sheet1!${at}$2:${at}${rows + 1}")
    labels = "".join(_labels(one, plot))
    if plot.kind in ("lines", "dots"):
        where = "" if not dots else _numbers(one.at, f"Sheet1!${column(2 * number + 1)}$2:"
                                                     f"${column(2 * number + 1)}${rows + 1}")  # fmt: skip
        body = (
            f"<c:spPr>{_line(one)}</c:spPr>{_marker(one)}{''.join(_hollow(one))}{labels}"
            + (f"<c:xVal>{where}</c:xVal><c:yVal>{values}</c:yVal>" if dots
               else f"<c:cat>{_categories(plot)}</c:cat><c:val>{values}</c:val>")
            + '<c:smooth val="0"/></c:ser>'
        )  # fmt: skip
        return head + body
    look = f"<c:spPr>{_inside(one)}</c:spPr>"
    points = "".join(
        f'<c:dPt><c:idx val="{place}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{_inside(one, color)}</c:spPr></c:dPt>"
        for place, color in enumerate(one.colors) if color != one.color
    )  # fmt: skip
    return (
        f'{head}{look}<c:invertIfNegative val="0"/>{points}{labels}<c:cat>{_categories(plot)}</c:cat>'
        f"<c:val>{values}</c:val></c:ser>"
    )


def fill(color: str) -> str:
    if not color:
        return "<a:noFill/>"
    return f"<a:solidFill>{_color(color)}</a:solidFill>"


def letters(size: float, color: str = INK, *, bold: bool = False) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 100)}" b="{int(bold)}">'
        f'{fill(color)}</a:defRPr></a:pPr><a:endParaRPr lang="nl-NL"/></a:p></c:txPr>'
    )


def _color(color: str) -> str:
    """#rrggbb, or a colour of the theme: accent1, a quarter darker accent1-25, a quarter lighter tx1+25."""
    if color.startswith("#"):
        return f'<a:srgbClr val="{color[1:].upper()}"/>'
    name, sign, part = re.fullmatch(r"(\w+?)(?:([+-])(\d+))?", color).groups()  # type: ignore[union-attr]
    more = f'<a:lumMod val="{100 - int(part)}000"/>' if sign else ""
    more += f'<a:lumOff val="{part}000"/>' if sign == "+" else ""
    return f'<a:schemeClr val="{name}">{more}</a:schemeClr>'


def _inside(one: Series, color: str = "") -> str:
    color = color or one.color
    if one.hatched:
        return (
            f'<a:pattFill prst="wdUpDiag"><a:fgClr>{_color(color)}</a:fgClr><a:bgClr>'
            f'<a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill><a:ln w="9525">{fill(color)}</a:ln>'
        )
    return f"{fill(color)}<a:ln><a:noFill/></a:ln>"


def _line(one: Series) -> str:
    if not one.width:
        return "<a:ln><a:noFill/></a:ln>"
    return (
        f'<a:ln w="{round(one.width * 12700)}" cap="rnd">{fill(one.color)}<a:prstDash val="{one.dash}"/>'
        "<a:round/></a:ln>"
    )


def _marker(one: Series, *, hollow: bool = False) -> str:
    if not one.marker:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    inside = fill("#ffffff") if hollow else fill(one.color)
    edge = one.color if hollow else "#ffffff"
    return (
        f'<c:marker><c:symbol val="{one.marker}"/><c:size val="{one.marker_size}"/><c:spPr>{inside}'
        f'<a:ln w="{19050 if hollow else 9525}">{fill(edge)}</a:ln></c:spPr></c:marker>'
    )


def _hollow(one: Series) -> Iterator[str]:
    for place in sorted(one.hollow):
        if one.values[place] is not None:
            yield (f'<c:dPt><c:idx val="{place}"/>{_marker(one, hollow=True)}<c:bubble3D val="0"/>'
                   f"<c:spPr>{_line(one)}</c:spPr></c:dPt>")  # fmt: skip


def _labels(one: Series, plot: Plot) -> Iterator[str]:
    """Its own words where a number alone would say too little; the number where it is exact."""
    if not any(label is not None for label in one.labels):
        return
    yield "<c:dLbls>"
    usual = "r" if plot.kind in ("lines", "dots") else "ctr" if one.inside else "outEnd"
    shows = _shows(1)
    few = sum(label is None for label in one.labels) > len(one.labels) / 2
    for place, label in enumerate(one.labels):
        if place < len(one.values) and one.values[place] is None:
            continue
        if label is None:
            if few:
                continue
            yield f'<c:dLbl><c:idx val="{place}"/><c:delete val="1"/></c:dLbl>'
            continue
        side = one.sides[place] if one.sides else usual
        bold = place in plot.bold
        color = _on(one, place) if one.inside else INK
        if label:
            yield (
                f'<c:dLbl><c:idx val="{place}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:r>'
                f'<a:rPr lang="nl-NL" sz="{round(plot.letters * 100)}" b="{int(bold)}">{fill(color)}</a:rPr>'
                f"<a:t>{quoted(label)}</a:t></a:r></a:p></c:rich></c:tx>"
                f'<c:dLblPos val="{side}"/>{shows}</c:dLbl>'
            )
        elif bold or one.inside or few:
            yield (
                f'<c:dLbl><c:idx val="{place}"/><c:numFmt formatCode="{quoted(plot.form)}" '
                f'sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>{letters(plot.letters, color, bold=bold)}'
                f'<c:dLblPos val="{side}"/>{shows}</c:dLbl>'
            )
    yield (f'<c:numFmt formatCode="{quoted(plot.form)}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>'
           f'{letters(plot.letters)}<c:dLblPos val="{usual}"/>{_shows(int(not few))}</c:dLbls>')  # fmt: skip


def _shows(number: int) -> str:
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{number}"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _on(one: Series, place: int) -> str:
    color = one.colors[place] if one.colors else one.color
    return DARK if color in (LIGHT, "#6fb1db", "accent2", "#868686") else "#ffffff"


def _categories(plot: Plot) -> str:
    where = f"Sheet1!$A$2:$A${len(plot.categories) + 1}"
    if plot.dates:
        days = tuple(serial(one) for one in plot.categories)
        return _numbers(days, where, f"{DUTCH}mmm\\ yyyy")
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{quoted(name)}</c:v></c:pt>'
        for place, name in enumerate(plot.categories)
    )
    return (f'<c:strRef><c:f>{where}</c:f><c:strCache><c:ptCount val="{len(plot.categories)}"/>{points}'
            "</c:strCache></c:strRef>")  # fmt: skip


def _numbers(values: tuple[float | None, ...], where: str, form: str = "General") -> str:
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{written(value)}</c:v></c:pt>'
        for place, value in enumerate(values) if value is not None
    )  # fmt: skip
    return (f'<c:numRef><c:f>{where}</c:f><c:numCache><c:formatCode>{quoted(form)}</c:formatCode>'
            f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>')  # fmt: skip
