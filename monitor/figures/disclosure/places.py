"""What the places of arrangements say of pupils: they are public, and nobody finds one elsewhere.

Who finds a place is at most the places that serve him.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from monitor.dekking import from_store, worst_region
from monitor.dekking.from_store import Basis
from monitor.dekking.matching.model import ALLE, Arrangement, Need, Obstacle
from monitor.figures import levels


if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from monitor.store.store import Store

    Bools = NDArray[np.bool_]
    Ints = NDArray[np.int64]


OTHER = "een ander niveau"
"""A niveau that no arrangement names: those that are for every niveau are for it as well."""
SCHOOL = "school"
"""A reach: where the pupils of a school live is not public, so such an arrangement may serve any
postcode."""


class Group(NamedTuple):
    """Arrangements for the same vragen and niveaus together."""

    serves: tuple[tuple[str, str], ...]
    """(vraag, niveau) of who may use them."""
    places: int


@dataclass(frozen=True)
class Room:
    """The places of one schooljaar, and who may use which."""

    who: tuple[Need, ...]
    """A pupil of each postcode, vraag and niveau that there can be, and those that there are: what
    places say of a number hangs on the first only, which everybody knows."""
    can_be: "Bools"
    """[who] that there can be: of the postcodes of the samenwerkingsverband."""
    offers: tuple[Arrangement, ...]
    words: "Mapping[str, NDArray[np.str_]]"
    """[who] per uitsplitsing and level: which part, and the code of which unit."""
    may: "Bools"
    """[who, arrangements] that may serve such a pupil."""
    must: "Bools"
    """[who, arrangements] that serve each such pupil, of whatever school."""
    known: "Ints"
    """[arrangements] places."""
    hoped: "Ints"
    """[arrangements] the same, where what nobody reported is as the plan says."""

    def rows(self, per: str, code: str, deel: str) -> "Bools":
        """[who] that there can be in a unit and in a part of an uitsplitsing."""
        what, _, word = deel.partition("=")
        found = self.can_be
        if what:
            found = found & (self.words[what] == word)
        if per != "swv":
            found = found & (self.words[per] == code)
        return found

    def named(self, what: str, words: Iterable[str]) -> "Bools":
        """[who] of some parts of an uitsplitsing."""
        import numpy as np

        found: Bools = np.isin(self.words[what], sorted(words))
        return found

    def most(self, rows: "Bools") -> tuple[int, int]:
        """(known, hoped) places for these pupils together."""
        offers = self.may[rows].any(axis=0)
        return int(self.known[offers].sum()), int(self.hoped[offers].sum())

    def near(self, level: str) -> int:
        """Known places for pupils of the same wijk, gemeente or subregio."""
        import numpy as np

        there = np.array([_at(getattr(one, level), level, one.swv) for one in self.offers])
        same = self.words[level][:, None] == there[None, :]
        can_be = self.can_be[:, None]
        offers = (self.may & same & can_be & (there != levels.UNKNOWN)).any(axis=0)
        return int(self.known[offers].sum())

    def own(self, rows: "Bools") -> "Bools":
        """[arrangements] that serve each of these pupils and nobody else."""
        is_of_others = self.may[~rows & self.can_be].any(axis=0)
        own: Bools = self.must[rows].all(axis=0) > is_of_others
        return own

    def groups(self) -> Iterator[Group]:
        """Of arrangements with places for somebody."""
        import numpy as np

        places: dict[tuple[tuple[str, str], ...], int] = defaultdict(int)
        cells = sorted({(one.ondersteuningsvraag, one.niveau) for one in self.who})
        number = {cell: at for at, cell in enumerate(cells)}
        of = np.array([number[one.ondersteuningsvraag, one.niveau] for one in self.who], np.int64)
        for at, many in enumerate(self.known.tolist()):
            serves = {cells[cell] for cell in np.unique(of[self.may[:, at]]).tolist()}
            if many and serves:
                places[tuple(sorted(serves))] += many
        for serves_all, many in sorted(places.items()):
            yield Group(serves_all, many)


def room(store: "Store", basis: Basis, vragen: Iterable[str], niveaus: Iterable[str]) -> Room:
    """Of a samenwerkingsverband in a schooljaar, in plan or in practice. `vragen` and `niveaus` are
    those that are counted; the list of Aanbod says which others there are, so that nothing hangs on
    who happens to be there."""
    import numpy as np

    from monitor.dekking.matching.fitting import BIT, NEVER, Columns
    from monitor.dekking.matching.norms import NormLimits

    offers = from_store.arrangements(store, basis.sector, basis.swv, basis.schooljaar)
    found = from_store.outcome(store, basis)
    postcodes = store.rows(
        "select postcode4, wijk, gemeentecode, subregio, latitude, longitude from views.pc4 "
        "where sector = $sector and swv = $swv and latitude is not null order by all",
        {"sector": basis.sector, "swv": basis.swv},
    )
    vragen = {*vragen}.union(*(one.ondersteuningsvragen for one in offers))
    niveaus = {*niveaus, OTHER}.union(*(one.niveaus for one in offers)) - {ALLE}
    who = {
        Need(pc4, vraag, niveau, 1, None, wijk, gemeente, subregio, basis.swv, *point): None
        for pc4, wijk, gemeente, subregio, *point in postcodes
        for vraag in sorted(vragen)
        for niveau in sorted(niveaus)
    }
    can_be = len(who)
    who |= {need: None for part in found.parts for need in part.columns.needs}
    limits = NormLimits(from_store.norms(store, basis.swv, basis.schooljaar))
    columns = Columns([*who], offers, limits, basis.run)
    may = np.zeros((len(who), len(offers)), bool)
    must = may.copy()
    is_of_school = np.array([one.bereik == SCHOOL for one in offers], bool)
    for block in columns.blocks(np.arange(len(who))):
        never = np.where(is_of_school[block.offers], NEVER & ~BIT[Obstacle.BEREIK], NEVER)
        fits = (block.obstacles & never) == 0
        may[np.ix_(block.cells, block.offers)] = fits
        must[np.ix_(block.cells, block.offers)] = fits & ~is_of_school[block.offers]
    words = {
        "ondersteuningsvraag": np.array([one.ondersteuningsvraag for one in who]),
        "niveau": np.array([one.niveau for one in who]),
        **{
            per: np.array([_at(getattr(one, per), per, one.swv) for one in who])
            for per in worst_region.LEVELS
        },
    }
    is_first = np.arange(len(who)) < can_be
    return Room((*who,), is_first, (*offers,), words, may, must, columns.known, columns.hoped)


def _at(where: str | None, per: str, swv: str | None) -> str:
    """The code of the unit of a level."""
    if where is None:
        return levels.UNKNOWN
    return where if per == "gemeente" else f"{swv}:{where}"
