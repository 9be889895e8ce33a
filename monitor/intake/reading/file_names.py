"""The name of a delivered file as it is kept and shown: text, on one line, and no path."""

import re
import unicodedata
from pathlib import PurePosixPath


LONGEST = 150
"""Characters: what fits in a message, and says enough."""
NAMELESS = "bestand zonder naam"
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
"""Controls, what turns the reading direction or is not seen, halves of letters, ends of lines."""


def plain_name(name: str) -> str:
    """What stands after the last / or \\, without what is not seen, at most `LONGEST` long.

    A name is for reading only. On disk a file is called after its content, so no name can be a
    place; but it stands in messages, in the list of deliveries and in a terminal.
    """
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(letter for letter in last if unicodedata.category(letter) not in _UNSEEN)
    clean = " ".join(seen.split()).strip(". ")
    if len(clean) > LONGEST:
        ending = PurePosixPath(clean).suffix[:10]
        clean = f"{clean[: LONGEST - len(ending) - 1]}…{ending}"
    return clean or NAMELESS
