"""What the sections of Deelname are about."""

from dataclasses import dataclass

from monitor.figures.door import Figure, Indicator
from monitor.figures.levels import Region
from monitor.values import moments


@dataclass(frozen=True, slots=True)
class Subject:
    """One deelnamecijfer of one region, with the figures of all years that the viewer may see."""

    indicator: Indicator
    region: Region
    periode: str
    own: tuple[Figure, ...]
    """Oldest first."""
    land: tuple[Figure, ...]
    per: str = ""
    """The level of the map and ranking; "" where there is none to choose."""

    @property
    def sentence(self) -> str:
        when = moments.period(self.periode, self.indicator.moment)
        return f"{self.indicator.title}, {self.region.sentence}, {when}"

    @property
    def now(self) -> Figure:
        """LookupError where there is none of that moment."""
        found = at(self.own, self.periode)
        if found is None:
            raise LookupError(f"no {self.indicator.name} of {self.region.code} in {self.periode}")
        return found

    @property
    def country(self) -> Figure | None:
        return at(self.land, self.periode)


def at(found: tuple[Figure, ...], periode: str) -> Figure | None:
    """The figure of one moment, of one unit."""
    return next((figure for figure in found if figure.periode == periode), None)
