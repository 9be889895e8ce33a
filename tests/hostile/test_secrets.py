"""Secrets come from where only their owner looks, and never come out again in words."""

import datetime as dt
import importlib.util
import os
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from monitor.errors import MonitorError
from monitor.store.secret import check_private, needed, secret
from monitor.store.settings import read_settings


ROOT = Path(__file__).resolve().parents[2]
NAME, FILE = "DEKKEND_TOETS", "DEKKEND_TOETS_BESTAND"
VALUE = "h3el-geheim"
POSIX = pytest.mark.skipif(os.name != "posix", reason="Windows zegt op een andere manier wie leest")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "geheim"
    path.write_text(f"{VALUE}\n", "utf-8")
    path.chmod(0o600)
    monkeypatch.delenv(NAME, raising=False)
    monkeypatch.setenv(FILE, str(path))
    return path


def test_from_the_environment_or_a_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert secret(NAME) == VALUE
    monkeypatch.delenv(FILE)
    assert secret(NAME) is None
    monkeypatch.setenv(NAME, f" {VALUE} ")
    assert secret(NAME) == VALUE


def test_two_answers_are_no_answer(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "anders")

    with pytest.raises(MonitorError, match="allebei gezet") as caught:
        secret(NAME)
    assert "anders" not in str(caught.value)


@POSIX
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o602, 0o610, 0o644, 0o666, 0o777])
def test_what_others_may_read_or_change_is_no_secret(file: Path, mode: int) -> None:
    file.chmod(mode)

    with pytest.raises(MonitorError, match="door anderen op deze computer") as caught:
        secret(NAME)
    assert VALUE not in str(caught.value)
    assert "chmod 600" in str(caught.value)


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o400])
def test_what_only_its_owner_may_read_is(file: Path, mode: int) -> None:
    file.chmod(mode)

    assert secret(NAME) == VALUE


@POSIX
@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="alleen root geeft weg")
def test_a_file_of_somebody_else_is_refused(file: Path) -> None:
    os.chown(file, 12345, -1)

    with pytest.raises(MonitorError, match="van een andere gebruiker"):
        secret(NAME)


@POSIX
def test_behind_a_link_the_file_itself_is_judged(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "koppeling"
    link.symlink_to(file)
    file.chmod(0o644)
    monkeypatch.setenv(FILE, str(link))

    with pytest.raises(MonitorError, match="door anderen"):
        secret(NAME)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfe\x00", b"x" * 100_000])
def test_a_file_without_a_secret_is_told(file: Path, content: bytes) -> None:
    file.write_bytes(content)

    with pytest.raises(MonitorError, match="leeg, te groot of geen tekst"):
        secret(NAME)


def test_a_file_that_is_not_there_is_told(file: Path) -> None:
    file.unlink()

    with pytest.raises(MonitorError, match="niet te openen: het bestaat niet"):
        secret(NAME)


def test_what_is_missing_says_what_it_is_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NAME, raising=False)

    with pytest.raises(MonitorError, match="DEKKEND_TOETS ontbreekt: zonder haar geen pseudoniem"):
        needed(NAME, "zonder haar geen pseudoniemen")


@POSIX
def test_a_file_of_secrets_of_another_program_is_judged_too(file: Path, tmp_path: Path) -> None:
    check_private(file, "Het bestand met geheimen")
    check_private(tmp_path / "is er niet", "Het bestand met geheimen")
    file.chmod(0o644)
    with pytest.raises(MonitorError, match="Het bestand met geheimen"):
        check_private(file, "Het bestand met geheimen")


# --- the settings, which are copied and mailed


@pytest.mark.parametrize(
    "line",
    [
        'wachtwoord = "x"', 'oidc_client_secret = "x"', 'sleutel = "x"', 'api_key = "x"',
        'journaal = "postgresql://u:p@h/d"', '[oidc]\ntoken = "x"', 'cookieSecret = "x"',
        'swv = "postgresql://u:p@h/d"', '[swv_naam]\nVO9901 = "http://u:p@h"',
        'adressen = ["https://naam:woord@monitor.nl"]', '[[x]]\na = "amqp://u:p@h/"',
    ],
)  # fmt: skip
def test_settings_hold_no_secrets(tmp_path: Path, line: str) -> None:
    (tmp_path / "instellingen.toml").write_text(line, "utf-8")

    with pytest.raises(MonitorError) as caught:
        read_settings(tmp_path)
    assert "iets geheims" in str(caught.value) or "[oidc]" in line
    assert "u:p@" not in str(caught.value)


def test_settings_that_are_none_are_read(tmp_path: Path) -> None:
    (tmp_path / "instellingen.toml").write_text(
        'adressen = ["monitor.swv.nl:443"]\nproxys = ["127.0.0.1", "10.0.0.0/8", "fd00::1"]\n'
        '[swv_naam]\nVO9901 = "SWV Sleutelstad: het geheim van Leiden"\n',
        "utf-8",
    )

    assert read_settings(tmp_path).proxys == ("127.0.0.1", "10.0.0.0/8", "fd00::1")


@pytest.mark.parametrize("proxy", ["*", "0.0.0.0/0", "::/0", "localhost", "proxy.swv.nl", ""])
def test_who_is_believed_is_an_address_and_not_everybody(tmp_path: Path, proxy: str) -> None:
    (tmp_path / "instellingen.toml").write_text(f'proxys = ["{proxy}"]', "utf-8")

    with pytest.raises(MonitorError, match=r"deze instelling is niet goed: proxys"):
        read_settings(tmp_path)


# --- known leaks in what we use


@pytest.fixture(scope="module")
def audit() -> ModuleType:
    spec = importlib.util.spec_from_file_location("audit", ROOT / ".ci/audit.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def report(*leaks: dict[str, Any]) -> dict[str, Any]:
    return {"dependencies": [{"name": "pakket", "version": "1.0", "vulns": list(leaks)}]}


LEAK = {"id": "PYSEC-2026-1", "aliases": ["CVE-2026-1"], "fix_versions": ["1.1"]}


def test_a_leak_fails_and_says_what_to_do(audit: ModuleType) -> None:
    code, lines = audit.judge(report(LEAK), {})

    assert code == 1
    assert lines[0] == "LEK       pakket 1.0: PYSEC-2026-1; opgelost in: 1.1"


@pytest.mark.parametrize("name", ["PYSEC-2026-1", "CVE-2026-1"])
def test_what_was_accepted_does_not(audit: ModuleType, name: str) -> None:
    code, lines = audit.judge(report(LEAK), {name: "we gebruiken het niet"})

    assert (code, lines[0]) == (0, "Aanvaard  pakket 1.0: PYSEC-2026-1 (we gebruiken het niet)")


def test_what_nobody_looked_at_is_not_called_good(
    audit: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mirror of the index has no reports: pip-audit then says that no leaks are known."""
    skipped = {"dependencies": [{"name": "pakket", "skip_reason": "not found"}]}
    monkeypatch.setattr(audit, "ask", lambda: (skipped, ""))
    monkeypatch.delenv("DEKKEND_AUDIT", raising=False)

    assert audit.main() == 0
    assert "NIET op bekende lekken nagekeken" in capsys.readouterr().out
    monkeypatch.setenv("DEKKEND_AUDIT", "streng")
    assert audit.main() == 1


def test_an_acceptance_ends(audit: ModuleType) -> None:
    text = '["CVE-1"]\nreden = "x"\nsinds = 2026-01-01\ntot = 2026-03-01'

    assert audit.read_accepted(text, dt.date(2026, 3, 1)) == ({"CVE-1": "x"}, [])
    accepted, expired = audit.read_accepted(text, dt.date(2026, 3, 2))
    assert (accepted, len(expired)) == ({}, 1)


@pytest.mark.parametrize(
    "text",
    [
        '["CVE-1"]\nsinds = 2026-01-01\ntot = 2026-03-01',
        '["CVE-1"]\nreden = "x"\ntot = 2026-03-01',
        '["CVE-1"]\nreden = "x"\nsinds = 2026-01-01\ntot = 2027-03-01',
    ],
)
def test_an_acceptance_has_a_reason_and_an_end(audit: ModuleType, text: str) -> None:
    with pytest.raises(ValueError, match="CVE-1"):
        audit.read_accepted(text, dt.date(2026, 2, 1))


def test_the_list_of_what_was_accepted_is_good(audit: ModuleType) -> None:
    audit.read_accepted(audit.ACCEPTED.read_text("utf-8"), dt.date.today())
