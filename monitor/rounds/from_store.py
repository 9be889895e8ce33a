"""What a ronde begins with, from what was delivered: which schools are asked, and the items of the
norm. Only who makes a ronde asks this; filling in never opens the store."""

from collections.abc import Collection
from typing import NamedTuple

from monitor.errors import MonitorError
from monitor.rounds.vragenlijst.model import Vragenlijst
from monitor.rounds.vragenlijst.norm import Filled, Punt, with_norm
from monitor.rounds.vragenlijst.norm_file import norm_file, read_norm_file
from monitor.scholen.register import School, schools
from monitor.store.store import Store


class Askable(NamedTuple):
    """The schools of a samenwerkingsverband of the chosen schooltypes."""

    open: list[School]
    """Who are asked, by name."""
    closed: list[School]
    """Who are on a list and are not open any more: named, and not asked."""


def askable(store: Store, swv: str, schooltypen: Collection[str]) -> Askable:
    """Which schools a ronde would ask; without schooltypen of every type."""
    found = [
        one
        for one in schools(store)
        if one.swv == swv and (not schooltypen or one.schooltype in schooltypen)
    ]
    return Askable([one for one in found if one.is_open], [one for one in found if not one.is_open])


def last_list(store: Store) -> tuple[str, list[Punt]]:
    """(version, items) of the last basisondersteuning that was delivered; ('', []) without one.

    Of the newest schooljaar the version that most schools filled in.
    """
    rows = store.rows(
        "select versie, item, titel, count(distinct vestiging) as scholen "
        "from views.basisondersteuning "
        "where schooljaar = (select max(schooljaar) from views.basisondersteuning) "
        "group by versie, item, titel order by scholen desc, versie desc, item"
    )
    if not rows:
        return "", []
    version = rows[0][0]
    return version, sorted(
        Punt(item, titel) for versie, item, titel, _ in rows if versie == version
    )


def with_items(store: Store, lijst: Vragenlijst) -> Filled:
    """The vragenlijst with the items of its norm (`normen/<norm>.toml`), else of the last list that
    was delivered; else without that deel, and what to say of it. MonitorError when the file of the
    norm is not right, or is of another norm."""
    if lijst.norm is not None and store.folder is not None:
        path = norm_file(store.folder, lijst.norm)
        if path.is_file():
            norm, faults = read_norm_file(path)
            if norm is None:
                raise MonitorError("\n".join(map(str, faults)))
            if norm.code != lijst.norm:
                raise MonitorError(
                    f"{path.name} heeft code '{norm.code}'. Geef het bestand en de code dezelfde naam."
                )
            return with_norm(lijst, norm.code, norm.punten())
    version, punten = last_list(store)
    name = lijst.norm or f"basisondersteuning-{version}".lower().replace(".", "-").replace(" ", "-")
    return with_norm(lijst, name[:40], punten)
