"""Which columns of a table are amounts, and stand to the right."""

import pytest
from streamlit.testing.v1 import AppTest

from monitor.views.words.amounts import number_columns


@pytest.mark.parametrize(
    ("cells", "is_amounts"),
    [
        (["1.234", "7"], True),
        (["\u221210", "+222", "0"], True),
        (["3,7\u20133,8\u00a0%", "geen school"], True),
        (["33 of 34", "minder dan 5", "onbekend"], True),
        (["224 van 291 (77,0\u00a0%)"], True),
        (["onbekend", "onbekend"], False),  # nothing to line up
        (["1 oktober 2025", "1 oktober 2024"], False),
        (["sinds 2016", "12"], False),
        (["99AH00"], False),
        (["2024-2025"], False),
    ],
)
def test_a_column_of_amounts_is_told_by_its_cells(cells: list[str], is_amounts: bool) -> None:
    rows = [{"Naam": "A", "Kolom": cell} for cell in cells]

    assert number_columns(rows) == ([2] if is_amounts else [])


def test_the_first_column_names_the_row() -> None:
    assert number_columns([{"Jaar": "2025", "Leerlingen": "12"}]) == [2]
    assert number_columns([]) == []


def test_a_name_out_of_a_file_is_no_markup_in_a_cell() -> None:
    def app() -> None:
        from monitor.pages.pieces import number_table

        number_table.show([{"Regio [a](b)": "Oost [klik](http://kwaad)", "Aantal": "12"}], "k", "x")

    at = AppTest.from_function(app).run()

    assert at.table[0].value.to_dict("list") == {
        "Regio \\[a\\](b)": ["Oost \\[klik\\](http\\:\u200b//kwaad)"],
        "Aantal": ["12"],
    }
