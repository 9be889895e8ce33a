"""A page is taken along as one PDF: all that it says, in the order in which it says it."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from streamlit.testing.v1 import AppTest

from monitor.access import Role, Viewer
from monitor.pages.pieces import whole_page
from monitor.reports import paper
from monitor.reports.report import Report
from monitor.store.store import Store


SWV = frozenset({"VO9901"})


def _framed(module: str, store: object, who: object) -> None:
    """As the frame shows a page, and what it offers below the menu."""
    from importlib import import_module

    from monitor.pages.pieces import whole_page
    from monitor.pages.pieces.visit import VISIT

    VISIT.set((store, who))  # type: ignore[arg-type]
    whole_page.begin()
    import_module(f"monitor.pages.{module}").show(store, who)
    whole_page.offer(store, who, module.capitalize(), module)  # type: ignore[arg-type]


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> dict[str, Callable[[], bytes]]:
    """The file that the button of a page offers, by its name."""
    offered: dict[str, Callable[[], bytes]] = {}
    monkeypatch.setattr(whole_page, "_button", lambda made, file: offered.update({file: made}))
    return offered


def _page(module: str, store: Store, who: Viewer, **query: str) -> AppTest:
    at = AppTest.from_function(_framed, args=(module, store, who), default_timeout=60)
    for name, value in query.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception, at.exception
    return at


@pytest.mark.parametrize(
    ("module", "role", "schools", "first", "last"),
    [
        # Its cards, goals and what changed are shown in forms of their own, and are in it all the same.
        ("overzicht", Role.DIRECTEUR, (), "kijken", "overzicht_gemeente"),
        # Who sees no exact numbers gets them in classes here too.
        ("deelname", Role.GEMEENTE, (), "", "deelname_nu"),
        # A school has a page of its own alone.
        ("ons_profiel", Role.SCHOOL, ("99AA00",), "", ""),
    ],
)
def test_it_holds_what_the_page_says(
    sample_store: Store, taken: dict[str, Callable[[], bytes]], monkeypatch: pytest.MonkeyPatch,
    module: str, role: Role, schools: tuple[str, ...], first: str, last: str,
) -> None:  # fmt: skip
    made: list[Report] = []
    real = paper.to_pdf
    monkeypatch.setattr(paper, "to_pdf", lambda one: made.append(one) or real(one))
    who = Viewer(role, SWV, vestigingen=frozenset(schools))

    at = _page(module, sample_store, who)
    if module == "ons_profiel":
        at.button(key="profiel_alles").click().run()  # a part is made when it is opened

    assert list(taken) == [f"{module}.pdf"]
    assert made == []  # nobody pressed yet
    with pikepdf.open(io.BytesIO(taken[f"{module}.pdf"]())) as pdf:
        assert len(pdf.pages) >= 2
    (report,) = made
    keys = [section.key for section in report.sections]
    assert not first or keys[0] == first
    assert not last or last in keys
    assert report.stamp.is_exact is (role is Role.DIRECTEUR)
    shown = {heading.value for heading in (*at.header, *at.subheader)}
    titles = {section.title for section in report.sections if section.title}
    assert shown & titles, "none of the headings of the page is in it"


def test_a_choice_of_the_visitor_is_in_it(
    sample_store: Store, taken: dict[str, Callable[[], bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Report] = []
    monkeypatch.setattr(paper, "to_pdf", lambda one: made.append(one) or b"")
    _page("overzicht", sample_store, Viewer(Role.DIRECTEUR, SWV), regio="gemeente:GM9904")
    taken["overzicht.pdf"]()

    said = " ".join(section.selection for section in made[0].sections)
    assert "gemeente Dravenburg" in said


def test_a_page_that_says_nothing_offers_nothing(
    sample_store: Store, taken: dict[str, Callable[[], bytes]]
) -> None:
    _page("begrippen", sample_store, Viewer(Role.DIRECTEUR, SWV))
    assert taken == {}
