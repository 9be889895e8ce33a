"""What a figure was before a version of the monitor changed it, where that is known.

`queries/changed/<version>.csv` has a row per figure of a samenwerkingsverband or the country that
came out differently, from the public files of DUO: made by `tests/recount/all_figures.py`, before and after.
"""

import csv
import math
from functools import cache
from typing import TYPE_CHECKING

from monitor.resources import QUERIES


if TYPE_CHECKING:
    from monitor.figures.catalogue import Indicator
    from monitor.figures.figure import Figure

Key = tuple[str, str, str]
"""(indicator, code, periode)"""
Ends = tuple[float, float]
ROUNDING = 1e-6
"""The files say ten digits."""


def earlier(indicator: "Indicator", figure: "Figure") -> "tuple[str, Figure] | None":
    """(version that changed it, the figure as it was before). None where that is not known: also
    where what is delivered here gives another figure than the public files do."""
    if figure.uitsplitsing or figure.is_banded or figure.is_hidden or figure.waarde is None:
        return None
    for version, table in _tables().items():
        found = table.get((indicator.name, figure.code, figure.periode))
        if found is None:
            continue
        before, after = found
        now = figure.waarde, math.inf if figure.waarde_max is None else figure.waarde_max
        if all(map(_is_same, now, after)):
            return version, figure._replace(waarde=before[0], waarde_max=before[1])
    return None


def _is_same(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=ROUNDING, abs_tol=ROUNDING)


@cache
def _tables() -> dict[str, dict[Key, tuple[Ends, Ends]]]:
    """Version → figure → (what it was, what it became)."""
    found = {}
    for path in sorted((QUERIES / "changed").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.stem] = {
                (row["indicator"], row["code"], row["periode"]): (
                    (float(row["oud"]), float(row["oud_max"])),
                    (float(row["nieuw"]), float(row["nieuw_max"])),
                )
                for row in csv.DictReader(file, delimiter=";")
            }
    return found
