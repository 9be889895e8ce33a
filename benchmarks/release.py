"""The release of a samenwerkingsverband against the exact figures that it is made of: sample_data."""

import tempfile
from pathlib import Path

from benchmarks.country import Stores
from benchmarks.measuring import median, report
from monitor.answering import Question, answer
from monitor.catalogue import catalogue
from monitor.demonstration import prepare as prepare_demo
from monitor.disclosure.policy import counts_pupils
from monitor.disclosure.protecting import prepare
from monitor.store import Store, open_store
from monitor.versions import Versions


def run(stores: Stores) -> None:
    del stores  # what is hidden most is in rows of pupils, which the country has none of
    with tempfile.TemporaryDirectory(prefix="dekkend-bench-") as folder:
        versions = Versions(Path(folder))
        prepare_demo(versions)
        opened = [open_store(versions) for _ in range(8)]
        swv = opened[0].settings.swv or ""
        left = iter(opened)
        exact = median(lambda: _exact(next(left), swv), times=3)
        for store in opened[:4]:
            store.answers.clear()
        again = iter(opened)
        ours = median(lambda: prepare(next(again), swv), times=3)
        report("vrijgave van een samenwerkingsverband, tegen alleen de cijfers", ours, exact, 4)
        for store in opened:
            store.close()


def _exact(store: Store, swv: str) -> None:
    for indicator in catalogue().values():
        if counts_pupils(indicator):
            for per in indicator.levels:
                answer(store, indicator, Question(per, "", "", (), ("swv", swv)))
