"""The matching once more, in plain Python: who fits where by reading the rules aloud, and every
placement that there is, one by one. Slow, and with nothing of monitor.dekking.matching but its records."""

import math
from collections.abc import Iterator
from itertools import product

from monitor.dekking.matching.model import Arrangement, Need, Rules


def km(one: Need | Arrangement, other: Need | Arrangement) -> float:
    """Great circle by the cosine rule, where the code under test uses haversine."""
    a, b = math.radians(one.latitude or 0), math.radians(other.latitude or 0)
    east = math.radians((other.longitude or 0) - (one.longitude or 0))
    cosine = math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(east)
    return 6371.0088 * math.acos(max(-1.0, min(1.0, cosine)))


def max_km(need: Need, rules: Rules) -> float:
    found = {(norm.ondersteuningsvraag, norm.niveau): norm.max_km for norm in rules.normen}
    for key in product((need.ondersteuningsvraag, "alle"), (need.niveau, "alle")):
        if key in found:
            return found[key]
    return rules.default_km


def fits(need: Need, offer: Arrangement, rules: Rules) -> bool:
    """Apart from whether there is a place."""
    if offer.status != "actief" or need.swv != offer.swv:
        return False
    if need.ondersteuningsvraag not in offer.ondersteuningsvragen:
        return False
    if need.niveau not in offer.niveaus and "alle" not in offer.niveaus:
        return False
    if None in (need.latitude, need.longitude, offer.latitude, offer.longitude):
        return False
    if offer.bereik == "school" and (not need.vestiging or need.vestiging != offer.vestiging):
        return False
    if offer.bereik in ("wijk", "subregio"):
        home = getattr(need, offer.bereik)
        if not home or home != getattr(offer, offer.bereik):
            return False
    return km(need, offer) <= max_km(need, rules) + 1e-6


def placements(
    needs: list[int], places: list[int], fitting: list[tuple[int, int]]
) -> Iterator[tuple[int, ...]]:
    """Every way to place pupils: how many along each of the pairs (need, offer)."""
    if not fitting:
        yield ()
        return
    (need, offer), rest = fitting[0], fitting[1:]
    for n in range(min(needs[need], places[offer]) + 1):
        left, room = list(needs), list(places)
        left[need] -= n
        room[offer] -= n
        for others in placements(left, room, rest):
            yield (n, *others)


def largest(needs: list[int], places: list[int], fitting: list[tuple[int, int]]) -> int:
    return max(sum(one) for one in placements(needs, places, fitting))


def shortages(
    needs: list[int], places: list[int], fitting: list[tuple[int, int]]
) -> list[tuple[int, ...]]:
    """Of every largest placement: how many pupils of each need are without a place."""
    best = largest(needs, places, fitting)
    found = set()
    for one in placements(needs, places, fitting):
        if sum(one) == best:
            short = list(needs)
            for n, (need, _) in zip(one, fitting, strict=True):
                short[need] -= n
            found.add(tuple(short))
    return sorted(found)


def least_metres(
    needs: list[int], places: list[int], fitting: list[tuple[int, int]], metres: list[int]
) -> int:
    """Of the largest placements, the total of the nearest."""
    best = largest(needs, places, fitting)
    return min(
        sum(n * m for n, m in zip(one, metres, strict=True))
        for one in placements(needs, places, fitting)
        if sum(one) == best
    )
