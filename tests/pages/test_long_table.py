"""A table that scrolls on the screen and is whole on paper."""

from monitor.pages.pieces import long_table


def test_paper_holds_every_cell_and_no_markup_out_of_a_file() -> None:
    rows = [
        {"Gemeente": "<b>Oost & West</b>", "Deelname, %": " 3,4", "Waar": "in het land"},
        {"Gemeente": "Noord", "Deelname, %": "geen school", "Waar": None},
    ]

    html = long_table.on_paper(rows)

    assert "<td>&lt;b&gt;Oost &amp; West&lt;/b&gt;</td>" in html
    # Amounts to the right, whatever word stands in the place of one; texts are not.
    assert html.count("class=getal") == 3
    assert "<td class=getal>3,4</td>" in html
    assert "<th>Waar</th>" in html
    assert html.endswith(
        "<td>Noord</td><td class=getal>geen school</td><td></td></tr></tbody></table>"
    )


def test_without_rows_there_is_no_table_to_see() -> None:
    assert "<td" not in long_table.on_paper([])
