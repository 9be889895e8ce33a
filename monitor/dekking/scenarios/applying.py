"""A scenario applied to a copy of the offer and the norms."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from monitor.dekking import from_store
from monitor.dekking.from_store import Basis
from monitor.dekking.matching.model import ALLE, Arrangement, Norm, Rules
from monitor.dekking.scenarios.changes import (
    Bereik,
    NormChange,
    Open,
    Plaatsen,
    Scenario,
    Sluit,
    Verplaats,
)
from monitor.dekking.scenarios.nameable import Known, known_offer
from monitor.errors import MonitorError
from monitor.store.store import Store


def faults(store: Store, basis: Basis, scenario: Scenario) -> dict[int, str]:
    """Per place in the list what does not fit what there is now; {} when all of it can be applied."""
    return _applied(store, basis, scenario)[2]


def apply(
    store: Store, basis: Basis, scenario: Scenario
) -> tuple[tuple[Arrangement, ...], Rules]:  # fmt: skip
    """The offer and the norms as they would be; those of the store are left as they are.

    MonitorError when a change names what is not there.
    """
    offer, rules, wrong = _applied(store, basis, scenario)
    if wrong:
        index, words = next(iter(wrong.items()))
        raise MonitorError(f"Wijziging {index + 1}: {words}")
    return offer, rules


def _applied(
    store: Store, basis: Basis, scenario: Scenario
) -> tuple[tuple[Arrangement, ...], Rules, dict[int, str]]:
    """A change that does not fit is left out, and said."""
    known = known_offer(store, basis)
    offer = dict(known.arrangements)
    rules = from_store.norms(store, basis.swv, basis.schooljaar)
    wrong = {}
    for index, change in enumerate(scenario.wijzigingen):
        try:
            if isinstance(change, NormChange):
                rules = _with_norm(rules, change, known)
            else:
                made = _APPLY[change.soort](change, offer, known)
                offer[made.arrangementscode] = made
        except MonitorError as error:
            wrong[index] = str(error)
    return tuple(offer.values()), rules, wrong


def _open(change: Open, offer: dict[str, Arrangement], known: Known) -> Arrangement:
    _refuse_unknown(change.vragen, known.vragen, "Ondersteuningsvraag")
    _refuse_unknown(change.niveaus, (*known.niveaus, ALLE), "Niveau")
    if not change.postcode4 and not change.vestiging:
        raise MonitorError("Zeg waar het komt: kies een postcode of een school.")
    if change.vestiging and change.vestiging not in known.schools:
        raise MonitorError(f"School {change.vestiging} hoort niet (meer) bij {known.swv}.")
    place = known.place(change.postcode4, change.vestiging)
    if place is None or not place.is_known:
        raise MonitorError(_no_place(change.postcode4 or f"van school {change.vestiging}"))
    if change.bereik == "school" and not change.vestiging:
        raise MonitorError("Bij bereik school hoort een school: kies er een.")
    if change.bereik in ("wijk", "subregio") and not getattr(place, change.bereik):
        raise MonitorError(
            f"Van deze plek is de {change.bereik} niet bekend. Kies een ander bereik of een andere "
            "plek."
        )
    return Arrangement(
        arrangementscode=_free_code(offer),
        ondersteuningsvragen=tuple(dict.fromkeys(change.vragen)),
        niveaus=tuple(dict.fromkeys(change.niveaus)),
        bereik=change.bereik,
        plaatsen_plan=change.plaatsen,
        plaatsen_praktijk=change.plaatsen,
        vestiging=change.vestiging,
        postcode4=place.postcode4,
        wijk=place.wijk,
        gemeente=place.gemeente,
        subregio=place.subregio,
        swv=known.swv,
        latitude=place.latitude,
        longitude=place.longitude,
        tarief=change.tarief,
    )


def _resized(change: Plaatsen, offer: dict[str, Arrangement], known: Known) -> Arrangement:
    return replace(
        _there(change.arrangementscode, offer),
        plaatsen_plan=change.plaatsen,
        plaatsen_praktijk=change.plaatsen,
        status="actief",
    )


def _moved(change: Verplaats, offer: dict[str, Arrangement], known: Known) -> Arrangement:
    place = known.postcodes.get(change.postcode4)
    if place is None or not place.is_known:
        raise MonitorError(_no_place(change.postcode4))
    one = _there(change.arrangementscode, offer)
    if one.bereik in ("wijk", "subregio") and not getattr(place, one.bereik):
        raise MonitorError(
            f"{one.arrangementscode} is er voor de eigen {one.bereik}, en van postcode "
            f"{change.postcode4} is die niet bekend. Kies een andere postcode."
        )
    return replace(
        one,
        postcode4=place.postcode4,
        wijk=place.wijk,
        gemeente=place.gemeente,
        subregio=place.subregio,
        latitude=place.latitude,
        longitude=place.longitude,
    )


def _closed(change: Sluit, offer: dict[str, Arrangement], known: Known) -> Arrangement:
    one = _there(change.arrangementscode, offer)
    if one.status != "actief":
        raise MonitorError(f"Arrangement {change.arrangementscode} is al niet actief.")
    return replace(one, status="gestopt")


def _reaching(change: Bereik, offer: dict[str, Arrangement], known: Known) -> Arrangement:
    one = _there(change.arrangementscode, offer)
    if change.bereik == "school" and not one.vestiging:
        raise MonitorError(
            f"{one.arrangementscode} hoort bij geen school, dus het bereik kan niet school zijn."
        )
    if change.bereik in ("wijk", "subregio") and not getattr(one, change.bereik):
        raise MonitorError(
            f"Van {one.arrangementscode} is de {change.bereik} niet bekend. Kies een ander bereik."
        )
    return replace(one, bereik=change.bereik)


_APPLY: dict[str, Callable[[Any, dict[str, Arrangement], Known], Arrangement]] = {
    "open": _open,
    "plaatsen": _resized,
    "verplaats": _moved,
    "sluit": _closed,
    "bereik": _reaching,
}


def _with_norm(rules: Rules, change: NormChange, known: Known) -> Rules:
    """The strictest of two equal norms holds, so the one that is replaced must go."""
    _refuse_unknown((change.vraag,), (*known.vragen, ALLE), "Ondersteuningsvraag")
    _refuse_unknown((change.niveau,), (*known.niveaus, ALLE), "Niveau")
    rest = tuple(
        norm
        for norm in rules.normen
        if (norm.ondersteuningsvraag, norm.niveau) != (change.vraag, change.niveau)
    )
    return replace(rules, normen=(*rest, Norm(change.vraag, change.niveau, change.km)))


def _there(code: str, offer: dict[str, Arrangement]) -> Arrangement:
    if code not in offer:
        raise MonitorError(f"Arrangement {code} is er in dit schooljaar niet.")
    return offer[code]


def _refuse_unknown(names: Sequence[str], known: Sequence[str], what: str) -> None:
    for name in names:
        if name not in known:
            raise MonitorError(f"{what} ‘{name}’ komt in dit schooljaar niet voor.")


def _no_place(where: str) -> str:
    return (
        f"Van postcode {where} is niet bekend waar hij ligt. Kies een postcode uit de regio-indeling."
        if where.isdigit()
        else f"De plek {where} is niet bekend. Kies een postcode."
    )


def _free_code(offer: dict[str, Arrangement]) -> str:
    """nieuw 1; a code that an arrangement already has is passed over."""
    number = 1
    while f"nieuw {number}" in offer:
        number += 1
    return f"nieuw {number}"
