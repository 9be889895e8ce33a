"""Figures to take along: CSV, JSON, and what a workbook says of where they come from.

The workbook itself: reports/workbook.py.
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from monitor.values import dutch, moments
from monitor.views.files import separated, tables


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


@dataclass(frozen=True)
class About:
    """What a workbook says about its figures, on the sheet Verantwoording."""

    indicator: "Indicator | Sequence[Indicator]"
    selection: str = ""
    """Which figures they are: all there are, or a selection, and which."""
    origins: Sequence[str] = ()
    """The sources, each in one line with the day of delivery."""
    is_demo: bool = False
    filters: str = ""
    """The sentence that stood above the figures: U ziet: …"""
    made: dt.date = field(default_factory=dt.date.today)

    @property
    def indicators(self) -> "tuple[Indicator, ...]":
        return tuple(self.indicator) if isinstance(self.indicator, Sequence) else (self.indicator,)


READING = {
    "Laagste en hoogste": "Ze verschillen als de bron een aantal verbergt of niet splitst. Leeg is "
    "onbekend of verborgen, en niet nul.",
    "Kleine aantallen": "Voor wie de precieze aantallen leerlingen niet mag zien, staan ze in klassen: "
    "30 tot en met 34 is laagste 30 en hoogste 34. Een verborgen aantal staat er als laagste 1 en "
    "hoogste 4 (of een hogere grens); het percentage ontbreekt dan.",
    "Gecorrigeerd op": "Sinds wanneer er een andere klasse staat dan eerder is getoond, omdat het aantal "
    "anders bleek. De kolom is er alleen als dat zo is.",
}
"""How the columns of a workbook are read."""
DEMO = "Verzonnen gegevens: deze cijfers gaan over niemand."


def to_csv(figures: Sequence["Figure"], indicator: "Indicator", per: str) -> str:
    """Comma separated, decimal point, empty where unknown; the columns are a public contract."""
    return rows_to_csv(tables.export_rows(figures, indicator, per))


def rows_to_csv(
    rows: Sequence[Mapping[str, tables.Cell]], form: separated.Form = separated.for_programs
) -> str:
    """As `to_csv`, for rows of several indicators or levels together, in one of two forms."""
    is_corrected = any(tables.CORRECTED in row for row in rows)
    titles = [*tables.EXPORT_COLUMNS, *([tables.CORRECTED] if is_corrected else [])]
    return form(titles, ([row.get(title) for title in titles] for row in rows))


def lists_to_csv(rows: Sequence[Mapping[str, tables.Cell]], form: separated.Form) -> str:
    """Rows that are no figures, under titles of their own."""
    titles = list(dict.fromkeys(title for row in rows for title in row))
    return form(titles, ([row.get(title) for title in titles] for row in rows))


def to_json(figures: Sequence["Figure"], indicator: "Indicator", per: str) -> str:
    """A list of objects with the columns of the CSV; null where unknown."""
    rows = tables.export_rows(figures, indicator, per)
    return json.dumps(rows, ensure_ascii=False, indent=1)


def about_lines(about: About) -> list[tuple[str, str]]:
    """(label, words) of everything a reader must know before using the figures."""
    lines = [("Let op", DEMO)] if about.is_demo else []
    lines += [("Gemaakt op", moments.date(about.made))]
    lines += [("Welke cijfers", about.selection)] if about.selection else []
    lines += [("Gekozen", about.filters)] if about.filters else []
    for indicator in about.indicators:
        lines += [
            ("Indicator", f"{indicator.title} ({indicator.name})"),
            ("Definitie", indicator.definition),
            ("Teller", indicator.teller),
            ("Noemer", indicator.noemer or "geen: het is een aantal"),
            ("Eenheid", indicator.unit),
            ("Peildatum", indicator.moment),
        ]
        lines += [("Veranderd", indicator.changed)] if indicator.changed else []
        lines += [("Wat u moet weten", indicator.caveat)] if indicator.caveat else []
    lines += [("Bron", line) for line in about.origins] or [("Bron", dutch.UNKNOWN)]
    return [*lines, *READING.items()]
