"""What a viewer is shown at all, so that a page says in a sentence what it cannot show.

Nothing is protected here: the door gives what it gives. A page asks before it
draws an empty place, or offers a level that has nothing.
"""

from collections.abc import Sequence

from monitor.access import Role, Viewer
from monitor.access.viewer import REGIONAL
from monitor.figures.catalogue import working_definition
from monitor.figures.disclosure import classes_of
from monitor.figures.disclosure.policy import counts_pupils, is_shown
from monitor.figures.door import Indicator
from monitor.store.store import Store


CLASSES = (
    "Aantallen leerlingen staan hier in {klassen}, zodat niemand te herkennen is. Een klasse is "
    "soms wijder, zodat een ander aantal verborgen blijft. Een aantal van 1 tot en met {few} staat "
    "er niet."
)
WHO = {
    Role.CONSULTANT: "Precieze aantallen ziet u als het samenwerkingsverband u die heeft gegeven.",
}
OTHERS = "De precieze aantallen ziet alleen het samenwerkingsverband zelf."
TOO_SMALL = "de aantallen zijn te klein; de directeur van het samenwerkingsverband ziet ze"


def classes(store: Store, viewer: Viewer) -> str:
    """Why there are no exact numbers on a page, and who sees them; "" for who sees them."""
    if viewer.sees_exact:
        return ""
    grens = store.settings.drempel
    said = CLASSES.format(klassen=classes_of(grens), few=grens - 1)
    return f"{said} {WHO.get(viewer.role, OTHERS)}"


def is_seen(
    store: Store, viewer: Viewer, indicator: Indicator, per: str, breakdown: str = ""
) -> bool:
    """Whether there is such a table for this viewer, whatever stands in it."""
    if viewer.role not in indicator.audience or not may_choose(viewer, per):
        return False
    if viewer.sees_exact or not counts_pupils(indicator):
        return True
    return is_shown(indicator, per, breakdown, working_definition(store.settings), viewer)


def only_own(viewer: Viewer) -> str:
    """Under a table of schools or besturen: which they are; "" for who sees them all."""
    return "U ziet hier alleen uw eigen bestuur en scholen." if viewer.role is Role.BESTUUR else ""


def may_choose(viewer: Viewer, per: str) -> bool:
    """Whether the units of a level can be put side by side by this viewer: who sees only his own
    schools does not see the gemeenten, and a gemeente sees no schools."""
    match viewer.role:
        case Role.SCHOOL:
            return per in ("swv", "land")
        case Role.BESTUUR:
            return per in ("swv", "land", "bestuur", "vestiging")
        case Role.GEMEENTE:
            return per in REGIONAL
    return True


def seen_levels(
    store: Store, viewer: Viewer, indicator: Indicator, levels: Sequence[str]
) -> list[str]:
    """Of some levels those at which this viewer has figures of an indicator."""
    return [
        per for per in levels
        if per in indicator.levels and is_seen(store, viewer, indicator, per)
    ]  # fmt: skip
