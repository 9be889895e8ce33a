"""What a figure is compared with: the country and the target that the SWV chose for itself.

Only what fits: the same indicator, hence the same definition and denominator, and the same moment.
"""

from dataclasses import dataclass

from monitor.access import Viewer
from monitor.figures.door import Figure, Indicator, figures
from monitor.store.store import Store


@dataclass(frozen=True)
class Benchmark:
    """A delivered figure of the country (file `benchmarks`)."""

    jaar: str
    low: float
    high: float
    bron: str
    status: str
    definitie: str


CONFLICT = "tegenstrijdig"


@dataclass(frozen=True)
class Target:
    """What the ondersteuningsplan promises (file `afspraken`)."""

    code: str
    titel: str
    streefwaarde: float
    richting: str
    per_jaar: int | None
    planperiode: str
    eigenaar: str

    def is_met(self, value: float) -> bool:
        if self.richting == "hoger":
            return value >= self.streefwaarde
        return value <= self.streefwaarde


def benchmarks(store: Store, indicator: Indicator) -> list[Benchmark]:
    """Delivered national figures of an indicator, oldest first."""
    key = ("benchmarks", indicator.name)
    if key not in store.answers:
        rows = store.rows(
            "select jaar, waarde_min, coalesce(waarde_max, waarde_min), bron, "
            "coalesce(status, ''), definitie from bron.benchmarks where indicator = $name "
            "order by jaar, bron",
            {"name": indicator.name},
        )
        store.answers[key] = [Benchmark(*row) for row in rows]
    return list(store.answers[key])


def benchmark_in(store: Store, indicator: Indicator, periode: str) -> Benchmark | None:
    """The national figure of the year in which `periode` lies, None when there is none, or when
    sources contradict each other."""
    year = periode[:4]
    found = [b for b in benchmarks(store, indicator) if b.jaar[:4] == year]
    if len({(b.low, b.high) for b in found}) != 1 or found[0].status == CONFLICT:
        return None
    return found[0]


def country(store: Store, viewer: Viewer, indicator: Indicator) -> list[Figure]:
    """The country's figures: counted from the store when it holds the country, else the delivered
    benchmarks of the same indicator, as figures without teller and noemer."""
    if "land" in indicator.levels:
        found = figures(store, viewer, indicator, "land")
        if found:
            return found
    if indicator.moment in ("maandeinde", "maand"):
        # A figure of a year is not one of a day in it.
        return []
    month = {"1 oktober": "-10-01", "1 februari": "-02-01"}.get(indicator.moment, "")
    out = []
    for benchmark in benchmarks(store, indicator):
        if benchmark_in(store, indicator, benchmark.jaar) == benchmark:
            year = benchmark.jaar[:4]
            periode = (
                f"{year}-{int(year) + 1}" if indicator.moment == "schooljaar" else year + month
            )
            out.append(
                Figure("NL", "Nederland", periode, "", None, None, None, None,
                       benchmark.low, benchmark.high)
            )  # fmt: skip
    return out


def conflicts(store: Store, indicator: Indicator) -> dict[str, list[Benchmark]]:
    """Year → what sources say, of the years of which they contradict each other or say so."""
    found: dict[str, list[Benchmark]] = {}
    for benchmark in benchmarks(store, indicator):
        found.setdefault(benchmark.jaar[:4], []).append(benchmark)
    return {
        year: ones
        for year, ones in found.items()
        if len({(b.low, b.high) for b in ones}) > 1 or any(b.status == CONFLICT for b in ones)
    }


def targets(store: Store, indicator_name: str = "") -> list[Target]:
    """Promises with a target value, of one indicator or all; per-school promises left out."""
    rows = store.rows(
        "select code, titel, streefwaarde, coalesce(richting, ''), per_jaar, planperiode, "
        "coalesce(eigenaar, '') from bron.afspraken where streefwaarde is not null "
        "and vestiging is null and $name in ('', indicator) order by code",
        {"name": indicator_name},
    )
    return [Target(*row) for row in rows]


def previous(figures: list[Figure], periode: str) -> Figure | None:
    """Of one unit's figures, the one of the last period before `periode`; of a month that of the
    same month a year before, because a year has its busy and its quiet months."""
    before = [f for f in figures if f.periode < periode]
    if any(is_monthly(f.periode, periode) for f in before):
        month = f"{int(periode[:4]) - 1}{periode[4:7]}"
        return next((f for f in before if f.periode[:7] == month), None)
    return max(before, key=lambda f: f.periode, default=None)


def is_monthly(one: str, other: str) -> bool:
    """Whether two periods are of different months."""
    return len(one) in (7, 10) and len(one) == len(other) and one[4:7] != other[4:7]


def yearly(figures: list[Figure]) -> list[Figure]:
    """Of figures per month those of the same month as the last: alike, year by year."""
    if not figures:
        return []
    last = figures[-1].periode
    return [f for f in figures if not is_monthly(f.periode, last)]
