"""The schools that a viewer may know of: those of its own samenwerkingsverbanden.

Their names and places are public; whose figures are seen is for the door (`indicators`).
"""

from monitor.access import EVERY, Viewer
from monitor.errors import NotFound
from monitor.figures import scope
from monitor.scholen.register import School, school, schools
from monitor.store.store import Store


NOT_YOURS = "Deze school hoort niet bij uw samenwerkingsverband. Zoek een school bij Scholen."
"""Also of a code that does not exist: whether it does is not told."""
LONGEST = 20


def own_schools(store: Store, viewer: Viewer) -> tuple[School, ...]:
    """By name; of who sees every samenwerkingsverband all, also those of none."""
    if viewer.swv == EVERY:
        return schools(store)
    return tuple(one for one in schools(store) if is_own(viewer, one))


def own_school(store: Store, viewer: Viewer, code: str) -> School:
    """One school by its code; NotFound in words, and a refusal in the audit log, when it is none of
    the viewer's."""
    if viewer.swv == EVERY:
        return school(store, code)
    one: School | None
    try:
        one = school(store, code)
    except NotFound:
        one = None
    if one is None or not is_own(viewer, one):
        scope.refuse(store, viewer, "school", [code.strip()[:LONGEST]])
        raise NotFound(NOT_YOURS)
    return one


def is_own(viewer: Viewer, one: School) -> bool:
    return one.code in viewer.vestigingen or any(
        viewer.is_of(swv) for swv in (one.swv_vo, one.swv_po) if swv
    )
