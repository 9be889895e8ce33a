"""What is known of them: a plan or not, jeugdhulp or not, and why they are at home."""

from collections.abc import Sequence

import streamlit as st

from monitor import afspraken
from monitor.afspraken import Standing
from monitor.disclosure.beside_total import rest
from monitor.indicators import Figure, Indicator
from monitor.pages import parts
from monitor.pages.thuiszitters import opening, proof
from monitor.pages.thuiszitters.subject import Subject, spoken, spoken_ends
from monitor.views import charts, tables


MOST_REASONS = 8


def show(subject: Subject, now: Figure) -> None:
    if now.teller_max == 0:
        return
    if not subject.sees_parts:
        st.header("Plan, jeugdhulp en redenen")
        st.markdown(
            "Uitsplitsingen ziet u alleen van het hele samenwerkingsverband: per gemeente of "
            "subregio zijn de groepen te klein."
        )
        return
    plan, jeugdhulp = st.columns(2, gap="medium")
    with plan:
        st.header("Met en zonder plan")
        standing = standing_of(subject, subject.indicator("thuiszitters_zonder_plan"))
        _part(subject, now, "plan", opening.without_plan(subject, now), standing)
    with jeugdhulp:
        st.header("Met jeugdhulp")
        _part(subject, now, "jeugdhulp", _with_help(subject), None)
    st.header("Redenen")
    _reasons(subject, now)


def standing_of(subject: Subject, indicator: Indicator) -> Standing | None:
    """The promise about an indicator at the chosen month; it is of the whole only."""
    if not subject.is_whole:
        return None
    found = afspraken.standings(subject.store, subject.viewer, subject.region.swv, "")
    return next(
        (one for one in found if one.indicator == indicator and one.figure is not None), None
    )


def beside_target(standing: Standing | None, *, is_bare: bool = False) -> str:
    """Afgesproken is 0 % of lager in 2026: nog niet gehaald, nog 32 procentpunt te gaan.

    `is_bare` leaves out how far it is: beside parts that are hidden that is their number.
    """
    if standing is None or standing.indicator is None:
        return ""
    target = standing.target
    by = f" in {target.per_jaar}" if target.per_jaar else ""
    if is_bare:
        wanted = afspraken.wanted(target, standing.indicator)
        return f"Afgesproken is {wanted}{by}: {standing.state}."
    return (
        f"Afgesproken is {afspraken.wanted(target, standing.indicator)}{by}: {standing.state}, "
        f"{standing.why}."
    )


def _part(
    subject: Subject, now: Figure, breakdown: str, sentence: str, standing: Standing | None
) -> None:
    indicator = subject.indicator()
    found = subject.parts(breakdown)
    if sentence:
        st.markdown(f"**{sentence}**")
    if standing and standing.figure and standing.figure.periode == subject.periode:
        st.markdown(beside_target(standing, is_bare=any(f.is_hidden for f in found)))
    _picture(subject, indicator, found, found, now, breakdown)
    proof.show(
        subject, indicator, now.periode, now, group_rows(found, indicator, now),
        [(indicator, subject.region.per, found)], f"naar-{breakdown}",
        f"{subject.region.naam}, {breakdown}", parts.target_origin(standing),
    )  # fmt: skip


def _with_help(subject: Subject) -> str:
    found = {f.uitsplitsing.partition("=")[2]: f for f in subject.parts("jeugdhulp")}
    with_, unknown = found.get("ja"), found.get("onbekend")
    if with_ is None:
        return "Van niemand is bekend dat er jeugdhulp is."
    if with_.is_hidden:
        return ""
    said = f"Bij {spoken(with_)} is jeugdhulp betrokken"
    if unknown is not None and not unknown.is_hidden:
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
    _picture(subject, indicator, top, found, now, "reden")
    if rest_:
        st.caption(f"De {len(top)} redenen met de meeste leerlingen; de andere {rest_} staan in "
                   "de tabel. Een reden staat er zoals de school hem invulde.")  # fmt: skip
    proof.show(
        subject, indicator, now.periode, now, group_rows(found, indicator, now),
        [(indicator, subject.region.per, found)], "naar-reden", f"{subject.region.naam}, redenen",
    )  # fmt: skip


def _may_be_as_many(one: Figure, other: Figure) -> bool:
    return (one.teller_max or 0) >= (other.teller or 0) and one.uitsplitsing != "reden=onbekend"


def _picture(
    subject: Subject,
    indicator: Indicator,
    drawn: Sequence[Figure],
    found: Sequence[Figure],
    now: Figure,
    breakdown: str,
) -> None:
    """The parts that may be seen as a chart; what is hidden is one sentence."""
    shown = [f for f in drawn if not f.is_hidden]
    if shown:
        # Not stacked: what is hidden or further down is missing, so it is no whole.
        named = [
            f._replace(code=f.uitsplitsing, naam=charts.part_name(f.uitsplitsing), uitsplitsing="")
            for f in shown
        ]
        parts.chart(
            charts.ranking(named, indicator),
            charts.ranking_description(named, indicator),
            key=f"thuiszitters_{subject.code}_{breakdown}_{subject.region.code}",
        )
    hidden_groups(found, now)


def hidden_groups(found: Sequence[Figure], now: Figure) -> None:
    """What is hidden, in one sentence."""
    many, low, high = rest(found, now)
    shown = [f for f in found if not f.is_hidden]
    if many:
        together = f"{many} groepen zijn samen {spoken_ends(low, high)} leerlingen, en apart"
        what = together if shown else "Alles is"
        st.caption(f"{what} verborgen: de groepen zijn te klein om te tonen.")


def group_rows(found: Sequence[Figure], indicator: Indicator, now: Figure) -> list[dict[str, str]]:
    """The parts that may be seen, those that are hidden together, and the total."""
    shown = [f for f in found if not f.is_hidden]
    rows = [
        {"Groep": charts.part_name(f.uitsplitsing), tables.value_title(indicator): spoken(f)}
        for f in shown
    ]
    many, low, high = rest(found, now)
    if many:
        # How many groups there are says too much where nothing else is left to see.
        name = f"{many} groepen samen (apart verborgen)" if shown else "alle groepen (verborgen)"
        rows.append({"Groep": name, tables.value_title(indicator): spoken_ends(low, high)})
    rows.append({"Groep": "totaal", tables.value_title(indicator): spoken(now)})
    return rows
