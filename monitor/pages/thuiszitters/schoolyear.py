"""The count of a whole schooljaar, beside the stand, the country and the promise."""

import math
from collections.abc import Sequence

import streamlit as st

from monitor.compare import yardsticks
from monitor.compare.yardsticks import Benchmark
from monitor.figures import wording
from monitor.figures.door import Figure, Indicator
from monitor.pages.pieces import figure_parts
from monitor.pages.thuiszitters import under_a_figure
from monitor.pages.thuiszitters.subject import Subject, people, spoken
from monitor.pages.thuiszitters.who import beside_target, standing_of
from monitor.sections import origins
from monitor.values import dutch, moments
from monitor.views.charts import breakdown


def show(subject: Subject, now: Figure) -> None:
    if not subject.sees("thuiszitters_jaar"):
        st.markdown("Hoeveel leerlingen het in een heel schooljaar waren, ziet u alleen van "
                    f"{subject.only}: hier zijn de aantallen te klein.")  # fmt: skip
        return
    counts = subject.own("thuiszitters_jaar")
    if not counts:
        st.markdown("Er is nog geen heel schooljaar geteld.")
        return
    rate = subject.indicator("thuiszitters_jaar_promille")
    sees_rate = subject.sees("thuiszitters_jaar_promille")
    own = subject.own("thuiszitters_jaar_promille") if sees_rate else []
    land = yardsticks.country(subject.store, subject.viewer, rate) if own else []
    _not_a_stand(subject, counts[-1], now)
    standing = standing_of(subject, rate)
    if own:
        _beside(subject, rate, own, land)
        if standing is not None:
            st.markdown(beside_target(standing))
        _trend(subject, rate, own, land, standing.target.streefwaarde if standing else None,
               f"doel {standing.target.per_jaar or ''}".strip() if standing else "doel")  # fmt: skip
    elif len(counts) > 1:
        indicator = subject.indicator("thuiszitters_jaar")
        _trend(subject, indicator, counts, [], None, "doel")
    shown = own or counts
    indicator = rate if own else subject.indicator("thuiszitters_jaar")
    pieces: list[under_a_figure.Piece] = [
        (subject.indicator("thuiszitters_jaar"), subject.region.per, counts),
        (rate, subject.region.per, own),
        (rate, "land", land),
    ]
    under_a_figure.show(
        subject, indicator, shown[-1].periode, shown[-1], _rows(subject, counts, own, land), pieces,
        "per-schooljaar", f"{subject.region.naam}, alle schooljaren",
        origins.country_origin(subject.store, rate, land[-1] if land else None),
        origins.target_origin(standing),
    )  # fmt: skip


def _not_a_stand(subject: Subject, year: Figure, now: Figure) -> None:
    """Why there are more in a year than on a day."""
    if not wording.is_known(year):
        return
    words = people(year, subject.definition)
    st.markdown(
        f"**In schooljaar {year.periode} waren er {words}; op {moments.date(now.periode)} zijn het er "
        f"{spoken(now)}.**"
    )
    st.markdown(
        "Dat is geen tegenspraak. Het schooljaar telt iedereen die er ergens in dat jaar aan "
        "voldeed, al was het één dag; de stand telt wie er op één dag is. De Leerplichttelling "
        "van OCW telt het schooljaar, het samenwerkingsverband stuurt op de stand."
    )


def _beside(
    subject: Subject, rate: Indicator, own: Sequence[Figure], land: Sequence[Figure]
) -> None:
    """Beside the country: same definition, same kind of year, per 1.000 pupils."""
    here = {f.periode: f for f in land}
    last = own[-1]
    if last.periode in here:
        there = here[last.periode]
        said = (
            f"Per 1.000 leerlingen waren het er {wording.value_bare(last, rate)} in {last.periode}; "
            f"in Nederland {wording.value_bare(there, rate)}."
        )
        if is_chance_beside(last, there):
            said += " Dat verschil kan toeval zijn."
        st.markdown(said)
    for year, found in yardsticks.conflicts(subject.store, rate).items():
        st.markdown(conflict(rate, year, found))


def is_chance_beside(own: Figure, land: Figure) -> bool:
    """Whether a count could be this far from what the country's rate would give (Poisson, 95 %);
    of intervals the ends that are nearest to each other."""
    ends = (own.teller, own.teller_max, own.noemer, own.noemer_max, land.waarde, land.waarde_max)
    if any(end is None for end in ends):
        return False
    low, high, least, most, rate_low, rate_high = (float(end or 0) for end in ends)
    expected_low, expected_high = least * rate_low / 1000, most * rate_high / 1000
    margin = 1.96 * math.sqrt(max(expected_high, 1.0))
    return low <= expected_high + margin and high >= expected_low - margin


def conflict(rate: Indicator, year: str, found: Sequence[Benchmark]) -> str:
    """Over 2022-2023 spreken bronnen over Nederland elkaar tegen: 3,9 of 5,2 per 1.000."""
    values = sorted({end for one in found for end in (one.low, one.high)})
    words = dutch.joined([dutch.number(value, rate.decimals) for value in values], "of")
    name = found[0].jaar if len(found[0].jaar) > 4 else year
    if len(values) == 1:
        return f"Over {name} is het cijfer van Nederland omstreden: {words} {rate.unit}."
    return (
        f"Over {name} spreken bronnen elkaar tegen over Nederland: {words} {rate.unit}. Daarom "
        "staat dat jaar niet in de lijn."
    )


def _trend(
    subject: Subject, indicator: Indicator, own: Sequence[Figure], land: Sequence[Figure],
    goal: float | None, goal_name: str,
) -> None:  # fmt: skip
    lines = [breakdown.Series(subject.region.naam, own, "accent", indicator=indicator.name)]
    if land:
        lines.append(breakdown.Series("Nederland", land, "grey", indicator=indicator.name))
    figure_parts.chart(
        breakdown.trend(lines, indicator, (), goal, target_name=goal_name),
        breakdown.trend_description(lines, indicator, (), goal, goal_name),
        key=f"thuiszitters_{subject.code}_jaren_{subject.region.code}",
    )


def _rows(
    subject: Subject, counts: Sequence[Figure], own: Sequence[Figure], land: Sequence[Figure]
) -> list[dict[str, str]]:
    """A row per schooljaar: the count, per 1.000 pupils, and the country beside it."""
    rate = subject.indicator("thuiszitters_jaar_promille")
    rates, country = ({f.periode: f for f in found} for found in (own, land))
    disputed = yardsticks.conflicts(subject.store, rate) if land else {}
    rows = []
    for figure in reversed(counts):
        row = {"Schooljaar": figure.periode, "Leerlingen": spoken(figure)}
        if own:
            one = rates.get(figure.periode)
            row["Per 1.000 leerlingen"] = wording.value_bare(one, rate) if one else dutch.UNKNOWN
        if land or disputed:
            there = country.get(figure.periode)
            found = disputed.get(figure.periode[:4], [])
            ends = sorted({end for b in found for end in (b.low, b.high)})
            words = dutch.joined([dutch.number(v, rate.decimals) for v in ends], "of")
            known = wording.value_bare(there, rate) if there else dutch.UNKNOWN
            row["Nederland, per 1.000"] = f"{words} (tegenstrijdig)" if found else known
        rows.append(row)
    return rows
