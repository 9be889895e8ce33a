"""Processor time of the server for a click: a choice nobody made before, against the same page drawn
again and against a bare page, in one run. What waits for others does not count, so it can be
measured on a machine that is busy."""

from collections.abc import Sequence

from benchmarks.client import Visitor, bare, processor_seconds, served, wait_until_idle
from benchmarks.country import Stores


PAGES = ("overzicht", "deelname", "scholen", "begrippen", "thuiszitters", "verwijzingen", "dekking")
PERIODS = ("2021-10-01", "2022-10-01", "2023-10-01", "2024-10-01")


def run(stores: Stores) -> None:
    times = 1 if stores.is_tiny else 10
    with bare(stores.folder) as (port, process), Visitor(port) as visitor:
        empty = _each(visitor, process, [("", "")] * times * 3)
    print(f"een lege pagina: {empty * 1000:.0f} ms")
    with served(stores) as (port, process), Visitor(port) as visitor:
        for page in PAGES:
            visitor.run(page=page)
        wait_until_idle(process)
        for page in PAGES:
            again = _each(visitor, process, [(page, "")] * times)
            print(
                f"{page}, nog eens: {again * 1000:.0f} ms = {again / empty:.1f} x een lege pagina"
            )
        for page in ("overzicht", "deelname"):
            asked = [(page, f"peildatum={period}") for period in PERIODS]
            first = _each(visitor, process, asked)
            again = _each(visitor, process, asked * times)
            print(
                f"{page}, andere peildatum: {first * 1000:.0f} ms tegen {again * 1000:.0f} ms "
                f"nog eens = {first / again:.1f} x"
            )


def _each(visitor: Visitor, process: int, clicks: Sequence[tuple[str, str]]) -> float:
    """Seconds of the processor per click."""
    before = processor_seconds(process)
    for page, query in clicks:
        visitor.run(query=query, page=page)
    return (processor_seconds(process) - before) / len(clicks)
