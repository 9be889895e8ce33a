"""Aanbod: what there is, for whom, where, and what it costs; and basisondersteuning."""

from collections.abc import Callable, Iterator
from functools import partial

from monitor.reports.questions.question import ALL, REGION, STAFF, Asked, Question
from monitor.scholen import aanbod
from monitor.sections import basic_support
from monitor.sections.aanbod import how_many_places, how_much, what_is_where, what_it_costs
from monitor.sections.aanbod.subject import Asked as OfPage
from monitor.sections.section import Section


Found = Iterator[Section | None]
PARTS = ("subregio", "gemeente")


def _about(make: Callable[[OfPage, str], Found], asked: Asked) -> Found:
    whole = asked.whole
    years = aanbod.schooljaren(asked.store, whole.sector, whole.code)
    year = asked.newest_year(years, has_ended=False)
    if year:
        yield from make(OfPage(asked.store, asked.viewer, whole, year, asked.today), asked.per)


def _how_much(one: OfPage, per: str) -> Found:
    yield how_much.make(one)


def _where(one: OfPage, per: str) -> Found:
    levels = [level for level in PARTS if len(what_is_where.regions(one.offers, level)) > 1]
    level = per if per in levels else (levels[0] if levels else "")
    yield what_is_where.make(one, next(iter(what_is_where.measures_for(one))), level)


def _places(one: OfPage, per: str) -> Found:
    yield how_many_places.make(one)


def _costs(one: OfPage, per: str) -> Found:
    yield what_it_costs.make(one)


def _basics(one: OfPage, per: str) -> Found:
    if one.whole.sector == "vo":
        yield basic_support.make(one.store, one.viewer, one.whole, one.schooljaar)


QUESTIONS = (
    Question("aanbod", how_much.QUESTION, ALL, partial(_about, _how_much)),
    Question("aanbod_waar", what_is_where.QUESTION, REGION, partial(_about, _where)),
    Question("aanbod_plaatsen", how_many_places.QUESTION, STAFF, partial(_about, _places)),
    Question("kosten", what_it_costs.QUESTION, STAFF, partial(_about, _costs)),
    Question("basisondersteuning", basic_support.QUESTION, ALL, partial(_about, _basics)),
)
