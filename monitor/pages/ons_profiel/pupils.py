"""The pupils of a school: how many, over the years, beside schools like it, and which."""

from dataclasses import replace

from monitor.access import Viewer
from monitor.pages.ons_profiel import pathways
from monitor.pages.ons_profiel.parts import Part
from monitor.scholen.register import School
from monitor.sections.ons_profiel import pupils
from monitor.store.store import Store


def part(store: Store, viewer: Viewer, one: School) -> Part:
    """With the deelname of its samenwerkingsverband, in which its pupils are counted."""
    sections = [*pupils.make(store, viewer, one), *pathways.deelname(store, viewer, one)]
    found = pathways.of_sections(store, "leerlingen", sections)
    if words := pupils.nothing(store, viewer, one):
        # Of no pupil there is no first sentence; of so and vso together it would be half of it.
        return replace(found, sentence=words, is_kept=True)
    return found
