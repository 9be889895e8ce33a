"""What these questions are about: whose figures, under which definition, at the end of which month."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from monitor.access import Viewer
from monitor.figures import levels, wording
from monitor.figures.catalogue import of_definition, working_definition
from monitor.figures.door import Figure, Indicator, figures
from monitor.figures.levels import Region
from monitor.sections import trust
from monitor.sections.section import Trust
from monitor.sections.what_a_role_sees import is_seen
from monitor.store.definitions import Definition, definitions
from monitor.store.store import Store
from monitor.values import moments
from monitor.values.collation import by_name


PARTS = ("subregio", "gemeente")
"""Levels of which a part can be chosen."""


@dataclass(frozen=True)
class Subject:
    """The choices of a visitor; every figure of a section is asked through it."""

    store: Store
    viewer: Viewer
    whole: Region
    region: Region
    code: str
    """Of the definition."""
    periode: str
    """The last day of the month."""

    @property
    def definition(self) -> Definition:
        return definitions()[self.code]

    @property
    def is_whole(self) -> bool:
        return self.region.per == "swv"

    def sees(self, measure: str = "thuiszitters", breakdown: str = "", per: str = "") -> bool:
        """Whether there is such a table of this region (or of a level) for this viewer."""
        return is_seen(self.store, self.viewer, self.indicator(measure), per or self.region.per,
                       breakdown)  # fmt: skip

    @property
    def sentence(self) -> str:
        """What is seen: the definition, the region, the day."""
        return f"{self.definition.title}, {self.when}"

    @property
    def when(self) -> str:
        """The region and the day."""
        return f"{self.region.sentence}, {moments.date(self.periode)}"

    @property
    def every_year(self) -> str:
        """What is seen of all moments together."""
        return f"{self.definition.title}, {self.region.sentence}"

    def trust(
        self, indicator: Indicator, periode: str, figure: Figure | None, *beside: str
    ) -> tuple[Trust, ...]:
        """Where a figure comes from, and with `beside` what stands next to it."""
        return (
            trust.trust_of(
                self.store, self.viewer, indicator, periode, self.region, figure, beside
            ),
        )

    @property
    def only(self) -> str:
        """Of what a breakdown is there for everybody, in words: the rest is too small."""
        own = definitions()[working_definition(self.store.settings)]
        where = "het hele samenwerkingsverband"
        return where if self.code == own.code else f"{where} en de werkdefinitie ({own.short})"

    def indicator(self, measure: str = "thuiszitters") -> Indicator:
        return of_definition(measure, self.code, self.region.sector)

    def own(self, measure: str, breakdown: str = "", period: str = "") -> list[Figure]:
        """The figures of the region, oldest first."""
        return asked(self, self.indicator(measure), self.region, breakdown, period)

    @cached_property
    def stands(self) -> list[Figure]:
        """The stand at each month end, oldest first."""
        return self.own("thuiszitters")

    @cached_property
    def now(self) -> Figure | None:
        return next((f for f in self.stands if f.periode == self.periode), None)

    @cached_property
    def year_ago(self) -> Figure | None:
        """The same month a year before."""
        month = f"{int(self.periode[:4]) - 1}{self.periode[4:7]}"
        return next((f for f in self.stands if f.periode[:7] == month), None)

    def parts(self, breakdown: str, periode: str = "") -> list[Figure]:
        """The parts of the stand at a month end, without those with nobody."""
        found = self.own("thuiszitters", breakdown, periode or self.periode)
        return [figure for figure in found if figure.teller_max != 0]

    def measured(self, measure: str) -> Figure | None:
        """The figure of a measure at the month end, where it may be seen and is known."""
        if not self.sees(measure):
            return None
        found = self.own(measure, period=self.periode)
        return next((figure for figure in found if wording.is_known(figure)), None)

    def per_level(self, per: str) -> list[Figure]:
        """The stand of every unit of a level inside the region."""
        if not self.sees(per=per):
            return []
        return figures(self.store, self.viewer, self.indicator(), per, period=self.periode,
                       within=(self.region.per, self.region.code))  # fmt: skip


def asked(
    subject: Subject, indicator: Indicator, region: Region, breakdown: str = "", period: str = ""
) -> list[Figure]:
    """The figures of a region; [] where the indicator has no such level."""
    if region.per not in indicator.levels:
        return []
    found = figures(
        subject.store, subject.viewer, indicator, region.per, period=period, breakdown=breakdown,
        codes=(region.code,), within=("swv", region.swv),
    )  # fmt: skip
    return sorted(found, key=lambda figure: figure.periode)  # parts stay in their own order


def units(store: Store, viewer: Viewer, whole: Region, per: str, periode: str) -> dict[str, str]:
    """code → naam of the units of a level where pupils live or are enrolled; unknown left out."""
    # Of another definition who may not see exact figures gets no units at all.
    code = working_definition(store.settings)
    indicator = of_definition("thuiszitters", code, whole.sector)
    found = figures(store, viewer, indicator, per, period=periode, within=("swv", whole.code))
    names = {f.code: f.naam for f in found if f.code != levels.UNKNOWN}
    return dict(sorted(names.items(), key=lambda item: (by_name(item[1]), item[0])))


def spoken(figure: Figure) -> str:
    """A number in a sentence, as in a table: 33 | 33–34 | minder dan 5 | 30–34 of a class."""
    if figure.is_hidden:
        return wording.teller(figure)
    return wording.interval(figure.teller, figure.teller_max)


def people(figure: Figure, definition: Definition) -> str:
    """34 thuiszitters (OCW) | 9–10 leerlingen (niet ingeschreven)"""
    number = "geen" if figure.teller_max == 0 else spoken(figure)
    return named(number, definition, figure.teller_max == 1 and not figure.is_hidden)


def named(number: str, definition: Definition, one: bool = False) -> str:
    """A number with the name of what it counts."""
    if definition.short.startswith("Thuiszitters"):
        name = definition.short.removeprefix("Thuiszitters").strip()
        return f"{number} {'thuiszitter' if one else 'thuiszitters'} {name}"
    return f"{number} {'leerling' if one else 'leerlingen'} ({lower(definition.short)})"


def lower(words: str) -> str:
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def total_of(found: Sequence[Figure]) -> tuple[float, float]:
    """(least, most) of exact or open figures together."""
    return sum(f.teller or 0 for f in found), sum(f.teller_max or 0 for f in found)
