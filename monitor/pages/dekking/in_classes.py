"""The page for who sees no exact figures: all from what is published, nothing from the matching.

What the matching says of a cell or an arrangement (short, taken, an offer that fits) says of few
pupils how many they are, because places are public: three places that are all needed are three
pupils. So here stand the figures of the indicators, in their classes, and what follows from them.
"""

from collections.abc import Sequence

import streamlit as st

from monitor.figures import levels, wording
from monitor.figures.door import Figure, indicator_named
from monitor.pages.dekking import opening, plan_and_practice
from monitor.pages.dekking.subject import LEVELS, Subject
from monitor.pages.pieces import downloads, figure_parts
from monitor.values import dutch
from monitor.values.collation import by_name
from monitor.values.safe_text import plain
from monitor.views.charts import class_bars
from monitor.views.files import tables
from monitor.views.words import dekking


DOWNLOADED = ("dekking", "dekking_plan", "tekort", "tekort_zeker")


def show_answer(subject: Subject) -> bool:
    """The total in sentences; whether there is more to see than that it is hidden."""
    covered, short = subject.now("dekking"), subject.now("tekort")
    st.markdown(f"**{dekking.answer(covered, short)}**")
    if covered is None or not wording.is_known(covered):
        return False
    plan = subject.now("dekking_plan")
    if plan is not None and wording.is_known(plan):
        said = f"Op papier zouden er {wording.teller(plan)} een plek vinden"
        if plan.is_banded or covered.is_banded:
            least = subject.store.settings.drempel
            said += f"; het verschil is {plan_and_practice.apart_in_classes(plan, covered, least)}"
        st.markdown(f"{said}.")
    for sentence in (largest(subject), region(subject), opening.made_of(subject)):
        if sentence:
            st.markdown(sentence)
    figure_parts.in_classes(subject.store, subject.viewer)
    indicator = indicator_named("dekking")
    figure_parts.trust_line(subject.store, indicator, subject.periode, subject.whole)
    figure_parts.about(
        subject.store, subject.viewer, indicator, subject.periode, subject.whole, covered
    )
    return True


def largest(subject: Subject) -> str:
    """Het grootste tekort: angst, 35–39 leerlingen: of those that are surely more than the rest."""
    worst = _worst(subject.figures("tekort", "swv", "ondersteuningsvraag"))
    if worst is None:
        return ""
    return f"Het grootste tekort: {plain(_vraag(worst))}, {wording.teller(worst)} leerlingen."


def region(subject: Subject) -> str:
    """Van de subregio's is het tekort in Oost het grootst: 130–134 van 200–204 vinden een plek. Of
    the largest regions, whatever the page is shown per, as for who sees exact figures."""
    for per in LEVELS:
        covered = {f.code: f for f in subject.figures("dekking", per)}
        worst = _worst([
            f for f in subject.figures("tekort", per) if f.code in covered
        ])  # fmt: skip
        if worst is None or worst.code == levels.UNKNOWN:
            continue
        row = class_bars.row_of(worst.naam, covered[worst.code])
        if row is None:
            continue
        return (
            f"Van de {levels.LEVEL_PLURALS[per]} is het tekort in {plain(worst.naam)} het grootst: "
            f"{row.label} leerlingen vinden daar een plek."
        )
    return ""


def _worst(found: Sequence[Figure]) -> Figure | None:
    """The one with surely more than any other, hidden ones too; None where that is not sure."""
    known = sorted((f for f in found if wording.is_known(f)), key=lambda f: -(f.teller or 0))
    if len(found) < 2 or not known or not known[0].teller:
        return None
    # What is hidden altogether may be anything.
    others = [f.teller_max for f in found if f is not known[0]]
    if any(end is None or end >= (known[0].teller or 0) for end in others):
        return None
    return known[0]


def _vraag(figure: Figure) -> str:
    return figure.uitsplitsing.partition("=")[2]


# ------------------------------------------------------------------------------------- overview


def show(subject: Subject) -> None:
    _part(subject, "swv", "ondersteuningsvraag", "vraag")
    _part(subject, subject.per, "", levels.LEVEL_TITLES[subject.per])
    _part(subject, "swv", "niveau", "niveau")
    st.caption(
        "Wat er per vraag én regio is, en waarom iemand geen plek vindt, gaat over enkele leerlingen "
        "tegelijk: dat ziet het samenwerkingsverband zelf."
    )


def _part(subject: Subject, per: str, breakdown: str, one: str) -> None:
    """A chart in classes, what of it is hidden, and the table that says the same."""
    st.header(f"Per {one}")
    covered = subject.figures("dekking", per, breakdown)
    if not covered:
        st.markdown("Hier is niets te tonen.")
        return
    short = subject.figures("tekort", per, breakdown)
    if said := headline(covered, short):
        st.markdown(f"**{said}**")
    drawn, hidden = drawable(covered)
    if drawn:
        figure_parts.chart(
            class_bars.class_bars(drawn),
            class_bars.description(drawn, "leerlingen die een plek vinden", f"alle leerlingen per {one}"),
            key=f"dekking_klassen_{one}",
        )  # fmt: skip
        if breakdown == "ondersteuningsvraag":
            st.caption(
                "Zo leest u de staven: grijs zijn alle leerlingen met een ondersteuningsvraag, blauw wie "
                "een plek vindt. Het donkere eind loopt van het laagste tot het hoogste getal van de "
                "klasse."
            )
    if hidden:
        st.caption(
            f"Niet getekend, want verborgen: {dutch.joined([plain(name) for name in hidden])}."
        )
    first = (breakdown or one).capitalize()
    _table(subject, per, breakdown, first, f"dekking_per_{one}", covered, short)


def headline(covered: Sequence[Figure], short: Sequence[Figure]) -> str:
    """Bij angst is het tekort het grootst: 35–39 van de 100–104 leerlingen vinden een plek."""
    worst = _worst(short)
    found = {(f.code, f.uitsplitsing): f for f in covered}
    figure = None if worst is None else found.get((worst.code, worst.uitsplitsing))
    if worst is None or figure is None or worst.code == levels.UNKNOWN:
        return ""
    name = plain(_vraag(worst) or worst.naam)
    row = class_bars.row_of(name, figure)
    if row is None:
        return f"Het tekort is het grootst bij {name}: {wording.teller(worst)} leerlingen."
    at = "bij" if _vraag(worst) else "in"
    return f"Het tekort is het grootst {at} {name}: {row.label} leerlingen vinden een plek."


def drawable(covered: Sequence[Figure]) -> tuple[list[class_bars.Row], list[str]]:
    """(what can be drawn, largest surely short first; the names of what is hidden)."""
    drawn, hidden = [], []
    for figure in covered:
        name = _vraag(figure) or figure.naam
        row = class_bars.row_of(name, figure)
        if row is None:
            hidden.append(name)
        elif row.whole[1] > 0:
            drawn.append(row)
    return class_bars.ordered(drawn), sorted(hidden, key=by_name)


def rows(
    covered: Sequence[Figure], short: Sequence[Figure], first: str, minimum: float
) -> list[dict[str, str]]:
    """A row per vraag or region, by name; what is nowhere comes last. `minimum` is the smallest
    count that is shown."""
    indicator = indicator_named("dekking")
    gaps = {(f.code, f.uitsplitsing): f for f in short}
    out = []
    by_names = sorted(
        covered, key=lambda f: (f.code == levels.UNKNOWN, by_name(_vraag(f) or f.naam), f.code)
    )
    for f in by_names:
        gap = gaps.get((f.code, f.uitsplitsing))
        out.append(
            {
                first: plain(_vraag(f) or f.naam),
                "Dekking (%)": wording.value_bare(f, indicator),
                "Vindt een plek": wording.teller(f),
                "Geen plek": dutch.UNKNOWN if gap is None else wording.teller(gap),
                "Leerlingen": wording.CLOSED
                if f.is_hidden and f.noemer is None
                else wording.interval(f.noemer, f.noemer_max),
            }
        )
    return tables.say_wider(out, by_names, minimum)


def _table(
    subject: Subject, per: str, breakdown: str, first: str, key: str,
    covered: Sequence[Figure], short: Sequence[Figure],
) -> None:  # fmt: skip
    downloads.table_twin(rows(covered, short, first, subject.store.settings.drempel), key=key)
    pieces = [
        (indicator_named(name), per, subject.figures(name, per, breakdown)) for name in DOWNLOADED
    ]
    whole = (
        f"elk {breakdown}"
        if breakdown == "niveau"
        else f"elke {breakdown}"
        if breakdown
        else f"alle {levels.LEVEL_PLURALS[per]}"
    )
    downloads.together(
        subject.store, [piece for piece in pieces if piece[2]],
        f"{key.replace('_', '-')}-{subject.periode}", f"{whole}, zonder vso", key=key,
    )  # fmt: skip
