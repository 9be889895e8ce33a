"""One file that asks nothing of anywhere, says what the sections say, and takes no words for markup."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from made_sections import STAMP, a_section

from monitor.reports.onefile import to_html
from monitor.reports.report import Report
from monitor.reports.stamp import Stamp
from monitor.sections.section import Section


class Read(HTMLParser):
    """Its tags with their attributes, and its words; a tag that is not closed is an error."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta",):
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] not in ("style", "script"):
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def made_of(*sections: Section, stamp: Stamp = STAMP) -> str:
    return to_html(Report("Titel", "Van wie", sections, stamp))


WORDS = [
    "**vet**",
    "<b>vet</b>",
    '"><script>alert(1)</script>',
    '=HYPERLINK("x")',
    "a" * 300,
    "🌞 בית",
]


@pytest.mark.parametrize("words", WORDS)
def test_words_of_others_are_words(words: str) -> None:
    """Everywhere they can come: also in an attribute and in a picture."""
    plain, found = Read(made_of(a_section("gewoon"))), Read(made_of(a_section(words)))

    shown = found.text.replace("\u00a0", " ")
    assert f"Dat is {words}." in shown
    assert f"Tabel {words}" in shown
    assert {tag for tag, _ in found.tags} == {tag for tag, _ in plain.tags}
    assert len(found.tags) - len(plain.tags) <= 4  # a long name takes more lines in a picture


def test_nothing_is_asked_of_anywhere() -> None:
    text = made_of(a_section())
    found = Read(text)

    asking = {"src", "srcset", "action", "formaction", "data", "xlink:href", "poster", "style"}
    assert not [(tag, at) for tag, at in found.tags if asking & set(at)]
    assert {at["href"] for _, at in found.tags if "href" in at} <= {"#deel-0"}
    assert not re.search(r"@import|url\((?!#)", text)
    assert not {"link", "iframe", "img", "form", "object"} & {tag for tag, _ in found.tags}


def test_its_policy_allows_its_own_style_and_script_and_no_other() -> None:
    text = made_of(a_section())
    policy = next(
        str(at["content"]) for _, at in Read(text).tags
        if at.get("http-equiv") == "Content-Security-Policy"
    )  # fmt: skip

    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_it_says_for_whom_it_is_and_carries_the_kenmerk() -> None:
    section = a_section()
    found = Read(made_of(section))

    named = {at.get("name"): at.get("content") for tag, at in found.tags if tag == "meta"}
    assert STAMP.kenmerk([section]) in str(named["keywords"])
    assert STAMP.kenmerk([section]) in found.text
    assert "Verzonnen gegevens" in found.text
    assert "voor de directeur" in found.text
    assert "Letters" not in found.text  # a browser has letters of its own


def test_the_same_version_gives_the_same_text() -> None:
    assert made_of(a_section()) == made_of(a_section())


@pytest.mark.parametrize("role", ["directeur", "gemeente"])
def test_every_section_of_the_sample_is_in_it(
    made: dict[str, tuple[list[Section], Stamp]], role: str
) -> None:
    sections, stamp = made[role]
    text = made_of(*sections, stamp=stamp)
    found = Read(text)
    said = found.text.replace("\u00a0", " ")

    for section in sections:
        assert " ".join(section.says.text.replace("\u00a0", " ").split()) in said, section.key
    pictures = [at for tag, at in found.tags if tag == "svg"]
    assert len(pictures) == sum(len(one.drawn) for one in sections)
    assert all(at.get("aria-label") for at in pictures)
    nine = to_html(Report("Negen", "", tuple(sections[:9]), stamp))
    assert len(nine.encode()) <= 150_000
