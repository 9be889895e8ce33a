"""What OCW counts in the whole country, under the definitions that it has."""

import datetime as dt
from dataclasses import replace

from monitor.compare import ocw_series
from monitor.compare.ocw_series import Year
from monitor.figures.door import Figure, Indicator
from monitor.sections.section import Drawn, Said, Section, Trust, said
from monitor.sections.thuiszitters.subject import Subject
from monitor.sections.thuiszitters.twin import twin
from monitor.sections.values import Value
from monitor.store.definitions import definitions
from monitor.values import dutch, moments
from monitor.views.charts.breakdown import Series
from monitor.views.charts.kinds import Trend


QUESTION = "Hoeveel zijn het er in heel Nederland?"
TITLE = "Wat OCW landelijk telt"
KEY = "thuiszitters_landelijk"
APART = (
    "Dit is het aantal leerlingen van heel Nederland in een heel schooljaar, van alle leerlingen "
    "die leerplichtig zijn, in het basis- en voortgezet onderwijs samen. Daarom staat het hier "
    "los, en niet naast uw eigen aantal. Per 1.000 leerlingen staat de vergelijking bij Verloop."
)


def make(subject: Subject) -> Section | None:
    """The country's own series of counts: never a part of ours, nor ours of it. None where there is
    no series yet."""
    definition = subject.definition
    selection = f"{definition.title}, Nederland, alle schooljaren"
    if not definition.national:
        others = dutch.joined([d.short for d in definitions().values() if d.national])
        return Section(
            KEY, QUESTION, TITLE, Said(""), selection,
            beside=said(f"Naar de definitie ‘{definition.title}’ wordt landelijk niet geteld. Vergelijken met "
                        f"Nederland kan met een definitie die OCW ook gebruikt: {others}."),
        )  # fmt: skip
    years = ocw_series.series(subject.store, definition)
    known = [year for year in years if year.leerlingen is not None]
    if not known:
        return None
    first, last = known[0], known[-1]
    indicator = subject.indicator("thuiszitters_jaar")
    line = tuple(_figure(year) for year in known)
    lines = (Series("Nederland", line, "grey", indicator=indicator.name),)
    rows: list[dict[str, str | Value]] = [
        {"Schooljaar": year.schooljaar, "Nederland, leerlingen": _cell(year)}
        for year in reversed(years)
    ]
    return Section(
        key=KEY,
        question=QUESTION,
        title=TITLE,
        says=Said(
            f"In Nederland waren het er {dutch.number(last.leerlingen)} in schooljaar "
            f"{last.schooljaar}; in {first.schooljaar} {dutch.number(first.leerlingen)}."
        ),
        selection=selection,
        beside=said(_unknown([year.schooljaar for year in years if year.leerlingen is None])),
        drawn=(Drawn(Trend(lines, indicator, height=260)),),
        table=replace(
            # None of our indicators, so no figures with our columns behind it.
            twin("Wat OCW landelijk telt, per schooljaar", rows, [], "", "alle schooljaren, Nederland"),
            file=f"thuiszitters-landelijk-{subject.code.lower()}",
        ),
        trust=_trust(subject, indicator),
        notes=(APART,),
    )  # fmt: skip


def _figure(year: Year) -> Figure:
    """As OCW gave it, which is none of what is counted here."""
    count = float(year.leerlingen or 0)
    return Figure("NL", "Nederland", year.schooljaar, "", count, count, None, None, count, count)


def _cell(year: Year) -> Value:
    if year.leerlingen is None:
        return Value(dutch.UNKNOWN, status="onbekend")
    return Value(dutch.number(year.leerlingen), year.leerlingen, year.leerlingen, "bekend")


def _unknown(years: list[str]) -> str:
    if not years:
        return ""
    return (
        f"Over {dutch.joined(years)} is het landelijke aantal niet bekend, of de bronnen "
        "spreken elkaar tegen."
    )


def _trust(subject: Subject, indicator: Indicator) -> tuple[Trust, ...]:
    """OCW's file; what this samenwerkingsverband delivered has no part in it."""
    file, _, day = ocw_series.delivered(subject.store).partition("|")
    if not file:
        return ()
    delivered = f"geleverd {moments.date(dt.date.fromisoformat(day))}"
    line = f"Bron: OCW, Leerplichttelling ({file}) · {delivered}"
    return (Trust(indicator, line),)
