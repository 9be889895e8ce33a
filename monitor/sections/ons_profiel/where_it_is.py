"""Where one school is, among the schools around it."""

from monitor.scholen import register
from monitor.scholen.register import School
from monitor.sections.borders import borders_around
from monitor.sections.section import Drawn, Said, Section, texts_table
from monitor.store.store import Store
from monitor.values import dutch
from monitor.views.charts.kinds import SchoolMap


QUESTION = "Waar staat deze school?"
NOWHERE = "Geen bron zegt waar deze school op de kaart staat."
MOST, FARTHEST = 12, 40
"""Schools around it, and kilometres."""
HEIGHT = 300
"""Of the picture, in pixels."""


def make(store: Store, one: School) -> Section:
    key = "schoolkaart"
    if one.latitude is None:
        return Section(key, QUESTION, "", Said(NOWHERE), one.naam)
    near = [found for found in register.nearby(store, one, MOST) if found.km < FARTHEST]
    schools = tuple(found.school for found in near)
    chart = SchoolMap(tuple(borders_around(store, [one, *schools])), schools, one, height=HEIGHT)
    rows = [
        {"School": found.school.naam, "Afstand (km)": dutch.number(found.km, 1)} for found in near
    ]
    return Section(
        key=key,
        question=QUESTION,
        title="",
        says=Said(""),
        selection=f"{one.naam} en de scholen eromheen",
        drawn=(Drawn(chart),),
        table=texts_table("Scholen in de buurt", rows, "number"),
    )
