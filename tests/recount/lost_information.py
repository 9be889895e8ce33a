"""What protected audiences are told of pupils, in two written sets of figures: a table for the
documentation.

    python tests/recount/lost_information.py VOOR.csv.gz NA.csv.gz

Both are made by `tests/recount/all_figures.py write`, of one data folder by two versions of the monitor. Of
each theme and audience: how many counts are told at all, and which part of them is hidden (fewer than
five, or not told), a class of five, wider than that, or exact (nobody, or a public register).
"""

import csv
import gzip
import sys
from collections import Counter
from pathlib import Path

from monitor.figures.catalogue import catalogue
from monitor.figures.disclosure.policy import counts_pupils


FEW = 4
KINDS = ("verborgen", "klasse", "wijder", "precies")


def told(file: Path) -> Counter[tuple[str, str, str]]:
    """(theme, audience, one of KINDS) → how many tellers."""
    found: Counter[tuple[str, str, str]] = Counter()
    seen = set()
    with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            one = catalogue().get(row["indicator"])
            if row["viewer"] == "exact" or one is None or not counts_pupils(one):
                continue
            key = tuple(row[name] for name in
                        ("viewer", "indicator", "per", "code", "periode", "uitsplitsing"))  # fmt: skip
            if key not in seen:
                seen.add(key)
                found[one.theme, row["viewer"], kind(row["teller"], row["teller_max"])] += 1
    return found


def kind(low: str, high: str) -> str:
    """Which of KINDS a teller is, by its two ends as they were written."""
    if not high:
        return "verborgen"
    least, most = float(low or 0), float(high)
    if least == most:
        return "precies"
    if most <= FEW:
        return "verborgen"
    return "klasse" if most - least <= FEW + 0.5 else "wijder"


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print(__doc__)
        return 2
    before, after = (told(Path(file)) for file in arguments)
    print(f"| thema, publiek | getoond | {' | '.join(KINDS)} |")
    print("|---|---|" + "---|" * len(KINDS))
    for theme, viewer in sorted({key[:2] for key in (*before, *after)}):
        sums = [sum(one[theme, viewer, name] for name in KINDS) for one in (before, after)]
        parts = [
            " → ".join(f"{100 * one[theme, viewer, name] / all_:.0f} %" if all_ else "-"
                       for one, all_ in zip((before, after), sums, strict=True))
            for name in KINDS
        ]  # fmt: skip
        print(f"| {theme}, {viewer} | {sums[0]} → {sums[1]} | {' | '.join(parts)} |")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
