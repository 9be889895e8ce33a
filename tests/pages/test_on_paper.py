"""Each question of a page can be taken along as paper, made when it is asked for."""

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
