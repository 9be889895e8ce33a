"""What the sections of Aanbod are asked: whose offer, of which schooljaar, and who looks."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from monitor.access import STAFF, Viewer
from monitor.figures.door import Figure, Indicator, catalogue, figures
from monitor.figures.levels import Region
from monitor.scholen import aanbod
from monitor.scholen.aanbod import Offer
from monitor.store.store import Store
from monitor.values import moments


@dataclass(frozen=True)
class Asked:
    """One samenwerkingsverband in one schooljaar, for one viewer."""

    store: Store
    viewer: Viewer
    whole: Region
    schooljaar: str
    day: dt.date | None = None
    """The day that counts as today, where that is another."""

    @cached_property
    def offers(self) -> list[Offer]:
        return aanbod.catalogue(
            self.store, self.viewer, self.whole.sector, self.whole.code, self.schooljaar
        )

    @property
    def is_staff(self) -> bool:
        return self.viewer.role in STAFF

    @property
    def source(self) -> str:
        """Where the offer comes from: Bron: samenwerkingsverband · schooljaar … · geleverd …"""
        rows = self.store.rows(
            "select max(geleverd) from bron.levering where bron = 'arrangementen'"
        )
        when = f" · geleverd {moments.date(rows[0][0].date())}" if rows[0][0] else ""
        return f"Bron: samenwerkingsverband, arrangementen · schooljaar {self.schooljaar}{when}"

    @property
    def today(self) -> dt.date:
        return self.day or dt.date.today()

    def indicator(self, measure: str) -> Indicator | None:
        """An indicator of this sector that is for this viewer."""
        found = (one for one in catalogue().values()
                 if one.measure == measure and one.sector == self.whole.sector)  # fmt: skip
        one = next(found, None)
        return one if one and self.viewer.role in one.audience else None

    def figures(self, measure: str, breakdown: str = "") -> list[Figure]:
        """Of the whole samenwerkingsverband, all periods, oldest first; [] where this viewer may
        not ask."""
        one = self.indicator(measure)
        if one is None:
            return []
        found = figures(self.store, self.viewer, one, "swv", codes=(self.whole.code,),
                        breakdown=breakdown)  # fmt: skip
        return sorted(found, key=lambda figure: figure.periode)

    def figure(self, measure: str, part: str = "") -> Figure | None:
        """Of this schooljaar: the whole, or the part `aanbod=plan`."""
        return next(
            (
                figure
                for figure in self.figures(measure, part.partition("=")[0])
                if figure.periode == self.schooljaar and figure.uitsplitsing == part
            ),
            None,
        )
