"""The arrangements that were found, one under another."""

from collections.abc import Mapping, Sequence

import streamlit as st

from monitor.pages.aanbod.asked import Asked
from monitor.pages.pieces import figure_parts
from monitor.scholen.aanbod import Offer
from monitor.scholen.aanbod_nearby import Home
from monitor.values import dutch
from monitor.values.safe_text import plain
from monitor.views.words import aanbod as offers


PER_PAGE = 20


def show(
    asked: Asked, found: Sequence[Offer], here: Home | None, kilometers: Mapping[str, float | None]
) -> None:
    """A page of them at a time."""
    pages = -(-len(found) // PER_PAGE)
    first = 0
    if pages > 1:
        page = st.pagination(pages, key=f"aanbod_bladzijde_{pages}")
        first = (page - 1) * PER_PAGE
        st.caption(f"U ziet {first + 1} tot en met {min(first + PER_PAGE, len(found))} van "
                   f"{dutch.number(len(found))}.")  # fmt: skip
    some(asked, found[first : first + PER_PAGE], here, kilometers, "aanbodlijst")


def some(
    asked: Asked,
    found: Sequence[Offer],
    here: Home | None,
    kilometers: Mapping[str, float | None],
    key: str,
) -> None:
    """All of them, in a container with a key of its own."""
    with st.container(key=key, gap="small"):
        for one in found:
            with st.container(border=True, gap="xxsmall"):
                _hit(asked, one, here, kilometers)


def _hit(
    asked: Asked, one: Offer, here: Home | None, kilometers: Mapping[str, float | None]
) -> None:
    query = {"arrangement": one.code}
    if here:
        query["postcode"] = here.postcode4
    figure_parts.link("aanbod", f"**{plain(one.titel)}** {offers.badge(one)}", **query)
    where = f"{plain(one.provider)}{f', {plain(one.plaats)}' if one.plaats else ''}"
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if one.vestiging:
            figure_parts.link("school", where, school=one.vestiging)
        else:
            st.markdown(where)
        if here:
            st.markdown(f"**{offers.distance(one, here, kilometers[one.code])}**")
    said = [
        f"**{plain(dutch.joined(one.vragen))}**",
        plain(offers.niveaus(one)),
        offers.VORMEN.get(one.vorm, ""),
        plain(offers.reach(one)),
    ]
    st.markdown(" · ".join(part for part in said if part))
    if here and (why := offers.not_for(one, here)) and one.bereik != "school":
        st.caption(f"Let op: {plain(why)}.")
    if asked.is_staff or one.vestiging in asked.viewer.vestigingen:
        when = offers.evaluated(one, asked.today)
        st.caption(f"Plaatsen: {offers.use(one)} · geëvalueerd: {when}")
