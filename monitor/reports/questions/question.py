"""What a question of a file is, and what it is asked about."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from monitor.access import STAFF, Role, Viewer
from monitor.figures.levels import Region
from monitor.scholen.own import own_school
from monitor.scholen.register import School
from monitor.sections import units
from monitor.sections.section import Section
from monitor.sections.what_a_role_sees import may_choose
from monitor.store.store import Store


ALL = frozenset(Role)
REGION = STAFF | {Role.GEMEENTE}
BUT_SCHOOL = REGION | {Role.BESTUUR}
OF_SCHOOL = STAFF | {Role.BESTUUR, Role.SCHOOL}
"""Who is asked, as for the pages (`pages/__init__.py`)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who looks, at what, and when: every choice of a file."""

    store: Store
    viewer: Viewer
    whole: Region
    region: Region
    """The whole or a part of it."""
    peildatum: str = ""
    """The last day that counts, as 2025-10-01; "" for the newest of everything."""
    per: str = ""
    """The level that maps and rankings show, where they have it; "" for what a page begins with."""
    school: str = ""
    """Of a profile: which vestiging."""

    @property
    def one_school(self) -> School:
        """NotFound where it is none of the viewer's."""
        return own_school(self.store, self.viewer, self.school)

    @property
    def today(self) -> dt.date:
        """The moment of the data: what is asked again later is answered the same."""
        made = self.store.register.made
        return made.date() if made else dt.date(2000, 1, 1)

    def newest(self, periods: Iterable[str]) -> str:
        """The last of some days that is no later than the peildatum; "" for none."""
        return self._last(periods, lambda one: one)

    def newest_year(self, years: Iterable[str], *, has_ended: bool = True) -> str:
        """The last schooljaar that had ended by the peildatum, or that had begun."""
        if has_ended:
            return self._last(years, lambda one: f"{one[-4:]}-07-31")
        return self._last(years, lambda one: f"{one[:4]}-08-01")

    def _last(self, periods: Iterable[str], day: Callable[[str], str]) -> str:
        there = {one for one in periods if not self.peildatum or day(one) <= self.peildatum}
        return max(there, default="")

    def level(self, levels: Sequence[str]) -> str:
        """The one that is asked for, else gemeente, else the first that the region has more than one
        of; "" for none."""
        there = [one for one in levels if may_choose(self.viewer, one)
                 and len(units.units(self.store, self.region, one)) > 1]  # fmt: skip
        return next(
            (one for one in (self.per, "gemeente") if one in there), there[0] if there else ""
        )


class Question(NamedTuple):
    """One question by its key. What it makes is nothing where there is nothing to say."""

    key: str
    title: str
    """As a list names it."""
    roles: frozenset[Role]
    make: Callable[[Asked], Iterable[Section | None]]

    def sections(self, asked: Asked) -> tuple[Section, ...]:
        """() for who it is not for, and where it has nothing to say."""
        if asked.viewer.role not in self.roles:
            return ()
        return tuple(one for one in self.make(asked) if one is not None)
