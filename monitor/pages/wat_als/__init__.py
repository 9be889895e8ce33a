"""Wat als: what would change if places were opened, moved or closed, or a norm another one."""

import streamlit as st

from monitor.access import Viewer
from monitor.dekking import from_store
from monitor.dekking.from_store import Basis
from monitor.dekking.matching.model import Run
from monitor.dekking.scenarios.effects import LEVELS
from monitor.pages.pieces import figure_parts, filters, show_section
from monitor.pages.wat_als import best_places, changing, effects, keeping, side_by_side, work
from monitor.pages.wat_als.subject import Held
from monitor.sections.wat_als import with_changes
from monitor.sections.wat_als.subject import RUNS
from monitor.store.store import Store


SECTIONS = {
    "maken": "Wijzigen en gevolgen",
    "helpt": "Wat zou het meest helpen?",
    "naast": "Naast elkaar",
}
PLACES = {run.value: words for run, words in RUNS.items()}
VSO = {"nee": "zonder vso", "ja": "met vso erbij"}


def show(store: Store, viewer: Viewer) -> None:
    """The answer in a sentence; the scenario beneath, and what can be done with it."""
    st.title("Wat als")
    row, below = st.container(horizontal=True, gap="small"), st.container()
    with row:
        whole = filters.choose_swv(store, viewer)
    years = from_store.schooljaren(store, whole.sector, whole.swv) if whole else []
    if whole is None or not years:
        figure_parts.empty_state(
            "Er is nog niets om mee te rekenen.",
            "Hier rekent u uit wat er gebeurt als u aanbod opent, verplaatst of sluit. Lever van "
            "hetzelfde schooljaar de arrangementen, en de behoefte of de aanvragen.",
        )
        return
    with row:
        newest_first = years[::-1]
        jaar = filters.remembered("schooljaar", "Schooljaar", newest_first, newest_first[0])
        run = filters.remembered("aanbod", "Plaatsen", list(PLACES), "praktijk", PLACES.__getitem__)
        vso = filters.remembered(
            "vso", "Leerlingen in het vso", list(VSO), "nee", VSO.__getitem__,
            help="Leerlingen die nu naar het vso gaan en met ondersteuning op een gewone school "
            "hadden kunnen blijven. Ze tellen alleen mee als u dat hier kiest.",
        )  # fmt: skip
        basis = Basis(whole.sector, whole.swv, jaar, Run(run), vso == "ja")
        level = _choose_level(store, viewer, basis)
    subject = Held(store, viewer, whole, basis, level)
    if not from_store.outcome(store, basis).behoefte:
        figure_parts.empty_state(
            f"In {jaar} heeft niemand een ondersteuningsvraag.",
            "Kies een ander schooljaar, of lever de behoefte of de aanvragen.",
        )
        return
    mine = work.current(subject)
    with below:
        figure_parts.you_see(whole.naam, *subject.basis_words)
        st.info(
            "U rekent hier op een kopie. Wat u verandert staat alleen in uw scenario: de echte "
            "cijfers, arrangementen en normen blijven zoals ze zijn.",
            icon=":material/science:",
        )
    keeping.news(subject, mine)
    scenario, wrong = subject.usable(mine.scenario)
    show_section.show(with_changes.make(subject, scenario), store.settings.demo)
    keeping.show(subject, mine)
    match filters.remembered_choice(
        "onderdeel", "Onderdeel", list(SECTIONS), "maken", SECTIONS.__getitem__, wrap=True
    ):
        case "maken":
            changing.show(subject, mine, wrong)
            effects.show(subject, scenario)
        case "helpt":
            best_places.show(subject, scenario)
        case "naast":
            side_by_side.show(subject, mine)


def _choose_level(store: Store, viewer: Viewer, basis: Basis) -> str:
    """Smaller than a subregio there are too few pupils for who does not see exact figures."""
    if not viewer.sees_exact:
        return LEVELS[0]
    needs = [cell.need for cell in from_store.outcome(store, basis).cellen]
    there = [level for level in LEVELS if any(getattr(need, level) for need in needs)]
    if not there:
        return LEVELS[0]
    return filters.remembered("zeker", "Zeker tekort per", there, there[0])
