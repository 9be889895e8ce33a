"""The pages: the menu, in the order in which it is shown, and who sees what."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from monitor.access import ALWAYS_EXACT, STAFF, Role, Viewer
from monitor.scholen import register
from monitor.store.store import Store


ALL = frozenset(Role)
EXACT = ALWAYS_EXACT
"""From a few scenarios side by side a hidden number can be worked out."""
REGION = STAFF | {Role.GEMEENTE}
"""Who looks at the samenwerkingsverband as a whole and its regions."""
BUT_SCHOOL = REGION | {Role.BESTUUR}
"""Everybody but a school: of regions, or of the whole with the own schools in it."""
SCHOOLS = ALL - {Role.GEMEENTE}
"""Who may see figures of a school, be it only the own."""
MAKES = ALL - {Role.BEHEERDER}
"""Who takes figures along for somebody; a school and a bestuur their own."""
OF_SCHOOL = frozenset({Role.SCHOOL, Role.BESTUUR})
"""Who speaks for schools."""
Show = Callable[[Store, Viewer], None]


@dataclass(frozen=True)
class Page:
    """One page: a module in this folder with a function `show(store, viewer)`."""

    name: str
    """Its address, and its module unless `module` says otherwise."""
    title: str
    icon: str
    roles: frozenset[Role]
    in_menu: bool = True
    module: str = ""

    @property
    def show(self) -> Show:
        module = import_module(f"monitor.pages.{self.module or self.name}")
        return module.show


PAGES = (
    # First, for it is where a school or bestuur starts.
    Page("ons_profiel", "Ons profiel", ":material/fact_check:", OF_SCHOOL),
    Page("overzicht", "Overzicht", ":material/home:", REGION),
    Page("dekking", "Dekking", ":material/join_inner:", STAFF),
    Page("wat_als", "Wat als", ":material/tune:", EXACT),
    Page("deelname", "Deelname", ":material/trending_up:", BUT_SCHOOL),
    Page("verwijzingen", "Verwijzingen", ":material/alt_route:", BUT_SCHOOL),
    Page("thuiszitters", "Thuiszitters", ":material/home_work:", BUT_SCHOOL),
    Page("aanbod", "Aanbod", ":material/inventory_2:", ALL),
    Page("scholen", "Scholen", ":material/school:", SCHOOLS),
    # One school: reached from Scholen and by its address, /school?school=CODE.
    Page("school", "School", ":material/school:", SCHOOLS, in_menu=False, module="ons_profiel"),
    Page("rapporten", "Rapporten", ":material/description:", MAKES),
    Page("ronde", "Ronde", ":material/assignment:", STAFF),
    Page("correcties", "Correcties", ":material/rate_review:", STAFF),
    Page("leveringen", "Leveringen", ":material/upload_file:", frozenset({Role.BEHEERDER})),
    Page("beheer", "Beheer", ":material/admin_panel_settings:", frozenset({Role.BEHEERDER})),
    Page("begrippen", "Begrippen", ":material/menu_book:", ALL),
)


def pages_for(viewer: Viewer) -> list[Page]:
    """The pages of a role, in the order of the menu; the first is where it starts."""
    return [page for page in PAGES if viewer.role in page.roles]


def import_all() -> None:
    """Import every page, and what it needs."""
    for page in PAGES:
        _ = page.show


def warm(store: Store) -> None:
    """Compute what the first visitor would wait for."""
    register.search(register.schools(store), "alles")
