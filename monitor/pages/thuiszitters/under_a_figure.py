"""What stands under every figure of this page: source, words, table and downloads."""

from collections.abc import Sequence
from typing import Any

from monitor.figures.door import Figure, Indicator
from monitor.pages.pieces import downloads, figure_parts
from monitor.pages.thuiszitters.subject import Subject


Piece = tuple[Indicator, str, Sequence[Figure]]
"""An indicator, the level, and the figures of it that are on screen."""


def show(
    subject: Subject,
    indicator: Indicator,
    periode: str,
    figure: Figure | None,
    rows: Sequence[dict[str, Any]],
    pieces: Sequence[Piece],
    name: str,
    whole: str,
    *beside: str,
) -> None:
    """The trust line, “Over dit cijfer”, the table that says the same, and what can be taken
    along; `name` names the files and the widgets, `whole` says which selection they hold."""
    figure_parts.trust_line(subject.store, indicator, periode, subject.region, *beside)
    figure_parts.about(
        subject.store, subject.viewer, indicator, periode, subject.region, figure, *beside
    )
    if rows:
        downloads.table_twin(rows, key=f"thuiszitters_{name}_tabel")
    if any(found for _, _, found in pieces):
        downloads.together(
            subject.store, pieces, f"thuiszitters-{name}", whole, key=f"thuiszitters_{name}"
        )
