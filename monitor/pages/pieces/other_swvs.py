"""The choice of other samenwerkingsverbanden to put beside the own one."""

from monitor.figures import roll_up
from monitor.figures.levels import Region
from monitor.pages.pieces import filters
from monitor.store.store import Store
from monitor.values.collation import by_name


MOST = 5
"""Lines of others in one chart."""


def chosen(store: Store, region: Region) -> list[str]:
    """Their codes; [] where the store has no others."""
    names = {
        row["code"]: row["naam"]
        for row in roll_up.swvs(store, region.sector)
        if row["code"] != region.swv and row["code"][2:4] != "00"
    }
    if not names:
        return []
    return filters.remembered_list(
        "naast",
        f"Zet er andere samenwerkingsverbanden naast (hoogstens {MOST})",
        sorted(names, key=lambda code: (by_name(names[code]), code)),
        names.__getitem__,
        max_selections=MOST,
        placeholder="Kies een samenwerkingsverband",
    )
