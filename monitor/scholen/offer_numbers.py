"""How many places an arrangement has, in words: as far as this viewer may see them."""

from monitor.figures import wording
from monitor.scholen.aanbod import Amount, Offer, Plek
from monitor.values import dutch


def amount(one: Amount) -> str:
    """7 | 5–9 | minder dan 5 | onbekend"""
    if one.at_least is not None and one.at_most is not None:
        return wording.interval(one.at_least, one.at_most)
    if one.at_most is not None:
        return wording.few(one.at_most + 1)
    return dutch.number(one.value)


def _free(one: Offer) -> str:
    """3 | 5–9 | 1–4: there is at least one, or it would not say that there is a place."""
    assert one.vrij is not None
    if one.vrij.at_most is not None and one.vrij.at_least is None:
        return wording.interval(1, one.vrij.at_most)
    return amount(one.vrij)


def numbers(one: Offer) -> dict[str, str]:
    """The numbers of one schooljaar by name, in words; only those that this viewer may see."""
    found = {
        "afgesproken": one.plan, "in de praktijk": one.praktijk, "bezet": one.bezet,
        "vrij": one.vrij, "wachtend": one.wachtend,
    }  # fmt: skip
    said = {name: amount(value) for name, value in found.items() if value is not None}
    if one.vrij is None:
        said["vrij"] = {Plek.PLEK: "er is plek", Plek.VOL: "vol", Plek.NAVRAAG: wording.CLOSED}.get(
            one.plek, "onbekend"
        )
    elif one.plek is Plek.PLEK:
        said["vrij"] = _free(one)
    return {name: said[name] for name in found if name in said}
