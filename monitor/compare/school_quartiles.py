"""Schools like this one: a band of how many pupils they have, never the figures of one of them."""

from dataclasses import dataclass
from statistics import quantiles

from monitor.access import Role, Viewer
from monitor.figures.door import Figure, Indicator, figures
from monitor.scholen.register import School, schools
from monitor.store.store import Store


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

    It looks past the scope of the viewer, at public numbers of pupils: what leaves it is of no
    single school.
    """
    if viewer.role not in indicator.audience or indicator.kind != "aantal" or not one.swv:
        return None
    alike = {
        other.code
        for other in schools(store)
        if other.schooltype == one.schooltype and other.code != one.code
    }
    every = figures(
        store, past_scope(one.swv), indicator, "vestiging", period=periode,
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


def past_scope(swv: str) -> Viewer:
    """Who may see all schools of a samenwerkingsverband; for this module only."""
    return Viewer(Role.BEHEERDER, frozenset({swv}))


def past_scope_in_classes(swv: str) -> Viewer:
    """Who may see all schools of a samenwerkingsverband as they are published; for `schools_that_stand_out` only."""
    return Viewer(Role.CONSULTANT, frozenset({swv}))
