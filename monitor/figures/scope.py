"""Which part of a question is within the scope of who asks it.

Below the samenwerkingsverband a viewer sees only what lies in its own; of another one its staff
sees the public figures of the whole, to compare with. What is asked beyond that is refused, and
the refusal is written in the audit log.
"""

import logging
from collections.abc import Iterable

from monitor.access import EVERY, STAFF, Viewer
from monitor.figures import roll_up
from monitor.figures.catalogue import Indicator
from monitor.figures.disclosure.policy import is_register
from monitor.figures.figure import Figure, Question
from monitor.store.store import Store


log = logging.getLogger(__name__)


def questions(
    store: Store, viewer: Viewer, indicator: Indicator, question: Question
) -> list[tuple[str, Question]]:
    """(samenwerkingsverband, what to ask of it instead), so that the answers together are within
    scope but for single codes of the levels swv and land (see `is_within`); "" = of no one's."""
    if viewer.swv == EVERY and viewer.sees_exact:
        return [("", question)]
    within = question.within
    if question.per == "land" or (within is not None and within[0] == "land"):
        is_open = within is None and (viewer.sees_exact or is_register(indicator))
        return [("", question)] if is_open else []
    if question.per == "swv" and (within is None or within[0] == "swv"):
        return [("", question)]
    found = []
    for swv in _own(store, viewer):
        if within is None:
            found.append((swv, question._replace(within=("swv", swv))))
        elif within[0] != "swv":
            found.append((swv, question._replace(swv=swv)))
        elif within[1] == swv:
            found.append((swv, question))
    return found


def _own(store: Store, viewer: Viewer) -> list[str]:
    if viewer.swv != EVERY:
        return sorted(viewer.swv)
    return [one["code"] for one in roll_up.swvs(store)]


def is_within(viewer: Viewer, indicator: Indicator, per: str, figure: Figure) -> bool:
    """Whether an answer to one of `questions` is this viewer's to see."""
    if not viewer.may_see(per, figure.code):
        return False
    if per != "swv" or viewer.is_of(figure.code):
        return True
    return viewer.role in STAFF and is_register(indicator)


def may_look_within(viewer: Viewer, within: tuple[str, str]) -> bool:
    """A samenwerkingsverband within one bestuur is the figure of that bestuur."""
    per, code = within
    if per == "swv" and not viewer.is_of(code):
        return viewer.role in STAFF
    return viewer.may_see(per, code)


def outside(store: Store, viewer: Viewer, question: Question) -> list[str]:
    """The codes that were asked for by name and that are beyond the scope of who asks."""
    asked = [(question.per, code) for code in question.codes]
    asked += [question.within] if question.within else []
    return [f"{per} {code}" for per, code in asked if not _is_own(store, viewer, per, code)]


def refuse(store: Store, viewer: Viewer, what: str, codes: Iterable[str]) -> None:
    """Write a refusal in the audit log; the figure itself is simply not there."""
    from monitor.access import audit

    about = f"{what}: {', '.join(sorted(codes))}"
    if store.folder is None:
        log.warning("geweigerd: %s", viewer.role)
        return
    audit.refused(store.folder, viewer, about)


def _is_own(store: Store, viewer: Viewer, per: str, code: str) -> bool:
    if per == "land" or viewer.swv == EVERY:
        return viewer.may_see(per, code)
    if per == "swv":
        return viewer.is_of(code) or viewer.role in STAFF
    if code == "onbekend":
        return True
    return viewer.may_see(per, code) and bool(_swvs(store, per, code) & viewer.swv)


def _swvs(store: Store, per: str, code: str) -> frozenset[str]:
    """The samenwerkingsverbanden that a unit lies in."""
    key = ("swvs of", per)
    if key not in store.answers:
        found: dict[str, set[str]] = {}
        for unit, swv in store.rows(
            "select distinct code, swv from views.eenheid where per = $per order by code, swv",
            {"per": per},
        ):
            found.setdefault(unit, set()).add(swv)
        store.answers[key] = {unit: frozenset(swvs) for unit, swvs in found.items()}
    known: dict[str, frozenset[str]] = store.answers[key]
    return known.get(code, frozenset())


__all__ = ["is_within", "may_look_within", "outside", "questions", "refuse"]
