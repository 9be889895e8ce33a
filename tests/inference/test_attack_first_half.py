"""Nobody works out a number of 1-4 pupils of invented samenwerkingsverbanden."""

from pathlib import Path

import pytest

from inference.generated import FIRST_HALF, assert_hidden
from inference.worlds import World


@pytest.mark.parametrize("found", FIRST_HALF, ids=lambda found: f"store {found[0].store}")
def test_no_small_number_can_be_worked_out(found: list[World], tmp_path: Path) -> None:
    assert_hidden(found, tmp_path)
