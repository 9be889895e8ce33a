"""Figures per region on several pages: no small group follows from them together."""

import pytest

from monitor.access import Role, Viewer
from monitor.catalogue import Indicator, catalogue
from monitor.disclosure.beside_total import is_small
from monitor.indicators import Figure, figures
from monitor.pages.levels import per_level
from monitor.regions import Region
from monitor.store import Store


OWN = frozenset({"VO9901"})
CONSULTANT, DIRECTEUR = Viewer(Role.CONSULTANT, OWN), Viewer(Role.DIRECTEUR, OWN)
WHOLE = Region("vo", "VO9901", "SWV", "swv", "VO9901", "SWV")
YEAR = "2024-2025"


def total(store: Store, indicator: Indicator) -> Figure:
    (found,) = figures(store, CONSULTANT, indicator, "swv", period=YEAR, codes=("VO9901",))
    return found


def seen(store: Store, viewer: Viewer, per: str) -> dict[str, Figure]:
    indicator = catalogue()["instroom_vso"]
    found = per_level(store, viewer, indicator, WHOLE, per, total(store, indicator))
    return {figure.code: figure for figure in found}


@pytest.mark.parametrize("per", ["gemeente", "wijk", "bestuur", "vestiging"])
def test_a_hidden_part_is_not_the_rest_of_the_whole(sample_store: Store, per: str) -> None:
    shown, exact = seen(sample_store, CONSULTANT, per), seen(sample_store, DIRECTEUR, per)

    hidden = [exact[code].teller or 0 for code, figure in shown.items() if figure.is_hidden]

    assert any(is_small(figure.teller, figure.teller_max) for figure in exact.values()) == bool(
        hidden
    )
    assert len(hidden) != 1
    assert not is_small(sum(hidden), sum(hidden))


def test_a_hidden_wijk_is_not_the_rest_of_its_gemeente(sample_store: Store) -> None:
    """Of Esperlo 10 came, of which 7 from the one wijk that could be shown: 3 from the other."""
    indicator = catalogue()["instroom_vso"]
    gemeenten = seen(sample_store, CONSULTANT, "gemeente")
    wijken = seen(sample_store, CONSULTANT, "wijk")
    exact = seen(sample_store, DIRECTEUR, "wijk")

    for code, gemeente in gemeenten.items():
        inside = figures(sample_store, DIRECTEUR, indicator, "wijk", period=YEAR,
                         within=("gemeente", code))  # fmt: skip
        hidden = [f.code for f in inside if wijken[f.code].is_hidden]
        rest = sum(exact[one].teller or 0 for one in hidden)
        assert gemeente.is_hidden or len(hidden) != 1, gemeente.naam
        assert gemeente.is_hidden or not is_small(rest, rest), gemeente.naam


def test_who_sees_exact_figures_sees_all_of_them(sample_store: Store) -> None:
    assert not any(figure.is_hidden for figure in seen(sample_store, DIRECTEUR, "wijk").values())


@pytest.mark.parametrize("per", ["bestuur", "vestiging", "wijk"])
@pytest.mark.parametrize("part", ["Noord", "Oost", "West"])
def test_a_unit_within_a_part_is_never_that_of_the_whole(
    sample_store: Store, part: str, per: str
) -> None:
    """A bestuur has schools in two subregios: in each it is hidden, or its own figure there."""
    indicator = catalogue()["instroom_vso"]
    region = Region("vo", "VO9901", "SWV", "subregio", f"VO9901:{part}", part)
    (own,) = figures(sample_store, CONSULTANT, indicator, "subregio", period=YEAR,
                     codes=(region.code,))  # fmt: skip

    for figure in per_level(sample_store, CONSULTANT, indicator, region, per, own):
        (exact,) = figures(sample_store, DIRECTEUR, indicator, per, period=YEAR,
                           codes=(figure.code,), within=("subregio", region.code))  # fmt: skip
        assert figure.is_hidden or figure.teller == exact.teller
