"""Where those without a plan live or are enrolled: for who may see how many there are of each."""

from collections.abc import Sequence

from monitor.figures.door import Figure, figures
from monitor.figures.levels import UNKNOWN
from monitor.sections.thuiszitters.plan import MEASURE
from monitor.sections.thuiszitters.subject import Subject, spoken
from monitor.values import dutch


MOST_NAMED = 6
OPEN = "Het hoogste getal telt ook mee van wie het niet zeker is."


def without_plan(subject: Subject, per: str) -> list[Figure]:
    """The thuiszitters without a plan of every unit of a level inside the region, those of whom it is
    not known in the interval; [] for who sees no exact figures, and where nothing was counted."""
    indicator = subject.indicator(MEASURE)
    if not subject.viewer.sees_exact or per not in indicator.levels or not subject.sees(MEASURE):
        return []
    return figures(subject.store, subject.viewer, indicator, per, period=subject.periode,
                   within=(subject.region.per, subject.region.code))  # fmt: skip


def sentence(found: Sequence[Figure], per: str) -> str:
    """Zonder plan: 6 in Lindermeer, 2–3 in Tolbeke en 1 in Esperlo. Of whom is nowhere last."""
    some = sorted(
        (f for f in found if f.teller_max),
        key=lambda f: (f.code == UNKNOWN, -(f.teller or 0), -(f.teller_max or 0), f.naam),
    )
    if not some:
        return ""
    at = "bij" if per in ("vestiging", "bestuur") else "in"
    # Of one more its name is as short as that there is one more.
    most = MOST_NAMED if len(some) > MOST_NAMED + 1 else len(some)
    named, rest = some[:most], some[most:]
    more = f"; de andere {len(rest)} staan in de tabel" if rest else ""
    said = f"Zonder plan: {dutch.joined([_of(one, at) for one in named])}{more}."
    return f"{said} {OPEN}" if any(f.teller != f.teller_max for f in some) else said


def _of(figure: Figure, at: str) -> str:
    if figure.code == UNKNOWN:
        return f"{spoken(figure)} met {figure.naam[:1].lower()}{figure.naam[1:]}"
    return f"{spoken(figure)} {at} {figure.naam}"
