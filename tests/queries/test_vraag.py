"""Need: delivered counts, and the need that is built of aanvragen and thuiszitters."""

import pytest
from helpers.drawing_meldingen import register
from helpers.drawings import Given, rows

from monitor.dekking import from_store
from monitor.dekking.from_store import Basis


def of_vo0101(given: Given, **settings: str) -> Given:
    given.settings = given.settings.model_copy(update={"swv": "VO0101", **settings})
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | subregio | wijk | latitude | longitude
        1011      | VO0101 | GM0001       | Noord    | Oost | 52,0     | 5,0
        1012      | VO0101 | GM0001       | Zuid     |      | 52,1     | 5,0
        2011      | VO0202 | GM0002       | Elders   | Stad | 52,2     | 5,0
    """)
    return given


def asked(given: Given, drawing: str) -> None:
    """Deliver aanvragen; what is not drawn is ordinary."""
    given.add(
        "aanvragen",
        [
            {
                "aanvraagnummer": f"A{i}", "schooljaar": "2018-2019", "ontvangen": "01-09-2018",
                "vestiging": "01AA00", "postcode4": "1011", "ondersteuningsvraag": "angst",
                "niveau": "havo", **row,
            }
            for i, row in enumerate(rows(drawing))
        ],
    )  # fmt: skip


def test_what_counts_of_an_aanvraag_is_its_status(given: Given) -> None:
    asked(of_vo0101(given), """
        leerling | status      | niveau
        Aya      | geplaatst   | a
        Bob      | afgerond    | b       # had a place this schooljaar
        Cas      | wachtend    | c
        Dia      | toegekend   | d
        Els      | aangevraagd | e       # nobody decided yet that it is needed
        Fie      | afgewezen   | f       # not needed
        Gus      | ingetrokken | g       # no longer
    """)  # fmt: skip

    given.view("vraag").gives("""
        niveau | deel      | herkomst  | aantal
        a      | geplaatst | opgebouwd | 1
        b      | geplaatst | opgebouwd | 1
        c      | wachtend  | opgebouwd | 1
        d      | toegekend | opgebouwd | 1
    """)


def test_no_pupil_is_counted_twice_placed_goes_first(given: Given) -> None:
    asked(of_vo0101(given), """
        leerling | ontvangen  | status    | niveau
        Aya      | 01-09-2018 | geplaatst | a       # this one
        Aya      | 01-10-2018 | wachtend  | b       # waits for something else too
        Bob      | 01-12-2018 | toegekend | c
        Bob      | 01-09-2018 | wachtend  | d       # waiting goes before granted, also if older
        Cas      | 01-09-2018 | wachtend  | e
        Cas      | 02-09-2018 | wachtend  | f       # of two alike the newest
    """)  # fmt: skip

    given.view("vraag").gives("""
        niveau | deel      | aantal
        a      | geplaatst | 1
        d      | wachtend  | 1
        f      | wachtend  | 1
    """)


def test_a_pupil_counts_once_in_each_schooljaar(given: Given) -> None:
    asked(of_vo0101(given), """
        leerling | schooljaar | status
        Aya      | 2018-2019  | wachtend
        Aya      | 2019-2020  | geplaatst
    """)  # fmt: skip

    given.view("vraag").gives("""
        schooljaar | deel      | aantal
        2018-2019  | wachtend  | 1
        2019-2020  | geplaatst | 1
    """)


def test_pupils_with_the_same_need_are_one_row(given: Given) -> None:
    asked(of_vo0101(given), """
        leerling | status    | vestiging | postcode4
        Aya      | geplaatst | 01AA00    | 1011
        Bob      | geplaatst | 01AA00    | 1011
        Cas      | geplaatst | 01AA01    | 1011      # another school: another reach
        Dia      | wachtend  | 01AA00    | 1011      # another part
        Els      | wachtend  | 01AA00    |           # nobody knows where
    """)  # fmt: skip

    given.view("vraag").gives("""
        postcode4 | vestiging | deel      | aantal | wijk
        1011      | 01AA00    | geplaatst | 2      | Oost
        1011      | 01AA00    | wachtend  | 1      | Oost
        1011      | 01AA01    | geplaatst | 1      | Oost
        ?         | 01AA00    | wachtend  | 1      | ?
    """)


def test_thuiszitters_with_a_vraag_and_no_aanvraag(given: Given) -> None:
    of_vo0101(given, thuiszitter="ABS")
    asked(given, """
        leerling | status      | schooljaar
        Bob      | geplaatst   | 2018-2019
        Cas      | wachtend    | 2017-2018   # of another schooljaar
        Dia      | afgewezen   | 2018-2019   # which is no need, but to be at home with a vraag is
    """)  # fmt: skip
    register(given).has("""
        leerling | sinds      | einde      | vraag  | pc4  | status
        Aya      | 01-10-2018 | 01-12-2018 | gedrag | 1011 | aangemeld
        Bob      | 01-10-2018 | 01-12-2018 | gedrag | 1011 | aangemeld     # counts as placed
        Cas      | 01-10-2018 | 01-12-2018 | gedrag | 1012 | aangemeld
        Dia      | 01-10-2018 | 01-12-2018 | leren  | 1012 | aangemeld
        Els      | 01-10-2018 | 01-12-2018 |        | 1011 | aangemeld     # no vraag: no need that can be met
        Fie      | 05-03-2019 | 20-03-2019 | taal   | 1011 | aangemeld     # between two ends of months
        Gus      | 01-07-2019 | 01-09-2019 | angst  | 1011 | aangemeld     # in two schooljaren
        Hal      | 01-10-2018 | 01-12-2018 | gedrag | 1011 | ingetrokken   # was no thuiszitter
    """)

    given.view("vraag", "deel = 'thuiszitter'").gives("""
        schooljaar | postcode4 | ondersteuningsvraag | niveau   | aantal
        2018-2019  | 1011      | angst               | onbekend | 1
        2018-2019  | 1011      | gedrag              | onbekend | 1
        2018-2019  | 1011      | taal                | onbekend | 1
        2018-2019  | 1012      | gedrag              | onbekend | 1
        2018-2019  | 1012      | leren               | onbekend | 1
        2019-2020  | 1011      | angst               | onbekend | 1
    """)
    given.view("vraag", "deel = 'geplaatst'").gives("""
        schooljaar | ondersteuningsvraag | aantal
        2018-2019  | angst               | 1
    """)


def test_two_meldingen_are_one_thuiszitter_and_the_newest_says_what_he_needs(given: Given) -> None:
    of_vo0101(given, thuiszitter="ABS")
    register(given).has("""
        nummer | leerling | sinds      | einde      | vraag  | pc4
        V1     | Aya      | 01-10-2018 | 01-12-2018 | angst  | 1011
        V2     | Aya      | 01-11-2018 | 01-12-2018 | gedrag | 1012
    """)

    given.view("vraag").gives("""
        postcode4 | ondersteuningsvraag | aantal
        1012      | gedrag              | 1
    """)


def test_who_may_be_a_thuiszitter_is_at_most_one(given: Given) -> None:
    of_vo0101(given, thuiszitter="LRV")
    register(given).has("""
        leerling | sinds      | einde      | vraag  | pc4  | ingeschreven | soort_verzuim
        Aya      | 01-10-2018 | 01-12-2018 | gedrag | 1011 | ja           | langdurig
        Bob      | 01-10-2018 | 01-12-2018 | gedrag | 1011 | ja           | overig     # may attend lessons (A7)
        Cas      | 01-10-2018 | 01-12-2018 | taal   | 1011 | ja           | overig
        Dia      | 01-10-2018 | 01-12-2018 | angst  | 1011 | ja           | 16 uur     # is none
    """)

    given.view("vraag").gives("""
        ondersteuningsvraag | aantal | aantal_max
        gedrag              | 1      | 2
        taal                | 0      | 1
    """)


@pytest.mark.parametrize(("code", "pupils"), [("ABS", 1), ("VRIJ5A", 0)])
def test_who_is_a_thuiszitter_says_the_working_definition(
    given: Given, code: str, pupils: int
) -> None:
    of_vo0101(given, thuiszitter=code)
    register(given).has("""
        leerling | sinds      | vraag | pc4
        Aya      | 01-09-2018 | angst | 1011
    """)

    found = given.store.rows("select aantal from views.vraag where schooljaar = '2018-2019'")
    assert len(found) == pupils


def counts(given: Given) -> None:
    of_vo0101(given)
    given.behoefte("""
        schooljaar | postcode4 | ondersteuningsvraag | niveau | aantal | deel      | vestiging
        2018-2019  | 1011      | angst               | havo   | 3      | geplaatst | 01AA00
        2018-2019  | 1011      | angst               | havo   | <5     | wachtend  |
        2018-2019  | 1011      | angst               | havo   | 2      | vso       |
        2018-2019  | 1012      | Angst               | HAVO   | 0      |           |            # nobody
        2018-2019  | 9999      | angst               | havo   | 4      |           |            # no such postcode here
        2018-2019  | 2011      | angst               | havo   | 5      | wachtend  |            # lives in another SWV
    """)


def test_counts_as_they_were_delivered(given: Given) -> None:
    counts(given)

    given.view("vraag").gives("""
        postcode4 | deel      | aantal | aantal_max | swv    | subregio | gemeentecode | latitude
        1011      | geplaatst | 3      | 3          | VO0101 | Noord    | GM0001       | 52
        1011      | vso       | 2      | 2          | VO0101 | Noord    | GM0001       | 52
        1011      | wachtend  | 1      | 4          | VO0101 | Noord    | GM0001       | 52
        1012      | onbekend  | 0      | 0          | VO0101 | Zuid     | GM0001       | 52.1
        2011      | wachtend  | 5      | 5          | VO0101 | ?        | GM0002       | 52.2
        9999      | onbekend  | 4      | 4          | VO0101 | ?        | ?            | ?
    """)


def test_vso_is_need_with_the_switch_only_and_less_than_five_is_the_least(given: Given) -> None:
    counts(given)
    basis = Basis("vo", "VO0101", "2018-2019")

    without = from_store.needs(given.store, basis)
    with_vso = from_store.needs(given.store, Basis("vo", "VO0101", "2018-2019", with_vso=True))

    assert sum(need.aantal for need in without) == 3 + 1 + 4 + 5
    assert sum(need.aantal for need in with_vso) == 3 + 1 + 4 + 5 + 2
    assert {(p.name, p.pupils, p.pupils_max) for p in from_store.parts(given.store, basis)} >= {
        ("wachtend", 6, 9),
        ("vso", 2, 2),
    }


def test_an_unknown_postcode_is_neither_covered_nor_short(given: Given) -> None:
    counts(given)
    found = from_store.outcome(given.store, Basis("vo", "VO0101", "2018-2019"))

    assert (found.behoefte, found.onbekend, found.tekort) == (13, 4, 9)
    (message,) = (one for one in found.messages if one.about == "9999")
    assert message.aantal == 4


def test_whose_need_it_is_when_the_monitor_is_nobodys(given: Given) -> None:
    """Then most of the pupils decide: a list is of one samenwerkingsverband."""
    counts(given)
    given.settings = given.settings.model_copy(update={"swv": None})

    # 3 + 1 + 2 pupils of VO0101 against 5 of VO0202.
    assert {swv for (swv,) in given.store.rows("select distinct swv from views.vraag")} == {
        "VO0101"
    }


def test_counts_and_what_is_built_stay_apart(given: Given) -> None:
    of_vo0101(given)
    given.behoefte("""
        schooljaar | postcode4 | ondersteuningsvraag | niveau | aantal | deel      | vestiging
        2018-2019  | 1011      | angst               | havo   | 7      | geplaatst | 01AA00
    """)
    asked(given, """
        leerling | status
        Aya      | geplaatst
    """)  # fmt: skip

    given.view("vraag").gives("""
        herkomst  | deel      | aantal
        geleverd  | geplaatst | 7
        opgebouwd | geplaatst | 1
    """)
