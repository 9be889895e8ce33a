"""The count of a whole schooljaar, beside the stand, the country and the promise."""

import math
from collections.abc import Sequence

from monitor.compare import afspraken, yardsticks
from monitor.compare.afspraken import AfspraakStand
from monitor.compare.yardsticks import Benchmark
from monitor.figures import wording
from monitor.figures.door import Figure, Indicator
from monitor.sections import origins
from monitor.sections.section import Drawn, Said, Section, said
from monitor.sections.thuiszitters.promises import standing_of
from monitor.sections.thuiszitters.subject import Subject, people, spoken
from monitor.sections.thuiszitters.twin import counted, twin
from monitor.sections.values import Value, value_of
from monitor.values import dutch, moments
from monitor.views.charts.breakdown import Series
from monitor.views.charts.kinds import Trend


QUESTION = "Hoeveel leerlingen zijn het in een heel schooljaar, naast Nederland en de afspraak?"
TITLE = "In een heel schooljaar"
KEY = "thuiszitters_schooljaar"
NO_CONTRADICTION = (
    "Dat is geen tegenspraak. Het schooljaar telt iedereen die er ergens in dat jaar aan "
    "voldeed, al was het één dag; de stand telt wie er op één dag is. De Leerplichttelling "
    "van OCW telt het schooljaar, het samenwerkingsverband stuurt op de stand."
)


def make(subject: Subject, now: Figure) -> Section:
    """`now` is the stand of the day."""
    if not subject.sees("thuiszitters_jaar"):
        return _without(subject, "Hoeveel leerlingen het in een heel schooljaar waren, ziet u alleen van "
                        f"{subject.only}: hier zijn de aantallen te klein.")  # fmt: skip
    counts = subject.own("thuiszitters_jaar")
    if not counts:
        return _without(subject, "Er is nog geen heel schooljaar geteld.")
    count, rate = (subject.indicator(f"thuiszitters_jaar{end}") for end in ("", "_promille"))
    sees_rate = subject.sees("thuiszitters_jaar_promille")
    own = subject.own("thuiszitters_jaar_promille") if sees_rate else []
    land = yardsticks.country(subject.store, subject.viewer, rate) if own else []
    standing = standing_of(subject, rate)
    first = _beside_a_day(subject, counts[-1], now)
    beside = [NO_CONTRADICTION if first else "", *_beside(subject, own, land, standing)]
    indicator, shown = (rate, own) if own else (count, counts)
    table = twin(
        "Leerlingen per schooljaar", _rows(subject, counts, own, land),
        [(count, subject.region.per, counts), (rate, subject.region.per, own), (rate, "land", land)],
        "per-schooljaar", f"{subject.region.naam}, alle schooljaren",
    )  # fmt: skip
    origin = (
        origins.country_origin(subject.store, rate, land[-1] if land else None),
        origins.target_origin(standing),
    )
    is_drawn = bool(own) or len(counts) > 1
    chart = _trend(subject, indicator, shown, land, standing if own else None)
    return Section(
        key=KEY,
        question=QUESTION,
        title=TITLE,
        says=Said(first),
        selection=subject.every_year,
        beside=said(*beside),
        drawn=(Drawn(chart),) if is_drawn else (),
        table=table,
        trust=subject.trust(indicator, shown[-1].periode, shown[-1], *origin),
    )


def _without(subject: Subject, why: str) -> Section:
    return Section(KEY, QUESTION, TITLE, Said(""), subject.every_year, beside=said(why))


def _beside_a_day(subject: Subject, year: Figure, now: Figure) -> str:
    """That there are more in a year than on a day."""
    if not wording.is_known(year):
        return ""
    words = people(year, subject.definition)
    return (
        f"In schooljaar {year.periode} waren er {words}; op {moments.date(now.periode)} zijn het er "
        f"{spoken(now)}."
    )


def _beside(
    subject: Subject,
    own: Sequence[Figure],
    land: Sequence[Figure],
    standing: AfspraakStand | None,
) -> list[str]:
    """Beside the country (same definition, same kind of year, per 1.000 pupils) and the promise."""
    if not own:
        return []
    rate = subject.indicator("thuiszitters_jaar_promille")
    here = {f.periode: f for f in land}
    last = own[-1]
    found = []
    if last.periode in here:
        there = here[last.periode]
        words = (
            f"Per 1.000 leerlingen waren het er {wording.value_bare(last, rate)} in {last.periode}; "
            f"in Nederland {wording.value_bare(there, rate)}."
        )
        if is_chance_beside(last, there):
            words += " Dat verschil kan toeval zijn."
        found.append(words)
    disputed = yardsticks.conflicts(subject.store, rate)
    # Together one sentence: an answer has room for four.
    found.append(" ".join(conflict(rate, year, every) for year, every in disputed.items()))
    if standing is not None:
        found.append(afspraken.sentence(standing))
    return found


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
    subject: Subject,
    indicator: Indicator,
    own: Sequence[Figure],
    land: Sequence[Figure],
    standing: AfspraakStand | None,
) -> Trend:
    lines = [Series(subject.region.naam, own, "accent", indicator=indicator.name)]
    if land:
        lines.append(Series("Nederland", land, "grey", indicator=indicator.name))
    if standing is None:
        return Trend(tuple(lines), indicator)
    return Trend(tuple(lines), indicator, (), standing.target.streefwaarde,
                 f"doel {standing.target.per_jaar or ''}".strip())  # fmt: skip


def _rows(
    subject: Subject, counts: Sequence[Figure], own: Sequence[Figure], land: Sequence[Figure]
) -> list[dict[str, str | Value]]:
    """A row per schooljaar: the count, per 1.000 pupils, and the country beside it."""
    rate = subject.indicator("thuiszitters_jaar_promille")
    rates, country = ({f.periode: f for f in found} for found in (own, land))
    disputed = yardsticks.conflicts(subject.store, rate) if land else {}
    rows = []
    for figure in reversed(counts):
        row: dict[str, str | Value] = {
            "Schooljaar": figure.periode, "Leerlingen": counted(figure, spoken(figure)),
        }  # fmt: skip
        if own:
            one = rates.get(figure.periode)
            row["Per 1.000 leerlingen"] = (
                value_of(one, rate) if one else Value(dutch.UNKNOWN, status="onbekend")
            )
        if land or disputed:
            there = country.get(figure.periode)
            found = disputed.get(figure.periode[:4], [])
            ends = sorted({end for b in found for end in (b.low, b.high)})
            words = dutch.joined([dutch.number(v, rate.decimals) for v in ends], "of")
            known = value_of(there, rate) if there else Value(dutch.UNKNOWN, status="onbekend")
            row["Nederland, per 1.000"] = Value(f"{words} (tegenstrijdig)") if found else known
        rows.append(row)
    return rows
