"""The release: everything that protected audiences can see of one samenwerkingsverband, together.

Counts that can be added and subtracted are published as one whole (`publishing`), so that it makes
no difference on which page, at which level or in which order somebody asks.
"""

import datetime as dt
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from monitor.errors import MonitorError
from monitor.figures.catalogue import Indicator, catalogue, working_definition
from monitor.figures.disclosure.bands import band
from monitor.figures.disclosure.counts import Count, Ends, names
from monitor.figures.disclosure.covered import Covered
from monitor.figures.disclosure.frame import Ask, fill
from monitor.figures.disclosure.keeping import respect, to_keep
from monitor.figures.disclosure.policy import (
    counts_pupils,
    has_noemer_of_pupils,
    is_register,
    is_shown,
)
from monitor.figures.disclosure.publishing import EVERYTHING, Publication
from monitor.figures.disclosure.sums import Sums
from monitor.figures.disclosure.tightening import Interval
from monitor.store.journal import journal
from monitor.store.journal.publications import Kept, Published


if TYPE_CHECKING:
    from monitor.figures.figure import Figure
    from monitor.store.store import Store


log = logging.getLogger(__name__)
CLOSED_WHEN_SMALL = "thuiszitters_jaar"
"""A year has at least one for each region that somebody was in on some day: of so few, even that
it is few says too much."""


@dataclass
class Release:
    """The published interval of each count of one family of indicators."""

    intervals: dict[Count, Interval] = field(default_factory=dict)
    as_is: set[Count] = field(default_factory=set)
    """Public counts that are given as they are."""
    corrected: dict[Count, dt.date] = field(default_factory=dict)
    """Those that were published in another class before, and since when."""
    keep: dict[Count, Published] = field(default_factory=dict)
    """What of it stays in force."""
    widened: dict[Count, Interval] = field(default_factory=dict)
    """Those that are wider than their own class, to hide another: for the log."""

    def is_as_is(self, indicator: Indicator, figure: "Figure", per: str, code: str) -> bool:
        """Whether a figure of a unit is public as it is."""
        where = (figure.uitsplitsing, figure.periode, per, code)
        return all(Count(name, *where) in self.as_is for name in names(indicator) if name)

    def known_parts(self, minimum: int) -> set[str]:
        """The parts of uitsplitsingen that are published as not few, in some period, of anything."""
        return {count.uitsplitsing for count, (low, _) in self.intervals.items() if low >= minimum}

    def of(
        self, indicator: Indicator, figure: "Figure", per: str, code: str
    ) -> tuple[Interval | None, Interval | None]:
        """(teller, noemer) of a figure as they are published for a unit; None = not."""
        where = (figure.uitsplitsing, figure.periode, per, code)
        teller, noemer = names(indicator)
        return (
            self.intervals.get(Count(teller, *where)),
            self.intervals.get(Count(noemer, *where)) if noemer else None,
        )

    def corrected_since(
        self, indicator: Indicator, figure: "Figure", per: str, code: str
    ) -> dt.date | None:
        """When a figure of a unit took the place of another one; None = it did not."""
        where = (figure.uitsplitsing, figure.periode, per, code)
        found = [self.corrected.get(Count(name, *where)) for name in names(indicator) if name]
        return max((day for day in found if day is not None), default=None)


def family(indicator: Indicator) -> str:
    """Indicators that count the same pupils are one family."""
    if is_register(indicator):
        return f"register {indicator.sector}"
    theme = "verwijzingen" if indicator.theme == "deelname" else indicator.theme
    return f"{theme} {indicator.sector}"


def make(store: "Store", swv: str, name: str, ask: Ask) -> Release:
    """The release of a family (`family`) in a samenwerkingsverband, beside what was published
    before; from now on it is published. MonitorError when the journal cannot be read."""
    if store.folder is None or name.startswith("register "):
        return _Making(store, swv, name, ask, {}).release()
    book = journal(store.folder)
    making = _Making(store, swv, name, ask, book.published(swv, name))
    made = making.release()

    def beside(kept: Kept) -> Mapping[Count, Published]:
        nonlocal making, made
        if kept != making.kept:  # somebody published in between
            making = _Making(store, swv, name, ask, kept)
            made = making.release()
        return made.keep

    try:
        book.publish(swv, name, making.minimum, making.working, beside)
    except MonitorError as error:
        # A journal that can only be read has nobody who publishes something else in it either.
        log.warning("vrijgave van %s niet bewaard: %s", swv, error)
    return made


class _Making:
    def __init__(self, store: "Store", swv: str, name: str, ask: Ask, kept: Kept) -> None:
        self.store, self.swv, self.ask, self.kept = store, swv, ask, kept
        self.today = dt.date.today()
        self.working = working_definition(store.settings)
        self.ever = {self.working} | {one.definitie for one in kept.values()}
        self.minimum = store.settings.drempel
        self.indicators = [
            one for one in catalogue().values() if counts_pupils(one) and family(one) == name
        ]
        self.truths: dict[Count, Interval] = {}
        self.is_public: dict[Count, bool] = {}
        self.unshown: set[Count] = set()
        """Of units that have no row."""
        self.shown: set[Count] = set()

    def release(self) -> Release:
        for indicator in self.indicators:
            for per, breakdown in self._tables(indicator):
                is_now = is_shown(indicator, per, breakdown, self.working)
                rows, others = fill(self.store, indicator, self.swv, per, breakdown, self.ask)
                for figure in rows:
                    self._take(indicator, per, figure, is_now)
                for figure in others:
                    self._take(indicator, per, figure, is_shown=False)
        self.unshown -= self.shown
        minimum = self.minimum
        publication, release = Publication(minimum), Release()
        numbers: dict[Count, Ends] = {}
        small = {count.periode[:4] for count in self.truths if self._is_small_register(count)}
        for count, truth in self.truths.items():
            is_whole = self.is_public[count] and count.per == "swv" and not 0 < truth[0] < minimum
            as_is = is_whole or (self.is_public[count] and count.periode[:4] not in small)
            if as_is:
                release.as_is.add(count)
            if count in self.unshown:
                numbers[count] = _unpublished(publication, truth)
                continue
            numbers[count] = _both_ends(publication, truth, as_is, is_whole, self.is_public[count])
        covered = Covered(self.store, self.swv, publication, numbers)
        for indicator in self.indicators:
            covered.add(indicator)
        sums = Sums(self.store, self.swv, publication, numbers)
        sums.add_all(self.indicators)
        other = respect(publication, numbers, self.truths, self.kept)
        no_row = sums.parts.widen()
        widened = set(publication.widened)
        for count, (low, high) in numbers.items():
            if count in self.unshown:
                continue
            ends = publication.published[low][0], publication.published[high][1]
            # By what would be published: nobody in a part that is hidden looks like few.
            if count.what.startswith(CLOSED_WHEN_SMALL) and ends[0] < minimum and ends[1] > 0:
                continue
            if before := self.kept.get(count):
                ends = min(ends[0], before.low), max(ends[1], before.high)
                if before.corrected:
                    release.corrected[count] = before.corrected
            if count in other:
                release.corrected[count] = self.today
            release.intervals[count] = ends
            is_changed = low in widened or high in widened
            if is_changed or (count not in release.as_is and ends != self._class(count)):
                release.widened[count] = ends
        release.as_is -= release.widened.keys()
        for count in no_row & release.widened.keys():
            del release.widened[count]  # nobody is shown it, so nothing was lost
        release.keep = to_keep(release.intervals, other, self.kept, self.working, self.today)
        return release

    def _class(self, count: Count) -> Interval:
        low, high = self.truths[count]
        most = EVERYTHING[1] if high == EVERYTHING[1] else band(high, high, self.minimum)[1]
        return band(low, low, self.minimum)[0], most

    def _is_small_register(self, count: Count) -> bool:
        low, high = self.truths[count]
        is_part = self.is_public[count] and count.per != "swv"
        return is_part and low == high and 0 < low < self.minimum

    def _tables(self, indicator: Indicator) -> Iterator[tuple[str, str]]:
        for per in indicator.levels:
            for breakdown in ("", *indicator.breakdown):
                # What an earlier working definition had published is still there to add up.
                if per != "land" and any(
                    is_shown(indicator, per, breakdown, working) for working in self.ever
                ):
                    yield per, breakdown

    def _take(
        self, indicator: Indicator, per: str, figure: "Figure", is_shown: bool = True
    ) -> None:
        where = (figure.uitsplitsing, figure.periode, per, figure.code)
        teller, noemer = names(indicator)
        is_public = is_register(indicator)
        counts = {Count(name, *where) for name in (teller, noemer) if name}
        if is_shown:
            self.shown |= counts
        else:
            self.unshown |= counts - self.kept.keys()
        if teller:
            self._add(Count(teller, *where), figure.teller, figure.teller_max, is_public)
        if noemer:
            public = is_public or not has_noemer_of_pupils(indicator)
            self._add(Count(noemer, *where), figure.noemer, figure.noemer_max, public)

    def _add(self, count: Count, low: float | None, high: float | None, is_public: bool) -> None:
        truth = (low or 0.0, float("inf") if high is None else high)
        if count in self.truths:
            before = self.truths[count]
            truth = min(truth[0], before[0]), max(truth[1], before[1])
            is_public = is_public and self.is_public[count]
        self.truths[count] = truth
        self.is_public[count] = is_public


def _unpublished(publication: Publication, truth: Interval) -> Ends:
    low, high = (publication.unpublished((end, end)) for end in truth)
    return low, high


def _both_ends(
    publication: Publication, truth: Interval, as_is: bool, is_whole: bool, is_public: bool
) -> Ends:
    """Who certainly counts and who possibly does, each a number of its own: where a field is
    empty, or a source hid a number, they differ, and each has sums of its own."""

    def add(end: float) -> int:
        shown = (
            (end, end)
            if as_is
            else EVERYTHING
            if end == float("inf")
            else band(end, end, publication.minimum)
        )
        return publication.add((end, end), shown, is_whole, is_public and low != high)

    low, high = truth
    certain = add(low)
    if low == high:
        return certain, certain
    possible = add(high)
    if high != float("inf"):
        # Who certainly counts, counts possibly: what is published of the one says it of the other.
        # How many are unsure is nobody's number.
        unsure = publication.add((high - low, high - low), EVERYTHING, is_hidden_already=True)
        publication.sum(possible, [certain, unsure])
    return certain, possible
