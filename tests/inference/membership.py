"""Which region lies in which: everybody can know that of schools and postcodes.

Counts of nested or overlapping regions are sums of the same small pieces (`atoms`): what lies in
one and the same unit of every level that is shown.
"""

from collections.abc import Iterable, Iterator

from monitor.figures.catalogue import Indicator
from monitor.store.store import Store


HOME = ("wijk", "gemeente", "subregio", "swv")
SCHOOL = ("vestiging", "bestuur", "swv")
EVERY = ("vestiging", "bestuur", "wijk", "gemeente", "subregio", "swv")
PLACES = {"vestiging": (), "herkomst": ("tlv",), "aanbod": ("aanbod",)}
"""Per finest unit: how the units begin that it counts in, besides the schools themselves."""

Signature = tuple[tuple[str, str], ...]
"""((level, code), …) of one piece."""


class Membership:
    """The regions of one samenwerkingsverband."""

    def __init__(self, store: Store, swv: str, sector: str) -> None:
        rows = store.rows(
            "select eenheid || ' ' || van, per, code from views.eenheid "
            "where sector = $sector and swv = $swv and zeker",
            {"sector": sector, "swv": swv},
        )
        self.units: dict[str, dict[str, str]] = {}
        for unit, per, code in rows:
            self.units.setdefault(unit, {})[per] = code

    def hierarchies(self, indicator: Indicator) -> Iterator[tuple[tuple[str, ...], set[Signature]]]:
        """(levels, the pieces) of an indicator. Who is at home is counted by where he lives and by
        where he is enrolled: those are two, as who lives where and goes where is not public."""
        levels = [per for per in indicator.levels if per != "land"]
        if indicator.per == "woonplaats":
            for wanted, kinds in ((HOME, ("thuis", "postcode", "vraag")), (SCHOOL, ("thuis", ""))):
                yield from self._hierarchy(levels, wanted, kinds)
        else:
            kinds = () if indicator.per == "aanbod" else ("",)
            yield from self._hierarchy(levels, EVERY, (*PLACES[indicator.per], *kinds))

    def _hierarchy(
        self, levels: Iterable[str], wanted: Iterable[str], kinds: Iterable[str]
    ) -> Iterator[tuple[tuple[str, ...], set[Signature]]]:
        own = tuple(per for per in wanted if per in levels)
        if len(own) > 1:
            yield (
                own,
                {
                    tuple((per, codes[per]) for per in own if per in codes)
                    for unit, codes in self.units.items()
                    if (unit.partition("/")[0] if "/" in unit else "") in kinds
                },
            )
