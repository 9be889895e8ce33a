"""Schools like this one: a band of how many pupils they have, never the figures of one of them."""

from dataclasses import dataclass
from statistics import quantiles
from typing import NamedTuple

from monitor.access import STAFF, Role, Viewer
from monitor.disclosure import is_small
from monitor.indicators import Figure, Indicator, figures
from monitor.schools import School, schools
from monitor.store import Store


FEWEST = 5
"""Of fewer schools the middle is a figure of one of them."""
STEP = 10
"""Bounds are rounded to tens, else an odd number of schools would give one away."""


@dataclass(frozen=True)
class Band:
    """Half of the schools lie between low and high."""

    schools: int
    low: int
    middle: int
    high: int


def band(
    store: Store, viewer: Viewer, indicator: Indicator, one: School, periode: str
) -> Band | None:
    """The quartiles of open schools of the same type in the same samenwerkingsverband, without
    the school itself; None when there are too few of them.

    The one place that looks past the scope of the viewer: what leaves it is of no single school.
    """
    if viewer.role not in indicator.audience or indicator.kind != "aantal" or not one.swv:
        return None
    alike = {
        other.code
        for other in schools(store)
        if other.schooltype == one.schooltype and other.code != one.code
    }
    every = figures(
        store, _past_scope(one.swv), indicator, "vestiging", period=periode,
        within=("swv", one.swv),
    )  # fmt: skip
    counts = [f.waarde for f in every if f.code in alike and f.is_exact and f.waarde]
    if len(counts) < FEWEST:
        return None
    low, middle, high = quantiles([float(n) for n in counts], n=4, method="inclusive")
    return Band(len(counts), *(STEP * round(bound / STEP) for bound in (low, middle, high)))


def position(figure: Figure, found: Band) -> str:
    """Where a school lies in its band, in words; empty when its own figure is not known."""
    if not figure.is_exact or figure.is_hidden or figure.waarde is None:
        return ""
    if figure.waarde < found.low:
        return "minder dan de meeste"
    return "meer dan de meeste" if figure.waarde > found.high else "ongeveer als de meeste"


@dataclass(frozen=True)
class Alike:
    """Schools of one type in one samenwerkingsverband, and what they have together."""

    figures: list[Figure]
    """As the viewer may see them."""
    share: float
    """0-1, of all of them together; an estimate where the viewer may not see some."""


def alike(
    store: Store, viewer: Viewer, indicator: Indicator, swv: str, schooltype: str, periode: str
) -> Alike | None:
    """The shares of all schools of a type that have pupils; None when there are too few.

    What is hidden counts for the middle of what it can be, so that the share of all gives away
    nothing that is not shown already.
    """
    found = _by_type(store, viewer, indicator, swv, periode).get(schooltype, [])
    pupils = sum(_middle(f.noemer, f.noemer_max) for f in found)
    if len(found) < FEWEST or not pupils:
        return None
    return Alike(found, sum(_middle(f.teller, f.teller_max) for f in found) / pupils)


class Together(NamedTuple):
    """What the schools of one type in one samenwerkingsverband have together."""

    schools: int
    """With the school that asks."""
    share: float
    """0-1: to judge by, not to show."""
    rounded: float
    """0-1: to show, in steps of so many pupils that it is the figure of no school."""


def share_alike(
    store: Store, viewer: Viewer, indicator: Indicator, one: School, periode: str
) -> Together | None:
    """The share of all schools of the type of one, with itself; None when there are too few. For
    who is no staff it looks past the scope, as `band` does: of no single school."""
    if viewer.role not in indicator.audience or not one.swv or not one.schooltype:
        return None
    who = viewer if viewer.role in STAFF else _past_scope(one.swv)
    found = alike(store, who, indicator, one.swv, one.schooltype, periode)
    if found is None or len(found.figures) <= FEWEST:
        return None
    if viewer.role not in STAFF and _is_few(found.figures, one):
        return None
    pupils = sum(_middle(f.noemer, f.noemer_max) for f in found.figures)
    return Together(len(found.figures), found.share, _rounded(found.share, pupils))


STEPS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1)


def _rounded(share: float, pupils: float) -> float:
    """A share in the smallest step that stands for at least ten pupils."""
    step = next((step for step in STEPS if step * pupils >= STEP), STEPS[-1])
    return step * round(share / step)


def _past_scope(swv: str) -> Viewer:
    """Who may see all schools of a samenwerkingsverband; for this module only."""
    return Viewer(Role.BEHEERDER, frozenset({swv}))


def _is_few(found: list[Figure], one: School) -> bool:
    """Whether all of them together, or all but the school that asks, are so few that their share
    would be a small count."""
    together = sum(figure.teller or 0 for figure in found)
    own = sum(figure.teller or 0 for figure in found if figure.code == one.code)
    return is_small(together, together - own)


def types_to_compare(
    store: Store, viewer: Viewer, indicator: Indicator, swv: str, periode: str
) -> list[str]:
    """The schooltypes of which there are enough schools, most schools first."""
    found = _by_type(store, viewer, indicator, swv, periode)
    return sorted(
        (one for one, figures_ in found.items() if len(figures_) >= FEWEST and one),
        key=lambda one: (-len(found[one]), one),
    )


def _by_type(
    store: Store, viewer: Viewer, indicator: Indicator, swv: str, periode: str
) -> dict[str, list[Figure]]:
    if "schooltypes" not in store.answers:
        store.answers["schooltypes"] = {one.code: one.schooltype for one in schools(store)}
    types: dict[str, str] = store.answers["schooltypes"]
    every = figures(store, viewer, indicator, "vestiging", period=periode, within=("swv", swv))
    out: dict[str, list[Figure]] = {}
    for figure in every:
        if figure.noemer and figure.noemer_max and figure.teller is not None:
            out.setdefault(types.get(figure.code, ""), []).append(figure)
    return out


def _middle(low: float | None, high: float | None) -> float:
    return ((low or 0.0) + (high if high is not None else low or 0.0)) / 2
