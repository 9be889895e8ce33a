"""The other measures, each against a sum by head."""

import pytest
from drawings import arrangements, needs

from monitor.dekking.matching.groups import groups
from monitor.dekking.matching.measures import naive, nearby, pressures
from monitor.dekking.matching.model import Run
from monitor.dekking.matching.solving import solve


def test_the_naive_count_sees_enough_where_there_is_not() -> None:
    """One place serves two niveaus, and is counted in both."""
    asked = needs("niveau | n\n havo | 1\n vwo | 1")
    offered = arrangements("""
        code | niveaus  | plan | praktijk | status
        A    | havo vwo | 1    | 1        | actief
        B    | havo     | 2    |          | actief
        C    | alle     | 9    | 9        | gestopt      # does not count
    """)

    found = {c.niveau: (c.behoefte, c.plaatsen, c.onbekend) for c in naive(asked, offered)}
    assert found == {"havo": (1, 3, 0), "vwo": (1, 1, 0)}
    praktijk = naive(asked, offered, run=Run.PRAKTIJK)
    assert [(c.plaatsen, c.onbekend) for c in praktijk] == [(1, 1), (1, 0)]
    assert solve(asked, offered, run=Run.PRAKTIJK).gedekt == 1


def test_the_naive_count_stays_within_a_region() -> None:
    asked = needs("waar\n 0\n 10")
    offered = arrangements("code | waar | plan\n A | 1 | 4")

    found = {c.region: c.plaatsen for c in naive(asked, offered, level="wijk")}

    assert found == {"wijk 0": 4, "wijk 1": 0}


def test_places_in_reach_are_shared_by_all_who_reach_them() -> None:
    outcome = solve(
        needs("""
            waar | n
            0    | 2        # reaches A only: 3 places for 6 pupils
            10   | 4        # reaches A and B: half a place, and 8 places for 4 pupils
            90   | 1        # reaches nothing
        """),
        arrangements("code | waar | plan\n A | 5 | 3\n B | 20 | 8"),
    )

    found = {p.postcode4: (p.plaatsen_per_leerling, p.druk) for p in pressures(outcome)}

    assert found["1000"] == (0.5, 2)
    assert found["1010"] == (2.5, 0.4)
    assert found["1090"] == (0, None)


def test_one_pupil_who_reaches_two_places_has_two() -> None:
    (found,) = pressures(solve(needs("n\n 1"), arrangements("code | plan\n A | 2")))

    assert (found.plaatsen_per_leerling, found.druk) == (2, 0.5)


def test_near_home_is_the_own_wijk_and_the_own_gemeente() -> None:
    outcome = solve(
        needs("""
            waar | vraag  | n
            0    | angst  | 3       # wijk 0: two at A, and one across the border of the wijk
            39   | gedrag | 1       # to the next gemeente, in the same subregio
        """),
        arrangements("""
            code | waar | vragen | plan
            A    | 2    | angst  | 2
            B    | 12   | angst  | 2
            C    | 41   | gedrag | 2
        """),
    )

    found = nearby(outcome)

    assert (found.geplaatst, found.wijk, found.gemeente, found.subregio) == (4, 2, 3, 4)


def test_a_group_is_not_the_sum_of_its_cells() -> None:
    """Two pupils in one wijk want one place: each may be short, together exactly one is."""
    outcome = solve(
        needs("""
            waar | niveau
            0    | havo
            1    | vwo
            30   | havo         # elsewhere, and covered
                 | havo         # nobody knows where
        """),
        arrangements("code | waar\n A | 0\n B | 30"),
    )

    found = groups(outcome, lambda need: need.wijk)

    assert [(g.name, g.behoefte, g.certain, g.possible, g.onbekend) for g in found] == [
        ("wijk 0", 2, 1, 1, 0),
        ("wijk 3", 1, 0, 0, 0),
        (None, 1, 0, 0, 1),
    ]
    assert [(c.certain, c.possible) for c in outcome.cellen if c.need.wijk == "wijk 0"] == [
        (0, 1),
        (0, 1),
    ]


@pytest.mark.parametrize("level", ["ondersteuningsvraag", "niveau", "swv", "subregio"])
def test_groups_together_hold_all(level: str) -> None:
    outcome = solve(needs("waar | n\n 0 | 3\n 40 | 2"), arrangements("code | plan\n A | 2"))

    found = groups(outcome, lambda need: getattr(need, level))

    assert sum(group.behoefte for group in found) == outcome.behoefte
    assert sum(group.placed for group in found) == outcome.gedekt
    assert sum(group.certain for group in found) <= outcome.tekort
    assert sum(group.possible for group in found) >= outcome.tekort
