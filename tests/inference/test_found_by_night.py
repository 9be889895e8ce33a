"""Samenwerkingsverbanden in which a night found a number that could be worked out, with what it was."""

from pathlib import Path

import pytest

from inference.generated import assert_hidden
from inference.worlds import worlds


FOUND = {
    # The rows of tlv_afgegeven 2016-2017 gave a total of six at least (five to one vso, somebody to
    # an unknown one) and four at most of unknown leeftijd. Whose leeftijd is known were so two at
    # least; the release took 12, 13 and 15 for three rows of their own, which nobody gets.
    7399503: 1,
}
"""Store → how many samenwerkingsverbanden are drawn in it."""


@pytest.mark.parametrize(("store", "many"), FOUND.items(), ids=lambda one: str(one))
def test_it_can_no_longer_be_worked_out(store: int, many: int, tmp_path: Path) -> None:
    assert_hidden(worlds(1, many, store)[0], tmp_path)
