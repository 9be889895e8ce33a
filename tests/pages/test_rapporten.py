"""Rapporten: what each role can make for whom, what it says now, and what comes out of a button."""

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from monitor.access import Role, Viewer, audit
from monitor.errors import MonitorError
from monitor.pages.rapporten import checking, files, for_all
from monitor.reports import making
from monitor.reports.for_all import Making
from monitor.reports.making import Order
from monitor.reports.rendering import FORMS
from monitor.reports.verifying import Outcome, verdict
from monitor.store.journal import journal
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


Page = Callable[..., AppTest]
OWN = frozenset({"VO9901"})
DIRECTEUR = Viewer(Role.DIRECTEUR, OWN, wie="1")
CONSULTANT = Viewer(Role.CONSULTANT, OWN, wie="2")
SCHOOL = Viewer(Role.SCHOOL, OWN, frozenset({"99AA00"}), wie="3")
BESTUUR = Viewer(Role.BESTUUR, OWN, frozenset({"99AA00", "99AA01"}), frozenset({"99101"}), wie="4")
GEMEENTE = Viewer(Role.GEMEENTE, OWN, wie="5")


def options(at: AppTest, label: str) -> list[str]:
    return next(([*box.options] for box in at.selectbox if box.label == label), [])


def words(at: AppTest) -> str:
    return "\n".join(str(one.value) for one in [*at.markdown, *at.caption, *at.warning, *at.info])


@pytest.mark.parametrize(
    ("who", "packs", "readers"),
    [
        (DIRECTEUR, 8, ["de directeur", "de consultant", "een gemeente",
                        "de ondersteuningsplanraad", "de inspectie"]),
        # What is made for the directeur holds exact counts: those are not his to give.
        (CONSULTANT, 8, ["de consultant", "een gemeente", "de ondersteuningsplanraad", "de inspectie"]),
        (BESTUUR, 2, []),  # its own, and a profile of one of its schools
        (SCHOOL, 1, []),
        (GEMEENTE, 6, []),  # those of the whole, for itself
    ],
    ids=["directeur", "consultant", "bestuur", "school", "gemeente"],
)  # fmt: skip
def test_what_each_role_can_make_and_for_whom(
    page: Page, sample_store: Store, who: Viewer, packs: int, readers: list[str]
) -> None:
    at = page("rapporten", sample_store, who)

    assert max(1, len(options(at, "Pakket"))) == packs
    assert options(at, "Voor wie") == readers
    assert "Wat erin staat" in [one.value for one in at.header]
    assert next(one.proto.label for one in at.get("download_button")) == "PDF"


def test_it_says_what_each_question_says_now(page: Page, sample_store: Store) -> None:
    """The same sentences as in the file."""
    at = page("rapporten", sample_store, DIRECTEUR, pakket="oogo", voor="gemeente", wie="GM9904")

    one = making.make(sample_store, Order("oogo", "gemeente", "VO9901", "GM9904"))
    said = words(at)
    for section in one.sections:
        assert section.question in said
        assert section.says.text.replace("\xa0", " ")[:40] in said.replace("\xa0", " ")
    assert "Kleine aantallen afgeschermd" in said
    assert one.stamp.audience in said


@pytest.mark.parametrize(
    ("who", "query"),
    [
        (CONSULTANT, {"pakket": "directeursrapport", "voor": "directeur"}),
        (SCHOOL, {"pakket": "schoolprofiel", "wie": "99BA00"}),  # of another bestuur
        (BESTUUR, {"pakket": "bestuur", "wie": "99102"}),
        (GEMEENTE, {"pakket": "directeursrapport", "voor": "directeur"}),
    ],
    ids=["consultant", "school", "bestuur", "gemeente"],
)
def test_an_address_gives_nobody_what_he_may_not_make(
    page: Page, sample_store: Store, who: Viewer, query: dict[str, str]
) -> None:
    """What is not among the choices is not taken from the address either."""
    at = page("rapporten", sample_store, who, **query)

    assert "de directeur" not in options(at, "Voor wie")
    assert "precieze aantallen" not in words(at).lower()
    for other in ("De Zandlichter", "Stichting De Vaarwimpel"):
        assert f"voor {other}" not in words(at)


def test_who_lost_his_right_since_the_page_was_made_gets_no_file(sample_store: Store) -> None:
    """The button asks again: the address of the page is no right."""
    order = Order("schoolprofiel", "school", "VO9901", "99BA00")
    with pytest.raises(MonitorError, match="uw eigen school"):
        files._make(sample_store, SCHOOL, order, "pdf")()


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_file_is_made_and_noted(sample_copy: Path, form: str) -> None:
    store = open_store(Versions(sample_copy), whole=False)
    order = Order("schoolprofiel", "school", "VO9901", "99AA00")

    content = files._make(store, SCHOOL, order, form)()

    assert content[:4] in {"pdf": b"%PDF", "html": b"<!do"}.get(form, b"PK\x03\x04")
    found = audit.search(journal(sample_copy), text="rapport schoolprofiel")
    assert "Wilgenrede College" in found[0].over
    assert form in found[0].over


def test_slides_are_in_the_template_of_the_samenwerkingsverband(sample_copy: Path) -> None:
    """And verified in it. One that may not be used is said, and no slides are made in another."""
    folder = sample_copy / "huisstijl"
    folder.mkdir()
    template = Presentation()  # 4:3, where ours is 16:9
    template.save(str(folder / "ons.pptx"))
    store = open_store(Versions(sample_copy), whole=False)
    order = Order("schoolprofiel", "school", "VO9901", "99AA00")

    content = files._make(store, SCHOOL, order, "pptx")()

    made = Presentation(io.BytesIO(content))
    assert (made.slide_width, made.slide_height) == (template.slide_width, template.slide_height)
    assert verdict(store, content, lambda version: None).outcome is Outcome.EQUAL

    (folder / "ons.pptx").write_bytes(b"geen presentatie")
    assert "kan niet gebruikt worden" in files._refused(store)
    with pytest.raises(MonitorError, match="kan niet gebruikt worden"):
        files._make(store, SCHOOL, order, "pptx")()


@pytest.mark.parametrize(
    ("who", "pack", "label"),
    [
        (DIRECTEUR, "schoolprofiel", "Maak voor alle 52 scholen"),
        (CONSULTANT, "schoolprofiel", "Maak voor alle 52 scholen"),
        (BESTUUR, "schoolprofiel", "Maak voor uw 2 scholen"),
        (SCHOOL, "schoolprofiel", ""),  # has one
        (GEMEENTE, "schoolprofiel", ""),  # makes none of a school
        (DIRECTEUR, "opr", ""),  # there is one ondersteuningsplanraad
    ],
    ids=["directeur", "consultant", "bestuur", "school", "gemeente", "another pack"],
)
def test_who_has_more_schools_makes_all_at_once(
    page: Page, sample_store: Store, who: Viewer, pack: str, label: str
) -> None:
    at = page("rapporten", sample_store, who, pakket=pack)

    assert [one.label for one in at.button if one.label.startswith("Maak voor")] == (
        [label] if label else []
    )


@pytest.mark.parametrize(
    ("done", "seconds", "said"),
    [
        (0, None, "0 van de 120"),
        (34, 8.2, "34 van de 120, nog ongeveer 8 seconden"),
        (119, 0.2, "119 van de 120, nog ongeveer 1 seconde"),
        (2, 240.0, "2 van de 120, nog ongeveer 4 minuten"),
    ],
)
def test_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, done: int, seconds: float | None, said: str
) -> None:
    made = Making(Order("schoolprofiel", "school"), ("pdf",), (), done=done, many=120)
    monkeypatch.setattr(Making, "seconds_left", seconds)

    assert for_all.words(made) == said


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_file_is_checked_in_the_words_of_the_command(sample_copy: Path, form: str) -> None:
    shutil.rmtree(sample_copy / "huisstijl", ignore_errors=True)  # of the test before
    store = open_store(Versions(sample_copy), whole=False)
    order = Order("schoolprofiel", "school", "VO9901", "99AA00")
    content = files._make(store, SCHOOL, order, form)()

    found = checking.judged(store, SCHOOL, content)
    assert found == verdict(store, content, lambda version: None)
    assert found.outcome is Outcome.EQUAL
    # Of another school than its own it hears nothing, also not what changed.
    other = Viewer(Role.SCHOOL, OWN, frozenset({"99BA00"}), wie="6")
    with pytest.raises(MonitorError, match="uw eigen school"):
        checking.judged(store, other, content)


def test_exact_counts_are_not_told_to_who_drops_the_file_of_another(sample_store: Store) -> None:
    content = FORMS["html"](
        making.make(sample_store, Order("directeursrapport", "directeur", "VO9901"))
    )
    for who in (CONSULTANT, BESTUUR, SCHOOL, GEMEENTE):
        with pytest.raises(MonitorError, match="U kunt geen rapport maken voor de directeur"):
            checking.judged(sample_store, who, content)


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7 half", b"PK\x03\x04 half", b"<!doctype html><p>van een ander"],
    ids=["empty", "pdf", "zip", "html"],
)
def test_what_is_none_of_ours_gets_a_sentence(sample_store: Store, content: bytes) -> None:
    assert checking.judged(sample_store, DIRECTEUR, content).outcome is Outcome.NOT_OURS


def test_on_nothing_it_says_what_will_come(page: Page, empty_store: Store) -> None:
    at = page("rapporten", empty_store, DIRECTEUR)

    assert "Er zijn nog geen gegevens." in words(at)
    assert not at.get("download_button")
