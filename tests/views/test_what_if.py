"""What a scenario does in words and tables, as who sees no small numbers reads it."""

from monitor.coverage.model import Totals
from monitor.scenarios import Effect, Moved, Scenario, Stand
from monitor.views.steps import Numbers
from monitor.views.what_if import effect_rows, region_rows


EXACT, STEPS = Numbers(True), Numbers(False)
HIDDEN = "minder dan 5"


def effect(unknown: int, *needs: tuple[str | None, int]) -> Effect:
    """Of 100 pupils 60 have a place and of `unknown` it is not known; needs per region."""
    stand = Stand(Totals(100, 60, unknown, 40 - unknown), 60, 120.0)
    per = tuple(Moved(name, many, 0, 0) for name, many in needs)
    return Effect(Scenario(), stand, stand, per, None, ())


def now(found: Effect, numbers: Numbers) -> dict[str, str]:
    return {row["Wat"]: row["Nu"] for row in effect_rows(found, numbers)}


def test_who_is_unknown_does_not_follow_from_the_rows_beside_it() -> None:
    read = now(effect(2), STEPS)

    assert read["Onbekend"] == HIDDEN
    # 100 less 38 less 60 would be 2.
    assert read["Zonder passende plek"] == "38"
    assert read["Met een passende plek"] == "hoogstens 62"
    assert now(effect(2), EXACT)["Met een passende plek"] == "60"
    assert now(effect(0), STEPS)["Met een passende plek"] == "60"
    assert now(effect(9), STEPS)["Met een passende plek"] == "60"


def test_the_one_small_region_does_not_follow_from_the_whole() -> None:
    def needs(numbers: Numbers, *per: tuple[str | None, int]) -> list[str]:
        rows = region_rows(effect(0, *per), "subregio", numbers, lambda name: name or "niet bekend")
        return [row["Vragen"] for row in rows]

    one = (("Noord", 50), ("Oost", 48), (None, 2))
    assert needs(STEPS, *one) == ["50", "verborgen", HIDDEN]
    assert needs(EXACT, *one) == ["50", "48", "2"]
    # Two that are small hide each other; nobody hides nothing.
    assert needs(STEPS, ("Noord", 94), ("Oost", 3), (None, 3)) == ["94", HIDDEN, HIDDEN]
    assert needs(STEPS, ("Noord", 60), ("Oost", 40), (None, 0)) == ["60", "40", "0"]
