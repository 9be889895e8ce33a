"""The app as Streamlit runs it: menu per role, the mark of invented data, errors as sentences."""

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from monitor.access import EVERY, Role, Viewer
from monitor.access.accounts import Account
from monitor.pages import PAGES, pages_for
from monitor.pages.frame import visitor
from monitor.resources import APP
from monitor.store.journal import begin
from monitor.store.store import open_store
from monitor.store.versions import Versions


@pytest.fixture(scope="module")
def closed_folder(sample_copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same data in a monitor that is no demonstration."""
    folder = tmp_path_factory.mktemp("dicht") / "gegevens"
    shutil.copytree(sample_copy, folder, ignore=shutil.ignore_patterns("journaal.sqlite*"))
    begin(folder).close()
    settings = folder / "instellingen.toml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("demo = true", "demo = false"), "utf-8")
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


JAN = Account(
    1, "Jan de Boer", "jan@swv.nl", Role.BEHEERDER, frozenset({"VO9901"}), frozenset(), frozenset(), "",
    frozenset(), True, dt.datetime.now(dt.UTC), None, "wachtwoord",
)  # fmt: skip


def sign_in(monkeypatch: pytest.MonkeyPatch, who: Account | None) -> None:
    """AppTest has no cookies, and there is no back door: who looks is put in the code's hands."""
    monkeypatch.setattr(visitor, "_account", lambda: who)


def test_the_demonstration_opens_on_the_overview_and_says_it_is_invented(
    monkeypatch: pytest.MonkeyPatch, sample_copy: Path
) -> None:
    at = run_app(monkeypatch, sample_copy)

    assert "Verzonnen gegevens" in at.markdown[0].value
    assert at.title[0].value == "SWV Rivierenstreek"
    assert at.sidebar.selectbox[0].value == Role.DIRECTEUR
    assert "Gegevens: versie 1 van" in at.sidebar.caption[0].value


def test_a_link_with_a_role_opens_as_that_role(
    monkeypatch: pytest.MonkeyPatch, sample_copy: Path
) -> None:
    at = run_app(monkeypatch, sample_copy, rol="school")

    assert at.title[0].value == "Wilgenrede College"
    assert at.sidebar.selectbox[0].value == Role.SCHOOL


def test_a_role_that_does_not_exist_is_the_directeur(
    monkeypatch: pytest.MonkeyPatch, sample_copy: Path
) -> None:
    assert run_app(monkeypatch, sample_copy, rol="koning").sidebar.selectbox[0].value == "directeur"


@pytest.mark.parametrize("role", Role)
def test_another_role_is_chosen_and_kept(
    monkeypatch: pytest.MonkeyPatch, sample_copy: Path, role: Role
) -> None:
    at = run_app(monkeypatch, sample_copy)
    at.sidebar.selectbox[0].set_value(role).run()

    assert not at.exception, at.exception
    assert at.session_state["rol"] == role
    names = [page.name for page in pages_for(Viewer(role, EVERY))]
    assert list(at.session_state["pages"]) == names


def test_an_empty_folder_opens_without_a_role_switch(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sign_in(monkeypatch, JAN)
    at = run_app(monkeypatch, tmp_path)

    assert not at.sidebar.selectbox
    assert "Nog geen gegevens" in at.sidebar.caption[0].value
    assert not any("Verzonnen" in element.value for element in at.markdown)


def test_without_signing_in_nothing_of_the_data_is_on_the_page(
    monkeypatch: pytest.MonkeyPatch, closed_folder: Path
) -> None:
    sign_in(monkeypatch, None)

    at = run_app(monkeypatch, closed_folder)

    assert [element.value for element in at.title] == ["U bent afgemeld"]
    assert not at.sidebar.selectbox
    assert "pages" not in at.session_state
    assert not any("Rivierenstreek" in str(element.value) for element in (*at.markdown, *at.html))


def test_a_page_that_stands_open_is_emptied_at_the_next_run(
    monkeypatch: pytest.MonkeyPatch, closed_folder: Path
) -> None:
    sign_in(monkeypatch, JAN)
    at = run_app(monkeypatch, closed_folder)
    assert at.title[0].value == "SWV Rivierenstreek"
    assert "Aangemeld als" in at.sidebar.get("html")[0].value

    sign_in(monkeypatch, None)
    at.run()

    assert [element.value for element in at.title] == ["U bent afgemeld"]
    assert not at.sidebar.get("html")


def test_other_rights_count_at_the_next_run(
    monkeypatch: pytest.MonkeyPatch, closed_folder: Path
) -> None:
    sign_in(monkeypatch, JAN)
    at = run_app(monkeypatch, closed_folder)

    sign_in(monkeypatch, replace(JAN, role=Role.GEMEENTE))
    at.run()

    names = [page.name for page in pages_for(replace(JAN, role=Role.GEMEENTE).viewer)]
    assert list(at.session_state["pages"]) == names


def test_a_demonstration_that_ends_is_shut_before_the_store_knows(
    monkeypatch: pytest.MonkeyPatch, sample_copy: Path
) -> None:
    """While a store is opened anew, others go on with the one before it."""
    sign_in(monkeypatch, None)
    monkeypatch.setattr(visitor, "is_demonstration", lambda folder: False)

    at = run_app(monkeypatch, sample_copy)

    assert [element.value for element in at.title] == ["U bent afgemeld"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"swv": frozenset()}, "geen samenwerkingsverband"),
        ({"role": Role.SCHOOL}, "geen school"),
        ({"role": Role.BESTUUR}, "geen bestuur"),
        (
            {"role": Role.SCHOOL, "vestigingen": frozenset({"99ZZ99"})},
            "geen school met nummer 99ZZ99",
        ),
    ],
)
def test_an_account_without_figures_is_told_why(
    monkeypatch: pytest.MonkeyPatch, closed_folder: Path, changes: dict[str, object], words: str
) -> None:
    sign_in(monkeypatch, replace(JAN, **changes))

    at = run_app(monkeypatch, closed_folder)

    assert words in at.info[0].value
    assert "beheerder" in at.info[0].value


def test_the_demonstration_has_a_bestuur_with_its_schools_and_nobody_without_a_swv(
    sample_copy: Path,
) -> None:
    store = open_store(Versions(sample_copy), whole=False)

    for role in Role:
        with_role = visitor.somebody(store, role)
        assert (with_role.role, with_role.swv) == (role, frozenset({"VO9901"}))
        assert with_role.who == role
        assert bool(with_role.vestigingen) == (role in (Role.SCHOOL, Role.BESTUUR))
        assert bool(with_role.besturen) == (role is Role.BESTUUR)


def test_a_damaged_store_is_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "actueel").write_text("appel")

    at = run_app(monkeypatch, tmp_path)

    assert "is beschadigd: er staat geen versienummer in" in at.error[0].value


def test_a_bug_on_a_page_is_a_sentence_too(
    monkeypatch: pytest.MonkeyPatch, sample_copy: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*arguments: object) -> None:
        raise ZeroDivisionError("geheim")

    monkeypatch.setattr("monitor.pages.overzicht.show", broken)

    at = run_app(monkeypatch, sample_copy)

    assert "Er ging iets mis op deze pagina" in at.error[0].value
    assert "geheim" not in at.error[0].value
    assert "ZeroDivisionError" in caplog.text


def test_every_page_has_a_module_with_a_function_show() -> None:
    for page in PAGES:
        assert callable(page.show)


def test_every_role_starts_on_a_page_that_is_in_the_menu() -> None:
    for role in Role:
        assert pages_for(Viewer(role, EVERY))[0].in_menu
    assert set(visitor.ROLE_TITLES) == set(Role)
