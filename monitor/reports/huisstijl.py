"""The template of a samenwerkingsverband: where it lies, whether it may be used, and what it lacks.

It is a file from outside: what it may not hold is looked for before any library opens it.
"""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from monitor.errors import MonitorError


FOLDER = "huisstijl"
"""In the data folder; the first .pptx or .potx by name is the template."""
ENDINGS = (".pptx", ".potx")


class Finding(NamedTuple):
    """A sentence for who made the template."""

    words: str
    refuses: bool = False
    """Whether the template is not used at all."""


def check(content: bytes) -> tuple[Finding, ...]:
    """What is wrong with a template; nothing when all is well."""
    from monitor.reports.slides import judged, refused

    if said := refused.of(content):
        return tuple(Finding(words, True) for words in said)
    try:
        return tuple(Finding(words) for words in judged.of(content))
    except (ValueError, KeyError, AttributeError, IndexError, TypeError, OSError) as error:
        if str(error) == "a template without a layout with a title":
            words = "Er is geen indeling met een titel. Voeg een indeling 'Alleen titel' toe."
        else:
            words = "PowerPoint-onderdelen ontbreken of zijn beschadigd. Sla het bestand in PowerPoint opnieuw op."
        return (Finding(words, True),)


def of_folder(data: Path | None) -> bytes | None:
    """The template that lies in a data folder, None without one: then the deck is in ours.

    MonitorError, which says what to do, when it may not be used.
    """
    if data is None:
        return None
    folder = data / FOLDER
    found = sorted(
        one
        for one in folder.glob("*")
        if one.suffix.lower() in ENDINGS and not one.name.startswith("~")
    )
    if not found:
        return None
    about = found[0].stat()
    return _usable(found[0], about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=4)
def _usable(file: Path, changed: int, size: int) -> bytes:
    """Looked at once as long as it stays the same: a page asks it every time that a download opens."""
    content = file.read_bytes()
    for finding in check(content):
        if finding.refuses:
            raise MonitorError(
                f"De huisstijl {file.name} kan niet gebruikt worden. {finding.words}"
            )
    return content
