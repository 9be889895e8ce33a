"""Verwijzingen: who is newly referred and who is there, from where and to where, how fast."""

from collections.abc import Iterator

from monitor.figures import wording
from monitor.figures.door import figures
from monitor.reports.questions.question import BUT_SCHOOL, STAFF, Asked, Question
from monitor.sections import origins, through_the_years
from monitor.sections.section import Section
from monitor.sections.verwijzingen import (
    beyond_chance,
    borders,
    course,
    destinations,
    ending,
    open_requests,
    split,
    stock_now,
    stream_now,
    waiting,
    where,
)
from monitor.sections.verwijzingen.asked import Asked as OfPage
from monitor.sections.verwijzingen.asked import Line, measure


LEADING = ("instroom_vso", "tlv_afgegeven")


def _page(asked: Asked) -> tuple[OfPage, Line] | None:
    """What the page asks for, with the figures that it begins with; None without any."""
    for name in LEADING:
        indicator = measure(name, asked.whole.sector)
        if indicator is None or asked.viewer.role not in indicator.audience:
            continue
        found = [
            figure
            for figure in figures(asked.store, asked.viewer, indicator, "swv",
                                  codes=(asked.whole.code,))
            if wording.is_known(figure) or figure.is_hidden
        ]  # fmt: skip
        years = [figure.periode for figure in found]
        year = asked.newest_year(years)
        if not year:
            continue
        one = OfPage(asked.store, asked.viewer, asked.whole, asked.region, year, year == max(years))
        line = one.line(name)
        if line is not None and line.now.periode == year:
            return one, line
    return None


def _stream(asked: Asked) -> Iterator[Section | None]:
    if (found := _page(asked)) is not None:
        yield stream_now.make(found[0], found[1].indicator)


def _stock(asked: Asked) -> Iterator[Section | None]:
    if (found := _page(asked)) is not None:
        yield stock_now.make(found[0])


def _where(asked: Asked) -> Iterator[Section | None]:
    found = _page(asked)
    if found is None:
        return
    there = [one for one in where.levels_of(*found) if one not in ("vestiging", "swv")]
    if per := asked.level(there):
        yield where.make(*found, per)


def _years(asked: Asked) -> Iterator[Section | None]:
    found = _page(asked)
    if found is None:
        return
    one, line = found
    land = [f for f in origins.country_figures(asked.store, asked.viewer, line.indicator)
            if f.periode <= one.year and line.indicator.kind != "aantal"]  # fmt: skip
    yield through_the_years.make(asked.store, asked.viewer, line.indicator, line.region,
                                 line.figures, land, (), "verwijzingen_jaren")  # fmt: skip


def _schools(asked: Asked) -> Iterator[Section | None]:
    found = _page(asked)
    if found is None or found[1].indicator.kind != "aandeel":
        return
    one, lead = found[0], found[1].indicator
    alike = beyond_chance.compared(one, lead)
    kinds = beyond_chance.kinds_of(alike)
    yield beyond_chance.make(one, lead, alike, kinds[0] if kinds else "")


def _split(asked: Asked) -> Iterator[Section | None]:
    found = _page(asked)
    if found is None:
        return
    for breakdown in ("categorie", "overgang"):
        if breakdown in split.BREAKDOWNS:
            yield split.make(found[0], breakdown)


def _destinations(asked: Asked) -> Iterator[Section | None]:
    if (found := _page(asked)) is not None:
        yield destinations.make(found[0], asked.level(destinations.levels_of(found[0])))


def _borders(asked: Asked) -> Iterator[Section | None]:
    found = _page(asked)
    if found is not None and asked.whole.sector == "vo":
        yield borders.outward(found[0])
        yield borders.inward(found[0])


def _waiting(asked: Asked) -> Iterator[Section | None]:
    if (found := _page(asked)) is not None:
        for name in waiting.STEPS:
            yield waiting.make(found[0], name)
        yield open_requests.make(found[0])


def _course(asked: Asked) -> Iterator[Section | None]:
    if (found := _page(asked)) is not None:
        yield course.make(found[0])


def _ending(asked: Asked) -> Iterator[Section | None]:
    if (found := _page(asked)) is not None:
        yield ending.make(found[0])


QUESTIONS = (
    Question("instroom", stream_now.QUESTION, BUT_SCHOOL, _stream),
    Question("zittend", stock_now.QUESTION, BUT_SCHOOL, _stock),
    Question("instroom_waar", where.QUESTION, BUT_SCHOOL, _where),
    Question("instroom_jaren", through_the_years.QUESTION, BUT_SCHOOL, _years),
    Question("instroom_scholen", beyond_chance.QUESTION, STAFF, _schools),
    Question("tlv_soorten", split.QUESTION, BUT_SCHOOL, _split),
    Question("bestemmingen", destinations.QUESTION, STAFF, _destinations),
    Question("grensverkeer", "Wie gaat over de grens naar school?", BUT_SCHOOL, _borders),
    Question("doorlooptijd", "Hoe lang duurt het?", BUT_SCHOOL, _waiting),
    Question("tlv_verloop", course.QUESTION, BUT_SCHOOL, _course),
    Question("tlv_einde", ending.QUESTION, BUT_SCHOOL, _ending),
)
