"""A delivered name in Markdown: text, whatever it looks like."""

import re

import pytest

from monitor.values.safe_text import plain


@pytest.mark.parametrize(
    "name",
    [
        "https://elders.nl",
        "HTTP://elders.nl/x",
        "www.elders.nl",
        "Bel jan@elders.nl",
        "De www. School",
    ],
)
def test_an_address_in_a_name_is_no_link(name: str) -> None:
    shown = plain(name)

    assert not re.search(r"(?i)https?\\?:/|www\.|@\w", shown)  # what a browser's Markdown looks for
    assert re.sub(r"[\\\u200b]", "", shown) == name  # and it reads as it was delivered
