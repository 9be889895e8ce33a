"""Exact figures: what a question of an indicator has as its answer, computed once per store.

Not a way out: only `door` and what it hides behind may ask here.
"""

import threading

from monitor.dekking import from_store
from monitor.figures import levels, roll_up
from monitor.figures.catalogue import Indicator, in_use
from monitor.figures.figure import Figure, Question, value_of
from monitor.store.store import Store
from monitor.values.durations import WEEK, Spread, spread_of


def answer(store: Store, indicator: Indicator, question: Question) -> list[Figure]:
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
        whole = whole._replace(within=levels.EACH_SWV)
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
                _computed(store, indicator, Question(per, within=levels.EACH_SWV))


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
        from_store.fill(store)
    if indicator.kind == "duur":
        durations = {
            swv: [_duration(indicator, *unit, spread) for unit, spread in found.items()]
            for swv, found in spreads_of(store, indicator, question).items()
        }
        return _parts_named(durations, roll_up.shared(store, question.per, indicator.sector))
    sql, parameters = roll_up.roll_up(indicator, question)
    if question.within != levels.EACH_SWV:
        return {"": [_figure(indicator, *row) for row in store.rows(sql, parameters)]}
    found: dict[str, list[Figure]] = {}
    for swv, *row in store.rows(sql, parameters):
        found.setdefault(swv, []).append(_figure(indicator, *row))
    return _parts_named(found, roll_up.shared(store, question.per, indicator.sector))


Spreads = dict[tuple[str, str, str], Spread]
"""(code, naam, periode) → how long its cases took."""


def spreads_of(store: Store, indicator: Indicator, question: Question) -> dict[str, Spreads]:
    """As `_computed`, of what is behind an indicator of kind duur."""
    key = ("spreads", indicator.name, question)
    if key not in store.answers:
        sql, parameters = roll_up.roll_up(indicator, question._replace(breakdown="dagen"))
        cases: dict[str, dict[tuple[str, str, str], list[tuple[str, float]]]] = {}
        for row in store.rows(sql, parameters):
            swv, rest = (row[0], row[1:]) if question.within == levels.EACH_SWV else ("", row)
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


def _parts_named(found: dict[str, list[Figure]], shared: frozenset[str]) -> dict[str, list[Figure]]:
    """A gemeente or bestuur that lies in several samenwerkingsverbanden is only a part in each:
    its name says so, because its figure differs from that of the whole."""
    return {
        swv: [
            figure._replace(naam=f"{figure.naam} (deel)") if figure.code in shared else figure
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
    waarde = _bounds(*value_of(indicator, *teller, *noemer, *numbers[4:6]))
    return Figure(code, naam, periode, uitsplitsing, *teller, *noemer, *waarde)


def _bounds(low: float | None, high: float | None) -> tuple[float | None, float | None]:
    """“At least 0” says nothing: an unknown may not look like 0."""
    return (None, None) if low == 0 and high is None else (low, high)
