"""Where a tlv is counted: who decided, and the school that the pupil comes from."""

from helpers.drawing_tlv import draw, region
from helpers.drawings import Given


def test_a_tlv_counts_with_who_decided_at_the_school_it_comes_from(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        herkomst
        01AA00
    """,
    )

    given.view("eenheid", "eenheid = 'tlv/vo/VO0101/01AA00'").gives("""
        per       | code         | naam                  | swv    | sector
        bestuur   | 10001        | Bestuur 10001         | VO0101 | vo
        gemeente  | GM0101       | Aadorp                | VO0101 | vo
        land      | NL           | Nederland             | VO0101 | vo
        subregio  | VO0101:Noord | Noord                 | VO0101 | vo
        swv       | VO0101       | VO0101 (Beestad e.o.) | VO0101 | vo
        vestiging | 01AA00       | School                | VO0101 | vo
        wijk      | VO0101:Dorp  | Dorp                  | VO0101 | vo
    """)


def test_of_a_school_of_others_only_the_school_has_a_name(given: Given) -> None:
    """A gemeente of theirs is no part of us; what we decided counts with us all the same."""
    region(given)
    draw(
        given,
        """
        herkomst
        02AA00
    """,
    )

    given.view("eenheid", "eenheid = 'tlv/vo/VO0101/02AA00' and per <> 'land'").gives("""
        per       | code     | naam
        bestuur   | onbekend | Onbekend of elders
        gemeente  | onbekend | Onbekend of elders
        subregio  | onbekend | Onbekend of elders
        swv       | VO0101   | VO0101 (Beestad e.o.)
        vestiging | 02AA00   | School
        wijk      | onbekend | Onbekend of elders
    """)


def test_what_is_not_known_stays_countable(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        leerling | herkomst
        Aya      |            # not filled in
        Bob      | 09ZZ00     # on no list
    """,
    )

    given.view("eenheid", "per = 'vestiging' and starts_with(eenheid, 'tlv/')").gives("""
        eenheid              | code     | naam
        tlv/vo/VO0101/       | onbekend | Onbekend of elders
        tlv/vo/VO0101/09ZZ00 | 09ZZ00   | 09ZZ00
    """)


def test_every_unit_has_one_place_at_every_level(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        herkomst | swv
        01AA00   | VO0101
        02AA00   | VO0101
        09ZZ00   | VO0101
        02AA00   | VO0102
        01AA01   | VO0102
    """,
    )

    wrong = given.store.rows(
        "select sector, eenheid, count(*), count(distinct per) from views.eenheid "
        "group by sector, eenheid having count(*) <> 7 or count(distinct per) <> 7"
    )
    assert wrong == []


def test_a_school_itself_is_a_unit_too(given: Given) -> None:
    """Its pupils are the noemer."""
    region(given)
    draw(
        given,
        """
        herkomst
        01AA00
    """,
    )

    given.view(
        "eenheid", "eenheid = '01AA00' and sector = 'vo' and per in ('swv', 'wijk')"
    ).gives("""
        per  | code
        swv  | VO0101
        wijk | VO0101:Dorp
    """)
