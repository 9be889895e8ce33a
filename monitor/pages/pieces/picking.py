"""Pick lists in which no two options look alike.

Streamlit finds back what somebody chose by its label and takes the last option that has it, so two
schools with one name would open one of them, whichever was chosen. Every list to pick from is made
here, and labels that are the same get what tells them apart: the place, then the code.
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import streamlit as st

from monitor.values.labels import Words, labels


T = TypeVar("T")


def one(
    label: str,
    options: Iterable[T],
    show: Words = str,
    *,
    beside: Words | None = None,
    where: Any = st,
    **extra: Any,
) -> T | None:
    """One of the options, from a list that opens (`st.selectbox`)."""
    named = labels(options, show, beside)
    chosen: T | None = where.selectbox(label, list(named), format_func=_of(named), **extra)
    return chosen


def several(
    label: str,
    options: Iterable[T],
    show: Words = str,
    *,
    beside: Words | None = None,
    where: Any = st,
    **extra: Any,
) -> list[T]:
    """Any number of the options (`st.multiselect`)."""
    named = labels(options, show, beside)
    return list(where.multiselect(label, list(named), format_func=_of(named), **extra))


def in_sight(
    label: str, options: Sequence[T], show: Words = str, *, where: Any = st, **extra: Any
) -> T | None:
    """One of a few options that are all in sight (`st.segmented_control`)."""
    named = labels(options, show)
    chosen: T | None = where.segmented_control(label, list(named), format_func=_of(named), **extra)
    return chosen


def _of(named: dict[T, str]) -> Words:
    # Streamlit also asks it of a value that is no option any more.
    return lambda option: named.get(option, str(option))


def written_out(
    label: str, options: Iterable[T], show: Words = str, *, where: Any = st, **extra: Any
) -> T | None:
    """One of a few options that take a sentence each (`st.radio`)."""
    named = labels(options, show)
    chosen: T | None = where.radio(label, list(named), format_func=_of(named), **extra)
    return chosen
