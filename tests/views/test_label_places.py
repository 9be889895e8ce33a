"""Names beside their marks: over no other name, mark or line where there is a place for that."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from monitor.views.charts import label_places
from monitor.views.charts.label_places import SIDES, WIDTHS, Name


HEIGHT = 340.0
HERE = (0.5, 0.5)


def boxes(
    names: list[Name], sides: list[label_places.Side], width: float
) -> list[tuple[float, ...]]:
    return [
        label_places._box(name, side, width, HEIGHT)
        for name, side in zip(names, sides, strict=True)
    ]


def is_over(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def test_where_nothing_is_in_the_way_a_name_stands_to_the_right() -> None:
    assert label_places.placed([Name(("Tolhek",), HERE)], [HERE], [], HEIGHT) == [SIDES[0]]


def test_at_the_right_edge_it_stands_to_the_left() -> None:
    at = (0.97, 0.5)

    (side,) = label_places.placed([Name(("Tolhek Vmbo",), at)], [at], [], HEIGHT)

    assert side.xanchor == "right"


def test_a_name_crosses_no_line_that_it_can_avoid() -> None:
    """As in the funnel: the limit that falls to the right of a school that lies just under it."""
    limit = [(0.3, 0.9), (0.5, 0.55), (0.7, 0.52), (1.0, 0.5)]

    (side,) = label_places.placed([Name(("Tolhek Vmbo",), HERE)], [HERE], [limit], HEIGHT)

    for width in WIDTHS:
        left, right, foot, top = label_places._box(
            Name(("Tolhek Vmbo",), HERE), side, width, HEIGHT
        )
        points = label_places._points([limit], width, HEIGHT)
        assert not [p for p in points if left <= p[0] <= right and foot <= p[1] <= top]


def test_a_name_leaves_another_mark_in_sight() -> None:
    near = (HERE[0] + 0.05, HERE[1])

    (side,) = label_places.placed([Name(("Tolhek",), HERE)], [HERE, near], [], HEIGHT)

    assert side.xanchor != "left" or side.yanchor != "middle"


# Two to four marks that are far enough apart for eight places each: then no name lies over another.
apart = st.lists(
    st.tuples(st.integers(1, 4), st.integers(1, 5)), min_size=2, max_size=4, unique=True
).map(lambda found: [(x / 5, y / 6) for x, y in found])


@given(apart)
def test_no_name_lies_over_another_on_a_desk(at: list[tuple[float, float]]) -> None:
    names = [Name((f"School {i}",), one) for i, one in enumerate(at)]

    sides = label_places.placed(names, at, [], HEIGHT)

    found = boxes(names, sides, WIDTHS[-1])
    assert not [1 for one, other in itertools.combinations(found, 2) if is_over(one, other)]
