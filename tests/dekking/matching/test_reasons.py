"""Why a cell is short, in words, and what comes nearest to helping."""

import pytest
from drawings import arrangements, needs

from monitor.dekking.matching.model import Cell, CellState, Obstacle, Rules, Run, Uitzondering
from monitor.dekking.matching.outcome import PlacementOutcome
from monitor.dekking.matching.solving import around, solve


def only_cell(outcome: PlacementOutcome) -> Cell:
    (cell,) = outcome.cellen
    return cell


OFFER = "code | waar | vragen | niveaus | bereik | plan | praktijk | status\n"


@pytest.mark.parametrize(
    ("offer", "state", "reason"),
    [
        (
            "A | 0 | gedrag | alle | swv | 9 | 9 | actief",  # for another vraag
            CellState.GEEN_AANBOD,
            "Er is geen aanbod voor angst op niveau havo.",
        ),
        (
            "A | 0 | angst | alle | swv | 9 | 9 | gestopt",
            CellState.GEEN_AANBOD,
            "Er is geen aanbod voor angst op niveau havo.",
        ),
        (
            "A | 0 | angst | alle | swv | 0 | 0 | actief",  # an arrangement without any place
            CellState.GEEN_AANBOD,
            "Er is geen aanbod voor angst op niveau havo.",
        ),
        (
            "A | 0 | angst | vwo pro | swv | 9 | 9 | actief",
            CellState.VERKEERD_NIVEAU,
            "Er is aanbod voor angst, maar niet op niveau havo.",
        ),
        (
            "A | 99 | angst | vwo | swv | 9 | 9 | actief",  # too far as well
            CellState.VERKEERD_NIVEAU,
            "Er is aanbod voor angst, maar niet op niveau havo.",
        ),
        (
            "A | 22.4 | angst | alle | swv | 9 | 9 | actief",
            CellState.TE_VER,
            "Het dichtstbijzijnde aanbod is A op 22,4 km; de norm is 15 km.",
        ),
        (
            "A | 10 | angst | alle | wijk | 9 | 9 | actief",
            # Near enough and shut by its reach: not too far (row A5).
            CellState.BUITEN_BEREIK,
            "Er is aanbod op 10 km, binnen de norm van 15 km, maar alleen voor de eigen wijk: A.",
        ),
        (
            "A | 40 | angst | alle | subregio | 9 | 9 | actief",
            CellState.TE_VER,
            (
                "Het dichtstbijzijnde aanbod is A op 40 km; de norm is 15 km en het is er alleen "
                "voor de eigen subregio."
            ),
        ),
        (
            "A | 0 | angst | alle | school | 9 | 9 | actief",
            CellState.BUITEN_BEREIK,
            "Er is aanbod op 0 km, binnen de norm van 15 km, maar alleen voor de eigen school: A.",
        ),
        (
            "A | 0 | angst | alle | swv | 8 | 0 | actief",
            CellState.OP_PAPIER,
            "Het aanbod bestaat alleen op papier: 8 plaatsen in het plan, 0 in de praktijk.",
        ),
        (
            "A | 99 | angst | alle | swv | 1 | 0 | actief",  # on paper, and too far besides
            CellState.OP_PAPIER,
            "Het aanbod bestaat alleen op papier: 1 plaats in het plan, 0 in de praktijk.",
        ),
        (
            "A | 0 | angst | alle | swv | 9 | 1 | actief",
            CellState.VOL,
            "Eén passend arrangement met samen 1 plaats is vol.",
        ),
        (
            "A | 0 | angst | alle | swv | 9 |  | actief",
            CellState.ONBEKEND,
            "Van één passend arrangement is niet bekend hoeveel plaatsen er in de praktijk zijn.",
        ),
    ],
)
def test_the_state_of_two_pupils_and_one_offer(offer: str, state: CellState, reason: str) -> None:
    cell = only_cell(solve(needs("n\n 2"), arrangements(OFFER + offer), run=Run.PRAKTIJK))

    assert (cell.state, cell.reason) == (state, reason)


def test_what_is_near_and_shut_goes_before_what_is_too_far() -> None:
    """To be opened, as soon as one is shut by its reach only, however far others are; of those the
    nearest that has a place, and else it is said that it is full."""
    asked = needs("waar\n 2\n 11")
    far = "\n F | 2 | angst | vwo | swv | 9 | 9 | actief\n G | 22 | angst | alle | swv | 9 | 9 | actief"
    full = "A | 11 | angst | alle | wijk | 1 | 1 | actief"
    free = "\n B | 12 | angst | alle | wijk | 1 | 1 | actief\n C | 13 | angst | alle | wijk | 9 | 9 | actief"

    shut, _ = solve(asked, arrangements(OFFER + full + far)).cellen
    open_, _ = solve(asked, arrangements(OFFER + full + free + far)).cellen

    assert (shut.state, shut.reason) == (
        CellState.BUITEN_BEREIK,
        (
            "Er is aanbod op 9 km, binnen de norm van 15 km, maar alleen voor de eigen wijk: A, en het is "
            "vol."
        ),
    )
    assert open_.reason == (
        "Er is aanbod op 10 km, binnen de norm van 15 km, maar alleen voor de eigen wijk: B."
    )


def test_without_a_norm_there_is_none_to_be_within() -> None:
    rules = Rules(uitzonderingen=(Uitzondering(None),))
    found = solve(needs("n\n 1"), arrangements("code | waar | bereik\n A | 40 | wijk"), rules)

    assert only_cell(found).reason == "Er is aanbod op 40 km, maar alleen voor de eigen wijk: A."


def test_full_offers_are_counted_together() -> None:
    outcome = solve(needs("n\n 9"), arrangements("code | plan\n A | 2\n B | 3"))

    assert only_cell(outcome).reason == "2 passende arrangementen met samen 5 plaatsen zijn vol."
    assert only_cell(outcome).fitting == 2


def test_places_that_are_only_planned_are_named_so() -> None:
    """Even if the plan holds, one is short."""
    outcome = solve(
        needs("n\n 9"),
        arrangements("code | plan | praktijk\n A | 2 | 2\n B | 3 | "),
        run=Run.PRAKTIJK,
    )

    assert only_cell(outcome).reason == (
        "2 passende arrangementen met samen 5 plaatsen zijn vol. Van één passend arrangement is "
        "alleen bekend wat het plan zegt."
    )


def test_alternatives_are_those_with_the_least_in_the_way_then_the_nearest() -> None:
    outcome = solve(
        needs("n\n 2"),
        arrangements("""
            code | waar | vragen | niveaus | plan | praktijk | status
            A    | 3    | angst  | alle    | 1    | 1        | actief   # fits, and is full
            B    | 40   | angst  | alle    | 9    | 9        | actief   # too far
            C    | 30   | angst  | alle    | 9    | 9        | actief   # too far, but nearer
            D    | 1    | angst  | vwo     | 9    | 9        | gepland  # two things in the way
            E    | 0    | gedrag | alle    | 9    | 9        | actief   # another vraag: never
        """),
        run=Run.PRAKTIJK,
    )

    found = [
        (one.arrangement.arrangementscode, round(one.km or 0), one.max_km, one.obstacles)
        for one in only_cell(outcome).alternatives
    ]
    assert found == [
        ("A", 3, 15.0, (Obstacle.VOL,)),
        ("C", 30, 15.0, (Obstacle.AFSTAND,)),
        ("B", 40, 15.0, (Obstacle.AFSTAND,)),
    ]


def test_an_alternative_names_everything_in_its_way() -> None:
    (offer,) = arrangements(
        "code | waar | niveaus | bereik | status\n A | 50 | vwo | wijk | gestopt"
    )

    (alternative,) = only_cell(solve(needs("n\n 1"), [offer])).alternatives

    assert alternative.obstacles == (
        Obstacle.STATUS,
        Obstacle.NIVEAU,
        Obstacle.BEREIK,
        Obstacle.AFSTAND,
    )


def test_an_alternative_that_is_full_as_well_says_so_and_comes_later() -> None:
    outcome = solve(
        needs("niveau | n\n havo | 1\n vwo | 1"),
        arrangements("""
            code | waar | niveaus | plan
            A    | 1    | vwo     | 1        # the nearest, but taken by the other pupil
            B    | 2    | vwo     | 1        # the wrong niveau, with a place free
        """),
    )

    found = [(a.arrangement.arrangementscode, a.obstacles) for a in outcome.cellen[0].alternatives]
    assert found == [("B", (Obstacle.NIVEAU,)), ("A", (Obstacle.NIVEAU, Obstacle.VOL))]


def test_around_a_cell_is_all_there_is_for_its_vraag() -> None:
    outcome = solve(
        needs("n\n 1"),
        arrangements("code | waar\n A | 4\n B | 3\n C | 20\n D | 30\n E | 40\n F | 2"),
    )
    (cell,) = outcome.cellen

    found = [(a.arrangement.arrangementscode, a.obstacles) for a in around(outcome, cell.need)]

    # F is nearest and now taken by the pupil itself.
    assert found[:3] == [("B", ()), ("A", ()), ("F", (Obstacle.VOL,))]
    assert len(found) == 6
    assert len(around(outcome, cell.need, count=2)) == 2


def test_around_a_need_without_a_home_there_is_nothing() -> None:
    outcome = solve(needs("waar | n\n  | 1"), arrangements("code\n A"))

    assert around(outcome, outcome.cellen[0].need) == ()


def test_a_cell_that_is_covered_needs_no_alternatives() -> None:
    assert only_cell(solve(needs("n\n 1"), arrangements("code\n A"))).alternatives == ()
