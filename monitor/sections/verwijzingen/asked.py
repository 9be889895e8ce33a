"""What a reader asked for, and the figures that answer it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from monitor.access import Viewer
from monitor.compare import yardsticks
from monitor.figures import differences, wording
from monitor.figures.catalogue import catalogue
from monitor.figures.door import Figure, Indicator, figures
from monitor.figures.levels import Region
from monitor.scholen import register
from monitor.sections import trust
from monitor.sections.section import Trust
from monitor.sections.what_a_role_sees import is_seen
from monitor.store.store import Store
from monitor.values import dutch, moments


LEVELS = ("gemeente", "subregio", "wijk", "bestuur", "vestiging")


class Line(NamedTuple):
    """The figures of one indicator and region, oldest first; never empty."""

    indicator: Indicator
    region: Region
    figures: list[Figure]

    @property
    def now(self) -> Figure:
        return self.figures[-1]

    @property
    def before(self) -> Figure | None:
        """A year before."""
        return self.years_before(1)

    def years_before(self, years: int) -> Figure | None:
        """The figure of exactly so many years before the last."""
        periode = _earlier(self.now.periode, years)
        return next((figure for figure in self.figures if figure.periode[:7] == periode[:7]), None)


@dataclass(frozen=True, slots=True)
class Asked:
    """The store and the viewer, and what stands in the filters."""

    store: Store
    viewer: Viewer
    whole: Region
    region: Region
    year: str
    """A schooljaar, 2024-2025."""
    is_newest: bool
    """Whether that is the last whole schooljaar: then a stand is the newest there is."""

    @property
    def year_before(self) -> str:
        return _earlier(self.year, 1)

    @property
    def year_after(self) -> str:
        return _earlier(self.year, -1)

    def measure(self, name: str) -> Indicator | None:
        """The indicator of that measure for this sector, where there is one for this viewer."""
        found = measure(name, self.whole.sector)
        return found if found and self.viewer.role in found.audience else None

    def region_of(self, indicator: Indicator) -> Region:
        """The region, or the whole where the indicator has no such level, for this viewer."""
        per = self.region.per
        has_level = per in indicator.levels and is_seen(self.store, self.viewer, indicator, per)
        return self.region if has_level else self.whole

    def line(self, name: str) -> Line | None:
        """The figures up to what was asked for; None where there is nothing to say."""
        indicator = self.measure(name)
        if indicator is None:
            return None
        region = self.region_of(indicator)
        found = figures(self.store, self.viewer, indicator, region.per, codes=(region.code,))
        last = self.last(indicator)
        kept = [figure for figure in found if not last or figure.periode <= last]
        if not any(wording.is_known(figure) or figure.is_hidden for figure in kept):
            return None
        return Line(indicator, region, sorted(kept, key=lambda figure: figure.periode))

    def last(self, indicator: Indicator) -> str:
        """The last period that is shown: a stand of an earlier schooljaar is that of 1 October
        after it; "" = the newest."""
        if indicator.moment == "schooljaar":
            return self.year
        return "" if self.is_newest else f"{self.year[-4:]}-10-01"

    def parts_of(self, indicator: Indicator, breakdown: str, periode: str) -> list[Figure]:
        """The parts of a figure of the region (or the whole), at one moment."""
        region = self.region_of(indicator)
        return figures(
            self.store, self.viewer, indicator, region.per, codes=(region.code,), period=periode,
            breakdown=breakdown,
        )  # fmt: skip

    def figure_of(self, indicator: Indicator, periode: str) -> Figure | None:
        """The figure of the region (or the whole) at one moment."""
        region = self.region_of(indicator)
        found = figures(
            self.store, self.viewer, indicator, region.per, codes=(region.code,), period=periode
        )
        return found_at(found, periode)

    def whole_only(self, indicator: Indicator) -> tuple[str, ...]:
        """Says so where a figure is of the whole while a part was chosen."""
        if self.region_of(indicator) == self.region:
            return ()
        return (f"Dit is er alleen van {self.whole.naam} als geheel, niet van {self.region.naam}.",)

    def school_name(self, code: str) -> str:
        """The name of a school of destination; who is elsewhere or unknown is called so."""
        known = _schools(self.store)
        if code == "onbekend":
            return "bestemming onbekend"
        if code not in known:
            return f"school elders ({code})"
        own = known[code].swv_po if self.whole.sector == "po" else known[code].swv_vo
        return known[code].naam if own == self.whole.code else f"{known[code].naam} (elders)"


def measure(name: str, sector: str) -> Indicator | None:
    """The indicator of a measure for a sector: some are for the vo only."""
    found = catalogue().get(f"{name}_po" if sector == "po" else name)
    return found if found and found.sector == sector else None


def trust_in(asked: Asked, line: Line, *beside: str, figure: Figure | None = None) -> Trust:
    """The trust line and “Over dit cijfer” of a figure, the last one of a line without; `beside` is
    where what stands next to it comes from."""
    one = figure or line.now
    return trust.trust_of(
        asked.store, asked.viewer, line.indicator, one.periode, line.region, one, beside
    )


def selection(line: Line, when: str = "") -> str:
    """What is seen: indicator, region, moment (of the last figure without)."""
    moment = when or moments.period(line.now.periode, line.indicator.moment)
    return f"{line.indicator.title}, {line.region.sentence}, {moment}"


def since(now: Figure, before: Figure | None, indicator: Indicator) -> str:
    """9 aanvragen meer dan een jaar eerder (25); empty where nothing can be said."""
    if before is None or now.is_hidden or before.is_hidden:
        return ""
    words = differences.change(now, before, indicator)
    value = wording.value(before, indicator)
    if indicator.kind == "duur" and now.is_banded and before.is_banded:
        if abs((now.waarde or 0) - (before.waarde or 0)) <= 1:
            # Both are rounded to whole weeks.
            return f"ongeveer even lang als een jaar eerder ({value})"
        words = f"ongeveer {words}"
    if indicator.kind == "duur":
        words = words.replace("hoger", "langer").replace("lager", "korter")
    match words:
        case "gelijk":
            return "evenveel als een jaar eerder" if indicator.kind == "aantal" else (
                "gelijk aan een jaar eerder")  # fmt: skip
        case "misschien gelijk":
            return f"misschien gelijk aan een jaar eerder ({value})"
        case dutch.UNKNOWN:
            return ""
    return f"{words} dan een jaar eerder ({value})"


def amount(figure: Figure, indicator: Indicator) -> str:
    """34 aanvragen | geen aanvragen | minder dan 5 aanvragen"""
    if figure.teller_max == 0:
        return f"geen {indicator.unit}"
    if figure.is_hidden:
        return f"{wording.teller(figure)} {indicator.unit}"
    return wording.value_long(figure, indicator)


def were(figure: Figure) -> str:
    """waren, or was of one"""
    return "was" if figure.teller == figure.teller_max == 1 else "waren"


def country_at(asked: Asked, indicator: Indicator, periode: str) -> Figure | None:
    """The country's figure at one moment."""
    found = yardsticks.country(asked.store, asked.viewer, indicator)
    return next((figure for figure in found if figure.periode == periode), None)


def found_at(found: Sequence[Figure], periode: str) -> Figure | None:
    return next((figure for figure in found if figure.periode == periode), None)


def _earlier(periode: str, years: int) -> str:
    """The same period so many years before: 2024-2025 | 2025-10-31 (of a month: any day)."""
    year = int(periode[:4]) - years
    if len(periode) == 9:
        return f"{year}-{year + 1}"
    return f"{year}{periode[4:]}"


def _schools(store: Store) -> dict[str, register.School]:
    if "schools by code" not in store.answers:
        store.answers["schools by code"] = {one.code: one for one in register.schools(store)}
    found: dict[str, register.School] = store.answers["schools by code"]
    return found
