"""The sample, every kind of file in it, loses what is past its date and tells the same."""

import datetime as dt
from pathlib import Path

import pytest

from monitor.compare.lessons import told
from monitor.figures.door import compute_all
from monitor.intake.deliveries import rebuild
from monitor.intake.retention.freezing import FIXED_BEHIND, PER_PUPIL, differences
from monitor.intake.retention.purging import purge
from monitor.resources import QUERIES
from monitor.sources import pupil_sources
from monitor.store import building
from monitor.store.query_files import read_in
from monitor.store.query_headers import header_of
from monitor.store.store import open_store
from monitor.store.versions import Versions


CODE = Path(__file__).parents[3] / "monitor"
MOMENTS = [
    dt.date(2027, 1, 15),  # meldingen of before the column SOORT VERZUIM begin to go
    dt.date(2027, 9, 15),  # the next year: what was fixed is taken over, and more is fixed
]


def test_figures_and_what_is_said_beside_them_stay(sample_copy: Path) -> None:
    versions = Versions(sample_copy)
    before = open_store(versions, whole=False)
    said = told(before, "vo")
    assert said is not None
    assert said.after_others

    for moment in MOMENTS:
        done = purge(versions, who="toets", today=moment)
        assert set(done.rows(versions.register())) == set(pupil_sources())

    rebuild(versions, who="toets")
    after = open_store(versions, whole=False)
    compute_all(after)
    assert told(after, "vo") == said
    assert differences(before, after) == []
    before.close()
    after.close()


def test_figures_that_were_fixed_before_the_monitor_knew_more_are_read(
    sample_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an older version fixed has no months of lessons; the rest of it counts."""
    from monitor.store import frozen

    versions = Versions(sample_copy)
    older = {n: columns for n, columns in frozen.TABLES.items() if n != "bewaard_lessen"}
    path = versions.folder / "ouder.cijfers"
    with monkeypatch.context() as patched:
        patched.setattr(building, "TABLES", older)
        building.write_frozen(path, {**dict.fromkeys(older, ()), "bewaard_herkomst": [("tlv", 7)]})

    with building.workbench(versions.folder) as connection:
        building.attach_for_building(connection, versions.folder / "proef.duckdb")
        building.load_frozen(connection, path)
        assert connection.execute("from nieuw.bewaard_herkomst").fetchall() == [("tlv", 7)]
        assert connection.execute("from nieuw.bewaard_lessen").fetchall() == []


def test_what_may_change_is_read_by_fixed_measures_only() -> None:
    readers: dict[str, list[Path]] = {name: [] for name in FIXED_BEHIND}
    for path in QUERIES.rglob("*.sql"):
        for name in read_in(path.read_text(encoding="utf-8")):
            folder, _, view = name.partition(".")
            if folder == "views" and view in readers:
                readers[view].append(path)

    for view, paths in readers.items():
        assert paths, f"{view} is read by nothing"
        for path in paths:
            if path.parent.name == "views":
                assert path.stem in FIXED_BEHIND | PER_PUPIL
                continue
            header = header_of(path)
            assert path.parent.name == "indicators"
            assert "computed" not in header
            assert set(header["source"].replace(" ", "").split(",")) & set(pupil_sources())
        in_code = [p for p in CODE.rglob("*.py") if f"views.{view}" in p.read_text("utf-8")]
        assert in_code == []
