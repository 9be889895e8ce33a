"""In which state a ronde is at a moment, and whether an answer is taken then."""

import datetime as dt

import pytest

from monitor.rounds.states import RondeStap, Stand, Stap, Taken, end_of, stand_of, takes


DAY = dt.date(2026, 2, 13)
CLOSES = dt.datetime(2026, 2, 13, 23, 0, tzinfo=dt.UTC)  # midnight in the Netherlands, in winter


def _step(stap: Stap, tot: dt.date | None = None, when: dt.datetime | None = None) -> RondeStap:
    return RondeStap(stap, tot, "", "wie", when or dt.datetime(2026, 1, 20, tzinfo=dt.UTC))


def _at(minutes: int) -> dt.datetime:
    """So many minutes after it closes."""
    return CLOSES + dt.timedelta(minutes=minutes)


def test_a_day_ends_at_midnight_in_the_netherlands() -> None:
    assert end_of(DAY) == CLOSES
    assert end_of(dt.date(2026, 7, 1)) == dt.datetime(2026, 7, 1, 22, tzinfo=dt.UTC)
    # The night in which the clock goes forward has 23 hours.
    assert end_of(dt.date(2026, 3, 29)) == dt.datetime(2026, 3, 29, 22, tzinfo=dt.UTC)


OPENED = [_step(Stap.CONCEPT), _step(Stap.OPEN, DAY)]


@pytest.mark.parametrize(
    ("steps", "now", "stand", "why"),
    [
        ([_step(Stap.CONCEPT)], _at(0), Stand(Stap.CONCEPT, None), "not opened"),
        (OPENED, _at(-1), Stand(Stap.OPEN, CLOSES), "its last minute"),
        (OPENED, _at(0), Stand(Stap.GESLOTEN, CLOSES), "it closes by itself"),
        ([*OPENED, _step(Stap.VERLENGD, DAY + dt.timedelta(1))], _at(0),
         Stand(Stap.VERLENGD, CLOSES + dt.timedelta(1)), "a day more"),
        ([*OPENED, _step(Stap.GESLOTEN, when=_at(-60))], _at(-1), Stand(Stap.GESLOTEN, _at(-60)),
         "closed by hand an hour before"),
        ([*OPENED, _step(Stap.GESLOTEN, when=_at(60))], _at(61), Stand(Stap.GESLOTEN, CLOSES),
         "by hand after it had closed by itself"),
        ([*OPENED, _step(Stap.VOORLOPIG)], _at(500), Stand(Stap.VOORLOPIG, CLOSES), "published"),
    ],
)  # fmt: skip
def test_the_state_of_a_ronde(
    steps: list[RondeStap], now: dt.datetime, stand: Stand, why: str
) -> None:
    assert stand_of(steps, now) == stand, why


@pytest.mark.parametrize(
    ("opened", "now", "taken", "why"),
    [
        (-30, -1, Taken.YES, "open"),
        (-30, 0, Taken.LATE, "typed before, sent after"),
        (-1, 119, Taken.LATE, "nearly two hours"),
        (-1, 120, Taken.NO, "two hours"),
        (0, 1, Taken.NO, "a page that was opened when it was over"),
    ],
)
def test_who_was_typing_when_it_closed(opened: int, now: int, taken: Taken, why: str) -> None:
    stand = stand_of(OPENED, _at(now))

    assert takes(stand, None, _at(opened), _at(now)) is taken, why


@pytest.mark.parametrize(
    ("stap", "until", "taken"),
    [
        (Stap.GESLOTEN, DAY + dt.timedelta(7), Taken.YES),
        (Stap.VOORLOPIG, DAY + dt.timedelta(7), Taken.YES),
        (Stap.DEFINITIEF, DAY + dt.timedelta(7), Taken.NO),
        (Stap.VOORLOPIG, None, Taken.NO),
        (Stap.CONCEPT, None, Taken.NO),
    ],
)
def test_who_was_reopened_answers_until_it_is_definitief(
    stap: Stap, until: dt.date | None, taken: Taken
) -> None:
    now = CLOSES + dt.timedelta(days=3)

    assert takes(Stand(stap, CLOSES), until, now, now) is taken
