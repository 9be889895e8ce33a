"""A file beside the same one made again: which of its words and numbers differ, by form."""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

from monitor.errors import MonitorError
from monitor.reports import inside
from monitor.reports.edited import of_book, of_deck, of_page, of_paper


class Edited(NamedTuple):
    """A line per change; without lines why the file is another one all the same."""

    lines: tuple[str, ...]
    else_said: str = ""


Compare = Callable[[bytes, bytes], Iterator[str]]
_COMPARE: dict[str, Compare] = {
    "pptx": of_deck.changes,
    "xlsx": of_book.changes,
    "html": of_page.changes,
    "pdf": of_paper.changes,
}
_OTHERWISE = {
    "pptx": "het bestand is opnieuw opgeslagen of anders opgemaakt, of heeft een ander sjabloon; titels, zinnen, "
            "notities, tabellen en getallen in grafieken zijn gelijk",
    "xlsx": "het bestand is opnieuw opgeslagen of anders opgemaakt; wat in de cellen staat is gelijk",
    "html": "het bestand is opnieuw opgeslagen, of de opmaak, een tekening of het script is anders; de woorden en "
            "getallen zijn gelijk",
    "pdf": "het bestand is bewerkt of opnieuw opgeslagen; van een PDF is niet te zeggen wat er anders is: leg hem "
           "naast een nieuw gemaakt rapport",
}  # fmt: skip
UNREADABLE = "het bestand is bewerkt, en wat er nu staat is niet te lezen"


def judged(content: bytes, made: bytes) -> Edited | None:
    """None for the same file. `made` is what is made of the same again."""
    if content == made:
        return None
    form = inside.form_of(content)
    try:
        lines = tuple(_COMPARE[form](made, content))
    except (MonitorError, ArithmeticError, LookupError, OSError, RuntimeError, SyntaxError, TypeError,
            ValueError, zipfile.BadZipFile, zlib.error):  # fmt: skip
        return Edited((), UNREADABLE)
    return Edited(lines, "" if lines else _OTHERWISE[form])
