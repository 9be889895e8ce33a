"""What comes out of the door for who may not see small counts, on the invented SWV."""

import shutil
from pathlib import Path

import duckdb
import pytest
from helpers.keeping_store import KeepingStore

from monitor.access import Role, Viewer
from monitor.figures import door
from monitor.figures.catalogue import Indicator, catalogue, indicator_named
from monitor.figures.disclosure import protecting
from monitor.figures.disclosure.counts import Count
from monitor.figures.disclosure.policy import counts_pupils
from monitor.figures.door import contributions, figures
from monitor.figures.figure import Figure, Question
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


SWV = "VO9901"
OWN = frozenset({SWV})
CONSULTANT = Viewer(Role.CONSULTANT, OWN)
DIRECTEUR = Viewer(Role.DIRECTEUR, OWN)
"""With the regions of one SWV every kind of unit is there."""


@pytest.mark.parametrize("per", ["swv", "subregio", "gemeente", "wijk", "vestiging"])
def test_a_protected_figure_holds_the_exact_one_and_hides_1_to_4(sample: Store, per: str) -> None:
    seen = 0
    for indicator in catalogue().values():
        if per not in indicator.levels or not counts_pupils(indicator) or indicator.kind == "duur":
            continue
        exact = {
            (f.code, f.periode): f
            for f in figures(sample, DIRECTEUR, indicator, per, period="2025")
        }
        for shown in figures(sample, CONSULTANT, indicator, per, period="2025"):
            truth = exact.get((shown.code, shown.periode))
            if truth is None:
                # A row where nobody is: every unit has one.
                assert shown.teller in (None, 0), (indicator.name, shown)
                continue
            if shown.teller is None or truth.teller is None:
                continue
            seen += 1
            assert shown.teller <= truth.teller
            assert shown.teller_max is None or truth.teller_max is None or (
                truth.teller_max <= shown.teller_max
            )  # fmt: skip
            if 0 < truth.teller < 5 and indicator.kind != "gemiddelde":
                assert shown.teller <= 1, indicator.name
                assert shown.teller_max is None or shown.teller_max >= 4
    assert seen > 20


def test_a_percentage_is_no_narrower_than_its_counts(sample: Store) -> None:
    for name in ("thuiszitters_zonder_plan_thuis_ocw", "tlv_verlenging_aandeel", "dekking"):
        for figure in figures(sample, CONSULTANT, indicator_named(name), "swv"):
            if figure.waarde is None or figure.waarde_max is None or not figure.noemer_max:
                continue
            assert figure.teller is not None
            assert figure.waarde <= 100 * figure.teller / figure.noemer_max + 1e-9
            assert figure.noemer is not None
            assert figure.teller_max is not None
            assert figure.waarde_max >= min(100, 100 * figure.teller_max / figure.noemer) - 1e-9


def test_which_reasons_there_are_in_a_gemeente_is_not_told(sample: Store) -> None:
    stand = indicator_named("thuiszitters_thuis_ocw")
    assert figures(sample, DIRECTEUR, stand, "gemeente", breakdown="reden")
    assert figures(sample, CONSULTANT, stand, "gemeente", breakdown="reden") == []


def test_a_filter_on_a_region_gives_no_other_figure_than_the_region(sample: Store) -> None:
    # ?regio=gemeente:GM9901 asks the SWV within it; that is the gemeente, and widened with it.
    stand = indicator_named("thuiszitters_thuis_ocw")
    for gemeente in figures(sample, CONSULTANT, stand, "gemeente", period="2025-10-31"):
        (within,) = figures(
            sample, CONSULTANT, stand, "swv", period="2025-10-31",
            within=("gemeente", gemeente.code),
        )  # fmt: skip
        assert within[4:8] == gemeente[4:8]


def test_a_school_that_takes_pupils_of_several_gemeenten_is_not_cut(sample: Store) -> None:
    stand = indicator_named("thuiszitters_thuis_ocw")
    whole = {
        f.code: f for f in figures(sample, CONSULTANT, stand, "vestiging", period="2025-10-31")
    }
    for part in figures(
        sample,
        CONSULTANT,
        stand,
        "vestiging",
        period="2025-10-31",
        within=("subregio", f"{SWV}:Oost"),
    ):
        assert part.teller is None or part[4:8] == whole[part.code][4:8]


def test_medians_are_of_ten_cases_and_more_and_in_whole_weeks(sample: Store) -> None:
    for indicator in catalogue().values():
        if indicator.kind != "duur" or "swv" not in indicator.levels:
            continue
        for figure in figures(sample, CONSULTANT, indicator, "swv"):
            if figure.waarde is not None:
                assert (figure.teller or 0) >= 10
                assert figure.waarde == int(figure.waarde)


@pytest.mark.parametrize("within", [("gemeente", "GM9904"), ("swv", "VO9901")])
def test_what_comes_out_of_the_release_is_not_counted_once_more(
    sample: Store, monkeypatch: pytest.MonkeyPatch, within: tuple[str, str]
) -> None:
    """The exact figures of a region, of whom nobody will see them, are not even asked for."""
    asked: list[Question] = []
    counted = door.answer

    def answer(store: Store, indicator: Indicator, question: Question) -> list[Figure]:
        asked.append(question)
        return counted(store, indicator, question)

    monkeypatch.setattr(door, "answer", answer)
    stand = indicator_named("thuiszitters_thuis_ocw")

    assert figures(sample, CONSULTANT, stand, "wijk", within=within)
    assert contributions(sample, CONSULTANT, indicator_named("tlv_afgegeven"), "2024-2025", within)
    assert asked == []

    assert figures(sample, DIRECTEUR, stand, "wijk", within=within)
    assert [one.within for one in asked] == [within]


def test_a_grant_opens_the_exact_figures(sample: Store) -> None:
    stand = indicator_named("thuiszitters_thuis_ocw")
    granted = Viewer(Role.CONSULTANT, OWN, exact=OWN)
    assert figures(sample, granted, stand, "wijk") == figures(sample, DIRECTEUR, stand, "wijk")


def test_a_higher_threshold_holds_behind_the_door(sample_folder: Path, tmp_path: Path) -> None:
    kept = open_store(Versions(sample_folder), whole=False)
    bron = tmp_path / "bron.duckdb"
    shutil.copy(Versions(sample_folder).bron(kept.version), bron)
    with duckdb.connect(str(bron)) as connection:
        # The months of two years are enough, and a third of the work.
        connection.execute("delete from verzuimmeldingen where verzuim_sinds < date '2024-02-01'")
    store = KeepingStore(bron, kept.register, kept.settings.model_copy(update={"drempel": 10}))
    small = 0
    for name in ("thuiszitters_thuis_ocw", "tlv_afgegeven", "instroom_vso"):
        exact = {
            (f.code, f.periode): f.teller or 0
            for f in figures(store, DIRECTEUR, indicator_named(name), "gemeente")
        }
        seen = figures(store, CONSULTANT, indicator_named(name), "gemeente")
        assert seen
        for figure in seen:
            truth = exact.get((figure.code, figure.periode), 0)  # a row where nobody is
            if figure.teller is None or figure.teller_max is None:
                continue
            assert figure.teller <= truth
            if 0 < truth < 10:
                small += 1
                assert (figure.teller <= 1, figure.teller_max >= 9) == (True, True)
            elif truth:
                assert figure.teller_max - figure.teller >= 9
    assert small > 20, "nothing small was hidden"
    store.close()
    kept.close()


def test_the_release_names_what_it_widened(sample: Store) -> None:
    release = protecting.release(sample, SWV, indicator_named("thuiszitters_thuis_ocw"))
    assert release.widened
    for count, ends in release.widened.items():
        assert isinstance(count, Count)
        assert release.intervals[count] == ends
