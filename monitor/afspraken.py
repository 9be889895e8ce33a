"""What the ondersteuningsplan promises, and how far it is."""

from dataclasses import dataclass
from enum import StrEnum

from monitor.access import Viewer
from monitor.comparisons import Target
from monitor.indicators import Figure, Indicator, catalogue, figures
from monitor.store import Store
from monitor.views import text


class State(StrEnum):
    """How far an afspraak is, in the word that is shown."""

    MET = "gehaald"
    NOT_MET = "nog niet gehaald"
    MISSED = "niet gehaald"
    """The year of the target has passed."""
    UNKNOWN = "niet te zeggen"
    NO_INDICATOR = "nog niet te meten"


@dataclass(frozen=True)
class Standing:
    """One afspraak with what is known about it."""

    target: Target
    indicator: Indicator | None
    figure: Figure | None
    state: State
    why: str
    """A sentence without a full stop."""


def of_swv(store: Store, swv: str) -> bool:
    """Whether the afspraken in the store are of this samenwerkingsverband: the file names none,
    so they are of the one whose monitor this is."""
    own = store.settings.swv
    if own:
        return own == swv
    return bool(store.rows("select count(*) <= 1 from views.swv")[0][0])


def standings(store: Store, viewer: Viewer, swv: str, year: str) -> list[Standing]:
    """Every afspraak of the whole samenwerkingsverband with its newest figure up to `year`."""
    if not of_swv(store, swv):
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
) -> Standing:
    indicator = catalogue().get(name)
    if indicator is None or viewer.role not in indicator.audience:
        why = "het cijfer dat hierbij hoort staat nog niet in de monitor"
        if not name:
            why = "bij deze afspraak is geen cijfer genoemd"
        return Standing(target, None, None, State.NO_INDICATOR, why)
    if target.streefwaarde is None:
        why = "bij deze afspraak is geen streefwaarde genoemd"
        return Standing(target, indicator, None, State.NO_INDICATOR, why)
    if "swv" not in indicator.levels:
        found: list[Figure] = []
    else:
        found = figures(store, viewer, indicator, "swv", codes=(swv,))
    figure = newest(found, year)
    if figure is None or not text.is_known(figure):
        why = "er is nog geen cijfer van het hele samenwerkingsverband"
        return Standing(target, indicator, None, State.UNKNOWN, why)
    state = state_of(target, figure)
    return Standing(target, indicator, figure, state, _why(target, figure, indicator, state))


def newest(found: list[Figure], year: str) -> Figure | None:
    """The last figure of one unit up to and including a year; all of them without a year."""
    upto = [figure for figure in found if not year or figure.periode[:4] <= year[:4]]
    return max(upto, key=lambda figure: figure.periode, default=None)


def state_of(target: Target, figure: Figure) -> State:
    """An interval with the target inside says neither yes nor no."""
    low, high = text.shown(figure)
    if low is None or high is None or target.is_met(low) != target.is_met(high):
        return State.UNKNOWN
    if target.is_met(low):
        return State.MET
    has_passed = target.per_jaar is not None and int(figure.periode[:4]) >= target.per_jaar
    return State.MISSED if has_passed else State.NOT_MET


def wanted(target: Target, indicator: Indicator) -> str:
    """3,7 % of lager"""
    return f"{promised(target, indicator)} of {'hoger' if target.richting == 'hoger' else 'lager'}"


def promised(target: Target, indicator: Indicator) -> str:
    """3,7 % | 3,75 %, with as many decimals as were promised."""
    value = target.streefwaarde
    decimals = max(indicator.decimals, len(f"{value:g}".partition(".")[2]))
    words = text.number(value, decimals)
    return words if indicator.kind == "aantal" else f"{words}{text.SPACE}{indicator.unit}"


def _why(target: Target, figure: Figure, indicator: Indicator, state: State) -> str:
    words = text.value(figure, indicator)
    if state is State.UNKNOWN:
        return f"{words}: de bron is niet precies genoeg om te zeggen of het doel gehaald is"
    if state is State.MET:
        return f"{words} is {wanted(target, indicator)}"
    low, high = text.shown(figure)
    near = low if target.richting != "hoger" else high
    assert near is not None
    distance = text.rounded(abs(near - target.streefwaarde), indicator.decimals)
    unit = "procentpunt" if indicator.unit == "%" else indicator.unit
    if distance:
        gap = f"{text.number(distance, indicator.decimals)}{text.SPACE}{unit}"
    else:
        gap = f"minder dan {text.number(10.0**-indicator.decimals, indicator.decimals)} {unit}"
    return f"nog {gap} te gaan" if state is State.NOT_MET else f"{gap} ernaast"
