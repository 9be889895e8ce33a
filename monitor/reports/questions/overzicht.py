"""How it stands in short: the main figures, the goals, what changed."""

from collections.abc import Iterator

from monitor.compare import afspraken, attention
from monitor.compare.attention import Series
from monitor.reports.questions.question import REGION, Asked, Question
from monitor.sections import on_map, units
from monitor.sections.overzicht import cards, changed, goals, look_at, side_by_side
from monitor.sections.section import Section


PARTS = ("gemeente", "subregio", "wijk", "bestuur")


def _upto(asked: Asked) -> tuple[Series, str]:
    """The figures up to the peildatum, and which that is."""
    everything = attention.series_of(asked.store, asked.viewer, asked.region)
    when = asked.newest(
        figure.periode
        for indicator, rows in everything.items()
        if indicator.moment == "1 oktober" and indicator.theme == "deelname"
        for figure in rows
    )
    if asked.peildatum and not when:
        return {}, ""
    found = {i: rows for i, all_ in everything.items() if (rows := attention.upto(all_, when, i))}
    return found, when


def _figures(asked: Asked) -> Iterator[Section | None]:
    series, when = _upto(asked)
    if series:
        yield cards.make(
            asked.store, asked.viewer, asked.region, series, _goals(asked, when), when
        )[0]


def _goals(asked: Asked, when: str) -> list[afspraken.AfspraakStand]:
    return afspraken.standings(asked.store, asked.viewer, asked.region.swv, when)


def _agreed(asked: Asked) -> Iterator[Section | None]:
    _, when = _upto(asked)
    yield goals.make(_goals(asked, when), asked.region, when)


def _changed(asked: Asked) -> Iterator[Section | None]:
    series, when = _upto(asked)
    if series:
        per = asked.level(PARTS)
        yield changed.make(asked.store, asked.viewer, asked.region, series, per, when, asked.today)


def _look_at(asked: Asked) -> Iterator[Section | None]:
    _, when = _upto(asked)
    yield look_at.make(asked.store, asked.viewer, asked.region, when, asked.today)


def _regions(asked: Asked) -> Iterator[Section | None]:
    series, _ = _upto(asked)
    per = asked.level(PARTS)
    if not per or per == asked.region.per:
        return
    ordered = [item for item in cards.in_order(series) if item[0].theme != attention.SIZES]
    columns = {
        indicator: on_map.per_level(
            asked.store, asked.viewer, indicator, asked.region, per, found[-1].periode
        )
        for indicator, found in ordered[:MOST]
        if per in indicator.levels
    }
    there = units.units(asked.store, asked.region, per)
    yield side_by_side.make(asked.store, there, columns, asked.region, per)


MOST = 6
"""Columns that a page of paper holds."""
QUESTIONS = (
    Question("kerncijfers", cards.QUESTION, REGION, _figures),
    Question("kijken", look_at.QUESTION, REGION, _look_at),
    Question("doelen", goals.QUESTION, REGION, _agreed),
    Question("veranderd", changed.QUESTION, REGION, _changed),
    Question("naast_elkaar", side_by_side.QUESTION, REGION, _regions),
)  # fmt: skip
