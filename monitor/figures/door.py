"""The one door through which figures leave: asked within scope, shown as this viewer may see them.

What is measured is `catalogue`, what comes out exactly `exact`, who may ask what `scope`, and
what small groups need `disclosure`.
"""

from monitor.access import Viewer
from monitor.errors import MonitorError
from monitor.figures import roll_up, scope
from monitor.figures.catalogue import COLUMNS, Indicator, catalogue, in_use, indicator_named
from monitor.figures.disclosure import protecting
from monitor.figures.exact import answer, compute_all, spreads_of
from monitor.figures.figure import Figure, Question
from monitor.store.store import Store
from monitor.values import periods
from monitor.values.durations import Spread


__all__ = [
    "COLUMNS",
    "Figure",
    "Indicator",
    "catalogue",
    "compute_all",
    "contributions",
    "figures",
    "in_use",
    "indicator_named",
    "spreads",
]

BY_SCHOOL = ("vestiging", "herkomst", "woonplaats", "aanbod")
"""Finest units that belong to a vestiging."""


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
    it: totals only); `within` a (level, code) of which only the units inside are asked. Sorted by
    code, periode and the order of the parts (`Indicator.place`). What is beyond the viewer's scope is not there, and asking for it
    by name is written in the audit log. MonitorError when the indicator has no such level or
    uitsplitsing, is not for the viewer's role, or when that is no period.
    """
    question = Question(per, periods.canonical_period(period), breakdown, codes, within)
    found = _asked(store, viewer, indicator, question)
    swvs = _of_which(store, viewer, indicator, question, found)
    shown = protecting.protect(store, viewer, indicator, question, swvs, found)
    if not breakdown:
        return shown
    return sorted(shown, key=lambda f: (f.code, f.periode, indicator.place(f.uitsplitsing)))


def _asked(
    store: Store, viewer: Viewer, indicator: Indicator, question: Question
) -> list[tuple[str, Figure]]:
    """(samenwerkingsverband, figure) of what is in the scope of a viewer, not yet protected."""
    _allow(viewer, indicator, question.per, question.breakdown)
    # Of a gemeente that was divided: what a class is of must add up, so only who sees exact figures.
    if question.per == "gemeente" and viewer.sees_exact and roll_up.is_divided(store):
        question = question._replace(possible=True)
    if beyond := scope.outside(store, viewer, question):
        scope.refuse(store, viewer, f"{indicator.name} per {question.per}", beyond)
    if question.within and not scope.may_look_within(viewer, question.within):
        return []
    return _answers(store, viewer, indicator, question)


def _of_which(
    store: Store,
    viewer: Viewer,
    indicator: Indicator,
    question: Question,
    found: list[tuple[str, Figure]],
) -> list[str]:
    """The own samenwerkingsverbanden that are asked of."""
    if question.within and not scope.may_look_within(viewer, question.within):
        return []
    asked = [swv for swv, _ in scope.questions(store, viewer, indicator, question)]
    if asked == [""] and question.per == "swv":
        return sorted({figure.code for _, figure in found if viewer.is_of(figure.code)})
    return [swv for swv in asked if swv]


def _answers(
    store: Store, viewer: Viewer, indicator: Indicator, question: Question
) -> list[tuple[str, Figure]]:
    asked = scope.questions(store, viewer, indicator, question)
    if not viewer.sees_exact and indicator.is_of_pupils:
        # These come out of the release, whatever they are exactly; only of which
        # samenwerkingsverbanden they are follows from here, when nobody said so (`_of_which`).
        asked = [(swv, one) for swv, one in asked if not swv and question.per == "swv"]
    found = [
        (swv, figure)
        for swv, one in asked
        for figure in answer(store, indicator, one)
        if scope.is_within(viewer, indicator, question.per, figure)
    ]
    if len(asked) > 1:
        found.sort(key=lambda one: (one[1].code, one[1].periode, one[1].uitsplitsing, one[0]))
    return found


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


def contributions(
    store: Store, viewer: Viewer, indicator: Indicator, period: str, within: tuple[str, str]
) -> list[Figure]:
    """What each vestiging inside a region adds to teller and noemer, for any indicator counted
    per vestiging; without a value, because a share of one school may mean nothing."""
    if viewer.role not in indicator.audience:
        raise MonitorError(f"'{indicator.title}' is niet voor de rol {viewer.role}.")
    if indicator.per not in BY_SCHOOL:
        return []
    if indicator.is_of_pupils and "vestiging" not in indicator.levels:
        return []
    question = Question("vestiging", periods.canonical_period(period), "", (), within)
    if beyond := scope.outside(store, viewer, question):
        scope.refuse(store, viewer, f"{indicator.name}: bijdragen", beyond)
    if not scope.may_look_within(viewer, within):
        return []
    found = _answers(store, viewer, indicator, question)
    swvs = _of_which(store, viewer, indicator, question, found)
    return [
        figure._replace(waarde=None, waarde_max=None)
        for figure in protecting.protect(store, viewer, indicator, question, swvs, found)
    ]


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
    """(code, periode) → how long the cases behind a figure of kind duur took: the days of single
    pupils, so only for who sees exact figures. MonitorError as `figures`."""
    question = Question(per, periods.canonical_period(period), "", codes, within)
    seen = _asked(store, viewer, indicator, question)
    if not viewer.sees_exact or indicator.kind != "duur":
        return {}
    found: dict[tuple[str, str], Spread] = {}
    for _, one in scope.questions(store, viewer, indicator, Question(per, within=within)):
        for units in spreads_of(store, indicator, one).values():
            for (code, _, periode), spread in units.items():
                found[code, periode] = spread
    return {(figure.code, figure.periode): found[figure.code, figure.periode] for _, figure in seen}
