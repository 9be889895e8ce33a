"""A pack for all behind the pages: who may, one at a time, stopped and gone on with, and what waits."""

import datetime as dt
import io
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from monitor.access import Role, Viewer, accounts, audit, roster
from monitor.access.rights import rights
from monitor.errors import MonitorError
from monitor.reports import bulk, for_all, ready
from monitor.reports.for_all import Making
from monitor.reports.making import Order
from monitor.store import waiting_files
from monitor.store.data_folder import DataFolder
from monitor.store.journal import journal
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


OWN = frozenset({"VO9901"})
DIRECTEUR = Viewer(Role.DIRECTEUR, OWN, wie="d@swv.nl")
ORDER = Order("schoolprofiel", "school", "VO9901")
SOME = ["99AA00", "99AA01", "99AB00"]
OF_BESTUUR = ("99AA00", "99AA01")
STOPS = Viewer(Role.DIRECTEUR, OWN, wie="stopt@swv.nl")
BESTUUR = Viewer(Role.BESTUUR, OWN, frozenset(OF_BESTUUR), frozenset({"99101"}), wie="bestuur")
OTHER = Viewer(Role.BESTUUR, OWN, frozenset({"99BA00"}), frozenset({"99102"}), wie="ander")
SCHOOL = Viewer(Role.SCHOOL, OWN, frozenset({"99AA00"}), wie="school")
GEMEENTE = Viewer(Role.GEMEENTE, OWN, wie="gemeente")
ELSEWHERE = Viewer(Role.DIRECTEUR, frozenset({"VO9902"}), wie="elders")


@pytest.fixture
def store(sample_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Three schools and one that no source names."""
    monkeypatch.setattr(bulk, "codes", lambda store, order: [*SOME, "99ZZ99"])
    opened = open_store(Versions(sample_copy), whole=False)
    waiting_files.remove_all(DataFolder(sample_copy))
    for_all.forget(sample_copy, "VO9901")
    yield opened
    assert not [one for one in threading.enumerate() if one.name.startswith("pakket voor")]


def ended(made: Making) -> Making:
    for thread in threading.enumerate():
        if thread.name.startswith("pakket voor"):
            thread.join(120)
    assert not made.is_going
    return made


def run(store: Store, viewer: Viewer, whom: tuple[str, ...] = (), *, again: bool = False) -> Making:
    return ended(for_all.start(store, viewer, ORDER, ["html"], whom, again=again))


def account(store: Store, email: str, role: Role) -> Viewer:
    assert store.folder is not None
    book = journal(store.folder)
    with book.writing(0) as connection:
        roster.create(connection, email, email, rights(role, OWN), "toets")
    made = accounts.by_email(book, email)
    assert made is not None
    return made.viewer


def test_it_waits_for_who_may_make_it(store: Store) -> None:
    made = run(store, DIRECTEUR)

    assert (made.error, made.done, made.many, list(made.failed)) == ("", 4, 4, ["99ZZ99"])
    for who in (BESTUUR, SCHOOL, GEMEENTE, ELSEWHERE):
        assert ready.listed(store, who, "VO9901") == [], who
    assert ready.listed(store, DIRECTEUR, "VO9902") == []
    (one,) = ready.listed(store, DIRECTEUR, "VO9901")
    assert "3 van de 4 scholen" in one.facts.what
    for who in (BESTUUR, SCHOOL, GEMEENTE, ELSEWHERE):
        with pytest.raises(MonitorError, match="staat niet meer klaar"):
            ready.fetch(store, who, one.id)
        with pytest.raises(MonitorError, match="staat niet meer klaar"):
            ready.discard(store, who, one.id)
    with zipfile.ZipFile(io.BytesIO(ready.fetch(store, DIRECTEUR, one.id))) as book:
        assert len(book.namelist()) == len(SOME) + 1
    assert store.folder is not None
    book_ = journal(store.folder)
    assert len(audit.search(book_, text="rapport schoolprofiel", who="d@swv.nl")) == len(SOME)
    assert len(audit.search(book_, text="opgehaald: schoolprofiel-VO9901.zip")) == 1
    # What was in hand is gone when it is whole.
    assert list((store.folder / waiting_files.UNFINISHED).iterdir()) == []

    ready.discard(store, DIRECTEUR, one.id)
    assert ready.listed(store, DIRECTEUR, "VO9901") == []


def test_a_bestuur_makes_and_has_those_of_its_own_schools(store: Store) -> None:
    run(store, BESTUUR, OF_BESTUUR)

    (one,) = ready.listed(store, BESTUUR, "VO9901")
    assert one.facts.scope == "99AA00 99AA01"
    assert ready.listed(store, OTHER, "VO9901") == ready.listed(store, SCHOOL, "VO9901") == []
    with zipfile.ZipFile(io.BytesIO(ready.fetch(store, BESTUUR, one.id))) as book:
        assert {name for name in book.namelist() if name != bulk.CONTENTS} == {
            f"schoolprofiel-school-{code}.html" for code in OF_BESTUUR
        }


@pytest.mark.parametrize(
    ("who", "whom"),
    [
        (BESTUUR, ()),  # all there are
        (BESTUUR, ("99AA00", "99BA00")),  # one of another's
        (SCHOOL, OF_BESTUUR),  # another school of the same bestuur
        (GEMEENTE, ()),
        (ELSEWHERE, ()),
    ],
    ids=["all", "of another", "school", "gemeente", "elsewhere"],
)
def test_who_may_not_begins_nothing(store: Store, who: Viewer, whom: tuple[str, ...]) -> None:
    with pytest.raises(MonitorError, match="U kunt dit pakket niet maken"):
        for_all.start(store, who, ORDER, ["html"], whom, again=False)

    assert store.folder is not None
    assert for_all.latest(store.folder, "VO9901") is None


def test_what_is_stopped_is_gone_on_with(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    told = Making.told

    def stop_after_one(self: Making, done: int, many: int) -> None:
        self.stop()
        told(self, done, many)

    with monkeypatch.context() as patch:
        patch.setattr(Making, "told", stop_after_one)
        made = run(store, STOPS)
    assert made.is_stopped
    assert ready.listed(store, DIRECTEUR, "VO9901") == []
    left = for_all.left(store, "schoolprofiel", "VO9901", ())
    assert left is not None
    assert 0 < left.done < len(SOME)
    assert (left.order, left.forms, left.version) == (ORDER, ("html",), store.version)
    # Another's is not his.
    assert for_all.left(store, "schoolprofiel", "VO9901", OF_BESTUUR) is None

    made = run(store, STOPS, again=True)

    assert not made.is_stopped
    assert len(ready.listed(store, DIRECTEUR, "VO9901")) == 1
    assert for_all.left(store, "schoolprofiel", "VO9901", ()) is None
    assert store.folder is not None
    noted = audit.search(journal(store.folder), text="rapport schoolprofiel", who="stopt@swv.nl")
    assert len(noted) == len(SOME)  # each once


def test_one_at_a_time(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    goes_on = threading.Event()

    def wait(store: Store, order: Order) -> list[str]:
        goes_on.wait(30)
        return SOME[:1]

    monkeypatch.setattr(bulk, "codes", wait)
    made = for_all.start(store, DIRECTEUR, ORDER, ["html"], (), again=False)
    try:
        with pytest.raises(MonitorError, match="al een pakket"):
            for_all.start(store, BESTUUR, ORDER, ["html"], OF_BESTUUR, again=False)
    finally:
        goes_on.set()
    ended(made)
    assert made.error == ""


def test_with_the_right_of_the_maker_goes_what_he_made(store: Store) -> None:
    maker = account(store, "weg@swv.nl", Role.CONSULTANT)
    stays = account(store, "blijft@swv.nl", Role.CONSULTANT)
    run(store, maker)
    assert len(ready.listed(store, stays, "VO9901")) == 1
    assert store.folder is not None
    book = journal(store.folder)
    by = Viewer(Role.BEHEERDER, frozenset({"*"}), wie="beheer@swv.nl")

    accounts.deactivate(book, by, accounts.by_email(book, "weg@swv.nl").nummer)  # type: ignore[union-attr]

    assert ready.listed(store, maker, "VO9901") == []
    assert ready.listed(store, stays, "VO9901") == []
    with pytest.raises(MonitorError, match="U kunt dit pakket niet maken"):
        for_all.start(store, maker, ORDER, ["html"], (), again=False)


def test_in_the_middle_too(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing leaves that is not his any more."""
    maker = account(store, "halverwege@swv.nl", Role.CONSULTANT)
    assert store.folder is not None
    book = journal(store.folder)
    by = Viewer(Role.BEHEERDER, frozenset({"*"}), wie="beheer@swv.nl")
    number = accounts.by_email(book, "halverwege@swv.nl").nummer  # type: ignore[union-attr]

    def off(store: Store, order: Order) -> list[str]:
        if accounts.account(book, number).actief:
            accounts.deactivate(book, by, number)
        return SOME

    monkeypatch.setattr(bulk, "codes", off)
    made = run(store, maker)

    assert made.error == for_all.NOT_MORE
    assert audit.search(book, text="rapport", who="halverwege@swv.nl") == []
    assert list((store.folder / waiting_files.FOLDER).glob("*")) == []


def test_what_was_stopped_goes_after_a_week_and_a_purge(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    now = dt.datetime.now(dt.UTC)
    kept: Callable[[int], Path] = lambda version: waiting_files.unfinished(
        folder, "VO9901", version, "alle"
    )
    other = waiting_files.unfinished(folder, "VO9901", 3, "abcd1234")
    first, second = kept(4), kept(5)
    assert (first.exists(), second.exists(), other.exists()) == (False, True, True)

    waiting_files.clean_up(folder, 4, now)  # what was purged is of before version 4
    assert (second.exists(), other.exists()) == (True, False)
    waiting_files.clean_up(folder, 4, now + dt.timedelta(days=8))
    assert not second.exists()


def test_how_long_it_takes_is_by_how_fast_it_went(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also of what goes on with what was stopped: that was made before."""
    clock = iter([100.0, 110.0, 110.0])
    monkeypatch.setattr(for_all.time, "monotonic", lambda: next(clock))
    made = Making(ORDER, ("pdf",), ())

    made.told(100, 120)
    assert made.seconds_left is None
    made.told(105, 120)

    assert made.seconds_left == 10 / 5 * 15
