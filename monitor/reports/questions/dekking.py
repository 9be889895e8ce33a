"""Dekking: how many pupils find a fitting place at the same time, why others do not, where.

Who sees no exact figures gets what the door publishes, and nothing of the matching itself.
"""

from collections.abc import Callable, Iterator
from functools import partial

from monitor.dekking import from_store
from monitor.dekking.from_store import Basis
from monitor.reports.questions.question import REGION, STAFF, Asked, Question
from monitor.sections.dekking import (
    fewer_places,
    in_classes,
    near_home,
    not_reported,
    on_the_map,
    per_vraag_and_region,
    plan_and_practice,
    through_the_years,
    total_and_worst,
    why_not,
)
from monitor.sections.dekking.subject import LEVELS, Subject
from monitor.sections.section import Section


Found = Iterator[Section | None]
Make = Callable[[Subject], Found]


def _about(make: Make, asked: Asked) -> Found:
    """Of the whole: the places of a part serve the others too."""
    whole = asked.whole
    years = from_store.schooljaren(asked.store, whole.sector, whole.swv)
    year = asked.newest_year(years, has_ended=False)
    if not year:
        return
    basis = Basis(whole.sector, whole.swv, year)
    there = {
        name for need in from_store.needs(asked.store, basis) for name in LEVELS
        if getattr(need, name)
    }  # fmt: skip
    levels = [one for one in LEVELS if one in there] or ["gemeente"]
    per = asked.per if asked.per in levels else levels[0]
    subject = Subject(asked.store, asked.viewer, whole, basis, per)
    if not subject.exact and in_classes.is_hidden(subject):
        if make is _total:
            yield in_classes.make(subject)
        return
    yield from make(subject)


def _total(subject: Subject) -> Found:
    yield total_and_worst.make(subject) if subject.exact else in_classes.make(subject)


def _matrix(subject: Subject) -> Found:
    if subject.exact:
        yield per_vraag_and_region.make(subject)
    else:
        yield from in_classes.parts(subject)


def _map(subject: Subject) -> Found:
    if subject.exact:
        yield on_the_map.make(subject, "tekort")


def _why(subject: Subject) -> Found:
    yield why_not.make(subject)


def _plan(subject: Subject) -> Found:
    yield plan_and_practice.make(subject)
    yield fewer_places.make(subject)
    yield not_reported.make(subject)


def _years(subject: Subject) -> Found:
    yield through_the_years.make(subject)
    yield through_the_years.shortage(subject)


def _near(subject: Subject) -> Found:
    yield near_home.make(subject)


QUESTIONS = (
    Question("dekking", total_and_worst.QUESTION, REGION, partial(_about, _total)),
    Question(
        "dekking_vraag_regio", per_vraag_and_region.QUESTION, REGION, partial(_about, _matrix)
    ),
    Question("dekking_kaart", on_the_map.QUESTION, STAFF, partial(_about, _map)),
    Question("dekking_waarom", why_not.QUESTION, STAFF, partial(_about, _why)),
    Question("dekking_plan_praktijk", plan_and_practice.QUESTION, STAFF, partial(_about, _plan)),
    Question("dekking_jaren", through_the_years.QUESTION, REGION, partial(_about, _years)),
    Question("dekking_dichtbij", near_home.QUESTION, STAFF, partial(_about, _near)),
)
