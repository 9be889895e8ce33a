"""Releases of the sample: made once in a run of the tests, by whichever process asks first.

A release takes seconds, and every store on a copy of the sample gets the same one. It depends on
what was delivered, on settings and on exceptions to the norms; nothing else is shared.
"""

import hashlib
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

from filelock import FileLock

from monitor.figures.disclosure.release import Ask, Release, make
from monitor.store.store import Store
from monitor.store.versions import Versions


def shared(sample: Path, kept: Path) -> Callable[[Store, str, str, Ask], Release]:
    """`release.make`, that keeps in folder `kept` what it makes of the data of `sample`."""
    kept.mkdir(exist_ok=True)
    of_sample: list[str] = []

    def make_once(store: Store, swv: str, name: str, ask: Ask) -> Release:
        if not of_sample:
            of_sample.append(_delivered(Versions(sample), Versions(sample).current()))
        if store.folder is None or store.version == 0 or not _is(store, of_sample[0]):
            return make(store, swv, name, ask)
        # Who may look without signing in is no business of a release.
        settings = store.settings.model_copy(update={"demo": True})
        told = repr((of_sample[0], settings, store.exceptions, swv, name))
        file = kept / hashlib.sha256(told.encode()).hexdigest()
        with FileLock(f"{file}.lock"):
            if not file.exists():
                made = make(store, swv, name, ask)
                file.with_suffix(".nieuw").write_bytes(pickle.dumps(made))
                file.with_suffix(".nieuw").replace(file)
                return made
        found: Release = pickle.loads(file.read_bytes())
        return found

    return make_once


def _is(store: Store, delivered: str) -> bool:
    assert store.folder is not None
    known: dict[Any, Any] = store.answers
    if "delivered" not in known:
        known["delivered"] = _delivered(Versions(store.folder), store.version)
    return bool(known["delivered"] == delivered)


def _delivered(versions: Versions, version: int) -> str:
    """What a version holds, as a number; "" when its file has been cleaned up."""
    try:
        return hashlib.sha256(versions.bron(version).read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""
