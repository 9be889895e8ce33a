"""The matrix: a number, a mark and a word per cell."""

import re

import pytest

from monitor.views.charts import matrix, palette
from monitor.views.charts.kinds import Matrix
from monitor.views.charts.matrix import Cell
from monitor.views.charts.plotly import alt_of, plotly_of
from monitor.views.charts.svg import svg_of


def cell(behoefte: int, certain: int = 0, possible: int = 0, **rest: int | bool) -> Cell:
    return Cell("angst", "VO9901:Oost", behoefte, certain, possible, **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "name"),
    [
        (cell(0), "niemand"),
        (cell(5), "gedekt"),
        (cell(5, fragile=2), "kwetsbaar"),  # all placed, two of them at one provider only
        (cell(5, onbekend=1), "onbekend"),
        (cell(5, 0, 2), "misschien"),  # here or elsewhere somebody is short
        (cell(5, 1, 2), "tekort"),
        (cell(5, 1, 2, only_reach=True), "bereik"),  # opened, there would be a place for all
        (cell(5, 0, 2, only_reach=True), "misschien"),  # not sure that anybody is short
        (cell(5, 1, 2, only_reach=True, only_paper=True), "papier"),
        (cell(5, 1, 2, only_paper=True), "papier"),  # the plan would do for all
        (cell(5, 0, 0, only_paper=True), "gedekt"),  # nobody is short: paper does not matter
        (cell(5, 1, 1, onbekend=1, fragile=1), "tekort"),  # the worst goes first
        (cell(5, 0, 0, onbekend=1, fragile=1), "onbekend"),  # unknown is never fragile
    ],
)
def test_a_cell_is_in_the_worst_state_that_holds(one: Cell, name: str) -> None:
    assert matrix.state(one).name == name


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (cell(71, 68, 68), "✕ 3/71, tekort 68"),
        (cell(51, 5, 23), "✕ 28–46/51, tekort 5–23"),  # an interval, as it is not unique
        (cell(17, 0, 17), "(✕) 0–17/17, misschien tekort, tekort 0–17"),
        (cell(48, fragile=4), "! 48/48, kwetsbaar, 4 bij één aanbieder"),
        # Neither covered nor a gap: said beside the two, in one form (row 1.2 of the screens).
        (cell(20, onbekend=2), "? 18/20, onbekend, 2 onbekend"),
        (cell(840, 201, 201, onbekend=1), "✕ 638/840, tekort 201 (van 1 onbekend)"),
        (cell(6, 1, 1, only_paper=True), "▤ 5/6, alleen op papier, tekort 1"),
        (cell(6, 1, 1, only_reach=True), "⊘ 5/6, buiten bereik, tekort 1"),
        (cell(41), "✓ 41/41, gedekt"),
        (cell(0), "geen vraag"),
    ],
)
def test_a_cell_says_how_many_of_how_many_and_in_which_state(one: Cell, words: str) -> None:
    assert matrix.spoken(one) == words


def test_every_state_has_a_mark_and_a_word_of_its_own() -> None:
    assert len({one.shape for one in matrix.STATES.values()}) == len(matrix.STATES)
    assert len({one.word for one in matrix.STATES.values()}) == len(matrix.STATES)
    assert set(matrix.EXPLAINED) == set(matrix.STATES)


CELLS = [
    Cell("angst", "Oost", 71, 68, 68, key="angst|Oost"),
    Cell("angst", "", 145, 78, 78, key="angst|"),
    Cell("", "Oost", 302, 115, 140, key="|Oost"),
    Cell("", "", 840, 201, 201, 1, key="|"),
]


def drawn(chosen: str = "") -> str:
    return matrix.html(
        CELLS, lambda name: name or "Samen", "Dekking", lambda key: f"?cel={key}", chosen
    )


def test_the_table_has_heads_for_rows_and_columns_and_a_link_per_cell() -> None:
    found = drawn("angst|Oost")

    assert '<th scope="row">angst</th>' in found
    assert '<th scope="col">Samen</th>' in found
    assert re.findall(r'href="([^"]+)"', found) == [
        "?cel=angst|Oost", "?cel=angst|", "?cel=|Oost", "?cel=|"
    ]  # fmt: skip
    # What was chosen is said, not only drawn.
    assert found.count('aria-current="true"') == 1


def test_without_an_address_there_is_nothing_to_press() -> None:
    found = matrix.html(CELLS, lambda name: name or "Samen", "Dekking", None)

    assert "<a " not in found
    assert "tekort 68" in found


def test_drawn_for_a_file_every_cell_has_its_mark_numbers_and_word() -> None:
    chart = Matrix(
        tuple(CELLS), {"angst": "angst", "Oost": "Oost", "": "Samen"}, "Dekking per vraag"
    )

    group, _ = svg_of(plotly_of(chart), alt_of(chart))

    said = [re.sub("<[^>]+>", "", one) for one in re.findall("<text.*?</text>", group)]
    joined = " ".join(said)
    for words in (
        "✕ 3/71",
        "tekort 68",
        "✕ 638/840",
        "tekort 201 (van 1 onbekend)",
        "angst",
        "Samen",
    ):
        assert words in joined
    # A ground and a coloured side for each of four cells.
    assert group.count("<rect") == 8
    assert "✕ tekort: zeker leerlingen zonder passende plek" in said
    assert "Van de 1 vakjes: 1 tekort. Het grootste zekere tekort: angst, Oost: ✕ 3/71" in alt_of(
        chart
    )


@pytest.mark.parametrize("columns", [1, 5, 6, 11, 20])
def test_drawn_words_stay_in_their_cell(columns: int) -> None:
    """Six and more columns are narrower than words on one line."""
    names = {f"vraag {n}": f"vraag {n}" for n in range(columns)} | {"wijk": "Dravenburg Centrum"}
    cells = tuple(Cell("wijk", f"vraag {n}", 840, 101, 201, 12) for n in range(columns))

    layout = plotly_of(Matrix(cells, names, "Dekking"))["layout"]

    boxes = [one for one in layout["shapes"] if one["x1"] - one["x0"] > 4.5]
    for note in layout["annotations"]:
        inside = [
            b for b in boxes if b["x0"] <= note["x"] < b["x1"] and b["y0"] <= note["y"] < b["y1"]
        ]
        assert len(inside) <= 1
        for box in inside:
            assert note["y"] + note["font"]["size"] <= box["y1"]


def test_a_name_in_a_drawing_holds_no_markup() -> None:
    one = Cell("<b>x</b>", "Oost", 3, 1, 1)

    group, _ = svg_of(
        plotly_of(Matrix((one,), {"<b>x</b>": "<b>x</b>", "Oost": "<i>"}, "D")), "toets"
    )

    assert "&lt;b&gt;x&lt;/b&gt;" in group
    assert "<i>" not in group


def test_a_name_from_a_delivery_holds_no_markup() -> None:
    one = Cell("<b>x</b>", "Oost", 3, 1, 1, key='"><script>')

    found = matrix.html([one], lambda name: name, "Dekking", lambda key: f"?cel={key}")

    assert "<b>x</b>" not in found
    assert "<script>" not in found


def test_the_more_are_short_the_deeper_the_colour() -> None:
    depth = [
        float(re.search(r"--vlak:rgba\(.*,([\d.]+)\)", td)[1])  # type: ignore[index]
        for td in re.findall(r"<td class.*?</td>", drawn())
    ]

    assert depth[0] == max(depth)  # 68 of 71


def test_marks_are_those_of_all_other_pages() -> None:
    assert matrix.STATES["tekort"].shape == palette.STATES["tekort"].shape
    assert matrix.STATES["gedekt"].color == palette.STATES["gedekt"].color


def test_the_legend_explains_what_is_there_and_nothing_else() -> None:
    found = matrix.legend([cell(5, 1, 1), cell(4)])

    assert "✕ tekort" in found
    assert "✓ gedekt" in found
    assert "kwetsbaar" not in found
