"""How far a fitting place may be: the most specific norm, and exceptions over it."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from monitor.dekking.matching.model import ALLE, Arrangement, Need, Rules, Uitzondering


ROUNDING_KM = 1e-9
"""A place exactly at the norm is within it, however the sum was rounded."""


def too_far(km: NDArray[np.float64], max_km: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether a distance goes beyond the norm that holds for it."""
    return km > max_km + ROUNDING_KM


class NormLimits:
    """Rules, looked up: exact vraag and niveau, then the vraag, then the niveau, then all.

    The vraag goes before the niveau because plans set distances per kind of support.
    """

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._norms: dict[tuple[str, str], float] = {}
        for norm in rules.normen:
            key = (norm.ondersteuningsvraag, norm.niveau)
            self._norms[key] = min(norm.max_km, self._norms.get(key, math.inf))
        # The last that fits wins, so the most specific and strictest comes last.
        self._exceptions = sorted(
            (one for one in rules.uitzonderingen if _holds(one, rules)),
            key=lambda one: (len(_named(one)), -_km(one.max_km)),
        )

    def norm(self, vraag: str, niveau: str) -> float:
        """Kilometres, exceptions left out."""
        for key in ((vraag, niveau), (vraag, ALLE), (ALLE, niveau), (ALLE, ALLE)):
            if key in self._norms:
                return self._norms[key]
        return self._rules.default_km

    def of(self, needs: Sequence[Need], offers: Sequence[Arrangement]) -> NDArray[np.float64]:
        """Kilometres per need and offer as [needs, offers]; inf where there is no limit."""
        base = [self.norm(need.ondersteuningsvraag, need.niveau) for need in needs]
        limits = np.repeat(np.array(base, float)[:, None], len(offers), axis=1)
        for one in self._exceptions:
            named = _named(one)
            code = named.pop("arrangementscode", None)
            columns = [code in (None, offer.arrangementscode) for offer in offers]
            rows = [all(getattr(need, k) == v for k, v in named.items()) for need in needs]
            limits[np.ix_(rows, columns)] = _km(one.max_km)
        return limits


def _named(one: Uitzondering) -> dict[str, str]:
    """What an exception names, by field."""
    fields = {
        "ondersteuningsvraag": one.ondersteuningsvraag,
        "niveau": one.niveau,
        "postcode4": one.postcode4,
        "wijk": one.wijk,
        "gemeente": one.gemeente,
        "subregio": one.subregio,
        "arrangementscode": one.arrangementscode,
    }
    return {name: value for name, value in fields.items() if value not in (None, ALLE)}


def _holds(one: Uitzondering, rules: Rules) -> bool:
    return one.tot is None or rules.day is None or rules.day <= one.tot


def _km(max_km: float | None) -> float:
    return math.inf if max_km is None else max_km
