"""The attack on invented samenwerkingsverbanden, in two halves that run beside each other.

By day the same ones each time, of every kind (`test_kinds_of_worlds.py`); by night more of those, and
as many that are others every night. A failure names the store and the seed.
"""

import datetime as dt
from pathlib import Path

from helpers.depth import is_deep

from inference.attacking import alone, attack, told
from inference.seen import questions
from inference.worlds import DEFINITIONS, World, draw, worlds


STORES, PER_STORE = len(DEFINITIONS), 7
"""By day: a store for each working definition. Every samenwerkingsverband is attacked by itself."""
STORES_DEEP, PER_STORE_DEEP = 10, 20


def attacked() -> list[list[World]]:
    """The samenwerkingsverbanden of each store."""
    if not is_deep():
        return worlds(STORES, PER_STORE)
    tonight = STORES_DEEP * dt.date.today().toordinal()
    return [
        *worlds(STORES_DEEP, PER_STORE_DEEP),
        *worlds(STORES_DEEP, PER_STORE_DEEP, first=tonight),
    ]


FIRST_HALF, SECOND_HALF = attacked()[::2], attacked()[1::2]


def of_stock(periode: str) -> bool:
    """Years and days, and of the months the last ones: they hang together, and there are many."""
    return len(periode) in (4, 9) or periode.endswith("-10-01") or periode >= "2019-06"


def assert_hidden(found: list[World], folder: Path) -> None:
    """No audience works out a number of 1-4 pupils from all that it sees."""
    given = draw(folder, found)
    failed = []
    for world in found:
        asked = [*questions(world.sector, world.own, every_level=False)]
        for name, viewer in alone(given.store, world.swv).items():
            if name != "consultant" and world.seed % 10:
                continue  # a bestuur sees little beside a consultant, and takes as long
            if out := attack(given.store, world.swv, [viewer], asked, of_stock):
                failed.append(told(out, f"seed {world.seed} ({world.swv}), {name}"))
    given.close()

    assert not failed, f"{len(failed)} van {len(found)}\n" + "\n".join(failed[:3])
