"""The ronde of the demonstration and `dekkend ronde stand`, against the files of the sample data."""

import csv
import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from click.testing import CliRunner, Result

from monitor.commands import demo_ronde
from monitor.commands.demo_people import SWV
from monitor.commands.main import cli
from monitor.resources import SAMPLE_DATA
from monitor.rounds import beforehand, following, words
from monitor.rounds.following import Staat, Telling, Verloop
from monitor.rounds.from_store import askable, with_items
from monitor.rounds.registers import known_of
from monitor.rounds.states import Stap, end_of
from monitor.rounds.tables import antwoord, ronde
from monitor.rounds.vragenlijst.conditions import missing
from monitor.rounds.vragenlijst.standard import standard
from monitor.store.journal import URL, begin, journal, now
from monitor.store.store import Store
from monitor.store.versions import Versions
from monitor.values.moments import HERE


YEAR, BEFORE = "2025-2026", "2024-2025"
CLOSED = ("99CB00", "99CC00")


def rows(name: str, **equal: str) -> Iterator[dict[str, str]]:
    """Lines of a file of the sample data, read as text and nothing more."""
    with (SAMPLE_DATA / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            if all(row[column] == value for column, value in equal.items()):
                yield row


def asked() -> dict[str, str]:
    """Who is asked, with the bestuur: vo and pro, without the two that closed."""
    return {
        row["VESTIGINGSCODE"]: row["BESTUURSNUMMER"]
        for row in rows("vestigingen")
        if row["SCHOOLTYPE"] in ("vo", "pro") and row["VESTIGINGSCODE"] not in CLOSED
    }


@pytest.fixture(scope="module")
def verloop(sample_folder: Path) -> Verloop:
    book = journal(sample_folder)
    one = following.find(book)
    assert one is not None
    return following.follow(book, one.nummer)


def stand(folder: Path, *words_: str) -> Result:
    return CliRunner().invoke(cli, ["--data", str(folder), "ronde", "stand", *words_])


@pytest.fixture(scope="module")
def told(sample_folder: Path) -> dict[str, Any]:
    result = stand(sample_folder, "--format", "json")
    assert result.exit_code == 0, result.output
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


def test_the_counts_of_the_demonstration(told: dict[str, Any]) -> None:
    assert list(told) == [
        "ronde", "schooljaar", "stand", "sluit", "deelnemers", "ingeleverd", "begonnen", "niets",
        "overige", "grenzen",
    ]  # fmt: skip
    assert (told["schooljaar"], told["stand"], told["overige"]) == (YEAR, "open", {})
    assert [told[key] for key in Telling._fields] == [43, 38, 3, 2]
    assert told["sluit"][11:16] == "23:59"


def test_the_bounds_are_a_recount_of_the_files(told: dict[str, Any]) -> None:
    """Lists that were handed in from their file; the points of who is missing both ways."""
    schools = asked()
    said = list(rows("basisondersteuning", SCHOOLJAAR=YEAR))
    items = sorted({row["ITEM"] for row in said})
    silent = len(schools) - len({row["VESTIGINGSCODE"] for row in said})
    yes = Counter(row["ITEM"] for row in said if row["STATUS"] == "ja")
    unknown = Counter(row["ITEM"] for row in said if row["STATUS"] == "onbekend")
    arrangements = list(rows("arrangementen", SCHOOLJAAR=YEAR, STATUS="actief"))
    places = sum(int(row["PLAATSEN PRAKTIJK"]) for row in arrangements if row["PLAATSEN PRAKTIJK"])
    planned = sum(int(r["PLAATSEN PLAN"]) for r in arrangements if not r["PLAATSEN PRAKTIJK"])

    grenzen = told["grenzen"]

    def ends(code: str) -> tuple[object, ...]:
        return tuple(grenzen[code].values())

    most = yes.total() + unknown.total() + silent * len(items)
    assert (
        ends("basisondersteuning") == (yes.total(), most, 43 * 11, 43 * 11) == (333, 401, 473, 473)
    )
    for item in items:
        expected = (yes[item], yes[item] + unknown[item] + silent, 43, 43)
        assert ends(item.lower()) == expected, item
    assert ends("bo-12") == (18, 25, 43, 43)
    assert ends("plaatsen") == (places, places + planned, None, None) == (1001, 1027, None, None)


def test_who_answered_and_as_last_year(verloop: Verloop) -> None:
    """Of the three that began the list of a year before is known; the two others were silent too."""
    (grenzen,) = verloop.grenzen.values()
    one = next(grens for grens in grenzen if grens.code == "basisondersteuning")
    now_asked = {row["ITEM"] for row in rows("basisondersteuning", SCHOOLJAAR=YEAR)}
    last = Counter(
        row["STATUS"]
        for row in rows("basisondersteuning", SCHOOLJAAR=BEFORE)
        if row["VESTIGINGSCODE"] in (demo_ronde.BEGUN | demo_ronde.SILENT)
        and row["ITEM"] in now_asked
    )
    known = last.total() - last["onbekend"]

    assert one.gemeten == (333, 346, 418, 418)
    assert words.interval(one, one.gemeten) == "79,7–82,8\u00a0%"
    assert (known, last["ja"]) == (27, 24)
    assert one.als_vorig_jaar == (333 + last["ja"], 346 + last["ja"] + 55 - known, 473, 473)
    assert words.interval(one, one.als_vorig_jaar) == "75,5–84,1\u00a0%"
    assert words.interval(one, one.grenzen) == "70,4–84,8\u00a0%"
    assert words.counts(one, one.grenzen) == "333–401 van 473"


def test_per_bestuur_and_what_a_school_did(verloop: Verloop) -> None:
    besturen = asked()
    by_state = {one.deelnemer.eenheid: one for one in verloop.deelnames}
    done = Counter(
        besturen[code] for code, one in by_state.items() if one.staat is Staat.INGELEVERD
    )

    assert set(by_state) == set(besturen)
    assert {one: (done[one], of) for one, of in Counter(besturen.values()).items()} == {
        "99101": (7, 7), "99102": (7, 8), "99103": (6, 6), "99104": (7, 8), "99105": (5, 7),
        "99106": (6, 7),
    }  # fmt: skip
    assert {code: by_state[code].answered for code in demo_ronde.BEGUN} == dict.fromkeys(
        demo_ronde.BEGUN, 4
    )
    assert {by_state[code].staat for code in demo_ronde.SILENT} == {Staat.NIETS}


def test_what_was_handed_in_could_be_handed_in(verloop: Verloop, sample_folder: Path) -> None:
    """Nothing that must be answered is missing, and every answer is to a question that is asked."""
    (lijst,) = verloop.lijsten.values()
    book = journal(sample_folder)
    with book.reading() as connection:
        kept = following._answers(connection, verloop.deelnames[0].deelnemer.ronde)
    for one in verloop.deelnames:
        if one.staat is Staat.INGELEVERD:
            known = verloop.vooraf["vestiging", one.deelnemer.eenheid]
            lists = {deel: [row.code for row in rijen] for deel, rijen in known.rijen.items()}
            answers = {
                place: answer
                for place, row in kept[one.deelnemer.nummer].items()
                if (answer := row.answer)
            }
            assert missing(lijst, answers, lists) == [], one.deelnemer.eenheid
            assert one.answered == len(answers), one.deelnemer.eenheid


def test_most_is_said_again_with_a_click(sample_folder: Path) -> None:
    """288 of the 342 points that were on both lists are the same; the click has the day of the list
    and not of today."""
    with journal(sample_folder).reading() as connection:
        found = connection.execute(
            sa.select(antwoord.c.herkomst, antwoord.c.bewijs).where(
                antwoord.c.vraag.like("bo-%"), antwoord.c.staat == "gegeven"
            )
        ).all()
    clicks = [row.bewijs for row in found if row.herkomst == "klopt-nog"]

    assert len(clicks) == 288 - _unknown_twice() + 3 * demo_ronde.FEW
    assert set(clicks) == {"2024-10"}


def _unknown_twice() -> int:
    """Weet niet is no answer to say again."""
    before = {
        (row["VESTIGINGSCODE"], row["ITEM"]): row["STATUS"]
        for row in rows("basisondersteuning", SCHOOLJAAR=BEFORE)
    }
    both = [
        (row["STATUS"], before[row["VESTIGINGSCODE"], row["ITEM"]])
        for row in rows("basisondersteuning", SCHOOLJAAR=YEAR)
        if (row["VESTIGINGSCODE"], row["ITEM"]) in before
    ]
    assert len(both) == 342
    assert sum(now_ == then for now_, then in both) == 288
    return both.count(("onbekend", "onbekend"))


def test_it_opened_18_days_before_and_is_as_one_made_on_the_page(
    verloop: Verloop, sample: Store
) -> None:
    opened = verloop.steps[1]
    assert [step.stap for step in verloop.steps] == [Stap.CONCEPT, Stap.OPEN]
    assert opened.tot is not None
    day = opened.wanneer.astimezone(HERE).date()
    assert (opened.tot - day).days == 30
    asked_ = askable(sample, SWV, ("vo", "pro"))
    lijst = with_items(sample, standard()["dekkend-aanbod"]).vragenlijst

    assert {one.code for one in asked_.closed} == demo_ronde.CLOSED
    assert {one.code for one in asked_.open} == {d.deelnemer.eenheid for d in verloop.deelnames}
    assert list(verloop.lijsten.values()) == [lijst]
    assert verloop.vooraf == known_of(sample, SWV, YEAR, lijst, [one.code for one in asked_.open])
    assert beforehand.REST in verloop.vooraf


def test_it_is_made_once_and_in_no_journal_that_was_named(
    sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = Versions(sample_copy)
    monkeypatch.setenv(URL, f"sqlite:///{sample_copy / 'echt.sqlite'}")
    demo_ronde.invent(versions)
    monkeypatch.delenv(URL)
    for _ in range(2):
        demo_ronde.invent(versions)

    assert not (sample_copy / "echt.sqlite").exists()
    book = journal(sample_copy)
    with book.reading() as connection:
        (made,) = connection.execute(sa.select(ronde.c.code)).scalars()
    assert made == "2025-2026"
    assert book.version() == 0, "figures do not depend on it"
    one = following.find(book, "2025-2026")
    assert one is not None
    assert one.stand.sluit == end_of(now().astimezone(HERE).date() + dt.timedelta(12))
    said = stand(sample_copy, "2025-2026").stdout
    assert "38 van de 43 scholen hebben ingeleverd; 3 zijn halverwege en 2 hebben niets" in said
    assert "Nog 12 dagen." in said
    assert "ingezet: te breed om iets te zeggen" in said


@pytest.mark.parametrize(
    ("words_", "says"),
    [
        ((), "Er is nog geen ronde."),
        (("2099",), "Er is geen ronde 2099."),
        (("--format", "json"), "Er is nog geen ronde."),
    ],
)
def test_without_a_ronde_it_says_so(tmp_path: Path, words_: tuple[str, ...], says: str) -> None:
    begin(tmp_path).close()

    result = stand(tmp_path, *words_)

    assert result.exit_code == 1
    assert says in (result.stdout or str(result.exception))


@pytest.mark.parametrize(
    ("telling", "said"),
    [
        (Telling(43, 43, 0, 0), "Alle 43 scholen hebben ingeleverd."),
        (Telling(1, 1, 0, 0), "De school heeft ingeleverd."),
        (Telling(2, 1, 1, 0), "1 van de 2 scholen heeft ingeleverd; 1 is halverwege."),
        (Telling(2, 1, 0, 1), "1 van de 2 scholen heeft ingeleverd; 1 heeft niets gedaan."),
        (Telling(3, 0, 0, 3), "Van de 3 scholen heeft er nog geen ingeleverd of iets ingevuld."),
    ],
)
def test_the_first_sentence(telling: Telling, said: str) -> None:
    assert words.answered(telling) == said
