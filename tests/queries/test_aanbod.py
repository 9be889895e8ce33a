"""Offer: where an arrangement is, and of which samenwerkingsverband."""

import pytest
from helpers.drawings import Given, rows


def offer(given: Given, drawing: str, swv: str | None = "VO0101") -> Given:
    """Two samenwerkingsverbanden, four schools, and arrangementen as drawn."""
    given.settings = given.settings.model_copy(update={"swv": swv})
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | subregio | wijk | latitude | longitude
        1011      | VO0101 | GM0001       | Noord    | Oost | 52,0     | 5,0
        1012      | VO0101 | GM0001       | Zuid     | West | 52,1     | 5,1
        2011      | VO0202 | GM0002       | Elders   | Stad | 52,2     | 5,2
    """)
    given.vestigingen("""
        vestiging | postcode | schooltype | swv    | latitude | longitude
        01AA00    | 1012     | vo         | VO0101 | 52,5     | 5,5          # knows its own place
        01BB00    | 1012     | vo         | VO0101 |          |              # its postcode only
        01CC00    |          | vo         | VO0101 |          |              # nothing
        02DD00    | 2011     | vo         | VO0202 |          |
    """)
    given.add(
        "arrangementen",
        [
            {
                "schooljaar": "2018-2019", "arrangementscode": chr(65 + i), "titel": "Klas",
                "ondersteuningsvragen": "angst", "niveaus": "alle", "bereik": "swv",
                "plaatsen_plan": "3", "status": "actief", **row,
            }
            for i, row in enumerate(rows(drawing))
        ],
    )  # fmt: skip
    return given


def test_where_it_is_the_postcode_then_the_school_then_the_postcode_of_the_school(
    given: Given,
) -> None:
    offer(given, """
        vestiging | postcode | aanbieder
        01AA00    | 1011AB   |            # its own postcode, though the school has a place
        01AA00    |          |            # the coordinates of the school
        01BB00    |          |            # the middle of the postcode of the school
        01CC00    |          |            # of the school nothing is known
        09ZZ00    |          |            # there is no such school
                  | 1012     | Zorghuis   # no school
                  |          | Zorghuis   # without a place
        01AA00    | 9999     |            # a postcode of which nobody knows where it is: not at school
    """)  # fmt: skip

    given.view("aanbod").gives("""
        arrangementscode | postcode4 | latitude | longitude | gemeentecode | subregio | wijk
        A                | 1011      | 52       | 5         | GM0001       | Noord    | Oost
        B                | 1012      | 52.5     | 5.5       | GM0001       | Zuid     | West
        C                | 1012      | 52.1     | 5.1       | GM0001       | Zuid     | West
        D                | ?         | ?        | ?         | ?            | ?        | ?
        E                | ?         | ?        | ?         | ?            | ?        | ?
        F                | 1012      | 52.1     | 5.1       | GM0001       | Zuid     | West
        G                | ?         | ?        | ?         | ?            | ?        | ?
        H                | 9999      | ?        | ?         | ?            | ?        | ?
    """)


def test_it_is_of_the_samenwerkingsverband_whose_monitor_it_is(given: Given) -> None:
    offer(given, """
        vestiging | postcode | aanbieder
        01AA00    |          |
        02DD00    |          |            # bought from a neighbour: wijk and subregio are not ours
                  |          | Zorghuis
    """)  # fmt: skip

    given.view("aanbod").gives("""
        arrangementscode | swv    | gemeentecode | subregio | wijk | eenheid
        A                | VO0101 | GM0001       | Zuid     | West | aanbod/vo/VO0101/1012/01AA00
        B                | VO0101 | GM0002       | ?        | ?    | aanbod/vo/VO0101/2011/02DD00
        C                | VO0101 | ?            | ?        | ?    | aanbod/vo/VO0101//
    """)


@pytest.mark.parametrize(
    ("schools", "swv", "why"),
    [
        (["01AA00", "01BB00", "02DD00"], "VO0101", "where most of it is"),
        (["01AA00", "02DD00", "02DD00"], "VO0202", "where most of it is"),
        (["01CC00"], "VO0101", "a school without a place has a samenwerkingsverband"),
        (["09ZZ00"], "onbekend", "nobody knows"),
    ],
)
def test_else_of_that_of_most_of_the_offer(
    given: Given, schools: list[str], swv: str, why: str
) -> None:
    offer(given, "vestiging\n" + "\n".join(schools), swv=None)

    assert given.store.rows("select distinct swv from views.aanbod") == [(swv,)], why


def test_a_row_per_arrangement_and_schooljaar_with_what_was_not_said_left_empty(
    given: Given,
) -> None:
    offer(given, """
        schooljaar | arrangementscode | vestiging | plaatsen_praktijk | status | ondersteuningsvragen
        2018-2019  | X                | 01AA00    | 0                 | actief | angst|gedrag
        2019-2020  | X                | 01AA00    |                   | gestopt | angst
    """.replace("angst|gedrag", "angst, gedrag"))  # fmt: skip

    given.view("aanbod").gives("""
        schooljaar | arrangementscode | plaatsen_plan | plaatsen_praktijk | status
        2018-2019  | X                | 3             | 0                 | actief
        2019-2020  | X                | 3             | ?                 | gestopt
    """)


def test_the_sector_is_that_of_the_monitor_else_of_the_school(given: Given) -> None:
    given.settings = given.settings.model_copy(update={"swv": None})
    given.in_swv("PO0101", "01PO00", schooltype="sbo")
    given.arrangementen("""
        schooljaar | arrangementscode | titel | vestiging | ondersteuningsvragen | niveaus | bereik | plaatsen_plan | status
        2018-2019  | A                | Klas  | 01PO00    | angst                | alle    | swv    | 3             | actief
    """)

    given.view("aanbod").gives("""
        arrangementscode | sector | swv
        A                | po     | PO0101
    """)
