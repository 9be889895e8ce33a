"""What holds for every indicator and every check: whoever forgets a step is told by name."""

import math
import re
from pathlib import Path

import pytest
from helpers.drawing_meldingen import register
from helpers.drawings import Given

from monitor.access import EVERY, Role, Viewer
from monitor.dekking import from_store
from monitor.errors import MonitorError, QueryHeaderError
from monitor.figures.catalogue import in_use, read_headers
from monitor.figures.door import COLUMNS, Figure, Indicator, catalogue, contributions, figures
from monitor.figures.levels import LEVEL_PLURALS, LEVEL_TITLES, LEVELS
from monitor.sources import sources
from monitor.store.checks import checks
from monitor.store.definitions import definitions
from monitor.store.query_files import queries
from monitor.store.settings import Settings
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


TESTS = Path(__file__).resolve().parents[1]
QUERIES = TESTS.parent / "queries"
BEHEERDER = Viewer(Role.BEHEERDER, EVERY)

MEASURES = {indicator.measure: indicator for indicator in catalogue().values()}
WORKING = {indicator.name: indicator for indicator in in_use(Settings())}

every_indicator = pytest.mark.parametrize("indicator", catalogue().values(), ids=list(catalogue()))
# What is one per definition in the working definition only: its rows are of one query.
every_working = pytest.mark.parametrize("indicator", WORKING.values(), ids=list(WORKING))
every_measure = pytest.mark.parametrize("measure", MEASURES)
every_check = pytest.mark.parametrize("check", checks().values(), ids=list(checks()))


@pytest.fixture(scope="module")
def sample(sample_folder: Path) -> Store:
    """The invented SWV; it is for vo, so what is of po is added up in `recount/test_country.py`."""
    store = open_store(Versions(sample_folder))
    # What an indicator reads that is computed, is there for who asks by the door; here, for all.
    from_store.fill(store)
    return store


@every_indicator
def test_its_definition_is_a_sentence_and_its_words_fit_on_a_card(indicator: Indicator) -> None:
    for words in (indicator.definition, indicator.caveat, indicator.changed):
        assert re.fullmatch(r"([A-Z].*[.])?", words), words
        assert not re.search(r"\s{2}|- ", words), "a line break within a word"
    assert not indicator.title.endswith(".")
    assert len(indicator.short) <= (40 if indicator.definitie else 24)
    for words in (indicator.title, indicator.short, indicator.definition, indicator.caveat):
        assert not re.search(r"[{}]", words), "a place that the definition does not fill"
    assert indicator.teller[0].islower()
    assert indicator.noemer == "" or indicator.noemer[0].islower()


@every_indicator
def test_its_kind_unit_and_noemer_agree(indicator: Indicator) -> None:
    shares = indicator.kind == "aandeel" or indicator.statistic == "binnen"
    assert shares == (indicator.unit == "%")
    assert (indicator.kind == "per_duizend") == (indicator.unit == "per 1.000")
    assert (indicator.kind in ("aantal", "duur")) == (indicator.noemer == "")
    assert indicator.kind != "aantal" or indicator.decimals == 0
    assert indicator.teller_is == "los" or indicator.noemer
    assert indicator.teller_is != "gewogen" or indicator.kind == "gemiddelde"
    assert (indicator.kind == "duur") == bool(indicator.statistic)
    assert (indicator.statistic == "mediaan") == (indicator.unit == "weken")
    assert (indicator.statistic == "binnen") == (indicator.within_days > 0)


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


HOLDS = {
    "toelaatbaarheid": {"tlv"},
    "tlv_verblijf": {"tlv"},
    "tlv_dag": {"tlv"},
    "verblijf": {"verzuimmeldingen"},
    "melding": {"verzuimmeldingen"},
    "melding_plek": {"verzuimmeldingen"},
    "tlv_besluiter": {"tlv"},
    "aanbod_plek": {"arrangementen"},
    "vraag_plek": {"behoefte", "aanvragen"},
    "niet_genoemd": {"verzuimmeldingen"},
    "reeks": {"verzuimmeldingen"},
    "afwezigheid": {"verzuimmeldingen"},
    "lessen_bekend": {"verzuimmeldingen"},
    "lessen_per_maand": {"verzuimmeldingen"},
    "tlv_niet_genoemd": {"tlv"},
    "thuiszitters_stand": {"verzuimmeldingen"},
    "thuiszitters_jaar": {"verzuimmeldingen"},
    "thuiszitters_cohort": {"verzuimmeldingen"},
    "vraag": {"behoefte", "aanvragen", "verzuimmeldingen"},
    "aanbod": {"arrangementen"},
    "basisondersteuning": {"basisondersteuning"},
    "geplaatst": {"aanvragen"},
}
"""The deliveries that a view is about."""
MATCHED = HOLDS["vraag"] | HOLDS["aanbod"] | {"normen"}
"""Those behind `dekking.cel`, which is filled from two views and the norms."""
OF_VO = {"leerlingen_vo_onderwijstype", "leerlingen_vo_vavo", "leerlingtelling"}
OF_PO = {"afstand", "leerlingen_historie", "leerlingtelling"}
COUNTED_IN = {
    "vo": OF_VO, "pro": OF_VO, "vso": OF_PO, "so": OF_PO, "sbo": OF_PO, "bao": OF_PO,
}  # fmt: skip
"""Of each group of pupils: the deliveries in which it is counted."""


@every_measure
def test_it_names_the_sources_it_reads(measure: str) -> None:
    """What a file reads of bron itself, what the views are about, and where its groups are in."""
    sql = queries()[f"indicators.{measure}"].sql
    views = set(re.findall(r"\bviews\.(\w+)", sql))
    source = set(MEASURES[measure].source)
    counted = set().union(*(COUNTED_IN[group] for group in MEASURES[measure].counts))
    read = set(re.findall(r"\bbron\.(\w+)", sql)).union(*(HOLDS.get(v, set()) for v in views))
    if "dekking.cel" in sql:
        read |= MATCHED
    if "telling" in views:
        # Which schools there were is told by the counts of vo.
        read |= OF_VO

    assert read <= source
    if views & {"noemer", "noemer_per_maand", "noemer_per_schooljaar"}:
        assert source - read == counted
    elif "leerling" in views:
        # One of a single kind of pupils names less: a leerlingtelling knows no vavo.
        assert source - read
        assert source - read <= counted | OF_VO
    else:
        assert source == read


def test_every_view_of_pupils_is_known_to_be_about_something() -> None:
    """A new view on pupil files must stand in HOLDS, or its source can be forgotten."""
    about: dict[str, set[str]] = {}
    for file in (QUERIES / "views").glob("*.sql"):
        sql = re.sub(r"--[^\n]*", "", file.read_text("utf-8"))
        about[file.stem] = set(re.findall(r"\b(?:bron|views)\.(\w+)", sql))

    for name, pupils in HOLDS.items():
        for source in pupils:
            assert source in about[name] or any(source in HOLDS.get(v, ()) for v in about[name])
    direct = {name for name, read in about.items() if read & {"tlv", "verzuimmeldingen"}}
    assert direct - {"leerling"} <= set(HOLDS) | {"herkomst"}


def test_it_says_that_it_is_computed_when_it_reads_what_is() -> None:
    """Without it nobody fills the table, and the figure is of nobody."""
    for indicator in catalogue().values():
        sql = queries()[f"indicators.{indicator.measure}"].sql
        assert (indicator.computed == "dekking") == ("dekking.cel" in sql), indicator.name


@every_indicator
def test_it_counts_groups_that_exist(indicator: Indicator, sample: Store) -> None:
    groups = {row[0] for row in sample.rows("select distinct groep from views.groep")}

    assert set(indicator.counts) <= groups
    assert bool(indicator.groups) == bool(indicator.counts), "groups of its own sector"


@every_measure
def test_it_has_a_worked_example(measure: str) -> None:
    file = TESTS / "indicators" / f"test_{measure}.py"

    assert file.is_file(), f"draw a table for it: {file}"
    assert re.search(rf'"{measure}(_po)?"|"{measure}_[a-z0-9_]+"', file.read_text("utf-8"))


@every_check
def test_a_check_has_a_worked_example_and_advice(check: object) -> None:
    name, title, advice = check.name, check.title, check.advice  # type: ignore[attr-defined]

    assert (TESTS / "checks" / f"test_{name}.py").is_file()
    assert advice.endswith(".")
    assert not title.endswith(".")


def test_no_test_is_about_an_indicator_or_check_that_is_gone() -> None:
    for folder, names in (("indicators", set(MEASURES)), ("checks", set(checks()))):
        tested = {f.stem.removeprefix("test_") for f in (TESTS / folder).glob("test_*.py")}
        assert tested == names


@every_measure
def test_its_columns_are_the_seven_in_their_order_and_types(measure: str, sample: Store) -> None:
    described = sample.rows(f"describe select * from indicators.{measure}")
    if MEASURES[measure].definitie:
        assert described.pop(0)[:2] == ("definitie", "VARCHAR")

    assert tuple(row[0] for row in described) == COLUMNS
    assert [row[1] for row in described[:3]] == ["VARCHAR"] * 3
    assert all(row[1] in ("DOUBLE", "HUGEINT", "BIGINT", "INTEGER") for row in described[3:]), (
        described
    )


@every_measure
def test_its_rows_are_unique_and_its_periods_fit_its_moment(measure: str, sample: Store) -> None:
    indicator = MEASURES[measure]
    pattern = {
        "1 oktober": r"\d{4}-10-01",
        "1 februari": r"\d{4}-02-01",
        "maandeinde": r"\d{4}-\d{2}-(28|29|30|31)",
        "maand": r"\d{4}-\d{2}",
        "schooljaar": r"\d{4}-\d{4}",
        "jaar": r"\d{4}",
    }[indicator.moment]
    definitie = "definitie" if indicator.definitie else "''"
    # A place that may be nought stands beside the rows of those who are there, so more than one
    # row of a unit is added up; but the same part may not come from two places.
    rows = sample.rows(
        f"select {definitie}, code, periode, uitsplitsing, count(*) "
        f"from indicators.{measure} group by all"
    )
    twice = [row for row in rows if row[4] > 1 and row[3] != ""]
    more = sample.rows(
        f"select {definitie}, code, periode from indicators.{measure} "
        "where uitsplitsing = '' and (teller_max > 0 or teller_max is null) "
        "group by all having count(*) > 1"
    )

    assert twice == []
    assert more == []
    assert {row[0] for row in rows} <= ({""} if not indicator.definitie else set(definitions()))
    assert all(re.fullmatch(pattern, row[2]) for row in rows)
    if indicator.kind == "duur":
        assert all(re.fullmatch(r"dagen=\d+\+?", row[3]) for row in rows)
        return
    assert all(re.fullmatch(r"([a-z]+=.+)?", row[3]) for row in rows)
    assert {row[3].partition("=")[0] for row in rows} - {""} <= set(indicator.breakdown)


@every_measure
def test_its_rows_are_never_of_less_than_nobody(measure: str, sample: Store) -> None:
    wrong = sample.rows(
        f"select code, periode from indicators.{measure} "
        "where teller > teller_max or noemer > noemer_max or teller < 0 or noemer < 0"
    )

    assert wrong == []


@every_working
def test_its_lowest_is_never_above_its_highest(indicator: Indicator, sample: Store) -> None:
    for per in indicator.levels:
        for figure in figures(sample, BEHEERDER, indicator, per):
            if figure.waarde is not None and figure.waarde_max is not None:
                assert figure.waarde <= figure.waarde_max
            if indicator.teller_is == "deel":
                assert (figure.waarde_max or 0) <= 100


@every_working
def test_every_level_adds_up_to_the_same(indicator: Indicator, sample: Store) -> None:
    def totals(found: list[Figure]) -> dict[tuple[str, str], list[float]]:
        out: dict[tuple[str, str], list[float]] = {}
        for figure in found:
            sums = out.setdefault((figure.periode, figure.uitsplitsing), [0.0] * 4)
            for i, number in enumerate(figure[4:8]):
                # What is unknown upwards of one part, is so of the whole.
                is_open = i == 1 and number is None and indicator.per == "aanbod"
                sums[i] += math.inf if is_open else float(number or 0)
        return out

    for breakdown in ("", *indicator.breakdown):
        levels = [level for level in indicator.levels if level != "land"]
        by_level = {
            per: totals(figures(sample, BEHEERDER, indicator, per, breakdown=breakdown))
            for per in levels
        }
        whole = by_level["swv"]
        is_of_po = indicator.sector == "po" or indicator.both
        assert whole or is_of_po, "the sample data are of an SWV vo: nobody in so was counted"
        for per in levels:
            assert by_level[per].keys() == whole.keys(), per
            for key, sums in by_level[per].items():
                assert sums == pytest.approx(whole[key]), (per, key)


def test_all_of_them_stand_on_an_empty_store(given: Given) -> None:
    for indicator in WORKING.values():
        for per in indicator.levels:
            assert given.figures(indicator.name, per) == [], indicator.name


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
        list(read_headers(file))

    assert expected in str(raised.value)


def test_a_role_that_it_is_not_for_is_told_so(sample: Store) -> None:
    indicator = catalogue()["vsv"].model_copy(update={"audience": (Role.BEHEERDER,)})

    with pytest.raises(MonitorError, match="is niet voor de rol school"):
        figures(sample, Viewer(Role.SCHOOL, EVERY), indicator, "swv")


def test_a_school_sees_no_other_school(sample: Store) -> None:
    viewer = Viewer(Role.SCHOOL, EVERY, vestigingen=frozenset({"99AA00"}))
    found = figures(sample, viewer, catalogue()["leerlingen_vo"], "vestiging")

    assert {figure.code for figure in found} == {"99AA00"}


@pytest.mark.parametrize("per", ["bestuur", "wijk", "gemeente", "subregio"])
def test_a_school_sees_no_region_of_maybe_one_school(sample: Store, per: str) -> None:
    """Its name would be another word for that school."""
    viewer = Viewer(Role.SCHOOL, EVERY, vestigingen=frozenset({"99AA00"}))
    indicator = catalogue()["leerlingen_vso"]
    (one, *_) = figures(sample, BEHEERDER, indicator, per)

    assert figures(sample, viewer, indicator, per) == []
    assert figures(sample, viewer, indicator, "swv", within=(per, one.code)) == []
    assert contributions(sample, viewer, indicator, one.periode, (per, one.code)) == []
    assert figures(sample, viewer, indicator, "swv") != []


def test_a_school_sees_itself_and_nothing_within_another(sample: Store) -> None:
    viewer = Viewer(Role.SCHOOL, EVERY, vestigingen=frozenset({"99AA00"}))
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
        (seen,) = figures(given.store, Viewer(Role.CONSULTANT, EVERY), catalogue()[name], "swv")
        (exact,) = figures(given.store, Viewer(Role.DIRECTEUR, EVERY), catalogue()[name], "swv")

        assert (seen.teller, seen.teller_max, seen.is_hidden) == (1, 4, True)
        assert (seen.waarde, seen.waarde_max) == (None, None)
        assert (exact.teller, exact.waarde) == (3, 3)


def test_an_interval_of_pupils_hides_what_it_holds_at_least(given: Given) -> None:
    """Of three surely and six at most a consultant would know that there are three: he sees the
    classes of both ends, and under a few that are hidden not even that there is one."""
    register(given).has("""
        leerling | sinds      | vrijstelling
        Aya      | 01-10-2018 | geen
        Bob      | 01-10-2018 | geen
        Cas      | 01-10-2018 | geen
        Dia      | 01-10-2018 | (leeg)       # may be exempted
        Els      | 01-10-2018 | (leeg)
        Fie      | 01-10-2018 | (leeg)
    """)
    indicator = catalogue()["thuiszitters_abs"]

    exact = figures(
        given.store, Viewer(Role.DIRECTEUR, EVERY), indicator, "swv", period="2018-10-31"
    )
    seen = figures(
        given.store, Viewer(Role.CONSULTANT, EVERY), indicator, "swv", period="2018-10-31"
    )

    assert [(f.teller, f.teller_max) for f in exact] == [(3, 6)]
    assert [(f.teller, f.teller_max, f.is_banded) for f in seen] == [(0, 9, True)]
    assert [(f.waarde, f.waarde_max) for f in seen] == [(0, 9)]


VARIANTS = """
-- variants:   telling_een = een, telling_twee = twee
"""


def variants_of(tmp_path: Path, *lines: str) -> list[Indicator]:
    """The indicators of `plaatsen` with a line more, as two variants."""
    text = (QUERIES / "indicators" / "plaatsen.sql").read_text("utf-8")
    file = tmp_path / "telling.sql"
    file.write_text(VARIANTS.lstrip() + "".join(f"-- {line}\n" for line in lines) + text, "utf-8")
    return list(read_headers(file))


def test_a_file_may_give_several_indicators(tmp_path: Path) -> None:
    """Each has its own name, and its own words where the file says so; the rest is of both."""
    found = variants_of(tmp_path, "together.twee: plaatsen_{variant}")

    assert [(one.name, one.measure, one.together) for one in found if one.sector == "vo"] == [
        ("telling_een", "telling_een", ()),
        ("telling_twee", "telling_twee", ("plaatsen_twee",)),
    ]
    assert len({one.title for one in found}) == 1


def test_a_key_of_no_variant_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QueryHeaderError, match=r"together\.drie"):
        variants_of(tmp_path, "together.drie: plaatsen")


def test_a_variant_without_a_value_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "VARIANTS", VARIANTS.replace(" = een", ""))

    with pytest.raises(QueryHeaderError, match="telling_een, telling_twee = twee"):
        variants_of(tmp_path)


def test_a_variant_has_a_query_of_its_own() -> None:
    """As of a file of its own: what was fixed under its name is found under its name."""
    paper, real = (queries()[f"indicators.{name}"] for name in ("dekking_plan", "dekking"))

    assert paper.file == real.file
    assert "where aanbod = 'plan'" in paper.sql
    assert "where aanbod = 'praktijk'" in real.sql
    assert not [
        name for name, query in queries().items() if "{variant}" in query.sql.split("select", 1)[-1]
    ]
