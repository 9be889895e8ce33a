"""Rows for the screen and for a download."""

from collections.abc import Callable

from monitor.figures.door import Figure, Indicator
from monitor.views.files import tables


Make = Callable[..., Figure]


def test_on_screen_the_unit_is_in_the_header(share: Make, deelname: Indicator) -> None:
    [row] = tables.figure_rows([share(34, 1000)], deelname)

    # The figure is beside the name, where a phone shows it.
    assert list(row)[:2] == ["Naam", "Waarde (%)"]
    assert row == {
        "Naam": "Rivierenstreek",
        "Code": "VO9901",
        "Periode": "1 oktober 2019",
        "Waarde (%)": "3,4",
        "Teller": "34",
        "Noemer": "1.000",
    }


def test_a_count_has_no_noemer(figure: Make, leerlingen: Indicator) -> None:
    [row] = tables.figure_rows([figure(1, 4)], leerlingen)

    assert row["Aantal leerlingen"] == "1–4"
    assert "Noemer" not in row


def test_parts_have_their_name(figure: Make, leerlingen: Indicator) -> None:
    rows = tables.figure_rows([figure(1, uitsplitsing="leerweg=vmbo-b"), figure(2)], leerlingen)

    assert [row["Uitsplitsing"] for row in rows] == ["vmbo-b", "totaal"]


def test_what_is_hidden_is_hidden_in_every_cell(share: Make, deelname: Indicator) -> None:
    hidden = share(3, 217)._replace(teller=1, teller_max=4, is_hidden=True)

    [row] = tables.figure_rows([hidden], deelname)
    [out] = tables.export_rows([hidden], deelname, "swv")

    assert (row["Waarde (%)"], row["Teller"]) == ("verborgen", "minder dan 5")
    assert (out["teller"], out["teller_max"], out["waarde"], out["waarde_max"]) == (
        1,
        4,
        None,
        None,
    )


def test_a_download_has_numbers_in_fixed_columns(share: Make, deelname: Indicator) -> None:
    [row] = tables.export_rows([share(1, 3)], deelname, "swv")

    assert tuple(row) == tables.EXPORT_COLUMNS
    assert row["waarde"] == 33.333333
    assert isinstance(row["teller"], int)


def test_at_a_class_that_is_wider_than_the_others_it_says_why(figure: Make) -> None:
    """Row 2.4: "1–9" stood beside "minder dan 5" without a word."""

    def banded(low: float, high: float, **rest: object) -> Figure:
        return figure(low, high, is_banded=True, **rest)

    found = [banded(10, 14), banded(5, 14), banded(1, 4, is_hidden=True), figure(3, 30)]

    rows = tables.say_wider([{"Naam": str(n)} for n in range(4)], found, 5)

    assert [row[tables.WHY_WIDER] != "" for row in rows] == [False, True, False, False]
    assert rows[1][tables.WHY_WIDER] == tables.WIDER
    # Where nothing is wider there is no empty column; and with classes of ten 10-19 is none.
    assert tables.say_wider([{"Naam": "a"}], found[:1], 5) == [{"Naam": "a"}]
    assert tables.say_wider([{"Naam": "a"}], [banded(10, 19)], 10) == [{"Naam": "a"}]
