"""The changes of a scenario: what there is, each undone with one click, and how to add one."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from monitor.dekking.matching.model import ALLE
from monitor.dekking.next_places import tarieven
from monitor.dekking.scenarios import make
from monitor.dekking.scenarios.changes import MOST_PLACES
from monitor.errors import MonitorError
from monitor.pages.pieces import picking
from monitor.pages.wat_als import work
from monitor.pages.wat_als.subject import Held
from monitor.pages.wat_als.work import Work
from monitor.values import dutch
from monitor.values.safe_text import plain
from monitor.views.words import scenario_changes


KINDS = {
    "open": "Open",
    "plaatsen": "Maak groter of kleiner",
    "verplaats": "Verplaats",
    "sluit": "Sluit",
    "bereik": "Stel open",
    "norm": "Andere norm",
}
LEAST_KM, MOST_KM = 0.5, 500.0
REACH = {"swv": "hele samenwerkingsverband", "subregio": "eigen subregio", "wijk": "eigen wijk",
         "school": "alleen de school"}  # fmt: skip


def show(subject: Held, mine: Work, wrong: dict[int, str]) -> None:
    st.header("Wat u verandert")
    if not mine.scenario.wijzigingen:
        st.markdown(
            "Nog niets. Voeg hieronder een wijziging toe, of kijk bij ‘Wat zou het meest helpen?’."
        )
    for index, change in enumerate(mine.scenario.wijzigingen):
        left, right = st.columns([0.8, 0.2], vertical_alignment="center")
        left.markdown(f"{index + 1}. {plain(subject.words(change))}")
        right.button(
            "Maak ongedaan",
            key=f"wat_als_weg_{index}",
            icon=":material/undo:",
            help=f"Wijziging {index + 1} uit dit scenario halen",
            on_click=work.undo,
            args=(subject, index),
        )
        if index in wrong:
            st.warning(f"Deze wijziging telt niet mee. {plain(wrong[index])}")
    with st.container(border=True):
        st.markdown("**Voeg een wijziging toe**")
        kind = picking.in_sight(
            "Wat wilt u veranderen?", list(KINDS), KINDS.__getitem__, default="open", required=True,
            key="wat_als_soort", label_visibility="collapsed",
            wrap=True,
        )  # fmt: skip
        _FORMS[kind or "open"](subject)


def _add_button(subject: Held, words: str, soort: str, values: Callable[[], Any]) -> None:
    st.button(
        words,
        key=f"wat_als_voeg_{soort}",
        icon=":material/add:",
        type="primary",
        on_click=_add,
        args=(subject, soort, values),
    )


def _add(subject: Held, soort: str, values: Callable[[], dict[str, Any]]) -> None:
    try:
        work.add(subject, make(soort, **values()))
    except MonitorError as error:
        work.tell(str(error), is_good=False)


def _open(subject: Held) -> None:
    known = subject.known
    left, right = st.columns(2)
    vragen = picking.several("Ondersteuningsvragen", known.vragen, where=left,
                             key="wat_als_vragen")  # fmt: skip
    niveaus = picking.several(
        "Niveaus", [*known.niveaus, ALLE], _niveau, where=right, key="wat_als_niveaus"
    )
    # A row each: on a phone the fields then stand in the order in which they are filled in.
    left, right = st.columns(2)
    places = {"postcode": "Op een postcode", "school": "Bij een school"}
    where = picking.in_sight(
        "Waar", list(places), places.__getitem__, where=left, default="postcode", required=True,
        key="wat_als_waar",
    )  # fmt: skip
    postcode4 = vestiging = None
    if where == "school":
        vestiging = picking.one(
            "School", known.schools, lambda code: known.schools[code].naam, where=right,
            index=None, key="wat_als_school",
            placeholder="Kies een school",
        )  # fmt: skip
    else:
        postcode4 = _postcode(subject, right, "wat_als_postcode_open")
    left, middle, right = st.columns(3)
    bereik = picking.one("Voor wie", REACH, REACH.__getitem__, where=left, key="wat_als_bereik")  # fmt: skip
    plaatsen = middle.number_input("Plaatsen", 1, MOST_PLACES, 8, key="wat_als_plaatsen_open")
    usual = [price for vraag, price in tarieven(known).items() if vraag in vragen]
    hint = f"Gebruikelijk is {dutch.euro(max(usual))}: het middelste tarief nu." if usual else ""
    tarief = right.number_input(
        "Tarief per plaats per jaar (euro)", 0, 1_000_000, None, 100, key="wat_als_tarief",
        placeholder="niet bekend", help=hint or "Leeg: niet bekend. Dan zijn de kosten onbekend.",
    )  # fmt: skip
    if hint:
        right.caption(hint)
    values = {
        "vragen": tuple(vragen), "niveaus": tuple(niveaus), "bereik": bereik,
        "postcode4": postcode4, "vestiging": vestiging, "plaatsen": plaatsen, "tarief": tarief,
    }  # fmt: skip
    _add_button(subject, "Open dit arrangement", "open", lambda: values)


def _resize(subject: Held) -> None:
    code = _arrangement(subject, "wat_als_arrangement_plaatsen", is_any=True)
    if code is None:
        return
    one = subject.known.arrangements[code]
    now = one.plaatsen_plan if one.plaatsen_praktijk is None else one.plaatsen_praktijk
    now = min(now, MOST_PLACES)  # a field does not open on more than it takes
    plaatsen = st.number_input(
        "Nieuw aantal plaatsen", 0, MOST_PLACES, now, key=f"wat_als_plaatsen_{code}", width=240
    )
    if one.status != "actief":
        st.caption(f"Dit arrangement is nu {one.status}; in het scenario is het dan actief.")
    _add_button(
        subject, "Verander de plaatsen", "plaatsen",
        lambda: {"arrangementscode": code, "plaatsen": plaatsen},
    )  # fmt: skip


def _move(subject: Held) -> None:
    code = _arrangement(subject, "wat_als_arrangement_verplaats")
    postcode4 = _postcode(subject, st, "wat_als_postcode_verplaats")
    if code and postcode4:
        _add_button(
            subject, "Verplaats dit arrangement", "verplaats",
            lambda: {"arrangementscode": code, "postcode4": postcode4},
        )  # fmt: skip


def _close(subject: Held) -> None:
    code = _arrangement(subject, "wat_als_arrangement_sluit")
    if code:
        _add_button(
            subject, "Sluit dit arrangement", "sluit", lambda: {"arrangementscode": code}
        )  # fmt: skip


def _reach(subject: Held) -> None:
    code = _arrangement(subject, "wat_als_arrangement_bereik")
    if code is None:
        return
    now = subject.known.arrangements[code].bereik
    bereik = picking.one(
        "Voor wie", [one for one in REACH if one != now], REACH.__getitem__,
        key=f"wat_als_bereik_{code}", width=320,
    )  # fmt: skip
    st.caption(f"Nu is het er {scenario_changes.REACH.get(now, now)}.")
    _add_button(
        subject, "Stel dit arrangement open", "bereik",
        lambda: {"arrangementscode": code, "bereik": bereik},
    )  # fmt: skip


def _norm(subject: Held) -> None:
    known = subject.known
    left, right = st.columns(2)
    vraag = picking.one(
        "Ondersteuningsvraag", [ALLE, *known.vragen],
        lambda one: "alle vragen" if one == ALLE else one, where=left, key="wat_als_norm_vraag",
    ) or ALLE  # fmt: skip
    niveau = picking.one("Niveau", [ALLE, *known.niveaus], _niveau, where=right,
                         key="wat_als_norm_niveau") or ALLE  # fmt: skip
    now = subject.norm(vraag, niveau)
    km = left.number_input(
        "Hoe ver mag een plek hoogstens zijn (km)", LEAST_KM, MOST_KM,
        min(max(now, LEAST_KM), MOST_KM), 1.0, format="%.1f",
        key=f"wat_als_km_{vraag}_{niveau}",
    )  # fmt: skip
    st.caption(
        f"Nu is de norm {dutch.count(now)} km. Een norm die preciezer zegt waarover hij gaat, en "
        "uitzonderingen, gaan voor."
    )
    values = {"vraag": vraag, "niveau": niveau, "km": km}
    _add_button(subject, "Verander deze norm", "norm", lambda: values)


_FORMS: dict[str, Callable[[Held], None]] = {
    "open": _open,
    "plaatsen": _resize,
    "verplaats": _move,
    "sluit": _close,
    "bereik": _reach,
    "norm": _norm,
}


def _arrangement(subject: Held, key: str, *, is_any: bool = False) -> str | None:
    """One of those that run, or of all."""
    known = subject.known
    codes = [c for c, one in known.arrangements.items() if is_any or one.status == "actief"]
    return picking.one(
        "Arrangement", codes, lambda code: _offer_words(subject, code), index=None, key=key,
        placeholder="Kies of typ een deel van de naam",
    )  # fmt: skip


def _offer_words(subject: Held, code: str) -> str:
    one = subject.known.arrangements[code]
    places = "?" if one.plaatsen_praktijk is None else str(one.plaatsen_praktijk)
    return (
        f"{scenario_changes.titled(code, subject.known)} · {dutch.joined(one.ondersteuningsvragen)} · "
        f"{places} van {one.plaatsen_plan} plaatsen"
        + ("" if one.status == "actief" else f" · {one.status}")
    )


def _postcode(subject: Held, where: Any, key: str) -> str | None:
    codes = subject.known.own_postcodes
    return picking.one(
        "Postcode", codes,
        lambda code: scenario_changes.place(code, None, subject.known).removeprefix("in "),
        where=where, index=None, key=key, placeholder="Kies een postcode",
    )  # fmt: skip


def _niveau(one: str) -> str:
    return "alle niveaus" if one == ALLE else one
