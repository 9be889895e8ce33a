"""The group of a reason, in the sums of a release and in what is counted."""

from helpers.drawing_meldingen import register
from helpers.drawings import Given

from monitor.figures.disclosure.schoolyear import _group


REASONS = ("Angst of depressie", "geen passende plek", "verhuisd", "ziek na conflict", "iets anders",
           "onbekend", "wacht op jeugdhulp", "onbekend bij school")  # fmt: skip


def test_the_sums_put_a_reason_in_the_group_that_it_is_counted_in(given: Given) -> None:
    drawn = "\n".join(f"P{n} | 05-10-2018 | {reason}" for n, reason in enumerate(REASONS))
    register(given).has(f"leerling | sinds | reden\n{drawn}")

    counted = dict(given.store.rows("select reden, groep from views.redengroep"))
    words = given.store.rows("select deel, groep from views.redenstukje")

    assert len(counted) >= len(REASONS)
    assert {reason: _group(reason, words) for reason in counted} == counted
