"""Counts of the same pupils have one name in the release: recounted on the sample.

Two names for the same pupils are widened apart, and the one then says what the other hides.
"""

import re
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest
from helpers.depth import is_deep

from monitor.errors import QueryHeaderError
from monitor.figures.catalogue import Indicator, catalogue, read_headers
from monitor.figures.disclosure.counts import names
from monitor.figures.disclosure.policy import (
    SAID_ELSEWHERE,
    counts_pupils,
    has_noemer_of_pupils,
    is_register,
)
from monitor.figures.disclosure.sums import SAME
from monitor.figures.exact import answer
from monitor.figures.figure import Question
from monitor.resources import QUERIES
from monitor.store.definitions import definitions
from monitor.store.store import Store


Where = tuple[str, str, str, str]
"""(uitsplitsing, periode, level, code)"""
Ends = tuple[float | None, float | None]
ENOUGH = 3
"""In so many cells they are alike, and not by chance of nobody."""


def is_of_pupils(indicator: Indicator, is_noemer: bool) -> bool:
    """Noemers that are all pupils of the schools are public, and are not widened."""
    return not is_register(indicator) and (not is_noemer or has_noemer_of_pupils(indicator))


BY_DAY = ("", "THUIS_OCW", "ABS", "LRV")
"""The working definition and two that are shown less; the others are the same program."""


def counted(store: Store) -> dict[str, dict[Where, Ends]]:
    """Everything that counts pupils; by day of a few working definitions, by night of all."""
    found: dict[str, dict[Where, Ends]] = defaultdict(dict)
    for indicator in catalogue().values():
        if indicator.sector != "vo" or not counts_pupils(indicator):
            continue
        if not is_deep() and indicator.definitie not in BY_DAY:
            continue
        teller, noemer = names(indicator)
        for per in indicator.levels:
            for breakdown in ("", *indicator.breakdown) if per != "land" else ():
                asked = Question(per, "", breakdown, (), ("swv", "VO9901"))
                for f in answer(store, indicator, asked):
                    where = (f.uitsplitsing, f.periode, per, f.code)
                    if teller and is_of_pupils(indicator, False):
                        found[teller][where] = f.teller, f.teller_max
                    if noemer and is_of_pupils(indicator, True):
                        found[noemer][where] = f.noemer, f.noemer_max
    return found


def are_linked(one: str, other: str) -> bool:
    """Whether the sums of the release say that the one is part of the other."""
    suffixes = ["", *(f"_{code.lower()}" for code in definitions())]
    if any(
        {one, other} == {f"{a}{suffix}", f"{b}{suffix}"}
        for (a, _), (b, _) in SAME
        for suffix in suffixes
    ):
        return True
    for code, definition in definitions().items():
        for wider in definition.within:
            ends = f"_{code.lower()}", f"_{wider.lower()}"
            if any(a.endswith(ends[0]) and b.endswith(ends[1])
                   for a, b in ((one, other), (other, one))):  # fmt: skip
                return True
    return False


@pytest.fixture(scope="module")
def found(sample: Store) -> dict[str, dict[Where, Ends]]:
    return counted(sample)


def test_two_names_are_not_the_same_pupils(found: dict[str, dict[Where, Ends]]) -> None:
    alike = []
    for one, other in combinations(sorted(found), 2):
        cells = found[one].keys() & found[other].keys()
        if sum((found[one][cell][0] or 0) > 0 for cell in cells) < ENOUGH:
            continue
        if not are_linked(one, other) and all(found[one][c] == found[other][c] for c in cells):
            alike.append((one, other, len(cells)))

    assert alike == []


def test_nor_is_a_name_a_part_of_another(found: dict[str, dict[Where, Ends]]) -> None:
    """Who is at home for more than a year is a part of thuiszitters (`duur=…`): as an indicator with a
    name of its own it would be widened apart from it. Parts that nobody sees in classes, because an
    indicator says them, are left out."""
    parts: dict[tuple[str, str], dict[tuple[str, str, str], Ends]] = defaultdict(dict)
    for name, cells in found.items():
        for (part, periode, per, code), ends in cells.items():
            if part.partition("=")[0] not in SAID_ELSEWHERE:
                parts[name, part][periode, per, code] = ends
    # Those of the whole samenwerkingsverband first: few are alike there.
    alike = defaultdict(list)
    for which, of in parts.items():
        whole = [(where, ends) for where, ends in of.items() if where[1] == "swv" and ends[0]]
        if len(whole) >= ENOUGH:
            alike[tuple(sorted(whole))].append(which)

    assert [
        (one, other)
        for which in alike.values()
        for one, other in combinations(sorted(which), 2)
        if one[0] != other[0] and one[1] != other[1] and not are_linked(one[0], other[0])
        and _are_alike(parts[one], parts[other])
    ] == []  # fmt: skip


def _are_alike(
    one: dict[tuple[str, str, str], Ends], other: dict[tuple[str, str, str], Ends]
) -> bool:
    """At every level that both are told at; no row is nobody."""
    levels = {per for _, per, _ in one} & {per for _, per, _ in other}
    cells = [where for where in one.keys() | other.keys() if where[1] in levels]
    return all(one.get(where, (0.0, 0.0)) == other.get(where, (0.0, 0.0)) for where in cells)


def test_a_part_of_a_whole_says_whom_it_counts(tmp_path: Path) -> None:
    """Forgotten, a release would widen the same pupils under two names; nothing else would tell."""
    good = (QUERIES / "indicators" / "tlv_verlenging_aandeel.sql").read_text("utf-8")
    file = tmp_path / "tlv_verlenging_aandeel.sql"
    forgotten = re.sub(r"-- noemer_of: .*\n", "", good)
    file.write_text(forgotten, encoding="utf-8")

    with pytest.raises(QueryHeaderError, match="teller_of and noemer_of"):
        list(read_headers(file))


@pytest.mark.parametrize("other", ["tlv_afgegeve", "tlv_afgegeven/noemer", "thuiszitters_duur"])
def test_whom_it_counts_is_a_count_that_is_there_and_is_its_own(tmp_path: Path, other: str) -> None:
    """A name that nobody has, a noemer that is none, and a count that is itself called otherwise."""
    for name in ("tlv_verlenging_aandeel", "tlv_afgegeven", "thuiszitters", "thuiszitters_duur"):
        text = (QUERIES / "indicators" / f"{name}.sql").read_text("utf-8")
        text = re.sub(r"(-- noemer_of: +)tlv_afgegeven\n", rf"\g<1>{other}\n", text)
        (tmp_path / f"{name}.sql").write_text(text, encoding="utf-8")

    with pytest.raises(QueryHeaderError, match=re.escape(f"nothing counts {other}")):
        catalogue(tmp_path)
