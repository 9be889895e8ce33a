"""What follows from one figure alone may not be a small group either."""

from meldingen import register
from tables import Given

from monitor.access import Role, Viewer
from monitor.catalogue import catalogue
from monitor.indicators import Figure, figures


CONSULTANT, DIRECTEUR = Viewer(Role.CONSULTANT), Viewer(Role.DIRECTEUR)


def seen_by(viewer: Viewer, given: Given, name: str, period: str) -> Figure:
    (figure,) = figures(given.store, viewer, catalogue()[name], "swv", period=period)
    return figure


def without_plan(given: Given, *plans: str) -> None:
    drawn = "\n".join(f"L{n} | 01-10-2018 | {plan}" for n, plan in enumerate(plans))
    register(given).has(f"leerling | sinds | plan\n{drawn}")


def test_few_with_a_plan_hide_how_many_have_none(given: Given) -> None:
    """6 of 8 without a plan are 2 with one."""
    without_plan(given, *["nee"] * 6, *["ja"] * 2)
    name = "thuiszitters_zonder_plan_abs"

    seen = seen_by(CONSULTANT, given, name, "2018-10-31")

    assert (seen.teller, seen.teller_max, seen.waarde, seen.is_hidden) == (None, None, None, True)
    assert seen_by(DIRECTEUR, given, name, "2018-10-31").waarde == 75


def test_enough_with_and_without_a_plan_are_shown(given: Given) -> None:
    without_plan(given, *["nee"] * 6, *["ja"] * 5)

    seen = seen_by(CONSULTANT, given, "thuiszitters_zonder_plan_abs", "2018-10-31")

    assert (seen.teller, seen.noemer, seen.is_hidden) == (6, 11, False)


def test_nobody_with_a_plan_is_no_small_group(given: Given) -> None:
    without_plan(given, *["nee"] * 6)

    seen = seen_by(CONSULTANT, given, "thuiszitters_zonder_plan_abs", "2018-10-31")

    assert (seen.teller, seen.waarde, seen.is_hidden) == (6, 100, False)


def test_a_part_that_ended_hides_few_for_whom_it_ended(given: Given) -> None:
    """20 % of 10 are two pupils."""
    ended = "\n".join(f"L{n} | 01-10-2018 | 01-11-2018" for n in range(2))
    running = "\n".join(f"M{n} | 01-10-2018 | (leeg)" for n in range(8))
    later = "Z | 01-08-2019 | 01-09-2019       # so long was everybody followed"
    register(given).has(f"leerling | sinds | einde\n{ended}\n{running}\n{later}")
    name = "thuiszitters_terug_3_abs"

    seen = seen_by(CONSULTANT, given, name, "2018-2019")

    assert (seen.waarde, seen.is_hidden) == (None, True)
    assert round(seen_by(DIRECTEUR, given, name, "2018-2019").waarde or 0) == 20
