"""The same store gives the same figures to their last digit, however many threads add them up."""

from pathlib import Path

import pytest
from helpers.depth import is_deep
from helpers.drawings import Given

from monitor.figures.catalogue import catalogue, indicator_named
from monitor.figures.exact import answer
from monitor.figures.figure import Question
from monitor.store import store as stores
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


def opened(monkeypatch: pytest.MonkeyPatch, folder: Path, threads: int) -> Store:
    monkeypatch.setattr(stores, "threads", lambda: threads)
    return open_store(Versions(folder), whole=False)


def everything(store: Store) -> list[str]:
    """Every answer of every indicator exactly as it is: at the level at which most is added up, and by
    night at every level."""
    return [
        repr(figure)
        for indicator in catalogue().values()
        for per in indicator.levels
        if is_deep() or per == "swv"
        for figure in answer(store, indicator, Question(per))
    ]


def test_every_answer_is_the_same_with_any_number_of_threads(
    sample: Store, sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = (2, 3, 4) if is_deep() else (4,)
    first = everything(sample)  # `one_thread`
    others = [everything(opened(monkeypatch, sample_copy, many)) for many in numbers]

    assert len(first) > 1_000
    assert all(other == first for other in others)


def test_kilometres_are_the_same_in_every_order_of_the_schools(
    tmp_path: Path,
) -> None:
    """Doubles of these distances add up to another last digit backwards."""
    rows = [
        {
            "vestiging": f"{number:02}AA00",
            "soort": "vso",
            "leerlingen": str(7 + number % 13),
            "afstand": f"{1000 + number * 977.123456789:.12f}",
        }
        for number in range(1, 90)
    ]
    found = []
    for name, order in (("heen", 1), ("terug", -1)):
        (tmp_path / name).mkdir()
        given = Given(tmp_path / name)
        given.in_swv("VO0101", *(row["vestiging"] for row in rows))
        given.add("afstand", rows[::order])
        found.append([repr(f) for f in given.figures("afstand_vso", "swv")])
        given.close()

    kilometers = [float(row["afstand"]) / 1000 * int(row["leerlingen"]) for row in rows]
    assert sum(kilometers) != sum(kilometers[::-1])
    assert found[0] == found[1] != []


@pytest.mark.parametrize("name", ["afstand_vso", "kosten_arrangementen"])
def test_what_is_no_whole_number_is_added_up_as_decimals(name: str) -> None:
    """Why a test of the text: threads seldom meet another order in so small a store."""
    file = Path(__file__).parents[2] / "queries" / "indicators" / f"{name}.sql"

    assert indicator_named(name).measure == name
    assert "decimal(38, 9)" in file.read_text("utf-8")
