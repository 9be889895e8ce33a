"""Everything that an audience can see, as counts with bounds; and beside it what is true.

A count is one end of a teller or noemer of one figure: `teller` counts those of whom it is certain,
`teller_max` also those of whom an empty field leaves it open. Both come through the same door; the
truth is what somebody sees who sees exact figures.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from monitor.access import Viewer
from monitor.errors import MonitorError
from monitor.figures.catalogue import catalogue
from monitor.figures.door import Figure, Indicator, figures
from monitor.store.store import Store


ENDS = ("teller", "teller_max", "noemer", "noemer_max")
MANY = 1e5
"""More pupils than any store of these tests has: what is unknown lies below it."""
MINIMUM = 5
"""The contract: 1-4 is hidden. On purpose not read from the code under attack."""


class Key(NamedTuple):
    """Which figure."""

    name: str
    per: str
    code: str
    periode: str
    deel: str


class Cell(NamedTuple):
    """One count of one figure: one of ENDS."""

    name: str
    per: str
    code: str
    periode: str
    deel: str
    end: str

    @property
    def key(self) -> Key:
        return Key(*self[:5])

    def __str__(self) -> str:
        deel = f" {self.deel}" if self.deel else ""
        return f"{self.name} {self.per} {self.code} {self.periode}{deel} [{self.end}]"


class Question(NamedTuple):
    """What is asked of the door."""

    name: str
    per: str
    breakdown: str = ""


@dataclass
class Truth:
    """What an exact viewer sees."""

    figures: dict[Key, Figure] = field(default_factory=dict)

    def value(self, cell: Cell) -> float:
        """0 where there is no figure: then there is nobody."""
        figure = self.figures.get(cell.key)
        return (getattr(figure, cell.end) if figure else None) or 0.0

    def is_known(self, cell: Cell) -> bool:
        """Whether the data say it at all; "at least" is no number."""
        return getattr(self.figures[cell.key], cell.end) is not None


@dataclass
class Seen:
    """What an audience, or some who put together what they see, can see: (least, most) of counts."""

    bounds: dict[Cell, tuple[float, float]] = field(default_factory=dict)
    rates: list[tuple[Key, float, float]] = field(default_factory=list)
    """(figure, lowest, highest value), of what has a noemer: teller/noemer lies between them."""
    figures: dict[Key, Figure] = field(default_factory=dict)

    def add(self, cell: Cell, low: float, high: float) -> None:
        was = self.bounds.get(cell, (0.0, MANY))
        self.bounds[cell] = (max(was[0], low), min(was[1], high))

    def take(self, key: Key, figure: Figure, true: Figure | None, indicator: Indicator) -> None:
        """A figure as it came through the door."""
        self.figures.setdefault(key, figure)
        if indicator.unit == "euro":
            return
        # Kilometers are no count.
        for base in ("teller", "noemer")[indicator.kind == "gemiddelde" :]:
            least, most = getattr(figure, base), getattr(figure, f"{base}_max")
            actual = (getattr(true, base), getattr(true, f"{base}_max")) if true else (None, None)
            is_exact = _is_exact(figure, (least, most), actual, indicator)
            for end, shown, there in zip(("", "_max"), (least, most), actual, strict=True):
                if there is None:
                    continue  # it has no noemer, or nobody knows
                if is_exact or (
                    end == ""
                    and shown is not None
                    and most is None
                    and not (figure.is_hidden or figure.is_banded)
                ):
                    self.add(Cell(*key, base + end), shown, shown)
                else:
                    low = least or 0.0
                    # "1-4" is said of who may be there: perhaps nobody surely is.
                    low = 0.0 if low <= 1 and end == "" else low
                    high = MANY if most is None else most
                    assert low <= there <= high, f"not true: {key} {base}{end} {least}..{most}"
                    self.add(Cell(*key, base + end), low, high)
        ends = figure.waarde, figure.waarde_max
        if figure.noemer is not None and None not in ends and indicator.teller_is != "gewogen":
            self.rates.append((key, *ends))

    def join(self, other: "Seen") -> None:
        """What two audiences know who tell each other."""
        for cell, ends in other.bounds.items():
            self.add(cell, *ends)
        self.rates.extend(other.rates)
        self.figures.update(other.figures)


def _is_exact(
    figure: Figure, ends: tuple[float | None, float | None], true: tuple[object, object],
    indicator: Indicator,
) -> bool:  # fmt: skip
    """Whether two ends are two counts (of a field that was not filled in, or of a public source
    that hides), and not a band that holds both."""
    least, most = ends
    if figure.is_hidden or figure.is_banded or least is None or most is None:
        return False
    if least == most:
        return True
    # Not banded: a source that hides says so itself, and an empty field of pupils is two counts.
    return ends == true


def look(
    store: Store, viewer: Viewer, swv: str, questions: Iterable[Question]
) -> dict[Key, Figure]:
    """What comes out of `figures`; what is refused is not seen."""
    found: dict[Key, Figure] = {}
    for question in questions:
        indicator = catalogue()[question.name]
        try:
            rows = figures(
                store, viewer, indicator, question.per,
                breakdown=question.breakdown, within=("swv", swv),
            )  # fmt: skip
        except MonitorError:
            continue
        for figure in rows:
            found[Key(question.name, question.per, figure.code, figure.periode,
                      figure.uitsplitsing)] = figure  # fmt: skip
    return found


def truth(store: Store, exact: Viewer, swv: str, questions: Iterable[Question]) -> Truth:
    return Truth(look(store, exact, swv, questions))


def seen(
    store: Store, viewer: Viewer, swv: str, questions: Iterable[Question], true: Truth
) -> Seen:
    """All figures that a viewer can ask for, of one samenwerkingsverband."""
    out = Seen()
    for key, figure in look(store, viewer, swv, questions).items():
        out.take(key, figure, true.figures.get(key), catalogue()[key.name])
    return out


def questions(sector: str, own: str, every_level: bool = True) -> Iterator[Question]:
    """What can be asked of one sector: every level and uitsplitsing of everything, and of
    definitions that the SWV does not work with at least the whole and its gemeenten."""
    for indicator in catalogue().values():
        if indicator.sector != sector:
            continue
        levels = [per for per in indicator.levels if per != "land"]
        is_other = indicator.definitie not in ("", own)
        if is_other and not every_level:
            levels = [per for per in levels if per == "swv" or
                      (per == "gemeente" and indicator.measure == "thuiszitters")]  # fmt: skip
        for per in levels:
            yield Question(indicator.name, per)
            if is_other and not every_level and per != "swv":
                continue
            for breakdown in indicator.breakdown:
                if is_other and breakdown not in ("groep", "plan") and not every_level:
                    continue
                yield Question(indicator.name, per, breakdown)
