"""Deelname: which part of the pupils is in vso and pro (or sbo and so), where, since when."""

from collections.abc import Iterator

from monitor.compare import attention
from monitor.compare.yardsticks import country
from monitor.figures import wording
from monitor.reports.questions.question import BUT_SCHOOL, REGION, Asked, Question
from monitor.sections import like_swvs, origins, per_region, through_the_years
from monitor.sections.deelname import how_large
from monitor.sections.deelname.subject import Subject, at
from monitor.sections.section import Section


PARTS = ("gemeente", "subregio", "wijk", "bestuur")


def _subject(asked: Asked) -> Subject | None:
    """The first deelnamecijfer that there is, as the page begins with."""
    there = attention.series_of(asked.store, asked.viewer, asked.whole)
    indicator = next((one for one in there if one.theme == "deelname"), None)
    if indicator is None:
        return None
    region = asked.region if asked.region.per in indicator.levels else asked.whole
    own = tuple(origins.own_figures(asked.store, asked.viewer, indicator, region))
    when = asked.newest(figure.periode for figure in own if wording.is_known(figure))
    if not when:
        return None
    own = tuple(figure for figure in own if figure.periode <= when)
    land = tuple(f for f in country(asked.store, asked.viewer, indicator) if f.periode <= when)
    per = asked.level([one for one in PARTS if one in indicator.levels])
    return Subject(indicator, region, when, own, land, "" if per == region.per else per)


def _how_large(asked: Asked) -> Iterator[Section | None]:
    one = _subject(asked)
    if one is not None:
        yield how_large.make(asked.store, asked.viewer, one)


def _where(asked: Asked) -> Iterator[Section | None]:
    one = _subject(asked)
    now = None if one is None else at(one.own, one.periode)
    if one is not None and now is not None and one.per:
        yield per_region.make(asked.store, asked.viewer, one.indicator, one.region, one.per, now,
                              one.country, "deelname_waar")  # fmt: skip


def _years(asked: Asked) -> Iterator[Section | None]:
    one = _subject(asked)
    if one is not None:
        yield through_the_years.make(asked.store, asked.viewer, one.indicator, one.region, one.own,
                                     one.land, (), "deelname_jaren")  # fmt: skip


def _like(asked: Asked) -> Iterator[Section | None]:
    one = _subject(asked)
    now = None if one is None else at(one.own, one.periode)
    if one is not None and now is not None:
        yield like_swvs.make(asked.store, asked.viewer, one.indicator, one.region, now,
                             "deelname_vergelijkbaar")  # fmt: skip


QUESTIONS = (
    Question("deelname", how_large.QUESTION, BUT_SCHOOL, _how_large),
    Question("deelname_waar", per_region.QUESTION, REGION, _where),
    Question("deelname_jaren", through_the_years.QUESTION, BUT_SCHOOL, _years),
    Question("deelname_vergelijkbaar", like_swvs.QUESTION, REGION, _like),
)
