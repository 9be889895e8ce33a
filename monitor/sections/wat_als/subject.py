"""What the sections of Wat als are about: whose offer, of which schooljaar, over which places, for whose
eyes."""

from dataclasses import dataclass
from functools import cached_property

from monitor.access import Viewer
from monitor.dekking import from_store
from monitor.dekking.from_store import Basis
from monitor.dekking.matching.model import Run
from monitor.dekking.matching.norms import NormLimits
from monitor.dekking.scenarios import Change, Known, Scenario, faults, known_offer
from monitor.figures.door import indicator_named
from monitor.figures.levels import Region
from monitor.sections import trust, units
from monitor.sections.section import Trust
from monitor.store.store import Store
from monitor.views.words import scenario_changes
from monitor.views.words.scenario_steps import Numbers


RUNS = {Run.PRAKTIJK: "in de praktijk", Run.PLAN: "volgens het plan"}
STEPS = (
    "Aantallen van 1 tot en met 4 leerlingen zijn verborgen, en wat er verandert staat in stappen van "
    "vijf: anders is een klein aantal eruit te berekenen."
)
"""For who sees no exact figures."""


@dataclass(frozen=True)
class Subject:
    """The choices of who asks."""

    store: Store
    viewer: Viewer
    whole: Region
    basis: Basis
    level: str
    """What the certain shortage is told per: subregio, or for who sees exact figures gemeente,
    vraag or niveau."""

    @cached_property
    def known(self) -> Known:
        return known_offer(self.store, self.basis)

    @cached_property
    def numbers(self) -> Numbers:
        return Numbers(self.viewer.sees_exact, self.store.settings.drempel)

    @property
    def sentence(self) -> str:
        """The selection in words, as behind “U ziet”."""
        return ", ".join((self.whole.naam, *self.basis_words))

    @property
    def basis_words(self) -> tuple[str, ...]:
        """schooljaar 2025-2026 | plaatsen in de praktijk | zonder vso"""
        vso = "met vso erbij" if self.basis.with_vso else "zonder vso"
        run = RUNS[self.basis.run]
        return f"schooljaar {self.basis.schooljaar}", f"plaatsen {run}", vso

    @cached_property
    def trust(self) -> Trust:
        """Where the shortage comes from that everything here is about."""
        indicator = indicator_named("tekort")
        return trust.trust_of(self.store, self.viewer, indicator, self.basis.schooljaar, self.whole)

    @property
    def who(self) -> str:
        """Who keeps a scenario; in a demonstration the role."""
        return self.viewer.wie or f"de {self.viewer.role.value}"

    @cached_property
    def _limits(self) -> NormLimits:
        return NormLimits(from_store.norms(self.store, self.basis.swv, self.basis.schooljaar))

    def norm(self, vraag: str, niveau: str) -> float:
        """The norm that holds now, in km."""
        return self._limits.norm(vraag, niveau)

    def words(self, change: Change) -> str:
        return scenario_changes.change(change, self.known, self.norm)

    def name(self, code: str | None) -> str:
        """A region, vraag or niveau as people know it."""
        if not code:
            return "niet bekend"
        if self.level != "gemeente":
            return code
        names = units.units(self.store, self.whole, "gemeente")
        return names.get(code, code)

    def usable(self, scenario: Scenario) -> tuple[Scenario, dict[int, str]]:
        """(the changes that fit what there is now, what is wrong with the others by place)."""
        wrong = faults(self.store, self.basis, scenario)
        for index in sorted(wrong, reverse=True):
            scenario = scenario.without(index)
        return scenario, wrong
