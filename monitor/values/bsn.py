"""A BSN inside a text, so that it is not kept and not shown."""

import re

from monitor.values.spelling import ascii_digits, looks_like_bsn


LONGEST = 20_000
"""Characters of a text that is looked through: each digit takes microseconds."""
_DIGIT = re.compile("[0-9]")
_DIGITS = [re.compile(rf"[0-9](?:[^0-9A-Za-z]{{0,2}}[0-9]){{{n - 1}}}") for n in (8, 9, 10)]
"""As many digits, with what people write between them."""


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
