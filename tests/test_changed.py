"""`make test-changed` runs what lies beside a change, and everything when that could be anything."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def changed() -> ModuleType:
    spec = importlib.util.spec_from_file_location("changed", ROOT / ".ci" / "changed.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("tests/access", "tests/pages", "tests/store"):
        (tmp_path / folder).mkdir(parents=True)
    for file in (
        "tests/store/test_store.py",
        "tests/access/test_audit.py",
        "tests/pages/test_wat_als.py",
    ):
        (tmp_path / file).touch()
    return tmp_path


@pytest.mark.parametrize(
    ("file", "tests"),
    [
        ("monitor/store/store.py", ["tests/store/test_store.py"]),
        ("monitor/access/audit.py", ["tests/access/test_audit.py"]),
        ("monitor/access/tables.py", ["tests/access"]),  # no test has its name
        ("monitor/pages/beheer/log.py", ["tests/pages"]),  # nor its folder
        ("tests/access/test_audit.py", ["tests/access/test_audit.py"]),
        ("tests/access/test_gone.py", []),  # taken away
        ("tests/pages/conftest.py", ["tests/pages"]),
        ("tests/conftest.py", ["tests"]),
        ("monitor/unheard.py", ["tests"]),
        ("app.py", ["tests"]),
        ("docs/privacy.md", []),
        ("queries/README.md", []),
    ],
)
def test_what_lies_beside_a_change(
    changed: ModuleType, root: Path, file: str, tests: list[str]
) -> None:
    assert changed.tests_of([file], root) == tests


def test_a_folder_is_asked_for_once(changed: ModuleType, root: Path) -> None:
    files = ["monitor/access/audit.py", "monitor/access/tables.py", "monitor/store/store.py"]

    assert changed.tests_of(files, root) == ["tests/access", "tests/store/test_store.py"]
    assert changed.tests_of([*files, "tests/conftest.py"], root) == ["tests"]
