"""What is said of small numbers follows the threshold: no text has its number written out, because
another threshold would make it a lie."""

import ast
import re
from pathlib import Path

import pytest

from monitor.figures import wording


ROOT = Path(__file__).resolve().parents[2] / "monitor"
FOLDERS = ("values", "figures", "scholen", "compare", "views", "pages")
"""What says something of a figure."""
FILES = sorted(file for folder in FOLDERS for file in (ROOT / folder).rglob("*.py"))
WRITTEN = re.compile(
    r"\b(minder|kleiner|onder|lager) dan (de )?(5|10|vijf|tien)\b"
    r"|\b(5|10|vijf|tien) (leerlingen|gevallen|aanvragen|keer) of (meer|vaker)\b",
    re.IGNORECASE,
)


def texts(file: Path) -> list[str]:
    """The texts of a module that are not docstrings, pieces of f-strings beside each other."""
    tree = ast.parse(file.read_text("utf-8"))
    docs = {
        id(node.value) for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }  # fmt: skip
    return [
        node.value for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    ]  # fmt: skip


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_text_writes_the_threshold_out(file: Path) -> None:
    assert [one for one in texts(file) if WRITTEN.search(one)] == []


def test_the_words_have_the_threshold() -> None:
    assert wording.few(5) == "minder dan 5"
    assert wording.few(20) == "minder dan 20"
