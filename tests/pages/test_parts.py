"""Pieces that pages share."""

import pytest
from streamlit.testing.v1 import AppTest

from monitor.figures.door import catalogue
from monitor.figures.provenance import Completeness, Provenance
from monitor.pages.pieces import filters
from monitor.sections import origins
from monitor.store.store import Store


@pytest.mark.parametrize(
    ("counted", "words"),
    [
        (7, "In Tolbeke staat geen vso-school en geen school met praktijkonderwijs"),
        # The one that is missing may stand there.
        (6, "In Tolbeke is geen vso-school en geen school met praktijkonderwijs geteld"),
    ],
)
def test_that_no_school_stands_there_is_said_only_of_a_complete_count(
    monkeypatch: pytest.MonkeyPatch, empty_store: Store, counted: int, words: str
) -> None:
    found = Provenance((), "", (Completeness("vo", 44, 45), Completeness("vso", counted, 7)))
    monkeypatch.setattr(origins, "provenance", lambda *_: found)
    indicators = [catalogue()["deelname_vso_locatie"], catalogue()["deelname_pro"]]

    assert (
        origins.without_school(empty_store, indicators, "2025-10-01", "VO1", "In Tolbeke") == words
    )


def two_pages() -> None:
    """Two pages with one filter and another default each."""
    import streamlit as st

    from monitor.pages.pieces import filters

    page = st.session_state.get("bladzijde", "een")
    default = {"een": "subregio", "twee": "gemeente"}[page]
    st.markdown(filters.remembered("per", "Per", ["subregio", "gemeente", "wijk"], default))


def test_only_what_somebody_chose_travels_between_pages() -> None:
    """Row E6: the default of another page silently changed what a page said was the worst."""
    at = AppTest.from_function(two_pages).run()

    def shown(page: str) -> str:
        at.session_state["bladzijde"] = page
        at.query_params.clear()
        return at.run().markdown[0].value

    assert [shown("een"), shown("twee"), shown("een")] == ["subregio", "gemeente", "subregio"]

    at.selectbox(key="keuze_per").set_value("wijk").run()
    assert [shown("twee"), shown("een")] == ["wijk", "wijk"]

    # Back to what is the default here is a choice too.
    at.selectbox(key="keuze_per").set_value("subregio").run()
    assert shown("twee") == "subregio"


def test_a_link_is_a_choice() -> None:
    at = AppTest.from_function(two_pages)
    at.query_params["per"] = "wijk"
    assert at.run().markdown[0].value == "wijk"
    at.query_params.clear()
    at.session_state["bladzijde"] = "twee"

    assert at.run().markdown[0].value == "wijk"


def test_after_back_the_address_says_all_that_was_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address without a choice is a page on which nothing was chosen, whatever is remembered."""
    at = AppTest.from_function(two_pages).run()
    at.selectbox(key="keuze_per").set_value("wijk").run()
    assert at.query_params["per"] == "wijk"

    at.query_params.clear()
    with monkeypatch.context() as back:
        back.setattr(filters, "came_back", lambda: True)
        assert at.run().markdown[0].value == "subregio"
    assert "per" not in at.query_params
    at.session_state["bladzijde"] = "twee"
    assert at.run().markdown[0].value == "gemeente"  # what was undone does not travel
