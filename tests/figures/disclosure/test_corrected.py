"""Where a class took the place of another one, the figure says since when, wherever it is shown."""

import csv
import datetime as dt
import io

import pytest

from monitor.figures import wording
from monitor.figures.catalogue import catalogue
from monitor.figures.figure import Figure
from monitor.views.files import export, tables
from monitor.views.words.amounts import number_columns


STAND = catalogue()["thuiszitters_thuis_ocw"]
SHARE = catalogue()["dekking"]
SAID = "gecorrigeerd op 3 maart 2026"
BANDED = Figure("GM1", "Dorp", "2025-10-31", "", 5, 14, None, None, 5, 14, is_banded=True)
"""As it was published: nobody may know which of the two classes it was first."""
CORRECTED = BANDED._replace(code="GM2", corrected=dt.date(2026, 3, 3))
HIDDEN = CORRECTED._replace(teller=0, teller_max=4, waarde=None, waarde_max=None, is_hidden=True)
OF_ALL = CORRECTED._replace(noemer=20, noemer_max=24, waarde=20.8, waarde_max=70.0)


@pytest.mark.parametrize("figure", [CORRECTED, HIDDEN])
def test_in_a_cell_on_a_card_and_in_a_sentence(figure: Figure) -> None:
    for said in (
        wording.value(figure, STAND),
        wording.value_bare(figure, STAND),
        wording.value_long(figure, STAND),
        wording.teller(figure),
    ):
        assert said.endswith(f"({SAID})")
        assert said.count(SAID) == 1
    assert SAID not in wording.value(BANDED, STAND)


def test_in_a_list_of_which_the_columns_are_still_numbers() -> None:
    rows = tables.figure_rows([BANDED, CORRECTED, HIDDEN], STAND)
    title = tables.value_title(STAND)
    assert [SAID in row[title] for row in rows] == [False, True, True]
    assert number_columns(rows) == [list(rows[0]).index(title) + 1]
    [share] = tables.figure_rows([OF_ALL], SHARE)
    assert SAID in share["Teller"]


def test_in_a_download_which_has_no_column_more_where_nothing_was_corrected() -> None:
    plain = export.to_csv([BANDED], STAND, "gemeente")
    assert plain.splitlines()[0] == ",".join(tables.EXPORT_COLUMNS)
    rows = [
        *tables.export_rows([BANDED], STAND, "gemeente"),
        *tables.export_rows([BANDED, CORRECTED], STAND, "gemeente"),
    ]
    found = [*csv.DictReader(io.StringIO(export.rows_to_csv(rows)))]
    assert [row["gecorrigeerd"] for row in found] == ["", "", "2026-03-03"]
