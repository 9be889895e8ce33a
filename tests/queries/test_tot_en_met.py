"""Over which days a file of pupils can be whole, and which months and schooljaren lie in them."""

import datetime as dt

from helpers.drawings import Given


HEAD = "beschikkingsnummer | leerling | soort | besluit | swv | ontvangen | besluitdatum\n"


def tlvs(given: Given, *days: tuple[str, str, int]) -> None:
    """So many tlv's of VO0101 each, received and decided on a day."""
    number = 0
    lines = []
    for received, decided, times in days:
        for _ in range(times):
            number += 1
            lines.append(
                f"T{number} | L{number} | vso | afgegeven | VO0101 | {received} | {decided}"
            )
    given.tlv(HEAD + "\n".join(lines))


def test_from_the_first_schooljaar_with_a_third_of_the_busiest(given: Given) -> None:
    """What there is of the years before are the long cases."""
    tlvs(
        given,
        ("01-10-2014", "", 1),  # a long case
        ("01-10-2015", "", 2),  # 2 of 9: too few
        ("01-10-2016", "", 3),  # a third: whole
        ("01-10-2017", "", 9),  # the busiest
        ("15-12-2019", "", 1),
    )

    given.view("tot_en_met").gives("""
        bron | sector | swv    | vanaf      | tot_en_met
        tlv  | vo     | VO0101 | 2016-08-01 | 2020-01-01
    """)


def test_a_year_without_an_autumn_was_not_there_from_its_beginning(given: Given) -> None:
    tlvs(
        given,
        ("01-02-2017", "", 9),  # from February on
        ("31-10-2017", "", 9),
        ("15-12-2019", "", 1),
    )

    given.view("tot_en_met").gives("""
        vanaf
        2017-08-01
    """)


def test_when_no_year_is_whole_only_the_one_after_the_first_can_be(given: Given) -> None:
    tlvs(given, ("01-02-2018", "", 9), ("01-03-2019", "", 9))

    given.view("tot_en_met").gives("""
        vanaf      | tot_en_met
        2018-08-01 | 2019-03-01
    """)


def test_up_to_the_last_day_in_it_or_the_day_of_delivery_shortly_after(given: Given) -> None:
    given.delivered = dt.date(2019, 5, 1)
    tlvs(given, ("01-09-2018", "31-03-2019", 1))  # 31 days before: nothing happened since

    given.view("tot_en_met").gives("""
        tot_en_met
        2019-05-01
    """)


def test_what_was_delivered_long_after_is_not_whole_up_to_then(given: Given) -> None:
    given.delivered = dt.date(2019, 5, 1)
    tlvs(given, ("01-09-2018", "30-03-2019", 1))  # 32 days before: an old export

    given.view("tot_en_met").gives("""
        tot_en_met
        2019-03-30
    """)


def test_a_day_after_delivery_is_an_agreement_and_no_observation(given: Given) -> None:
    given.delivered = dt.date(2019, 5, 1)
    tlvs(
        given,
        ("01-09-2018", "01-02-2019", 1),
        ("10-02-2019", "01-08-2019", 1),  # to be decided in August: received in February counts
        ("01-09-2019", "", 1),  # and a mistake
    )

    given.view("tot_en_met").gives("""
        tot_en_met
        2019-02-10
    """)


def test_what_others_decided_says_nothing_of_the_list(given: Given) -> None:
    given.tlv(f"""
        {HEAD.strip()}
        T1 | Aya | vso | afgegeven | VO0101 | 01-09-2017 | 01-10-2017
        T2 | Bob | vso | afgegeven | VO0101 | 01-09-2018 | 01-10-2018
        T3 | Cas | vso | afgegeven | VO0102 | 01-09-2015 | 01-12-2019   # a neighbour
    """)

    given.view("tot_en_met").gives("""
        swv    | vanaf      | tot_en_met
        VO0101 | 2017-08-01 | 2018-10-01
    """)


def test_months_and_schooljaren_that_lie_in_it_as_a_whole(given: Given) -> None:
    given.delivered = dt.date(2019, 9, 15)
    tlvs(given, ("01-09-2017", "", 1), ("01-09-2018", "", 1), ("01-09-2019", "", 1))

    given.view("schooljaar").gives("""
        bron | swv    | periode   | begin      | eind
        tlv  | VO0101 | 2017-2018 | 2017-08-01 | 2018-07-31
        tlv  | VO0101 | 2018-2019 | 2018-08-01 | 2019-07-31
    """)
    given.view("maandeinde", "begin >= '2019-01-01' or month(datum) = 2").gives("""
        periode    | maand   | begin
        2018-02-28 | 2018-02 | 2018-02-01
        2019-01-31 | 2019-01 | 2019-01-01
        2019-02-28 | 2019-02 | 2019-02-01
        2019-03-31 | 2019-03 | 2019-03-01
        2019-04-30 | 2019-04 | 2019-04-01
        2019-05-31 | 2019-05 | 2019-05-01
        2019-06-30 | 2019-06 | 2019-06-01
        2019-07-31 | 2019-07 | 2019-07-01
        2019-08-31 | 2019-08 | 2019-08-01
    """)


def test_a_month_that_ends_on_the_last_day_is_whole(given: Given) -> None:
    given.delivered = dt.date(2020, 2, 29)
    tlvs(given, ("01-09-2019", "", 1), ("29-02-2020", "", 1))

    given.view("maandeinde", "begin >= '2020-01-01'").gives("""
        periode
        2020-01-31
        2020-02-29
    """)


def test_each_file_and_sector_apart(given: Given) -> None:
    given.tlv(f"""
        {HEAD.strip()}
        T1 | Aya | vso | afgegeven | VO0101 | 01-09-2017 | 15-12-2019
        T2 | Bob | so  | afgegeven | PO0101 | 01-09-2018 | 15-12-2018
    """)

    given.view("tot_en_met").gives("""
        bron | sector | swv    | vanaf      | tot_en_met
        tlv  | po     | PO0101 | 2018-08-01 | 2018-12-15
        tlv  | vo     | VO0101 | 2017-08-01 | 2020-01-01
    """)


VALID = """
    beschikkingsnummer | leerling | soort | besluit   | swv    | ontvangen  | geldig_vanaf | geldig_tot
"""


def test_the_stock_of_tlvs_is_known_on_month_ends_and_1_october(given: Given) -> None:
    given.delivered = dt.date(2019, 10, 1)
    given.tlv(
        VALID
        + """
        T1 | Aya | vso | afgegeven | VO0101 | 01-09-2015 | 01-08-2016 | 31-07-2019   # three years
        T2 | Bob | vso | afgegeven | VO0101 | 01-10-2019 | 01-08-2020 | 31-07-2021
    """
    )

    given.view("tlv_dag", "moment = '1 oktober' or month(datum) in (8, 9)").gives("""
        moment     | periode    | datum
        1 oktober  | 2018-10-01 | 2018-10-01
        1 oktober  | 2019-10-01 | 2019-10-01
        maandeinde | 2018-08-31 | 2018-08-31
        maandeinde | 2018-09-30 | 2018-09-30
        maandeinde | 2019-08-31 | 2019-08-31
        maandeinde | 2019-09-30 | 2019-09-30
    """)


def test_it_is_known_later_where_tlvs_last_longer(given: Given) -> None:
    """Of four years a quarter of the time is missing on a list of three years."""
    given.tlv(
        VALID
        + """
        T1 | Aya | vso | afgegeven | VO0101 | 01-09-2015 | 01-08-2016 | 31-07-2020   # four years
        T2 | Bob | vso | afgegeven | VO0101 | 01-12-2019 | 01-08-2020 |              # without an end
    """
    )

    given.view("tlv_dag", "moment = '1 oktober'").gives("""
        periode
        2019-10-01
    """)
