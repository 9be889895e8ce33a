"""What somebody learns who knows the pupils of his own gemeente beside what everybody sees: measured,
because it cannot be undone by classes. Said in docs/privacy.md."""

import pytest

from attack import bounds
from attack.attacking import alone, exact
from attack.bounds import Known, leaks
from attack.membership import Membership
from attack.relations import Relations, targets
from attack.seen import questions, seen, truth
from monitor.store import Store


SWV = "VO9901"
MOST = 0.05
"""Which part of the small numbers of others an insider may narrow, on the sample."""


def learnt(store: Store, own: str) -> tuple[int, int]:
    """(small numbers of others that are narrowed, how many there are) by who knows the
    pupils of a gemeente."""
    swv, sector = SWV, "vo"
    asked = [q for q in questions(sector, "THUIS_OCW", every_level=False)
             if q.name.startswith(("thuiszitters_thuis_ocw", "thuiszitters_jaar_thuis_ocw"))]  # fmt: skip
    true = truth(store, exact(swv), swv, asked)
    true.figures = {key: one for key, one in true.figures.items() if key.periode >= "2025-06"}
    known = seen(store, alone(store, swv)["consultant"], swv, asked, true)
    known.figures = {key: one for key, one in known.figures.items() if key in true.figures}
    known.bounds = {cell: ends for cell, ends in known.bounds.items() if cell.periode >= "2025-06"}
    for cell in known.bounds:
        if cell.per == "gemeente" and cell.code == own:
            known.bounds[cell] = (true.value(cell),) * 2
    relations = Relations(true, known, Membership(store, swv, sector), sector)
    rules = relations.all()
    others = [one for one in targets(relations) if own not in one.name]
    return len(leaks(Known(known.bounds, rules, others))), len(others)


@pytest.mark.parametrize("own", ["GM9901", "GM9904"])
def test_who_knows_one_gemeente_learns_little_of_another(
    sample: Store, own: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "ENOUGH", 10_000)  # all of them are counted

    narrowed, all_ = learnt(sample, own)

    assert all_ > 50, "nothing small is left to learn: nothing was measured"
    assert narrowed <= MOST * all_, (narrowed, all_)
