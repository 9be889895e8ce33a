"""The cut in pieces, and who may use which arrangement."""

from monitor.dekking.matching.cut_pieces import knots
from monitor.dekking.matching.model import Arrangement, Need
from monitor.dekking.matching.solving import solve
from monitor.dekking.matching.who_may_use import serving, within_reach


def need(vraag: str, aantal: int, niveau: str = "havo") -> Need:
    return Need("1001", vraag, niveau, aantal, latitude=52.0, longitude=5.0)


def offer(code: str, places: int, *vragen: str, niveau: str = "alle") -> Arrangement:
    return Arrangement(code, vragen, (niveau,), "swv", places, latitude=52.0, longitude=5.0)


NEEDS = [
    need("angst", 5),  # with medisch at A: 7 pupils, 4 places
    need("medisch", 2),
    need("gedrag", 3),  # B is large enough: not in the cut
    need("taal", 4),  # no offer at all
    need("leren", 2, "vwo"),  # C is for pro only
]
OFFERS = [
    offer("A", 4, "angst", "medisch"),
    offer("B", 9, "gedrag"),
    offer("C", 5, "leren", niveau="pro"),
    offer("D", 0, "angst"),  # has no places: in no piece
]


def test_pieces_share_places_and_add_up_to_the_cut() -> None:
    found = solve(NEEDS, OFFERS)

    pieces = knots(found)

    assert [
        ({n.ondersteuningsvraag for n in piece.needs},
         [a.arrangementscode for a in piece.arrangements], piece.need, piece.places)
        for piece in pieces
    ] == [
        ({"taal", "leren"}, [], 6, 0),  # nowhere to go: one piece together
        ({"angst", "medisch"}, ["A"], 7, 4),
    ]  # fmt: skip
    assert sum(piece.gap for piece in pieces) == found.snede.gap == found.tekort
    assert sum(len(piece.needs) for piece in pieces) == len(found.snede.needs)


def test_without_a_shortage_there_is_no_piece() -> None:
    assert knots(solve([need("gedrag", 3)], OFFERS)) == []
    assert knots(solve([], [])) == []


def test_who_may_use_an_arrangement_full_or_not() -> None:
    found = solve(NEEDS, OFFERS)

    assert [n.ondersteuningsvraag for n in within_reach(found, "A")] == ["angst", "medisch"]
    assert [n.ondersteuningsvraag for n in within_reach(found, "D")] == ["angst"]
    assert within_reach(found, "C") == []  # another niveau
    assert within_reach(found, "X") == []


def test_what_serves_a_group_and_how_many_of_them() -> None:
    found = solve(NEEDS, OFFERS)

    served = serving(found, lambda one: one.ondersteuningsvraag in ("angst", "gedrag"))

    assert [(use.arrangement.arrangementscode, pupils) for use, pupils in served] == [
        ("A", 5), ("D", 5), ("B", 3)
    ]  # fmt: skip
