"""Of which vraag and in which region the best places are shown: chosen here, or by a cell of Dekking."""

from dataclasses import replace

import streamlit as st

from monitor.dekking.matching.candidates import Ranked
from monitor.dekking.next_places import NextPlaces
from monitor.figures.levels import LEVEL_TITLES
from monitor.pages.pieces import filters
from monitor.pages.wat_als.subject import Subject
from monitor.values.collation import by_name


VRAAG, REGIO = "helpt_vraag", "helpt_regio"
"""In the address; a cell of Dekking leads here with both."""
LEVELS = ("subregio", "gemeente", "wijk")


def choose(subject: Subject, found: NextPlaces) -> NextPlaces:
    """What is left of the candidates. Who sees no exact figures gets a part of what he sees without a
    choice, and no candidates that it leaves out."""
    vragen = ["", *sorted(subject.known.vragen, key=by_name)]
    regions = _regions(subject)
    with st.container(horizontal=True, gap="small"):
        vraag = filters.remembered(VRAAG, "Vraag", vragen, "", lambda one: one or "alle vragen")
        asked = filters.remembered(REGIO, "Plek in", list(regions), "", regions.__getitem__)
    if not vraag and not asked:
        return found
    there = found.ranked if subject.numbers.exact else (*found.best(), *found.openings())
    return replace(found, ranked=tuple(one for one in there if _fits(one, vraag, asked)))


def _fits(one: Ranked, vraag: str, asked: str) -> bool:
    level, _, value = asked.partition(":")
    new = one.arrangement
    return vraag in ("", *new.ondersteuningsvragen) and (not asked or getattr(new, level) == value)


def _regions(subject: Subject) -> dict[str, str]:
    """`level:value` → its words, of the postcodes of the samenwerkingsverband."""
    names: dict[str, str] = {"": "hele SWV"}
    own = [place for place in subject.known.postcodes.values() if place.is_own]
    for level in LEVELS:
        values = {str(getattr(one, level)): one for one in own if getattr(one, level)}
        told = {value: one.naam if level == "gemeente" else value for value, one in values.items()}
        for value in sorted(told, key=lambda value: (by_name(told[value]), value)):
            names[f"{level}:{value}"] = f"{told[value]} ({LEVEL_TITLES[level]})"
    return names
