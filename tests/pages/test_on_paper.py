"""Each question of a page can be taken along as paper, made when it is asked for."""

import gc
import types
from collections.abc import Callable

import pytest
from helpers.opened import opened
from streamlit.testing.v1 import AppTest

from monitor.access import Role, Viewer
from monitor.pages.pieces import quiet_line
from monitor.reports import paper
from monitor.store.store import Store


def _visited(module: str, store: object, who: object) -> None:
    """As the frame shows a page."""
    from importlib import import_module

    from monitor.pages.pieces.visit import VISIT

    VISIT.set((store, who))  # type: ignore[arg-type]
    import_module(f"monitor.pages.{module}").show(store, who)


@pytest.mark.parametrize("role", [Role.DIRECTEUR, Role.GEMEENTE])
def test_every_line_of_a_page_gives_its_question_as_a_pdf(
    sample_store: Store, monkeypatch: pytest.MonkeyPatch, role: Role
) -> None:
    buttons: dict[str, Callable[[], bytes]] = {}
    monkeypatch.setattr(
        quiet_line, "_button", lambda label, made, file, mime, key: buttons.update({file: made})
    )
    made: list[str] = []
    real = paper.of_section
    monkeypatch.setattr(
        paper, "of_section", lambda section, stamp: made.append(section.key) or real(section, stamp)
    )
    viewer = Viewer(role, frozenset({"VO9901"}))

    at = AppTest.from_function(
        _visited, args=("deelname", sample_store, viewer), default_timeout=60
    ).run()
    opened(at, "Download")

    papers = {file: make for file, make in buttons.items() if file.endswith(".pdf")}
    assert len(papers) >= 3
    assert made == []  # nobody pressed yet
    content = papers["deelname_nu.pdf"]()
    assert content.startswith(b"%PDF-1.7")
    assert made == ["deelname_nu"]


@pytest.mark.parametrize("module", ["deelname", "dekking", "thuiszitters"])
def test_what_a_button_keeps_holds_no_version_of_the_data(
    sample_store: Store, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    """A tab keeps it as long as it is open, also when a newer version came."""
    kept: list[object] = []
    monkeypatch.setattr(
        quiet_line, "_button", lambda label, made, file, mime, key: kept.append(made)
    )
    monkeypatch.setattr(
        quiet_line.download_choice, "files", lambda name, key, csv, xlsx: kept.extend([csv, xlsx])
    )
    viewer = Viewer(Role.DIRECTEUR, frozenset({"VO9901"}))

    at = AppTest.from_function(_visited, args=(module, sample_store, viewer), default_timeout=60)
    opened(at.run(), "Download")

    assert len(kept) > 5
    assert [one for one in kept if _reaches_a_store(one)] == []


def _reaches_a_store(made: object) -> bool:
    """Through whatever it holds, but not through modules and classes, which everybody holds."""
    seen: set[int] = set()
    waiting = list(getattr(made, "__closure__", None) or ())
    while waiting:
        one = waiting.pop()
        if id(one) in seen or isinstance(one, (types.ModuleType, type)):
            continue
        seen.add(id(one))
        if isinstance(one, Store):
            return True
        if isinstance(one, types.FunctionType):
            waiting.extend(one.__closure__ or ())
        else:
            waiting.extend(gc.get_referents(one))
    return False
