"""A store of which some bytes went bad: nothing is published on top of it, and what to do is said."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from monitor.errors import MonitorError
from monitor.intake.deliveries import DeliveryOutcome, deliver, rebuild, withdraw
from monitor.store.versions import Versions


Deliver = Callable[..., DeliveryOutcome]
Bron = Callable[..., list[tuple[Any, ...]]]
BLOCK = 262_144
"""Bytes of a block of the database, each with a checksum of its own."""
HEADERS = 3 * 4_096
DAMAGED = (
    "De opslag is beschadigd; er is niets veranderd. Maak haar opnieuw uit de bewaarde "
    "leveringen met: dekkend rebuild"
)
OTHER = (
    "telling.csv",
    "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n16SW03;01-10-2025;vso;10\n",
)


@pytest.fixture
def large(deliver_text: Deliver, versions: Versions) -> Versions:
    """A store of several blocks, nearly all of one table."""
    chance = random.Random(7)
    names = (f"{chance.getrandbits(200):x};16SW{row % 90 + 10}" for row in range(20_000))
    outcome = deliver_text(("namen.csv", "NAAM;VESTIGINGSCODE\n" + "\n".join(names) + "\n"))
    assert outcome.id == 1
    assert versions.bron(1).stat().st_size > HEADERS + 3 * BLOCK
    return versions


def damage(path: Path, which: int) -> None:
    """Sixteen bytes of one of the blocks in use, as a bad sector or a half copy leaves them."""
    with duckdb.connect(str(path), read_only=True) as connection:
        used = connection.execute(
            "select distinct block_id from pragma_storage_info('schoolnamen') "
            "where persistent and block_id >= 0 order by all"
        ).fetchall()
    (block,) = used[which]
    content = bytearray(path.read_bytes())
    at = HEADERS + block * BLOCK + BLOCK // 8
    content[at : at + 16] = bytes(byte ^ 0xFF for byte in content[at : at + 16])
    path.write_bytes(content)


@pytest.mark.parametrize("which", [0, 1, -1])
@pytest.mark.parametrize("change", ["deliver", "withdraw"])
def test_nothing_is_published_on_top_of_a_damaged_store(
    deliver_text: Deliver, large: Versions, make_file: Callable[..., Path], change: str, which: int
) -> None:
    deliver_text(OTHER)
    damage(large.bron(2), which)
    path = make_file(OTHER[0], OTHER[1].replace("10\n", "11\n"))
    changes: dict[str, Callable[[], object]] = {
        "deliver": lambda: deliver(large, [(path, path.name)], who="toets"),
        "withdraw": lambda: withdraw(large, "2", who="toets"),  # the other table
    }

    with pytest.raises(MonitorError) as error:
        changes[change]()

    assert str(error.value) == DAMAGED
    assert large.current() == 2


def test_what_the_sentence_says_to_do_works(large: Versions, bron: Bron) -> None:
    damage(large.bron(1), 1)

    rebuild(large, who="toets")

    assert bron("select count(*), count(distinct naam) from schoolnamen") == [(20_000, 20_000)]
