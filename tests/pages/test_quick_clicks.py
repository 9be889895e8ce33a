"""What somebody chooses while a page is still being made stays chosen.

The browser puts a value that a run tells a field in place of what stands there, and with the next
click says that to the server. So a run tells a field its value only when it is another one: told
every time, whoever clicked on while a page was being made lost what he had chosen, and was told at
Beheer to choose what he had chosen.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.sections_of_pages import PAGES, viewer_of
from streamlit.testing.v1 import AppTest

from monitor.access import Role
from monitor.store.store import Store


BEHEER = [{"onderdeel": part} for part in ("accounts", "uitnodigingen", "instellingen", "logboek")]
FILTERED = [
    ("deelname", {"per": "wijk", "peildatum": "2024-10-01"}),  # lists, from the address
    ("scholen", {"schooltype": "pro", "zoek": "lyceum"}),  # a list and a text
    ("aanbod", {"postcode": "9911", "plek": "vrij"}),
    ("overzicht", {"regio": "subregio:VO9901:Oost"}),
    ("wat_als", {"onderdeel": "naast"}),  # several of a list
]
ASKED = [
    *((page, query) for page, queries in PAGES.items() for query in queries),
    *FILTERED,
    *(("beheer", query) for query in BEHEER),
]


@pytest.mark.parametrize(("page", "query"), ASKED, ids=lambda one: one if type(one) is str else "")
def test_a_page_that_is_made_again_tells_no_field_its_value(
    page: str,
    query: dict[str, str],
    sample_store: Store,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("DEKKEND_DATA", str(tmp_path))  # a journal without anything in it
    at = AppTest.from_function(
        _page, args=(page, sample_store, viewer_of(Role.BEHEERDER)), default_timeout=60
    )
    for name, value in query.items():
        at.query_params[name] = value
    at.run()
    first = told(at)
    at.run()

    assert told(at) == []
    # A page that has fields and was told nothing at its beginning would prove nothing.
    assert first or not query or page == "beheer"


def test_a_school_that_was_chosen_for_an_invitation_is_not_told_again(
    sample_store: Store,
    page: Callable[..., AppTest],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("DEKKEND_DATA", str(tmp_path))
    at = page("beheer", sample_store, viewer_of(Role.BEHEERDER), onderdeel="uitnodigingen")
    schools = "beheer_uitnodigen_scholen"
    at.multiselect(key=schools).set_value(["99AA00"]).run()
    assert at.multiselect(key=schools).value == ["99AA00"]
    assert told(at) == []

    # What a field above it takes away is told: the browser cannot know.
    at.multiselect(key="beheer_uitnodigen_swv").set_value([]).run()
    assert at.multiselect(key=schools).value == []
    assert told(at) == [schools]


def told(at: AppTest) -> list[str]:
    """The keys of the fields that are told their value."""
    return [
        str(one.key)
        for kind in ("selectbox", "multiselect", "text_input", "button_group", "number_input",
                     "checkbox", "toggle", "radio", "date_input", "text_area")
        for one in at.get(kind)
        if getattr(one.proto, "set_value", False)
    ]  # fmt: skip


def _page(module: str, store: object, who: object) -> None:
    # AppTest runs a copy of this text, which knows only what it imports itself.
    from importlib import import_module

    import_module(f"monitor.pages.{module}").show(store, who)
