"""The catalogue of offer: what is in it, how it is searched, and what each role may see of it."""

import datetime as dt
from collections import defaultdict
from itertools import product
from typing import Any

import pytest
from helpers.drawings import Given

from monitor.access import Role, Viewer
from monitor.dekking.from_store import Basis
from monitor.scholen import aanbod, aanbod_nearby, aanbod_tally, offer_numbers
from monitor.scholen.aanbod import Amount, Offer, Plek
from monitor.store.store import Store
from monitor.views.words import aanbod as offers


SWV = "VO9901"
DIRECTEUR = Viewer(Role.DIRECTEUR, frozenset({SWV}))
CONSULTANT = Viewer(Role.CONSULTANT, frozenset({SWV}))
SCHOOL = Viewer(Role.SCHOOL, frozenset({SWV}), frozenset({"01AA00"}))
OUTSIDER = Viewer(Role.SCHOOL, frozenset({SWV}), frozenset({"01BB00"}))
TODAY = dt.date(2026, 1, 15)


@pytest.fixture
def drawn(given: Given) -> Store:
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam | subregio | wijk   | latitude | longitude
        1001      | VO9901 | GM0001       | Aadorp       | Noord    | Haven  | 52.0     | 5.0
        1002      | VO9901 | GM0001       | Aadorp       | Noord    | Kern   | 52.1     | 5.0
        1003      | VO9901 | GM0002       | Beedorp      | Zuid     | Kern   | 52.3     | 5.0   # a wijk of the same name
        1009      | VO9901 | GM0002       | Beedorp      | Zuid     | Kern   |          |       # nobody says where
        2001      | VO9902 | GM0003       | Ceedorp      | Zuid     | Kern   | 52.4     | 5.0   # of another SWV
    """)
    given.vestigingen("""
        vestiging | naam         | postcode | schooltype | swv
        01AA00    | Het Baken    | 1001AA   | vo         | VO9901
        01BB00    | De Lantaarn  | 1003AA   | vo         | VO9901
        01CC00    | Zwijgrede    | 1003AA   | vo         | VO9901   # told nothing at all
    """)
    given.arrangementen("""
        schooljaar | arrangementscode | titel        | vestiging | aanbieder | postcode | ondersteuningsvragen | niveaus    | vorm        | bereik   | plaatsen_plan | plaatsen_praktijk | bezet | wachtend | status  | tarief | evaluatiedatum
        2024-2025  | A1               | Rustpunt     | 01AA00    |           |          | angst                | havo       | groep       | subregio | 8             | 8                 | 8     | 6        | actief  | 4000   | 01-06-2023
        2025-2026  | A1               | Rustpunt     | 01AA00    |           |          | angst                | havo       | groep       | subregio | 8             | 8                 | 3     | 2        | actief  | 4000   | 01-06-2023    # three pupils
        2025-2026  | A2               | Time-in      | 01AA00    |           |          | gedrag               | alle       | individueel | school   | 6             | 6                 | 6     | 0        | actief  | 3000   | 01-06-2025    # full
        2025-2026  | A3               | Élan klas    | 01BB00    |           |          | gedrag               | vwo        | groep       | swv      | 14            | 0                 | 0     | 0        | actief  | 9000   |               # on paper only, never evaluated
        2025-2026  | A4               | Taalsteun    | 01BB00    |           |          | taal                 | havo       | deeltijd    | wijk     | 4             |                   |       |          | actief  |        | 01-01-2024    # told nothing
        2025-2026  | A5               | Zorgboerderij|           | De Wilg   | 1002AA   | angst                | alle       | oza         | wijk     | 9             | 9                 | 0     | 0        | actief  | 8000   | 01-12-2025
        2025-2026  | A6               | Plusklas     | 01BB00    |           |          | plus                 | vwo        | groep       | swv      | 5             | 0                 | 0     | 0        | gepland | 1000   |
        2025-2026  | A7               | Oude groep   | 01BB00    |           |          | taal                 | vwo        | groep       | swv      | 5             | 0                 | 0     | 0        | gestopt | 1000   |
    """)
    given.behoefte("""
        schooljaar | postcode4 | ondersteuningsvraag | niveau | aantal
        2025-2026  | 1001      | angst               | havo   | 3
        2025-2026  | 1001      | taal                | havo   | 1
        2025-2026  | 1001      | motoriek            | havo   | 1   # nobody offers it
    """)
    return given.store


def seen(store: Store, who: Viewer, code: str, jaar: str = "2025-2026") -> Offer:
    return next(o for o in aanbod.catalogue(store, who, "vo", SWV, jaar) if o.code == code)


def codes(found: list[Offer]) -> list[str]:
    return [one.code for one in found]


# ------------------------------------------------------------------------- what is in it


def test_whether_there_is_a_place_is_one_word(drawn: Store) -> None:
    found = aanbod.catalogue(drawn, DIRECTEUR, "vo", SWV, "2025-2026")

    assert {one.code: one.plek for one in found} == {
        "A1": Plek.PLEK,
        "A2": Plek.VOL,
        "A3": Plek.PAPIER,  # agreed, and nothing in practice
        "A4": Plek.ONBEKEND,  # not told is neither full nor free
        "A5": Plek.PLEK,
        "A6": Plek.GEPLAND,
        "A7": Plek.GESTOPT,
    }


def test_an_offer_is_where_its_postcode_or_its_school_is(drawn: Store) -> None:
    one, other = seen(drawn, DIRECTEUR, "A5"), seen(drawn, DIRECTEUR, "A1")

    assert (one.provider, one.plaats, one.wijk) == ("De Wilg", "Aadorp", "Kern")
    assert (other.provider, other.postcode4, other.subregio) == ("Het Baken", "1001", "Noord")


@pytest.mark.parametrize(
    ("code", "is_stale"),
    [
        ("A1", True),  # 1 June 2023 is longer ago than two years
        ("A2", False),
        ("A3", True),  # never
        ("A4", True),  # 1 January 2024 is two years and two weeks before 15 January 2026
        ("A6", False),  # does not run yet, and was never evaluated
        ("A7", False),  # does not run any more
    ],
)
def test_what_runs_and_was_not_evaluated_for_two_years_is_stale(
    drawn: Store, code: str, is_stale: bool
) -> None:
    assert seen(drawn, DIRECTEUR, code).is_stale(TODAY) == is_stale


def test_of_a_schooljaar_that_is_over_its_last_day_counts(drawn: Store) -> None:
    one = seen(drawn, DIRECTEUR, "A1", "2024-2025")

    assert one.last_day(TODAY) == dt.date(2025, 7, 31)
    assert one.is_stale(TODAY)  # 1 June 2023 is before 28 July 2023
    assert not seen(drawn, DIRECTEUR, "A2").is_stale(dt.date(2029, 1, 1))  # 2026 counts


# ------------------------------------------------------------------------------ searching


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ({}, ["A1", "A2", "A3", "A4", "A5", "A6", "A7"]),
        ({"words": "BAKEN"}, ["A1", "A2"]),  # the school
        ({"words": "elan"}, ["A3"]),  # an accent does not matter
        ({"words": "baken time"}, ["A2"]),  # every word
        ({"words": "wilg"}, ["A5"]),  # the aanbieder
        ({"vraag": "angst"}, ["A1", "A5"]),
        ({"vraag": "angst", "niveau": "vwo"}, ["A5"]),  # alle is vwo too
        ({"bereik": "wijk"}, ["A4", "A5"]),
        ({"vorm": "individueel"}, ["A2"]),
        ({"only_free": True}, ["A1", "A5"]),
    ],
)
def test_a_search_takes_what_fits_all_of_it(
    drawn: Store, wish: dict[str, Any], found: list[str]
) -> None:
    every = aanbod.catalogue(drawn, SCHOOL, "vo", SWV, "2025-2026")

    assert sorted(codes(aanbod.search(every, **wish))) == found


def test_distances_are_great_circles_from_the_middle_of_a_postcode(drawn: Store) -> None:
    here = aanbod_nearby.home(drawn, "vo", "1001")
    assert here is not None
    every = aanbod.catalogue(drawn, SCHOOL, "vo", SWV, "2025-2026")

    found = aanbod_nearby.kilometers(here, every)

    assert found["A5"] == pytest.approx(0.1 * 111.195, abs=0.01)
    assert found["A3"] == pytest.approx(0.3 * 111.195, abs=0.01)


@pytest.mark.parametrize("postcode", ["9999", "1009", ""])
def test_a_postcode_that_lies_nowhere_is_no_home(drawn: Store, postcode: str) -> None:
    assert aanbod_nearby.home(drawn, "vo", postcode) is None


@pytest.mark.parametrize(
    ("code", "postcode", "is_for"),
    [
        ("A1", "1002", True),  # the same subregio
        ("A1", "1003", False),
        ("A2", "1001", False),  # only of the own school, wherever one lives
        ("A3", "1003", True),
        ("A3", "2001", False),  # another SWV
        ("A5", "1002", True),
        # A wijk is its name within the samenwerkingsverband: it lies in two gemeenten (row A4).
        ("A5", "1003", True),
    ],
)
def test_reach_says_who_may_come(drawn: Store, code: str, postcode: str, is_for: bool) -> None:
    here = aanbod_nearby.home(drawn, "vo", postcode)
    assert here is not None
    one = seen(drawn, DIRECTEUR, code)

    assert aanbod_nearby.is_for(one, here) == is_for
    assert (offers.not_for(one, here) == "") == is_for


# ------------------------------------------------------------------------- who sees what


def test_the_directeur_sees_every_number(drawn: Store) -> None:
    one = seen(drawn, DIRECTEUR, "A1")

    assert (one.plan, one.praktijk, one.bezet, one.vrij, one.wachtend) == (
        Amount(8), Amount(8), Amount(3), Amount(5), Amount(2),
    )  # fmt: skip
    assert one.tarief == 4000
    assert one.has_queue


def test_a_consultant_sees_no_number_that_gives_few_pupils_away(drawn: Store) -> None:
    one = seen(drawn, CONSULTANT, "A1")

    assert (one.bezet, one.wachtend) == (Amount(None, 4), None)
    assert one.vrij is None  # eight places of which five are free: three pupils
    assert one.praktijk == Amount(8)
    assert one.plek is Plek.PLEK
    assert not one.has_queue
    assert offers.short_state(one) == "er is plek"
    before = seen(drawn, CONSULTANT, "A1", "2024-2025")
    assert (before.bezet, before.vrij) == (Amount(None, 9, 5), Amount(0))
    assert before.wachtend is None  # how many wait in all is published apart
    assert not before.has_queue


def test_of_few_places_and_few_pupils_is_not_told_whether_there_is_a_place(given: Given) -> None:
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam | subregio | latitude | longitude
        1001      | VO9901 | GM0001       | Aadorp       | Noord    | 52.0     | 5.0
    """)
    given.vestigingen("""
        vestiging | naam      | postcode | schooltype | swv
        01AA00    | Het Baken | 1001AA   | vo         | VO9901
    """)
    given.arrangementen("""
        schooljaar | arrangementscode | titel | vestiging | ondersteuningsvragen | niveaus | bereik | plaatsen_plan | plaatsen_praktijk | bezet | wachtend | status
        2025-2026  | B1               | a     | 01AA00    | angst                | havo    | swv    | 3             | 3                 | 2     | 0        | actief   # a place: then two at most
        2025-2026  | B2               | b     | 01AA00    | angst                | havo    | swv    | 3             | 3                 | 3     | 0        | actief   # full: then three at least
        2025-2026  | B3               | c     | 01AA00    | angst                | havo    | swv    | 3             | 3                 | 0     | 0        | actief   # nobody: said of this one, it would be said of B1 that there is somebody, three at most
        2025-2026  | B4               | d     | 01AA00    | angst                | havo    | swv    | 5             | 5                 | 4     | 0        | actief   # a place, and one to four
        2025-2026  | B5               | e     | 01AA00    | angst                | havo    | swv    | 9             | 9                 | 6     | 0        | actief   # three places free
    """)  # fmt: skip

    told = {code: seen(given.store, CONSULTANT, code) for code in ("B1", "B2", "B3", "B4", "B5")}

    assert [one.plek for one in told.values()] == [
        Plek.NAVRAAG, Plek.NAVRAAG, Plek.NAVRAAG, Plek.PLEK, Plek.PLEK,
    ]  # fmt: skip
    assert told["B1"].praktijk == Amount(3)
    assert told["B1"].vrij is told["B2"].vrij is told["B4"].vrij is None
    assert [offers.short_state(one) for one in told.values()] == [
        "vraag na of er plek is", "vraag na of er plek is", "vraag na of er plek is",
        "er is plek", "er is plek: 1–4 van 9 vrij",
    ]  # fmt: skip
    assert {one.bezet for one in (told["B1"], told["B2"], told["B3"])} == {
        None
    }  # not even "minder dan 5": three places
    assert "minder dan 5 is verborgen" in offers.state_sentence(told["B1"])
    # Who looks for a place finds it by no other way either.
    assert codes(aanbod.search(told.values(), only_free=True)) == ["B4", "B5"]


def test_the_offer_of_another_samenwerkingsverband_is_not_there(drawn: Store) -> None:
    elsewhere = Viewer(Role.DIRECTEUR, frozenset({"VO9902"}))

    assert aanbod.catalogue(drawn, elsewhere, "vo", SWV) == []


def test_a_school_sees_of_others_the_offer_and_no_pupils(drawn: Store) -> None:
    one = seen(drawn, OUTSIDER, "A2")

    assert (one.plan, one.bezet, one.wachtend, one.tarief) == (None, None, None, None)
    assert (one.praktijk, one.vrij) == (Amount(6), Amount(0))
    assert list(offer_numbers.numbers(one)) == ["in de praktijk", "vrij"]


def test_a_school_sees_of_itself_no_more_than_may_be_shown(drawn: Store) -> None:
    full, few = seen(drawn, SCHOOL, "A2"), seen(drawn, SCHOOL, "A1")

    assert (full.plan, full.bezet) == (Amount(6), Amount(None, 9, 5))
    assert (few.bezet, few.wachtend) == (Amount(None, 4), Amount(None, 4))
    assert full.tarief is None


@pytest.mark.parametrize("who", [CONSULTANT, SCHOOL, OUTSIDER], ids=["consultant", "own", "other"])
def test_whatever_is_shown_one_to_four_pupils_may_each_be_behind_it(who: Viewer) -> None:
    """All arrangements that look the same to a viewer: of 1, 2, 3 and 4 pupils, or of none."""
    base = dict.fromkeys(
        ("code", "titel", "school", "aanbieder", "plaats", "postcode4", "gemeentecode", "gemeente",
         "subregio", "wijk", "swv", "latitude", "longitude", "vragen", "niveaus", "vorm",
         "zwaarte", "bereik", "evaluatiedatum", "aftekening", "tarief")
    )  # fmt: skip
    numbers = [None, *range(9)]
    looks: dict[Any, list[tuple[int | None, int | None]]] = defaultdict(list)
    for plan, praktijk, bezet, wachtend in product(range(9), numbers, numbers, numbers):
        row = {
            **base, "schooljaar": "2025-2026", "vestiging": "01AA00", "status": "actief",
            "plaatsen_plan": plan, "plaatsen_praktijk": praktijk, "bezet": bezet,
            "wachtend": wachtend,
        }  # fmt: skip
        one = aanbod._seen(row, who, 5)
        look = (one.plek, one.has_queue, one.praktijk, one.vrij, one.plan, one.bezet, one.wachtend)
        looks[look].append((bezet, wachtend))

    small = {1, 2, 3, 4}
    for look, behind in looks.items():
        for which in (0, 1):
            found = {pupils[which] for pupils in behind}
            assert not found & small or found >= small, (look, found)


def test_places_are_public_and_pupils_are_classes(drawn: Store) -> None:
    assert seen(drawn, CONSULTANT, "A4").plan == Amount(4)
    assert offer_numbers.amount(Amount(None, 9, 5)) == "5–9"
    assert offer_numbers.amount(Amount(None, 4)) == "minder dan 5"
    assert offer_numbers.amount(Amount()) == "onbekend"


def test_a_download_holds_no_more_than_the_screen(drawn: Store) -> None:
    rows = offers.file_rows(aanbod.catalogue(drawn, OUTSIDER, "vo", SWV), {}, TODAY)

    assert len({tuple(row) for row in rows}) == 1
    assert "Tarief (euro)" not in rows[0]
    of_others = [row for row in rows if row["Vestigingscode"] != "01BB00"]
    assert {(row["Bezet"], row["Wachtend"], row["Plaatsen afgesproken"]) for row in of_others} == {
        ("", "", "")
    }
    few = next(row for row in of_others if row["Schooljaar"] == "2025-2026")
    assert (few["Arrangementscode"], few["Plaatsen vrij"]) == ("A1", "er is plek")


# ------------------------------------------------------------------------------- counting


def test_places_that_nobody_told_are_no_nought(drawn: Store) -> None:
    found = aanbod_tally.tally(aanbod.catalogue(drawn, DIRECTEUR, "vo", SWV, "2025-2026"))

    assert (found.arrangementen, found.met_plek, found.vol) == (5, 2, 1)
    assert (found.op_papier, found.plan_op_papier, found.niet_opgegeven) == (1, 14, 1)
    assert (found.praktijk, found.praktijk_complete) == (8 + 6 + 0 + 9, False)
    assert (found.plan, found.vrij) == (8 + 6 + 14 + 4 + 9, 5 + 0 + 0 + 9)


def test_a_sum_of_hidden_numbers_holds_only_what_a_role_sees(drawn: Store) -> None:
    found = aanbod_tally.tally(aanbod.catalogue(drawn, CONSULTANT, "vo", SWV, "2025-2026"))

    assert (found.vrij, found.vrij_complete) == (9, False)


def test_schools_that_told_nothing_are_named(drawn: Store) -> None:
    every = aanbod.catalogue(drawn, DIRECTEUR, "vo", SWV, "2025-2026")
    only_told = [one for one in every if one.code not in ("A3", "A6", "A7")]

    without, _ = aanbod_tally.silent_schools(drawn, "vo", SWV, every)
    _, untold = aanbod_tally.silent_schools(drawn, "vo", SWV, only_told)

    assert [one.naam for one in without] == ["Zwijgrede"]
    assert [one.naam for one in untold] == ["De Lantaarn"]


def test_words_of_need_and_offer_that_do_not_meet_are_named(drawn: Store) -> None:
    every = aanbod.catalogue(drawn, DIRECTEUR, "vo", SWV, "2025-2026")
    basis = Basis("vo", SWV, "2025-2026")

    # The offer for plus does not run, so it is no offer yet.
    assert aanbod_tally.vragen_apart(drawn, basis, every) == (["motoriek"], ["gedrag"])


def test_the_answer_is_in_sentences(drawn: Store) -> None:
    every = aanbod.catalogue(drawn, DIRECTEUR, "vo", SWV, "2025-2026")

    assert offers.count_sentence(every, "2025-2026") == (
        "In schooljaar 2025-2026 lopen 5 arrangementen, van 2 scholen en 1 aanbieder; "
        "1 is gepland en 1 is gestopt."
    )
    assert offers.free_sentence(aanbod_tally.tally(every)) == (
        "Bij 2 is er plek, 1 is vol, 1 staat alleen op papier en van 1 is niet opgegeven of er "
        "plek is."
    )
