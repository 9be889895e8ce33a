"""What a scenario does in words and tables, as who sees no small numbers reads it."""

from monitor.dekking.matching.outcome import Totals
from monitor.dekking.scenarios import Effect, Moved, Scenario, Stand
from monitor.views.words.scenario_steps import Numbers
from monitor.views.words.scenarios import effect_rows, region_rows


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
        return [row["Leerlingen"] for row in rows]

    one = (("Noord", 50), ("Oost", 48), (None, 2))
    assert needs(STEPS, *one) == ["50", "verborgen", HIDDEN]
    assert needs(EXACT, *one) == ["50", "48", "2"]
    # Two that are small hide each other; nobody hides nothing.
    assert needs(STEPS, ("Noord", 94), ("Oost", 3), (None, 3)) == ["94", HIDDEN, HIDDEN]
    assert needs(STEPS, ("Noord", 60), ("Oost", 40), (None, 0)) == ["60", "40", "0"]


def test_a_difference_is_taken_before_rounding_for_who_sees_it_exactly() -> None:
    """A16: means of 2,06 and 2,14 km are both written 2,1 and are 0,1 apart."""
    before = Stand(Totals(1000, 604, 0, 396), 100, 206.0)
    after = Stand(Totals(1000, 605, 0, 395), 100, 214.0)
    found = Effect(Scenario(), before, after, (), None, ())

    def apart(numbers: Numbers) -> dict[str, str]:
        rows = effect_rows(found, numbers)
        return {row["Wat"]: row["Verschil"].replace("\u00a0", " ") for row in rows}

    km = "Afstand, gemiddeld per geplaatste leerling"
    assert apart(EXACT)[km] == "0,08 km verder"
    assert apart(EXACT)["Dekking"] == "0,1 procentpunt hoger"
    # Behind what is written for the others nothing may be told.
    assert apart(STEPS)[km] == "gelijk"
