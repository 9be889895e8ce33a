"""Thuiszitters under the working definition: how many, where, how long, and who calls it that."""

from collections.abc import Callable, Iterator
from functools import partial

from monitor.figures import wording
from monitor.figures.catalogue import of_definition, working_definition
from monitor.figures.door import Figure, figures
from monitor.reports.questions.question import BUT_SCHOOL, Asked, Question
from monitor.sections.section import Section
from monitor.sections.thuiszitters import (
    answer,
    bridge,
    came_and_left,
    country,
    course,
    ending,
    groups,
    how_long,
    jeugdhulp,
    plan,
    reason_groups,
    reasons,
    schoolyear,
    side_by_side,
    the_middle,
    where,
)
from monitor.sections.thuiszitters.subject import PARTS, Subject


Found = Iterator[Section | None]
Make = Callable[[Subject, Figure], Found]


def _about(make: Make, asked: Asked) -> Found:
    """As the page: nothing but the first sentence where the stand is hidden or nobody knows it."""
    code = working_definition(asked.store.settings)
    indicator = of_definition("thuiszitters", code, asked.whole.sector)
    region = asked.region if asked.region.per in ("swv", *PARTS) else asked.whole
    months = figures(asked.store, asked.viewer, indicator, "swv", codes=(asked.whole.code,),
                     within=("swv", asked.whole.code))  # fmt: skip
    when = asked.newest(figure.periode for figure in months)
    if not when:
        return
    subject = Subject(asked.store, asked.viewer, asked.whole, region, code, when)
    now = subject.now
    if now is None or not (wording.is_known(now) or now.is_hidden):
        return
    if now.is_hidden:
        if make is _answer:
            yield answer.hidden(subject)
        return
    yield from make(subject, now)


def _answer(subject: Subject, now: Figure) -> Found:
    yield answer.make(subject, now)


def _where(asked: Asked) -> Found:
    yield from _about(partial(_at, asked.per), asked)


def _at(wanted: str, subject: Subject, now: Figure) -> Found:
    """At the level that is asked for, else the first that says something."""
    if now.teller_max == 0:
        return
    levels = [one for one in where.levels(subject) if one not in ("vestiging", "bestuur")]
    first = next(
        (one for one in (wanted, *levels) if one in levels and where.shows(subject, one)), ""
    )
    yield where.make(subject, now, first) if first else where.not_shown(subject)


def _who(subject: Subject, now: Figure) -> Found:
    if now.teller_max == 0:
        return
    if not groups.are_seen(subject):
        yield groups.not_shown(subject)
        return
    yield plan.make(subject, now)


def _help(subject: Subject, now: Figure) -> Found:
    if now.teller_max and groups.are_seen(subject):
        yield jeugdhulp.make(subject, now)


def _why(subject: Subject, now: Figure) -> Found:
    if now.teller_max and groups.are_seen(subject):
        yield reasons.make(subject, now)
        yield reason_groups.make(subject)


def _course(subject: Subject, now: Figure) -> Found:
    yield course.make(subject, now)


def _flow(subject: Subject, now: Figure) -> Found:
    yield came_and_left.make(subject)
    yield schoolyear.make(subject, now)


def _long(subject: Subject, now: Figure) -> Found:
    if not subject.sees("thuiszitters_duur"):
        yield how_long.not_shown(subject)
        return
    yield how_long.make(subject, now)
    yield the_middle.make(subject)
    yield ending.make(subject)


def _bridge(subject: Subject, now: Figure) -> Found:
    """From the working definition to that of the pact (or of OCW)."""
    if subject.viewer.sees_exact:
        other = "THUIS_PACT" if subject.code != "THUIS_PACT" else "THUIS_OCW"
        yield bridge.make(subject, subject.code, other)


def _definitions(subject: Subject, now: Figure) -> Found:
    yield side_by_side.make(subject)


def _country(subject: Subject, now: Figure) -> Found:
    yield country.make(subject)


def _question(key: str, title: str, make: Make) -> Question:
    return Question(key, title, BUT_SCHOOL, partial(_about, make))


QUESTIONS = (
    _question("thuiszitters", answer.QUESTION, _answer),
    Question("thuiszitters_waar", where.QUESTION, BUT_SCHOOL, _where),
    _question("thuiszitters_plan", plan.QUESTION, _who),
    _question("thuiszitters_jeugdhulp", jeugdhulp.QUESTION, _help),
    _question("thuiszitters_redenen", reasons.QUESTION, _why),
    _question("thuiszitters_verloop", course.QUESTION, _course),
    _question("thuiszitters_stroom", came_and_left.QUESTION, _flow),
    _question("thuiszitters_duur", how_long.QUESTION, _long),
    _question("thuiszitters_brug", bridge.QUESTION, _bridge),
    _question("thuiszitters_definities", side_by_side.QUESTION, _definitions),
    _question("thuiszitters_landelijk", country.QUESTION, _country),
)
