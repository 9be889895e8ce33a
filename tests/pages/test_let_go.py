"""A tab that stays open keeps no version of the data: one that was replaced leaves the memory.

Streamlit keeps what widgets call, how they show an option and what makes a download for as long as
a tab is open (D8: each publication cost 60-80 MB while pages were open).
"""

import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.testing.v1 import AppTest

from monitor.access import Role, Viewer
from monitor.pages import (
    PAGES,
    aanbod,
    begrippen,
    beheer,
    dekking,
    thuiszitters,
    verwijzingen,
    wat_als,
)
from monitor.pages.beheer.subject import Subject
from monitor.pages.frame.serving import serving
from monitor.store.journal import journal
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions
from monitor.web.memory import settle
from tests.pages.conftest import viewer


SHOWN: list[tuple[Store, Viewer]] = []
"""What the page that runs is given: not an argument of it, as in the shell."""
PARTS = {
    "aanbod": aanbod.PARTS,
    "beheer": beheer.PARTS,
    "begrippen": begrippen.PARTS,
    "dekking": dekking.SECTIONS,
    "thuiszitters": thuiszitters.SECTIONS,
    "verwijzingen": verwijzingen.PARTS,
    "wat_als": wat_als.SECTIONS,
}
"""What `onderdeel` can be."""
OPENED = [
    (page.module or page.name, part) for page in PAGES for part in PARTS.get(page.name, ("",))
]


def _page(module: str) -> None:
    from importlib import import_module

    from pages.test_let_go import SHOWN

    import_module(f"monitor.pages.{module}").show(*SHOWN[0])


@pytest.fixture
def downloads(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What would make a file if somebody pressed the button; a server keeps it with the tab."""
    kept: list[Any] = []
    add = MediaFileManager.add_deferred

    def keeping(self: MediaFileManager, made: Callable[[], Any], *more: Any, **rest: Any) -> Any:
        kept.append(made)
        return add(self, made, *more, **rest)

    monkeypatch.setattr(MediaFileManager, "add_deferred", keeping)
    return kept


def test_open_pages_let_go_of_the_version_they_showed(
    sample_folder: Path, downloads: list[Any]
) -> None:
    store = open_store(Versions(sample_folder))
    tabs = []
    for module, part in OPENED:
        role = Role.SCHOOL if module == "ons_profiel" else Role.BEHEERDER
        SHOWN[:] = [(store, viewer(role))]
        tab = AppTest.from_function(_page, args=(module,), default_timeout=60)
        if part:
            tab.query_params["onderdeel"] = part
        tab.run()
        assert not tab.exception, tab.exception
        tabs.append((module, part, tab, list(downloads)))
        downloads.clear()

    SHOWN.clear()
    gone = weakref.ref(store)
    del store, tab
    settle()

    keeping = []
    while gone() is not None and tabs:
        keeping.append(tabs.pop()[:2])
        settle()
    assert keeping == [], "the last of these keeps the version that it showed"
    assert gone() is None


def test_a_click_after_that_is_about_the_newest(
    sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEKKEND_DATA", str(sample_copy))
    book = journal(sample_copy)
    store = open_store(Versions(sample_copy))
    subject = Subject(store, viewer(Role.BEHEERDER), book, sample_copy)
    assert subject.store is store

    gone = weakref.ref(store)
    del store

    assert gone() is None
    assert subject.store is serving(sample_copy).store()
