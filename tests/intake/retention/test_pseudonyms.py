"""Who a pupil is stays with the sender: keyed hashes, the key, and what is kept of a file."""

import hashlib
import hmac
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from monitor.errors import MonitorError
from monitor.intake.deliveries import deliver, rebuild, withdraw
from monitor.intake.pseudonyms import Key, key_file, key_of, pseudonym
from monitor.intake.pupil_keys import match, replace
from monitor.intake.report import DeliveryOutcome
from monitor.sources import pupil_sources
from monitor.store.versions import Versions


Deliver = Callable[..., DeliveryOutcome]
Bron = Callable[..., list[tuple[Any, ...]]]

HEADINGS = "MELDINGNUMMER;LEERLING;VERZUIM SINDS;INGESCHREVEN;GEOORLOOFD;STATUS;NAAM"
SECRET = "k" * 40

pytestmark = pytest.mark.skipif(os.name != "posix", reason="looks at the rights of POSIX")


def meldingen(*pupils: str) -> tuple[str, str]:
    rows = [
        f"V{n};{pupil};01-09-2026;Ja;Nee;aangemeld;Jan Jansen" for n, pupil in enumerate(pupils)
    ]
    return "meldingen.csv", "\n".join([HEADINGS, *rows, ""])


def aanvragen(*pupils: str) -> tuple[str, str]:
    headings = "AANVRAAGNUMMER;LEERLING;SCHOOLJAAR;ONTVANGEN;VESTIGINGSCODE;ONDERSTEUNINGSVRAAG"
    rows = [
        f"A{n};{pupil};2026-2027;01-09-2026;16SW03;angst;havo;aangevraagd"
        for n, pupil in enumerate(pupils)
    ]
    return "aanvragen.csv", "\n".join([f"{headings};NIVEAU;STATUS", *rows, ""])


def test_a_pupil_is_the_hmac_of_what_the_file_calls_him(
    deliver_text: Deliver, bron: Bron, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEKKEND_SLEUTEL", SECRET)

    deliver_text(meldingen("leerlingnummer 1234", "Zoë ☺"))

    expected = [
        hmac.new(SECRET.encode(), text.encode(), hashlib.sha256).hexdigest()[:32]
        for text in ("leerlingnummer 1234", "Zoë ☺")
    ]
    assert bron("select leerling from verzuimmeldingen order by meldingnummer") == [
        (one,) for one in expected
    ]


@pytest.mark.parametrize("length", [32, 64, 65, 200], ids=str)
def test_a_key_longer_than_a_block_is_hashed_first(length: int) -> None:
    key = Key(b"s" * length)
    with duckdb.connect() as connection:
        connection.execute("create temp table t as select 1 as rij, 'L-1' as leerling")

        match(connection, "t", ["leerling"], key, ())
        replace(connection, "t", ["leerling"])

        assert connection.execute("select leerling from t").fetchall() == [(pseudonym(key, "L-1"),)]


def test_the_same_pupil_is_the_same_in_every_kind_of_file(
    deliver_text: Deliver, bron: Bron
) -> None:
    deliver_text(meldingen("L-1", "L-2"), aanvragen("L-2", "L-3"))

    assert bron("select count(*) from verzuimmeldingen join aanvragen using (leerling)") == [(1,)]


def test_nothing_that_was_delivered_of_a_pupil_is_on_disk(
    deliver_text: Deliver, versions: Versions
) -> None:
    deliver_text(meldingen("L-sentinel"))

    found = [
        path.name
        for path in versions.folder.rglob("*")
        if path.is_file()
        and (b"L-sentinel" in path.read_bytes() or b"Jan Jansen" in path.read_bytes())
    ]
    assert found == []


def test_the_same_file_is_known_by_what_it_was(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    deliver_text(meldingen("L-1"))

    again = deliver_text(meldingen("L-1"))

    assert again.reports[0].unchanged
    assert versions.current() == 1


def test_a_rebuild_needs_no_key(deliver_text: Deliver, versions: Versions, bron: Bron) -> None:
    deliver_text(meldingen("L-1", "L-2"))
    before = bron("select * from verzuimmeldingen order by all")
    key_file(versions.folder).unlink()

    rebuild(versions, who="toets")

    assert bron("select * from verzuimmeldingen order by all") == before


def test_a_file_taken_back_comes_back_as_it_was(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    deliver_text(meldingen("L-1"))
    before = bron("select meldingnummer, leerling from verzuimmeldingen")
    deliver_text(("later.csv", meldingen("L-9")[1]))

    withdraw(versions, "2", who="toets")

    assert bron("select meldingnummer, leerling from verzuimmeldingen") == before


def test_everything_about_pupils_is_for_its_owner_only(
    deliver_text: Deliver, versions: Versions
) -> None:
    deliver_text(meldingen("L-1"))

    private = [versions.kept, key_file(versions.folder), versions.bron(1), *versions.kept.iterdir()]
    assert [path.name for path in private if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


def test_a_key_that_others_can_read_is_refused(deliver_text: Deliver, versions: Versions) -> None:
    deliver_text(meldingen("L-1"))
    key_file(versions.folder).chmod(0o644)

    with pytest.raises(MonitorError, match=r"kan door anderen .* chmod 600"):
        deliver_text(("later.csv", meldingen("L-2")[1]))


def test_another_key_is_refused_while_there_are_pupils(
    deliver_text: Deliver, versions: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliver_text(meldingen("L-1"))
    monkeypatch.setenv("DEKKEND_SLEUTEL", SECRET)

    with pytest.raises(MonitorError, match="een andere dan die van de leerlingen"):
        deliver_text(("later.csv", meldingen("L-2")[1]))

    assert versions.current() == 1


def test_a_lost_key_is_not_made_anew_while_there_are_pupils(
    deliver_text: Deliver, versions: Versions
) -> None:
    deliver_text(meldingen("L-1"))
    key_file(versions.folder).unlink()

    with pytest.raises(MonitorError, match=r"ontbreekt.*reservekopie"):
        deliver_text(("later.csv", meldingen("L-2")[1]))

    assert not key_file(versions.folder).exists()


def test_when_all_pupils_are_taken_back_a_new_key_is_made(
    deliver_text: Deliver, versions: Versions
) -> None:
    deliver_text(meldingen("L-1"))
    key_file(versions.folder).unlink()
    withdraw(versions, "1", who="toets")

    outcome = deliver_text(("later.csv", meldingen("L-2")[1]))

    assert outcome.id == 2


def test_a_short_key_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEKKEND_SLEUTEL", "geheim")

    with pytest.raises(MonitorError, match="minstens 32") as refused:
        key_of(tmp_path, "")

    assert "geheim" not in str(refused.value)


def test_a_rehearsal_makes_no_key(deliver_text: Deliver, versions: Versions) -> None:
    deliver_text(meldingen("L-1"), dry_run=True)

    assert not versions.folder.exists()


def test_files_of_before_are_replaced_by_the_next_change(
    versions: Versions, make_file: Callable[..., Path], deliver_text: Deliver, bron: Bron
) -> None:
    """A store made before pupils were replaced: original kept, what it called them in bron."""
    deliver_text(meldingen("L-1", "L-2"))
    name, text = meldingen("L-1", "L-2")
    _as_it_was_before(versions, make_file(name, text))

    deliver_text(aanvragen("L-2"))

    assert bron("select count(*) from verzuimmeldingen join aanvragen using (leerling)") == [(1,)]
    assert bron("select count(*) from verzuimmeldingen where leerling like 'L-%'") == [(0,)]
    assert {path.suffix for path in versions.kept.iterdir()} == {".parquet"}
    assert [path.name for path in versions.folder.glob("bron-*")] == ["bron-2.duckdb"]


def _as_it_was_before(versions: Versions, original: Path) -> None:
    register = versions.register()
    (file,) = register.files()
    versions.kept_file(file).unlink()
    before = register.with_files({file.number: {"kept": ""}}).model_copy(update={"key": ""})
    versions.kept_file(before.files()[0]).write_bytes(original.read_bytes())
    path = versions.folder / "versie-1.json"
    path.write_text(before.model_dump_json(), encoding="utf-8")
    key_file(versions.folder).unlink()


def test_what_every_kind_of_file_about_pupils_declares() -> None:
    for source in pupil_sources().values():
        assert source.retention is not None, source.name
        assert source.pseudonyms(), source.name


def test_a_changed_file_is_not_delivered(
    versions: Versions, make_file: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody saves the file while it is judged: then what is kept is not what it says."""
    path = make_file(*meldingen("L-1"))

    def change(*arguments: Any) -> None:
        replace(*arguments)
        path.write_text(meldingen("L-2")[1], encoding="utf-8")

    monkeypatch.setattr("monitor.intake.deliveries.replace", change)

    with pytest.raises(MonitorError, match="is veranderd terwijl het geleverd werd"):
        deliver(versions, [(path, path.name)], who="toets")

    assert versions.current() == 0
