"""Of every kind of samenwerkingsverband at least one is attacked by day too."""

from collections import defaultdict

from inference.generated import PER_STORE, STORES
from inference.worlds import DEFINITIONS, MELDINGEN_LAST, Drawn, worlds


def test_every_kind_of_samenwerkingsverband_is_attacked_by_day() -> None:
    found = worlds(STORES, PER_STORE)
    kinds: dict[str, set[object]] = defaultdict(set)
    for world, number in ((one, i) for store in found for i, one in enumerate(store)):
        drawn = Drawn(world, number)
        rows = drawn.regio_indeling()
        kinds["definitie"].add(world.own)
        kinds["sector"].add(world.sector)
        kinds["waar zij wonen"].add(drawn.mood)
        kinds["lege velden"].add(drawn.unknown)
        kinds["leerlingen"].add(drawn.many)
        kinds["tot wanneer"].add(drawn.last)
        kinds["gemeenten"].add(len({row["gemeentecode"] for row in rows}))
        kinds["subregio's"].add(len({row["subregio"] for row in rows}))
        kinds["wijken"].add(any(row["wijk"] for row in rows))
        kinds["gemeente in twee subregio's"].add(
            len({(row["gemeentecode"], row["subregio"]) for row in rows})
            > len({row["gemeentecode"] for row in rows})
        )
        kinds["scholen"].add(min(3, len(drawn.places.schools)))
        kinds["vso's"].add(len(drawn.places.special))
        kinds["bestuur kijkt mee"].add(world.seed % 10 == 0)

    assert kinds == {
        "definitie": set(DEFINITIONS),
        "sector": {"po", "vo"},
        "waar zij wonen": {"spread", "skewed", "one place"},
        "lege velden": {0.0, 0.1, 0.4},
        "leerlingen": {0, 2, 5, 8, 12, 20, 35, 60, 120},
        "tot wanneer": set(MELDINGEN_LAST),
        "gemeenten": {1, 2, 3, 4, 5, 6},
        "subregio's": {1, 2, 3},
        "wijken": {True, False},
        "gemeente in twee subregio's": {True, False},
        "scholen": {1, 2, 3},
        "vso's": {1, 2},
        "bestuur kijkt mee": {True, False},
    }
