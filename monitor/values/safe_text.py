"""Texts of somebody else where they would do something: on a page as Markdown, in a spreadsheet as a
formula."""

import re


_FORMULA = "=+\\-@\uff1d\uff0b\uff0d\uff20|%"
"""What a formula, or an old command (DDE), starts with; wide letters are read as narrow ones."""
_UNSEEN = r"[\s\x00-\x20\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\"]"
_AT_START = re.compile(rf"^(?={_UNSEEN}*[{_FORMULA}])|^(?=[\t\r\n])")
_AFTER_SEPARATOR = re.compile(rf"(?<=[;,\t\r\n])({_UNSEEN}*)(?=[{_FORMULA}])")


def plain(words: str) -> str:
    """A delivered or typed text as Markdown that shows it literally. A colon before a space is no
    markup; a web or e-mail address in it becomes no link, for which an invisible space is put in
    it. A text that is an e-mail address and nothing else stays whole: people copy it."""
    if not re.fullmatch(r"[^\s@]+@[^\s@]+", words):
        words = re.sub(r"(?i)(www|https?:|@)", "\\1\u200b", words)
    words = re.sub(r"([\\`*_\[\]<>$~#|]|:(?=\S))", r"\\\1", words)
    # A line that begins as a list does: 1. Noord, - Oost.
    return re.sub(r"(?m)^(\s*)(?:(\d+)([.)])|([+-]))(?=\s|$)", r"\1\2\\\3\4", words)


def harmless(words: str) -> str:
    """A spreadsheet would run what starts like a formula; with an apostrophe it is text.

    Also behind a separator or a line end: who opens a file with another separator than it was
    made with gets a cell there.
    """
    return _AFTER_SEPARATOR.sub(r"\1'", _AT_START.sub("'", words))
