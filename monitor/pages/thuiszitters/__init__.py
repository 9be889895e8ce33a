"""Thuiszitters: how many children are at home, where, for how long, and who calls it that."""

import streamlit as st

from monitor.access import Viewer
from monitor.figures import wording
from monitor.figures.catalogue import of_definition, working_definition
from monitor.figures.door import Figure, figures
from monitor.figures.levels import Region
from monitor.pages.pieces import figure_parts, filters
from monitor.pages.thuiszitters import meanings, where
from monitor.pages.thuiszitters.shown import shown
from monitor.sections.thuiszitters import (
    answer,
    came_and_left,
    course,
    ending,
    groups,
    how_long,
    jeugdhulp,
    plan,
    reason_groups,
    reasons,
    schoolyear,
    the_middle,
)
from monitor.sections.thuiszitters.subject import PARTS, Subject, units
from monitor.sections.what_a_role_sees import may_choose
from monitor.store.definitions import definitions
from monitor.store.store import Store
from monitor.values import moments


SECTIONS = {"nu": "Nu", "verloop": "Verloop", "duur": "Duur", "definities": "Definities"}


def show(store: Store, viewer: Viewer) -> None:
    """The answer in words; then one section at a time."""
    st.title("Thuiszitters")
    row, below = st.container(horizontal=True, gap="small"), st.container()
    with row:
        whole = filters.choose_swv(store, viewer)
    if whole is None:
        _nothing_yet()
        return
    months = _months(store, viewer, whole)
    if not months:
        _no_figures(whole)
        return
    with row:
        subject = _choose(store, viewer, whole, months)
    with below:
        figure_parts.you_see(
            subject.definition.title, subject.region.sentence, moments.date(subject.periode)
        )
        figure_parts.in_classes(store, viewer)
    now = subject.now
    if now is None or not (wording.is_known(now) or now.is_hidden):
        figure_parts.empty_state(
            f"Van {subject.region.naam} is op {moments.date(subject.periode)} niets bekend.",
            "Kies een andere regio of maand.",
            leads_to="",
        )
        return
    if now.is_hidden:
        shown(subject, answer.hidden(subject))
        if not subject.is_whole:
            where.back_button()
        return
    shown(subject, answer.make(subject, now))
    match filters.remembered_choice(
        "onderdeel", "Onderdeel", list(SECTIONS), "nu", SECTIONS.__getitem__, wrap=True
    ):
        case "nu":
            where.show(subject, now)
            _who(subject, now)
        case "verloop":
            _course(subject, now)
        case "duur":
            _duration(subject, now)
        case "definities":
            meanings.show(subject)


def _nothing_yet() -> None:
    figure_parts.empty_state(
        "Er zijn nog geen gegevens.",
        "Hier komt hoeveel leerlingen thuis zitten, waar, en hoe lang al. Lever de regio-indeling "
        "of de regeling van OCW, en de verzuimmeldingen van het samenwerkingsverband.",
    )


def _no_figures(whole: Region) -> None:
    sector = "primair onderwijs" if whole.sector == "po" else "voortgezet onderwijs"
    figure_parts.empty_state(
        f"Van {whole.naam} zijn er nog geen verzuimmeldingen van het {sector}.",
        "Lever de verzuimmeldingen (één rij per melding, zonder namen of BSN), minstens van een "
        "hele maand. Daaruit telt de monitor elke definitie van thuiszitter.",
    )


# ---------------------------------------------------------------------------------- its parts


def _who(subject: Subject, now: Figure) -> None:
    """What is known of them: a plan or not, jeugdhulp or not, and why they are at home."""
    if now.teller_max == 0:
        return
    if not groups.are_seen(subject):
        shown(subject, groups.not_shown(subject))
        return
    for place, module in zip(st.columns(2, gap="medium"), (plan, jeugdhulp), strict=True):
        with place:
            shown(subject, module.make(subject, now))
    shown(subject, reasons.make(subject, now))
    shown(subject, reason_groups.make(subject))


def _course(subject: Subject, now: Figure) -> None:
    shown(subject, course.make(subject, now))
    shown(subject, came_and_left.make(subject))
    shown(subject, schoolyear.make(subject, now))


def _duration(subject: Subject, now: Figure) -> None:
    if not subject.sees("thuiszitters_duur"):
        shown(subject, how_long.not_shown(subject))
        return
    shown(subject, how_long.make(subject, now))
    shown(subject, the_middle.make(subject))
    shown(subject, ending.make(subject))


# ------------------------------------------------------------------------------------- choices


def _months(store: Store, viewer: Viewer, whole: Region) -> list[str]:
    """The month ends that were counted, oldest first."""
    indicator = of_definition("thuiszitters", working_definition(store.settings), whole.sector)
    found = figures(store, viewer, indicator, "swv", codes=(whole.code,),
                    within=("swv", whole.code))  # fmt: skip
    return sorted({figure.periode for figure in found})


def _choose(store: Store, viewer: Viewer, whole: Region, months: list[str]) -> Subject:
    own = working_definition(store.settings)
    known = definitions()
    # The SWV's own first: that is where everybody starts.
    codes = [own, *(code for code in known if code != own)]
    code = filters.remembered(
        "definitie", "Definitie", codes, own,
        lambda code: f"{known[code].short}{' – werkdefinitie' if code == own else ''}",
    )  # fmt: skip
    region = _choose_part(store, viewer, whole, months[-1])
    newest_first = months[::-1]
    periode = filters.remembered("maand", "Laatste dag van", newest_first, newest_first[0],
                                 lambda day: moments.period(day[:7]))  # fmt: skip
    return Subject(store, viewer, whole, region, code, periode)


def _choose_part(store: Store, viewer: Viewer, whole: Region, periode: str) -> Region:
    """The whole, or a subregio or gemeente where pupils live; `?regio=` as on the other pages."""
    if not may_choose(viewer, "gemeente"):
        return whole
    found = {
        f"{per}:{code}": (per, naam)
        for per in PARTS
        for code, naam in units(store, viewer, whole, per, periode).items()
    }
    return filters.choose_of(viewer, whole, found)
