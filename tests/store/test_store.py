"""The files of `queries/` as a whole: in which order they are defined, and that all of them can be.

A test that draws its data opens a store in which a file is defined when a question reads it; here
everything is, on nothing and on the invented samenwerkingsverband.
"""

from pathlib import Path

import pytest
from helpers.keeping_store import KeepingStore

from monitor.dekking import from_store
from monitor.errors import MonitorError
from monitor.resources import QUERIES
from monitor.store.delivered import Register
from monitor.store.query_files import needed_for, queries, read_in
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


def defined(store: Store) -> set[str]:
    """What can be asked of a store, as the database itself says it."""
    found = store.rows(
        "select schema_name || '.' || view_name from duckdb_views() where not internal "
        "union all select schema_name || '.' || table_name from duckdb_tables() "
        "where database_name = 'memory' and schema_name <> 'instellingen'"
    )
    return {name for (name,) in found}


def test_every_file_can_be_asked_of_an_empty_store() -> None:
    store = Store(None, Register())

    assert defined(store) == set(queries())
    made = {query.file for query in queries().values()}
    # views.voldoet is made of what lies in definitions/.
    assert made == {*QUERIES.glob("*/*.sql"), QUERIES / "views" / "voldoet.sql"}
    for name in queries():
        assert store.rows(f"select count(*) from {name}"), name
    store.close()


def test_every_file_can_be_asked_of_the_sample(sample_folder: Path) -> None:
    store = open_store(Versions(sample_folder))

    assert defined(store) == set(queries())
    for name in queries():
        assert store.rows(f"select count(*) from {name}"), name
    store.close()


def test_a_file_stands_after_what_it_reads() -> None:
    order = list(queries())
    for name, query in queries().items():
        assert all(order.index(read) < order.index(name) for read in query.reads), name


def test_a_store_that_is_not_whole_defines_what_is_asked_and_nothing_else() -> None:
    store = Store(None, Register(), whole=False)
    assert defined(store) == set()

    store.rows("select code from checks.so_vso_verschil -- nothing of views.vraag")

    assert defined(store) == {query.name for query in needed_for(["checks.so_vso_verschil"])}
    assert "views.vraag" not in defined(store)
    store.close()


@pytest.mark.parametrize("name", ["thuiszitters", "tlv_afgegeven", "deelname_vso_tlv", "dekking"])
def test_a_store_for_tests_that_ask_everything_answers_alike(
    sample_folder: Path, sample: Store, name: str
) -> None:
    """It computes a measure once; what is put in tables later is asked anew."""
    versions = Versions(sample_folder)
    store = KeepingStore(
        versions.bron(sample.version), sample.register, sample.settings, sample.exceptions
    )
    from_store.fill(store)
    from_store.fill(sample)
    asked = f"select * from indicators.{name} order by all"

    found = store.rows(asked)

    assert found == sample.rows(asked) != []
    tables = store.rows("select table_name from duckdb_tables() where schema_name = 'indicators'")
    assert tables == ([] if name == "dekking" else [(name,)])
    store.close()


@pytest.mark.parametrize("whole", [True, False])
def test_both_kinds_of_store_answer_alike(sample_folder: Path, whole: bool) -> None:
    """The same rows, whichever way the files came to be defined."""
    versions = Versions(sample_folder)
    store = open_store(versions, whole=whole)

    (answer,) = store.rows("select count(*), sum(teller) from indicators.deelname_pro")

    assert answer == open_store(versions).rows(
        "select count(*), sum(teller) from indicators.deelname_pro"
    )[0]  # fmt: skip
    store.close()


def _folder(tmp_path: Path, **views: str) -> Path:
    (tmp_path / "views").mkdir()
    for name, sql in views.items():
        (tmp_path / "views" / f"{name}.sql").write_text(sql, encoding="utf-8")
    return tmp_path


def test_files_that_read_each_other_are_named(tmp_path: Path) -> None:
    root = _folder(
        tmp_path, een="select * from views.twee", twee="select * from views.een", drie="select 1"
    )

    with pytest.raises(MonitorError) as error:
        queries(root)

    assert "views.een" in str(error.value)
    assert "views.twee" in str(error.value)
    assert "views.drie" not in str(error.value)


def test_an_error_is_of_the_file_that_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What reads it stands before it in the alphabet, and is not to blame."""
    root = _folder(
        tmp_path,
        a_leest_fout="select * from views.zoek",
        zoek="select * from views.bestaat_niet",
    )
    found = queries(root)
    monkeypatch.setattr("monitor.store.store.queries", lambda: found)

    with pytest.raises(MonitorError, match=r"^views/zoek\.sql: .*bestaat_niet"):
        Store(None, Register())


def test_comments_and_columns_are_not_read() -> None:
    sql = "-- as in views.swv\nselect l.code from views.leerling as l join bron.vsv using (code)"

    assert read_in(sql) == {"views.leerling"}
