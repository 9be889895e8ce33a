"""The release of a samenwerkingsverband against the exact figures that it is made of: sample_data."""

from collections.abc import Sequence

from benchmarks.country import Stores
from benchmarks.measuring import median, report
from monitor.figures.catalogue import Indicator, catalogue
from monitor.figures.disclosure.policy import counts_pupils
from monitor.figures.disclosure.protecting import prepare
from monitor.figures.exact import answer
from monitor.figures.figure import Question
from monitor.store.store import Store, open_store


def run(stores: Stores) -> None:
    times = 0 if stores.is_tiny else 3
    opened = [open_store(stores.served) for _ in range(times + 1)]
    swv = opened[0].settings.swv or ""
    left = iter(opened)
    # One in ten is enough to see that it runs.
    indicators = [one for one in catalogue().values() if counts_pupils(one)]
    asked = indicators[:: 10 if stores.is_tiny else 1]
    exact = median(lambda: _exact(next(left), swv, asked), times)
    for store in opened:
        store.answers.clear()
    again = iter(opened)
    ours = median(lambda: prepare(next(again), swv), times)
    report("vrijgave van een samenwerkingsverband, tegen alleen de cijfers", ours, exact, 4)
    for store in opened:
        store.close()


def _exact(store: Store, swv: str, indicators: Sequence[Indicator]) -> None:
    for indicator in indicators:
        for per in indicator.levels:
            answer(store, indicator, Question(per, "", "", (), ("swv", swv)))
