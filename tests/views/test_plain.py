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


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("1. Noord", "1\\. Noord"),  # a numbered list
        ("12) Oost", "12\\) Oost"),
        ("- geen", "\\- geen"),  # a list with dots
        ("a\n+ b", "a\n\\+ b"),
        ("-3", "-3"),  # a number below nothing
        ("1.5 km", "1.5 km"),
        ("de 1. plek", "de 1. plek"),
    ],
)
def test_a_line_that_begins_as_a_list_is_no_list(name: str, shown: str) -> None:
    assert plain(name) == shown
