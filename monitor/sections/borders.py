"""Borders of gemeenten for the maps, as long as this version of the store lives."""

from collections.abc import Iterable

from monitor.scholen.register import School
from monitor.store.store import Store
from monitor.views.charts.shapes import Shape, shapes_from_geometry


def borders(store: Store) -> dict[str, Shape]:
    """The gemeenten by code, simplified together so that neighbours still meet."""
    if "gemeentegrenzen" not in store.answers:
        rows = store.rows(
            "select gemeentecode, gemeentenaam, geometrie from views.grens "
            "where geometrie is not null order by gemeentecode"
        )
        store.answers["gemeentegrenzen"] = {s.code: s for s in shapes_from_geometry(rows)}
    return store.answers["gemeentegrenzen"]


def borders_around(store: Store, schools: Iterable[School]) -> list[Shape]:
    """The gemeenten in which schools are; all of them when nothing else is known."""
    every = borders(store)
    there = {school.gemeentecode for school in schools}
    return [shape for code, shape in every.items() if code in there]
