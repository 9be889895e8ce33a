"""Every text of every page for every role, written down and compared: what a change does to pages.

    python tests/recount/all_texts.py write UIT.tsv [--page deelname] [--role directeur] [--data MAP]
    python tests/recount/all_texts.py compare VOOR.tsv NA.tsv [--samen] [--page deelname] [--role school]

`write` opens each page of the sample as each role of `tests/roles`, in each of its parts and with some
other choices, on one fixed day, and writes a line per element: page, role, address, number, kind, text.
The sample is delivered once for a version of the code (pages and views aside) and kept in `--data`,
by default a folder of the system for passing files. `compare` prints per page and role what went (-),
came (+) and stands in another place (~), and exits with 1 where anything does; `--samen` says equal
differences once, with every place that has them. In a checkout of an older version:
`PYTHONPATH=OUDE_CHECKOUT python tests/recount/all_texts.py write …`.
"""

import argparse
import hashlib
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from importlib import import_module
from pathlib import Path
from typing import Any


TESTS = Path(__file__).resolve().parent.parent
HEAD = ("pagina", "rol", "adres", "nummer", "soort", "tekst")
Key = tuple[str, str, str]
"""(page, role, address)"""
Line = tuple[str, str]
"""(kind, text)"""
ESCAPES = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


# --------------------------------------------------------------------------------------- writing


def write(out: Path, pages: list[str], roles: list[str], data: Path | None) -> int:
    """How many elements were written."""
    sys.path.append(str(TESTS))
    page_texts = import_module("recount.page_texts")
    every = import_module("monitor.pages")
    every.import_all()
    prepare = _prepare()
    page_texts.stop_the_clock()
    store = _sample(data, prepare)
    count = 0
    with out.open("w", encoding="utf-8") as file:
        file.write("\t".join(HEAD) + "\n")
        for role, viewer in _audiences().items():
            for page in every.pages_for(viewer):
                if (roles and role not in roles) or (pages and page.name not in pages):
                    continue
                for address, lines in page_texts.page_lines(page.name, store, viewer):
                    where = "&".join(f"{name}={value}" for name, value in address)
                    for number, (kind, text) in enumerate(lines):
                        cells = (page.name, role, where, str(number), kind, text)
                        file.write("\t".join(map(_escaped, cells)) + "\n")
                        count += 1
    return count


def _audiences() -> dict[str, Any]:
    sys.path.append(str(TESTS.parent))
    found: dict[str, Any] = import_module("tests.roles.audiences").AUDIENCES
    return found


def _prepare() -> Any:
    for module in ("monitor.commands.demo", "monitor.demonstration"):
        try:
            return import_module(module).prepare
        except ModuleNotFoundError:
            continue
    raise SystemExit("Deze versie van de monitor heeft geen demonstratie.")


def _first(*names: str) -> Any:
    """The first of these modules that this version of the monitor has."""
    for name in names:
        try:
            return import_module(name)
        except ModuleNotFoundError:
            continue
    raise SystemExit(f"Deze versie van de monitor heeft geen {names[0]}.")


def _sample(data: Path | None, prepare: Any) -> Any:
    """The store on the sample, delivered once for this version of the code."""
    open_store = _first("monitor.store.store", "monitor.store").open_store
    versions = _first("monitor.store.versions", "monitor.versions").Versions
    kept = data or Path(tempfile.gettempdir()) / "dekkend-teksten"
    folder = kept / _version() / "gegevens"
    if not folder.exists():
        started = folder.with_name("begonnen")
        shutil.rmtree(started, ignore_errors=True)
        prepare(versions(started))
        started.rename(folder)
    os.environ["DEKKEND_DATA"] = str(folder)
    try:
        protecting = import_module("monitor.figures.disclosure.protecting")
        shared = import_module("helpers.sample_releases").shared
        protecting.make = shared(folder, folder.with_name("vrijgaven"))
    except ModuleNotFoundError:
        pass  # an older version makes them again
    return open_store(versions(folder))


def _version() -> str:
    """A number for the code that the sample and what is released of it come from."""
    package = Path(str(import_module("monitor").__file__)).parent
    told = hashlib.sha256()
    for folder in (package, package.parent / "queries", package.parent / "sample_data"):
        for file in sorted(folder.rglob("*")):
            part = file.relative_to(package.parent).parts
            if part[:2] in (("monitor", "pages"), ("monitor", "views")) or not file.is_file():
                continue
            if file.suffix != ".pyc":
                told.update(repr(part).encode() + file.read_bytes())
    return told.hexdigest()[:12]


def _escaped(text: str) -> str:
    return "".join(ESCAPES.get(letter, letter) for letter in text)


# ------------------------------------------------------------------------------------- comparing


def read(file: Path, pages: list[str], roles: list[str]) -> dict[Key, list[Line]]:
    """(page, role, address) → its elements in their order."""
    found: dict[Key, list[Line]] = {}
    with file.open(encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            page, role, address, _, kind, text = line.rstrip("\n").split("\t")
            if (not pages or page in pages) and (not roles or role in roles):
                found.setdefault((page, role, address), []).append((kind, text))
    return found


def differences(old: list[Line], new: list[Line]) -> Iterator[str]:
    """What went, came and moved."""
    was, now = Counter(old), Counter(new)
    went, came = was - now, now - was
    stayed_old, stayed_new = _without(old, went), _without(new, came)
    for _, start, end, *_ in _changed(old, new):
        for line in old[start:end]:
            if went[line] > 0:
                went[line] -= 1
                yield f"- {line[0]}: {line[1]}"
    for *_, start, end in _changed(old, new):
        for line in new[start:end]:
            if came[line] > 0:
                came[line] -= 1
                yield f"+ {line[0]}: {line[1]}"
    for _, start, end, *_ in _changed(stayed_old, stayed_new):
        for line in stayed_old[start:end]:
            yield f"~ {line[0]}: {line[1]}"


def _changed(old: list[Line], new: list[Line]) -> list[tuple[str, int, int, int, int]]:
    if old == new:
        return []
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [one for one in found if one[0] != "equal"]


def _without(lines: list[Line], some: Counter[Line]) -> list[Line]:
    left, kept = Counter(some), []
    for line in lines:
        if left[line] > 0:
            left[line] -= 1
        else:
            kept.append(line)
    return kept


def compare(old: dict[Key, list[Line]], new: dict[Key, list[Line]], together: bool) -> int:
    """How many addresses of pages say something else."""
    found: dict[tuple[str, ...], list[Key]] = {}
    for key in sorted({*old, *new}):
        if key not in new:
            told: tuple[str, ...] = ("- het hele adres",)
        elif key not in old:
            told = ("+ het hele adres",)
        else:
            told = tuple(differences(old[key], new[key]))
        if told:
            found.setdefault(told if together else (str(key), *told), []).append(key)
    for told, where in found.items():
        for page, role, address in where:
            print(f"== {page} · {role}{f' · {address}' if address else ''}")
        print("\n".join(told if together else told[1:]))
    count = sum(map(len, found.values()))
    print(f"{len(old)} adressen voor, {len(new)} na, {count} anders")
    return count


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)  # fmt: skip
    commands = parser.add_subparsers(dest="command", required=True)
    writing, comparing = commands.add_parser("write"), commands.add_parser("compare")
    writing.add_argument("out", type=Path)
    writing.add_argument("--data", type=Path)
    comparing.add_argument("old", type=Path)
    comparing.add_argument("new", type=Path)
    comparing.add_argument("--samen", action="store_true")
    for one in (writing, comparing):
        one.add_argument("--page", action="append", default=[])
        one.add_argument("--role", action="append", default=[])
    asked = parser.parse_args(arguments)
    if asked.command == "write":
        count = write(asked.out, asked.page, asked.role, asked.data)
        print(f"{count} onderdelen geschreven in {asked.out}")
        return 0
    old, new = (read(file, asked.page, asked.role) for file in (asked.old, asked.new))
    return bool(compare(old, new, asked.samen))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
