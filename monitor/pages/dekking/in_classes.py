"""The page for who sees no exact figures: all from what is published, nothing from the matching.

What the matching says of a cell or an arrangement (short, taken, an offer that fits) says of few
pupils how many they are, because places are public: three places that are all needed are three
pupils. So here stand the figures of the indicators, in their classes, and what follows from them.
"""

from collections.abc import Sequence

import streamlit as st

from monitor import regions
from monitor.collation import by_name
from monitor.indicators import Figure, indicator_named
from monitor.pages import parts
from monitor.pages.dekking import opening, paper
from monitor.pages.dekking.subject import Subject
from monitor.views import coverage_text, text
from monitor.views.school_lists import plain


DOWNLOADED = ("dekking", "dekking_plan", "tekort", "tekort_zeker")


def show_answer(subject: Subject) -> bool:
    """The total in sentences; whether there is more to see than that it is hidden."""
    covered, short = subject.now("dekking"), subject.now("tekort")
    st.markdown(f"**{coverage_text.answer(covered, short)}**")
    if covered is None or not text.is_known(covered):
        return False
    plan = subject.now("dekking_plan")
    if plan is not None and text.is_known(plan):
        said = f"Op papier zouden er {text.teller(plan)} een plek vinden"
        if plan.is_banded or covered.is_banded:
            least = subject.store.settings.drempel
            said += f"; het verschil is {paper.apart_in_classes(plan, covered, least)}"
        st.markdown(f"{said}.")
    for sentence in (largest(subject), opening.made_of(subject)):
        if sentence:
            st.markdown(sentence)
    parts.in_classes(subject.store, subject.viewer)
    indicator = indicator_named("dekking")
    parts.trust_line(subject.store, indicator, subject.periode, subject.whole)
    parts.about(subject.store, subject.viewer, indicator, subject.periode, subject.whole, covered)
    return True


def largest(subject: Subject) -> str:
    """Het grootste tekort: angst (35–39 leerlingen): of those that are surely more than the rest."""
    found = [
        f
        for f in subject.figures("tekort", "swv", "ondersteuningsvraag")
        if text.is_known(f) and f.teller
    ]
    found.sort(key=lambda f: -(f.teller or 0))
    if len(found) < 2 or (found[0].teller or 0) <= (found[1].teller_max or 0):
        return ""
    return f"Het grootste tekort: {plain(_vraag(found[0]))}, {text.teller(found[0])} leerlingen."


def _vraag(figure: Figure) -> str:
    return figure.uitsplitsing.partition("=")[2]


# ------------------------------------------------------------------------------------- overview


def show(subject: Subject) -> None:
    st.header("Per vraag")
    _table(subject, "swv", "ondersteuningsvraag", "Ondersteuningsvraag", "dekking_per_vraag")
    level = regions.LEVEL_TITLES[subject.per]
    st.header(f"Per {level}")
    _table(subject, subject.per, "", level.capitalize(), "dekking_per_regio")
    st.caption(
        "Wat er per vraag én regio is, en waarom iemand geen plek vindt, gaat over enkele leerlingen "
        "tegelijk: dat ziet het samenwerkingsverband zelf."
    )


def rows(covered: Sequence[Figure], short: Sequence[Figure], first: str) -> list[dict[str, str]]:
    """A row per vraag or region, by name; what is nowhere comes last."""
    indicator = indicator_named("dekking")
    gaps = {(f.code, f.uitsplitsing): f for f in short}
    out = []
    for f in sorted(
        covered, key=lambda f: (f.code == regions.UNKNOWN, by_name(_vraag(f) or f.naam), f.code)
    ):
        gap = gaps.get((f.code, f.uitsplitsing))
        out.append(
            {
                first: plain(_vraag(f) or f.naam),
                "Dekking (%)": text.value_bare(f, indicator),
                "Vindt een plek": text.teller(f),
                "Geen plek": text.UNKNOWN if gap is None else text.teller(gap),
                "Leerlingen": text.CLOSED
                if f.is_hidden and f.noemer is None
                else text.interval(f.noemer, f.noemer_max),
            }
        )
    return out


def _table(subject: Subject, per: str, breakdown: str, first: str, key: str) -> None:
    covered = subject.figures("dekking", per, breakdown)
    if not covered:
        st.markdown("Hier is niets te tonen.")
        return
    found = rows(covered, subject.figures("tekort", per, breakdown), first)
    st.table(found, alt=f"Dekking per {first.lower()}")
    pieces = [
        (indicator_named(name), per, subject.figures(name, per, breakdown)) for name in DOWNLOADED
    ]
    whole = "elke ondersteuningsvraag" if breakdown else f"alle {regions.LEVEL_PLURALS[per]}"
    parts.downloads_together(
        subject.store, [piece for piece in pieces if piece[2]],
        f"{key.replace('_', '-')}-{subject.periode}", f"{whole}, zonder vso", key=key,
    )  # fmt: skip
