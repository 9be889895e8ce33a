"""Where the pupils of a school go: deelname of the region, verwijzingen, thuiszitters, support."""

from collections.abc import Sequence

from monitor.access import Viewer
from monitor.pages.ons_profiel.parts import Part
from monitor.pages.pieces import show_section
from monitor.scholen.profile import PARTS
from monitor.scholen.register import School
from monitor.sections.ons_profiel import pathways
from monitor.sections.section import Section
from monitor.store.store import Store
from monitor.values.safe_text import plain


def of_sections(store: Store, name: str, sections: Sequence[Section], without: str = "") -> Part:
    """The first sentence of the first section, all of them behind it; `without` where there is none."""

    def inside() -> None:
        for section in sections:
            show_section.show(section, store.settings.demo, is_sub=True, table="folded")

    sentence = f"**{plain(sections[0].says.text)}**" if sections else without
    paper = [one.table.printed for one in sections if one.table is not None]
    return Part(name, PARTS[name], sentence, inside, paper, is_kept=not sections)


def referrals(store: Store, viewer: Viewer, one: School) -> Part:
    return of_sections(
        store, "verwijzingen", _some(pathways.referrals(store, viewer, one)),
        "Van deze school is niet bekend hoeveel leerlingen nieuw naar het vso gingen.",
    )  # fmt: skip


def support(store: Store, viewer: Viewer, one: School) -> Part:
    return of_sections(
        store, "ondersteuning", _some(pathways.support(store, viewer, one)),
        "Van deze school is niet bekend hoeveel leerlingen een arrangement kregen.",
    )  # fmt: skip


def absence(store: Store, viewer: Viewer, one: School) -> Part:
    return of_sections(
        store, "thuiszitters", list(pathways.absence(store, viewer, one)),
        "Er zijn geen verzuimmeldingen geleverd waarin deze school voorkomt: hoeveel thuiszitters er "
        "zijn is **onbekend**.",
    )  # fmt: skip


def deelname(store: Store, viewer: Viewer, one: School) -> list[Section]:
    return _some(pathways.deelname(store, viewer, one))


def _some(section: Section | None) -> list[Section]:
    return [] if section is None else [section]
