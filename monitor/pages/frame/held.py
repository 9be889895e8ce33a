"""What a tab keeps between clicks, without the version of the data that it was made with."""

import weakref
from collections.abc import Callable
from typing import Any, TypeVar

from monitor.pages.frame.serving import chosen_folder, serving
from monitor.store.store import Store


T = TypeVar("T")


def for_later(store: Store) -> Callable[[], Store]:
    """The store for what a click makes later: this one, or the newest when it was let go."""
    held = weakref.ref(store)

    def store_now() -> Store:
        kept = held()
        return serving(chosen_folder()).store() if kept is None else kept

    return store_now


def lets_go(cls: type[T]) -> type[T]:
    """Decorates a dataclass with a field `store` that the widgets of a page may keep.

    Streamlit keeps the arguments of callbacks, what shows an option and what makes a download for
    as long as a tab is open. The store itself is held by the run of a page, and let go when a
    newer version has replaced it; a click that comes after that is about the newest.
    """
    cls.store = _Weakly()  # type: ignore[attr-defined]
    return cls


class _Weakly:
    """A field that holds its store as long as somebody else does."""

    def __get__(self, instance: Any, owner: type) -> Any:
        if instance is None:
            return self
        return instance.__dict__["_held"]()

    def __set__(self, instance: Any, store: Store) -> None:
        instance.__dict__["_held"] = for_later(store)
