"""Burgerservicenummers: a file that seems to have them is refused before anything else is done."""

import re
import unicodedata
from typing import Any

from monitor.errors import Problem
from monitor.intake.judging import messages
from monitor.intake.reading.sheet import Sheet
from monitor.values.bsn import contains_bsn
from monitor.values.spelling import PADDING, SHORTEST_BSN, quoted, sql_looks_like_bsn


_NAME = re.compile(
    r"\b(\w*bsn|bsn\w*|pgn|sofi|sofinr)\b"
    r"|burgerservice|persoonsgebonden|onderwijsn(umme)?r|sofinummer|bsnn(umme)?r"
)


def bsn_problems(connection: Any, sheet: Sheet) -> list[Problem]:
    """A column named like a BSN, or most of whose values pass the elfproef; values stay unsaid."""
    for heading in sheet.headings:
        if contains_bsn(heading):
            return [Problem(sheet.file, 0, "", messages.bsn_in_headings())]
        if _names_a_bsn(heading):
            return [Problem(sheet.file, 0, heading, messages.bsn_heading())]
    if not sheet.headings:
        return []
    looks_like = sql_looks_like_bsn("tekst", any_prefix=True)
    longest = connection.execute(
        f"select {', '.join(f'max(length(c{i}))' for i in range(len(sheet.headings)))} "
        f"from {sheet.table}"
    ).fetchone()
    for i, heading in enumerate(sheet.headings):
        if (longest[i] or 0) < SHORTEST_BSN:
            continue  # most columns: numbers and codes
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


def _names_a_bsn(heading: str) -> bool:
    plain = unicodedata.normalize("NFKD", heading).casefold().replace(".", "")
    words = " ".join(re.findall(r"[a-z]+", plain))
    return bool(_NAME.search(words) or _NAME.search(words.replace(" ", "")))
