"""Opening an arrangement that is there to more pupils: what it closes, against matching again."""

from dataclasses import replace

from drawings import arrangements, needs
from hypothesis import given
from worlds import World, world

from monitor.dekking.matching.solving import solve
from monitor.dekking.matching.widening import REACHES, widened


def test_a_place_next_door_is_opened_no_wider_than_needed() -> None:
    """Two pupils are short; four free places are near, for another wijk of the same subregio. One of
    another subregio is too far for the norm, and a full one brings nothing."""
    outcome = solve(
        needs("""
            waar | n
            1    | 2
            12   | 1        # in the full one
        """),
        arrangements("""
            code | waar | bereik   | plan
            A    | 11   | wijk     | 1
            B    | 13   | wijk     | 4
            C    | 31   | subregio | 9
        """),
    )
    (one, *others) = widened(outcome)

    assert (one.arrangement.arrangementscode, one.arrangement.bereik, one.closes) == (
        "B", "subregio", 2,
    )  # fmt: skip
    # The pupil in A can go to B, so A opened brings one place that B then fills.
    assert [(o.arrangement.arrangementscode, o.closes) for o in others] == [("A", 1)]


@given(world())
def test_it_closes_what_it_would_close_if_it_were_so(drawn: World) -> None:
    """Of every arrangement and every wider reach; none that closes anything is left out."""
    outcome = solve(drawn.needs, drawn.arrangements, drawn.rules, drawn.run)
    found = {one.arrangement.arrangementscode: one for one in widened(outcome)}

    for one in drawn.arrangements:
        closes = {}
        for reach in REACHES[REACHES.index(one.bereik) + 1 :]:
            changed = [
                replace(other, bereik=reach) if other == one else other
                for other in drawn.arrangements
            ]
            # Wider is not always more: the own school lies in no wijk of its own pupils.
            wider = solve(drawn.needs, changed, drawn.rules, drawn.run)
            closes[reach] = outcome.tekort - wider.tekort
        most = max(closes.values(), default=0)
        ours = found.get(one.arrangementscode)
        if ours is None:
            assert most <= 0
        else:
            assert ours.closes == most == closes[ours.arrangement.bereik]
