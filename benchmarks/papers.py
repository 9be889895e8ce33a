"""A report on paper against the same words without pictures: what the pictures cost."""

import time
from dataclasses import replace

from benchmarks.country import Stores
from monitor.access import EVERY, Role, Viewer
from monitor.figures import roll_up, wording
from monitor.figures.door import catalogue
from monitor.figures.levels import Region
from monitor.reports.paper import to_pdf
from monitor.reports.report import Report
from monitor.reports.stamp import stamp_of
from monitor.sections import origins, per_region, through_the_years
from monitor.sections.section import Section
from monitor.store.store import Store, open_store


MOST = 12
"""Sections of a report."""


def run(stores: Stores) -> None:
    store = open_store(stores.swv)
    sections = sections_of(store)
    stamp = stamp_of(store, Viewer(Role.DIRECTEUR, EVERY))
    bare = tuple(replace(one, drawn=()) for one in sections)
    whole, words = (
        min(_seconds(Report("Rapport", "", some, stamp)) for _ in range(3))
        for some in (sections, bare)
    )
    print(
        f"papier, {len(sections)} onderdelen: {1000 * whole:.0f} ms rekentijd tegen "
        f"{1000 * words:.0f} ms voor dezelfde tekst zonder beelden = "
        f"{whole / words:.1f} x (hoogstens 3 x)"
    )


def _seconds(one: Report) -> float:
    start = time.process_time()
    to_pdf(one)
    return time.process_time() - start


def sections_of(store: Store) -> tuple[Section, ...]:
    """A dozen of them, of two sectors, per gemeente and through the years."""
    viewer = Viewer(Role.DIRECTEUR, EVERY)
    found: list[Section] = []
    for sector in ("vo", "po"):
        for one in roll_up.swvs(store, sector)[:1]:
            code, naam = one["code"], one["naam"]
            region = Region(sector, code, naam, "swv", code, naam)
            found += _of(store, viewer, region)
    return tuple(found[:MOST])


def _of(store: Store, viewer: Viewer, region: Region) -> list[Section]:
    found: list[Section] = []
    for indicator in catalogue().values():
        if indicator.sector != region.sector or "gemeente" not in indicator.levels:
            continue
        own = origins.own_figures(store, viewer, indicator, region)
        if not own or not wording.is_known(own[-1]):
            continue
        found.append(per_region.make(store, viewer, indicator, region, "gemeente", own[-1], None,
                                     f"{indicator.name}_gemeente"))  # fmt: skip
        found.append(through_the_years.make(store, viewer, indicator, region, own, (), (),
                                            f"{indicator.name}_jaren"))  # fmt: skip
        if len(found) >= MOST:
            break
    return found
