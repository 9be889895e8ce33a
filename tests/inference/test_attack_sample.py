"""Nobody works out a number of 1-4 pupils of the sample data from what he may see."""

import pytest

from inference.attacking import alone, attack, told
from inference.seen import questions
from monitor.store.store import Store


SWV = "VO9901"
MONTHS = ("2023-09", "2025-08", "2025-09", "2025-10")
"""Of what is counted per month: the newest, as they follow from one another, and an old one."""


def of_months(periode: str) -> bool:
    """A schooljaar, a 1 October, or one of MONTHS."""
    return len(periode) in (4, 9) or periode.endswith("-10-01") or periode[:7] in MONTHS


@pytest.mark.parametrize("name", ["consultant", "bestuur"])
def test_no_small_number_of_the_sample_can_be_worked_out(sample: Store, name: str) -> None:
    asked = [*questions("vo", "THUIS_OCW", every_level=False)]

    found = attack(sample, SWV, [alone(sample, SWV)[name]], asked, of_months)

    assert not found, told(found, "voorbeeldgegevens")
