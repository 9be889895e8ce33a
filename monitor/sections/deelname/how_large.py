"""How large the share is now, beside the years before, the country and the target."""

from monitor.access import Viewer
from monitor.compare import afspraken, breaks
from monitor.compare.afspraken import AfspraakStand
from monitor.figures import counted_where, together, wording
from monitor.figures.door import Figure, Indicator
from monitor.sections import origins, spread, trust
from monitor.sections.deelname.subject import Subject
from monitor.sections.section import Said, Section, said
from monitor.store.store import Store
from monitor.values import moments, rounding
from monitor.views.charts import breakdown
from monitor.views.words import sentences


QUESTION = "Welk deel van de leerlingen is het, en wordt het meer of minder?"


def make(store: Store, viewer: Viewer, subject: Subject) -> Section:
    indicator, region, now = subject.indicator, subject.region, subject.now
    if counted_where.is_without_school(now, indicator):
        return _no_school(store, viewer, subject)
    standing = _standing(store, viewer, subject)
    found = [one for one in _sentences(store, viewer, subject, standing) if one]
    first, *rest = found or [f"{indicator.short} is {wording.value_long(now, indicator)}."]
    beside = (
        origins.country_origin(store, indicator, subject.country),
        origins.target_origin(standing),
    )
    return Section(
        key="deelname_nu",
        question=QUESTION,
        title="",
        says=Said(first),
        selection=subject.sentence,
        beside=said(*rest),
        trust=(trust.trust_of(store, viewer, indicator, now.periode, region, now, beside),),
    )


def _sentences(
    store: Store, viewer: Viewer, subject: Subject, standing: AfspraakStand | None
) -> list[str]:
    """What is surest first."""
    indicator, region, now = subject.indicator, subject.region, subject.now
    upto_now = [figure for figure in subject.own if figure.periode <= now.periode]
    periods = tuple(figure.periode for figure in upto_now)
    broken = [
        one
        for one in breaks.breaks(store, indicator, region.per, region.code, periods)
        if one.is_source
    ]
    found = [
        sentences.trend_sentence(
            breakdown.Series(region.naam, upto_now),
            indicator,
            breakdown.Series("Nederland", subject.land),
            [breakdown.Break(one.periode, one.short) for one in broken],
        )
    ]
    here = subject.country
    if here is not None:
        found.append(sentences.compare_sentence(now, here, indicator))
    if spread.is_open(now):
        # So wide an interval says nothing about the years.
        found = found[1:]
    elif any(one.periode == now.periode for one in broken):
        # That nothing can be said about the years before is not the answer.
        found.reverse()
    found.append(afspraken.sentence(standing))
    found.append(_why_open(store, indicator, now))
    both = together.of_one(store, viewer, indicator, region.per, now)
    if both is not None:
        # What is known goes first; the interval stands behind it. With the country in one sentence:
        # beside the years, the country, the target and why it is open there is no room for a sixth.
        first = both.sentence(region.naam)
        of_land = here and together.of_one(store, viewer, indicator, "land", here)
        if of_land and of_land.indicator.kind == both.indicator.kind == "aandeel":
            first += f" In Nederland is dat {wording.value(of_land.figure, of_land.indicator)}."
        found.insert(0, first)
    return found


def _no_school(store: Store, viewer: Viewer, subject: Subject) -> Section:
    """A nought that says where schools stand, and nothing about the pupils who live there."""
    indicator, region, now = subject.indicator, subject.region, subject.now
    when = moments.period(now.periode, indicator.moment)
    where = f"In {region.naam}"
    first = origins.without_school(store, [indicator], now.periode, region.swv, where)
    return Section(
        key="deelname_nu",
        question=QUESTION,
        title="",
        says=Said(f"{first}: op {when} zijn daar geen {indicator.teller} geteld."),
        selection=subject.sentence,
        beside=said(counted_where.WARNING),
        trust=(trust.trust_of(store, viewer, indicator, now.periode, region, now),),
    )


def _standing(store: Store, viewer: Viewer, subject: Subject) -> AfspraakStand | None:
    """The promise about this figure; it is of the whole samenwerkingsverband only."""
    if subject.region.per != "swv":
        return None
    found = afspraken.standings(store, viewer, subject.region.swv, subject.periode)
    return next(
        (g for g in found if g.indicator == subject.indicator and g.figure == subject.now), None
    )


def _why_open(store: Store, indicator: Indicator, now: Figure) -> str:
    """Why a figure is an interval, when a reader can see that it is one."""
    low, high = wording.shown(now)
    if low is None or high is None:
        return ""
    if rounding.rounded(low, indicator.decimals) == rounding.rounded(high, indicator.decimals):
        return ""
    why = origins.why_open(store, indicator, now)
    return f"Preciezer dan {wording.value(now, indicator)} is het niet te zeggen: {why}."
