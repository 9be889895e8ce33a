"""What is lacking in a template that may be used: said to who can mend it, and what we do meanwhile."""

import io
from collections.abc import Iterator

import pptx

from monitor.reports.slides import measure, template
from monitor.reports.slides.template import Template
from monitor.views.charts import palette
from monitor.views.files.letters import FAMILIES


_EVERYWHERE = {
    "arial", "calibri", "cambria", "candara", "century gothic", "corbel", "courier new", "franklin gothic",
    "georgia", "gill sans mt", "segoe ui", "tahoma", "times new roman", "trebuchet ms", "verdana", "aptos",
    "aptos display", "calibri light", "arial nova", "noto sans",
}  # fmt: skip
"""Fonts that come with Office or Windows, and ours."""


def of(content: bytes) -> tuple[str, ...]:
    """Sentences in Dutch; a template that they are said of can be used all the same."""
    one = template.opened(content)
    return tuple(_lacking(one, content))


def _lacking(one: Template, content: bytes) -> Iterator[str]:
    layouts = [layout for master in one.deck.slide_masters for layout in master.slide_layouts]
    if not any(template.is_only_title(layout) for layout in layouts):
        yield (f"Er is geen indeling met alleen een titel. De monitor gebruikt '{one.only_title.name}' en haalt de "
               "andere vakken weg; maak liever een indeling 'Alleen titel'.")  # fmt: skip
    if one.opening is None:
        yield "Er is geen indeling voor een titeldia. Een presentatie begint dan bij de eerste vraag."
    need = 2 * 20 * measure.LINE + 7
    if one.title.high < need:
        yield (f"Het vak van de titel in '{one.only_title.name}' is te laag voor twee regels van 20 punt: "
               f"{one.title.high:.0f} punt, nodig is {need:.0f}. Maak het hoger.")  # fmt: skip
    if one.free.high < 200:
        yield f"Onder de titel van '{one.only_title.name}' is te weinig plaats voor een grafiek."
    if one.wide / one.high < 1.5:
        yield "De dia's zijn 4:3. Schermen zijn 16:9: kies in PowerPoint Ontwerpen, Diaformaat, Breedbeeld."
    master = one.only_title.slide_master
    behind = template.background(master)
    for name in (one_ for one_ in one.swaps if not one_.endswith("-25")):
        color = template.color_of(master, name)
        much = f"{palette.contrast(color, behind):.1f}".replace(".", ",")
        yield (f"De kleur {name} ({color}) valt op de achtergrond ({behind}) te weinig op: contrast {much}, nodig is "
               "3. De monitor gebruikt er zijn eigen kleur voor.")  # fmt: skip
    for font in dict.fromkeys((one.heading, one.body)):
        if font.lower() not in _EVERYWHERE:
            yield (f"Het lettertype '{font}' hoort niet bij Office. Wie het niet heeft, ziet andere letters, en de "
                   f"monitor meet dan met {FAMILIES[0]}.")  # fmt: skip
    many = examples(content)
    if many:
        yield f"Er {'staat 1 voorbeelddia' if many == 1 else f'staan {many} voorbeelddia’s'} in; die komen niet mee."


def examples(content: bytes) -> int:
    """Slides that a template brings along."""
    return len(pptx.Presentation(io.BytesIO(content)).slides)
