"""Lines under the rows that are no rows: where the data are from, which filters were on; and what is
said of them, in Dutch.

They are left out when they plainly are such lines and stand at the very end. No row of data looks
like one: every kind of file asks for two filled cells at least, and none begins with 'Bron:'.
"""

import re
from collections.abc import Sequence

from monitor.intake.judging.messages import shortened, times, without_numbers
from monitor.values.bsn import may_be_shown


LOOKED_AT = 40
"""Rows from the end among which a foot is looked for."""
_SOURCE = r"bron(nen|vermelding|bestand)?|sources?"
_LABEL = (
    rf"{_SOURCE}|peildatum|peilmoment|stand per|datum|exportdatum|datum export|export|rapport(age)?|"
    r"(applied |toegepaste )?filters?|selectie|aangemaakt|gemaakt|gegenereerd|afgedrukt|ge[eë]xporteerd|"
    r"generated|exported|created|opmerking(en)?|toelichting|(voet)?noo?t(en)?|let op|disclaimer|licentie|"
    r"copyright|aantal (rijen|regels|records)|pagina"
)
_PHRASE = (
    r"(aangemaakt|gemaakt|gegenereerd|afgedrukt|ge[eë]xporteerd) (op|door)\b|"
    r"(generated|exported|created) (on|by|at)\b|copyright\b|©|\(c\) |einde (van )?(het )?"
    r"(bestand|rapport|overzicht)\b|end of (file|report)\b|"
    r"(no|geen) filters? (applied|toegepast)\b"
)
_PLAIN = re.compile(
    rf"[\s*†‡¹²³()\[\]_-]*(({_LABEL})( (op|door|on|by))?\s*:|{_PHRASE})", re.IGNORECASE
)
_WORD = re.compile(rf"[\s*]*({_LABEL})\s*:?\s*", re.IGNORECASE)
_TOTAL = re.compile(r"\W*((sub|eind|grand|algemeen)[ -]?)?tota+l(en)?\b", re.IGNORECASE)


def is_plain(text: str) -> bool:
    """Whether a cell begins as no cell of data does: 'Bron: DUO', 'Toegepaste filters: …'."""
    return _PLAIN.match(text) is not None


def is_label(text: str) -> bool:
    """Whether a whole cell is such a label, with what it says in the next: 'Peildatum'."""
    return _WORD.fullmatch(text) is not None


def is_total(text: str) -> bool:
    return _TOTAL.match(text) is not None


def start_of_foot(rows: Sequence[Sequence[str | None]]) -> int | None:
    """Where the foot begins in the last rows of a table as wide as its headings, None without one.

    From there on no row has more than one filled cell, and the first one says plainly what it is.
    """
    start = len(rows)
    while start > 0 and len(_filled(rows[start - 1])) <= 1:
        start -= 1
    for number in range(start, len(rows)):
        cells = _filled(rows[number])
        if cells and (is_plain(cells[0]) or is_total(cells[0])):
            return None if _has_bsn(rows[number:]) else number
    return None


def is_foot(rows: Sequence[Sequence[str]]) -> bool:
    """Whether lines with too few cells, and all that follows them, are a foot and nothing else.

    A line that the end of a broken file cut off is a row of data, and begins as one.
    """
    filled = [cells for cells in map(_filled, rows) if cells]
    if not filled or len(filled) > LOOKED_AT or _has_bsn(filled):
        return False
    first, *rest = filled
    if not (is_plain(first[0]) or (len(first) == 1 and is_total(first[0]))):
        return False
    return all(len(cells) == 1 or is_plain(cells[0]) for cells in rest)


def shown(text: str) -> str:
    """What may be told of it: where data are from, of all else only the label. A filter or a remark
    may name a pupil."""
    first = text.strip().partition("\n")[0]
    if re.match(rf"\W*({_SOURCE})\s*:", first, re.IGNORECASE):
        return without_numbers(first)
    found = _PLAIN.match(first) or _WORD.match(first) or _TOTAL.match(first)
    label = (found[0] if found else first.split()[0]).strip()
    return f"{shortened(label)} …"


def refused_row(shown: str) -> str:
    return f"dit is een voetregel ('{shown}'). Haal die weg en lever het bestand opnieuw."


def refused_cell() -> str:
    return (
        "in deze regel is maar één cel gevuld. Is het een voetregel of tussenkop, haal de regel dan "
        "weg; is het een rij, vul dan de andere kolommen in."
    )


def more_refused(number: int) -> str:
    return f"nog {times(number, 'regel die', 'regels die')} geen rij {'is' if number == 1 else 'zijn'}."


def remark(line: int, shown: str) -> str:
    return (
        f"Vanaf regel {line} staan onder de rijen voetregels ('{shown}'). Die zijn geen gegevens en "
        "niet gelezen."
    )


def _filled(row: Sequence[str | None]) -> list[str]:
    return [cell.strip() for cell in row if cell and cell.strip()]


def _has_bsn(rows: Sequence[Sequence[str | None]]) -> bool:
    return any(not may_be_shown(cell) for row in rows for cell in row if cell)
