"""What the tests of every layer share: an empty data folder, small files, and the real files."""

import functools
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import hypothesis
import pytest
from filelock import FileLock

from monitor.commands.demo import prepare
from monitor.intake.deliveries import deliver
from monitor.intake.report import DeliveryOutcome
from monitor.store.journal import begin
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


pytest.register_assert_rewrite("tables")

from helpers import sample_releases
from helpers.drawings import given  # noqa: F401  drawings of tables, for every folder of tests
from helpers.folder_of_run import of_run
from helpers.postgres import book, fresh_url, journal_url, postgres  # noqa: F401  a journal, twice


ROOT = Path(__file__).resolve().parent.parent

# A few, and the same on every run and machine; `make test-diep` looks every night at many others.
# What that finds becomes an @example: a test that says how many itself takes long for each.
hypothesis.settings.register_profile(
    "vast", max_examples=25, derandomize=True, deadline=None, database=None
)
hypothesis.settings.register_profile(
    "diep", max_examples=1000, deadline=None, database=None, print_blob=True
)
hypothesis.settings.load_profile("vast")


@pytest.fixture(scope="session", autouse=True)
def nothing_computed_behind() -> Iterator[None]:
    """A server computes what visitors would wait for, seconds for every version that it opens: no
    test waits for it. `tests/pages/test_serving.py` has that of a server itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("monitor.pages.frame.serving._prepare", lambda store: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def views_when_they_are_read() -> Iterator[None]:
    """A server defines all that can be asked when it opens a version, so that nobody waits for it:
    0.4 s, of which a page reads a part. The answers are the same (`tests/store/test_store.py`)."""
    with pytest.MonkeyPatch.context() as patch:
        lazily = functools.partial(open_store, whole=False)
        patch.setattr("monitor.pages.frame.serving.open_store", lazily)
        yield


@pytest.fixture(scope="session", autouse=True)
def one_thread() -> Iterator[None]:
    """Two processes test side by side on two cores: threads of the database would only wait for
    each other. `tests/store/test_same_sums.py` asks with more."""
    with pytest.MonkeyPatch.context() as patch:
        for module in ("bron", "building", "store"):
            patch.setattr(f"monitor.store.{module}.threads", lambda: 1)
        yield


@pytest.fixture(scope="session", autouse=True)
def packages_looked_through_once() -> Iterator[None]:
    """Streamlit's AppTest looks at the start of every page through all installed packages for
    components: 0.1 s of the 0.14 that a page took. They stay the same during a run of tests."""
    if "streamlit.testing.v1" not in sys.modules:  # no test was collected that runs a page
        yield
        return
    from streamlit.components.v2 import manifest_scanner

    with pytest.MonkeyPatch.context() as patch:
        once = functools.cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", once)
        yield


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The invented samenwerkingsverband, delivered the way `dekkend demo` does it: once for all
    tests of a run, who only read it. What is released of it is made once as well."""
    folder = of_run(tmp_path_factory, "voorbeeld")
    with FileLock(f"{folder}.lock"):
        if not (folder / "klaar").exists():
            prepare(Versions(folder))
            # Where nobody asks anything, for who wants the journal as it was made.
            shutil.copytree(folder, folder.with_name("voorbeeld onaangeroerd"))
            (folder / "klaar").touch()
    with pytest.MonkeyPatch.context() as patch:
        released = sample_releases.shared(folder, folder.with_name("vrijgaven"))
        patch.setattr("monitor.figures.disclosure.protecting.make", released)
        yield folder


@pytest.fixture(scope="session")
def sample(sample_folder: Path) -> Store:
    """The store on it."""
    return open_store(Versions(sample_folder), whole=False)


@pytest.fixture(scope="module")
def sample_copy(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in a folder of its own, with a journal that is empty: for tests of commands and
    pages, which write in it what was asked."""
    folder = tmp_path_factory.mktemp("kopie") / "gegevens"
    # Another process may be writing in the journal of the first.
    shutil.copytree(sample_folder, folder, ignore=shutil.ignore_patterns("journaal.sqlite*"))
    begin(folder).close()
    return folder


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    """A data folder in which nothing was delivered yet."""
    return Versions(tmp_path / "gegevens")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real files: `shared/data` beside the checkout, or in DEKKEND_SHARED."""
    shared = Path(os.environ.get("DEKKEND_SHARED") or ROOT.parent / "shared")
    if not (shared / "data" / "README.md").is_file():
        pytest.skip(f"no real files here: {shared / 'data'} is missing (see DEKKEND_SHARED)")
    return shared / "data"


@pytest.fixture
def make_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file of text (or bytes) and gives its path."""

    def make(name: str, content: str | bytes, encoding: str = "utf-8") -> Path:
        path = tmp_path / "bestanden" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return make


@pytest.fixture
def deliver_text(
    versions: Versions, make_file: Callable[..., Path]
) -> Callable[..., DeliveryOutcome]:
    """Delivers files, each (name, content), in one call to the folder of `versions`."""

    def deliver_them(*files: tuple[str, str | bytes], **options: Any) -> DeliveryOutcome:
        paths = [(make_file(name, content), name) for name, content in files]
        return deliver(versions, paths, who="toets", **options)

    return deliver_them


@pytest.fixture
def bron(versions: Versions) -> Callable[..., list[tuple[Any, ...]]]:
    """Asks the published bron itself, without the views on it; [] when there is none."""

    def ask(sql: str) -> list[tuple[Any, ...]]:
        version = versions.current()
        if version == 0:
            return []
        with duckdb.connect(str(versions.bron(version)), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    return ask


@pytest.fixture
def day() -> Callable[[str], date]:
    """A date from jjjj-mm-dd."""
    return date.fromisoformat


WHAT_IS_FIRST = ("", "indicators", "pages", "roles", "hostile", "inference", "browser")
"""From what is known in a second to what takes minutes, so that a mistake shows early: a folder
that is not named goes with the first, and after `indicators` come those that open pages."""

WHAT_IS_LONGEST = ("sign_in", "scholen", "dekking", "aanbod", "wat_als", "leveringen", "going_back")
"""Files of `browser` that take longest, before its others. A file goes to the process that is free,
in this order: with a long one at the end the other process waits for it."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    def place(item: pytest.Item) -> tuple[int, int]:
        folder = item.path.relative_to(ROOT / "tests").parts[0]
        name = item.path.stem.removeprefix("test_")
        is_long = folder == "browser" and name in WHAT_IS_LONGEST
        return (
            WHAT_IS_FIRST.index(folder) if folder in WHAT_IS_FIRST else 0,
            WHAT_IS_LONGEST.index(name) if is_long else len(WHAT_IS_LONGEST),
        )

    items.sort(key=place)  # the order within a folder stays
