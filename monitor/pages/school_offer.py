"""The offer of support on a school's page: what it has, what runs, and what is only on paper."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from monitor import schools
from monitor.access import Viewer
from monitor.pages.leveringen import cards
from monitor.schools import Arrangement, School
from monitor.store import Store
from monitor.views import text
from monitor.views.school_lists import plain


def show(store: Store, viewer: Viewer, one: School) -> None:
    st.header("Aanbod aan ondersteuning")
    found = schools.arrangements(store, one.code)
    if not found:
        if schools.knows_arrangements(store):
            st.markdown("Deze school heeft geen arrangementen opgegeven. Of zij die wel heeft, is "
                        "**onbekend**.")  # fmt: skip
        else:
            st.markdown("Van geen enkele school zijn arrangementen bekend: dat bestand is nog "
                        "niet geleverd.")  # fmt: skip
        return
    # How full a school's own offer is, is for the samenwerkingsverband and the school itself.
    with_places = viewer.may_see("vestiging", one.code)
    st.markdown(_offer_sentence(found, with_places))
    rows = [_arrangement(a, with_places) for a in found]
    cards.table(rows, "school_aanbod", f"Arrangementen van {one.naam}")


def _offer_sentence(found: Sequence[Arrangement], with_places: bool) -> str:
    number = f"{len(found)} {text.noun(len(found), 'arrangementen')}"
    sentence = f"In schooljaar {found[0].schooljaar}: {number}"
    if not with_places:
        return f"{sentence}."
    # What stopped, or is still to begin, has no places to be had: that is not "on paper".
    running = [a for a in found if a.status == "actief"]
    paper = [a for a in running if a.plaatsen_plan > 0 and a.plaatsen_praktijk == 0]
    silent = [a for a in running if a.plaatsen_praktijk is None]
    if len(running) < len(found):
        sentence = f"In schooljaar {found[0].schooljaar}: {_by_status(found)}"
    if paper:
        sentence += f", waarvan {len(paper)} alleen op papier (geen plaats in de praktijk)"
    if silent:
        sentence += f"; van {len(silent)} is het aantal plaatsen in de praktijk onbekend"
    return f"{sentence}."


def _by_status(found: Sequence[Arrangement]) -> str:
    """4 arrangementen lopen, 1 is gestopt"""
    numbers = Counter(a.status for a in found)
    running = numbers.pop("actief", 0)
    lopen = "loopt" if running == 1 else "lopen"
    others = [f"{n} {'is' if n == 1 else 'zijn'} {status}" for status, n in numbers.items()]
    noun = text.noun(running, "arrangementen")
    return ", ".join([f"{running or 'geen'} {noun} {lopen}", *others])


def _arrangement(one: Arrangement, with_places: bool) -> dict[str, str]:
    row = {
        "Arrangement": plain(one.titel),
        "Ondersteuningsvraag": plain(", ".join(one.vragen)),
        "Niveaus": plain(", ".join(one.niveaus)),
        "Voor wie": {"school": "eigen school", "swv": "hele verband"}.get(one.bereik, one.bereik),
        "Status": one.status,
    }
    if with_places:
        row["Plaatsen plan"] = text.number(one.plaatsen_plan)
        row["Plaatsen praktijk"] = text.number(one.plaatsen_praktijk)
    return row
