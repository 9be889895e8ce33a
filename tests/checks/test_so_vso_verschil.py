"""Two national files that count special education differently."""

import pytest
from tables import Given


def both(given: Given, afstand: int, historie: int) -> None:
    given.add("afstand", [{"vestiging": "01AA00", "soort": "vso", "leerlingen": str(afstand)}])
    given.add(
        "leerlingen_historie",
        [{"vestiging": "01AA00", "soort": "so/vso", "leerlingen": str(historie)}],
    )


def test_more_than_two_percent_is_found(given: Given) -> None:
    both(given, 1021, 1000)

    ((code, melding),) = given.findings("so_vso_verschil")

    assert code == "01-10-2019"
    assert melding == (
        "So en vso op 01-10-2019: 1021 volgens het afstandsbestand, 1000 volgens het historisch "
        "overzicht"
    )


@pytest.mark.parametrize("afstand", [980, 1020])
def test_two_percent_is_within_what_is_usual(given: Given, afstand: int) -> None:
    both(given, afstand, 1000)

    assert given.findings("so_vso_verschil") == []
