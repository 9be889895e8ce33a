"""What a report says, as data that lie in its file without being seen: small, in letters and digits."""

import base64
import zlib


NAME = "gepubliceerd"
"""Of the block, the attachment and the sheet."""
MOST = 50_000_000
"""Bytes of what a report says, unpacked."""


def packed(text: str) -> str:
    """The same text gives the same letters, on one machine."""
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode()


def unpacked(text: str) -> str:
    """Of `packed`. ValueError for what is damaged, or larger than any report."""
    try:
        reader = zlib.decompressobj()
        whole = reader.decompress(base64.b64decode(text, validate=True), MOST)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not reader.eof:
        raise ValueError("too large, or cut off")
    return whole.decode()
