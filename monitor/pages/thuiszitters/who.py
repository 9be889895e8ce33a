"""What is known of them: a plan or not, jeugdhulp or not, and why they are at home."""

from collections.abc import Sequence

import streamlit as st

from monitor.compare import afspraken
from monitor.compare.afspraken import AfspraakStand
from monitor.figures import wording
from monitor.figures.door import Figure, Indicator
from monitor.pages.pieces import figure_parts
from monitor.pages.thuiszitters import opening, reasons, under_a_figure
from monitor.pages.thuiszitters.subject import Subject, spoken
from monitor.sections import origins
from monitor.sections.what_is_shown import TOO_SMALL
from monitor.views.charts import breakdown as charts
from monitor.views.files import tables


MOST_REASONS = 8
MEASURES = {"plan": "thuiszitters_zonder_plan", "jeugdhulp": "thuiszitters_jeugdhulp"}
"""Of a breakdown the measure that says the same of all pupils together."""


def show(subject: Subject, now: Figure) -> None:
    if now.teller_max == 0:
        return
    if not subject.sees(breakdown="reden"):
        st.header("Plan, jeugdhulp en redenen")
        st.markdown(f"Uitsplitsingen ziet u alleen van {subject.only}: hier zijn de groepen te "
                    "klein. De directeur ziet ze.")  # fmt: skip
        return
    plan, jeugdhulp = st.columns(2, gap="medium")
    with plan:
        st.header("Met en zonder plan")
        standing = standing_of(subject, subject.indicator("thuiszitters_zonder_plan"))
        _part(subject, now, "plan", opening.without_plan(subject), standing)
    with jeugdhulp:
        st.header("Met jeugdhulp")
        _part(subject, now, "jeugdhulp", _with_help(subject), None)
    st.header("Redenen")
    _reasons(subject, now)
    reasons.show(subject)


def standing_of(subject: Subject, indicator: Indicator) -> AfspraakStand | None:
    """The promise about an indicator at the chosen month; it is of the whole only."""
    if not subject.is_whole:
        return None
    found = afspraken.standings(subject.store, subject.viewer, subject.region.swv, "")
    return next(
        (one for one in found if one.indicator == indicator and one.figure is not None), None
    )


def beside_target(standing: AfspraakStand | None) -> str:
    """Afgesproken is 0 % of lager in 2026: nog niet gehaald, nog 32 procentpunt te gaan."""
    if standing is None or standing.indicator is None:
        return ""
    target = standing.target
    by = f" in {target.per_jaar}" if target.per_jaar else ""
    return (
        f"Afgesproken is {afspraken.wanted(target, standing.indicator)}{by}: {standing.state}, "
        f"{standing.why}."
    )


def _part(
    subject: Subject, now: Figure, breakdown: str, sentence: str, standing: AfspraakStand | None
) -> None:
    indicator = subject.indicator()
    if sentence:
        st.markdown(f"**{sentence}**")
    if standing and standing.figure and standing.figure.periode == subject.periode:
        st.markdown(beside_target(standing))
    if not subject.sees(breakdown=breakdown):
        _share(subject, MEASURES[breakdown], standing)
        return
    found = subject.parts(breakdown)
    picture(subject, indicator, found, breakdown)
    under_a_figure.show(
        subject, indicator, now.periode, now, group_rows(found, indicator, now),
        [(indicator, subject.region.per, found)], f"naar-{breakdown}",
        f"{subject.region.naam}, {breakdown}", origins.target_origin(standing),
    )  # fmt: skip


def _share(subject: Subject, measure: str, standing: AfspraakStand | None) -> None:
    """Of who does not see the parts: which part of the pupils it is."""
    indicator, share = subject.indicator(measure), subject.measured(measure)
    if share is None:
        st.markdown(f"Dat staat er niet: {TOO_SMALL}.")
        return
    st.markdown(f"Dat is {wording.value(share, indicator)} van de leerlingen. In het hoogste getal zitten "
                "ook de leerlingen van wie het niet bekend is.")  # fmt: skip
    every = [f for f in subject.own(measure) if wording.is_known(f)]
    under_a_figure.show(
        subject, indicator, subject.periode, share, tables.figure_rows(every[::-1], indicator),
        [(indicator, subject.region.per, every)], f"deel-{measure.rpartition('_')[2]}",
        f"{subject.region.naam}, alle maanden", origins.target_origin(standing),
    )  # fmt: skip


def _with_help(subject: Subject) -> str:
    if not subject.sees(breakdown="jeugdhulp"):
        share = subject.measured("thuiszitters_jeugdhulp")
        many = wording.teller(share) if share is not None else ""
        return f"Bij {many} is jeugdhulp betrokken, of is dat niet bekend." if many else ""
    found = {f.uitsplitsing.partition("=")[2]: f for f in subject.parts("jeugdhulp")}
    with_, unknown = found.get("ja"), found.get("onbekend")
    if with_ is None:
        return "Van niemand is bekend dat er jeugdhulp is."
    if wording.is_closed(with_):
        return ""
    said = f"Bij {spoken(with_)} is jeugdhulp betrokken"
    if unknown is not None and not wording.is_closed(unknown):
        said += f", van {spoken(unknown)} is dat niet bekend"
    return f"{said}."


def _reasons(subject: Subject, now: Figure) -> None:
    indicator = subject.indicator()
    found = charts.ranked(subject.parts("reden"))
    shown = [f for f in found if not f.is_hidden]
    reason = next((f for f in shown if f.uitsplitsing != "reden=onbekend"), None)
    if reason is not None and (reason.teller or 0) > 1:
        name = reason.uitsplitsing.partition("=")[2]
        also = [f for f in shown if f is not reason and _may_be_as_many(f, reason)]
        word = "Vaak genoemd" if also else "Het vaakst genoemd"
        st.markdown(f"**{word}: {name} ({spoken(reason)} van de {spoken(now)}).**")
    top = shown[:MOST_REASONS]
    rest_ = len(shown) - len(top)
    picture(subject, indicator, top, "reden")
    hidden_groups([f for f in found if f.is_hidden], "redenen")
    if rest_:
        st.caption(f"De {len(top)} redenen met de meeste leerlingen; de andere {rest_} staan in "
                   "de tabel. Een reden staat er zoals de school hem invulde.")  # fmt: skip
    under_a_figure.show(
        subject, indicator, now.periode, now, group_rows(found, indicator, now),
        [(indicator, subject.region.per, found)], "naar-reden", f"{subject.region.naam}, redenen",
    )  # fmt: skip


def _may_be_as_many(one: Figure, other: Figure) -> bool:
    return (one.teller_max or 0) >= (other.teller or 0) and one.uitsplitsing != "reden=onbekend"


def picture(
    subject: Subject, indicator: Indicator, drawn: Sequence[Figure], breakdown: str
) -> None:
    """The parts as a chart."""
    # Not stacked: what is further down or in classes is missing, so it is no whole.
    named = [
        f._replace(code=f.uitsplitsing, naam=charts.part_name(f.uitsplitsing), uitsplitsing="")
        for f in drawn
    ]
    if named:
        figure_parts.chart(
            charts.ranking(named, indicator),
            charts.ranking_description(named, indicator),
            key=f"thuiszitters_{subject.code}_{breakdown}_{subject.region.code}",
        )


def hidden_groups(hidden: Sequence[Figure], plural: str) -> None:
    """What is not drawn for being small, in one sentence."""
    if hidden:
        st.caption(f"Van {len(hidden)} {plural} is het aantal verborgen; die staan alleen in de "
                   "tabel.")  # fmt: skip


def group_rows(found: Sequence[Figure], indicator: Indicator, now: Figure) -> list[dict[str, str]]:
    """The parts and the total."""
    rows = [
        {"Groep": charts.part_name(f.uitsplitsing), tables.value_title(indicator): spoken(f)}
        for f in found
    ]
    rows.append({"Groep": "totaal", tables.value_title(indicator): spoken(now)})
    return rows
