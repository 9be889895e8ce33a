"""What the sections of Dekking are about: whose coverage, of which schooljaar, over which places and which need."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from monitor.access import Viewer
from monitor.dekking import from_store
from monitor.dekking.from_store import Basis
from monitor.dekking.matching import groups as grouping
from monitor.dekking.matching.groups import Group
from monitor.dekking.matching.model import CellState, Need, Rules, Run
from monitor.dekking.matching.outcome import PlacementOutcome
from monitor.dekking.worst_region import LEVELS
from monitor.figures import levels
from monitor.figures.door import Figure, Indicator, figures, indicator_named
from monitor.figures.levels import Region
from monitor.sections import trust, units
from monitor.sections.section import Trust
from monitor.store.store import Store
from monitor.values import dutch
from monitor.values.collation import by_name
from monitor.views.charts import matrix


__all__ = ["LEVELS", "RUN_WORDS", "Subject", "indicator_of", "trust_now"]

RUN_WORDS = {
    Run.PRAKTIJK: "plaatsen die er in de praktijk zijn",
    Run.PLAN: "plaatsen die zijn afgesproken (plan)",
}


@dataclass(frozen=True)
class Subject:
    """The choices of who asks, and what follows from them."""

    store: Store
    viewer: Viewer
    whole: Region
    basis: Basis
    per: str
    """The level of the matrix, the map and the lists."""

    @property
    def exact(self) -> bool:
        """Cells of the matching are of one to three pupils: only the SWV itself sees them."""
        return self.viewer.sees_exact

    @property
    def periode(self) -> str:
        return self.basis.schooljaar

    @property
    def is_standard(self) -> bool:
        """Whether this is what the indicators count: practice, without vso."""
        return self.basis.run is Run.PRAKTIJK and not self.basis.with_vso

    @cached_property
    def rules(self) -> Rules:
        return from_store.norms(self.store, self.basis.swv, self.basis.schooljaar)

    @cached_property
    def outcome(self) -> PlacementOutcome:
        return self.of(self.basis.run)

    def of(self, run: Run) -> PlacementOutcome:
        return from_store.outcome(self.store, replace(self.basis, run=run), self.rules)

    @cached_property
    def titles(self) -> dict[str, str]:
        return from_store.titles(self.store, self.basis)

    def title(self, code: str) -> str:
        return self.titles.get(code, code)

    # ------------------------------------------------------------------------------- regions

    @cached_property
    def names(self) -> dict[str, str]:
        """Code → name of the units of the level, by name; what has none is last."""
        found = units.units(self.store, self.whole, self.per)
        there = {self.code(cell.need) for cell in self.outcome.cellen}
        named = {code: found.get(code, code.rpartition(":")[2]) for code in there}
        return dict(
            sorted(
                named.items(), key=lambda one: (one[0] == levels.UNKNOWN, by_name(one[1]), one[0])
            )
        )

    def code(self, need: Need) -> str:
        """The code of the unit in which somebody lives, as everywhere in the monitor."""
        value = getattr(need, self.per)
        if not value:
            return levels.UNKNOWN
        return value if self.per == "gemeente" else f"{self.basis.swv}:{value}"

    def region_name(self, code: str) -> str:
        if code == levels.UNKNOWN:
            return "woonplaats onbekend"
        return self.names.get(code, code.rpartition(":")[2]) if code else "hele SWV"

    def named(self, level: str, value: str | None) -> str:
        """A value of a need's `level` in words, whatever the page is shown per."""
        if not value:
            return "woonplaats onbekend"
        return units.units(self.store, self.whole, level).get(value, value)

    @property
    def sentence(self) -> str:
        """The selection in words, as behind “U ziet”."""
        return (
            f"{self.whole.naam}, schooljaar {self.periode}, {self.basis_words}, "
            f"per {levels.LEVEL_TITLES[self.per]}"
        )

    @property
    def basis_words(self) -> str:
        """plaatsen die er in de praktijk zijn, vso meegeteld"""
        vso = ", vso meegeteld" if self.basis.with_vso else ""
        return f"{RUN_WORDS[self.basis.run]}{vso}"

    # -------------------------------------------------------------------------------- matrix

    @cached_property
    def cells(self) -> dict[str, matrix.Cell]:
        """`vraag|code` → its cell in the matrix, with totals under an empty vraag or code."""
        key = ("dekking_vakjes", self.basis, self.rules, self.per)
        if key not in self.store.answers:
            self.store.answers[key] = self._cells()
        found: dict[str, matrix.Cell] = self.store.answers[key]
        return found

    def _cells(self) -> dict[str, matrix.Cell]:
        keys: tuple[Callable[[Need], str], ...] = (
            lambda need: f"{need.ondersteuningsvraag}|{self.code(need)}",
            lambda need: f"{need.ondersteuningsvraag}|",
            lambda need: f"|{self.code(need)}",
            lambda _: "|",
        )
        found: dict[str, matrix.Cell] = {}
        for key in keys:
            fragile: dict[str, int] = {}
            for cell in self.outcome.cellen:
                if cell.state is CellState.KWETSBAAR:
                    name = key(cell.need)
                    fragile[name] = fragile.get(name, 0) + cell.need.aantal
            on_plan: dict[str | None, Group] = {}
            if self.basis.run is Run.PRAKTIJK:
                on_plan = {g.name: g for g in grouping.groups(self.of(Run.PLAN), key)}
            opened = from_store.opened(self.store, self.basis, self.rules)
            on_open = {g.name: g for g in grouping.groups(opened, key)}
            for group in grouping.groups(self.outcome, key):
                name = group.name or ""
                vraag, _, code = name.partition("|")
                plan = on_plan.get(name)
                found[name] = matrix.Cell(
                    vraag, code, group.behoefte, group.certain, group.possible, group.onbekend,
                    plan is not None and not plan.possible, fragile.get(name, 0), name,
                    not on_open[group.name].possible,
                )  # fmt: skip
        return found

    # ------------------------------------------------------------------------------- figures

    def figures(self, name: str, per: str, breakdown: str = "") -> list[Figure]:
        """The figures of an indicator in this schooljaar."""
        indicator = indicator_named(name)
        if per not in indicator.levels:
            return []
        return figures(
            self.store, self.viewer, indicator, per, period=self.periode, breakdown=breakdown,
            within=("swv", self.basis.swv),
        )  # fmt: skip

    def now(self, name: str) -> Figure | None:
        """The figure of the whole samenwerkingsverband."""
        return next(iter(self.figures(name, "swv")), None)

    def pupils(self, amount: int) -> str:
        """3 leerlingen | 1 leerling"""
        return f"{dutch.number(amount)} {dutch.noun(amount, 'leerlingen')}"


def indicator_of(subject: Subject) -> Indicator:
    """The indicator that says the same as the total on the page."""
    return indicator_named("dekking_plan" if subject.basis.run is Run.PLAN else "dekking")


def trust_now(subject: Subject, indicator: Indicator) -> Trust:
    """What must be known of a figure of the whole samenwerkingsverband in this schooljaar."""
    return trust.trust_of(subject.store, subject.viewer, indicator, subject.periode, subject.whole,
                          subject.now(indicator.name))  # fmt: skip
