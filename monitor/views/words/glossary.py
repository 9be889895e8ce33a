"""The terms of the field, from docs/begrippen.md: what they mean and which words not to use."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from monitor.resources import BEGRIPPEN
from monitor.values.collation import fold


AVOID = "Zeg niet: "


@dataclass(frozen=True)
class Term:
    """One term: a paragraph, and the words not to use for it."""

    name: str
    text: str
    avoid: str = ""

    @property
    def address(self) -> str:
        """How it is named in a URL: `?begrip=dekkend-aanbod`."""
        return fold(self.name).replace(" ", "-")


@cache
def terms(file: Path = BEGRIPPEN) -> tuple[Term, ...]:
    """All terms, as the file orders them: by the alphabet."""
    parts = re.split(r"^## ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return tuple(_term(part) for part in parts)


def _term(part: str) -> Term:
    name, _, rest = part.partition("\n")
    lines = [line.strip() for line in rest.strip().splitlines()]
    avoid = next((line.removeprefix(AVOID) for line in lines if line.startswith(AVOID)), "")
    body = " ".join(line for line in lines if line and not line.startswith(AVOID))
    return Term(name.strip(), body, avoid)


def term_named(name: str) -> Term | None:
    """The term of that name, address or abbreviation: `TLV`, `tlv`, `toelaatbaarheidsverklaring`."""
    wanted = fold(name)
    if not wanted:
        return None
    exact = next((t for t in terms() if fold(t.name) == wanted), None)
    return exact or next((t for t in terms() if wanted in _names(t)), None)


def _names(term: Term) -> set[str]:
    """A name without what stands between brackets, and what stands there."""
    inside = re.findall(r"\(([^)]*)\)", term.name)
    return {fold(re.sub(r"\(.*?\)", "", term.name)), *map(fold, inside)}


def matches(words: str, *texts: str) -> bool:
    """Whether every word occurs, whatever its accents and capitals."""
    sought = fold(" ".join(texts))
    return all(word in sought for word in fold(words).split())
