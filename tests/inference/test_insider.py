"""What somebody learns who knows some of the pupils beside what everybody sees: measured, because it
cannot be undone by classes. Said in docs/privacy.md.

Three who know something: a gemeente its own pupils, all gemeenten of a subregio but one theirs, and
a school its own pupils, and so of each region that at least those live there.
"""

from collections.abc import Collection, Mapping

import pytest

from inference import bounds
from inference.attacking import alone, exact
from inference.bounds import Known, leaks
from inference.membership import Membership
from inference.relations import Relations, targets
from inference.seen import Cell, Question, Seen, Truth, questions, seen, truth
from monitor.figures.catalogue import catalogue
from monitor.figures.door import figures
from monitor.store.store import Store


SWV = "VO9901"
SECTOR = "vo"
SINCE = "2025-06"
COUNTED = ("thuiszitters_thuis_ocw", "thuiszitters_jaar_thuis_ocw")
HOMES = ("wijk", "gemeente", "subregio", "swv")
MOST = 0.05
"""Which part of the small numbers of others an insider may narrow, on the sample."""
MOST_OF_ALL_BUT_ONE = 0.1
"""The same of all gemeenten of a subregio but one."""


class Knows:
    """What a consultant sees of the last months, and what somebody knows beside it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.asked: list[Question] = [
            q for q in questions(SECTOR, "THUIS_OCW", every_level=False)
            if q.name.startswith(COUNTED)
        ]  # fmt: skip
        self.true: Truth = truth(store, exact(SWV), SWV, self.asked)
        self.true.figures = {k: one for k, one in self.true.figures.items() if k.periode >= SINCE}
        viewer = alone(store, SWV)["consultant"]
        self.seen: Seen = seen(store, viewer, SWV, self.asked, self.true)
        self.seen.figures = {k: f for k, f in self.seen.figures.items() if k in self.true.figures}
        self.seen.bounds = {
            cell: ends for cell, ends in self.seen.bounds.items() if cell.periode >= SINCE
        }

    def all_of(self, per: str, codes: Collection[str]) -> None:
        """How many there are in those units."""
        for cell in self.seen.bounds:
            if cell.per == per and cell.code in codes:
                self.seen.bounds[cell] = (self.true.value(cell),) * 2

    def at_least(self, own: Mapping[Cell, float]) -> None:
        for cell, least in own.items():
            if cell in self.seen.bounds:
                low, high = self.seen.bounds[cell]
                self.seen.bounds[cell] = max(low, least), high

    def pupils_of(self, school: str) -> dict[Cell, float]:
        """Of each number of a region, or of a part of the whole, how many of them are of a school."""
        found = {}
        for question in self.asked:
            if question.per not in HOMES:
                continue
            for one in figures(
                self.store, exact(SWV), catalogue()[question.name], question.per,
                breakdown=question.breakdown, within=("vestiging", school),
            ):  # fmt: skip
                for end in ("teller", "teller_max"):
                    cell = Cell(question.name, question.per, one.code, one.periode,
                                one.uitsplitsing, end)  # fmt: skip
                    if (many := getattr(one, end) or 0.0) > 0 and one.periode >= SINCE:
                        found[cell] = many
        return found

    def learnt(self, own: Collection[str]) -> tuple[int, int]:
        """(small numbers of others that are narrowed, how many there are)."""
        relations = Relations(self.true, self.seen, Membership(self.store, SWV, SECTOR), SECTOR)
        rules = relations.all()
        others = [one for one in targets(relations) if not any(code in one.name for code in own)]
        return len(leaks(Known(self.seen.bounds, rules, others))), len(others)


@pytest.fixture(autouse=True)
def all_leaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "ENOUGH", 10_000)  # all of them are counted


@pytest.mark.parametrize("own", ["GM9901", "GM9904"])
def test_who_knows_one_gemeente_learns_little_of_another(sample: Store, own: str) -> None:
    knows = Knows(sample)
    knows.all_of("gemeente", [own])

    narrowed, all_ = knows.learnt([own])

    assert all_ > 50, "nothing small is left to learn: nothing was measured"
    assert narrowed <= MOST * all_, (narrowed, all_)


@pytest.mark.parametrize("last", ["GM9901", "GM9905", "GM9909"])
def test_all_gemeenten_of_a_subregio_but_one_learn_of_the_last(sample: Store, last: str) -> None:
    """What the subregio is less what they know: of the last one they learn more than of others."""
    own = [code for code in gemeenten_beside(sample, last) if code != last]
    knows = Knows(sample)
    knows.all_of("gemeente", own)

    narrowed, all_ = knows.learnt(own)

    assert len(own) == 2
    assert all_ > 50
    assert narrowed <= MOST_OF_ALL_BUT_ONE * all_, (narrowed, all_)


@pytest.mark.parametrize("own", ["99AA00", "99CH00"])
def test_a_school_learns_little_of_pupils_of_another(sample: Store, own: str) -> None:
    knows = Knows(sample)
    knows.all_of("vestiging", [own])
    mine = knows.pupils_of(own)
    knows.at_least(mine)

    narrowed, all_ = knows.learnt([own, *(str(cell) for cell in mine)])

    assert mine, "it has no pupils at home: nothing was known"
    assert all_ > 50
    assert narrowed <= MOST * all_, (narrowed, all_)


def gemeenten_beside(store: Store, gemeente: str) -> list[str]:
    """Those of the subregio that it lies in."""
    rows = store.rows(
        "select distinct gemeentecode from views.pc4 where swv = $swv and subregio in (select "
        "subregio from views.pc4 where swv = $swv and gemeentecode = $gemeente) order by 1",
        {"swv": SWV, "gemeente": gemeente},
    )
    return [code for (code,) in rows]
