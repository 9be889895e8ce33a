"""What a file from outside may not hold, before any program opens it: a template is somebody else's."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from posixpath import dirname, normpath


MOST_BYTES, MOST_PARTS = 50_000_000, 3000
MOST_UNPACKED, MOST_OF_PART = 200_000_000, 60_000_000
"""Bounds of a template: as sent, in number of parts, unpacked together and each by itself."""
DAMAGED = (
    "Dit is geen PowerPoint-bestand, of het is beschadigd of uitgepakt veel te groot. Haal dia's en beelden "
    "weg, en sla het in PowerPoint opnieuw op als .pptx of .potx."
)
_ENTITY = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_DROPPED = ("ppt/slides/", "ppt/notesSlides/", "ppt/comments", "docProps/", "customXml/")
"""What does not come along into a deck: examples, notes, remarks, properties."""
_MACRO = re.compile(rb"macroEnabled", re.IGNORECASE)


def of(content: bytes) -> tuple[str, ...]:
    """Why a template is not used, in Dutch; nothing when it may be."""
    if len(content) > MOST_BYTES:
        return (
            f"Het bestand is groter dan {MOST_BYTES // 1_000_000} MB. Maak het kleiner: haal beelden weg.",
        )
    parts = parts_of(content)
    if parts is None:
        return (DAMAGED,)
    if "ppt/presentation.xml" not in parts:
        return ("Dit is geen PowerPoint-bestand. Sla het in PowerPoint op als .pptx of .potx.",)
    return tuple(dict.fromkeys(_inside(parts)))


def parts_of(content: bytes) -> dict[str, bytes] | None:
    """Name → what is in it; None for what is no package, or unpacks to more than we read."""
    if len(content) > MOST_BYTES:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as zipped:
            entries = zipped.infolist()
            if _is_too_much(entries):
                return None
            return {entry.filename: _read(zipped, entry) for entry in entries}
    except (
        zipfile.BadZipFile,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        OSError,
        zlib.error,
    ):
        return None


def _is_too_much(entries: list[zipfile.ZipInfo]) -> bool:
    return (
        len(entries) > MOST_PARTS
        or sum(one.file_size for one in entries) > MOST_UNPACKED
        or any(one.file_size > MOST_OF_PART for one in entries)
    )


def _read(zipped: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """No more than it says that it is. ValueError for more."""
    with zipped.open(entry) as part:
        data = part.read(entry.file_size + 1)
    if len(data) > entry.file_size:
        raise ValueError("more than it says")
    return data


def _inside(parts: dict[str, bytes]) -> Iterator[str]:
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")) and _ENTITY.search(data):
            yield "Het bestand bevat verwijzingen (DOCTYPE of ENTITY) die een sjabloon niet mag hebben."
        if name.lower().endswith("vbaproject.bin"):
            yield "Het bestand bevat macro's. Sla het op als .pptx of .potx, zonder macro's."
    if _MACRO.search(parts.get("[Content_Types].xml", b"")):
        yield "Het bestand bevat macro's. Sla het op als .pptx of .potx, zonder macro's."
    for name, data in parts.items():
        if not name.endswith(".rels") or _owner(name).startswith(_DROPPED):
            continue
        if b'TargetMode="External"' in data:
            yield (f"In {_owner(name)} staat een koppeling naar buiten het bestand. Haal die weg: een "
                   "presentatie van de monitor verwijst nergens naar.")  # fmt: skip
        if re.search(rb"/relationships/(oleObject|package|control|activeXControlBinary)\"", data):
            yield (f"In {_owner(name)} zit een ingesloten bestand of besturingselement (OLE). Haal het "
                   "weg.")  # fmt: skip


def _owner(rels: str) -> str:
    """ppt/slideMasters/_rels/slideMaster1.xml.rels → ppt/slideMasters/slideMaster1.xml"""
    folder = dirname(dirname(rels))
    return normpath(f"{folder}/{rels.rpartition('/')[2].removesuffix('.rels')}").lstrip("./")
