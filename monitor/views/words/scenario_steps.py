"""Numbers of pupils that a scenario changes, as one viewer may see them.

Who does not see exact figures gets no number of 1-4, and changes only in steps of five without the
number that comes out: the difference of two large numbers can be one child.
"""

from dataclasses import dataclass

from monitor.figures import wording
from monitor.figures.disclosure import MINIMUM
from monitor.values import dutch


@dataclass(frozen=True)
class Numbers:
    """How numbers are shown to one viewer."""

    exact: bool
    minimum: int = MINIMUM
    """The smallest that is shown to who sees no exact figures, and how wide the steps are."""

    @property
    def hidden(self) -> str:
        """What stands for a number that is hidden."""
        return wording.few(self.minimum)

    def stand(self, amount: int) -> str:
        """A number of pupils as it is now."""
        return self.hidden if self.is_hidden(amount) else dutch.number(amount)

    def is_hidden(self, amount: int) -> bool:
        return not self.exact and 0 < amount < self.minimum

    def change(self, amount: int) -> str:
        """12 meer | gelijk; in steps: 5 tot en met 9 minder."""
        if amount == 0:
            return "gelijk"
        return f"{self.size(amount)} {'meer' if amount > 0 else 'minder'}"

    def size(self, amount: int) -> str:
        """12 | 10 tot en met 14 | 1 tot en met 4: how much, whichever way."""
        amount = abs(amount)
        if self.exact or not amount:
            return dutch.number(amount)
        low, high = self._ends(amount)
        return f"{dutch.number(low)} tot en met {dutch.number(high)}"

    def per_solved(self, costs: float | None, solved: int) -> str:
        """€ 5.519 | € 4.700–6.600 | onbekend | –"""
        if solved <= 0:
            return "–"
        if costs is None:
            return dutch.UNKNOWN
        if costs <= 0:
            return "kost niets extra"
        if self.exact:
            return dutch.euro(costs / solved)
        low, high = self._ends(solved)
        return f"{dutch.euro(costs / high)}–{dutch.number(costs / low)}"

    def _ends(self, amount: int) -> tuple[int, int]:
        low = amount // self.minimum * self.minimum
        return max(low, 1), low + self.minimum - 1
