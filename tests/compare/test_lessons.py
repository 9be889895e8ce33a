"""Since when meldingen tell who misses all lessons: the sentence on the page and the break."""

from helpers.drawing_meldingen import register
from helpers.drawings import Given

from monitor.compare.breaks import other_sources
from monitor.compare.lessons import sentence
from monitor.figures.door import indicator_named
from monitor.store.delivered import Purge


TWO_KINDS = """
    leerling | sinds      | ingeschreven | soort_verzuim | uren
    Aya      | 01-09-2018 | ja           | (leeg)        | 20    # of before the column
    Bob      | 01-10-2018 | ja           | (leeg)        | 90
    Cas      | 05-11-2018 | ja           | langdurig     | (leeg)
    Dia      | 06-11-2018 | ja           | langdurig     | (leeg)
    Els      | 07-11-2018 | ja           | (leeg)        | (leeg)  # most have it
"""
PERIODS = ["2018-09-30", "2018-10-31", "2018-11-30", "2018-12-31"]


def test_without_the_columns_it_says_which_make_it_exact(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | ingeschreven | uren
        Aya      | 01-09-2018 | ja           | 20
    """)

    said = sentence(given.store, "LRV", "vo", "VO0101")
    assert said == (
        "Met de kolom SOORT VERZUIM of ALLE LESSEN GEMIST in de meldingen wordt dit getal precies; "
        "nu telt alleen zeker mee wie in vier weken 80 uur of meer miste."
    )
    assert sentence(given.store, "GEOORL", "vo", "VO0101") == ""
    indicator = indicator_named("thuiszitters_lrv")
    assert other_sources(given.store, indicator, PERIODS) == []


def test_with_a_column_it_says_since_when_and_of_which_delivery(given: Given) -> None:
    register(given).has(TWO_KINDS)

    said = sentence(given.store, "THUIS_PACT", "vo", "VO0101")
    assert said.startswith(
        "De kolom SOORT VERZUIM maakt dit getal precies voor meldingen vanaf 1 november 2018 "
        "(levering 1, "
    )
    assert "daarvoor telt alleen zeker mee" in said


def test_the_series_breaks_in_the_month_of_the_column(given: Given) -> None:
    register(given).has(TWO_KINDS)

    (found,) = other_sources(given.store, indicator_named("thuiszitters_lrv"), PERIODS)

    assert (found.periode, found.is_source) == ("2018-11-30", True)
    assert found.why.startswith("Vanaf 1 november 2018 staat in de meldingen")
    assert other_sources(given.store, indicator_named("thuiszitters_abs"), PERIODS) == []


def test_figures_that_an_older_version_fixed_break_the_series(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | ingeschreven
        Aya      | 01-09-2018 | ja
    """)
    store = given.store
    indicator = indicator_named("thuiszitters_thuis_pact")
    rows, purge = store.rows, Purge(when="2026-01-01T00:00:00Z", who="toets", rows={})
    store.register = store.register.model_copy(update={"purges": [purge]})

    def with_fixed(
        sql: str, parameters: dict[str, object] | None = None
    ) -> list[tuple[object, ...]]:
        if "bewaard_groep" in sql:
            return [("2018-09-30",), ("2018-10-31",)]
        return rows(sql, parameters)

    store.rows = with_fixed  # type: ignore[method-assign]

    (found,) = other_sources(store, indicator, PERIODS)
    assert found.periode == "2018-11-30"
    assert "staan vast" in found.why
    newer = purge.model_copy(update={"program": "0.2.0"})
    store.register = store.register.model_copy(update={"purges": [newer]})
    assert other_sources(store, indicator, PERIODS) == []
