"""What a mapping could look like: the headings and words of a foreign file, beside ours."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, Self

from pydantic_core import PydanticCustomError

from monitor.errors import DeliveryRefused
from monitor.intake.judging.bsn import bsn_problems
from monitor.intake.judging.recognising import known_headings, places
from monitor.intake.reading.read import read
from monitor.sources import sources
from monitor.sources.source import Column, Source, normal
from monitor.store import building
from monitor.store.mappings import Mapping
from monitor.values.bsn import contains_bsn
from monitor.values.spelling import PADDING, Choice, quoted


ALIKE = 0.68
"""From which likeness (0-1) on a heading or word is proposed."""
WORDS = 25
"""A column with more different values is no column of fixed words."""
_EMPTY_WORDS = {"datum", "nummer", "soort", "school", "aantal", "leerlingen", "vestiging"}
"""Words that stand in many headings and tell none from another."""
_ABOUT_PEOPLE = re.compile(r"naam|leerling|geboren|geboorte|pseudon|ouder|adres|mail|telefoon")
_NUMBERS = re.compile(r"[0-9]{5}|[0-9]+[-/][0-9]+[-/][0-9]+")


@dataclass(frozen=True)
class Peek:
    """What may be shown of a file that is not recognised: its headings, and fixed words."""

    headings: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    """Per heading its values, where they look like a fixed list: never names, numbers or dates."""


def peek(path: Path, name: str) -> Peek | None:
    """Look into a file; None when it cannot be read or has a burgerservicenummer."""
    with building.workbench(path.parent) as connection:
        try:
            sheet = read(connection, path, name, known_headings(), "kijk")
        except (DeliveryRefused, OSError):
            return None
        if bsn_problems(connection, sheet):
            return None
        words = {}
        for place, heading in enumerate(sheet.headings):
            if heading.strip() and not _ABOUT_PEOPLE.search(normal(heading)):
                found = _most_frequent(connection, sheet.table, place)
                if len(found) <= WORDS and not any(map(_says_too_much, found)):
                    words[heading] = tuple(found)
        headings = [heading for heading in sheet.headings if heading.strip()]
        return Peek(tuple(dict.fromkeys(headings)), words)


def _most_frequent(connection: Any, table: str, place: int) -> list[str]:
    """The values of a column, one more than a fixed list may have at most."""
    text = f"trim(c{place}, {quoted(PADDING)})"
    rows = connection.execute(
        f"select min({text}) from {table} where {text} <> '' group by lower({text}) "
        f"order by count(*) desc, 1 limit {WORDS + 1}"
    ).fetchall()
    return [row[0] for row in rows]


def _says_too_much(word: str) -> bool:
    return len(word) > 60 or bool(_NUMBERS.search(word)) or contains_bsn(word)


@dataclass(frozen=True)
class ProposedColumn:
    """A heading of ours that a heading of the file can be coupled to."""

    heading: str
    column: Column
    is_brin: bool = False

    @property
    def is_required(self) -> bool:
        return self.column.is_required and not self.is_brin


def targets(source: Source) -> list[ProposedColumn]:
    """The headings of a kind of file, required ones first; without a column per year."""
    out = [
        ProposedColumn(column.heading.headings[0], column)
        for column in source.columns()
        if not column.heading.melted
    ]
    out += [
        ProposedColumn(column.heading.brin[0], column, is_brin=True)
        for column in source.columns()
        if column.heading.brin
    ]
    return sorted(out, key=lambda target: (target.is_brin, not target.is_required))


class _Letters(NamedTuple):
    """A text to compare, with how often each letter is in it."""

    text: str
    counts: Counter[str]

    @classmethod
    def of(cls, text: str) -> Self:
        return cls(text, Counter(text))


class _Heading(NamedTuple):
    """A heading or word as it is compared: as a whole, in another order, the words that tell."""

    plain: _Letters
    in_order: _Letters
    telling: tuple[_Letters, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        words = {normal(word) for word in re.split(r"[\s_\-–/]+", text) if word}
        telling = tuple(_Letters.of(w) for w in words - _EMPTY_WORDS if len(w) >= 5)
        return cls(_Letters.of(normal(text)), _Letters.of("".join(sorted(words))), telling)


_ours = cache(_Heading.of)
"""Of headings and words of ours only: what a file says is not kept."""


def propose(source: Source, headings: Sequence[str]) -> dict[str, str]:
    """Our heading → the heading of the file that it most likely is; each is used once."""
    seen = [_Heading.of(heading) for heading in headings]
    return {ours: theirs for ours, (theirs, _) in _propose(source, headings, seen).items()}


def nearest(headings: Sequence[str]) -> list[str]:
    """The names of all kinds of file, the one that most of these headings are like first."""

    seen = [_Heading.of(heading) for heading in headings]

    def likeness(name: str) -> tuple[float, str]:
        source = sources()[name]
        proposed = _propose(source, headings, seen)
        needed = [target.heading for target in targets(source) if target.is_required]
        share = sum(heading in proposed for heading in needed) / max(len(needed), 1)
        return -sum(score for _, score in proposed.values()) - 3 * share, name

    return sorted(sources(), key=likeness)


def _propose(
    source: Source, headings: Sequence[str], seen: Sequence[_Heading]
) -> dict[str, tuple[str, float]]:
    out: dict[str, tuple[str, float]] = {}
    scores: list[tuple[float, str, str]] = []
    for target in targets(source):
        at = [] if target.is_brin else places(target.column, list(headings))
        if at:
            out[target.heading] = (headings[at[0]], 1.0)
            continue
        names = target.column.heading.brin if target.is_brin else target.column.heading.headings
        for heading, shape in zip(headings, seen, strict=True):
            score = max(_likeness(shape, _ours(name)) for name in names)
            if score >= (0.9 if target.is_brin else ALIKE):
                scores.append((score, target.heading, heading))
    used = {theirs for theirs, _ in out.values()}
    for score, ours, theirs in sorted(scores, key=lambda found: -found[0]):
        if ours not in out and theirs not in used:
            out[ours] = (theirs, score)
            used.add(theirs)
    return out


def _likeness(one: _Heading, other: _Heading) -> float:
    """How alike two headings are: as a whole, in another order, or in the word that counts.
    0 when that is less than ALIKE."""
    plain = _ratio(one.plain, other.plain)
    in_order = _ratio(one.in_order, other.in_order)
    telling = max((_ratio(a, b) for a in one.telling for b in other.telling), default=0.0)
    short, long = sorted((one.plain.text, other.plain.text), key=len)
    contained = 0.8 if len(short) >= 7 and short in long else 0.0
    return max(plain, in_order, 0.9 * telling, contained)


def _ratio(one: _Letters, other: _Letters) -> float:
    """The share of letters in common, in one order; 0 when that is less than ALIKE, which most
    often shows from how many there are: each of thousands of pairs is asked at every click."""
    most = ALIKE * (len(one.text) + len(other.text)) / 2
    if min(len(one.text), len(other.text)) < most:
        return 0.0
    if sum(min(many, other.counts[letter]) for letter, many in one.counts.items()) < most:
        return 0.0
    return SequenceMatcher(None, one.text, other.text).ratio()


def unknown_words(column: Column, found: Sequence[str]) -> list[str]:
    """The words of a file that a column with a fixed list of words does not know."""
    out = []
    for word in found:
        try:
            column.spelling.read(word)
        except PydanticCustomError:
            if word not in column.heading.unknown:
                out.append(word)
    return out


def known_words(column: Column) -> list[str]:
    """The words that a column can have, [] when any text will do."""
    if not isinstance(column.spelling, Choice):
        return []
    return list(dict.fromkeys(word for _, word in column.spelling.words))


def propose_word(column: Column, theirs: str) -> str:
    """Our word for a word of the file, "" when none is like it."""
    assert isinstance(column.spelling, Choice)
    initials = "".join(word[0] for word in re.findall(r"\w+", theirs.lower()))
    best, shape = (0.0, ""), _Heading.of(theirs)
    for spelled, ours in column.spelling.words:
        score = max(_likeness(shape, _ours(spelled)), 0.95 * (initials == ours and len(ours) > 1))
        best = max(best, (score, ours))
    return best[1] if best[0] >= ALIKE else ""


def make_mapping(
    name: str, source: Source, chosen: dict[str, str], words: dict[str, dict[str, str]]
) -> Mapping:
    """A mapping of our heading → theirs (`chosen`) and, per heading of ours, their words → ours.

    Headings that we know already need no translation.
    """
    by_heading = {target.heading: target for target in targets(source)}
    headings, translated = {}, {}
    for ours, theirs in chosen.items():
        target = by_heading[ours]
        names = target.column.heading.brin if target.is_brin else target.column.heading.headings
        is_known = normal(theirs) in {normal(name) for name in names}
        if not is_known:
            headings[theirs] = ours
        if words.get(ours):
            translated[theirs if is_known else ours] = words[ours]
    return Mapping(name=name, source=source.name, headings=headings, words=translated)
