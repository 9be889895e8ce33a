"""The data that lie in a file of ours, whatever its form: paper, HTML, workbook or slides."""

import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from monitor.reports import embedded, kept_along, onefile
from monitor.reports.report import KIND


MOST_FILE = 100_000_000
"""Bytes of a file that is looked into."""
_STREAM = re.compile(rb"stream\r?\n")


def form_of(content: bytes) -> str:
    """pdf, html, xlsx or pptx; "" for what is none of them."""
    if content.startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(b"PK"):
        names = _names(content)
        return ("xlsx" if "xl/workbook.xml" in names
                else "pptx" if "ppt/presentation.xml" in names else "")  # fmt: skip
    return "html" if content[:200].lstrip().lower().startswith(b"<!doctype html") else ""


def read(content: bytes) -> dict[str, Any] | None:
    """What a report said when it was made (`report.published_of`); None for a file that is no report of
    ours, of one question, or too damaged to tell."""
    if len(content) > MOST_FILE:
        return None
    try:
        for text in _texts(content):
            found = json.loads(text)
            if isinstance(found, dict) and _is_whole(found):
                return found
    except (
        ValueError,
        OSError,
        RecursionError,
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        zlib.error,
    ):
        return None
    return None


def _is_whole(found: dict[str, Any]) -> bool:
    kinds = {"soort": str, "order": dict, "stamp": dict, "kenmerk": str, "sections": list}
    is_ours = all(type(found.get(key)) is kind for key, kind in kinds.items())
    return is_ours and found["soort"] == KIND


def _texts(content: bytes) -> Iterator[str]:
    match form_of(content):
        case "pdf":
            yield from _attached(content)
        case "html":
            yield onefile.published_in(content.decode("utf-8")) or "{}"
        case "xlsx":
            yield kept_along.published_in(content)
        case "pptx":
            yield from _custom(content)


def _attached(content: bytes) -> Iterator[str]:
    """Streams of a PDF that hold our data, as they are or made small."""
    for place in _STREAM.finditer(content):
        start = content[place.end() : place.end() + 2]
        if start[:1] == b"x":
            try:
                reader = zlib.decompressobj()
                first = reader.decompress(content[place.end() :], 64)
                if not first.startswith(b'{"kenmerk":'):
                    continue
                whole = first + reader.decompress(reader.unconsumed_tail, embedded.MOST)
            except zlib.error:
                continue
            if reader.eof:
                yield whole.decode()
        elif start == b'{"':
            end = content.find(b"endstream", place.end())
            yield content[place.end() : end].decode().rstrip()


def _names(content: bytes) -> set[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            return set(book.namelist())
    except (zipfile.BadZipFile, ValueError):
        return set()


def _part(book: zipfile.ZipFile, name: str) -> bytes:
    """ValueError for one that is larger unpacked than any of ours."""
    if book.getinfo(name).file_size > embedded.MOST:
        raise ValueError(name)
    return book.read(name)


def _custom(content: bytes) -> Iterator[str]:
    """The custom parts of a deck."""
    import html

    with zipfile.ZipFile(io.BytesIO(content)) as deck:
        for name in deck.namelist():
            if re.fullmatch(r"customXml/item\d+\.xml", name):
                found = re.search(
                    r"<(?:\w+:)?rapport[ >][^{]*(\{.*\})<", _part(deck, name).decode(), re.DOTALL
                )
                if found is not None:
                    yield html.unescape(found[1])
