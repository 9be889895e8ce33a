"""The pages: the menu, in the order in which it is shown, and who sees what."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from monitor import schools
from monitor.access import Role, Viewer
from monitor.store import Store


ALL = frozenset(Role)
STAFF = frozenset({Role.DIRECTEUR, Role.CONSULTANT, Role.BEHEERDER})
EXACT = frozenset({Role.DIRECTEUR, Role.BEHEERDER})
"""Who sees exact figures: from a few scenarios side by side a hidden number can be worked out."""
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
    Page("overzicht", "Overzicht", ":material/home:", STAFF),
    Page("dekking", "Dekking", ":material/join_inner:", STAFF),
    Page("wat_als", "Wat als", ":material/tune:", EXACT),
    Page("deelname", "Deelname", ":material/trending_up:", STAFF),
    Page("verwijzingen", "Verwijzingen", ":material/alt_route:", STAFF),
    Page("thuiszitters", "Thuiszitters", ":material/home_work:", STAFF),
    Page("mijn_school", "Mijn school", ":material/home:", frozenset({Role.SCHOOL}), True, "school"),
    Page("aanbod", "Aanbod", ":material/inventory_2:", ALL),
    Page("scholen", "Scholen", ":material/school:", ALL),
    # One school: reached from Scholen and by its address, /school?school=CODE.
    Page("school", "School", ":material/school:", ALL, in_menu=False),
    Page("leveringen", "Leveringen", ":material/upload_file:", frozenset({Role.BEHEERDER})),
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
    schools.search(schools.schools(store), "alles")
