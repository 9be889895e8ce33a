"""The matching on drawings that can be checked by head."""

from dataclasses import replace

from drawings import arrangements, has_cells, has_uses, needs

from monitor.dekking.matching.measures import Nearby, nearby
from monitor.dekking.matching.model import Arrangement, Run
from monitor.dekking.matching.outcome import Totals
from monitor.dekking.matching.solving import solve, totals


def test_no_need() -> None:
    outcome = solve([], arrangements("code | plan\n A | 3"))

    assert (outcome.behoefte, outcome.gedekt, outcome.tekort, outcome.cellen) == (0, 0, 0, ())
    has_uses(outcome, "code | bezet | vrij | snede | extra\n A | 0 | 3 | nee | 0")


def test_nothing_at_all() -> None:
    outcome = solve([], [])

    assert (outcome.totals, outcome.messages) == (Totals(0, 0, 0, 0), ())


def test_no_offer() -> None:
    outcome = solve(needs("n\n 3"), [])

    assert (outcome.gedekt, outcome.tekort) == (0, 3)
    has_cells(outcome, "n | tekort | staat\n 3 | 3–3 | geen aanbod")
    assert (outcome.snede.need, outcome.snede.places) == (3, 0)


def test_zero_places() -> None:
    outcome = solve(needs("n\n 3"), arrangements("code | plan\n A | 0"))

    assert outcome.tekort == 3
    # One more place there would help, though there is none now; it is no part of the cut, as it
    # is not full of anybody.
    has_uses(outcome, "code | bezet | vrij | snede | extra\n A | 0 | 0 | nee | 1")


def test_one_cell() -> None:
    outcome = solve(needs("n\n 3"), arrangements("code | plan\n A | 2"))

    has_cells(outcome, "n | tekort | staat\n 3 | 1–1 | vol")
    has_uses(outcome, "code | bezet | vrij | snede | extra\n A | 2 | 0 | ja | 1")


def test_a_need_of_nobody_is_no_cell() -> None:
    assert solve(needs("n\n 0"), []).cellen == ()


def test_totals_that_seem_enough_are_not() -> None:
    """Four places for four pupils, but two of them nobody can use."""
    outcome = solve(
        needs("""
            waar | vraag  | n
            0    | angst  | 3
            0    | gedrag | 1
        """),
        arrangements("""
            code | vragen | plan
            A    | angst  | 1
            B    | gedrag | 3        # two of them stay empty
        """),
    )

    assert (outcome.gedekt, outcome.tekort) == (2, 2)
    has_cells(
        outcome,
        """
        vraag  | n | tekort | staat
        angst  | 3 | 2–2    | vol
        gedrag | 1 | 0–0    | kwetsbaar
    """,
    )
    has_uses(
        outcome,
        """
        code | bezet | vrij | snede | extra
        A    | 1     | 0    | ja    | 1
        B    | 1     | 2    | nee   | 0
    """,
    )


def test_who_can_go_elsewhere_makes_room() -> None:
    """The nearest place is not always the one to take."""
    outcome = solve(
        needs("""
            waar | niveau | n
            0    | havo   | 1        # A is at the door, but vwo can go nowhere else
            5    | vwo    | 1
        """),
        arrangements("""
            code | waar | niveaus
            A    | 0    | havo vwo
            B    | 9    | havo
        """),
    )

    assert (outcome.gedekt, round(outcome.km)) == (2, 14)
    assert [(one.need.niveau, one.arrangement.arrangementscode) for one in outcome.plaatsingen] == [
        ("havo", "B"),
        ("vwo", "A"),
    ]


def test_ties_give_an_interval() -> None:
    """One place for two: one of them is short, and it is not said who."""
    outcome = solve(
        needs("""
            waar | n
            0    | 1
            2    | 1
        """),
        arrangements("code | waar\n A | 1"),
    )

    has_cells(
        outcome,
        """
        waar | n | tekort | staat
        0    | 1 | 0–1    | vol
        2    | 1 | 0–1    | vol
    """,
    )
    assert outcome.tekort == 1
    assert outcome.snede.gap == 1


def test_a_part_is_certain_and_a_part_possible() -> None:
    outcome = solve(
        needs("""
            waar | n
            0    | 5        # of the three places at most three are its own: two are always short
            9    | 2
        """),
        arrangements("code | plan\n A | 3"),
    )

    has_cells(
        outcome,
        """
        waar | tekort
        0    | 2–4              # if the other takes two places
        9    | 0–2
    """,
    )


def test_needs_that_are_the_same_are_one_cell() -> None:
    outcome = solve(needs("n\n 2\n 1"), arrangements("code | plan\n A | 2"))

    has_cells(outcome, "n | tekort\n 3 | 1–1")


def test_regions_that_do_not_touch_do_not_help_each_other() -> None:
    outcome = solve(
        needs("""
            waar | n
            0    | 2
            100  | 1
        """),
        arrangements("""
            code | waar | plan
            A    | 0    | 1
            B    | 100  | 5
        """),
    )

    has_cells(
        outcome,
        """
        waar | n | tekort | staat
        0    | 2 | 1–1    | vol
        100  | 1 | 0–0    | kwetsbaar
    """,
    )
    has_uses(
        outcome,
        """
        code | vrij | extra
        A    | 0    | 1
        B    | 4    | 0
    """,
    )


def test_another_samenwerkingsverband_never_helps() -> None:
    asked = needs("""
        waar | n | swv
        0    | 2 | VO0101
        0    | 1 | VO0102
    """)
    offered = arrangements("""
        code | plan | swv
        A    | 1    | VO0101
        A    | 5    | VO0102         # the same code is no double: it is another SWV's
    """)

    outcome = solve(asked, offered)

    assert outcome.per_swv == {"VO0101": Totals(2, 1, 0, 1), "VO0102": Totals(1, 1, 0, 0)}
    assert totals(asked, offered) == outcome.per_swv


def test_reach_and_its_edges() -> None:
    """The same vraag, four reaches, all near enough."""
    asked = needs("""
        waar | vraag | school
        0    | wijk  |
        12   | wijk  |               # the next wijk
        0    | sub   |
        31   | sub   |               # the next subregio
        0    | dag   | 99AA00
        0    | dag   | 99AA01        # enrolled elsewhere
        1    | dag   |               # nobody knows where
        31   | swv   |
    """)
    offered = arrangements("""
        code | waar | vragen | bereik   | plan | school
        A    | 9    | wijk   | wijk     | 9    |
        B    | 29   | sub    | subregio | 9    |
        C    | 9    | dag    | school   | 9    | 99AA00
        D    | 29   | swv    | swv      | 9    |
    """)

    outcome = solve(asked, offered, rules=None)

    # The one in `sub` at 0 is 29 km away, which is past the default norm of 15 km.
    has_cells(
        outcome,
        """
        waar | vraag | tekort | staat
        0    | dag   | 0–0    | kwetsbaar
        0    | dag   | 1–1    | buiten bereik
        0    | sub   | 1–1    | te ver
        0    | wijk  | 0–0    | kwetsbaar
        1    | dag   | 1–1    | buiten bereik
        12   | wijk  | 1–1    | buiten bereik
        31   | sub   | 1–1    | buiten bereik
        31   | swv   | 0–0    | kwetsbaar
    """,
    )


def test_a_wijk_over_the_border_of_a_gemeente_is_one() -> None:
    """It is its name within the samenwerkingsverband, as in every other figure per wijk: five
    places and needs of 1 + 3 on either side of the border are 4 of 4 (row A4)."""
    here, there = needs("waar | n\n 5 | 1\n 6 | 3")
    there = replace(there, gemeente="over de grens")
    (offer,) = arrangements("code | bereik | plan\n A | wijk | 5")

    found = solve([here, there], [offer])

    assert found.totals == Totals(4, 4, 0, 0)
    assert nearby(found) == Nearby(geplaatst=4, wijk=4, gemeente=1, subregio=4)


def test_a_wijk_with_the_same_name_elsewhere_is_another() -> None:
    """Of another samenwerkingsverband; and who has none is in none."""
    (need,) = needs("waar | swv\n 5 | VO0101")
    (offer,) = arrangements("code | bereik | swv\n A | wijk | VO0102")

    assert solve([need], [offer]).gedekt == 0
    assert solve([replace(need, wijk=None)], [replace(offer, wijk=None, swv="VO0101")]).gedekt == 0


def test_plan_and_praktijk_are_two_runs() -> None:
    asked = needs("vraag | n\n angst | 2\n gedrag | 2\n leren | 2")
    offered = arrangements("""
        code | vragen | plan | praktijk
        A    | angst  | 2    | 1
        B    | gedrag | 2    | 0        # on paper only
        C    | leren  | 2    |          # nobody reported
    """)

    assert solve(asked, offered, run=Run.PLAN).tekort == 0
    outcome = solve(asked, offered, run=Run.PRAKTIJK)

    assert outcome.totals == Totals(6, 1, 2, 3)
    has_cells(
        outcome,
        """
        vraag  | tekort | onbekend | staat
        angst  | 1–1    | 0        | vol
        gedrag | 2–2    | 0        | alleen op papier
        leren  | 0–0    | 2        | onbekend          # neither covered nor a gap
    """,
    )
    has_uses(
        outcome,
        """
        code | bezet | vrij | extra
        A    | 1     | 0    | 1
        B    | 0     | 0    | 1
        C    | 0     | ?    | 0
    """,
    )


def test_what_is_not_known_never_makes_up_for_what_is_short() -> None:
    """Three pupils, one place for certain, one perhaps: one is short whatever comes out."""
    outcome = solve(
        needs("n\n 3"),
        arrangements("""
            code | plan | praktijk
            A    | 1    | 1
            B    | 1    |
        """),
        run=Run.PRAKTIJK,
    )

    assert outcome.totals == Totals(3, 1, 1, 1)
    has_cells(outcome, "n | tekort | onbekend | staat\n 3 | 1–1 | 1 | vol")


def test_an_arrangement_that_is_not_active_gives_no_place() -> None:
    outcome = solve(
        needs("n\n 1"),
        arrangements("""
            code | plan | status
            A    | 5    | gepland
            B    | 5    | gestopt
        """),
    )

    has_cells(outcome, "tekort | staat\n 1–1 | geen aanbod")
    has_uses(
        outcome,
        """
        code | vrij | extra
        A    | 0    | 0            # a place in it would not help: it does not run
        B    | 0    | 0
    """,
    )


def test_a_vraag_that_no_list_knows_matches_itself_only() -> None:
    outcome = solve(
        needs("vraag | n\n zeldzaam | 1\n angst | 1"),
        arrangements("code | vragen\n A | zeldzaam"),
    )

    has_cells(
        outcome,
        """
        vraag    | tekort | staat
        angst    | 1–1    | geen aanbod
        zeldzaam | 0–0    | kwetsbaar
    """,
    )


def test_one_provider_is_fragile_and_two_are_not() -> None:
    asked = needs("vraag | n\n angst | 1\n gedrag | 1")
    outcome = solve(
        asked,
        arrangements("""
            code | vragen | aanbieder
            A    | angst  | Zorggroep
            B    | angst  | Zorggroep       # another arrangement, the same provider
            C    | gedrag | Zorggroep
            D    | gedrag | Stichting
        """),
    )

    has_cells(
        outcome,
        """
        vraag  | staat
        angst  | kwetsbaar
        gedrag | gedekt
    """,
    )
    assert outcome.cellen[0].reason == "Er is maar één aanbieder: Zorggroep."


def test_rows_as_sql_gives_them_are_records() -> None:
    """A list of DuckDB is a Python list."""
    row = {"ondersteuningsvragen": ["angst"], "niveaus": ["alle"], "bereik": "swv"}

    one = Arrangement(arrangementscode="A", plaatsen_plan=1, **row)  # type: ignore[arg-type]

    assert one == Arrangement("A", ("angst",), ("alle",), "swv", 1)
    assert len({one}) == 1


def test_progress_is_told_per_samenwerkingsverband() -> None:
    told: list[tuple[int, int]] = []

    solve(needs("swv\n VO0101\n VO0102"), [], progress=lambda done, of: told.append((done, of)))

    assert told == [(1, 2), (2, 2)]
