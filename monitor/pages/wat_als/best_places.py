"""Wat zou het meest helpen: the best next places, computed on top of the scenario."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import streamlit as st

from monitor.dekking.matching.candidates import Ranked
from monitor.dekking.next_places import MOST, NextPlaces, as_change, next_places
from monitor.dekking.scenarios import Scenario
from monitor.pages.pieces import downloads, filters
from monitor.pages.wat_als import places_asked, work
from monitor.pages.wat_als.effects import STEPS
from monitor.pages.wat_als.subject import Subject
from monitor.values import dutch
from monitor.values.safe_text import plain
from monitor.views.words import scenario_changes


SHOWN = 8
OPENED = 3
ORDERS = {"opgelost": "Lost het meeste op", "kosten": "Goedkoopst per opgeloste vraag"}


def show(subject: Subject, scenario: Scenario) -> None:
    st.header("Wat zou het meest helpen?")
    found = _computed(subject, scenario)
    kept = places_asked.choose(subject, found)
    best, opened = kept.best(), kept.openings()
    if not best and not opened and (found.best() or found.openings()):
        st.markdown(
            "Voor deze keuze rekende de monitor geen plek uit die iets oplost. Kies een andere vraag, of "
            "het hele samenwerkingsverband: een plek net buiten een regio kan ook helpen."
        )
        return
    if not best and not opened:
        st.markdown(
            "Geen van de nieuwe plekken die de monitor uitrekende lost iets op, en openstellen van wat "
            "er is ook niet. Is er nog een tekort, dan ligt het aan de woonplaats, of aan het niveau, "
            "dat niet bekend is."
        )
        return
    order = filters.remembered_choice(
        "rangorde", "Volgorde", list(ORDERS), "opgelost", ORDERS.__getitem__, wrap=True
    )
    if order == "kosten":
        best = _cheapest(kept)
    st.markdown(_sentence(subject, best, opened, order, found.gap))
    if opened:
        st.subheader("Openstellen wat er is")
        _in_order(subject, "open_", opened[:OPENED])
        if len(opened) > OPENED:
            st.caption(f"U ziet de eerste {OPENED} van {len(opened)}; de rest staat in de tabel.")
        st.subheader("Nieuwe plekken")
    _in_order(subject, "", best[:SHOWN], by_size=order != "kosten")
    downloads.table_twin(
        [scenario_changes.ranked_row(one, subject.numbers) for one in [*opened, *best]],
        "wat_als_rangorde",
        "Wat er opengesteld kan worden, en alle combinaties van vraag en niveaus",
    )
    _how(subject, found, bool(scenario.wijzigingen))


def _sentence(
    subject: Subject, best: list[Ranked], opened: list[Ranked], order: str, gap: int
) -> str:
    """What one change can do at most, or a new arrangement at least costs."""
    numbers = subject.numbers
    of = f"van de {numbers.stand(gap)} vragen zonder plek" if numbers.exact else "vragen"
    if not best:
        return f"Openstellen van één arrangement lost hoogstens **{numbers.size(opened[0].closes)}** {of} op."
    first = best[0]
    said = f"Eén nieuw arrangement lost hoogstens **{numbers.size(first.closes)}** {of} op"
    if order == "kosten" and first.per_solved is not None:
        each = numbers.per_solved(first.costs, first.closes)
        said = f"Een nieuwe plek voor wie er nu geen heeft kost minstens **{each}** per jaar"
    if opened:
        said += (
            f"; openstellen van één arrangement dat er al is hoogstens **{numbers.size(opened[0].closes)}**"
            if order != "kosten"
            else "; openstellen van wat er is vraagt geen nieuwe plaatsen"
        )
    return f"{said}."


def _computed(subject: Subject, scenario: Scenario) -> NextPlaces:
    """With progress, as many are computed; leaving the page stops it."""
    bar = st.empty()

    def tell(done: int, of: int) -> None:
        if done % 20 == 0 or done == of:
            bar.progress(done / of, f"{done} van {of} mogelijke plekken uitgerekend")

    found = next_places(subject.store, subject.basis, scenario, tell)
    bar.empty()
    return found


def _in_order(subject: Subject, key: str, some: Sequence[Ranked], by_size: bool = True) -> None:
    """With a number each; what solves as many has one number, and says that it is a tie."""
    at = 0
    for words, tied in _ties(subject, some, by_size):
        if len(tied) > 1:
            st.caption(f"Even goed: elk van deze {len(tied)} lost {words} op. Kies er een.")
        for place, one in enumerate(tied, at + 1):
            _one(subject, f"{key}{place}", at + 1, one)
        at += len(tied)


def _ties(
    subject: Subject, some: Sequence[Ranked], by_size: bool
) -> Iterator[tuple[str, list[Ranked]]]:
    """(how many they solve, those that solve as many) in order; one by one by price."""
    if not by_size:
        yield from (("", [one]) for one in some)
        return
    for words, tied in groupby(some, lambda one: subject.numbers.size(one.closes)):
        yield words, list(tied)


def _cheapest(found: NextPlaces) -> list[Ranked]:
    """Of each vraag and niveaus the one that costs least per solved need; unknown comes last."""
    ranked = sorted(
        found.ranked,
        key=lambda one: (one.per_solved is None, one.per_solved or 0.0, -one.closes),
    )
    return NextPlaces(tuple(ranked), found.computed, found.tarieven).best()


def _one(subject: Subject, key: str, place: int, one: Ranked) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"beste_{key}"):
        st.markdown(
            f"**{place}. {plain(scenario_changes.ranked_title(one, subject.known))}**  \n"
            f"{scenario_changes.ranked_words(one, subject.numbers)}",
            width="stretch",
        )
        st.button(
            "Neem op in dit scenario",
            key=f"wat_als_neem_{key}",
            icon=":material/add:",
            help=f"Nummer {place} als wijziging toevoegen",
            on_click=work.add,
            args=(subject, as_change(one)),
        )


def _how(subject: Subject, found: NextPlaces, on_top: bool) -> None:
    priced = "het middelste tarief van de arrangementen die er nu voor die vraag zijn"
    unknown = [vraag for vraag in subject.known.vragen if vraag not in found.tarieven]
    without = f" Van {plain(dutch.joined(unknown))} is geen tarief bekend." if unknown else ""
    top = "bovenop dit scenario" if on_top else "bovenop wat er nu is"
    st.caption(
        f"Uitgerekend: {dutch.number(found.computed)} nieuwe arrangementen (hoogstens {MOST}), elk "
        f"apart {top}. Het zijn de vragen, niveaus en postcodes waar de meeste leerlingen binnen de "
        "norm wonen die nu geen plek vinden; met 4, 8 of 12 plaatsen, voor het hele "
        f"samenwerkingsverband. De kosten zijn {priced}.{without} Openstellen is een ruimer bereik voor "
        "een arrangement dat er al is en nog plek heeft. Van elke vraag en "
        "groep niveaus staat de beste er. Twee samen lossen soms minder op dan de som."
    )
    if not subject.numbers.exact:
        st.caption(STEPS)
