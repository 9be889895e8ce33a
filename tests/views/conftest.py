"""A figure and an indicator with only what a test is about."""

from collections.abc import Callable
from typing import Any

import pytest
from made_figures import make_figure, make_share

from monitor.figures.door import Figure, Indicator


@pytest.fixture
def figure() -> Callable[..., Figure]:
    return make_figure


@pytest.fixture
def share() -> Callable[..., Figure]:
    return make_share


@pytest.fixture
def make_indicator() -> Callable[..., Indicator]:
    def make(**rest: Any) -> Indicator:
        words = {
            "name": "deelname_vso", "title": "Deelname aan het vso", "short": "Vso-deelname",
            "definition": "Leerlingen in het vso als deel van de leerlingen in het vo.",
            "teller": "leerlingen in het vso", "noemer": "leerlingen in het vo",
            "kind": "aandeel", "unit": "%", "per": "vestiging", "sector": "vo",
            "moment": "1 oktober", "source": "leerlingtelling", "theme": "deelname",
            "direction": "lager", "audience": "directeur", "decimals": 1,
        }  # fmt: skip
        return Indicator(**words | rest)  # type: ignore[arg-type]

    return make


@pytest.fixture
def deelname(make_indicator: Callable[..., Indicator]) -> Indicator:
    """A share, lower is better."""
    return make_indicator()


@pytest.fixture
def nieuw(make_indicator: Callable[..., Indicator]) -> Indicator:
    """The same of a flow: each period counts other cases."""
    return make_indicator(flow=True)


@pytest.fixture
def leerlingen(make_indicator: Callable[..., Indicator]) -> Indicator:
    """A count, no direction."""
    return make_indicator(
        name="leerlingen_vso", title="Leerlingen in het vso", short="Leerlingen vso", noemer="",
        kind="aantal", unit="leerlingen", direction="geen", decimals=0,
    )  # fmt: skip


@pytest.fixture
def afstand(make_indicator: Callable[..., Indicator]) -> Indicator:
    """A mean, in kilometres."""
    return make_indicator(
        name="afstand_vso", title="Afstand naar vso", short="Afstand naar vso",
        teller="kilometers samen", noemer="leerlingen in het vso", kind="gemiddelde", unit="km",
    )  # fmt: skip
