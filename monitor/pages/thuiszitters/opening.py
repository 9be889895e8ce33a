"""The answer in words: how many, more or fewer than a year ago, without a plan, for how long."""

import streamlit as st

from monitor.compare import lessons
from monitor.figures import wording
from monitor.figures.door import Figure
from monitor.pages.pieces import figure_parts
from monitor.pages.thuiszitters.subject import Subject, people, spoken
from monitor.values import dutch, moments, rounding


FEW = 5
"""Of fewer the half is one or two pupils."""
LOOK_BACK = 5
"""Years."""


def show(subject: Subject, now: Figure) -> None:
    said = [_how_many(subject, now), *_what_of_them(subject, now)]
    st.markdown(f"**{said[0]}**")
    rest_ = " ".join(sentence for sentence in said[1:] if sentence)
    if rest_:
        st.markdown(rest_)
    is_open = now.teller != now.teller_max and not now.is_banded
    if is_open and subject.definition.unsure:
        st.caption(f"Waarom er geen precies getal staat: {_unsure(subject)}")
    if exact := lessons.sentence(
        subject.store, subject.code, subject.region.sector, subject.region.swv
    ):
        st.caption(exact)
    indicator = subject.indicator()
    figure_parts.trust_line(subject.store, indicator, now.periode, subject.region)
    figure_parts.about(subject.store, subject.viewer, indicator, now.periode, subject.region, now)


def _how_many(subject: Subject, now: Figure) -> str:
    """34 thuiszitters (OCW) op 31 oktober 2025, een jaar eerder 29."""
    place = "" if subject.is_whole else f" in {subject.region.naam}"
    words = people(now, subject.definition)
    said = f"{words[:1].upper()}{words[1:]}{place} op {moments.date(now.periode)}"
    before = subject.year_ago
    if before is not None and wording.is_known(before):
        number = "geen" if before.teller_max == 0 else spoken(before)
        said += f", een jaar eerder {number}"
    return f"{said}."


def _what_of_them(subject: Subject, now: Figure) -> list[str]:
    if now.teller_max == 0:
        return []
    return [
        _over_the_years(subject, now),
        without_plan(subject),
        _how_long(subject),
        _share(subject),
    ]


def _over_the_years(subject: Subject, now: Figure) -> str:
    """Op 31 oktober 2021 waren het er 31: the oldest of the last years, beside the one of a year
    ago. A stand is counted in full: nothing is said about chance (`docs/statistiek.md`)."""
    year = int(now.periode[:4])
    found = [
        figure
        for figure in subject.stands
        if figure.periode[5:7] == now.periode[5:7]
        and year - LOOK_BACK <= int(figure.periode[:4]) < year - 1
        and wording.is_known(figure)
    ]
    if not found:
        return ""
    first = min(found, key=lambda figure: figure.periode)
    number = "geen" if first.teller_max == 0 else spoken(first)
    return f"Op {moments.date(first.periode)} waren het er {number}."


def without_plan(subject: Subject) -> str:
    """Van 12 is er geen plan, en van 1 is dat onbekend."""
    if not subject.sees(breakdown="plan"):
        share = subject.measured("thuiszitters_zonder_plan")
        many = wording.teller(share) if share is not None else ""
        return f"Van {many} is er geen plan, of is dat niet bekend." if many else ""
    found = {f.uitsplitsing.partition("=")[2]: f for f in subject.parts("plan")}
    without, unknown = found.get("nee"), found.get("onbekend")
    if any(wording.is_closed(f) for f in (without, unknown) if f is not None):
        return ""
    if without is None and unknown is None:
        return "Er is voor elke leerling een plan."
    said = f"Van {spoken(without)} is er geen plan" if without is not None else ""
    if unknown is None:
        return f"{said}."
    one = "is dat" if said else "is van"
    if said:
        return f"{said}, van {spoken(unknown)} {one} niet bekend."
    return f"Van {spoken(unknown)} is niet bekend of er een plan is."


def _how_long(subject: Subject) -> str:
    """De helft zit langer dan 18 weken thuis."""
    one = subject.measured("thuiszitters_duur")
    if one is None or (one.teller or 0) < FEW:
        return ""
    weeks = rounding.rounded(one.waarde or 0.0)
    unit = dutch.noun(float(weeks), "weken")
    if subject.code.startswith("VRIJ"):
        return f"Bij de helft is dat al langer dan {dutch.number(weeks)} {unit} zo."
    return f"De helft zit langer dan {dutch.number(weeks)} {unit} thuis."


def _share(subject: Subject) -> str:
    """Dat zijn er 1,5 per 1.000 leerlingen: of the whole only."""
    if not subject.is_whole:
        return ""
    indicator = subject.indicator("thuiszitters_promille")
    rate = subject.measured("thuiszitters_promille")
    if rate is None:
        return ""
    return f"Dat is {wording.value_bare(rate, indicator)} op elke 1.000 leerlingen."


def _unsure(subject: Subject) -> str:
    words = subject.definition.unsure
    return words[:1].lower() + words[1:]
