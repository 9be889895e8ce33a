"""The figures of every unit of a level, hidden beside every total of them that pages show.

A gemeente is a part of the whole and of its subregio: what is hidden may not follow from either.
Of what is counted from rows of pupils only: what DUO publishes, everybody has.
"""

from monitor.access import Viewer
from monitor.disclosure.beside_total import guard, hide, is_small
from monitor.indicators import Figure, Indicator, figures
from monitor.pages import regional
from monitor.regions import UNKNOWN, Region
from monitor.store import Store


PARENTS = {"gemeente": ("subregio",), "wijk": ("subregio", "gemeente"), "vestiging": ("bestuur",)}
"""The larger levels that a level adds up to, beside the whole."""


def per_level(
    store: Store, viewer: Viewer, indicator: Indicator, region: Region, per: str, total: Figure
) -> list[Figure]:
    """As `regional.per_level` at the moment of the total, as this viewer may see the units beside
    it, and beside the larger units that they are part of."""
    found = regional.per_level(store, viewer, indicator, region, per, total.periode)
    if viewer.sees_exact or per == "swv" or not indicator.is_of_pupils:
        return found
    whole = Region(region.sector, region.swv, region.swv_naam, "swv", region.swv, region.swv_naam)
    known = seen(store, viewer, indicator, whole, per, total.periode)
    return guard([seen_in(known.get(f.code), f) for f in found], total, viewer)


def seen_in(in_whole: Figure | None, figure: Figure) -> Figure:
    """A figure within a region, beside that of the same unit in the whole: a bestuur with schools
    in two regions is only a part in each, and the other part may be small."""
    if in_whole is None or in_whole.is_hidden:
        return hide(figure)
    elsewhere = [
        (getattr(in_whole, end) or 0) - (getattr(figure, end) or 0)
        for end in ("teller", "teller_max")
    ]
    return hide(figure) if is_small(*elsewhere) else figure


def inside(
    store: Store, viewer: Viewer, indicator: Indicator, region: Region, per: str, periode: str
) -> list[Figure]:
    """The stand of every unit of a level inside a region, as the door gives it."""
    if per not in indicator.levels:
        return []
    return figures(store, viewer, indicator, per, period=periode, within=(region.per, region.code))


def seen(
    store: Store, viewer: Viewer, indicator: Indicator, whole: Region, per: str, periode: str
) -> dict[str, Figure]:
    """code → stand of every unit of a level in a samenwerkingsverband, as this viewer may see it
    beside the whole and beside every larger unit that it is part of."""
    key = ("seen", viewer, indicator.name, whole, per, periode)
    if key not in store.answers:
        store.answers[key] = _seen(store, viewer, indicator, whole, per, periode)
    found: dict[str, Figure] = store.answers[key]
    return found


def _seen(
    store: Store, viewer: Viewer, indicator: Indicator, whole: Region, per: str, periode: str
) -> dict[str, Figure]:
    found = {f.code: f for f in inside(store, viewer, indicator, whole, per, periode)}
    if viewer.sees_exact:
        return found
    for level in PARENTS.get(per, ()):
        for parent in seen(store, viewer, indicator, whole, level, periode).values():
            if parent.code == UNKNOWN:
                continue
            place = Region(whole.sector, whole.swv, whole.swv_naam, level, parent.code, parent.naam)
            codes = {f.code for f in inside(store, viewer, indicator, place, per, periode)}
            children = [found[code] for code in codes if code in found]
            for child in _guarded(children, parent, viewer):
                found[child.code] = child
    total = figures(store, viewer, indicator, "swv", period=periode, codes=(whole.code,),
                    within=("swv", whole.code))  # fmt: skip
    every = [found[code] for code in sorted(found)]
    return {f.code: f for f in guard(every, next(iter(total), None), viewer)}


def _guarded(children: list[Figure], parent: Figure, viewer: Viewer) -> list[Figure]:
    out = guard(sorted(children, key=lambda f: f.code), parent, viewer)
    some = [f for f in out if f.teller_max != 0]
    if not parent.is_hidden or not some or any(f.is_hidden for f in some):
        return out
    # All parts of what is hidden would be its sum.
    least = min(some, key=lambda f: (f.teller or 0, f.code))
    return [hide(f) if f is least else f for f in out]
