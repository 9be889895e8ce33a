"""What a figure was before a version changed it."""

import csv

import pytest

from monitor.figures.catalogue import catalogue
from monitor.figures.door import Figure
from monitor.figures.earlier import earlier
from monitor.resources import QUERIES
from monitor.views.words import footnote


VSO = catalogue()["deelname_vso_locatie"]


def figure(low: float, high: float, code: str = "VO3103", **other: bool) -> Figure:
    return Figure(code, "SWV VO3103", "2019-10-01", "", 84, 84, 4132, 4132, low, high, **other)


def row(indicator: str, code: str, periode: str) -> dict[str, str]:
    with (QUERIES / "changed" / "0.2.0.csv").open(encoding="utf-8", newline="") as file:
        (found,) = [
            one for one in csv.DictReader(file, delimiter=";")
            if (one["indicator"], one["code"], one["periode"]) == (indicator, code, periode)
        ]  # fmt: skip
    return found


def test_the_own_figure_is_said_from_old_to_new() -> None:
    """VO3103 in 2019: 3.24 became 2.03 %, as `faults.md` A1 has it."""
    known = row("deelname_vso_locatie", "VO3103", "2019-10-01")
    now = figure(float(known["nieuw"]), float(known["nieuw_max"]))

    words = footnote.changed(VSO, now).replace("\u00a0", " ")

    assert words.endswith("was vóór versie 0.2.0 3,2 % en is nu 2,0 %.")
    assert words.startswith(VSO.changed)


@pytest.mark.parametrize(
    "now",
    [
        figure(2.5, 2.5),  # other files were delivered here
        figure(2.03, 2.03, code="VO0101"),  # it did not change
        figure(0, 5, is_banded=True),  # a class is no figure to compare
    ],
)
def test_what_is_not_known_is_not_said(now: Figure) -> None:
    assert earlier(VSO, now) is None
    assert footnote.changed(VSO, now) == VSO.changed


def test_every_row_is_of_an_indicator_that_says_why() -> None:
    for path in (QUERIES / "changed").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for one in csv.DictReader(file, delimiter=";"):
                assert f"versie {path.stem}" in catalogue()[one["indicator"]].changed
                assert (one["oud"], one["oud_max"]) != (one["nieuw"], one["nieuw_max"])
