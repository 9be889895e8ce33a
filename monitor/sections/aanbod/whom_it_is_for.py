"""For which postcodes one arrangement is meant, on the map."""

from monitor.scholen import aanbod_nearby
from monitor.scholen.aanbod import Offer
from monitor.sections import on_map
from monitor.sections.aanbod.subject import Asked
from monitor.sections.section import Drawn, Said, Section, texts_table
from monitor.views.charts.kinds import OfferReach


QUESTION = "Voor wie is dit arrangement?"
OWN_SCHOOL = "Dit arrangement is alleen voor leerlingen van de eigen school."
POSTCODES = (
    "Elk rondje is een postcode. De kaart zegt voor wie het aanbod is bedoeld, niet of het dichtbij "
    "genoeg is."
)


def make(asked: Asked, one: Offer) -> Section | None:
    """None where no source says where it is."""
    if one.latitude is None:
        return None
    postcodes = aanbod_nearby.homes(asked.store, asked.whole.sector, asked.whole.code)
    codes = tuple(on_map.gemeenten(asked.store, asked.whole))
    shapes = on_map.shapes(asked.store, codes) if codes else []
    chart = OfferReach(tuple(shapes), one, tuple(postcodes))
    rows = [
        {
            "Postcode": home.postcode4,
            "Wijk": home.wijk,
            "Is het ervoor": "ja" if aanbod_nearby.is_for(one, home) else "nee",
        }
        for home in postcodes
    ]
    own = [{"Voor wie": OWN_SCHOOL}]
    return Section(
        key="aanbod_bereik",
        question=QUESTION,
        title=one.titel,
        says=Said(""),
        # There is no figure in it, so the selection says where it comes from.
        selection=f"voor wie {one.titel} is bedoeld, {asked.source}",
        drawn=(Drawn(chart, (OWN_SCHOOL if one.bereik == "school" else POSTCODES,)),),
        table=texts_table("Voor welke postcodes", own if one.bereik == "school" else rows),
    )
