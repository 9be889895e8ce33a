"""A slide of a section: its answer as title, its question, one picture, at most two sentences, its source."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from monitor.reports import published
from monitor.reports.report import Report
from monitor.reports.slides import measure, notes, of_table, pictures
from monitor.reports.slides.canvas import Canvas, placeholder
from monitor.reports.slides.model import ACCENT, INK, QUIET, Box
from monitor.reports.slides.shape_xml import Run
from monitor.reports.slides.template import Template, add_foot, add_slide
from monitor.sections.section import Section
from monitor.views.charts import kinds


FOOT = 70
"""Letters of a footer: longer ones go over two lines in a narrow template."""
LEAST_TITLE, MOST_TITLE = 20, 32
"""Points of a title that is a sentence, whatever a template has for a word or two."""
MOST_BESIDE = 2
_QUESTION, _SOURCE, _SMALL = 14.0, 10.0, 11.0
_GAP = 18.0
_WORDS = 0.27
"""The part of the width for sentences beside a picture."""
_BODY = (20, 18, 16, 15, 14)
"""Letters of sentences beside a picture."""
_BELOW = (16, 15, 14)
"""And below it, where each line costs the picture its height."""
_ALONE = (28, 24, 22, 20, 18, 16, 14)
"""And of those that are the whole slide."""


_OF_PAGE = re.compile(r"(?i)^(klik|ga met)|\b(vlak|driehoek|streepje|stippel\w*|staafje)\b")
"""Of sentences below a picture on a page: what there is not on a slide."""


class Placed(NamedTuple):
    """What a slide says in its title, and what of a section did not fit on it."""

    title: str
    canvas: Canvas


def titles(sections: Sequence[Section]) -> list[str]:
    """The answer of each; none twice, for a screen reader chooses slides by their titles."""
    found: list[str] = []
    for section in sections:
        words = " ".join((section.says.text or _question(section)).split())
        other = f"{words} ({section.title})"
        if words in found and section.title and other not in found:
            words = other
        base, number = words, 1
        while words in found:
            number += 1
            words = f"{base} ({number})"
        found.append(words)
    return found


def _question(section: Section) -> str:
    """Where nothing is said: what is asked, of what."""
    if not section.trust:
        return section.question
    question = section.question[0].lower() + section.question[1:]
    return f"{section.trust[0].indicator.short}: {question}"


def footer(report: Report, selection: str) -> str:
    """For whom, whether it is invented, and what is seen; at most 70 letters."""
    mark = "Verzonnen gegevens · " if report.stamp.is_demo else ""
    short = report.stamp.audience.split(",")[0]
    words = f"{mark}Voor {short}"
    room = FOOT - len(words) - 3
    if selection and room > 12:
        words += f" · {selection if len(selection) <= room else selection[: room - 1].rstrip(' ,;·') + '…'}"
    return words


def opening(template: Template, report: Report) -> None:
    """The first page: of whom, for whom, and what must be known of it."""
    if template.opening is None:
        return
    slide = add_slide(template, template.opening)
    stamp = report.stamp
    for shape in slide.placeholders:
        kind = str(shape._element.find(".//{*}ph").get("type"))
        if kind in ("title", "ctrTitle"):
            fit = measure.fitted(report.title, (shape.width / 12700 - 20, shape.height / 12700 - 8),
                                 (36, 32, 28, 24, 20), bold=True, font=template.heading)  # fmt: skip
            placeholder(shape, report.title if not fit.rest else " ".join(fit.lines), fit.size)
        elif kind == "subTitle":
            placeholder(shape, f"{report.subtitle}\nVoor {stamp.audience}\n{stamp.mark}", 18)
    add_foot(slide, footer(report, ""))
    slide.name = "begin"


def of_section(
    template: Template, report: Report, section: Section, title: str, key: str, kenmerk: str
) -> Placed:
    """One slide at the end of the deck."""
    slide = add_slide(template, template.only_title)
    slide._element.find("{*}cSld").set("name", key)
    canvas = Canvas(slide, template.body, template.swaps)
    left = _title(canvas, template, title)
    free = _around(canvas, _below(template, canvas), section, with_question=bool(section.says.text))
    said = _middle(canvas, free, section)
    add_foot(slide, footer(report, section.selection))
    words = notes.of_section(section, key, kenmerk, [*([left] if left else []), *said])
    add_notes(slide, words)
    return Placed(title, canvas)


def add_notes(slide: object, words: str) -> None:
    """Plain text in Dutch under a slide."""
    frame = slide.notes_slide.notes_text_frame  # type: ignore[attr-defined]
    placeholder(frame._parent, words)


def _title(canvas: Canvas, template: Template, words: str) -> str:
    """Two lines in the template's letters, or smaller ones down to 20 points; what does not fit stands
    whole in the notes."""
    box = template.title
    room = (box.wide - 16, box.high - 7)
    largest = min(MOST_TITLE, round(template.title_size))
    sizes = [
        size for size in (largest, *range(largest - 1, LEAST_TITLE - 1, -1)) if size >= LEAST_TITLE
    ]
    sizes = sizes or [largest]
    fit = measure.fitted(words, room, sizes, bold=True, font=template.heading)
    canvas.title(" ".join(fit.lines) if fit.rest else words, fit.size)
    canvas.placed.append(("Titel", Box(box.x, box.y, box.wide, min(box.high, fit.height + 7))))
    return fit.rest


def _below(template: Template, canvas: Canvas) -> Box:
    """What is free, from the end of the title on where nothing of the template comes between."""
    free = template.free
    if not template.is_own:
        return free
    (_, title) = canvas.placed[0]
    top = min(free.y, title.bottom + 5)
    return Box(free.x, top, free.wide, free.bottom - top)


def _around(canvas: Canvas, free: Box, section: Section, *, with_question: bool) -> Box:
    """The question; what is left below it."""
    if with_question:
        asked = measure.cut(_question(section), free.wide, _QUESTION)
        canvas.words(
            "Vraag",
            Box(free.x, free.y, free.wide, 19),
            [[Run(asked, color=f"{ACCENT}-25")]],
            _QUESTION,
        )
        free = Box(free.x, free.y + 27, free.wide, free.high - 27)
    return free


def _source(
    canvas: Canvas, free: Box, section: Section, said: Sequence[str]
) -> tuple[Box, list[tuple[str, Box, list[list[Run]]]]]:
    """(what is left, the lines for below it): what must be said of the picture, and its source."""
    later = []
    source = published.source_of(section)
    bottom = free.bottom
    for name, words, size in (("Bron", source, _SOURCE), ("Bij het beeld", " ".join(said), _SMALL)):
        if not words:
            continue
        fit = measure.fitted(words, (free.wide, 3 * size * measure.LINE), (size,), most=2)
        box = Box(free.x, bottom - fit.height - 1, free.wide, fit.height + 1)
        shown = words if not fit.rest else " ".join(fit.lines)
        later.append((name, box, [[Run(shown, color=QUIET)]]))
        bottom = box.y - 5
    return Box(free.x, free.y, free.wide, bottom - free.y), later[::-1]


def _middle(canvas: Canvas, free: Box, section: Section) -> list[str]:
    """Picture and sentences; what the slide leaves out of what there is to say."""
    beside = [one.text for one in section.beside]
    has_table = section.table is not None and bool(section.table.rows)
    small = [_on_slide(note) for one in section.drawn for note in one.notes]
    small = [note for note in small if note] or list(section.notes)
    if not section.drawn and not has_table:
        area, later = _source(canvas, free, section, section.notes)
        _alone(canvas, area, section, beside)
        _put_later(canvas, later)
        return []
    shown, rest = beside[:MOST_BESIDE], beside[MOST_BESIDE:]
    area, later = _source(canvas, free, section, small[:2])
    picture, words, size = _divided(area, shown, below=_is_wide(section))
    room = _RESERVED.get(type(section.drawn[0].chart) if section.drawn else None, 0.0)
    below = Box(picture.x, picture.bottom - room, picture.wide, room)
    said = _pictures(canvas, picture._replace(high=picture.high - room), section)
    if said:
        fit = measure.fitted(" ".join(said), (below.wide, max(room, 16)), (_SMALL, 10))
        canvas.words("Bij het beeld", below, [[Run(" ".join(said), color=QUIET)]], fit.size)
    if shown:
        if words.x == area.x and canvas.placed[-1][0] == "Tabel":
            # Below a short table the sentences come up to it.
            words = words._replace(y=min(words.y, canvas.placed[-1][1].bottom + 14))
        canvas.words("Toelichting", words, [[Run(one)] for one in shown], size, after=8)
    _put_later(canvas, later)
    return [*rest, *small[2:]]


_RESERVED: dict[type | None, float] = {
    None: 18.0, kinds.Ranking: 18.0, kinds.Parts: 18.0, kinds.BeforeAndNow: 18.0, kinds.ClassBars: 18.0,
    kinds.Flows: 18.0, kinds.Matrix: 18.0, kinds.ClassesOverTime: 18.0, kinds.InBand: 18.0, kinds.Stock: 18.0,
    kinds.Waits: 18.0, kinds.QuartilesOverTime: 18.0, kinds.Trend: 18.0,
}  # fmt: skip
"""Points below a picture for what must be said of it: rows that are not there, what marks mean."""


def _pictures(canvas: Canvas, area: Box, section: Section) -> list[str]:
    """One over the whole width, or two beside each other."""
    assert section.table is not None
    if not section.drawn:
        return of_table.draw(canvas, area, section.table)
    wide = (area.wide - _GAP * (len(section.drawn) - 1)) / len(section.drawn)
    said: list[str] = []
    for place, one in enumerate(section.drawn):
        box = Box(area.x + place * (wide + _GAP), area.y, wide, area.high)
        said += pictures.draw(canvas, box, one, section.table)
    return said


def _is_wide(section: Section) -> bool:
    """Whether its picture needs the whole width, so that sentences stand below it."""
    if len(section.drawn) == 2:
        return True
    if not section.drawn:
        assert section.table is not None
        return len(section.table.columns) > 4
    return isinstance(section.drawn[0].chart, kinds.Matrix | kinds.Stock)


def _on_slide(note: str) -> str:
    """Without the sentences that say what to click, and how marks are read that a chart here has not."""
    return " ".join(one for one in re.split(r"(?<=[.!?]) ", note) if not _OF_PAGE.search(one))


def _put_later(canvas: Canvas, later: Sequence[tuple[str, Box, list[list[Run]]]]) -> None:
    for name, box, paragraphs in later:
        canvas.words(name, box, paragraphs, _SOURCE if name == "Bron" else _SMALL)


def _divided(area: Box, shown: Sequence[str], *, below: bool) -> tuple[Box, Box, float]:
    """Where the picture, where the sentences, and how large: beside it, or below two of them."""
    if not shown:
        return area, area, _BODY[0]
    if below:
        size, high = _size(shown, area.wide, 70, _BELOW)
        return (Box(area.x, area.y, area.wide, area.high - high - 10),
                Box(area.x, area.bottom - high, area.wide, high), size)  # fmt: skip
    wide = area.wide * _WORDS
    words = Box(area.right - wide, area.y, wide, area.high)
    size, _ = _size(shown, wide, area.high)
    return Box(area.x, area.y, area.wide - wide - _GAP, area.high), words, size


def _size(
    shown: Sequence[str], wide: float, high: float, sizes: Sequence[float] = _BODY
) -> tuple[float, float]:
    """(letters, height) of sentences in a room."""
    tall = 0.0
    for size in sizes:
        tall = sum(len(measure.folded(one, wide, size)) * size * measure.LINE + 8 for one in shown)
        if tall <= high:
            return size, tall
    return sizes[-1], tall


def _alone(canvas: Canvas, area: Box, section: Section, beside: Sequence[str]) -> None:
    """Sentences that are the whole slide."""
    said = list(beside) or [section.question]
    wide = min(area.wide, 720.0)
    for size in _ALONE:
        tall = sum(
            len(measure.folded(one, wide - 18, size)) * size * measure.LINE + 0.7 * size
            for one in said
        )
        if tall <= area.high:
            break
    canvas.words("Antwoord", Box(area.x, area.y + 6, wide, area.high - 6), [[Run(one, color=INK)] for one in said],
                 size, after=0.7 * size, bullets=len(said) > 1)  # fmt: skip


def stamped(template: Template, report: Report, kenmerk: str) -> None:
    """The last slide: of which data it is, for whom, and by which it is known again."""
    slide = add_slide(template, template.only_title)
    slide._element.find("{*}cSld").set("name", "stempel")
    canvas = Canvas(slide, template.body, template.swaps)
    _title(canvas, template, "Over deze presentatie")
    free = template.free
    lines = report.stamp.lines(report.sections)
    rows = [[of_table.Cell((label,), True), of_table.Cell((words,))] for label, words in lines]
    head = [of_table.Cell(("Wat",), True), of_table.Cell(("Hoe het is",), True)]
    made = of_table.fitted([head, *rows], free, (14, 13, 12, 11, 10))
    of_table.place(
        canvas, free, made, "Waar deze presentatie van gemaakt is, voor wie, en het kenmerk."
    )
    add_foot(slide, footer(report, ""))
    add_notes(
        slide, "\n".join(f"{label}: {words}" for label, words in lines) + f"\n{notes.KEY}stempel"
    )
