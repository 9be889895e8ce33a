"""Schools as rows of a file."""

from collections.abc import Iterable

from monitor.scholen.register import TYPES, School


COLUMNS = ("Vestigingscode", "Naam", "Soort school", "Aanbod", "Bestuur", "Adres", "Postcode",
           "Plaats", "Gemeente", "Samenwerkingsverband vo", "Samenwerkingsverband po", "Telefoon",
           "Website", "Gesloten vanaf", "Niet meer geteld sinds")  # fmt: skip
DEMO = "Verzonnen gegevens"


def row(one: School) -> tuple[str, ...]:
    """One school under COLUMNS."""
    closed = one.gesloten_vanaf.isoformat() if one.gesloten_vanaf else ""
    uncounted = one.niet_geteld_sinds.isoformat() if one.niet_geteld_sinds else ""
    return (one.code, one.naam, TYPES.get(one.schooltype, ""), one.aanbod, one.bestuur, one.adres,
            one.postcode, one.plaats, one.gemeente, one.swv_vo, one.swv_po, one.telefoon, one.website,
            closed, uncounted)  # fmt: skip


def rows(schools: Iterable[School], is_demo: bool) -> list[dict[str, str]]:
    """Everything is text; an invented list says so in a column of its own."""
    extra = {DEMO: "ja"} if is_demo else {}
    return [dict(zip(COLUMNS, row(one), strict=True)) | extra for one in schools]
