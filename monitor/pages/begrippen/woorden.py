"""The words of the field, from A to Z."""

from collections.abc import Sequence

import streamlit as st

from monitor.views.words.glossary import Term


def list_terms(found: Sequence[Term]) -> None:
    for term in found:
        st.subheader(term.name, anchor=term.address)
        show_term(term)


def show_term(term: Term) -> None:
    st.markdown(term.text)
    if term.avoid:
        st.caption(f"Zeg niet: {term.avoid}")
