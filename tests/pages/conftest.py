"""Pages as a visitor finds them: on the sample data, on nothing, and on the real files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock
from helpers.folder_of_run import of_run
from streamlit.testing.v1 import AppTest

from monitor.access import Role, Viewer
from monitor.intake.deliveries import deliver
from monitor.store.delivered import Register
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


REAL = (
    "cbs-gemeente-grenzen-2023/gemeente_topo.json",
    (
        "duo-po-afstand-2019-2020/"
        "gemiddelde-afstand-tussen-woonadres-leerling-en-schoolvestiging-2019-2020.csv"
    ),
    "duo-po-historie-1996-2025/06.-historisch-overzicht-aantal-leerlingen-per-schoolvestiging.csv",
    (
        "duo-vo-leerlingen-onderwijstype/"
        "01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2016-2017.csv"
    ),
    "duo-vo-leerlingen-onderwijstype/01.-leerlingen-vo-per-vestiging-naar-onderwijstype-2019.csv",
    "duo-vo-vestigingen-2020/alle-vestigingen-vo.csv",
    "edugis-scholen-2024/scholen.geo.json",
    "swv-pc4-regeling/BWBR0032324-regio-indeling-swv-2015-04-23.md",
)


@pytest.fixture(scope="session")
def sample_store(sample: Store) -> Store:
    """The invented samenwerkingsverband, for the pages: the store of all other tests, since what
    may be shown of it to whom is worked out once for each store and takes seconds."""
    return sample


@pytest.fixture(scope="session")
def empty_store() -> Store:
    """Nothing was ever delivered."""
    return Store(None, Register())


@pytest.fixture(scope="session")
def real_store(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The whole country from DUO's, CBS's and OCW's own files, of no samenwerkingsverband."""
    folder = of_run(tmp_path_factory, "echt")
    with FileLock(f"{folder}.lock"):
        if not (folder / "klaar").exists():
            files = [(shared_data / path, Path(path).name) for path in REAL]
            outcome = deliver(Versions(folder), files, who="toets")
            assert not outcome.is_refused, outcome.problems
            (folder / "klaar").touch()
    return open_store(Versions(folder), whole=False)


def viewer(role: Role = Role.DIRECTEUR) -> Viewer:
    return Viewer(role, frozenset({"VO9901"}))


@pytest.fixture
def page() -> Callable[..., AppTest]:
    """`page("overzicht", store, viewer, peildatum="2024-10-01")`: the page after one run."""
    return run_page


def run_page(module: str, store: Store, who: Viewer | None = None, **query: str) -> AppTest:
    at = AppTest.from_function(_page, args=(module, store, who or viewer()), default_timeout=60)
    for name, value in query.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception, at.exception
    return at


def _page(module: str, store: object, who: object) -> None:
    # AppTest runs a copy of this text, which knows only what it imports itself.
    from importlib import import_module

    import_module(f"monitor.pages.{module}").show(store, who)


@pytest.fixture
def words() -> Callable[[AppTest], str]:
    """Everything a visitor can read on a page, in one text with ordinary spaces."""
    return words_of


def words_of(at: AppTest) -> str:
    kinds = (at.title, at.header, at.subheader, at.markdown, at.caption, at.html, at.info,
             at.error, at.warning)  # fmt: skip
    found = [str(element.value) for kind in kinds for element in kind]
    return "\n".join(found).replace("\u00a0", " ")
