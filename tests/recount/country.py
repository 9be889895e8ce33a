"""The figures that matter most, counted once more: in slow plain loops over the files as delivered.

Nothing of `monitor` is used here, and nothing of DuckDB: only `csv` and a dict per step, so that
a fault in the queries cannot hide in the tests. Counts are pairs (lowest, highest).
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path


Row = dict[str, str]
Pair = tuple[float, float]
Shares = dict[str, tuple[Pair, Pair]]


# ------------------------------------------------------------------------------------ reading


def read_csv(path: Path) -> Iterator[Row]:
    """The rows of a file of DUO or of an SWV, by heading in capitals and without its padding."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252")
    for row in csv.DictReader(text.splitlines(), delimiter=";"):
        yield {
            key.strip().upper().replace("_", " "): (value or "").strip()
            for key, value in row.items()
        }


def count(text: str) -> Pair:
    if text in ("<5", "-1"):
        return 1, 4
    return int(text.replace(".", "")), int(text.replace(".", ""))


def code(brin: str, number: str) -> str:
    return number if len(number) == 6 else brin + number.zfill(2)


def plus(a: Pair, b: Pair) -> Pair:
    return a[0] + b[0], a[1] + b[1]


# ------------------------------------------------------------------------------------- counts


def vo_per_vestiging(path: Path) -> dict[str, dict[str, Pair]]:
    """File 01: {vestiging: {vo, pro, vavo: pupils}}; vo without pro."""
    found: dict[str, dict[str, Pair]] = defaultdict(
        lambda: dict.fromkeys(("vo", "pro", "vavo"), (0, 0))
    )
    for row in read_csv(path):
        brin = row.get("BRIN NUMMER") or row["INSTELLINGSCODE"]
        school = found[code(brin, row.get("VESTIGINGSNUMMER") or row["VESTIGINGSCODE"])]
        kind = row["ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR"]
        part = "vo"
        if "VAVO" in kind:
            part = "vavo"
        elif kind.startswith("Praktijkonderwijs"):
            part = "pro"
        for heading, cell in row.items():
            if re.search(r"JAAR \d( -)? (MAN|VROUW)", heading):
                school[part] = plus(school[part], count(cell))
    return dict(found)


def special_per_vestiging(path: Path) -> dict[str, dict[str, float]]:
    """The file of distances: {vestiging: {bo, sbo, so, vso: pupils}}."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for row in read_csv(path):
        brin = row.get("BRIN NUMMER") or row["INSTELLINGSCODE"]
        school = found[code(brin, row["VESTIGINGSNUMMER"])]
        school[row["SOORT PO"].lower()] = int(row["LEERLINGEN"])
    return dict(found)


def pupil_kilometers(path: Path) -> dict[str, Pair]:
    """The file of distances: {vestiging: (kilometres of all vso pupils together, pupils)}."""
    found = {}
    for row in read_csv(path):
        if row["SOORT PO"].lower() == "vso":
            pupils = int(row["LEERLINGEN"])
            kilometers = float(row["AFSTAND"].replace(",", ".")) / 1000
            found[code(row["BRIN NUMMER"], row["VESTIGINGSNUMMER"])] = (kilometers * pupils, pupils)
    return found


def history_per_vestiging(path: Path, year: int) -> dict[str, tuple[str, Pair]]:
    """The historical overview: {vestiging: (kind, pupils)} of one year."""
    found = {}
    for row in read_csv(path):
        cell = row[f"LEERLINGEN {year}"]
        if cell != "0":
            found[row["VESTIGINGSCODE"]] = (row["SOORT VESTIGING"].lower(), count(cell))
    return found


def kind_then(called: str, named: dict[str, float] | None) -> str:
    """The kind of a school by the historical overview, which calls some sbo so/vso; `named` are its
    kinds in the file of distances (the only dated file that names any)."""
    return "sbo" if called == "so/vso" and set(named or ()) == {"sbo"} else called


# --------------------------------------------------------------------------------- membership


def swv_by_postcode(law: Path) -> dict[str, tuple[str, str]]:
    """The table of the law: {postcode4: (swv po, swv vo)}, '' where it names none."""
    found = {}
    for line in law.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) == 6 and re.fullmatch(r"\d{4}", cells[1]):
            po, vo = (c if re.fullmatch(r"(PO|VO)\d{4}", c) else "" for c in cells[3:5])
            found[cells[1]] = (po, vo)
    return found


def postcodes(address_lists: Iterable[Path]) -> dict[str, str]:
    """{vestiging: postcode4}; of two lists the last."""
    found = {}
    for path in address_lists:
        for row in read_csv(path):
            number = row.get("VESTIGINGSNUMMER") or row.get("VESTIGINGSCODE") or ""
            brin = row.get("BRIN NUMMER") or row.get("INSTELLINGSCODE") or ""
            postcode = row.get("POSTCODE") or row.get("POSTCODE VESTIGING") or ""
            found[code(brin, number)] = postcode[:4]
    return found


def swv_by_vsv(path: Path) -> dict[str, str]:
    return {
        code(row["BRIN NUMMER"], row["VESTIGINGS NUMMER"]): row["SAMENWERKINGSVERBAND NUMMER"]
        for row in read_csv(path)
    }


# ------------------------------------------------------------------------------------ figures


def share_of_vso(
    vo: dict[str, dict[str, Pair]], vso: dict[str, Pair], swv: dict[str, str]
) -> Shares:
    """{swv and NL: (vso, regular vo with pro and half of the vavo)}."""
    found: Shares = defaultdict(lambda: ((0, 0), (0, 0)))
    for school, parts in vo.items():
        for region in (swv.get(school, "onbekend"), "NL"):
            teller, noemer = found[region]
            for part, weight in (("vo", 1), ("pro", 1), ("vavo", 0.5)):
                low, high = parts[part]
                noemer = plus(noemer, (low * weight, high * weight))
            found[region] = teller, noemer
    for school, pupils in vso.items():
        for region in (swv.get(school, "onbekend"), "NL"):
            teller, noemer = found[region]
            found[region] = plus(teller, pupils), noemer
    return dict(found)


def share_of_pro(vo: dict[str, dict[str, Pair]], swv: dict[str, str]) -> Shares:
    found = share_of_vso(vo, {}, swv)
    for school, parts in vo.items():
        for region in (swv.get(school, "onbekend"), "NL"):
            teller, noemer = found[region]
            found[region] = plus(teller, parts["pro"]), noemer
    return found


def summed(per_school: dict[str, Pair], swv: dict[str, str]) -> dict[str, Pair]:
    found: dict[str, Pair] = defaultdict(lambda: (0, 0))
    for school, pupils in per_school.items():
        for region in (swv.get(school, "onbekend"), "NL"):
            found[region] = plus(found[region], pupils)
    return dict(found)
