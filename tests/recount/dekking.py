"""The coverage of the sample SWV once more: straight from its csv files into one linear program.

Nothing of monitor.* is used. It reads the files with `csv`, the norms by hand, the distance by its
own haversine, and knows no flow or cut: its variables are pupils per pair of need and arrangement.
"""

import csv
import math
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array


FOLDER = Path(__file__).resolve().parents[2] / "sample_data"
YEAR = "2025-2026"


class Cell(NamedTuple):
    """postcode4, vraag, niveau and school of pupils with the same need."""

    postcode4: str
    vraag: str
    niveau: str
    school: str


def file(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened, delimiter=";"))


def decimal(text: str) -> float:
    return float(text.replace(",", "."))


def kilometres(one: dict[str, str], other: dict[str, str]) -> float:
    """Haversine, R = 6371.0088 km."""
    a, b = (math.radians(decimal(place["LATITUDE"])) for place in (one, other))
    east = math.radians(decimal(other["LONGITUDE"]) - decimal(one["LONGITUDE"]))
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(east / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(half))


def norm(vraag: str, niveau: str) -> float:
    """The most specific row, the vraag before the niveau; 15 km where there is none."""
    found = {
        (row["ONDERSTEUNINGSVRAAG"], row["NIVEAU"]): decimal(row["MAX KM"])
        for row in file("normen")
    }
    for key in ((vraag, niveau), (vraag, "alle"), ("alle", niveau), ("alle", "alle")):
        if key in found:
            return found[key]
    return 15.0


class Recount:
    """Needs, arrangements and who may go where, of one schooljaar."""

    def __init__(self, with_vso: bool = False) -> None:
        self.homes = {row["POSTCODE4"]: row for row in file("regio-indeling")}
        schools = {row["VESTIGINGSCODE"]: row for row in file("vestigingen")}
        counts: Counter[Cell] = Counter()
        for row in file("behoefte"):
            if row["SCHOOLJAAR"] != YEAR or (row["DEEL"] == "vso" and not with_vso):
                continue
            cell = Cell(
                row["POSTCODE4"], row["ONDERSTEUNINGSVRAAG"], row["NIVEAU"], row["VESTIGINGSCODE"]
            )
            counts[cell] += 1 if row["AANTAL"] == "<5" else int(row["AANTAL"])
        self.needs = counts
        self.cells = sorted(counts)
        self.offers = [row for row in file("arrangementen") if row["SCHOOLJAAR"] == YEAR]
        for offer in self.offers:
            school = schools.get(offer["VESTIGINGSCODE"])
            home = self.homes.get((offer["POSTCODE"] or (school or {}).get("POSTCODE", ""))[:4], {})
            at_school = school is not None and not offer["POSTCODE"] and school["LATITUDE"]
            place = school if at_school else home
            offer |= {key: place.get(key, "") for key in ("LATITUDE", "LONGITUDE")}
            offer |= {key: home.get(key, "") for key in ("GEMEENTECODE", "WIJK", "SUBREGIO")}
        self.pairs = [
            (i, j)
            for i, cell in enumerate(self.cells)
            for j, offer in enumerate(self.offers)
            if self.fits(cell, offer)
        ]
        self.metres = np.array(
            [
                1000 * kilometres(self.homes[self.cells[i].postcode4], self.offers[j])
                for i, j in self.pairs
            ]
        )
        cells, offers = (np.array(column) for column in zip(*self.pairs, strict=True))
        self.cell_of = cells
        columns = np.tile(np.arange(len(self.pairs)), 2)
        rows = np.concatenate([cells, len(self.cells) + offers])
        shape = (len(self.cells) + len(self.offers), len(self.pairs))
        self.rows = csr_array((np.ones(len(rows)), (rows, columns)), shape)

    def fits(self, cell: Cell, offer: dict[str, str]) -> bool:
        home = self.homes[cell.postcode4]
        if offer["STATUS"] != "actief" or not offer["LATITUDE"]:
            return False
        if cell.vraag not in offer["ONDERSTEUNINGSVRAGEN"].split("|"):
            return False
        if not {cell.niveau, "alle"} & set(offer["NIVEAUS"].split("|")):
            return False
        reach = offer["BEREIK"]
        if reach == "school" and (not cell.school or cell.school != offer["VESTIGINGSCODE"]):
            return False
        same = {"wijk": ("WIJK",), "subregio": ("SUBREGIO",)}.get(reach, ())
        if any(not home[key] or home[key] != offer[key] for key in same):
            return False
        return kilometres(home, offer) <= norm(cell.vraag, cell.niveau)

    def places(self, offer: str) -> list[int]:
        """In the plan, in practice as far as it is known, or (hoop) what it may be at most."""
        plan = [int(row["PLAATSEN PLAN"]) for row in self.offers]
        real = [row["PLAATSEN PRAKTIJK"] for row in self.offers]
        if offer == "plan":
            return plan
        if offer == "praktijk":
            return [int(n or 0) for n in real]
        return [int(n) if n else p for n, p in zip(real, plan, strict=True)]

    def least(self, costs: np.ndarray, offer: str, total: int | None = None) -> float:
        """The least of these costs per pair over all placements, or over those of a total."""
        bounds = [self.needs[cell] for cell in self.cells] + self.places(offer)
        result = linprog(
            costs,
            A_ub=self.rows,
            b_ub=bounds,
            A_eq=None if total is None else np.ones((1, len(costs))),
            b_eq=None if total is None else [total],
        )
        assert result.status == 0, result.message
        return float(result.fun)

    @cache  # noqa: B019  one or two of these live as long as the tests
    def most(self, offer: str) -> int:
        """How many pupils can be placed at the same time."""
        return round(-self.least(-np.ones(len(self.pairs)), offer))

    def short(self, cells: set[Cell], offer: str) -> tuple[int, int]:
        """(certain, possible): without a place in every, or in some, largest placement."""
        theirs = np.isin(self.cell_of, [self.cells.index(cell) for cell in cells]).astype(float)
        need = sum(self.needs[cell] for cell in cells)
        most = round(-self.least(-theirs, offer, self.most(offer)))
        return need - most, need - round(self.least(theirs, offer, self.most(offer)))
