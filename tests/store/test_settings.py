"""What people write in instellingen.toml: taken as they mean it, or refused."""

from pathlib import Path

import pytest

from monitor.errors import MonitorError
from monitor.store.settings import read_settings, settings_file


def read(folder: Path, line: str, name: str) -> object:
    settings_file(folder).write_text(line, encoding="utf-8")
    return getattr(read_settings(folder), name)


@pytest.mark.parametrize(
    ("line", "name", "meant"),
    [
        ('pad = "monitor"', "pad", "monitor"),
        ('pad = "/monitor/"', "pad", "monitor"),  # as nginx has it
        ('pad = "/a/b"', "pad", "a/b"),
        ('pad = "/"', "pad", ""),
        ('adressen = ["https://monitor.swv.nl/"]', "adressen", ("monitor.swv.nl",)),  # as copied
        ('adressen = ["monitor.swv.nl:8443"]', "adressen", ("monitor.swv.nl:8443",)),
        ("norm_km = 200", "norm_km", 200.0),
    ],
)
def test_what_is_meant_is_taken(tmp_path: Path, line: str, name: str, meant: object) -> None:
    assert read(tmp_path, line, name) == meant


@pytest.mark.parametrize(
    ("line", "name"),
    [
        *(
            (f'pad = "{path}"', "pad")
            for path in ("..", "a/../b", "a//b", "//a", "a b", "a?b", "é")
        ),
        ('pad = "https://swv.nl/monitor"', "pad"),
        ("norm_km = 0", "norm_km"),
        ("norm_km = 15000", "norm_km"),  # metres
        ("norm_km = nan", "norm_km"),
        ("drempel = 4", "drempel"),
    ],
)
def test_what_cannot_be_is_refused_by_its_name(tmp_path: Path, line: str, name: str) -> None:
    with pytest.raises(MonitorError, match=rf"deze instelling is niet goed: {name}"):
        read(tmp_path, line, name)
