"""How long the one in the middle is at home: the half longer, the half shorter."""

from monitor.figures import wording
from monitor.figures.disclosure.policy import least_cases
from monitor.figures.door import Indicator
from monitor.sections import tables
from monitor.sections.section import Drawn, Piece, Said, Section, said
from monitor.sections.thuiszitters.ending import lasting_per_period
from monitor.sections.thuiszitters.subject import Subject
from monitor.sections.thuiszitters.twin import twin
from monitor.values import dutch
from monitor.values.durations import WEEK, Spread
from monitor.views.charts.breakdown import Series
from monitor.views.charts.how_long import Moment, quartile_rows
from monitor.views.charts.kinds import QuartilesOverTime, Trend


QUESTION = "Hoe lang zit de middelste leerling thuis?"
TITLE = "De middelste leerling"
KEY = "thuiszitters_middelste"
TOO_FEW = "Er zijn te weinig leerlingen om hier iets over te zeggen."
SKEWED = 1.25
"""A mean that is so many times the median is said to be pulled up by a few."""


def make(subject: Subject) -> Section | None:
    """Of who sees no exact figures the middle in whole weeks, of ten pupils and more; None where it is
    not for this role."""
    indicator = subject.indicator("thuiszitters_duur")
    if subject.viewer.role not in indicator.audience:
        return None
    if not subject.viewer.sees_exact:
        return _medians(subject, indicator)
    seen = {f.periode for f in subject.stands}
    found = lasting_per_period(subject, indicator)
    moments = tuple(Moment(p, s) for p, s in found.items() if s.n and p in seen)
    if not moments:
        return _too_few(subject)
    here = next((m for m in moments if m.periode == subject.periode), None)
    first, then = _said(here.spread) if here is not None and here.spread.n > 1 else ("", "")
    note = (
        "Dit gaat over wie er op die dag is. Wie weer naar school ging telt niet meer mee; "
        "hoe snel dat gaat, staat hieronder."
    )
    figures = [f for f in subject.own("thuiszitters_duur") if f.periode in seen]
    now = next((f for f in figures if f.periode == subject.periode), None)
    is_drawn = len(moments) > 1
    return Section(
        key=KEY,
        question=QUESTION,
        title=TITLE,
        says=Said(first),
        selection=subject.sentence,
        beside=said(then),
        drawn=(Drawn(QuartilesOverTime(moments), (note,)),) if is_drawn else (),
        table=twin("De middelste leerling en de helft daaromheen, per maand", quartile_rows(moments),
                   [(indicator, subject.region.per, figures)], "hoe-lang",
                   f"{subject.region.naam}, alle maanden"),
        trust=subject.trust(indicator, subject.periode, now),
        notes=() if is_drawn else (note,),
    )  # fmt: skip


def _too_few(subject: Subject) -> Section:
    return Section(KEY, QUESTION, TITLE, Said(""), subject.sentence, beside=said(TOO_FEW))


def _said(spread: Spread) -> tuple[str, str]:
    """The middle half, and the mean beside it."""
    low, middle, high = (_weeks(spread, part) for part in (0.25, 0.5, 0.75))
    mean = f"Gemiddeld is het {dutch.number((spread.mean or 0) / WEEK)} weken"
    if (spread.mean or 0) > SKEWED * (spread.median or 0):
        mean += ": een paar leerlingen die heel lang thuis zitten, trekken dat omhoog"
    return (
        f"De helft zit langer dan {middle} weken thuis; bij de middelste helft is het {low} tot "
        f"{high} weken."
    ), f"{mean}."


def _medians(subject: Subject, indicator: Indicator) -> Section:
    known = tuple(f for f in subject.own("thuiszitters_duur") if wording.is_known(f))
    if not known:
        return _too_few(subject)
    now = next((f for f in known if f.periode == subject.periode), None)
    first = ""
    if now is not None:
        first = f"De helft zit ongeveer {wording.value(now, indicator)} of langer thuis."
    line = Series(subject.region.naam, known, "accent", indicator=indicator.name)
    least = dutch.number(least_cases(subject.store.settings.drempel))
    note = (
        f"In hele weken, en alleen in maanden met {least} leerlingen of meer. Dit gaat over wie "
        "er op die dag is; wie weer naar school ging telt niet meer mee."
    )
    return Section(
        key=KEY,
        question=QUESTION,
        title=TITLE,
        says=Said(first),
        selection=subject.sentence,
        drawn=(Drawn(Trend((line,), indicator), (note,)),),
        table=tables.of_figures(
            f"{indicator.short}, per maand", known[::-1], indicator,
            [Piece(indicator, subject.region.per, known)], "thuiszitters-hoe-lang",
            f"{subject.region.naam}, alle maanden",
        ),
        trust=subject.trust(indicator, subject.periode, now),
    )  # fmt: skip


def _weeks(spread: Spread, part: float) -> str:
    return dutch.number((spread.quantile(part) or 0) / WEEK)
