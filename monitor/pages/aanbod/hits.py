"""Zoeken: the arrangements that fit a wish, nearest first from a postcode."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from monitor.pages.aanbod import hit_list
from monitor.pages.aanbod.asked import Asked
from monitor.pages.pieces import download_choice, filters
from monitor.reports import workbook
from monitor.scholen import aanbod, aanbod_nearby, aanbod_tally, register
from monitor.scholen.aanbod import Offer
from monitor.scholen.aanbod_nearby import Home
from monitor.values import dutch
from monitor.values.collation import by_name
from monitor.values.safe_text import plain
from monitor.views.files.separated import Cell
from monitor.views.words import aanbod as offers


STATUSES = {
    "": "loopt of gepland",
    "actief": "loopt",
    "gepland": "gepland",
    "gestopt": "gestopt",
}
MINE = "waar mijn leerlingen terechtkunnen"
FREE = {"": "Alles", "vrij": "Alleen met plek"}


@dataclass(frozen=True)
class Wish:
    """What a visitor looks for; empty = all."""

    words: str
    vraag: str
    niveau: str
    bereik: str
    vorm: str
    status: str
    only_free: bool
    here: Home | None
    only_here: bool
    """Only what who lives at `here` may go to."""
    only_mine: bool
    """Only what pupils of the viewer's own school may go to."""


def show(asked: Asked) -> None:
    # The answer stands above the filters: on a phone it is otherwise a screen away.
    answer = st.container()
    with st.container(border=True):
        wish = _choose(asked)
    found = _found(asked, wish)
    kilometers = aanbod_nearby.kilometers(wish.here, found) if wish.here else {}
    if wish.here:
        found.sort(key=lambda one: _order(one, kilometers))
    if wish.here and wish.only_mine:
        # What a school can use comes first; what is for elsewhere last.
        found.sort(key=lambda one: _use(asked, one, wish.here))
    answer.markdown(f"**{_answer(asked, found, wish)}**")
    if not found:
        answer.markdown("Laat een filter weg, of zoek op een deel van een woord.")
        return
    own = [one for one in found if wish.only_mine and _is_own(asked, one)]
    others = [one for one in found if one not in own]
    if others:
        hit_list.show(asked, others, wish.here, kilometers)
    if own:
        # Who looks where his pupils can go knows what he offers himself.
        title = f"Bij uzelf: {dutch.number(len(own))} {dutch.noun(len(own), 'arrangementen')}"
        with st.expander(title, expanded=not others, key="aanbod_eigen"):
            hit_list.some(asked, own, wish.here, kilometers, "aanbodlijst_eigen")
    _downloads(asked, found, wish, kilometers)


def _choose(asked: Asked) -> Wish:
    every = asked.offers
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    words = filters.remembered_text(
        "woorden", "Zoek in het aanbod", left, placeholder="naam, school, aanbieder of plaats",
        type="search",
    )  # fmt: skip
    with right:
        only_free = filters.remembered_choice(
            "plek", "Plek", list(FREE), "", FREE.__getitem__, st, width="stretch"
        )
    questions, levels, places = st.columns(3)
    vraag = _choice("vraag", "Ondersteuningsvraag", {v: v for v in aanbod_tally.vragen(every)},
                    "alle vragen", questions)  # fmt: skip
    niveau = _choice("niveau", "Niveau", {n: n for n in aanbod_tally.niveaus(every)},
                     "alle niveaus", levels)  # fmt: skip
    typed = filters.remembered_text(
        "postcode", "Dichtbij postcode", places, default=_own_postcode(asked),
        placeholder="vier cijfers", max_chars=7,
    )  # fmt: skip
    here = _home(asked, typed)
    with st.expander("Meer filters"):
        reaches, forms, states = st.columns(3)
        known = {b: n for b, n in offers.BEREIKEN.items() if any(b == o.bereik for o in every)}
        if here:
            known = {"hier": f"ook wie op {here.postcode4} woont", **known}
        mine = asked.viewer.vestigingen
        if mine:
            known = {"mijn": MINE, **known}
        shown = {"": "iedereen", **known}
        bereik = filters.remembered("bereik", "Voor wie", list(shown), "mijn" if mine else "",
                                    shown.__getitem__, reaches)  # fmt: skip
        there = {one.vorm for one in every}
        vormen = {v: name for v, name in offers.VORMEN.items() if v in there}
        vorm = _choice("vorm", "Vorm", vormen, "alle vormen", forms)
        status = filters.remembered("status_aanbod", "Status", list(STATUSES), "",
                                    STATUSES.__getitem__, states)  # fmt: skip
    return Wish(words, vraag, niveau, "" if bereik in ("hier", "mijn") else bereik, vorm, status,
                bool(only_free), here, bereik == "hier", bereik == "mijn")  # fmt: skip


def kept() -> dict[str, str]:
    """The wish that was last looked for, for the address of a link back to it."""
    names = ("woorden", "vraag", "niveau", "postcode", "plek", "vorm", "status_aanbod")
    found = {name: st.session_state.get(f"gekozen_{name}", "") for name in names}
    return {name: str(value) for name, value in found.items() if value}


def _choice(key: str, label: str, names: dict[str, str], everything: str, where: Any) -> str:
    shown = {"": everything, **names}
    return filters.remembered(key, label, list(shown), "", shown.__getitem__, where)


def _home(asked: Asked, typed: str) -> Home | None:
    """Where the postcode that was typed lies; a sentence where that is not known."""
    if not typed:
        return None
    digits = re.fullmatch(r"([1-9]\d{3})\s*([A-Za-z]{2})?", typed)
    if digits is None:
        st.info(f"‘{plain(typed)}’ is geen postcode. Typ de vier cijfers, bijvoorbeeld "
                f"{_example(asked)}.")  # fmt: skip
        return None
    here = aanbod_nearby.home(asked.store, asked.whole.sector, digits[1])
    if here is None:
        st.info(
            f"Waar postcode {digits[1]} ligt, weet de monitor niet: hij staat niet in de "
            "regio-indeling. De lijst staat daarom op naam. Typ een postcode uit de buurt, "
            f"bijvoorbeeld {_example(asked)}."
        )
    return here


def _own_postcode(asked: Asked) -> str:
    """Of who works for one school: nearest first at once. Empty when nobody knows where it lies."""
    if len(asked.viewer.vestigingen) != 1:
        return ""
    own = [one for one in register.schools(asked.store) if one.code in asked.viewer.vestigingen]
    digits = own[0].postcode[:4] if own else ""
    return digits if aanbod_nearby.home(asked.store, asked.whole.sector, digits) else ""


def _example(asked: Asked) -> str:
    found = aanbod_nearby.homes(asked.store, asked.whole.sector, asked.whole.code)
    return found[0].postcode4 if found else "1234"


def _found(asked: Asked, wish: Wish) -> list[Offer]:
    found = aanbod.search(asked.offers, wish.words, wish.vraag, wish.niveau, wish.bereik,
                          wish.vorm, wish.only_free)  # fmt: skip
    own = asked.viewer.vestigingen
    return [
        one
        for one in found
        if (one.status == wish.status if wish.status else one.status != "gestopt")
        and (not wish.only_mine or one.bereik != "school" or one.vestiging in own)
        and (not wish.only_here or (wish.here is not None and aanbod_nearby.is_for(one, wish.here)))
    ]


def _order(one: Offer, kilometers: Mapping[str, float | None]) -> tuple[bool, float, str]:
    km = kilometers[one.code]
    return km is None, km or 0.0, one.code


USABLE, OWN, ELSEWHERE = range(3)


def _use(asked: Asked, one: Offer, here: Home | None) -> int:
    """Whether a school can send a pupil who lives `here` to it, has it itself, or neither."""
    if _is_own(asked, one):
        return OWN
    return USABLE if here and aanbod_nearby.is_for(one, here) else ELSEWHERE


def _is_own(asked: Asked, one: Offer) -> bool:
    return bool(one.vestiging) and one.vestiging in asked.viewer.vestigingen


def _answer(asked: Asked, found: Sequence[Offer], wish: Wish) -> str:
    """For a school what it can use; for others how much there is."""
    if not (wish.here and wish.only_mine and found):
        mine = [one for one in found if wish.only_mine and _is_own(asked, one)]
        first = count_sentence([one for one in found if one not in mine], wish)
        return f"{first} Bij uzelf: {dutch.number(len(mine))}." if mine else first
    uses = [_use(asked, one, wish.here) for one in found]
    usable, own = uses.count(USABLE), uses.count(OWN)
    said = _conditions(replace(wish, only_mine=False))
    most = f"{dutch.number(usable)} {dutch.noun(usable, 'arrangementen')} bij een ander"
    sentence = f"{most} voor wie op {wish.here.postcode4} woont{said}"
    if own:
        sentence += f"; {dutch.number(own)} bij uzelf"
    elsewhere = [one for one, use in zip(found, uses, strict=True) if use == ELSEWHERE]
    if elsewhere:
        regions = sorted({plain(offers.reach(one)) for one in elsewhere}, key=by_name)
        whom = f" ({dutch.joined(regions)})" if len(regions) <= 3 else ""
        are = "is" if len(elsewhere) == 1 else "zijn"
        sentence += (
            f"; {dutch.number(len(elsewhere))} {are} alleen voor leerlingen van elders{whom}"
        )
    near = wish.here.postcode4
    return f"{sentence}. Wat u kunt gebruiken staat bovenaan, het dichtst bij {near} eerst."


def count_sentence(found: Sequence[Offer], wish: Wish) -> str:
    """12 arrangementen gevonden: voor angst, havo, met plek; het dichtst bij 9911 eerst."""
    said = _conditions(wish)
    if not found:
        return f"Geen arrangement gevonden{said}."
    number = f"{dutch.number(len(found))} {dutch.noun(len(found), 'arrangementen')}"
    if wish.here is None:
        return f"{number} gevonden{said}."
    near = f"{number} gevonden{said}; het dichtst bij {wish.here.postcode4} eerst."
    if wish.only_here:
        return near
    there = sum(aanbod_nearby.is_for(one, wish.here) for one in found)
    are = "is er 1" if there == 1 else f"zijn er {there}" if there else "is er geen"
    return f"{near} Voor wie daar woont, van welke school ook, {are}."


def _conditions(wish: Wish) -> str:
    """: voor angst, havo, met plek"""
    conditions = [
        f"met ‘{plain(wish.words)}’" if wish.words else "",
        f"voor {plain(wish.vraag)}" if wish.vraag else "",
        plain(wish.niveau),
        f"voor {offers.BEREIKEN[wish.bereik]}" if wish.bereik else "",
        f"voor wie op {wish.here.postcode4} woont" if wish.only_here and wish.here else "",
        "waar uw leerlingen terechtkunnen" if wish.only_mine else "",
        offers.VORMEN.get(wish.vorm, ""),
        {"actief": "die lopen", "": ""}.get(wish.status, wish.status),
        "met plek" if wish.only_free else "",
    ]
    said = ", ".join(part for part in conditions if part)
    return f": {said}" if said else ""


def _downloads(
    asked: Asked, found: Sequence[Offer], wish: Wish, kilometers: Mapping[str, float | None]
) -> None:
    st.caption("Een plaats is vrij als er minder leerlingen zitten dan er plaatsen zijn, volgens "
               "de opgave van de school of aanbieder. Vraag altijd na of het past. Verouderd is "
               "wat loopt en langer dan twee jaar niet, of nooit, is geëvalueerd. Afstanden zijn "
               "hemelsbreed.")  # fmt: skip
    is_demo = asked.store.settings.demo
    count = f"{dutch.number(len(found))} {dutch.noun(len(found), 'arrangementen')}"
    what = f"Schooljaar {asked.schooljaar}. {count_sentence(found, wish)}"

    def rows() -> list[dict[str, Cell]]:
        return offers.file_rows(found, kilometers, asked.today)

    download_choice.choice(
        count, "aanbod", "aanbod_lijst",
        lambda form: offers.to_csv(rows(), is_demo, form),
        lambda: _workbook(rows(), what, is_demo),
    )  # fmt: skip


def _workbook(rows: list[dict[str, Cell]], what: str, is_demo: bool) -> bytes:
    titles = list(rows[0]) if rows else []
    return workbook.list_to_xlsx(
        "Aanbod", titles, (list(row.values()) for row in rows), what, is_demo
    )
