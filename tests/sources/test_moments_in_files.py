"""A day as systems export it: with the time behind it, in a column of days."""

from collections.abc import Callable
from typing import Any

import pytest

from monitor.intake.report import DeliveryOutcome


Deliver = Callable[..., DeliveryOutcome]
Bron = Callable[..., list[tuple[Any, ...]]]
HEAD = "MELDINGNUMMER;LEERLING;VERZUIM SINDS;INGESCHREVEN;GEOORLOOFD;STATUS\n"


@pytest.mark.parametrize(
    "spelled",
    [
        "01-09-2026 08:30",
        "01-09-2026 8:30",
        "1-9-2026 08:30:00",
        "01/09/2026 08:30",
        "2026-09-01T00:00:00",
        "2026-09-01T08:30:00.000",
        "2026-09-01T08:30:00Z",
        "2026-09-01T08:30:00+02:00",
        "2026-09-01 00:00:00",
    ],
)
def test_the_time_of_a_day_is_dropped(deliver_text: Deliver, bron: Bron, spelled: str) -> None:
    outcome = deliver_text(("m.csv", f"{HEAD}V1;L1;{spelled};Ja;Nee;aangemeld\n"))

    assert outcome.problems == []
    assert bron("select cast(verzuim_sinds as varchar) from verzuimmeldingen") == [("2026-09-01",)]


def test_a_serial_number_is_refused_with_what_it_is(deliver_text: Deliver) -> None:
    """46266 is 1 September 2026 to Excel, and an error to who typed it by hand."""
    outcome = deliver_text(("m.csv", f"{HEAD}V1;L1;46266;Ja;Nee;aangemeld\n"))

    assert "een getal als 45931 is een datum zonder opmaak" in str(outcome.problems[0])
