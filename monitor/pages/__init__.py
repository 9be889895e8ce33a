"""The pages: the menu, in the order in which it is shown, and who sees what."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from monitor.access import Role, Viewer
from monitor.indicators import catalogue, figures
from monitor.store import Store


ALL = frozenset(Role)
STAFF = frozenset({Role.DIRECTEUR, Role.CONSULTANT, Role.BEHEERDER})
Show = Callable[[Store, Viewer], None]


@dataclass(frozen=True)
class Page:
    """One page: module `monitor.pages.<name>` with a function `show(store, viewer)`."""

    name: str
    title: str
    icon: str
    roles: frozenset[Role]

    @property
    def show(self) -> Show:
        return import_module(f"monitor.pages.{self.name}").show  # type: ignore[no-any-return]


PAGES = (
    Page("overzicht", "Overzicht", ":material/home:", STAFF),
    Page("deelname", "Deelname", ":material/trending_up:", STAFF),
    Page("scholen", "Scholen", ":material/school:", ALL),
    Page("leveringen", "Leveringen", ":material/upload_file:", frozenset({Role.BEHEERDER})),
    Page("begrippen", "Begrippen", ":material/menu_book:", ALL),
)


def pages_for(viewer: Viewer) -> list[Page]:
    """The pages of a role, in the order of the menu."""
    return [page for page in PAGES if viewer.role in page.roles]


def warm(store: Store) -> None:
    """Import every page and compute what the first visitor would wait for."""
    for page in PAGES:
        _ = page.show
    viewer = Viewer(Role.BEHEERDER)
    for indicator in catalogue().values():
        for per in ("land", "swv"):
            figures(store, viewer, indicator, per)
