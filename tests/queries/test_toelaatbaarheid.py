"""Tlv's: who decided, whose list it is, and which of them are valid; and what follows from that."""

from helpers.drawing_tlv import SCHOOLS, counted, draw, region
from helpers.drawings import Given

from monitor.store.settings import Settings


def test_who_decided(given: Given) -> None:
    region(given)
    given.tlv("""
        beschikkingsnummer | leerling | soort | ontvangen  | besluit | swv     | herkomst_vestiging | postcode4
        T1                 | Aya      | vso   | 01-10-2018 | open    | VO 0101 | 02AA00             | 1021       # who is named
        T2                 | Bob      | vso   | 01-10-2018 | open    |         | 02AA00             | 1011       # else of the school
        T3                 | Cas      | vso   | 01-10-2018 | open    |         | 09ZZ00             | 1021       # else of the home
        T4                 | Dee      | vso   | 01-10-2018 | open    |         |                    | 1012
        T5                 | Eva      | vso   | 01-10-2018 | open    |         |                    | 9999       # nobody knows
    """)

    given.view("toelaatbaarheid").gives("""
        beschikkingsnummer | swv    | eigenaar | is_eigen
        T1                 | VO0101 | VO0101   | ja
        T2                 | VO0102 | VO0101   | nee
        T3                 | VO0102 | VO0101   | nee
        T4                 | VO0101 | VO0101   | ja
        T5                 | VO0101 | VO0101   | ja
    """)


def test_whose_list_it_is_the_settings_say_else_who_decides_most(given: Given) -> None:
    given.settings = Settings(swv="VO0102")
    region(given)
    draw(
        given,
        """
        swv    | van
        VO0101 | 01-08-2018
        VO0102 | 01-08-2018
    """,
    )

    given.view("toelaatbaarheid", "besluit = 'afgegeven'").gives("""
        swv    | eigenaar | is_eigen
        VO0101 | VO0102   | nee
        VO0102 | VO0102   | ja
    """)


def test_two_lists_of_two_samenwerkingsverbanden_each_have_their_own(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        nr | swv    | van
        A1 | VO0101 | 01-08-2018
        A2 | VO0102 | 01-08-2018
    """,
    )
    given.tlv("""
        beschikkingsnummer | leerling | soort | ontvangen  | besluit   | swv
        B1                 | Bob      | vso   | 01-10-2018 | afgegeven | VO0102
        B2                 | Cas      | vso   | 01-10-2018 | afgegeven | VO0102
        B3                 | Dee      | vso   | 01-10-2018 | afgegeven | VO0101
    """)

    given.view("toelaatbaarheid", "besluit = 'afgegeven'").gives("""
        beschikkingsnummer | swv    | is_eigen
        A1                 | VO0101 | ja
        A2                 | VO0102 | nee
        B1                 | VO0102 | ja
        B2                 | VO0102 | ja
        B3                 | VO0101 | nee
    """)


def test_one_list_may_hold_both_sectors(given: Given) -> None:
    region(given)
    given.tlv("""
        beschikkingsnummer | leerling | soort | ontvangen  | besluit | herkomst_vestiging
        T1                 | Aya      | vso   | 01-10-2018 | open    | 01AA00
        T2                 | Bob      | so    | 01-10-2018 | open    | 01BB00
        T3                 | Cas      | sbo   | 01-10-2018 | open    | 01BB00
    """)

    given.view("toelaatbaarheid").gives("""
        beschikkingsnummer | sector | swv    | is_eigen | eenheid
        T1                 | vo     | VO0101 | ja       | tlv/vo/VO0101/01AA00
        T2                 | po     | PO0101 | ja       | tlv/po/PO0101/01BB00
        T3                 | po     | PO0101 | ja       | tlv/po/PO0101/01BB00
    """)


def test_what_is_issued_and_can_be_valid(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        leerling | besluit     | van        | tot        | bestemming
        Aya      | afgegeven   | 01-08-2018 | 31-07-2020 | 01CC00
        Bob      | afgegeven   | 01-08-2018 |            | 02CC00       # without an end
        Cas      | afgegeven   | 01-08-2018 | 01-08-2018 | 09ZZ00       # one day; no list knows where
        Dee      | afgegeven   | 01-08-2018 | 31-07-2018 |              # ends before it begins
        Eva      | afgegeven   |            | 31-07-2020 |              # not known since when
        Fay      | ingetrokken | 01-08-2018 | 31-07-2020 |
        Gea      | afgewezen   | 01-08-2018 | 31-07-2020 |
    """,
    )

    given.view("toelaatbaarheid", "leerling <> 'Rand'").gives("""
        leerling | is_afgegeven | bestemming_swv
        Aya      | ja           | VO0101
        Bob      | ja           | VO0102
        Cas      | ja           | ?
        Dee      | nee          | ?
        Eva      | nee          | ?
        Fay      | nee          | ?
        Gea      | nee          | ?
    """)


def test_one_row_per_number_and_pupil_also_without_schools_or_postcodes(given: Given) -> None:
    draw(
        given,
        """
        nr | leerling | van        | herkomst | pc4
        A1 | Aya      | 01-08-2018 | 01AA00   | 1011
        A1 | Bob      | 01-08-2018 |          |
    """,
    )

    given.view("toelaatbaarheid", "leerling <> 'Rand'").gives("""
        beschikkingsnummer | leerling | swv
        A1                 | Aya      | VO0101
        A1                 | Bob      | VO0101
    """)


def test_an_unbroken_time_is_one_stay(given: Given) -> None:
    region(given)
    draw(
        given,
        """
        nr | leerling | van        | tot        | overgang   | bestemming | leeftijd | ontvangen
        A1 | Aya      | 01-08-2016 | 31-07-2018 | nieuw      | 01CC00     | 13       | 01-05-2016
        A2 | Aya      | 01-08-2018 | 31-07-2020 | verlenging | 01CC01     | 15       | 01-05-2018   # the next day
        A3 | Bob      | 01-08-2016 | 31-07-2020 | nieuw      | 01CC00     | 13       | 01-05-2016
        A4 | Bob      | 01-08-2017 | 31-07-2018 | verlenging | 01CC01     | 14       | 01-05-2017   # lies within the first
        A5 | Bob      | 01-08-2020 | 31-07-2021 | verlenging | 01CC00     | 17       | 01-05-2019   # follows on the long one
        A6 | Cas      | 01-08-2016 | 31-07-2018 | nieuw      |            |          | 01-05-2016
        A7 | Cas      | 02-08-2018 |            |            |            |          | 01-05-2018   # a day between: another stay
    """,
    )

    given.view("tlv_verblijf").gives("""
        leerling | nummer | van        | tot        | overgang | bestemming | leeftijd
        Aya      | 1      | 2016-08-01 | 2020-07-31 | nieuw    | 01CC01     | 17
        Bob      | 1      | 2016-08-01 | 2021-07-31 | nieuw    | 01CC00     | 19
        Cas      | 1      | 2016-08-01 | 2018-07-31 | nieuw    | onbekend   | ?
        Cas      | 2      | 2018-08-02 | ?          | onbekend | onbekend   | ?
    """)


def test_the_same_on_every_run_when_all_is_equal(given: Given) -> None:
    """Two tlv's with the same days: the highest number says where the pupil is."""
    region(given)
    draw(
        given,
        """
        nr | leerling | van        | tot        | herkomst | bestemming
        A2 | Aya      | 01-08-2018 | 31-07-2020 | 01AA01   | 01CC01
        A1 | Aya      | 01-08-2018 | 31-07-2020 | 01AA00   | 01CC00
    """,
    )

    given.view("tlv_verblijf").gives("""
        leerling | bestemming | eenheid
        Aya      | 01CC01     | tlv/vo/VO0101/01AA01
    """)


def test_places_where_nobody_has_to_be(given: Given) -> None:
    """The schools of the last count before it; without a count the samenwerkingsverband itself."""
    counted(region(given), 2018)
    draw(
        given,
        """
        van
        01-08-2018
    """,
    )

    given.view("nul", "moment = 'schooljaar' and periode >= '2017'").gives("""
        bron | swv    | periode   | eenheid
        tlv  | VO0101 | 2017-2018 | tlv/vo/VO0101/
        tlv  | VO0101 | 2018-2019 | 01AA00
        tlv  | VO0101 | 2018-2019 | 01AA01
        tlv  | VO0101 | 2018-2019 | 01CC00
        tlv  | VO0101 | 2018-2019 | 01PP00
    """)
    assert "02AA00" in SCHOOLS  # of others: never nought with us
