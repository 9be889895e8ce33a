"""Of which vraag and in which region the best places are shown: chosen here, or by a cell of Dekking."""

from dataclasses import replace

import streamlit as st

from monitor.dekking.next_places import Asked, NextPlaces
from monitor.figures.levels import LEVEL_TITLES
from monitor.pages.pieces import filters
from monitor.pages.wat_als.subject import Held
from monitor.values.collation import by_name


VRAAG, REGIO = "helpt_vraag", "helpt_regio"
"""In the address; a cell of Dekking leads here with both."""
LEVELS = ("subregio", "gemeente", "wijk")


def choose(subject: Held) -> Asked:
    vragen = ["", *sorted(subject.known.vragen, key=by_name)]
    regions = _regions(subject)
    with st.container(horizontal=True, gap="small"):
        vraag = filters.remembered(VRAAG, "Vraag", vragen, "", lambda one: one or "alle vragen")
        where = filters.remembered(REGIO, "Plek in", list(regions), "", regions.__getitem__)
    level, _, value = where.partition(":")
    return Asked(vraag, level, value)


def part_of(found: NextPlaces, asked: Asked) -> NextPlaces:
    """For who sees no exact figures: a part of what he sees without a choice, and no candidates that
    it leaves out."""
    there = (*found.best(), *found.openings())
    return replace(found, ranked=tuple(one for one in there if asked.fits(one)))


def _regions(subject: Held) -> dict[str, str]:
    """`level:value` → its words, of the postcodes of the samenwerkingsverband."""
    names: dict[str, str] = {"": "hele SWV"}
    own = [place for place in subject.known.postcodes.values() if place.is_own]
    for level in LEVELS:
        values = {str(getattr(one, level)): one for one in own if getattr(one, level)}
        told = {value: one.naam if level == "gemeente" else value for value, one in values.items()}
        for value in sorted(told, key=lambda value: (by_name(told[value]), value)):
            names[f"{level}:{value}"] = f"{told[value]} ({LEVEL_TITLES[level]})"
    return names
