"""Who comes to the door: visitors of a monitor that is no demonstration."""

import shutil
from pathlib import Path

import pytest
from helpers import people

from monitor.access import accounts
from monitor.access.accounts import Account
from monitor.store.journal import journal

from .at_the_door import Visitor


@pytest.fixture(scope="session")
def inhabited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which nothing was delivered and Jan has an account; copy it."""
    folder = tmp_path_factory.mktemp("bewoond") / "gegevens"
    folder.mkdir()
    (folder / "instellingen.toml").write_text('swv = "VO9901"\n', "utf-8")
    people.account(folder, "jan@swv.nl")
    return folder


@pytest.fixture
def folder(inhabited: Path, tmp_path: Path) -> Path:
    """A data folder of a test's own, of a monitor that is no demonstration."""
    return Path(shutil.copytree(inhabited, tmp_path / "gegevens"))


@pytest.fixture
def visitor(folder: Path) -> Visitor:
    return Visitor(folder)


@pytest.fixture
def jan(folder: Path) -> Account:
    """A directeur with an account."""
    found = accounts.by_email(journal(folder), "jan@swv.nl")
    assert found is not None
    return found


@pytest.fixture
def token(folder: Path, jan: Account) -> str:
    """The cookie of Jan, who is signed in."""
    return people.signed_in(folder, jan)
