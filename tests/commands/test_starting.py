"""What is looked at before the monitor is served."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from monitor.commands import starting
from monitor.commands.demo import SETTINGS
from monitor.commands.serve import run
from monitor.errors import MonitorError
from monitor.intake.deliveries import DeliveryOutcome
from monitor.store.versions import Versions
from monitor.web.sign_in.closed import is_demonstration


Deliver = Callable[..., DeliveryOutcome]
TELLING = (
    "telling.csv",
    "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n16SW03;01-10-2025;vso;10\n",
)


def settings(versions: Versions, text: str) -> None:
    versions.folder.mkdir(exist_ok=True)
    (versions.folder / "instellingen.toml").write_text(text, encoding="utf-8")


def test_a_demonstration_of_real_deliveries_is_refused_and_its_door_is_shut(
    deliver_text: Deliver, versions: Versions
) -> None:
    deliver_text(TELLING)
    settings(versions, "demo = true\n")

    with pytest.raises(MonitorError) as error:
        run(versions, "127.0.0.1", 0)

    assert "1 leveringen die niet van de demonstratie zijn" in str(error.value)
    assert not is_demonstration(versions.folder)  # also of a server that runs already


def test_who_asks_twice_is_served_and_told(deliver_text: Deliver, versions: Versions) -> None:
    deliver_text(TELLING)
    settings(versions, "demo = true\ndemo_met_echte_gegevens = true\n")

    assert any(
        "ziet alles zonder zich aan te melden" in said for said in starting.to_say(versions.folder)
    )
    assert is_demonstration(versions.folder)


def test_a_demonstration_of_the_invented_data_is_open(versions: Versions) -> None:
    settings(versions, SETTINGS)

    assert is_demonstration(versions.folder)
    assert any("Demonstratie" in said for said in starting.to_say(versions.folder))


def test_real_data_without_demo_say_nothing(deliver_text: Deliver, versions: Versions) -> None:
    deliver_text(TELLING)

    assert starting.to_say(versions.folder) == []


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_files_that_others_may_read_are_named(deliver_text: Deliver, versions: Versions) -> None:
    deliver_text(TELLING)
    assert versions.folder.stat().st_mode & 0o077 == 0  # a folder that we made is shut
    (versions.bron(1)).chmod(0o644)
    assert starting.to_say(versions.folder) == []  # nobody comes at it

    versions.folder.chmod(0o755)

    (said,) = starting.to_say(versions.folder)
    assert "bron-1.duckdb" in said
    assert said.endswith(f"chmod 700 {versions.folder}")


def test_a_folder_that_is_not_there_yet_is_no_trouble(tmp_path: Path) -> None:
    assert starting.to_say(tmp_path / "nieuw") == []
