"""Ronde: what a consultant reads of the ronde of the demonstration, and does with one of his own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from monitor.access import Role, Viewer
from monitor.rounds import rondes
from monitor.rounds.following import Staat, counted, find, follow
from monitor.rounds.states import Stap
from monitor.store.journal import journal
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions
from tests.pages.conftest import run_page


Words = Callable[[AppTest], str]
CONSULTANT = Viewer(Role.CONSULTANT, frozenset({"VO9901"}), wie="consultant")


@pytest.fixture
def folder(sample_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Without a ronde, to make one in."""
    monkeypatch.setenv("DEKKEND_DATA", str(sample_copy))
    return sample_copy


@pytest.fixture
def store(folder: Path) -> Store:
    return open_store(Versions(folder), whole=False)


@pytest.fixture
def demo(sample: Store, sample_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """With the ronde of the demonstration, to read."""
    monkeypatch.setenv("DEKKEND_DATA", str(sample_folder))
    return sample


def on(store: Store, **query: str) -> AppTest:
    return run_page("ronde", store, CONSULTANT, **query)


def test_a_ronde_is_made_and_followed(folder: Path, store: Store, words: Words) -> None:
    """From no ronde at all: the standard vragenlijst, opened as it is proposed; then the steps."""
    at = on(store)
    said = words(at)
    assert "Er is nog geen ronde" in said
    assert "43 scholen" in said
    assert "Rivierkracht Vmbo (tot 2023)" in said, "who is not asked, and why"

    next(b for b in at.button if b.label == "Open de ronde").click().run()

    assert not at.exception
    book = journal(folder)
    one = find(book)
    assert one is not None
    assert one.stand.stap is Stap.OPEN
    verloop = follow(book, one.nummer)
    assert counted(verloop.of("vestiging")) == (43, 0, 0, 43)
    assert "Deze ronde heeft nog geen antwoorden. Zij is open sinds vandaag." in words(at)

    rondes.leave_alone(book, CONSULTANT, one.nummer, "vestiging", "99AA00", "belde af")
    rondes.change_who(book, CONSULTANT, one.nummer, "vestiging", "99AB00",
                      verloop.deelnames[0].deelnemer.vragenlijst, False, "gefuseerd")  # fmt: skip
    by_code = {d.deelnemer.eenheid: d for d in follow(book, one.nummer).deelnames}
    assert by_code["99AA00"].staat is Staat.ANTWOORDT_NIET
    assert by_code["99AB00"].staat is Staat.ERAF
    assert counted(by_code.values()) == (42, 0, 0, 42)


def test_what_is_said_of_the_demonstration(demo: Store, words: Words) -> None:
    said = words(on(demo))

    assert "38 van de 43 scholen hebben ingeleverd; 3 zijn halverwege en 2 hebben niets" in said
    assert "Nog 12 dagen." in said
    assert "ontbreken er 2 van 7, bij geen ander bestuur meer dan 1" in said
    assert "basisondersteuning 70,4–84,8 % en 1.001–1.027 plaatsen" in said


@pytest.mark.parametrize(
    ("part", "says"),
    [
        ("cijfers", "Er wordt niets geschat of gewogen"),
        ("missen", "Twee jaar niets gehoord: van De Zandlichter en Vmbo De Egelskop"),
        ("doen", "Verleng voor iedereen"),
        ("maken", "43 scholen"),
    ],
)
def test_parts_of_the_page(demo: Store, words: Words, part: str, says: str) -> None:
    at = on(demo, onderdeel=part, streef="80")

    assert not at.error
    assert says in words(at)


def test_a_file_that_is_not_right_says_all_that_is_wrong(
    folder: Path, store: Store, words: Words
) -> None:
    own = folder / "vragenlijsten"
    own.mkdir(exist_ok=True)
    (own / "kapot.toml").write_text(
        'code = "x"\nversie = "1"\ntitel = ""\nvoor = "school"\n', "utf-8"
    )

    at = on(store, onderdeel="maken", vragenlijst="eigen-kapot.toml")

    said = words(at)
    assert "kapot.toml is niet goed" in said
    assert said.count("- kapot") >= 3, said
    assert not [b for b in at.button if b.label == "Open de ronde"]
