"""Whatever was delivered and taken back, in whatever order: `rebuild` gives the same store."""

import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from helpers.depth import by_day
from hypothesis import example, given, settings
from hypothesis import strategies as st

from monitor.errors import MonitorError
from monitor.intake.deliveries import deliver, rebuild, withdraw
from monitor.intake.pseudonyms import key_file
from monitor.store.store import open_store
from monitor.store.versions import Versions


TELLING = "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n"
NORMS = "ONDERSTEUNINGSVRAAG;NIVEAU;MAX KM\n"
TLV = "BESCHIKKINGSNUMMER;LEERLING;SOORT;ONTVANGEN;BESLUIT\n"
NEED = "SCHOOLJAAR;POSTCODE4;ONDERSTEUNINGSVRAAG;NIVEAU;AANTAL\n"
VAVO = (
    "VESTIGINGSCODE;INSTELLINGSNAAM VESTIGING;BEVOEGD GEZAG NUMMER;AANTAL LEERLINGEN;"
    "AANTAL VO LEERLINGEN UITBESTEED AAN VAVO\n"
)
PLACES = "VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;SCHOOLTYPE;SWV\n"
POINT = '{"properties":{"vestigingscode":"16SW03","naam":"%s","type":"VO"},"geometry":%s}'
POINTS = '{"type":"FeatureCollection","features":[%s]}'
AT = '{"type":"Point","coordinates":[5.9,51.6]}'

# Files that replace each other as a whole, by slice, by row, or not at all.
FILES = {
    "telling-a.csv": TELLING + "16SW03;01-10-2024;vso;10\n16SW03;01-10-2025;vso;<5\n",
    "telling-b.csv": TELLING + "16SW03;01-10-2025;vso;12\n16SW04;01-10-2025;pro;x\n",
    "telling-c.csv": TELLING + "16SW04;01-10-2025;pro;9\n",
    "normen-a.csv": NORMS + "angst;alle;15\n",
    "normen-b.csv": NORMS + "angst;alle;20\ngedrag;havo;10\n",
    "tlv-a.csv": TLV + "B1;L1;vso;01-09-2025;open\nB2;L2;so;01-09-2025;open\n",
    "tlv-b.csv": TLV + "B2;L2;so;01-09-2025;afgegeven\n",
    "behoefte-a.csv": NEED + "2024-2025;5831;angst;havo;3\n2025-2026;5831;angst;havo;4\n",
    "behoefte-b.csv": NEED + "2025-2026;5832;angst;vwo;5\n",
    "leerlingen-2024.csv": VAVO + "16SW03;De Zwaan;40631;120;<5\n",
    "leerlingen-2025.csv": VAVO + "16SW03;De Zwaan;40631;110;0\n",
    "leerlingen-2025-2.csv": VAVO + "16SW04;De Eend;40631;70;0\n",
    "vestigingen-a.csv": PLACES + "16SW03;De Zwaan;5831;vso;VO2507\n",
    "vestigingen-b.csv": PLACES + "16SW03;De Zwaan;5832;vso;\n16SW04;De Eend;5831;pro;VO2507\n",
    "scholen-a.json": POINTS % POINT.replace("%s", "A", 1) % AT,
    "scholen-b.json": POINTS % ",".join([POINT.replace("%s", "B", 1) % AT] * 2),
}

STEPS = st.one_of(
    st.lists(st.sampled_from(sorted(FILES)), min_size=1, max_size=3, unique=True),
    st.integers(1, 6),  # a delivery, or (see _step) a file of one, to take back
)


def _contents(versions: Versions) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables of the current version, in an order of their own."""
    if versions.current() == 0:
        return {}
    with duckdb.connect(str(versions.bron(versions.current())), read_only=True) as connection:
        tables = connection.execute("select table_name from duckdb_tables()").fetchall()
        return {
            table: connection.execute(f"select * from {table} order by all").fetchall()
            for (table,) in tables
        }


def _step(versions: Versions, folder: Path, step: list[str] | int) -> None:
    if isinstance(step, list):
        paths = [(folder / name, name) for name in step]
        deliver(versions, paths, who="toets")
        return
    deliveries = versions.register().deliveries
    if step <= len(deliveries):
        files = deliveries[step - 1].files
        open_ = [i for i, file in enumerate(files, 1) if file.withdrawn is None]
        if open_:
            # Of a delivery with several files the last one, else the whole.
            withdraw(versions, f"{step}.{open_[-1]}" if len(open_) > 1 else str(step), who="toets")


@settings(max_examples=by_day(4))
@given(st.lists(STEPS, min_size=1, max_size=7))
@example([["normen-a.csv"], ["normen-b.csv"], 2, ["normen-b.csv"], 1])
@example([["telling-a.csv", "normen-a.csv"], ["telling-b.csv"], 1, ["telling-c.csv"], 2])
@example([["scholen-a.json"], ["scholen-b.json"], ["scholen-a.json"], 3, 2])
def test_the_store_that_grew_is_the_store_that_is_made_anew(steps: list[list[str] | int]) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for name, content in FILES.items():
            (folder / name).write_text(content, encoding="utf-8")
        versions = Versions(folder / "gegevens")
        for step in steps:
            _step(versions, folder, step)
        grown = _contents(versions)

        after = rebuild(versions, who="toets")

        assert (versions.current(), after.deliveries) == (after.version, after.deliveries)
        if grown:
            assert _contents(versions) == grown
        # And it is what delivering the files in force one by one to an empty folder gives.
        anew = Versions(folder / "anders")
        _with_the_same_key(versions, anew)
        for file in after.files():
            # What is about pupils is not kept as it came.
            came = folder / file.name if file.kept else versions.kept_file(file)
            deliver(anew, [(came, file.name)], who="toets")
        assert _without_numbers(_contents(anew)) == _without_numbers(_contents(versions))


def _with_the_same_key(versions: Versions, other: Versions) -> None:
    if key_file(versions.folder).exists():
        other.folder.mkdir()
        shutil.copy(key_file(versions.folder), key_file(other.folder))


def _without_numbers(contents: dict[str, list[tuple[Any, ...]]]) -> dict[str, set[Any]]:
    """Rows without the number of their file, which differs where files were taken back."""
    return {
        table: {str(row[1:]) for row in rows}
        for table, rows in contents.items()
        if rows and table != "levering"
    }


@pytest.mark.parametrize("change", ["deliver", "withdraw", "rebuild"])
def test_a_store_of_an_older_program_is_made_anew_by_the_first_change(
    tmp_path: Path, change: str
) -> None:
    """A column that this version of the program stores and that one did not."""
    for name, content in FILES.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    versions = Versions(tmp_path / "gegevens")
    for step in (["telling-a.csv"], ["normen-a.csv"], ["normen-b.csv"]):
        _step(versions, tmp_path, step)
    with duckdb.connect(str(versions.bron(3))) as connection:
        connection.execute("alter table leerlingtelling drop column niveau")
    with pytest.raises(MonitorError, match=r"andere versie .* opnieuw .* met: dekkend rebuild$"):
        open_store(versions)

    if change == "deliver":
        _step(versions, tmp_path, ["tlv-a.csv"])
    elif change == "withdraw":
        withdraw(versions, "3", who="toets")
    else:
        rebuild(versions, who="toets")

    contents = _contents(versions)
    assert [row[2:] for row in contents["leerlingtelling"]] == [
        (date(2024, 10, 1), "vso", 10, 10, None, None),
        (date(2025, 10, 1), "vso", 1, 4, None, None),
    ]
    assert len(contents["normen"]) == (1 if change == "withdraw" else 2)


def test_a_rebuild_of_nothing_is_an_empty_store(tmp_path: Path) -> None:
    versions = Versions(tmp_path / "gegevens")

    assert rebuild(versions, who="toets").version == 1
    assert all(rows == [] for rows in _contents(versions).values())
