"""The journal: what people typed in stays, whoever writes at the same time and whatever crashes."""

import datetime as dt
import math
import os
import signal
import sqlite3
import threading
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa
from helpers.postgres import Cluster, busy, run_elsewhere

from monitor.errors import MonitorError, NotFound, Overtaken
from monitor.store.journal import FILE, URL, Journal, journal, metadata
from monitor.store.journal.engine import stand


INHOUD = {"naam": "Proef", "wijzigingen": [{"soort": "sluit", "arrangementscode": "A"}]}


def except_(book: Journal, **values: object) -> int:
    ordinary: dict[str, object] = {
        "max_km": 20.0, "waarom": "geen bus", "wie": "de beheerder", "tot": None,
        "postcode4": "1001",
    }  # fmt: skip
    return book.add_exception("VO0101", **ordinary | values)  # type: ignore[arg-type]


# -------------------------------------------------------------------------------- exceptions


def test_an_exception_is_kept_as_it_was_typed_in(book: Journal) -> None:
    number = except_(book, waarom="  geen bus ", tot=dt.date(2099, 7, 31), niveau="havo")

    (kept,) = book.exceptions("VO0101")

    assert (kept.nummer, kept.swv, kept.max_km, kept.waarom) == (number, "VO0101", 20, "geen bus")
    assert (kept.postcode4, kept.niveau, kept.gemeente) == ("1001", "havo", None)
    assert (kept.vanaf, kept.tot) == (dt.date.today(), dt.date(2099, 7, 31))
    assert dt.datetime.now(dt.UTC) - kept.wanneer < dt.timedelta(minutes=1)


@pytest.mark.parametrize(
    ("day", "holds", "why"),
    [
        (dt.date(2025, 8, 31), False, "not yet"),
        (dt.date(2025, 9, 1), True, "its first day"),
        (dt.date(2025, 9, 30), True, "its last day"),
        (dt.date(2025, 10, 1), False, "over"),
    ],
)
def test_an_exception_holds_from_its_first_day_to_its_last(
    book: Journal, day: dt.date, holds: bool, why: str
) -> None:
    except_(book, vanaf=dt.date(2025, 9, 1), tot=dt.date(2025, 9, 30))

    assert book.exceptions()[0].holds_on(day) is holds, why


def test_an_exception_that_was_ended_stays_to_be_seen(book: Journal) -> None:
    number = except_(book)

    book.end_exception(number, "de directeur")

    (kept,) = book.exceptions()
    assert kept.ingetrokken is not None
    assert not kept.holds_on(dt.date.today())
    with pytest.raises(NotFound, match="al ingetrokken"):
        book.end_exception(number, "de directeur")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"waarom": "  "}, "Schrijf op waarom"),
        ({"tot": dt.date(2020, 1, 1)}, "voor de eerste"),
        ({"max_km": 0.0}, "meer dan 0 en"),
        ({"max_km": -1.0}, "meer dan 0 en"),
        # SQLite keeps it as nothing, and nothing lifts the norm.
        ({"max_km": math.nan}, "meer dan 0 en"),
        ({"max_km": math.inf}, "hoogstens 500"),
    ],
    ids=str,
)
def test_an_exception_that_cannot_be_is_refused(
    book: Journal, values: dict[str, object], said: str
) -> None:
    with pytest.raises(MonitorError, match=said):
        except_(book, **values)
    assert book.exceptions() == []
    assert book.version() == 0


def test_exceptions_are_of_one_samenwerkingsverband(book: Journal) -> None:
    except_(book)
    book.add_exception("VO0202", max_km=None, waarom="w", wie="x", tot=None)

    assert [one.swv for one in book.exceptions()] == ["VO0101", "VO0202"]
    assert [one.swv for one in book.exceptions("VO0202")] == ["VO0202"]


def test_the_version_rises_with_what_figures_depend_on_and_with_nothing_else(
    book: Journal,
) -> None:
    number = except_(book)
    assert book.version() == 1
    book.end_exception(number, "x")
    assert book.version() == 2
    code = book.keep_scenario("VO0101", "Proef", INHOUD, "x")
    book.throw_away(code, "VO0101", "x")
    assert book.version() == 2, "a scenario changes no figure"


# --------------------------------------------------------------------------------- scenarios


def test_a_scenario_is_found_by_its_code(book: Journal) -> None:
    code = book.keep_scenario("VO0101", " Proef ", INHOUD, "de directeur")

    kept = book.scenario(code, "VO0101")

    assert kept is not None
    assert (kept.naam, kept.inhoud, kept.wie) == ("Proef", INHOUD, "de directeur")
    assert len(code) >= 10, "not to be guessed"


def test_keeping_again_is_a_new_version_under_the_same_code(book: Journal) -> None:
    code = book.keep_scenario("VO0101", "Proef", INHOUD, "x")
    first = book.scenario(code, "VO0101")
    assert first is not None

    assert book.keep_scenario("VO0101", "Beter", {}, "y", code, first.nummer) == code

    assert [(one.naam, one.inhoud) for one in book.scenarios("VO0101")] == [("Beter", {})]
    with pytest.raises(Overtaken):
        book.keep_scenario("VO0101", "Ouder", INHOUD, "x", code, first.nummer)
    kept = book.scenario(code, "VO0101")
    assert kept is not None
    assert kept.naam == "Beter", "the older one did not go over the newer one"
    book.keep_scenario("VO0101", "Toch", INHOUD, "x", code)
    assert [one.naam for one in book.scenarios("VO0101")] == ["Toch"]


def test_a_scenario_of_another_samenwerkingsverband_is_not_there(book: Journal) -> None:
    code = book.keep_scenario("VO0101", "Proef", INHOUD, "x")

    assert book.scenario(code, "VO0202") is None
    assert book.scenarios("VO0202") == []
    with pytest.raises(NotFound):
        book.keep_scenario("VO0202", "Mijn", {}, "y", code)
    with pytest.raises(NotFound):
        book.throw_away(code, "VO0202", "y")
    assert book.scenario(code, "VO0101") is not None


def test_what_was_thrown_away_is_away_and_cannot_be_kept_over(book: Journal) -> None:
    code = book.keep_scenario("VO0101", "Proef", INHOUD, "x")
    other = book.keep_scenario("VO0101", "Ander", INHOUD, "x")

    book.throw_away(code, "VO0101", "x")

    assert [one.code for one in book.scenarios("VO0101")] == [other]
    with pytest.raises(NotFound):
        book.throw_away(code, "VO0101", "x")
    with pytest.raises(NotFound):
        book.keep_scenario("VO0101", "Proef", INHOUD, "x", code)


def test_a_scenario_without_a_name_is_refused(book: Journal) -> None:
    with pytest.raises(MonitorError, match="een naam"):
        book.keep_scenario("VO0101", "  ", INHOUD, "x")


# --------------------------------------------------------------- several at once, and crashes


def test_threads_lose_nothing(book: Journal) -> None:
    def write(who: int) -> None:
        for _ in range(10):
            except_(book, wie=f"lezer {who}")

    threads = [threading.Thread(target=write, args=(who,)) for who in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(book.exceptions()) == 40
    assert book.version() == 40


TEN = """
import sys
from monitor.store.journal import Journal
book = Journal(sys.argv[1])
for _ in range(10):
    book.add_exception("VO0101", max_km=1.0, waarom="w", wie="x", tot=None)
    book.keep_scenario("VO0101", "Proef", {}, "x")
"""


def test_processes_lose_nothing(journal_url: str, book: Journal) -> None:
    writers = [run_elsewhere(TEN, journal_url) for _ in range(2)]
    for writer in writers:
        writer.communicate()

    assert [writer.returncode for writer in writers] == [0, 0]
    assert len(book.exceptions()) == 20
    assert len(book.scenarios("VO0101")) == 20
    assert book.version() == 20


def test_a_reader_goes_on_while_somebody_writes(journal_url: str, book: Journal) -> None:
    except_(book)
    with busy(journal_url) as writer:
        writer.exec_driver_sql("update stand set nummer = 99")
        assert book.version() == 1
        assert len(book.exceptions()) == 1
        writer.rollback()


@contextmanager
def seen_to_wait(many: int) -> Iterator[Callable[[], None]]:
    """What waits until so many threads ask for the lock of who writes: the row of the version."""
    there = threading.Semaphore(0)

    def asks(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lower().startswith("update stand") and (
            threading.current_thread() is not threading.main_thread()
        ):
            there.release()

    def wait() -> None:
        for _ in range(many):
            assert there.acquire(timeout=60), "nobody came to write"

    sa.event.listen(sa.Engine, "before_cursor_execute", asks)
    try:
        yield wait
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", asks)


def test_of_two_who_keep_the_same_scenario_at_once_one_is_told(
    journal_url: str, book: Journal
) -> None:
    """Both made it from the first version; the second may not write over the first unseen."""
    code = book.keep_scenario("VO0101", "Proef", INHOUD, "x")
    seen = book.scenarios("VO0101")[0].nummer
    said: list[str] = []

    def keep(who: str) -> None:
        try:
            book.keep_scenario("VO0101", who, {}, who, code, seen)
        except Overtaken:
            said.append("ingehaald")
        else:
            said.append("bewaard")

    # Both wait for the same lock, so that neither has written when the other starts.
    with busy(journal_url) as writer, seen_to_wait(3) as wait:
        threads = [threading.Thread(target=keep, args=(who,)) for who in ("a", "b", "c")]
        for thread in threads:
            thread.start()
        wait()
        writer.rollback()
        for thread in threads:
            thread.join()

    assert sorted(said) == ["bewaard", "ingehaald", "ingehaald"]


def test_what_is_thrown_away_while_somebody_keeps_it_stays_away(
    journal_url: str, book: Journal
) -> None:
    code = book.keep_scenario("VO0101", "Proef", INHOUD, "x")
    said: list[type[Exception]] = []

    def keep() -> None:
        try:
            book.keep_scenario("VO0101", "Toch", {}, "y", code)
        except MonitorError as error:
            said.append(type(error))

    with busy(journal_url) as writer, seen_to_wait(1) as wait:
        keeper = threading.Thread(target=keep)
        keeper.start()
        wait()
        writer.exec_driver_sql(
            "insert into scenario (code, swv, naam, inhoud, wie, wanneer, weg) "
            "select code, swv, naam, inhoud, wie, wanneer, true from scenario"
        )
        writer.commit()
        keeper.join()

    assert said == [NotFound]
    assert book.scenarios("VO0101") == []


WRITER = """
import sys
from monitor.store.journal import Journal
book = Journal(sys.argv[1])
while True:
    print(book.add_exception("VO0101", max_km=1.0, waarom="w", wie="x", tot=None), flush=True)
"""


def test_what_was_acknowledged_survives_a_kill(journal_url: str, book: Journal) -> None:
    process = run_elsewhere(WRITER, journal_url)
    assert process.stdout is not None
    first = "".join(process.stdout.readline() for _ in range(5))  # and it goes on
    process.send_signal(signal.SIGKILL)
    rest = process.communicate()[0]
    # The last line may be cut off.
    told = [int(line) for line in (first + rest).split("\n")[:-1] if line]

    numbers = [one.nummer for one in book.exceptions()]
    assert len(told) > 1
    assert set(told) <= set(numbers)
    assert book.version() == len(numbers), "a transaction is whole or it is not"
    except_(book)


def test_who_start_at_once_make_one_journal(fresh_url: str) -> None:
    """The tables, the way of writing and the row of the version are made by one of them. Each has
    connections and locks of its own, as processes have."""
    ready = threading.Barrier(6)

    def begin(_: int) -> str:
        ready.wait(timeout=30)
        one = Journal(fresh_url)
        except_(one)
        one.close()
        return "begonnen"

    with ThreadPoolExecutor(6) as six:
        assert list(six.map(begin, range(6))) == ["begonnen"] * 6

    after = Journal(fresh_url)
    assert len(after.exceptions()) == after.version() == 6
    after.close()


def test_tables_that_are_declared_later_are_made_when_they_are_needed(fresh_url: str) -> None:
    book = Journal(fresh_url)
    later = sa.Table("later", metadata, sa.Column("een", sa.Integer, primary_key=True))
    try:
        with book.writing(0) as connection:
            connection.execute(sa.insert(later).values(een=1))
        with book.reading() as connection:
            assert connection.execute(sa.select(later.c.een)).scalars().all() == [1]
    finally:
        metadata.remove(later)
        book.close()


def test_a_transaction_that_fails_leaves_nothing(book: Journal) -> None:
    def fail() -> None:
        with book.writing() as connection:
            connection.execute(sa.update(stand).values(nummer=50))
            raise NotFound("weg")

    with pytest.raises(NotFound):
        fail()
    assert book.version() == 0


def test_what_is_typed_in_may_hold_anything(book: Journal) -> None:
    """PostgreSQL refuses a NUL, and half a letter; SQLite does not."""
    number = except_(book, waarom="bus\x00 rijdt\ud800 niet\nmeer", wie="é€😀")
    code = book.keep_scenario("VO0101", "a\x00b" + "c" * 500, {"tekst": "x\x00y ñ"}, "x")

    assert [(one.nummer, one.waarom, one.wie) for one in book.exceptions()] == [
        (number, "bus rijdt? niet\nmeer", "é€😀")
    ]
    kept = book.scenario(code, "VO0101")
    assert kept is not None
    assert (kept.naam, kept.inhoud) == ("ab" + "c" * 198, {"tekst": "x\x00y ñ"})
    with pytest.raises(NotFound):
        book.throw_away("x\x00y", "VO0101", "x")


# ------------------------------------------------------------------------------ where it lives


def test_it_is_a_file_in_wal_mode_in_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(URL, raising=False)
    folder = tmp_path / "nog niet" / "gegevens"

    except_(journal(folder))

    with closing(sqlite3.connect(folder / FILE)) as connection:
        assert connection.execute("pragma journal_mode").fetchone() == ("wal",)
        assert connection.execute("select count(*) from uitzondering").fetchone() == (1,)
    assert journal(folder) is journal(folder)


def test_the_environment_may_name_another_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(URL, f"sqlite:///{tmp_path / 'elders.sqlite'}")

    except_(journal(tmp_path / "gegevens"))

    assert (tmp_path / "elders.sqlite").is_file()
    assert not (tmp_path / "gegevens" / FILE).exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_the_file_is_for_its_owner_only(tmp_path: Path) -> None:
    old = tmp_path / FILE
    old.touch(0o644)

    for file in (old, tmp_path / "nieuw.sqlite"):
        except_(Journal(f"sqlite:///{file}"))

    assert {file.stat().st_mode & 0o777 for file in tmp_path.iterdir()} == {0o600}


def test_a_file_that_was_put_back_from_a_backup_is_read_at_once(tmp_path: Path) -> None:
    book, other = (Journal(f"sqlite:///{tmp_path / name}") for name in (FILE, "kopie.sqlite"))
    except_(book, waarom="nu")
    except_(other, waarom="toen")
    other.close()
    book.close()
    assert [one.waarom for one in book.exceptions()] == ["nu"]

    for beside in ("-wal", "-shm"):
        (tmp_path / f"{FILE}{beside}").unlink(missing_ok=True)
    (tmp_path / "kopie.sqlite").replace(tmp_path / FILE)

    assert [one.waarom for one in book.exceptions()] == ["toen"]


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://wie:zeergeheim@127.0.0.1:1/geen",  # nobody listens
        "postgres://wie:zeergeheim@/geen?host=/zeergeheim",
        "postgresql+psycopg://wie:zeergeheim@host:poort/geen",
        "mysql://wie:zeergeheim@host/geen",
        "wie:zeergeheim",
        "sqlite:////zeergeheim/is/er/niet.sqlite",
    ],
)
def test_a_secret_in_the_url_is_in_no_message(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(URL, url)

    with pytest.raises(MonitorError, match="niet te openen") as raised:
        journal(tmp_path)

    told = "".join(traceback.format_exception(raised.value))
    assert "zeergeheim" not in told


def test_a_database_that_went_away_says_so_and_comes_back(postgres: Cluster) -> None:
    with postgres.database() as url:
        book = Journal(url)
    with pytest.raises(MonitorError, match="nu niet te bereiken") as raised:
        book.version()
    assert raised.value.__suppress_context__, "the driver may name what is secret"
    book.close()


def test_a_journal_that_cannot_be_opened_says_what_to_look_at(tmp_path: Path) -> None:
    with pytest.raises(MonitorError, match=URL):
        Journal(f"sqlite:///{tmp_path / 'is' / 'er' / 'niet' / 'x.sqlite'}")
    (tmp_path / "kapot.sqlite").write_bytes(b"dit is geen database" * 100)
    # D5: it was called "niet te openen", which does not say what helps.
    with pytest.raises(MonitorError, match=r"kapot\.sqlite\) is beschadigd.*dekkend terugzetten"):
        Journal(f"sqlite:///{tmp_path / 'kapot.sqlite'}")
