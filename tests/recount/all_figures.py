"""Every figure of a data folder, written down and compared: what a change does to all of them.

    python tests/recount/all_figures.py write MAP UIT.csv.gz [INDICATOR …]
                                    every indicator (or these), level, period, breakdown
    python tests/recount/all_figures.py compare VOOR.csv.gz NA.csv.gz [VERSCHILLEN.csv]

`write` asks by the door, as the command line does: exactly, and as each protected role of the
samenwerkingsverband whose folder it is. It uses only what every version of the monitor has had
(`door.figures`), so that it also runs in a checkout of an older one:
`PYTHONPATH=OUDE_CHECKOUT python tests/recount/all_figures.py …`. `compare` counts per viewer and indicator
what differs, came and went, and exits with 1 where anything does.
"""

import csv
import gzip
import sys
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from monitor.access import EVERY, Role, Viewer
from monitor.errors import MonitorError
from monitor.figures.door import catalogue, figures
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


KEY = ("viewer", "indicator", "per", "breakdown", "code", "periode", "uitsplitsing")
VALUES = (
    "teller", "teller_max", "noemer", "noemer_max", "waarde", "waarde_max", "is_hidden", "is_banded"
)  # fmt: skip


def viewers(store: Store) -> dict[str, Viewer]:
    """Who sits at the machine, and every protected role of the folder's own SWV with one school
    and one bestuur: the first that there are."""
    found = {"exact": Viewer(Role.BEHEERDER, EVERY, wie="vergelijking")}
    if not (own := store.settings.swv):
        return found
    swv = frozenset({own})
    schools = store.rows(
        "select l.vestiging, v.bestuursnummer from views.lidmaatschap as l "
        "join views.vestiging as v on v.vestiging = l.vestiging "
        f"where l.per = 'swv' and l.code = '{own}' order by l.vestiging"
    )
    found["consultant"] = Viewer(Role.CONSULTANT, swv)
    found["gemeente"] = Viewer(Role.GEMEENTE, swv)
    for school, bestuur in schools[:1]:
        found["school"] = Viewer(Role.SCHOOL, swv, frozenset({school}))
        of_it = frozenset(code for code, other in schools if other == bestuur)
        found["bestuur"] = Viewer(Role.BESTUUR, swv, of_it, frozenset({bestuur}))
    return found


def rows(store: Store, names: Collection[str] = ()) -> Iterator[list[str]]:
    """KEY and VALUES of every figure (of these indicators), as text that keeps every digit."""
    for name, viewer in viewers(store).items():
        for indicator in catalogue().values():
            if viewer.role not in indicator.audience or (names and indicator.name not in names):
                continue
            for per in indicator.levels:
                for breakdown in ("", *indicator.breakdown):
                    try:
                        found = figures(store, viewer, indicator, per, breakdown=breakdown)
                    except MonitorError as error:
                        print(f"{name} {indicator.name} per {per}: {error}", file=sys.stderr)
                        continue
                    for one in found:
                        key = [name, indicator.name, per, breakdown]
                        key += [one.code, one.periode, one.uitsplitsing]
                        yield [*key, *("" if v is None else repr(v) for v in map(one.__getattribute__, VALUES))]  # fmt: skip


def write(folder: Path, out: Path, names: Collection[str] = ()) -> int:
    """How many figures were written."""
    count = 0
    store = open_store(Versions(folder))
    with gzip.open(out, "wt", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*KEY, *VALUES])
        for row in rows(store, names):
            writer.writerow(row)
            count += 1
    return count


def read(file: Path) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    """KEY → its values; a list, as one unit may stand there once per samenwerkingsverband."""
    found: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines)
        next(reader)
        for row in reader:
            values = tuple(map(_said, row[len(KEY) :]))
            found.setdefault(tuple(row[: len(KEY)]), []).append(values)
    return found


def _said(value: str) -> str:
    """A number in ten digits: 3 and 3.0 are one figure, and so are sums in another order."""
    try:
        return f"{float(value):.10g}"
    except ValueError:
        return value


def compare(before: Path, after: Path, out: Path | None) -> int:
    """How many figures differ; what they were and are, in `out`."""
    old, new = read(before), read(after)
    told: Counter[tuple[str, str, str]] = Counter()
    differing: list[list[str]] = []
    for key in sorted({*old, *new}):
        was, now = old.get(key), new.get(key)
        if was == now:
            continue
        kind = "erbij" if was is None else "weg" if now is None else "anders"
        told[key[0], key[1], kind] += 1
        differing.append([kind, *key, repr(was or ""), repr(now or "")])
    for (viewer, indicator, kind), count in sorted(told.items()):
        print(f"{viewer:12}{indicator:36}{kind:8}{count:7}")
    print(f"{len(old)} cijfers voor, {len(new)} na, {len(differing)} verschillen")
    if out is not None:
        with out.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["soort", *KEY, "voor", "na"], *differing])
    return len(differing)


def main(arguments: list[str]) -> int:
    match arguments:
        case ["write", folder, out, *names]:
            print(f"{write(Path(folder), Path(out), names)} cijfers geschreven in {out}")
            return 0
        case ["compare", before, after, *rest]:
            return bool(compare(Path(before), Path(after), Path(rest[0]) if rest else None))
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
