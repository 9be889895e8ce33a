"""One school: what is known of it, and its figures; and the schools of a bestuur side by side."""

from collections.abc import Iterator

from monitor.access import Role
from monitor.reports.questions.question import OF_SCHOOL, Asked, Question
from monitor.scholen import register
from monitor.sections.ons_profiel import opening, own_schools, pathways, pupils, where_it_is
from monitor.sections.section import Section


Found = Iterator[Section | None]


def _opening(asked: Asked) -> Found:
    if asked.school:
        yield opening.make(asked.store, asked.viewer, asked.one_school)


def _pupils(asked: Asked) -> Found:
    if asked.school:
        yield from pupils.make(asked.store, asked.viewer, asked.one_school)


def _region(asked: Asked) -> Found:
    if asked.school:
        yield pathways.deelname(asked.store, asked.viewer, asked.one_school)


def _referrals(asked: Asked) -> Found:
    if _refers(asked):
        yield pathways.referrals(asked.store, asked.viewer, asked.one_school)


def _refers(asked: Asked) -> bool:
    """Of who is in the vso already nobody is new there."""
    return (
        bool(asked.school)
        and asked.one_school.sector == "vo"
        and asked.one_school.schooltype != "vso"
    )


def _absence(asked: Asked) -> Found:
    if asked.school:
        yield from pathways.absence(asked.store, asked.viewer, asked.one_school)


def _support(asked: Asked) -> Found:
    if _refers(asked):
        yield pathways.support(asked.store, asked.viewer, asked.one_school)


def _where(asked: Asked) -> Found:
    if asked.school:
        yield where_it_is.make(asked.store, asked.one_school)


def _own_schools(asked: Asked) -> Found:
    mine = [one for one in register.schools(asked.store) if one.code in asked.viewer.vestigingen]
    if mine:
        yield own_schools.make(asked.store, asked.viewer, own_schools.in_order(mine), None)


QUESTIONS = (
    Question("school", opening.QUESTION, OF_SCHOOL, _opening),
    Question("school_leerlingen", "Hoeveel leerlingen heeft de school?", OF_SCHOOL, _pupils),
    Question("school_regio", "Hoe is de deelname in de regio?", OF_SCHOOL, _region),
    Question("school_verwijzingen", "Verwijst de school meer of minder dan scholen als deze?",
             OF_SCHOOL, _referrals),
    Question("school_thuiszitters", "Hoeveel thuiszitters heeft de school?", OF_SCHOOL, _absence),
    Question("school_ondersteuning", "Hoeveel leerlingen krijgen een arrangement?", OF_SCHOOL,
             _support),
    Question("school_plek", where_it_is.QUESTION, OF_SCHOOL, _where),
    Question("eigen_scholen", own_schools.QUESTION, frozenset({Role.BESTUUR}), _own_schools),
)  # fmt: skip
