"""Wat zou het meest helpen: the best next places, computed on top of the scenario."""

import streamlit as st

from monitor.coverage.candidates import Ranked
from monitor.next_places import MOST, NextPlaces, as_change, next_places
from monitor.pages import filters, parts
from monitor.pages.wat_als import work
from monitor.pages.wat_als.effects import STEPS
from monitor.pages.wat_als.subject import Subject
from monitor.scenarios import Scenario
from monitor.views import change_words, text
from monitor.views.school_lists import plain


SHOWN = 8
ORDERS = {"opgelost": "Lost het meeste op", "kosten": "Goedkoopst per opgeloste vraag"}


def show(subject: Subject, scenario: Scenario) -> None:
    st.header("Wat zou het meest helpen?")
    found = _computed(subject, scenario)
    best = found.best()
    if not best:
        st.markdown(
            "Geen van de nieuwe plekken die de monitor uitrekende lost iets op. Is er nog een tekort, "
            "dan ligt het aan de woonplaats, of aan het niveau, dat niet bekend is."
        )
        return
    order = filters.remembered_choice(
        "rangorde", "Volgorde", list(ORDERS), "opgelost", ORDERS.__getitem__, wrap=True
    )
    if order == "kosten":
        best = _cheapest(found)
    st.markdown(_sentence(subject, best, order, found.gap))
    for place, one in enumerate(best[:SHOWN], 1):
        _one(subject, place, one)
    parts.table_twin(
        [change_words.ranked_row(one, subject.numbers) for one in best],
        "wat_als_rangorde",
        "Alle combinaties van vraag en niveaus",
    )
    _how(subject, found, bool(scenario.wijzigingen))


def _sentence(subject: Subject, best: list[Ranked], order: str, gap: int) -> str:
    """What one new arrangement can do at most, or at least costs."""
    first = best[0]
    if order == "kosten" and first.per_solved is not None:
        each = subject.numbers.per_solved(first.costs, first.closes)
        return f"Een plek voor wie er nu geen heeft kost minstens **{each}** per jaar."
    most = subject.numbers.size(first.closes)
    of = (
        f"van de {subject.numbers.stand(gap)} vragen zonder plek"
        if subject.numbers.exact
        else "vragen"
    )
    return f"Eén nieuw arrangement lost hoogstens **{most}** {of} op."


def _computed(subject: Subject, scenario: Scenario) -> NextPlaces:
    """With progress, as many are computed; leaving the page stops it."""
    bar = st.empty()

    def tell(done: int, of: int) -> None:
        if done % 20 == 0 or done == of:
            bar.progress(done / of, f"{done} van {of} mogelijke plekken uitgerekend")

    found = next_places(subject.store, subject.basis, scenario, tell)
    bar.empty()
    return found


def _cheapest(found: NextPlaces) -> list[Ranked]:
    """Of each vraag and niveaus the one that costs least per solved need; unknown comes last."""
    ranked = sorted(
        found.ranked,
        key=lambda one: (one.per_solved is None, one.per_solved or 0.0, -one.closes),
    )
    return NextPlaces(tuple(ranked), found.computed, found.tarieven).best()


def _one(subject: Subject, place: int, one: Ranked) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"beste_{place}"):
        st.markdown(
            f"**{place}. {plain(change_words.ranked_title(one, subject.known))}**  \n"
            f"{change_words.ranked_words(one, subject.numbers)}",
            width="stretch",
        )
        st.button(
            "Neem op in dit scenario",
            key=f"wat_als_neem_{place}",
            icon=":material/add:",
            help=f"Nummer {place} als wijziging toevoegen",
            on_click=work.add,
            args=(subject, as_change(one)),
        )


def _how(subject: Subject, found: NextPlaces, on_top: bool) -> None:
    priced = "het middelste tarief van de arrangementen die er nu voor die vraag zijn"
    unknown = [vraag for vraag in subject.known.vragen if vraag not in found.tarieven]
    without = f" Van {plain(text.joined(unknown))} is geen tarief bekend." if unknown else ""
    top = "bovenop dit scenario" if on_top else "bovenop wat er nu is"
    st.caption(
        f"Uitgerekend: {text.number(found.computed)} nieuwe arrangementen (hoogstens {MOST}), elk "
        f"apart {top}. Het zijn de vragen, niveaus en postcodes waar de meeste leerlingen binnen de "
        "norm wonen die nu geen plek vinden; met 4, 8 of 12 plaatsen, voor het hele "
        f"samenwerkingsverband. De kosten zijn {priced}.{without} Van elke vraag en "
        "groep niveaus staat de beste er. Twee samen lossen soms minder op dan de som."
    )
    if not subject.numbers.exact:
        st.caption(STEPS)
