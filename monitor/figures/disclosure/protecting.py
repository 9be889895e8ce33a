"""Figures as somebody may see them who may not see small counts: out of the release."""

import math
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from monitor.access import Viewer
from monitor.figures.catalogue import Indicator, catalogue, working_definition
from monitor.figures.disclosure.bands import band
from monitor.figures.disclosure.frame import fill, frame_of, said
from monitor.figures.disclosure.policy import counts_pupils, is_register, is_shown, least_cases
from monitor.figures.disclosure.publishing import EVERYTHING
from monitor.figures.disclosure.release import Release, family, make
from monitor.figures.disclosure.tightening import Interval
from monitor.figures.exact import answer
from monitor.figures.figure import Figure, Question, value_of


if TYPE_CHECKING:
    from monitor.store.store import Store


def protect(
    store: "Store",
    viewer: Viewer,
    indicator: Indicator,
    question: Question,
    swvs: Sequence[str],
    found: Sequence[tuple[str, Figure]],
) -> list[Figure]:
    """The figures, each with its samenwerkingsverband, as this viewer may see them. `swvs`: of
    which samenwerkingsverbanden was asked; which rows come of pupils depends on no figure."""
    if viewer.sees_exact or not counts_pupils(indicator):
        return [figure for _, figure in found]
    working = working_definition(store.settings)
    part = _part(question)
    per = part[0] if part and question.per == "swv" else question.per
    if not is_shown(indicator, per, question.breakdown, working, viewer):
        return []
    if indicator.is_of_pupils:
        rows = [row for swv in swvs for row in _asked_of(store, viewer, indicator, question, swv)]
        return sorted(rows, key=lambda one: (one.code, one.periode, one.uitsplitsing))
    return [_shown(store, viewer, indicator, question, *one) for one in found]


def _part(question: Question) -> tuple[str, str] | None:
    """The region within a samenwerkingsverband that is asked of."""
    within = question.within
    return within if within is not None and within[0] not in ("swv", "land") else None


def _asked_of(
    store: "Store", viewer: Viewer, indicator: Indicator, question: Question, swv: str
) -> Iterator[Figure]:
    """The published rows of a samenwerkingsverband that an answer has."""
    part, per = _part(question), question.per
    if part is not None and per == "swv":
        # The samenwerkingsverband within a gemeente is that gemeente, and called as it is asked.
        naam = next((one.naam for one in _ask(store, swv, indicator, "swv", "")), swv)
        rows = [
            one._replace(code=swv, naam=naam)
            for one in published_table(store, indicator, swv, part[0], question.breakdown)
            if one.code == part[1]
        ]
    else:
        rows = published_table(store, indicator, swv, per, question.breakdown)
    frame = frame_of(store, indicator, swv)
    for row in rows:
        if question.codes and row.code not in question.codes:
            continue
        if not _is_in_period(row, question.period) or not viewer.may_see(per, row.code):
            continue
        if part is None or per == "swv":
            yield row
        elif (is_inside := frame.inside(per, row.code, *part)) is not False:
            yield row if is_inside else closed(row)


def _is_in_period(figure: Figure, period: str) -> bool:
    return figure.periode == period if "-" in period else figure.periode.startswith(period)


def published_table(
    store: "Store", indicator: Indicator, swv: str, per: str, breakdown: str
) -> list[Figure]:
    """All rows of pupils that are published of a samenwerkingsverband at a level; kept with the
    store."""
    key = ("published", indicator.name, swv, per, breakdown)
    if key not in store.answers:
        kept = release(store, swv, indicator)
        rows, _ = fill(store, indicator, swv, per, breakdown, partial(_ask, store, swv))
        shown = [_as_published(store, kept, indicator, per, row, row.code) for row in rows]
        store.answers[key] = said(shown, breakdown, kept.known_parts(store.settings.drempel))
    found: list[Figure] = store.answers[key]
    return found


def _as_published(
    store: "Store", kept: Release, indicator: Indicator, per: str, figure: Figure, code: str
) -> Figure:
    """`code`: of which unit of the level it is."""
    if kept.is_as_is(indicator, figure, per, code):
        return figure
    counts = kept.of(indicator, figure, per, code)
    since = kept.corrected_since(indicator, figure, per, code)
    shown = published(indicator, figure, *counts, store.settings.drempel)
    return shown if since is None else shown._replace(corrected=since)


def release(store: "Store", swv: str, indicator: Indicator) -> Release:
    """What is published of the indicator and of all that counts the same pupils, in one
    samenwerkingsverband; kept as long as the store."""
    name = family(indicator)
    key = ("release", swv, name)
    if key not in store.answers:
        with store.releasing:
            if key not in store.answers:
                store.answers[key] = make(store, swv, name, partial(_ask, store, swv))
    kept: Release = store.answers[key]
    return kept


def prepare(store: "Store", swv: str) -> None:
    """Make all releases of a samenwerkingsverband, so that nobody has to wait for them."""
    names = {family(one): one for one in catalogue().values() if counts_pupils(one)}
    for one in names.values():
        release(store, swv, one)


def _ask(store: "Store", swv: str, indicator: Indicator, per: str, breakdown: str) -> list[Figure]:
    return answer(store, indicator, Question(per, "", breakdown, (), ("swv", swv)))


def _shown(
    store: "Store",
    viewer: Viewer,
    indicator: Indicator,
    question: Question,
    swv: str,
    figure: Figure,
) -> Figure:
    """A figure from registers of schools."""
    per, code = question.per, figure.code
    if per == "swv" and viewer.is_of(code):
        swv = code
    if not swv:
        # The country, and another samenwerkingsverband as a whole: public registers.
        return figure if is_register(indicator) else closed(figure)
    part = _part(question)
    if part is not None:
        if per == "swv":
            per, code = part
        elif not _is_whole(store, indicator, swv, question, figure):
            return closed(figure)
    kept = release(store, swv, indicator)
    return _as_published(store, kept, indicator, per, figure, code)


def published(
    indicator: Indicator,
    figure: Figure,
    teller: Interval | None,
    noemer: Interval | None,
    minimum: int,
) -> Figure:
    """A figure with the published intervals of its counts; `minimum` is the smallest shown."""
    enough = least_cases(minimum)
    if indicator.kind == "duur":
        return _duration(indicator, figure, teller, minimum)
    if indicator.kind == "gemiddelde":
        # Of a mean the noemer is pupils, and the teller is something else.
        if noemer is None or noemer[0] < enough:
            return closed(figure)
        low, high = _tenth(figure.waarde, round), _tenth(figure.waarde_max, round)
        if indicator.is_of_pupils and figure.teller is not None:
            # The places are public, so that their number per pupil would tell how many pupils
            # there are: it is what the class of pupils allows.
            least = None if noemer[1] == float("inf") else figure.teller / noemer[1]
            most = None if figure.teller_max is None else figure.teller_max / noemer[0]
            low, high = _tenth(least, math.floor), _tenth(most, math.ceil)
        return figure._replace(
            teller=None, teller_max=None, noemer=noemer[0], noemer_max=_open(noemer[1]),
            waarde=low, waarde_max=high, is_banded=True,
        )  # fmt: skip
    if teller is None or (noemer is None and figure.noemer is not None):
        return closed(figure)
    if indicator.is_of_pupils and noemer == EVERYTHING:
        return closed(figure)  # of how many is not told, and so not how many of them
    low, high = teller[0], _open(teller[1])
    below, above = (None, None) if noemer is None else (noemer[0], _open(noemer[1]))
    if high is None and low < minimum:
        return closed(figure)  # "at least nobody" says nothing, "at least a few" too much
    seen = figure._replace(
        teller=low, teller_max=high, noemer=below, noemer_max=above, is_banded=True,
        waarde=None, waarde_max=None,
    )  # fmt: skip
    if _is_closed(high, minimum) or (noemer is not None and _is_closed(above, minimum)):
        return seen._replace(is_hidden=True)
    least, most = value_of(indicator, low, high, below, above)
    if indicator.teller_is == "deel" and (low, high) == (below, above) and above:
        # The same class is not the same pupils.
        least = 100.0 * (low or 0.0) / above
    return seen._replace(waarde=least, waarde_max=most)


def closed(figure: Figure) -> Figure:
    """Hidden without saying how small."""
    return figure._replace(
        teller=None, teller_max=None, noemer=None, noemer_max=None, waarde=None, waarde_max=None,
        is_hidden=True,
    )  # fmt: skip


def _duration(indicator: Indicator, figure: Figure, cases: Interval | None, minimum: int) -> Figure:
    """Of ten cases and more the median in whole weeks, or what part it is in classes: a rounded
    percentage of twelve cases is one of them, or two."""
    if cases is None or cases[0] < least_cases(minimum) or figure.waarde is None:
        return closed(figure)
    low = high = float(round(figure.waarde))
    if indicator.statistic == "binnen":
        ended = figure.waarde * (figure.teller or 0.0) / 100.0
        # Estimated, so no whole number; half of one is hidden as one is.
        ends = (math.floor(round(ended, 6)), math.ceil(round(ended, 6)))
        least, most = band(*ends, minimum)
        # Outwards, to whole percentages.
        low = 0.0 if most < minimum else float(math.floor(100.0 * least / cases[1]))
        high = min(100.0, float(math.ceil(100.0 * most / cases[0])))
    return figure._replace(teller=cases[0], teller_max=_open(cases[1]), waarde=low,
                           waarde_max=high, is_banded=True)  # fmt: skip


def _tenth(value: float | None, rounded: Callable[[float], int]) -> float | None:
    return None if value is None else rounded(round(10 * value, 6)) / 10


def _is_closed(high: float | None, minimum: int) -> bool:
    """Whether an interval is that of a hidden count."""
    return high is not None and 0 < high < minimum


def _open(end: float) -> float | None:
    return None if end == float("inf") else end


def _is_whole(
    store: "Store", indicator: Indicator, swv: str, question: Question, figure: Figure
) -> bool:
    """Whether a unit lies in the asked region with all of it that is in the samenwerkingsverband."""
    from monitor.figures.disclosure.units import units_of

    assert question.within is not None
    large, code = question.within
    if question.per == large:
        return figure.code == code
    return units_of(store, indicator, swv).inside(question.per, large, figure.code) == (code,)
