"""What the ondersteuningsplan promises, and how far it is."""

import re
from dataclasses import dataclass
from enum import StrEnum

from monitor.access import Viewer
from monitor.compare.yardsticks import Target, yearly
from monitor.figures import differences, wording
from monitor.figures.door import Figure, Indicator, catalogue, figures
from monitor.store.store import Store
from monitor.values import dutch, moments


class AfspraakState(StrEnum):
    """How far an afspraak is, in the word that is shown."""

    MET = "gehaald"
    NOT_MET = "nog niet gehaald"
    MISSED = "niet gehaald"
    """The year of the target has passed."""
    UNKNOWN = "niet te zeggen"
    NO_INDICATOR = "nog niet te meten"


WIDE = 0.02
"""A start that is less precise than this draws no line."""


@dataclass(frozen=True)
class AfspraakStand:
    """One afspraak with what is known about it."""

    target: Target
    indicator: Indicator | None
    figure: Figure | None
    state: AfspraakState
    why: str
    """A sentence without a full stop."""
    course: str = ""
    """Whether it is on the straight line from the start of the plan to its target, in a sentence."""
    is_on_course: bool | None = None
    """None where no line can be drawn, or where the figure is too open to say on which side it is."""


def of_swv(store: Store, swv: str) -> bool:
    """Whether the afspraken in the store are of this samenwerkingsverband: the file names none,
    so they are of the one whose monitor this is."""
    own = store.settings.swv
    if own:
        return own == swv
    return bool(store.rows("select count(*) <= 1 from views.swv")[0][0])


def standings(store: Store, viewer: Viewer, swv: str, year: str) -> list[AfspraakStand]:
    """Every afspraak of the whole samenwerkingsverband with its newest figure up to `year`;
    for who belongs to it."""
    if not of_swv(store, swv) or not viewer.is_of(swv):
        return []
    return [_standing(store, viewer, swv, year, *row) for row in _afspraken(store)]


def _afspraken(store: Store) -> list[tuple[Target, str]]:
    """(afspraak, name of its indicator), each code once; the streefwaarde may be missing."""
    if "afspraken" not in store.answers:
        rows = store.rows(
            "select code, min(titel), min(streefwaarde), min(coalesce(richting, '')), "
            "min(per_jaar), min(planperiode), min(coalesce(eigenaar, '')), "
            "min(coalesce(indicator, '')) from bron.afspraken group by code order by code"
        )
        store.answers["afspraken"] = [(Target(*row[:7]), row[7]) for row in rows]
    return list(store.answers["afspraken"])


def _standing(
    store: Store, viewer: Viewer, swv: str, year: str, target: Target, name: str
) -> AfspraakStand:
    indicator = catalogue().get(name)
    if indicator is None or viewer.role not in indicator.audience:
        why = "het cijfer dat hierbij hoort staat nog niet in de monitor"
        if not name:
            why = "bij deze afspraak is geen cijfer genoemd"
        return AfspraakStand(target, None, None, AfspraakState.NO_INDICATOR, why)
    if target.streefwaarde is None:
        why = "bij deze afspraak is geen streefwaarde genoemd"
        return AfspraakStand(target, indicator, None, AfspraakState.NO_INDICATOR, why)
    if "swv" not in indicator.levels:
        found: list[Figure] = []
    else:
        found = figures(store, viewer, indicator, "swv", codes=(swv,))
    figure = newest(found, year)
    if figure is None or not wording.is_known(figure):
        why = "er is nog geen cijfer van het hele samenwerkingsverband"
        if figure is not None and figure.is_hidden:
            why = "het cijfer is verborgen, omdat het om te weinig leerlingen gaat"
        return AfspraakStand(target, indicator, None, AfspraakState.UNKNOWN, why)
    state = state_of(target, figure)
    why = _why(target, figure, indicator, state)
    course, is_on = _course(target, indicator, found, figure, state)
    return AfspraakStand(target, indicator, figure, state, why, course, is_on)


def _course(
    target: Target, indicator: Indicator, found: list[Figure], figure: Figure, state: AfspraakState
) -> tuple[str, bool | None]:
    """(Op koers: … | Niet op koers: …, whether it is); empty where no line can be drawn or it is past.
    A target that lies on the wrong side of where the plan began says so, met or not."""
    path = path_of(target, found, figure)
    low, high = wording.shown(figure)
    if path is None or low is None or high is None or state is AfspraakState.MISSED:
        return "", None
    start, expected = path
    allows = _allows(target, start, indicator)
    if state is AfspraakState.MET:
        return allows, None
    on = [value >= expected if target.richting == "hoger" else value <= expected
          for value in (low, high)]  # fmt: skip
    if on[0] != on[1]:
        return allows, None
    decimals = indicator.decimals if indicator.kind != "aantal" else 0
    unit = "" if indicator.kind == "aantal" else f"{dutch.SPACE}{indicator.unit}"
    words = (
        f"{'Op koers' if on[0] else 'Niet op koers'}: op een rechte lijn van "
        f"{wording.value(start, indicator)} in {moments.year(start.periode)} naar het doel in "
        f"{target.per_jaar} hoort nu {dutch.number(expected, decimals)}{unit}"
    )
    return (f"{words}. {allows}" if allows else words), on[0]


def _allows(target: Target, start: Figure, indicator: Indicator) -> str:
    """Dit doel laat een stijging toe: the line to it goes the wrong way."""
    low, high = wording.shown(start)
    if low is None or high is None:
        return ""
    is_down = target.richting == "hoger"
    is_wrong = target.streefwaarde < low if is_down else target.streefwaarde > high
    if not is_wrong:
        return ""
    return (
        f"Dit doel laat een {'daling' if is_down else 'stijging'} toe: bij het begin van het plan, in "
        f"{moments.year(start.periode)}, was het {wording.value(start, indicator)}"
    )


def path_of(target: Target, found: list[Figure], figure: Figure) -> tuple[Figure, float] | None:
    """(first figure of the plan, where the straight line from it to the target now is)."""
    first_year = re.match(r"(\d{4})", target.planperiode)
    if first_year is None or target.per_jaar is None:
        return None
    inside = [f for f in yearly(sorted(found, key=lambda f: f.periode))
              if moments.year(f.periode) >= int(first_year[1]) and wording.is_known(f)]  # fmt: skip
    if not inside or inside[0].periode >= figure.periode:
        return None
    start = inside[0]
    begin, now = moments.year(start.periode), moments.year(figure.periode)
    if target.per_jaar <= begin or now > target.per_jaar:
        return None
    low, high = wording.shown(start)
    if low is None or high is None or high - low > WIDE * high:
        return None
    value = (low + high) / 2
    part = (now - begin) / (target.per_jaar - begin)
    return start, value + part * (target.streefwaarde - value)


def newest(found: list[Figure], year: str) -> Figure | None:
    """The last figure of one unit up to and including a year; all of them without a year."""
    upto = [figure for figure in found if not year or moments.year(figure.periode) <= int(year[:4])]
    return max(upto, key=lambda figure: figure.periode, default=None)


def state_of(target: Target, figure: Figure) -> AfspraakState:
    """An interval with the target inside says neither yes nor no."""
    low, high = wording.shown(figure)
    if low is None or high is None or target.is_met(low) != target.is_met(high):
        return AfspraakState.UNKNOWN
    if target.is_met(low):
        return AfspraakState.MET
    return AfspraakState.MISSED if _has_passed(target, figure.periode) else AfspraakState.NOT_MET


def _has_passed(target: Target, periode: str) -> bool:
    """Whether the year of the target is over; of figures per month it is in December, and not yet
    in January."""
    if target.per_jaar is None:
        return False
    year = moments.year(periode)
    # 2025-10-31; 1 October is a moment of a year.
    is_month_end = len(periode) == 10 and periode[8:] != "01"
    if is_month_end and periode[5:7] != "12":
        year -= 1
    return year >= target.per_jaar


def sentence(standing: AfspraakStand | None, *, with_course: bool = False) -> str:
    """Afgesproken is 3,7 % of lager in 2026: nog niet gehaald, nog 0,2 procentpunt te gaan. "" where
    nothing was agreed; `with_course` says behind it whether it is on course."""
    if standing is None or standing.indicator is None:
        return ""
    target = standing.target
    by = f" in {target.per_jaar}" if target.per_jaar else ""
    course = f" {standing.course}." if with_course and standing.course else ""
    return (
        f"Afgesproken is {wanted(target, standing.indicator)}{by}: {standing.state}, "
        f"{standing.why}.{course}"
    )


def wanted(target: Target, indicator: Indicator) -> str:
    """3,7 % of lager | 0 %"""
    if target.streefwaarde == 0 and target.richting == "lager":
        return promised(target, indicator)
    more, less = ("langer", "korter") if indicator.kind == "duur" else ("hoger", "lager")
    return f"{promised(target, indicator)} of {more if target.richting == 'hoger' else less}"


def promised(target: Target, indicator: Indicator) -> str:
    """3,7 % | 3,75 %, with as many decimals as were promised."""
    words = dutch.number(target.streefwaarde, _written(target, indicator))
    return words if indicator.kind == "aantal" else f"{words}{dutch.SPACE}{indicator.unit}"


def _written(target: Target, indicator: Indicator) -> int:
    return max(indicator.decimals, len(f"{target.streefwaarde:g}".partition(".")[2]))


def _why(target: Target, figure: Figure, indicator: Indicator, state: AfspraakState) -> str:
    words = wording.value(figure, indicator)
    if state is AfspraakState.UNKNOWN:
        if figure.is_banded:
            return f"{words}: het doel valt binnen die klasse"
        return f"{words}: de bron is niet precies genoeg om te zeggen of het doel gehaald is"
    if state is AfspraakState.MET:
        return f"{words} is {wanted(target, indicator)}"
    gap = _gap(target, figure, indicator)
    return f"nog {gap} te gaan" if state is AfspraakState.NOT_MET else f"{gap} ernaast"


def _gap(target: Target, figure: Figure, indicator: Indicator) -> str:
    """How far a figure is from what was promised: subtracted before it is rounded."""
    goal = figure._replace(
        waarde=target.streefwaarde, waarde_max=target.streefwaarde, is_banded=False
    )
    found = differences.apart_of(figure, goal, indicator, written=_written(target, indicator))
    assert found is not None
    near, far = sorted((abs(found.low), abs(found.high)))
    unit = "procentpunt" if indicator.unit == "%" else indicator.unit
    if not near:
        return f"minder dan {dutch.number(10.0**-indicator.decimals, indicator.decimals)} {unit}"
    words = dutch.number(near, found.decimals)
    if figure.is_banded and far > near:
        words += f"–{dutch.number(far, found.decimals)}"
    return f"{words}{dutch.SPACE}{unit}"
