"""Texts for `st.table`, as it sends them: a list of dicts goes by way of pandas, which takes longer
than all else on a page of fifty tables."""

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa


def of_texts(rows: Sequence[Mapping[str, Any]]) -> Any:
    """The rows as a table of Arrow; as they are where a cell is no text or rows differ in their
    columns. Without an index, so for who hides it."""
    titles = list(rows[0]) if rows else []
    if not titles or any(
        list(row) != titles or not all(isinstance(cell, str) for cell in row.values())
        for row in rows
    ):
        return list(rows)
    return pa.table(
        {title: pa.array([row[title] for row in rows], pa.string()) for title in titles}
    )
