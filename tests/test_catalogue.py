"""What holds for every indicator and every check: whoever forgets a step is told by name."""

import re
from pathlib import Path

import pytest
from tables import Given

from monitor.access import Role, Viewer
from monitor.checks import checks
from monitor.demonstration import prepare
from monitor.errors import MonitorError, QueryHeaderError
from monitor.indicators import (
    COLUMNS,
    Figure,
    Indicator,
    catalogue,
    contributions,
    figures,
    read_header,
)
from monitor.regions import LEVEL_PLURALS, LEVEL_TITLES, LEVELS
from monitor.sources import sources
from monitor.store import Store, open_store
from monitor.versions import Versions


TESTS = Path(__file__).parent
QUERIES = TESTS.parent / "queries"
BEHEERDER = Viewer(Role.BEHEERDER)

every_indicator = pytest.mark.parametrize("indicator", catalogue().values(), ids=list(catalogue()))
every_check = pytest.mark.parametrize("check", checks().values(), ids=list(checks()))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The invented SWV; it is for vo, so what is of po is added up in `test_recount.py`."""
    versions = Versions(tmp_path_factory.mktemp("voorbeeld"))
    prepare(versions)
    return open_store(versions)


@every_indicator
def test_its_definition_is_a_sentence_and_its_words_fit_on_a_card(indicator: Indicator) -> None:
    for words in (indicator.definition, indicator.caveat):
        assert re.fullmatch(r"([A-Z].*[.])?", words), words
        assert not re.search(r"\s{2}|- ", words), "a line break within a word"
    assert not indicator.title.endswith(".")
    assert len(indicator.short) <= 24
    assert indicator.teller[0].islower()
    assert indicator.noemer == "" or indicator.noemer[0].islower()


@every_indicator
def test_its_kind_unit_and_noemer_agree(indicator: Indicator) -> None:
    assert (indicator.kind == "aandeel") == (indicator.unit == "%")
    assert (indicator.kind == "aantal") == (indicator.noemer == "")
    assert indicator.kind != "aantal" or indicator.decimals == 0
    assert indicator.teller_is == "los" or indicator.kind != "aantal"
    assert indicator.teller_is != "gewogen" or indicator.kind == "gemiddelde"


@every_indicator
def test_it_names_sources_levels_and_an_audience(indicator: Indicator) -> None:
    assert indicator.source
    assert set(indicator.source) <= set(sources())
    assert set(indicator.levels) <= set(LEVELS)
    assert [level for level in LEVELS if level in indicator.levels] == list(indicator.levels)
    assert "swv" in indicator.levels
    assert set(indicator.audience) <= set(Role)
    assert Role.DIRECTEUR in indicator.audience
    assert Role.BEHEERDER in indicator.audience


@every_indicator
def test_it_reads_the_sources_it_names(indicator: Indicator) -> None:
    """A file that reads bron itself names what it reads; one on a view names what is in it."""
    sql = (QUERIES / "indicators" / f"{indicator.name}.sql").read_text("utf-8")
    read = set(re.findall(r"\bbron\.(\w+)", sql))

    assert read <= set(indicator.source)
    if "views.leerling" not in sql:
        assert read == set(indicator.source)


@every_indicator
def test_it_counts_groups_that_exist(indicator: Indicator, sample: Store) -> None:
    groups = {row[0] for row in sample.rows("select distinct groep from views.groep")}

    assert set(indicator.counts) <= groups


@every_indicator
def test_it_has_a_worked_example(indicator: Indicator) -> None:
    file = TESTS / "indicators" / f"test_{indicator.name}.py"

    assert file.is_file(), f"draw a table for it: {file}"
    assert f'"{indicator.name}"' in file.read_text("utf-8")


@every_check
def test_a_check_has_a_worked_example_and_advice(check: object) -> None:
    name, title, advice = check.name, check.title, check.advice  # type: ignore[attr-defined]

    assert (TESTS / "checks" / f"test_{name}.py").is_file()
    assert advice.endswith(".")
    assert not title.endswith(".")


def test_no_test_is_about_an_indicator_or_check_that_is_gone() -> None:
    for folder, names in (("indicators", set(catalogue())), ("checks", set(checks()))):
        tested = {f.stem.removeprefix("test_") for f in (TESTS / folder).glob("test_*.py")}
        assert tested == names


@every_indicator
def test_its_columns_are_the_seven_in_their_order_and_types(
    indicator: Indicator, sample: Store
) -> None:
    described = sample.rows(f"describe select * from indicators.{indicator.name}")

    assert tuple(row[0] for row in described) == COLUMNS
    assert [row[1] for row in described[:3]] == ["VARCHAR"] * 3
    assert all(row[1] in ("DOUBLE", "HUGEINT", "BIGINT", "INTEGER") for row in described[3:]), (
        described
    )


@every_indicator
def test_its_rows_are_unique_and_its_periods_fit_its_moment(
    indicator: Indicator, sample: Store
) -> None:
    pattern = {
        "1 oktober": r"\d{4}-10-01",
        "1 februari": r"\d{4}-02-01",
        "maandeinde": r"\d{4}-\d{2}-\d{2}",
        "schooljaar": r"\d{4}-\d{4}",
        "jaar": r"\d{4}",
    }[indicator.moment]
    rows = sample.rows(f"select code, periode, uitsplitsing from indicators.{indicator.name}")

    assert len(set(rows)) == len(rows)
    assert all(re.fullmatch(pattern, row[1]) for row in rows)
    assert all(re.fullmatch(r"([a-z]+=.+)?", row[2]) for row in rows)
    assert {row[2].partition("=")[0] for row in rows} - {""} <= set(indicator.breakdown)


@every_indicator
def test_its_lowest_is_never_above_its_highest(indicator: Indicator, sample: Store) -> None:
    wrong = sample.rows(
        f"select code, periode from indicators.{indicator.name} "
        "where teller > teller_max or noemer > noemer_max or teller < 0 or noemer < 0"
    )

    assert wrong == []
    for per in indicator.levels:
        for figure in figures(sample, BEHEERDER, indicator, per):
            if figure.waarde is not None and figure.waarde_max is not None:
                assert figure.waarde <= figure.waarde_max
            if indicator.teller_is == "deel":
                assert (figure.waarde_max or 0) <= 100


@every_indicator
def test_every_level_adds_up_to_the_same(indicator: Indicator, sample: Store) -> None:
    def totals(found: list[Figure]) -> dict[tuple[str, str], list[float]]:
        out: dict[tuple[str, str], list[float]] = {}
        for figure in found:
            sums = out.setdefault((figure.periode, figure.uitsplitsing), [0.0] * 4)
            for i, number in enumerate(figure[4:8]):
                sums[i] += float(number or 0)
        return out

    for breakdown in ("", *indicator.breakdown):
        levels = [level for level in indicator.levels if level != "land"]
        by_level = {
            per: totals(figures(sample, BEHEERDER, indicator, per, breakdown=breakdown))
            for per in levels
        }
        whole = by_level["swv"]
        assert whole or indicator.sector == "po", "the sample data are of an SWV vo"
        for per in levels:
            assert by_level[per].keys() == whole.keys(), per
            for key, sums in by_level[per].items():
                assert sums == pytest.approx(whole[key]), (per, key)


@every_indicator
def test_it_stands_on_an_empty_store(indicator: Indicator, given: Given) -> None:
    for per in indicator.levels:
        assert given.figures(indicator.name, per) == []


def test_a_level_has_a_name_and_a_plural() -> None:
    assert set(LEVELS) == set(LEVEL_TITLES) == set(LEVEL_PLURALS)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("-- unit:       %\n", ""), "unit: Field required"),
        (("-- unit:", "-- eenheid:"), "eenheid: Extra inputs are not permitted"),
        (("-- kind:       aandeel", "-- kind: deel"), "kind: Input should be"),
        (("source:     ", "source:     kristallen_bol, "), "no such source: kristallen_bol"),
        (("-- sector:     vo", "-- sector: vo\n-- sector: po"), "sector: staat er twee keer"),
        (("-- decimals:   1", "-- decimals: 5"), "decimals: Input should be less than"),
        (("levels:     vestiging", "levels:     provincie"), "levels are: vestiging, bestuur"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_wrong_header_stops_the_start_and_names_file_and_key(
    tmp_path: Path, change: tuple[str, str], expected: str
) -> None:
    good = (QUERIES / "indicators" / "deelname_pro.sql").read_text("utf-8")
    assert change[0] in good
    file = tmp_path / "kapot.sql"
    file.write_text(good.replace(*change), encoding="utf-8")

    with pytest.raises(QueryHeaderError, match=re.escape(str(file))) as raised:
        read_header(file)

    assert expected in str(raised.value)


def test_a_role_that_it_is_not_for_is_told_so(sample: Store) -> None:
    indicator = catalogue()["vsv"].model_copy(update={"audience": (Role.BEHEERDER,)})

    with pytest.raises(MonitorError, match="is niet voor de rol school"):
        figures(sample, Viewer(Role.SCHOOL), indicator, "swv")


def test_a_school_sees_no_other_school(sample: Store) -> None:
    viewer = Viewer(Role.SCHOOL, vestigingen=frozenset({"99AA00"}))
    found = figures(sample, viewer, catalogue()["leerlingen_vo"], "vestiging")

    assert {figure.code for figure in found} == {"99AA00"}


@pytest.mark.parametrize("per", ["bestuur", "wijk", "gemeente", "subregio"])
def test_a_school_sees_no_region_of_maybe_one_school(sample: Store, per: str) -> None:
    """Its name would be another word for that school."""
    viewer = Viewer(Role.SCHOOL, vestigingen=frozenset({"99AA00"}))
    indicator = catalogue()["leerlingen_vso"]
    (one, *_) = figures(sample, BEHEERDER, indicator, per)

    assert figures(sample, viewer, indicator, per) == []
    assert figures(sample, viewer, indicator, "swv", within=(per, one.code)) == []
    assert contributions(sample, viewer, indicator, one.periode, (per, one.code)) == []
    assert figures(sample, viewer, indicator, "swv") != []


def test_a_school_sees_itself_and_nothing_within_another(sample: Store) -> None:
    viewer = Viewer(Role.SCHOOL, vestigingen=frozenset({"99AA00"}))
    indicator = catalogue()["leerlingen_vo"]

    assert figures(sample, viewer, indicator, "vestiging", codes=("99AA00",)) != []
    assert figures(sample, viewer, indicator, "swv", within=("vestiging", "99AB00")) == []
    assert figures(sample, viewer, indicator, "vestiging", within=("swv", "VO9901")) != []


def test_a_small_teller_is_hidden_with_its_value(given: Given) -> None:
    """The value times the noemer would be the teller."""
    given.in_swv("VO0101", "01AA00", "01AA01")
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vo         | 100
        01AA01    | vso        | 3
    """)
    for name in ("deelname_vso_locatie", "leerlingen_vso"):
        (seen,) = figures(given.store, Viewer(Role.CONSULTANT), catalogue()[name], "swv")
        (exact,) = figures(given.store, Viewer(Role.DIRECTEUR), catalogue()[name], "swv")

        assert (seen.teller, seen.teller_max, seen.is_hidden) == (1, 4, True)
        assert (seen.waarde, seen.waarde_max) == (None, None)
        assert (exact.teller, exact.waarde) == (3, 3)
