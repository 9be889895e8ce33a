"""Numbers, dates and values as people write them in Dutch."""

import datetime as dt
import math
import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date
from babel.numbers import NumberPattern, parse_pattern


if TYPE_CHECKING:
    from monitor.indicators import Figure, Indicator


LOCALE = Locale("nl", "NL")
SPACE = "\u00a0"
"""Between a number and its unit: a line never breaks there."""
UNKNOWN = "onbekend"
CLOSED = "verborgen"
SINGULAR = {
    "aanvragen": "aanvraag",
    "arrangementen": "arrangement",
    "dagen": "dag",
    "jaren": "jaar",
    "kilometers": "kilometer",
    "kinderen": "kind",
    "leerlingen": "leerling",
    "maanden": "maand",
    "meldingen": "melding",
    "plaatsen": "plaats",
    "plekken": "plek",
    "procentpunten": "procentpunt",
    "scholen": "school",
    "schoolverlaters": "schoolverlater",
    "thuiszitters": "thuiszitter",
    "verklaringen": "verklaring",
    "vragen": "vraag",
    "weken": "week",
}
"""One leerling, two leerlingen: the units that change."""

type Bounds = tuple[float | None, float | None]
