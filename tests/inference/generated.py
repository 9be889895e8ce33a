"""The attack on invented samenwerkingsverbanden, in two halves that run beside each other."""

from pathlib import Path

from inference.attacking import alone, attack, told
from inference.seen import questions
from inference.worlds import World, draw, worlds


STORES, PER_STORE = 10, 20
"""Two hundred samenwerkingsverbanden; each is attacked by itself."""
FIRST_HALF, SECOND_HALF = (worlds(STORES // 2, PER_STORE, start) for start in (0, STORES // 2))


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
