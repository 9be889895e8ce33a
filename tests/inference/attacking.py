"""The attack on one samenwerkingsverband: who looks, what they see together, what follows."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from inference.bounds import Known, Leak, leaks
from inference.in_time import in_time
from inference.membership import Membership
from inference.places import PlacesSay
from inference.relations import Relations, targets
from inference.seen import Question, Seen, Truth, seen, truth
from monitor.access import Role, Viewer
from monitor.store.store import Store


def audiences(store: Store, swv: str) -> dict[str, Viewer]:
    """Everybody who sees protected figures: by role, and of besturen and schools the largest."""
    own = frozenset({swv})
    rows = store.rows(
        "select vestiging, code from views.lidmaatschap where swv = $swv and per = 'bestuur' "
        "and code <> 'onbekend' order by all",
        {"swv": swv},
    )
    found = {
        "consultant": Viewer(Role.CONSULTANT, own),
        "gemeente": Viewer(Role.GEMEENTE, own),
    }
    if not rows:
        return found
    bestuur = Counter(code for _, code in rows).most_common(1)[0][0]
    schools = frozenset(school for school, code in rows if code == bestuur)
    found["bestuur"] = Viewer(Role.BESTUUR, own, schools, frozenset({bestuur}))
    for number, school in enumerate([*sorted(schools)[:1], max(rows)[0]]):
        found[f"school {number}"] = Viewer(Role.SCHOOL, own, frozenset({school}))
    return found


def alone(store: Store, swv: str) -> dict[str, Viewer]:
    """Of the audiences those that see what another one does not: a consultant sees all that a
    gemeente or a school sees, and a bestuur what it has itself as a whole."""
    return {
        name: viewer
        for name, viewer in audiences(store, swv).items()
        if name in ("consultant", "bestuur")
    }


def exact(swv: str) -> Viewer:
    return Viewer(Role.DIRECTEUR, frozenset({swv}))


def together(
    store: Store, swv: str, viewers: Iterable[Viewer], asked: Sequence[Question], true: Truth
) -> Seen:
    """What all of those know who tell each other."""
    out = Seen()
    for viewer in viewers:
        out.join(seen(store, viewer, swv, asked, true))
    return out


def attack(
    store: Store,
    swv: str,
    viewers: Iterable[Viewer],
    asked: Sequence[Question],
    when: Callable[[str], bool] = lambda periode: True,
    integer: bool = False,
) -> list[Leak]:
    """Every number of 1-4 pupils that those viewers can work out together. `when`: which periods."""
    true = truth(store, exact(swv), swv, asked)
    true.figures = {key: figure for key, figure in true.figures.items() if when(key.periode)}
    known = together(store, swv, viewers, asked, true)
    _keep(known, when)
    relations = Relations(true, known, Membership(store, swv, swv[:2].lower()), swv[:2].lower())
    rules = relations.all()
    places = PlacesSay(store, swv, swv[:2].lower(), relations)
    places.all()
    in_time(relations)
    wanted = [one for one in targets(relations) if not places.is_told(one)]
    return leaks(Known(known.bounds, rules, wanted), integer)


def _keep(known: Seen, when: Callable[[str], bool]) -> None:
    known.figures = {key: one for key, one in known.figures.items() if when(key.periode)}
    known.bounds = {cell: ends for cell, ends in known.bounds.items() if when(cell.periode)}
    known.rates = [rate for rate in known.rates if when(rate[0].periode)]


def told(found: Sequence[Leak], about: str) -> str:
    """The leaks in words for a failing test; never what the number really is."""
    lines = [f"{about}: {len(found)} kleine aantallen zijn uit te rekenen"]
    return "\n".join([*lines, *(f"  - {leak}" for leak in found[:12])])
