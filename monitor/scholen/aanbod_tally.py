"""Offer counted: per vraag and region, what is missing, and who told nothing.

Everything is counted from what a viewer may see, so that a sum gives away no more than its parts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from monitor.dekking.from_store import Basis, needs
from monitor.figures.disclosure.bands import MINIMUM
from monitor.scholen import register
from monitor.scholen.aanbod import Amount, Offer, Plek
from monitor.scholen.register import School
from monitor.store.store import Store
from monitor.values.collation import by_name


@dataclass(frozen=True)
class Tally:
    """Arrangements that run, together; a sum with something hidden or not told in it is at least
    that much."""

    arrangementen: int
    met_plek: int
    vol: int
    op_papier: int
    navragen: int
    """Arrangements of so few pupils that it is not told whether there is a place."""
    niet_opgegeven: int
    """Arrangements of which places in practice or occupancy are not told."""
    plan: int
    plan_op_papier: int
    """Places agreed of what is only on paper."""
    praktijk: int
    praktijk_complete: bool
    vrij: int
    vrij_complete: bool
    grens: int = MINIMUM
    """Fewer pupils than this are hidden from who sees no exact figures."""


def tally(offers: Iterable[Offer]) -> Tally:
    running = [one for one in offers if one.is_running]
    per = {plek: [one for one in running if one.plek is plek] for plek in Plek}
    praktijk = [one.praktijk for one in running]
    free = [one.vrij or Amount() for one in running]
    return Tally(
        len(running),
        len(per[Plek.PLEK]),
        len(per[Plek.VOL]),
        len(per[Plek.PAPIER]),
        len(per[Plek.NAVRAAG]),
        len(per[Plek.ONBEKEND]),
        _sum(one.plan or Amount() for one in running),
        _sum(one.plan or Amount() for one in per[Plek.PAPIER]),
        _sum(praktijk),
        all(one.value is not None for one in praktijk),
        _sum(free),
        all(one.value is not None for one in free),
        running[0].grens if running else MINIMUM,
    )


def _sum(amounts: Iterable[Amount]) -> int:
    return sum(one.value or 0 for one in amounts)


def vragen(offers: Iterable[Offer]) -> list[str]:
    return sorted({vraag for one in offers for vraag in one.vragen}, key=by_name)


def niveaus(offers: Iterable[Offer]) -> list[str]:
    """In the order of the Dutch schools, then what else was delivered."""
    found = {niveau for one in offers for niveau in one.niveaus} - {"alle"}
    order = ("bao", "sbo", "so", "pro", "vmbo-b", "vmbo-k", "vmbo-gt", "havo", "vwo", "vso")
    return [n for n in order if n in found] + sorted(found - set(order))


def silent_schools(
    store: Store, sector: str, swv: str, offers: Sequence[Offer]
) -> tuple[list[School], list[School]]:
    """(open schools without any arrangement, schools that told of none of theirs whether it runs),
    by name."""
    told = {one.vestiging for one in offers if one.praktijk != Amount()}
    named = {one.vestiging for one in offers}
    there = [
        one
        for one in register.schools(store)
        if one.is_open and swv == (one.swv_po if sector == "po" else one.swv_vo)
        and one.sector == sector
    ]  # fmt: skip
    return (
        [one for one in there if one.code not in named],
        [one for one in there if one.code in named - told],
    )


def vragen_apart(
    store: Store, basis: Basis, offers: Iterable[Offer]
) -> tuple[list[str], list[str]]:
    """(vragen of pupils that no arrangement serves, vragen of arrangements that no pupil has);
    nothing where no need is known."""
    asked = {need.ondersteuningsvraag for need in needs(store, basis)}
    offered = {vraag for one in offers if one.is_running for vraag in one.vragen}
    return sorted(asked - offered), sorted(offered - asked) if asked else []
