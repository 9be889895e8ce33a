"""The arrangements as marks on a map, with how they stand."""

from monitor.dekking.matching.model import Use
from monitor.scholen import aanbod
from monitor.scholen.aanbod import Plek
from monitor.sections.dekking.subject import Subject
from monitor.values import dutch
from monitor.views.charts import offer_map


def of(subject: Subject) -> list[offer_map.Offer]:
    """The arrangements that are there, with how they stand after the matching; for who sees no
    exact figures as the catalogue of offer tells it."""
    if not subject.exact:
        return _offers_told(subject)
    found = []
    for use in subject.outcome.arrangementen:
        one = use.arrangement
        if one.status != "actief" or one.longitude is None or one.latitude is None:
            continue
        places = "plaatsen onbekend" if use.places is None else (
            f"{dutch.number(use.places)} {dutch.noun(use.places, 'plaatsen')}"
        )  # fmt: skip
        found.append(
            offer_map.Offer(
                subject.title(one.arrangementscode), kind_of(use),
                f"{dutch.joined(one.ondersteuningsvragen)}, {places}",
                one.longitude, one.latitude,
            )
        )  # fmt: skip
    return found


def _offers_told(subject: Subject) -> list[offer_map.Offer]:
    kinds = {Plek.PLEK: "vrij", Plek.VOL: "vol", Plek.PAPIER: "papier", Plek.NAVRAAG: "verborgen"}
    return [
        offer_map.Offer(
            one.titel, kinds.get(one.plek, "onbekend"),
            f"{dutch.joined(one.vragen)}, {dutch.number(one.praktijk.value)} "
            f"{dutch.noun(one.praktijk.value, 'plaatsen')}; {one.plek}",
            one.longitude, one.latitude,
        )
        for one in aanbod.catalogue(subject.store, subject.viewer, subject.basis.sector,
                                    subject.basis.swv, subject.periode)
        if one.is_running and one.longitude is not None and one.latitude is not None
    ]  # fmt: skip


def kind_of(use: Use) -> str:
    if use.places is None:
        return "onbekend"
    if not use.places:
        return "papier"
    return "vrij" if use.free else "vol"
