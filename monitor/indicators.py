"""The one door through which figures leave.

What is measured is `catalogue`; going up to regions is `regions.roll_up`, once, for all of them.
"""

import threading
from typing import NamedTuple

from monitor import dekking, regions
from monitor.access import Viewer
from monitor.catalogue import COLUMNS, Indicator, catalogue, in_use, indicator_named
from monitor.disclosure import protect
from monitor.disclosure.beside_total import hide, is_small
from monitor.durations import WEEK, Spread, spread_of
from monitor.errors import MonitorError
from monitor.store import Store


__all__ = [
    "COLUMNS",
    "Figure",
    "Indicator",
    "catalogue",
    "contributions",
    "figures",
    "in_use",
    "indicator_named",
]


BY_SCHOOL = ("vestiging", "herkomst", "woonplaats", "aanbod")
"""Finest units that belong to a vestiging."""
SPREAD_FROM = 10
"""Of fewer cases only who sees exact figures sees more than the median: quantiles of a few are
those of single pupils."""


class Figure(NamedTuple):
    """One figure of one unit, period and uitsplitsing; `_max` differs where something is hidden.

    None = unknown; a teller with no `teller_max` is "at least".
    """

    code: str
    naam: str
    periode: str
    uitsplitsing: str
    teller: float | None
    teller_max: float | None
    noemer: float | None
    noemer_max: float | None
    waarde: float | None
    waarde_max: float | None
    is_hidden: bool = False
    """Hidden by us as a small group (not by the source)."""

    @property
    def is_exact(self) -> bool:
        return self.waarde is not None and self.waarde == self.waarde_max


class Question(NamedTuple):
    """What is asked of an indicator; empty = all."""

    per: str
    period: str = ""
    breakdown: str = ""
    codes: tuple[str, ...] = ()
    within: tuple[str, str] | None = None
    """(level, code): only units inside that region."""


def figures(
    store: Store,
    viewer: Viewer,
    indicator: Indicator,
    per: str,
    *,
    period: str = "",
    breakdown: str = "",
    codes: tuple[str, ...] = (),
    within: tuple[str, str] | None = None,
) -> list[Figure]:
    """The figures of an indicator that this viewer may see: the only way out for them.

    `period` is a date, a year or a schooljaar; `breakdown` the name of an uitsplitsing (without
    it: totals only). Sorted by code, periode, uitsplitsing. MonitorError when the indicator has
    no such level or uitsplitsing, or when that is no period.
    """
    question = Question(per, regions.canonical_period(period), breakdown, codes, within)
    return [_shown(one, indicator, viewer) for one in _asked(store, viewer, indicator, question)]


def _asked(store: Store, viewer: Viewer, indicator: Indicator, question: Question) -> list[Figure]:
    """What is in the scope of a viewer, not yet protected."""
    _allow(viewer, indicator, question.per, question.breakdown)
    if question.within and not viewer.may_see(*question.within):
        # A samenwerkingsverband within one bestuur is the figure of that bestuur.
        return []
    return [
        figure
        for figure in _answer(store, indicator, question)
        if viewer.may_see(question.per, figure.code)
    ]


def _allow(viewer: Viewer, indicator: Indicator, per: str, breakdown: str = "") -> None:
    """MonitorError when an indicator is not for a role, or has no such level or uitsplitsing."""
    if viewer.role not in indicator.audience:
        raise MonitorError(f"'{indicator.title}' is niet voor de rol {viewer.role}.")
    if per not in indicator.levels:
        raise MonitorError(
            f"'{indicator.title}' is er niet per {per}. Kies uit: {', '.join(indicator.levels)}."
        )
    if breakdown and breakdown not in indicator.breakdown:
        choices = ", ".join(indicator.breakdown) or "geen"
        raise MonitorError(
            f"'{indicator.title}' heeft geen uitsplitsing '{breakdown}'. Er is: {choices}."
        )


def _shown(figure: Figure, indicator: Indicator, viewer: Viewer) -> Figure:
    """A figure as a viewer may see it, with what follows from it alone.

    A value is hidden with its teller: times the noemer it would give the teller away. So is who is
    left over when pupils are counted: 28 of 31 without a plan are 3 with one.
    """
    seen = protect(figure, viewer, indicator.is_of_pupils)
    if seen.is_hidden:
        return seen._replace(waarde=None, waarde_max=None)
    if viewer.sees_exact or not indicator.is_of_pupils:
        return seen
    return hide(seen) if any(is_small(*ends) for ends in _left_over(seen, indicator)) else seen


def _left_over(figure: Figure, indicator: Indicator) -> list[tuple[float | None, float | None]]:
    """Counts that follow from a figure alone: its teller taken out of its noemer, or how many it
    ended for. (least, most) of each, or two counts."""
    if figure.teller is None or figure.teller_max is None:
        return []
    if indicator.statistic == "binnen" and figure.waarde is not None:
        ended = float(round(figure.waarde * figure.teller / 100))
        return [(ended, figure.teller - ended)]
    if indicator.teller_is != "deel" or figure.noemer is None or figure.noemer_max is None:
        return []
    return [(figure.noemer - figure.teller, figure.noemer_max - figure.teller_max)]


def contributions(
    store: Store, viewer: Viewer, indicator: Indicator, period: str, within: tuple[str, str]
) -> list[Figure]:
    """What each vestiging inside a region adds to teller and noemer, for any indicator counted
    per vestiging; without a value, because a share of one school may mean nothing."""
    if viewer.role not in indicator.audience:
        raise MonitorError(f"'{indicator.title}' is niet voor de rol {viewer.role}.")
    if indicator.per not in BY_SCHOOL or not viewer.may_see(*within):
        return []
    if indicator.is_of_pupils and "vestiging" not in indicator.levels:
        return []
    question = Question("vestiging", regions.canonical_period(period), "", (), within)
    return [
        protect(figure, viewer, indicator.is_of_pupils)._replace(waarde=None, waarde_max=None)
        for figure in _answer(store, indicator, question)
        if viewer.may_see("vestiging", figure.code)
    ]


def _answer(store: Store, indicator: Indicator, question: Question) -> list[Figure]:
    """What is asked, from what was computed before in this version of the store.

    Above the vestiging everything of a level is computed at once, so that another period, unit
    or samenwerkingsverband is answered from memory; vestigingen are too many for that.
    """
    if question.per == "vestiging" and question.within is None:
        return _computed(store, indicator, question).get("", [])
    whole = question._replace(period="", codes=())
    within = ""
    if question.per != "vestiging" and question.within and question.within[0] == "swv":
        within = question.within[1]
        whole = whole._replace(within=regions.EACH_SWV)
    return [
        figure
        for figure in _computed(store, indicator, whole).get(within, [])
        if (not question.codes or figure.code in question.codes)
        and (
            figure.periode == question.period
            if "-" in question.period
            else figure.periode.startswith(question.period)
        )
    ]


def compute_all(store: Store) -> None:
    """Compute every level of the main indicators, so that nobody has to wait for them; those of the
    samenwerkingsverband whose monitor it is first."""
    first = (store.settings.swv or "VO")[:2].lower()
    main = (indicator for indicator in in_use(store.settings) if indicator.card)
    for indicator in sorted(main, key=lambda one: one.sector != first):
        for per in indicator.levels:
            if not threading.main_thread().is_alive():
                return  # the program is ending
            if per in ("land", "swv"):
                _computed(store, indicator, Question(per))
            elif per != "vestiging":
                _computed(store, indicator, Question(per))
                _computed(store, indicator, Question(per, within=regions.EACH_SWV))


def _computed(store: Store, indicator: Indicator, question: Question) -> dict[str, list[Figure]]:
    """All figures of a question, by samenwerkingsverband when it asks for each apart (else under
    ""); kept for as long as this version of the store lives."""
    key = (indicator.name, question)
    if key not in store.answers:
        with store.computing:
            if key not in store.answers:
                store.answers[key] = _compute(store, indicator, question)
    found: dict[str, list[Figure]] = store.answers[key]
    return found


def _compute(store: Store, indicator: Indicator, question: Question) -> dict[str, list[Figure]]:
    if indicator.computed:
        dekking.fill(store)
    if indicator.kind == "duur":
        return _parts_named(
            {
                swv: [_duration(indicator, *unit, spread) for unit, spread in found.items()]
                for swv, found in _spreads(store, indicator, question).items()
            }
        )
    sql, parameters = regions.roll_up(indicator, question)
    if question.within != regions.EACH_SWV:
        return {"": [_figure(indicator, *row) for row in store.rows(sql, parameters)]}
    found: dict[str, list[Figure]] = {}
    for swv, *row in store.rows(sql, parameters):
        found.setdefault(swv, []).append(_figure(indicator, *row))
    return _parts_named(found)


Spreads = dict[tuple[str, str, str], Spread]
"""(code, naam, periode) → how long its cases took."""


def _spreads(store: Store, indicator: Indicator, question: Question) -> dict[str, Spreads]:
    """As `_computed`, of what is behind an indicator of kind duur."""
    key = ("spreads", indicator.name, question)
    if key not in store.answers:
        sql, parameters = regions.roll_up(indicator, question._replace(breakdown="dagen"))
        cases: dict[str, dict[tuple[str, str, str], list[tuple[str, float]]]] = {}
        for row in store.rows(sql, parameters):
            swv, rest = (row[0], row[1:]) if question.within == regions.EACH_SWV else ("", row)
            code, naam, periode, days, n = rest[:5]
            units = cases.setdefault(swv, {})
            units.setdefault((code, naam, periode), []).append((days.partition("=")[2], n))
        store.answers[key] = {
            swv: {unit: spread_of(rows) for unit, rows in units.items()}
            for swv, units in cases.items()
        }
    found: dict[str, Spreads] = store.answers[key]
    return found


def _duration(indicator: Indicator, code: str, naam: str, periode: str, spread: Spread) -> Figure:
    if indicator.statistic == "binnen":
        part = spread.ended_within(indicator.within_days)
        value = None if part is None else 100 * part
    else:
        value = None if spread.median is None else spread.median / WEEK
    n = float(spread.n)
    return Figure(code, naam, periode, "", n, n, None, None, value, value)


def spreads(
    store: Store,
    viewer: Viewer,
    indicator: Indicator,
    per: str,
    *,
    period: str = "",
    codes: tuple[str, ...] = (),
    within: tuple[str, str] | None = None,
) -> dict[tuple[str, str], Spread]:
    """(code, periode) → how long the cases behind a figure of kind duur took, where this viewer may
    see them. MonitorError as `figures`."""
    question = Question(per, regions.canonical_period(period), "", codes, within)
    seen = [
        protect(figure, viewer, indicator.is_of_pupils)
        for figure in _asked(store, viewer, indicator, question)
    ]
    whole = Question(per, within=within)
    found: dict[tuple[str, str], Spread] = {}
    for units in _spreads(store, indicator, whole).values():
        for (code, _, periode), spread in units.items():
            found[code, periode] = spread
    return {
        (figure.code, figure.periode): found[figure.code, figure.periode]
        for figure in seen
        if not figure.is_hidden and (viewer.sees_exact or (figure.teller or 0) >= SPREAD_FROM)
    }


def _parts_named(found: dict[str, list[Figure]]) -> dict[str, list[Figure]]:
    """A gemeente or bestuur that lies in several samenwerkingsverbanden is only a part in each:
    its name says so, because its figure differs from that of the whole."""
    swvs: dict[str, set[str]] = {}
    for swv, figures_ in found.items():
        for figure in figures_:
            swvs.setdefault(figure.code, set()).add(swv)
    return {
        swv: [
            figure._replace(naam=f"{figure.naam} (deel)") if len(swvs[figure.code]) > 1 else figure
            for figure in figures_
        ]
        for swv, figures_ in found.items()
    }


def _figure(
    indicator: Indicator,
    code: str,
    naam: str,
    periode: str,
    uitsplitsing: str,
    *numbers: float | None,
) -> Figure:
    teller, noemer = _bounds(*numbers[0:2]), _bounds(*numbers[2:4])
    waarde = _bounds(*_value(indicator, *teller, *noemer, *numbers[4:6]))
    return Figure(code, naam, periode, uitsplitsing, *teller, *noemer, *waarde)


def _bounds(low: float | None, high: float | None) -> tuple[float | None, float | None]:
    """“At least 0” says nothing: an unknown may not look like 0."""
    return (None, None) if low == 0 and high is None else (low, high)


def _value(
    indicator: Indicator,
    teller: float | None,
    teller_max: float | None,
    noemer: float | None,
    noemer_max: float | None,
    lowest: float | None,
    highest: float | None,
) -> tuple[float | None, float | None]:
    """(lowest, highest) value in the indicator's unit, None where unknown.

    `lowest` and `highest` are those of the vestigingen: a weighted mean lies between them.
    """
    if indicator.kind == "aantal":
        return teller, teller_max
    factor = {"aandeel": 100, "per_duizend": 1000}.get(indicator.kind, 1)
    low = high = None
    if teller is not None and noemer_max:
        low = factor * teller / noemer_max
    if teller_max is not None and noemer:
        high = factor * teller_max / noemer
    if indicator.teller_is == "deel" and high is not None:
        # Both bounds the same: then there is nobody else in the noemer.
        low = 100.0 if (teller, teller_max) == (noemer, noemer_max) else low
        high = min(high, 100.0)
    if indicator.teller_is == "gewogen" and low != high and lowest is not None:
        assert highest is not None
        low = lowest if low is None else max(low, lowest)
        high = highest if high is None else min(high, highest)
    return low, high
