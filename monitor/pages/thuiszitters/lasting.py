"""For how long: classes, median and quartiles over time, and how soon it is over."""

import streamlit as st

from monitor.figures import wording
from monitor.figures.disclosure.policy import least_cases
from monitor.figures.door import Figure, Indicator
from monitor.pages.pieces import figure_parts
from monitor.pages.thuiszitters import ending, under_a_figure
from monitor.pages.thuiszitters.ending import lasting_per_period
from monitor.pages.thuiszitters.subject import Subject, spoken, spoken_ends
from monitor.pages.thuiszitters.who import group_rows, picture
from monitor.values import dutch
from monitor.values.durations import WEEK, Spread
from monitor.values.moments import date
from monitor.views.charts import breakdown
from monitor.views.charts.how_long import (
    CLASSES,
    Moment,
    classes_description,
    classes_over_time,
    quartile_rows,
    quartiles_description,
    quartiles_over_time,
)
from monitor.views.files import tables


MOST_MONTHS = 25
SKEWED = 1.25
"""A mean that is so many times the median is said to be pulled up by a few."""


def show(subject: Subject, now: Figure) -> None:
    if not subject.sees("thuiszitters_duur"):
        st.header("Hoe lang")
        st.markdown(
            f"Hoe lang leerlingen thuis zitten, ziet u alleen van {subject.only}: hier gaat het om "
            "te weinig leerlingen. De directeur ziet het wel."
        )
        return
    st.header("Hoe lang leerlingen al thuis zitten")
    if subject.sees(breakdown="duur"):
        _classes(subject, now)
    else:
        st.markdown(f"Naar duur uitgesplitst ziet u alleen {subject.only}: hier zijn de groepen te "
                    "klein. De directeur ziet ze.")  # fmt: skip
    st.header("De middelste leerling")
    _quartiles(subject)
    st.header("Hoe snel het voorbij is")
    ending.show(subject)


# ------------------------------------------------------------------------------------- classes


def _classes(subject: Subject, now: Figure) -> None:
    indicator = subject.indicator()
    found = subject.parts("duur")
    if now.teller_max == 0 or not found:
        st.markdown("Die dag voldeed niemand aan deze definitie.")
        return
    long = [f for f in found if f.uitsplitsing.partition("=")[2] in CLASSES[2:]]
    if not any(wording.is_closed(f) for f in found):
        low, high = (sum(getattr(f, end) or 0 for f in long) for end in ("teller", "teller_max"))
        many = spoken_ends(low, min(high, now.teller_max or high))
        st.markdown(f"**{many} van de {spoken(now)} zitten langer dan 3 maanden thuis.**")
    months = {now.periode: found}
    if subject.viewer.sees_exact:
        periods = [f.periode for f in subject.stands if f.periode <= now.periode][-MOST_MONTHS:]
        every = subject.own("thuiszitters", "duur")
        months = {p: [f for f in every if f.periode == p] for p in periods}
    if subject.viewer.sees_exact:
        figure_parts.chart(classes_over_time(months), classes_description(months),
                    key=f"thuiszitters_{subject.code}_duur_{subject.region.code}")  # fmt: skip
        if any(f.teller != f.teller_max for parts_ in months.values() for f in parts_):
            st.caption("De staven tonen wie zeker meetelt; de tabel ook wie misschien meetelt.")
    else:
        picture(subject, indicator, found, "duur")
    if len(months) > 1:
        rows = [
            {"Maand": date(p)} | {name: _cell(months[p], name) for name in CLASSES}
            for p in sorted(months, reverse=True)
        ]
    else:
        rows = group_rows(found, indicator, now)
    under_a_figure.show(
        subject, indicator, now.periode, now, rows,
        [(indicator, subject.region.per, [f for p in sorted(months) for f in months[p]])],
        "naar-duur", f"{subject.region.naam}, naar duur",
    )  # fmt: skip


def _cell(found: list[Figure], name: str) -> str:
    one = next((f for f in found if f.uitsplitsing == f"duur={name}"), None)
    return dutch.number(0) if one is None else wording.teller(one)


# ----------------------------------------------------------------------------------- quartiles


def _quartiles(subject: Subject) -> None:
    indicator = subject.indicator("thuiszitters_duur")
    if not subject.viewer.sees_exact:
        _medians(subject, indicator)
        return
    seen = {f.periode for f in subject.stands}
    found = lasting_per_period(subject, indicator)
    moments = [Moment(p, s) for p, s in found.items() if s.n and p in seen]
    if not moments:
        st.markdown("Er zijn te weinig leerlingen om hier iets over te zeggen.")
        return
    here = next((m for m in moments if m.periode == subject.periode), None)
    if here is not None and here.spread.n > 1:
        low, middle, high = (_weeks(here.spread, part) for part in (0.25, 0.5, 0.75))
        mean = dutch.number((here.spread.mean or 0) / WEEK)
        said = (
            f"**De helft zit langer dan {middle} weken thuis; bij de middelste helft is het "
            f"{low} tot {high} weken.** Gemiddeld is het {mean} weken"
        )
        if (here.spread.mean or 0) > SKEWED * (here.spread.median or 0):
            said += ": een paar leerlingen die heel lang thuis zitten, trekken dat omhoog"
        st.markdown(f"{said}.")
    if len(moments) > 1:
        figure_parts.chart(quartiles_over_time(moments), quartiles_description(moments),
                    key=f"thuiszitters_{subject.code}_mediaan_{subject.region.code}")  # fmt: skip
    st.caption("Dit gaat over wie er op die dag is. Wie weer naar school ging telt niet meer mee; "
               "hoe snel dat gaat, staat hieronder.")  # fmt: skip
    figures_ = [f for f in subject.own("thuiszitters_duur") if f.periode in seen]
    now = next((f for f in figures_ if f.periode == subject.periode), None)
    under_a_figure.show(subject, indicator, subject.periode, now, quartile_rows(moments),
               [(indicator, subject.region.per, figures_)], "hoe-lang",
               f"{subject.region.naam}, alle maanden")  # fmt: skip


def _medians(subject: Subject, indicator: Indicator) -> None:
    """Of who sees no exact figures: the middle in whole weeks, of ten pupils and more."""
    found = subject.own("thuiszitters_duur")
    known = [f for f in found if wording.is_known(f)]
    if not known:
        st.markdown("Er zijn te weinig leerlingen om hier iets over te zeggen.")
        return
    now = next((f for f in known if f.periode == subject.periode), None)
    if now is not None:
        st.markdown(f"**De helft zit ongeveer {wording.value(now, indicator)} of langer thuis.**")
    lines = [breakdown.Series(subject.region.naam, known, "accent", indicator=indicator.name)]
    figure_parts.chart(breakdown.trend(lines, indicator), breakdown.trend_description(lines, indicator),
                key=f"thuiszitters_{subject.code}_mediaan_{subject.region.code}")  # fmt: skip
    least = dutch.number(least_cases(subject.store.settings.drempel))
    st.caption(f"In hele weken, en alleen in maanden met {least} leerlingen of meer. Dit gaat over wie "
               "er op die dag is; wie weer naar school ging telt niet meer mee.")  # fmt: skip
    under_a_figure.show(subject, indicator, subject.periode, now, tables.figure_rows(known[::-1], indicator),
               [(indicator, subject.region.per, known)], "hoe-lang",
               f"{subject.region.naam}, alle maanden")  # fmt: skip


def _weeks(spread: Spread, part: float) -> str:
    return dutch.number((spread.quantile(part) or 0) / WEEK)
