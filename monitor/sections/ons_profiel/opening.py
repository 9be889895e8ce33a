"""What the monitor knows of one school, in a few sentences: pupils, referrals, basisondersteuning."""

from monitor.access import Viewer
from monitor.figures import differences, wording
from monitor.figures.door import indicator_named
from monitor.scholen.basisondersteuning import checklist
from monitor.scholen.profile import REFERRED, counted, own_figures
from monitor.scholen.register import School
from monitor.sections.ons_profiel.basic_support import sentence
from monitor.sections.ons_profiel.pathways import beside
from monitor.sections.section import Section, said
from monitor.store.store import Store
from monitor.values import moments


QUESTION = "Wat weet de monitor van deze school?"


def make(store: Store, viewer: Viewer, one: School) -> Section | None:
    """None where nothing is known that this viewer may see."""
    told = said(
        _pupils(store, viewer, one), _referred(store, viewer, one), _basics(store, viewer, one)
    )
    if not told:
        return None
    return Section(
        key="school_opening",
        question=QUESTION,
        title="",
        says=told[0],
        selection=one.naam,
        beside=told[1:],
    )


def _pupils(store: Store, viewer: Viewer, one: School) -> str:
    found = counted(store, viewer, one)
    if not found:
        return ""
    indicator, own = max(found, key=lambda pair: pair[1][-1].waarde or 0)
    last = own[-1]
    words = f"{wording.value_long(last, indicator)} {moments.when(last.periode, indicator.moment)}"
    if len(own) > 1:
        change = differences.change(last, own[-2], indicator)
        before = moments.period(own[-2].periode, indicator.moment)
        words += f" ({change} {'als' if change == 'gelijk' else 'dan'} op {before})"
    return f"{words}."


def _referred(store: Store, viewer: Viewer, one: School) -> str:
    indicator = indicator_named(REFERRED)
    own = [f for f in own_figures(store, viewer, indicator, one) if f.noemer]
    if not own:
        return ""
    last = own[-1]
    words, _ = beside(store, viewer, indicator, one, last)
    when = moments.when(last.periode, indicator.moment)
    return (
        f"Van deze school kwamen {when} {wording.teller(last)} nieuwe tlv's voor het vso. {words}"
    )


def _basics(store: Store, viewer: Viewer, one: School) -> str:
    points = checklist(store, viewer, one)
    if not points:
        return ""
    words = sentence(points)
    return f"Basisondersteuning: {words[:1].lower()}{words[1:]}"
