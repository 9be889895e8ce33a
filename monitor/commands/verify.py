"""`dekkend verify`: whether files that were made earlier still say what the data say."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from monitor.reports import inside, verifying
from monitor.reports.verifying import Outcome
from monitor.store.store import Store, open_store, open_version
from monitor.store.versions import Versions


def run(versions: Versions, files: Sequence[Path]) -> int:
    """A line per file, what changed under it; the highest outcome of them. OSError for a file that
    cannot be read."""
    store = open_store(versions, whole=False)
    older = _older(versions)
    worst = Outcome.EQUAL
    for file in files:
        # Of what is too large to be ours no more is read than says so.
        with file.open("rb") as opened:
            content = opened.read(inside.MOST_FILE + 1)
        found = verifying.verdict(store, content, older)
        click.echo(f"{file}: {found.sentence}")
        for line in found.lines:
            click.echo(f"   {line}")
        sys.stdout.flush()
        worst = max(worst, found.outcome)
    return int(worst)


def _older(versions: Versions) -> Callable[[int], Store | None]:
    """Each version is opened once."""
    known: dict[int, Store | None] = {}

    def older(version: int) -> Store | None:
        if version not in known:
            known[version] = open_version(versions, version)
        return known[version]

    return older
