"""Every section that the pages of the sample make, for who sees all and for who is protected."""

from functools import cache
from tempfile import TemporaryDirectory

import pytest
from streamlit.testing.v1 import AppTest

from monitor.access import Role, Viewer
from monitor.pages.pieces import show_section
from monitor.sections.section import Section
from monitor.store.store import Store


PAGES = {
    "overzicht": [{}],
    "deelname": [{}, {"cijfer": "deelname_vso_tlv"}],
    "verwijzingen": [{"onderdeel": part} for part in ("stroom", "herkomst", "doorlooptijd", "stand")],
    "thuiszitters": [{"onderdeel": part} for part in ("nu", "verloop", "duur", "definities")],
    "aanbod": [{"onderdeel": part} for part in ("overzicht", "jaren")],
    "wat_als": [{"onderdeel": part} for part in ("maken", "helpt")],
    "dekking": [{"onderdeel": part} for part in ("overzicht", "kaart", "waarom", "papier", "verloop", "normen")],
}  # fmt: skip
ROLES = (Role.DIRECTEUR, Role.GEMEENTE)


def viewer_of(role: Role) -> Viewer:
    return Viewer(role, frozenset({"VO9901"}))


@cache
def of_pages(store: Store) -> dict[str, list[Section]]:
    """role → every section that a page of it shows; made once per store."""
    found: dict[str, list[Section]] = {}
    shown: list[Section] = []
    real = show_section.show

    def noted(section: Section, *rest: object, **more: object) -> None:
        shown.append(section)
        real(section, *rest, **more)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        patch.setattr(show_section, "show", noted)
        # Wat als keeps scenarios in a journal.
        patch.setenv("DEKKEND_DATA", folder)
        for role in ROLES:
            for page, queries in PAGES.items():
                if role is Role.GEMEENTE and page in ("dekking", "wat_als"):
                    continue  # it has no such pages
                for query in queries:
                    run(page, store, viewer_of(role), query)
            if role is Role.DIRECTEUR:
                run("ons_profiel", store, viewer_of(role), {"school": "99AA00"})
            found[str(role)] = list(shown)
            shown.clear()
    return found


def run(page: str, store: Store, viewer: Viewer, query: dict[str, str]) -> None:
    at = AppTest.from_function(_page, args=(page, store, viewer), default_timeout=60)
    for name, value in query.items():
        at.query_params[name] = value
    at.run()
    if page == "ons_profiel":
        at.button(key="profiel_alles").click().run()  # a part is made when it is opened
    assert not at.exception, at.exception


def _page(module: str, store: object, who: object) -> None:
    from importlib import import_module

    import_module(f"monitor.pages.{module}").show(store, who)
