#!/usr/bin/env python3
"""Which tests a change touches, one path a line: those that lie beside what was changed.

`make test-changed` runs them before `make test` runs all. `tests/` has the folders of `monitor/` and
of `queries/`; a module that lies in no folder has `tests/test_<module>.py`. What has no test of its
own (a helper, a setting of the tests, a module of which no test has the name) asks for the folder
above it, and for everything where there is none.
"""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path


ROOT = Path(__file__).resolve().parent.parent
SINCE = "main"
"""What is compared with: the branch that the change will come in, and what is not committed yet."""
ALWAYS = ("tests/test_architecture.py", "tests/test_one_door.py")
"""Walls that any change can fall over; they take a second."""
WITHOUT_TESTS = (".md", ".css", ".svg", ".png", ".toml", ".txt")


def main() -> int:
    found = tests_of(changed(sys.argv[1] if len(sys.argv) > 1 else SINCE), ROOT)
    print("\n".join(found))
    return 0


def changed(since: str) -> list[str]:
    """Files that differ from where this branch began, and those that git does not know yet."""
    began = _git("merge-base", "HEAD", since) or ["HEAD"]
    return sorted({
        *_git("diff", "--name-only", began[0]),
        *_git("ls-files", "--others", "--exclude-standard"),
    })  # fmt: skip


def tests_of(files: Iterable[str], root: Path) -> list[str]:
    """Test files and folders, none inside another; ["tests"] when it could be anything."""
    found = {place for file in files for place in _place(file, root)}
    if not found:
        return []
    found |= {one for one in ALWAYS if (root / one).exists()}
    inside = {one for one in found for other in found if one.startswith(f"{other}/")}
    return sorted(found - inside)


def _place(file: str, root: Path) -> list[str]:
    first, *parts = Path(file).parts
    if first not in ("monitor", "queries", "tests") or not parts:
        return [] if Path(file).suffix in WITHOUT_TESTS or first in ("docs", ".ci") else ["tests"]
    if file.endswith(".md"):
        return []
    name = Path(file).stem
    if first == "tests" and name.startswith("test_"):
        return [file] if (root / file).exists() else []
    if first != "tests":
        own = Path("tests", *parts[:-1], f"test_{name}.py")
        if (root / own).exists():
            return [own.as_posix()]
    above = [Path("tests", *parts[:deep]) for deep in range(len(parts) - 1, 0, -1)]
    return [next((one.as_posix() for one in above if (root / one).is_dir()), "tests")]


def _git(*arguments: str) -> list[str]:
    run = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return run.stdout.splitlines() if run.returncode == 0 else []


if __name__ == "__main__":
    sys.exit(main())
