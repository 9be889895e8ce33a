"""What taking a delivery back would change, told before it is done."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from monitor.sources import sources
from monitor.store.delivered import File
from monitor.store.store import Store


class Return(NamedTuple):
    """Rows of an earlier file that come back."""

    file: File
    delivery: int
    rows: int
    is_certain: bool
    """Whether nothing else can have replaced them as well."""


@dataclass(frozen=True)
class Consequences:
    """What disappears and what comes back."""

    gone: int
    """Rows of the files that are in the store now."""
    back: tuple[Return, ...]


def consequences(store: Store, files: Collection[File]) -> Consequences:
    """What happens when these files are taken back."""
    numbers = {file.number for file in files}
    gone = 0
    back: list[Return] = []
    for source in sorted({file.source for file in files} & set(sources())):
        present: dict[int, int] = dict(
            store.rows(f"select levering, count(*) from bron.{source} group by levering")
        )
        gone += sum(present.get(number, 0) for number in numbers)
        last = max(file.number for file in files if file.source == source)
        back += _returns(store, source, numbers, last, present)
    return Consequences(gone, tuple(back))


def _returns(
    store: Store, source: str, numbers: set[int], last: int, present: dict[int, int]
) -> list[Return]:
    others = [
        (delivery.id, file)
        for delivery in store.register.deliveries
        for file in delivery.files
        if file.source == source and file.withdrawn is None and file.number not in numbers
    ]
    out = []
    for delivery, file in others:
        missing = file.loaded - present.get(file.number, 0)
        if missing > 0 and file.number < last:
            is_certain = not any(later.number > file.number for _, later in others)
            out.append(Return(file, delivery, missing, is_certain))
    return out
