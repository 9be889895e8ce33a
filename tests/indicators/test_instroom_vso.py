"""Instroom vso: new tlv's decided in a schooljaar, over the pupils of the sending schools."""

from helpers.drawing_tlv import counted, draw, region
from helpers.drawings import Given

from monitor.figures import differences
from monitor.figures.door import indicator_named


def test_new_ones_by_the_day_of_the_decision_at_the_school_they_come_from(given: Given) -> None:
    counted(region(given), 2017)
    draw(given, """
        besloten   | overgang   | besluit     | soort | herkomst
        01-08-2017 | nieuw      | afgegeven   | vso   | 01AA00   # the first day of the schooljaar
        31-07-2018 | nieuw      | afgegeven   | vso   | 01AA01   # the last day
        01-08-2018 | nieuw      | afgegeven   | vso   | 01AA00   # the next schooljaar
        31-07-2017 | nieuw      | afgegeven   | vso   | 01AA00   # the one before, without a count
        10-03-2018 | verlenging | afgegeven   | vso   | 01AA00   # is in the vso already
        10-03-2018 | verhuizing | afgegeven   | vso   | 01AA00   # came with a tlv of elsewhere
        10-03-2018 | nieuw      | afgewezen   | vso   | 01AA00   # not issued
        10-03-2018 | nieuw      | ingetrokken | vso   | 01AA00   # withdrawn
        10-03-2018 | nieuw      | afgegeven   | so    | 01AA00   # is of the po
    """)  # fmt: skip

    given.ask("instroom_vso", "swv", period="2017-2018").gives("""
        code   | periode   | teller | noemer | waarde
        VO0101 | 2017-2018 | 2      | 1600   | 0.12
    """)
    given.ask("instroom_vso", "vestiging", period="2017-2018").gives("""
        code   | teller | noemer | waarde
        01AA00 | 1      | 1000   | 0.1
        01AA01 | 1      | 500    | 0.2
        01PP00 | 0      | 100    | 0       # nobody, which is known
    """)


def test_trap_v_what_was_received_and_what_was_decided_differ(given: Given) -> None:
    """Domain 3.1 (v): this counts by the day of the decision, and says so."""
    counted(region(given), 2017, 2018)
    draw(
        given,
        """
        ontvangen  | besloten
        20-06-2018 | 15-09-2018   # asked for in one schooljaar, decided in the next
        20-06-2018 | 20-07-2018
    """,
    )

    given.ask("instroom_vso", "swv").gives("""
        periode   | teller
        2017-2018 | 1
        2018-2019 | 1
    """)
    assert "waarover in het schooljaar is besloten" in indicator_named("instroom_vso").definition


def test_trap_iv_growth_is_a_difference_and_no_ratio(given: Given) -> None:
    """Domain 3.1 (iv): from 0.1 to 0.2 % is 0,1 procentpunt and not 2 or 100 %."""
    counted(region(given), 2017, 2018)
    draw(
        given,
        """
        besloten   | herkomst
        10-03-2018 | 01AA00
        10-03-2019 | 01AA00
        11-03-2019 | 01AA00
    """,
    )
    indicator = indicator_named("instroom_vso")
    before, now = given.figures("instroom_vso", "vestiging", codes=("01AA00",))

    assert differences.change(now, before, indicator) == "0,10\u00a0procentpunt hoger"
    assert differences.change(before, now, indicator) == "0,10\u00a0procentpunt lager"


def test_whether_it_is_new_is_not_filled_in(given: Given) -> None:
    counted(region(given), 2017)
    draw(
        given,
        """
        besloten   | overgang
        10-03-2018 | nieuw
        10-03-2018 |            # may be new, may be an extension
    """,
    )

    given.ask("instroom_vso", "swv", period="2017-2018").gives("""
        code   | teller | waarde
        VO0101 | 1–2    | 0.06–0.12
    """)


def test_a_pupil_with_two_new_tlvs_counts_twice_and_one_number_may_be_of_two(given: Given) -> None:
    """BESCHIKKINGSNUMMER alone is not unique; with LEERLING it is."""
    counted(region(given), 2017)
    draw(
        given,
        """
        nr | leerling | besloten
        A1 | Aya      | 10-03-2018
        A2 | Aya      | 10-05-2018   # a second one for the same pupil
        A1 | Bob      | 10-03-2018   # the same number, another pupil
    """,
    )

    given.ask("instroom_vso", "swv", period="2017-2018").gives("""
        code   | teller
        VO0101 | 3
    """)


def test_where_they_come_from_is_unknown_or_elsewhere(given: Given) -> None:
    counted(region(given), 2017)
    draw(
        given,
        """
        besloten   | herkomst | swv
        10-03-2018 | 01AA00   | VO0101
        10-03-2018 |          | VO0101   # not enrolled, or not filled in
        10-03-2018 | 02AA00   | VO0101   # we decided, of a pupil from a school of others
        10-03-2018 | 09ZZ00   | VO0101   # a school that no list knows
    """,
    )

    given.ask("instroom_vso", "swv", period="2017-2018").gives("""
        code   | teller | noemer
        VO0101 | 4      | 1600
    """)
    given.ask("instroom_vso", "gemeente", period="2017-2018").gives("""
        code     | naam               | teller | noemer | waarde
        GM0101   | Aadorp             | 1      | 1100   | 0.09
        GM0102   | Beestad            | 0      | 500    | 0
        onbekend | Onbekend of elders | 3      | 0      | ?
    """)
    given.ask("instroom_vso", "vestiging", period="2017-2018").gives("""
        code     | naam               | teller | waarde
        01AA00   | School             | 1      | 0.1
        01AA01   | School             | 0      | 0
        01PP00   | School             | 0      | 0
        02AA00   | School             | 1      | ?
        09ZZ00   | 09ZZ00             | 1      | ?
        onbekend | Onbekend of elders | 1      | ?
    """)


def test_what_another_swv_decided_gives_no_figure_of_it_or_of_us(given: Given) -> None:
    counted(region(given), 2017)
    draw(
        given,
        """
        besloten   | swv    | herkomst
        10-03-2018 | VO0101 | 01AA00
        10-03-2018 | VO0102 | 02AA00   # comes to our vso: only a part of what VO0102 decides
        11-03-2018 |        | 02AA00   # not said who decided: the SWV of the school did
    """,
    )

    given.ask("instroom_vso", "swv", period="2017-2018").gives("""
        code   | teller
        VO0101 | 1
    """)


def test_who_decided_is_who_is_named_else_of_the_school_else_of_the_home(given: Given) -> None:
    counted(region(given), 2017)
    draw(
        given,
        """
        besloten   | swv    | herkomst | pc4
        10-03-2018 |        | 01AA00   | 1021   # the school goes before the home
        10-03-2018 |        |          | 1011   # at no school: where the pupil lives
        10-03-2018 |        |          | 1021   # lives elsewhere: not ours
        10-03-2018 |        |          |        # nothing known: of who delivered
    """,
    )

    given.ask("instroom_vso", "swv", period="2017-2018").gives("""
        code   | teller
        VO0101 | 3
    """)


def test_the_running_schooljaar_is_not_given(given: Given) -> None:
    """It would look like a fall."""
    counted(region(given), 2018, 2019)
    draw(
        given,
        """
        besloten   | herkomst
        10-03-2019 | 01AA00
        10-11-2019 | 01AA00   # the list ends on 1 January 2020
    """,
    )

    given.ask("instroom_vso", "swv").gives("""
        periode   | teller
        2018-2019 | 1
    """)


def test_a_schooljaar_without_a_count_of_pupils_has_no_figure(given: Given) -> None:
    counted(region(given), 2018)
    draw(
        given,
        """
        besloten   | herkomst
        10-03-2016 | 01AA00   # nobody knows over how many pupils
        10-03-2019 | 01AA00
    """,
    )

    for per in ("swv", "bestuur", "vestiging"):
        periods = {figure.periode for figure in given.figures("instroom_vso", per)}
        assert periods == {"2018-2019"}, per


def test_a_count_of_which_the_source_hides_a_part(given: Given) -> None:
    region(given)
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01AA00    | 01-10-2017 | vo         | 996
        01PP00    | 01-10-2017 | pro        | <5
        01AA01    | 01-10-2017 | vo         | 100
    """)
    draw(
        given,
        """
        besloten
        10-03-2018
    """,
    )

    given.ask("instroom_vso", "swv", period="2017-2018").gives("""
        teller | noemer
        1      | 1097–1100
    """)


def test_the_last_count_is_used_for_two_years_and_no_longer(given: Given) -> None:
    counted(region(given), 2016)
    draw(
        given,
        """
        besloten
        10-03-2019
    """,
    )

    given.ask("instroom_vso", "swv").gives("""
        periode   | teller | noemer
        2016-2017 | 0      | 1600
        2017-2018 | 0      | 1600
        2018-2019 | 1      | 1600
    """)
    # March 2019 is more than two years later.
    assert given.figures("instroom_vso_12m", "swv", period="2019-03-31") == []


def test_teller_and_noemer_of_a_school_that_moved_stand_in_one_place(given: Given) -> None:
    """faults.md A1: pupils stood where the school was then, and its tlv's where it is now: a
    gemeente had the one without the other."""
    counted(region(given), 2017, 2018)
    given.vestigingen_vo("""
        vestiging | lijstdatum | postcode
        01AA09    | 2016-01-01 | 1011       # Aadorp, nearest to the count of 2017
        01AA09    | 2020-01-01 | 1012       # Beestad, nearest to that of 2018
    """)
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01AA09    | 2017-10-01 | vo         | 400
        01AA09    | 2018-10-01 | vo         | 400
    """)
    draw(
        given,
        """
        besloten   | herkomst
        10-03-2018 | 01AA09
        11-03-2018 | 01AA09
        10-03-2019 | 01AA09
    """,
    )

    for per, then, now in (
        ("gemeente", "GM0101", "GM0102"),
        ("wijk", "VO0101:Dorp", "VO0101:Stad"),
    ):
        given.ask("instroom_vso", per, codes=[then, now]).gives(f"""
            code   | periode   | teller | noemer
            {then} | 2017-2018 | 2      | 1500
            {then} | 2018-2019 | 0      | 1100
            {now}  | 2017-2018 | 0      | 500
            {now}  | 2018-2019 | 1      | 900
        """)
    given.ask("instroom_vso", "swv").gives("""
        code   | periode   | teller | noemer
        VO0101 | 2017-2018 | 2      | 2000
        VO0101 | 2018-2019 | 1      | 2000
    """)
