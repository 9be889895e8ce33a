"""The settings of a provider: taken in when they are whole and private, else a sentence."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit import config
from streamlit.runtime.secrets import secrets_singleton

from monitor.access import oidc
from monitor.errors import MonitorError
from monitor.web.sign_in import provider

from .provider import secrets_file


@pytest.fixture(autouse=True)
def untouched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Nothing of this machine's own secrets, and nothing left of this test's."""
    before = config.get_option("secrets.files")
    config.set_option("secrets.files", [str(tmp_path / "elders.toml")])
    secrets_singleton._reset()
    yield
    config.set_option("secrets.files", before)
    secrets_singleton._reset()


def test_without_settings_nobody_signs_in_elsewhere(folder: Path) -> None:
    provider.prepare(folder)

    assert provider.providers() == {}


def test_a_provider_is_called_what_the_settings_call_it(folder: Path) -> None:
    secrets_file(folder, "http://elders", "http://hier")

    provider.prepare(folder)

    assert provider.providers() == {"school": "Scholen & Co"}
    assert provider._trust({"provider": "school"}) == oidc.TRUST


def test_what_is_believed_of_a_provider_is_a_setting(folder: Path) -> None:
    more = 'alleen_geverifieerd = true\nemail_in = "upn"\n'
    secrets_file(folder, "http://elders", "http://hier", more)

    provider.prepare(folder)

    assert provider._trust({"provider": "school"}) == oidc.Trust(("upn",), unverified=False)
    assert provider._trust({"provider": "een andere"}) == oidc.TRUST


def test_one_provider_may_stand_in_auth_itself(folder: Path) -> None:
    file = secrets_file(folder, "http://elders", "http://hier")
    file.write_text(file.read_text("utf-8").replace("[auth.school]\n", ""), "utf-8")

    provider.prepare(folder)

    assert provider.providers() == {"default": "Scholen & Co"}


@pytest.mark.skipif(os.name != "posix", reason="Windows kent deze rechten niet")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620])
def test_secrets_that_others_may_read_stop_the_start(folder: Path, mode: int) -> None:
    secrets_file(folder, "http://elders", "http://hier").chmod(mode)

    with pytest.raises(MonitorError, match="chmod 600"):
        provider.prepare(folder)


@pytest.mark.parametrize(
    ("what", "instead", "words"),
    [
        ('cookie_secret = "een lang', 'iets = "een lang', "ontbreekt: cookie_secret"),
        ("een lang geheim van deze toets 0123456789", "kort", "te kort"),
        ("/oauth2callback", "/elders", "moet eindigen op /oauth2callback"),
        ("client_secret", "geheim", "ontbreekt: client_secret"),
        ("[auth.school]", "[auth.mijn_school]", "kleine letters"),
        ("http://elders", "https://login.microsoftonline.com/common/v2.0", "iedereen met een"),
        ("http://elders", "https://login.microsoftonline.com/organizations/v2.0", "iedereen met"),
        ("[auth]", "[auth", "geen geldige TOML"),
    ],
)
def test_settings_that_fall_short_stop_the_start_with_a_sentence(
    folder: Path, what: str, instead: str, words: str
) -> None:
    file = secrets_file(folder, "http://elders", "http://hier")
    text = file.read_text("utf-8")
    assert what in text
    file.write_text(text.replace(what, instead), "utf-8")

    with pytest.raises(MonitorError, match=words) as refused:
        provider.prepare(folder)

    assert "0123456789" not in str(refused.value)
    assert "geheim-van-de-monitor" not in str(refused.value)
