"""Burgerservicenummers: a file that seems to have them is refused before anything else is done."""

import re
import unicodedata
from typing import Any

from monitor.errors import Problem
from monitor.sources import messages
from monitor.sources.sheet import Sheet
from monitor.spelling import (
    PADDING,
    ascii_digits,
    looks_like_bsn,
    quoted,
    sql_looks_like_bsn,
)


_NAME = re.compile(
    r"\b(\w*bsn|bsn\w*|pgn|sofi|sofinr)\b"
    r"|burgerservice|persoonsgebonden|onderwijsn(umme)?r|sofinummer|bsnn(umme)?r"
)


LONGEST = 20_000
"""Characters of a text that is looked through: each digit takes microseconds."""
_DIGIT = re.compile("[0-9]")
_DIGITS = [re.compile(rf"[0-9](?:[^0-9A-Za-z]{{0,2}}[0-9]){{{n - 1}}}") for n in (8, 9, 10)]
"""As many digits, with what people write between them."""


def bsn_problems(connection: Any, sheet: Sheet) -> list[Problem]:
    """A column named like a BSN, or most of whose values pass the elfproef; values stay unsaid."""
    for heading in sheet.headings:
        if contains_bsn(heading):
            return [Problem(sheet.file, 0, "", messages.bsn_in_headings())]
        if _names_a_bsn(heading):
            return [Problem(sheet.file, 0, heading, messages.bsn_heading())]
    looks_like = sql_looks_like_bsn("tekst", any_prefix=True)
    for i, heading in enumerate(sheet.headings):
        # Per value, not per row: most columns repeat a few values.
        row = connection.execute(
            f"select coalesce(sum(aantal) filter (where {looks_like}), 0), "
            f"coalesce(sum(aantal) filter (where tekst <> ''), 0) from "
            f"(select trim(c{i}, {quoted(PADDING)}) as tekst, count(*) as aantal "
            f"from {sheet.table} group by all)"
        ).fetchone()
        if row[0] * 2 > row[1]:
            return [Problem(sheet.file, 0, heading, messages.bsn_values())]
    return []


def contains_bsn(text: str) -> bool:
    """Whether a BSN stands somewhere in a text, so that it must not be shown."""
    text = ascii_digits(text)
    # At every place anew, as one run of digits may hold another; each looks thirty signs ahead.
    starts = (first.start() for first in _DIGIT.finditer(text))
    runs = (pattern.match(text, at) for at in starts for pattern in _DIGITS)
    return any(run is not None and looks_like_bsn(run[0]) for run in runs)


def may_be_shown(text: str) -> bool:
    """Whether a text is short enough to look through (it may be a cell of megabytes), and holds no
    BSN."""
    return len(text) <= LONGEST and not contains_bsn(text)


def _names_a_bsn(heading: str) -> bool:
    plain = unicodedata.normalize("NFKD", heading).casefold().replace(".", "")
    words = " ".join(re.findall(r"[a-z]+", plain))
    return bool(_NAME.search(words) or _NAME.search(words.replace(" ", "")))
