"""The best next places."""

from drawings import arrangements, needs

from monitor.dekking.matching.candidates import candidates, rank
from monitor.dekking.matching.outcome import PlacementOutcome
from monitor.dekking.matching.solving import solve


def outcome() -> PlacementOutcome:
    return solve(
        needs("""
            waar | vraag  | niveau | n
            0    | angst  | havo   | 4
            0    | angst  | vwo    | 2
            20   | gedrag | havo   | 1
        """),
        arrangements("code | vragen | niveaus | plan\n A | angst | havo | 1"),
    )


def test_candidates_are_ranked_by_what_they_close_then_by_their_price() -> None:
    options = arrangements("""
        code   | waar | vragen       | niveaus | plan | tarief
        groot  | 0    | angst        | havo    | 9    | 1000     # three are short: six stay empty
        klein  | 0    | angst        | havo    | 2    | 1000
        precies| 0    | angst        | havo    | 3    | 1000
        duur   | 0    | angst        | alle    | 3    | 2000
        ver    | 60   | angst        | alle    | 9    | 1000     # too far from all of them
        breed  | 10   | angst gedrag | alle    | 6    | 1000     # three, two and one
        gratis | 0    | angst        | vwo     | 2    |          # its price is not known
    """)

    ranked = rank(outcome(), options)

    assert [(r.arrangement.arrangementscode, r.closes, r.costs, r.per_solved) for r in ranked] == [
        ("breed", 6, 6000, 1000),
        ("precies", 3, 3000, 1000),
        ("duur", 3, 6000, 2000),
        ("groot", 3, 9000, 3000),
        ("klein", 2, 2000, 1000),
        ("gratis", 2, None, None),
        ("ver", 0, 9000, None),
    ]


def test_a_place_may_help_somebody_else_than_who_takes_it() -> None:
    """Havo may go to both. A new place for havo only makes room for vwo."""
    solved = solve(
        needs("niveau | n\n havo | 1\n vwo | 1"), arrangements("code | niveaus\n A | havo vwo")
    )

    (ranked,) = rank(solved, arrangements("code | niveaus\n nieuw | havo"))

    assert ranked.closes == 1


def test_all_combinations_are_candidates() -> None:
    locations = arrangements("code | waar | tarief\n L1 | 0 | 900\n L2 | 5 | 800")

    made = list(
        candidates([("angst",), ("angst", "gedrag")], [("havo",), ("alle",)], locations, [2, 8])
    )

    assert len(made) == 2 * 2 * 2 * 2
    assert len({one.arrangementscode for one in made}) == len(made)
    last = made[-1]
    assert (last.ondersteuningsvragen, last.niveaus) == (("angst", "gedrag"), ("alle",))
    assert (last.plaatsen_plan, last.plaatsen_praktijk, last.tarief) == (8, 8, 800)


def test_progress_is_told_per_candidate() -> None:
    told: list[tuple[int, int]] = []

    rank(
        outcome(), arrangements("code\n A1\n A2"), progress=lambda done, of: told.append((done, of))
    )

    assert told == [(1, 2), (2, 2)]


def test_nothing_closes_a_gap_that_is_not_there() -> None:
    solved = solve(needs("n\n 1"), arrangements("code\n A"))

    (ranked,) = rank(solved, arrangements("code | plan\n nieuw | 5"))

    assert ranked.closes == 0
