"""Samenwerkingsverbanden that are most like one: in size, urbanity and mix of schooltypes.

The rule is written out in `RULE`, which pages show beside what they compare.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from statistics import fmean, median, pstdev, quantiles

from monitor.access import Viewer
from monitor.figures import wording
from monitor.figures.door import Figure, Indicator, figures, indicator_named
from monitor.store.store import Store


NEAREST = 8
FEWEST = 5
"""Of fewer with a figure the middle half says nothing."""
RULE = (
    f"Dit zijn de {NEAREST} verbanden die het meest op dit verband lijken in drie dingen, die even "
    "zwaar tellen: hoeveel leerlingen er zijn, hoeveel leerlingen er per postcodegebied zijn (hoe "
    "stedelijk het is) en welk deel naar welk schooltype gaat. Landelijke verbanden doen niet mee."
)
SIZE = {"vo": "deelname_vso_locatie", "po": "deelname_sbo_locatie"}
"""Of which indicator the noemer is the number of pupils."""
MIX = {"vo": ("deelname_pro",), "po": ("deelname_sbo_locatie",)}
HIGHER = ("havo", "vwo", "havo/vwo")
"""Onderwijstypen that together are a part of the mix in vo."""


@dataclass(frozen=True)
class Comparison:
    """What the nearest samenwerkingsverbanden have; half of them lies between low and high."""

    others: tuple[Figure, ...]
    """Nearest first."""
    low: float
    middle: float
    high: float


def comparison(
    store: Store, viewer: Viewer, indicator: Indicator, swv: str, periode: str
) -> Comparison | None:
    """The nearest samenwerkingsverbanden that have a precise figure of that period; None when there
    are too few of them."""
    if "swv" not in indicator.levels:
        return None
    found = {
        figure.code: figure
        for figure in figures(store, viewer, indicator, "swv", period=periode)
        if wording.is_known(figure)
    }
    there = [found[code] for code in nearest(store, viewer, indicator.sector, swv) if code in found]
    middles = [_middle(figure) for figure in there]
    values = [value for value in middles if value is not None]
    if len(values) < FEWEST:
        return None
    low, _, high = quantiles(values, n=4, method="inclusive")
    return Comparison(tuple(there), low, median(values), high)


def nearest(store: Store, viewer: Viewer, sector: str, swv: str) -> list[str]:
    """The codes of the samenwerkingsverbanden most like one, nearest first; [] when its own
    characteristics are not known."""
    key = ("nearest", replace(viewer, wie=""), sector, swv)
    if key not in store.answers:
        known = _characteristics(store, viewer, sector)
        store.answers[key] = _nearest(known, swv)
    return list(store.answers[key])


def _nearest(known: Mapping[str, tuple[float, ...]], swv: str) -> list[str]:
    if swv not in known or len(known) < 2:
        return []
    columns = list(zip(*known.values(), strict=True))
    spread = [pstdev(column) or 1.0 for column in columns]
    middle = [fmean(column) for column in columns]
    # Size and urbanity are one number each; the mix is several, that together weigh as one.
    weights = [1.0, 1.0, *[1 / (len(columns) - 2)] * (len(columns) - 2)]
    scaled = {
        code: [(value - m) / s for value, m, s in zip(row, middle, spread, strict=True)]
        for code, row in known.items()
    }

    def distance(code: str) -> float:
        pairs = zip(weights, scaled[code], scaled[swv], strict=True)
        return math.sqrt(sum(w * (a - b) ** 2 for w, a, b in pairs))

    return sorted((code for code in known if code != swv), key=lambda c: (distance(c), c))[:NEAREST]


def _characteristics(store: Store, viewer: Viewer, sector: str) -> dict[str, tuple[float, ...]]:
    """swv → (log pupils, log pupils per postcode, shares of the mix …), each of its newest count."""
    size = indicator_named(SIZE[sector])
    pupils = {
        code: figure.noemer
        for code, figure in _newest(store, viewer, size).items()
        if figure.noemer
    }
    areas = dict(
        store.rows(
            "select swv, count(*) from views.pc4 where sector = $sector group by swv",
            {"sector": sector},
        )
    )
    mixes = [_newest(store, viewer, indicator_named(name)) for name in MIX[sector]]
    higher = _share_higher(store, viewer) if sector == "vo" else {}
    out = {}
    for code, number in pupils.items():
        shares = [_middle(mix[code]) if code in mix else None for mix in mixes]
        if sector == "vo":
            shares.append(higher.get(code))
        if code[2:4] == "00" or code not in areas or any(share is None for share in shares):
            continue
        known = [share for share in shares if share is not None]
        out[code] = (math.log(number), math.log(number / areas[code]), *known)
    return out


def _share_higher(store: Store, viewer: Viewer) -> dict[str, float]:
    """swv → the part of its pupils in havo or vwo, of those of whom a file says it."""
    indicator = indicator_named("leerlingen_vo")
    found = figures(store, viewer, indicator, "swv", breakdown="onderwijstype")
    newest: dict[str, str] = {}
    for figure in found:
        newest[figure.code] = max(figure.periode, newest.get(figure.code, ""))
    total: dict[str, float] = {}
    higher: dict[str, float] = {}
    for figure in found:
        value = _middle(figure)
        if figure.periode != newest[figure.code] or value is None:
            continue
        total[figure.code] = total.get(figure.code, 0.0) + value
        if figure.uitsplitsing.partition("=")[2] in HIGHER:
            higher[figure.code] = higher.get(figure.code, 0.0) + value
    return {code: 100 * higher.get(code, 0.0) / value for code, value in total.items() if value}


def _newest(store: Store, viewer: Viewer, indicator: Indicator) -> dict[str, Figure]:
    """swv → its newest known figure."""
    out: dict[str, Figure] = {}
    for figure in figures(store, viewer, indicator, "swv"):
        if wording.is_known(figure) and figure.code != "onbekend":
            out[figure.code] = figure  # sorted by period
    return out


def _middle(figure: Figure) -> float | None:
    low, high = wording.shown(figure)
    return None if low is None or high is None else (low + high) / 2
