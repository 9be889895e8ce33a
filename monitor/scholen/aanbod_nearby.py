"""How far an offer is from a home, and whether it is for who lives there."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from monitor.dekking.distances import haversine
from monitor.scholen.aanbod import Offer
from monitor.store.store import Store


@dataclass(frozen=True)
class Home:
    """A postcode of four digits, and what it lies in."""

    postcode4: str
    swv: str
    gemeentecode: str
    gemeente: str
    subregio: str
    wijk: str
    latitude: float
    longitude: float


def home(store: Store, sector: str, postcode4: str) -> Home | None:
    """Where a postcode of four digits lies; None when no regio-indeling says so."""
    return _homes(store, sector).get(postcode4)


def homes(store: Store, sector: str, swv: str) -> list[Home]:
    """The postcodes of a samenwerkingsverband, of which is known where they lie."""
    return [one for one in _homes(store, sector).values() if one.swv == swv]


def _homes(store: Store, sector: str) -> dict[str, Home]:
    key = ("postcodes", sector)
    if key not in store.answers:
        rows = store.rows(
            "select postcode4, coalesce(swv, ''), coalesce(gemeentecode, ''), "
            "coalesce(gemeentenaam, ''), coalesce(subregio, ''), coalesce(wijk, ''), latitude, "
            "longitude from views.pc4 where sector = $sector and latitude is not null "
            "and longitude is not null order by postcode4",
            {"sector": sector},
        )
        store.answers[key] = {row[0]: Home(*row) for row in rows}
    found: dict[str, Home] = store.answers[key]
    return found


def kilometers(here: Home, offers: Sequence[Offer]) -> dict[str, float | None]:
    """Arrangementscode → great-circle distance, as the matching measures it; None = unknown."""
    nan = float("nan")
    latitudes = np.array([nan if o.latitude is None else o.latitude for o in offers], float)
    longitudes = np.array([nan if o.longitude is None else o.longitude for o in offers], float)
    found = haversine(
        np.array([here.latitude]), np.array([here.longitude]), latitudes, longitudes
    )[0].tolist()  # fmt: skip
    return {
        one.code: None if np.isnan(km) else float(km) for one, km in zip(offers, found, strict=True)
    }


def is_for(one: Offer, here: Home) -> bool:
    """Whether the reach takes in who lives there, whatever their school: `school` does not."""
    match one.bereik:
        case "swv":
            return one.swv == here.swv
        case "subregio":
            return bool(one.subregio) and (one.swv, one.subregio) == (here.swv, here.subregio)
        case "wijk":
            return bool(one.wijk) and (one.swv, one.wijk) == (here.swv, here.wijk)
    return False
