"""A store for tests that ask everything of it: what an indicator measures is computed once, at the
first question, and not again for every level, uitsplitsing and samenwerkingsverband."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any

from monitor.store.query_files import Query, queries
from monitor.store.store import Store


class KeepingStore(Store):
    """The same answers as a `Store` (`tests/store/test_store.py` holds them beside each other)."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, whole=False, **options)

    def _define(self, wanted: Iterable[Query]) -> None:
        super()._define(
            replace(query, sql=f"-- kept: for tests\n{query.sql}")
            if query.folder == "indicators" and not _is_filled_later(query.name)
            else query
            for query in wanted
        )


@cache
def _is_filled_later(name: str) -> bool:
    """Whether it reads what is computed outside SQL, and put in tables when somebody asks."""
    query = queries().get(name)
    return query is not None and (
        query.folder == "dekking" or any(_is_filled_later(one) for one in query.reads)
    )
