"""Nothing that was acknowledged is ever lost, nothing is kept twice, and a save opens no store."""

import datetime as dt
import itertools
import random
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import sqlalchemy as sa
from helpers.postgres import run_elsewhere
from hypothesis import given
from hypothesis import strategies as st

from monitor.errors import MonitorError
from monitor.rounds import rondes
from monitor.rounds.kept_answers import Kept, current, history, unseen
from monitor.rounds.saving import Refused, Save, Saved, Writer
from monitor.rounds.tables import antwoord
from monitor.rounds.vragenlijst.conditions import Place
from monitor.store.journal import Journal
from tests.rounds.test_rondes import CONSULTANT, SOON, opened


PLACE = Place("", "bo-12")
NOW = dt.datetime.now(dt.UTC)
numbers = itertools.count()


@pytest.fixture
def writer(book: Journal) -> Iterator[Writer]:
    one = Writer(book)
    yield one
    one.close()


def save(ronde: int, who: int, value: Any = "ja", **more: Any) -> Save:
    usual: dict[str, Any] = {
        "place": PLACE, "betekenis": 1, "staat": "gegeven", "gezien": None, "wie": "jansen",
        "kaartje": f"kaartje-{next(numbers):012d}", "geopend": NOW,
    }  # fmt: skip
    return Save(ronde=ronde, deelnemer=who, waarde=value, **usual | more)


def asked(book: Journal, *schools: str) -> tuple[int, list[int]]:
    number = opened(book, *schools)
    return number, [one.nummer for one in rondes.deelnemers(book, CONSULTANT, number)]


@pytest.mark.parametrize(
    "value", ["ja", 12, 12.5, ["angst", "gedrag"], {"titel": "SOP", "plaats": "kast"}, "🙂 ‘é’\nx"]
)
def test_an_answer_is_kept_as_it_was_given(book: Journal, writer: Writer, value: Any) -> None:
    ronde, (who, other) = asked(book)

    done = writer.save(save(ronde, who, value))

    kept = current(history(book, who))[PLACE]
    assert (kept.nummer, kept.waarde, kept.wie) == (done.nummer, value, "jansen")
    assert done.other is None
    assert history(book, other) == {}
    assert book.version() == 0, "a raise would make every process reopen the store"


def test_instead_of_a_value_and_taken_away(book: Journal, writer: Writer) -> None:
    ronde, (who, _) = asked(book)
    first = writer.save(save(ronde, who, None, staat="weet-niet"))
    assert current(history(book, who))[PLACE].answer is not None

    writer.save(save(ronde, who, None, staat="gewist", gezien=first.nummer))

    assert current(history(book, who)) == {}
    assert len(history(book, who)[PLACE]) == 2, "taking away is a row"


def test_the_same_kaartje_twice_is_one_row(book: Journal, writer: Writer) -> None:
    """A retry, a double click, the back button; also when both come in one group."""
    ronde, (who, other) = asked(book)
    one = save(ronde, who)

    futures = [writer.begin(one) for _ in range(5)]
    results = {future.result(20) for future in futures} | {writer.save(one)}

    assert len({saved.nummer for saved in results}) == 1
    assert len(history(book, who)[PLACE]) == 1
    for stolen in (
        save(ronde, who, "nee", kaartje=one.kaartje),
        save(ronde, other, kaartje=one.kaartje),
        save(ronde, who, place=Place("", "bo-13"), kaartje=one.kaartje),
    ):
        with pytest.raises(Refused, match="al gebruikt"):
            writer.save(stolen)


def test_two_people_who_did_not_see_each_other(book: Journal, writer: Writer) -> None:
    ronde, (who, _) = asked(book)
    first = writer.save(save(ronde, who, "ja", wie="jansen"))

    second = writer.save(save(ronde, who, "deels", wie="de boer"))

    assert second.other is not None
    assert (second.other.nummer, second.other.waarde) == (first.nummer, "ja")
    assert current(history(book, who))[PLACE].waarde == "deels", "the later one counts"
    # One of them chooses, and has seen the last row.
    chosen = writer.save(save(ronde, who, "ja", wie="jansen", gezien=second.nummer))
    assert chosen.other is None
    assert unseen(history(book, who)[PLACE]) is None
    assert len(history(book, who)[PLACE]) == 3


@pytest.mark.parametrize(
    ("rows", "pair", "why"),
    [
        ([("a", "ja", None), ("b", "ja", None)], None, "they agree"),
        ([("a", "ja", None), ("a", "nee", None)], None, "the same person types on"),
        ([("a", "ja", None), ("b", "nee", 1)], None, "he saw it"),
        ([("a", "ja", None), ("b", "nee", None)], 1, "he did not"),
        ([("a", "ja", None), ("b", "nee", 1), ("a", "ja", 1)], 2, "typed on, and did not see b"),
        (
            [("a", "nee", None), ("b", "ja", None), ("c", "ja", None)],
            1,
            "c agrees with b; a stands",
        ),
        ([("a", "nee", None), ("b", "ja", 1), ("c", "ja", None)], None, "b had settled it with a"),
    ],
)
def test_which_pair_is_open(
    rows: list[tuple[str, str, int | None]], pair: int | None, why: str
) -> None:
    kept = [
        Kept(at, PLACE, 1, "gegeven", value, "getypt", None, seen, "", False, who, NOW)
        for at, (who, value, seen) in enumerate(rows, 1)
    ]

    found = unseen(kept)

    assert (found.nummer if found else None) == pair, why


def test_what_a_ronde_does_not_take(book: Journal, writer: Writer) -> None:
    ronde, (who, gone) = asked(book)
    lijst = rondes.deelnemers(book, CONSULTANT, ronde)[0].vragenlijst
    rondes.change_who(book, CONSULTANT, ronde, "vestiging", "99AB00", lijst, False, "gesloten")

    for wrong in (save(ronde, gone), save(ronde, 999), save(ronde + 1, who)):
        with pytest.raises(Refused, match="hoort niet bij"):
            writer.save(wrong)
    rondes.close(book, CONSULTANT, ronde, "klaar")
    late = writer.save(save(ronde, who, geopend=NOW))
    after = save(ronde, who, geopend=dt.datetime.now(dt.UTC))
    with pytest.raises(Refused, match=r"sloot op .* Wat u typte staat hier nog"):
        writer.save(after)
    rondes.reopen(book, CONSULTANT, ronde, "vestiging", "99AA00", SOON, "een vergissing")

    assert late.te_laat
    assert writer.save(after).te_laat is False


@pytest.mark.parametrize(
    "wrong",
    [{"staat": "misschien"}, {"waarde": None}, {"kaartje": "kort"}, {"kaartje": "x" * 65},
     {"herkomst": "verzonnen"}, {"staat": "weet-niet"}],
)  # fmt: skip
def test_what_no_page_sends_never_reaches_the_others(book: Journal, writer: Writer, wrong: dict[str, Any]) -> None:  # fmt: skip
    with pytest.raises(ValueError, match=r"."):
        writer.begin(Save(**{**vars(save(1, 1)), **wrong}))


def test_one_bad_row_hurts_itself_only(book: Journal, writer: Writer) -> None:
    """What neither database takes, among answers that are right."""
    ronde, (who, _) = asked(book)
    saves = [save(ronde, who, str(at), place=Place("", f"vraag-{at}")) for at in range(8)]
    saves[3] = save(ronde, who, {"n": object()})

    futures = [writer.begin(one) for one in saves]
    outcomes = [future.exception(20) for future in futures]

    assert [at for at, error in enumerate(outcomes) if error] == [3]
    assert isinstance(outcomes[3], MonitorError)
    assert str(outcomes[3]).startswith("Niet bewaard")
    assert len(history(book, who)) == 7


def test_what_waits_is_saved_in_groups(book: Journal, writer: Writer) -> None:
    """While somebody else is writing they wait together, and go in few transactions."""
    ronde, (who, _) = asked(book)
    before = writer.groups
    with book.writing(0):
        futures = [
            writer.begin(save(ronde, who, "ja", place=Place("", f"vraag-{at}")))
            for at in range(150)
        ]
        time.sleep(0.2)

    assert all(isinstance(future.result(20), Saved) for future in futures)
    assert writer.groups - before <= 3
    assert len(history(book, who)) == 150


def test_at_the_end_the_queue_is_emptied(book: Journal) -> None:
    ronde, (who, _) = asked(book)
    writer = Writer(book)
    futures = [
        writer.begin(save(ronde, who, "ja", place=Place("", f"vraag-{at}"))) for at in range(300)
    ]

    writer.close()

    assert all(future.done() for future in futures)
    assert len(history(book, who)) == 300
    with pytest.raises(MonitorError, match="afgesloten"):
        writer.save(save(ronde, who))
    writer.close()


def test_many_people_at_once(book: Journal, writer: Writer) -> None:
    """Retries and all: each kaartje once, and the current answer is one that was sent last by somebody."""
    ronde, whos = asked(book, *(f"99{letter}A00" for letter in "ABCDEFGH"))
    dice = random.Random(3)
    plans = {
        who: [save(ronde, who, str(at), place=Place("", f"vraag-{at % 3}")) for at in range(12)]
        for who in whos
    }

    def type_(who: int) -> None:
        for one in plans[who]:
            for _ in range(1 + (dice.random() < 0.3)):
                writer.save(one)

    with ThreadPoolExecutor(len(whos)) as pool:
        list(pool.map(type_, whos))

    for who in whos:
        found = history(book, who)
        assert sorted(kept.waarde for rows in found.values() for kept in rows) == sorted(
            one.waarde for one in plans[who]
        )
        assert [found[Place("", f"vraag-{at}")][-1].waarde for at in range(3)] == ["9", "10", "11"]


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from(["ja", "nee"]), st.integers(0, 6)),
        min_size=1, max_size=6,
    )
)  # fmt: skip
def test_a_pair_is_of_two_people_who_differ_and_seeing_the_last_row_settles_it(
    steps: list[tuple[str, str, int]],
) -> None:
    rows = [
        Kept(at, PLACE, 1, "gegeven", value, "getypt", None, min(seen, at - 1) or None, "", False, who, NOW)
        for at, (who, value, seen) in enumerate(steps, 1)
    ]  # fmt: skip
    found = unseen(rows)
    if found is not None:
        assert (found.wie != rows[-1].wie, found.waarde != rows[-1].waarde) == (True, True)
    seen_all = rows[-1]._replace(nummer=len(rows) + 1, gezien=len(rows), wie="d", waarde="deels")

    assert unseen([*rows, seen_all]) is None


PROGRAM = """
import datetime as dt, sys, threading
from monitor.rounds.saving import Save, Writer
from monitor.rounds.vragenlijst.conditions import Place
from monitor.store.journal import Journal
url, name, ronde, who = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
writer = Writer(Journal(url))
def work(thread):
    at = 0
    while True:
        card = f"{name}-{thread}-{at:012d}"
        one = Save(ronde, who, Place("", f"vraag-{thread}"), 1, "gegeven", at, card, None, name,
                   dt.datetime.now(dt.UTC))
        sys.stdout.write(f"{card} {writer.save(one).nummer}\\n")
        sys.stdout.flush()
        at += 1
for thread in range(8):
    threading.Thread(target=work, args=(thread,)).start()
"""


def test_what_was_acknowledged_survives_a_kill_of_two_processes(
    journal_url: str, book: Journal
) -> None:
    ronde, (who, _) = asked(book)
    programs = [
        run_elsewhere(PROGRAM, journal_url, name, str(ronde), str(who)) for name in ("een", "twee")
    ]
    heard: list[str] = []

    def listen(at: int) -> None:
        stdout = programs[at].stdout
        assert stdout is not None
        heard.append("".join(stdout.readline() for _ in range(60)))

    listeners = [threading.Thread(target=listen, args=(at,)) for at in range(2)]
    for one in listeners:
        one.start()
    for one in listeners:
        one.join(60)
    for program in programs:
        program.send_signal(signal.SIGKILL)
    rest = [program.communicate()[0] for program in programs]
    # The last line of each may be cut off; lines of threads may stand on one.
    told = {
        words[0]: int(words[1])
        for text in [*heard, *(part[: part.rfind("\n") + 1] for part in rest)]
        for line in text.split("\n")
        if len(words := line.split()) == 2 and words[1].isdigit()
    }

    with book.reading() as connection:
        kept = dict(connection.execute(sa.select(antwoord.c.kaartje, antwoord.c.nummer)).all())  # type: ignore[arg-type]
    assert len(told) > 100
    assert {card: kept.get(card) for card in told} == told
    assert book.version() == 0
    book.refuse_damaged()
    Writer(book).close()  # and it goes on


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_the_database_refuses_to_change_an_answer(book: Journal, writer: Writer, verb: str) -> None:
    ronde, (who, _) = asked(book)
    writer.save(save(ronde, who))
    change = sa.delete(antwoord) if verb == "delete" else sa.update(antwoord).values(wie="x")

    with pytest.raises(sa.exc.DBAPIError, match="alleen toevoegen"), book.adding() as connection:
        connection.execute(change)
