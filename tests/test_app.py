"""The app as Streamlit runs it: menu per role, the mark of invented data, errors as sentences."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from monitor.access import Role, Viewer
from monitor.demonstration import prepare
from monitor.pages import PAGES, pages_for, shell
from monitor.resources import APP
from monitor.versions import Versions


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    prepare(Versions(folder))
    return folder


def run_app(monkeypatch: pytest.MonkeyPatch, folder: Path, **query: str) -> AppTest:
    monkeypatch.setenv("DEKKEND_DATA", str(folder))
    monkeypatch.setenv("DEKKEND_WIRE", "1")
    at = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in query.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception, at.exception
    return at


def test_the_demonstration_opens_on_the_overview_and_says_it_is_invented(
    monkeypatch: pytest.MonkeyPatch, demo_folder: Path
) -> None:
    at = run_app(monkeypatch, demo_folder)

    assert "Verzonnen gegevens" in at.markdown[0].value
    assert at.title[0].value == "SWV Rivierenstreek"
    assert at.sidebar.selectbox[0].value == Role.DIRECTEUR
    assert "Gegevens: versie 1 van" in at.sidebar.caption[0].value


def test_a_link_with_a_role_opens_as_that_role(
    monkeypatch: pytest.MonkeyPatch, demo_folder: Path
) -> None:
    at = run_app(monkeypatch, demo_folder, rol="school")

    assert at.title[0].value == "Wilgenrede College"
    assert at.sidebar.selectbox[0].value == Role.SCHOOL


def test_a_role_that_does_not_exist_is_the_directeur(
    monkeypatch: pytest.MonkeyPatch, demo_folder: Path
) -> None:
    assert run_app(monkeypatch, demo_folder, rol="koning").sidebar.selectbox[0].value == "directeur"


@pytest.mark.parametrize("role", Role)
def test_another_role_is_chosen_and_kept(
    monkeypatch: pytest.MonkeyPatch, demo_folder: Path, role: Role
) -> None:
    at = run_app(monkeypatch, demo_folder)
    at.sidebar.selectbox[0].set_value(role).run()

    assert not at.exception, at.exception
    assert at.session_state["rol"] == role
    names = [page.name for page in pages_for(Viewer(role))]
    assert list(at.session_state["pages"]) == names


def test_an_empty_folder_opens_without_a_role_switch(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    at = run_app(monkeypatch, tmp_path)

    assert not at.sidebar.selectbox
    assert "Nog geen gegevens" in at.sidebar.caption[0].value
    assert not any("Verzonnen" in element.value for element in at.markdown)


def test_a_damaged_store_is_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "actueel").write_text("appel")

    at = run_app(monkeypatch, tmp_path)

    assert "is beschadigd: er staat geen versienummer in" in at.error[0].value


def test_a_bug_on_a_page_is_a_sentence_too(
    monkeypatch: pytest.MonkeyPatch, demo_folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*arguments: object) -> None:
        raise ZeroDivisionError("geheim")

    monkeypatch.setattr("monitor.pages.overzicht.show", broken)

    at = run_app(monkeypatch, demo_folder)

    assert "Er ging iets mis op deze pagina" in at.error[0].value
    assert "geheim" not in at.error[0].value
    assert "ZeroDivisionError" in caplog.text


def test_every_page_has_a_module_with_a_function_show() -> None:
    for page in PAGES:
        assert callable(page.show)


def test_every_role_starts_on_a_page_that_is_in_the_menu() -> None:
    for role in Role:
        assert pages_for(Viewer(role))[0].in_menu
    assert set(shell.ROLE_TITLES) == set(Role)
