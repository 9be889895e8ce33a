"""Parts of an uitsplitsing that have an order of their own stand in it everywhere (decision 68).

By name "3 tot 6 maanden" came before "4 weken tot 3 maanden", and 10 years before 9.
"""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from made_figures import make_figure

from monitor.access import EVERY, Role, Viewer
from monitor.errors import QueryHeaderError
from monitor.figures.catalogue import Indicator, catalogue, read_headers
from monitor.figures.disclosure.in_time import LADDERS
from monitor.figures.door import Figure, figures, indicator_named
from monitor.resources import QUERIES
from monitor.store.store import Store
from monitor.views.charts import breakdown as charts
from monitor.views.files import export, tables
from tests.roles.audiences import AUDIENCES


BEHEERDER = Viewer(Role.BEHEERDER, EVERY)
CLASSES = [
    "tot 4 weken",
    "4 weken tot 3 maanden",
    "3 tot 6 maanden",
    "6 tot 12 maanden",
    "langer dan 12 maanden",
]
ORDERED = [
    (name, breakdown)
    for name, one in catalogue().items()
    for breakdown, _ in one.rang
    if one.sector == "vo" and one.definitie in ("", "THUIS_OCW")
]


def last(store: Store, viewer: Viewer, name: str, breakdown: str) -> list[Figure]:
    found = figures(store, viewer, indicator_named(name), "swv", breakdown=breakdown)
    newest = max(one.periode for one in found)
    return [one for one in found if one.periode == newest]


def named(figures_: list[Figure]) -> list[str]:
    return [one.uitsplitsing.partition("=")[2] for one in figures_]


def test_the_door_gives_classes_of_duration_from_short_to_long(sample: Store) -> None:
    for who in ("beheerder", "consultant", "gemeente"):
        found = last(sample, AUDIENCES[who], "thuiszitters_thuis_ocw", "duur")
        there = named(found)
        assert len(there) > 2
        assert there == [name for name in CLASSES if name in there], who


@pytest.mark.parametrize(("name", "breakdown"), ORDERED)
def test_every_part_of_the_sample_has_its_place(sample: Store, name: str, breakdown: str) -> None:
    """A word that the query gives and the order does not know would stand behind the others."""
    one = indicator_named(name)
    found = figures(sample, BEHEERDER, one, "swv", breakdown=breakdown)
    parts = {f.uitsplitsing for f in found} - {f"{breakdown}=onbekend"}

    loose = {part for part in parts if not one.has_order(part)}

    assert parts
    assert {part.partition("=")[2].partition(" (")[0] for part in loose} <= {"vrijgesteld"}
    for periode in {f.periode for f in found}:
        places = [one.place(f.uitsplitsing) for f in found if f.periode == periode]
        assert places == sorted(places)


@pytest.fixture
def durations() -> list[Figure]:
    """The longest most, the shortest hidden: neither by size nor by name is it the right order."""
    return [
        make_figure(
            None if place == 0 else float(10 * place),
            uitsplitsing=f"duur={name}", is_hidden=place == 0,
        )
        for place, name in enumerate(CLASSES)
    ]  # fmt: skip


def rows_of(chart: dict[str, Any]) -> list[str]:
    return [name.replace("<br>", " ") for name in chart["layout"]["yaxis"]["ticktext"]]


def test_a_chart_a_table_and_a_download_keep_it(durations: list[Figure]) -> None:
    one = indicator_named("thuiszitters_thuis_ocw")

    assert rows_of(charts.breakdown_bars(durations, one)) == CLASSES
    words = charts.breakdown_bars_description(durations, one)
    assert [words.index(name) for name in CLASSES] == sorted(words.index(name) for name in CLASSES)
    assert [row["Uitsplitsing"] for row in tables.figure_rows(durations, one)] == CLASSES
    csv_rows = list(csv.DictReader(io.StringIO(export.to_csv(durations, one, "swv"))))
    assert [row["uitsplitsing"].partition("=")[2] for row in csv_rows] == CLASSES
    json_rows = json.loads(export.to_json(durations, one, "swv"))
    assert [row["uitsplitsing"].partition("=")[2] for row in json_rows] == CLASSES


def test_a_ranking_of_units_stays_one() -> None:
    """Only parts have an order of their own."""
    one = indicator_named("thuiszitters_thuis_ocw")
    units = [make_figure(1.0, code="0518", naam="Delft"), make_figure(9.0, code="GM9", naam="Berg")]

    assert rows_of(charts.ranking(units, one)) == ["Berg", "Delft"]


def test_numbers_go_from_low_to_high_and_unknown_is_last() -> None:
    one = indicator_named("tlv_afgegeven_po")
    drawn = ["leeftijd=onbekend", "leeftijd=10", "leeftijd=4", "leeftijd=9"]

    assert sorted(drawn, key=one.place) == [
        "leeftijd=4",
        "leeftijd=9",
        "leeftijd=10",
        "leeftijd=onbekend",
    ]


def test_a_part_that_says_more_stands_with_its_name() -> None:
    one = indicator_named("thuiszitters_thuis_ocw")
    base = "groep=ingeschreven, tot en met 4 weken"

    assert one.place(base) < one.place(f"{base} (minder dan 16 uur)")
    assert one.place(f"{base} (minder dan 16 uur)") < one.place(
        "groep=ingeschreven, 4 weken tot en met 3 maanden"
    )


def test_an_order_of_an_uitsplitsing_that_is_not_there_is_refused(tmp_path: Path) -> None:
    good = (QUERIES / "indicators" / "plaatsen.sql").read_text("utf-8")
    file = tmp_path / "plaatsen.sql"
    file.write_text(good.replace("zwaarte = basis", "gewicht = basis"), encoding="utf-8")

    with pytest.raises(QueryHeaderError, match="gewicht"):
        list(read_headers(file))


def test_what_is_counted_by_how_long_is_protected_in_that_order() -> None:
    for measure, (breakdown, steps, _) in LADDERS.items():
        found: list[Indicator] = [one for one in catalogue().values() if one.measure == measure]
        assert {dict(one.rang)[breakdown] for one in found} == {steps}
