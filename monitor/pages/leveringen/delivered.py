"""What was delivered: when, by whom, which files; and taking it back."""

from collections.abc import Sequence

import streamlit as st

from monitor.intake import logged
from monitor.intake.rebuilding import Progress
from monitor.intake.withdrawal_effects import consequences
from monitor.pages.leveringen import running_work, words
from monitor.pages.leveringen.running_work import News
from monitor.pages.pieces import picking
from monitor.sources import sources
from monitor.store.delivered import Delivery, File
from monitor.store.store import Store
from monitor.store.versions import Versions
from monitor.values import moments


SHOWN = 10
WAIT = 5.0
ASKED = "leveringen_intrekken"


def show(store: Store, versions: Versions, who: str) -> None:
    """All deliveries, newest first."""
    found = sorted(store.register.deliveries, key=lambda delivery: -delivery.id)
    if not found:
        st.markdown("Er is nog niets geleverd.")
        return
    everything = st.session_state.get("leveringen_alle", False)
    for delivery in found if everything else found[:SHOWN]:
        _one(store, versions, delivery, who)
    if len(found) > SHOWN and not everything:
        label = f"Toon alle {len(found)} leveringen"
        st.button(label, key="leveringen_toon_alle", on_click=_show_all)


def _show_all() -> None:
    st.session_state["leveringen_alle"] = True


def _one(store: Store, versions: Versions, delivery: Delivery, who: str) -> None:
    kept = [file for file in delivery.files if file.withdrawn is None]
    badge = "" if kept else " :gray-badge[:material/undo: ingetrokken]"
    loaded = words.rows(sum(file.loaded for file in kept))
    with st.container(border=True):
        st.markdown(f"**Levering {delivery.id}** van {words.when(delivery.when)}{badge}")
        st.caption(
            f"Door {words.escape(delivery.who)}: {words.files(len(delivery.files))}"
            + (f", {loaded}." if kept else ", nu niet meer in de monitor.")
        )
        if len(delivery.files) <= 3:
            _files(delivery)
        else:
            with st.expander(f"De {words.files(len(delivery.files))}"):
                _files(delivery)
        if kept:
            _choose_what(store, versions, delivery, kept, who)


def _files(delivery: Delivery) -> None:
    st.markdown("\n".join(f"- {_file(file)}" for file in delivery.files))


def _file(file: File) -> str:
    title = sources()[file.source].title if file.source in sources() else file.source
    line = f"**{words.escape(file.name)}**: {title}"
    if file.moment:
        line += f", over {moments.date(file.moment)}"
    line += f", {words.rows(file.loaded)}"
    if file.mapping:
        line += f", met koppeling {words.escape(file.mapping.name)}"
    if file.withdrawn:
        line += f". **Ingetrokken** op {words.when(file.withdrawn)}"
    return f"{line}."


def _choose_what(
    store: Store, versions: Versions, delivery: Delivery, kept: Sequence[File], who: str
) -> None:
    """The whole delivery, or one file of it."""
    which, files = str(delivery.id), list(kept)
    if len(delivery.files) > 1 and len(kept) > 0:
        whole = f"de hele levering ({words.files(len(kept))})"
        options = {str(delivery.id): whole}
        options |= {
            f"{delivery.id}.{number}": file.name
            for number, file in enumerate(delivery.files, 1)
            if file.withdrawn is None
        }
        which = picking.one(
            "Wat wilt u intrekken?",
            options,
            options.__getitem__,
            key=f"leveringen_deel_{delivery.id}",
        ) or str(delivery.id)
        if "." in which:
            files = [delivery.files[int(which.partition(".")[2]) - 1]]
    withdraw_control(store, versions, which, files, who, "lijst")


def withdraw_control(
    store: Store, versions: Versions, which: str, files: Sequence[File], who: str, place: str
) -> None:
    """A button that first says what comes back, then does it."""
    this = "deze levering" if "." not in which else "dit bestand"
    if st.session_state.get(ASKED) != (place, which):
        if st.button(f"Trek {this} in", icon=":material/undo:", key=f"{place}_trek_{which}"):
            st.session_state[ASKED] = (place, which)
            st.rerun()
        return
    for line in what_happens(store, files):
        st.markdown(line)
    with st.container(horizontal=True):
        if st.button(f"Ja, trek {this} in", type="primary", key=f"{place}_ja_{which}"):
            del st.session_state[ASKED]
            _withdraw(versions, which, what_happens(store, files, done=True), who)
        if st.button(f"Nee, laat {this} staan", key=f"{place}_nee_{which}"):
            del st.session_state[ASKED]
            st.rerun()


def what_happens(store: Store, files: Sequence[File], done: bool = False) -> list[str]:
    """What disappears and what comes back, in sentences."""
    found = consequences(store, files)
    if not found.gone and not found.back:
        return ["Aan de cijfers verandert niets: een latere levering had dit al vervangen."]
    verb = "Weg uit de monitor" if done else "Dan gaat uit de monitor"
    lines = [f"{verb}: {words.rows(found.gone)}."]
    for back in found.back[:5]:
        how = "" if back.is_certain else "hoogstens "
        lines.append(
            f"Terug {'kwam' if done else 'komt'}: {how}{words.rows(back.rows)} uit "
            f"{words.escape(back.file.name)} (levering {back.delivery})."
        )
    if len(found.back) > 5:
        lines.append(f"En uit nog {words.files(len(found.back) - 5)}.")
    if not found.back:
        lines.append("Er is niets dat ervoor terugkomt.")
    return lines


def _withdraw(versions: Versions, which: str, lines: list[str], who: str) -> None:
    def work_(progress: Progress) -> object:
        return logged.withdraw(versions, which, who=who, progress=progress, wait=WAIT)

    what = f"Levering {which}" if "." not in which else f"Bestand {which}"
    running_work.start(work_, lambda result: News(f"{what} is ingetrokken.", lines))
