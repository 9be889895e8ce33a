"""The stand of thuiszitters on the last day of each month: pupils, and where they live."""

from helpers.drawing_meldingen import MONTHS, region, register, stock
from helpers.drawings import Given


def test_two_meldingen_of_one_pupil_are_one_thuiszitter_where_the_newest_says(
    given: Given,
) -> None:
    region(given)
    register(given).has("""
        nummer | leerling | sinds      | einde      | pc4
        V1     | Aya      | 01-10-2018 |            | 1011
        V2     | Aya      | 15-11-2018 |            | 1021   # again, and by now she lives in Beekstad
        V3     | Bob      | 01-10-2018 | 30-11-2018 | 1011   # back on the last day: not in that stand
    """)

    given.ask("thuiszitters_abs", "gemeente", period="2018-10-31").gives("""
        code   | naam      | teller
        GM0001 | Aadorp    | 2
        GM0002 | Beekstad  | 0
        GM0003 | Ceehuizen | 0          # nobody, and that is known
    """)
    given.ask("thuiszitters_abs", "gemeente", period="2018-11-30").gives("""
        code   | teller
        GM0001 | 0
        GM0002 | 1                      # Aya, once
        GM0003 | 0
    """)
    given.ask("thuiszitters_abs", "swv", period="2018-11-30").gives("""
        code   | teller | waarde
        VO0101 | 1      | 1
    """)


def test_home_is_the_postcode_else_the_gemeente_and_the_school_is_that_of_enrolment(
    given: Given,
) -> None:
    region(given)
    register(given).has("""
        leerling | sinds      | ingeschreven | pc4  | gemeente | vestiging
        Aya      | 01-03-2018 | ja           | 1012 |          | 01AA00
        Bob      | 01-03-2018 | ja           | 9999 | GM0002   | 01AA00   # a postcode nobody knows
        Cas      | 01-03-2018 | ja           |      | GM0001   | 01BB00   # in Aadorp: which wijk?
        Dia      | 01-03-2018 | ja           |      |          | 01BB00   # nobody knows where
        Els      | 01-03-2018 | ja           | 2011 |          | 02CC00   # lives and learns elsewhere
        Fie      | 01-03-2018 | nee          | 1021 |          | 01AA00   # not enrolled, so at no school
    """)

    for per, exp in {
        "gemeente": {"GM0001": 2, "GM0002": 2, "GM0003": 0, "GM0004": 1, "onbekend": 1},
        "subregio": {"VO0101:Noord": 2, "VO0101:Zuid": 2, "onbekend": 2},
        "wijk": {"VO0101:Oost": 0, "VO0101:West": 1, "onbekend": 5},
        "vestiging": {"01AA00": 2, "01BB00": 2, "02CC00": 1, "onbekend": 1},
        "bestuur": {"10001": 2, "10002": 2, "onbekend": 2},
        "swv": {"VO0101": 6},
    }.items():
        found = given.figures("thuiszitters_thuis_ocw", per, period="2018-06-30")
        assert {f.code: f.teller for f in found} == exp, per


def test_without_a_monitor_of_its_own_the_register_is_of_where_most_pupils_live(
    given: Given,
) -> None:
    """The postcode says it, else the gemeente, else the school."""
    region(given)
    register(given, swv="").has("""
        leerling | sinds      | ingeschreven | pc4  | gemeente | vestiging
        Aya      | 01-03-2018 | ja           | 1012 |          | 02CC00
        Bob      | 01-03-2018 | ja           | 2011 |          | 02CC00
        Cas      | 01-03-2018 | ja           |      |          | 01AA00
    """)

    given.ask("thuiszitters_lrv", "swv", period="2018-06-30").gives("""
        code   | teller
        VO0101 | 3
    """)


def test_a_month_without_anybody_is_zero_also_without_a_list_of_postcodes(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | einde
        Aya      | 10-10-2018 | 10-12-2018
    """)

    found = given.figures("thuiszitters_abs", "swv")
    assert [f.periode[:7] for f in found] == MONTHS
    assert [f.periode for f in found if f.teller] == ["2018-10-31", "2018-11-30"]


def test_an_empty_exemption_makes_an_interval(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | vrijstelling
        Aya      | 10-10-2018 | geen
        Bob      | 10-10-2018 | (leeg)         # in ABS, or in one of VRIJ5A, VRIJ5B and VRIJ5C
    """)

    assert stock(given, "ABS", "2018-10-31") == (1, 2)
    assert stock(given, "THUIS_OCW", "2018-10-31") == (1, 2)
    for code in ("VRIJ5A", "VRIJ5B", "VRIJ5C"):
        assert stock(given, code, "2018-10-31") == (0, 1)
    given.ask("thuiszitters_abs", "swv", period="2018-10-31").gives("""
        code   | teller | waarde
        VO0101 | 1–2    | 1–2
    """)


def test_one_melding_that_is_certain_makes_a_pupil_certain(given: Given) -> None:
    register(given).has("""
        nummer | leerling | sinds      | vrijstelling
        V1     | Aya      | 10-10-2018 | (leeg)
        V2     | Aya      | 10-11-2018 | geen
    """)

    assert stock(given, "ABS", "2018-10-31") == (0, 1)
    assert stock(given, "ABS", "2018-11-30") == (1, 1)


def test_classes_of_duration_on_their_borders(given: Given) -> None:
    register(given).has("""
        leerling | sinds
        Aya      | 03-05-2018    # 28 days before 31 May: exactly four weeks
        Bob      | 02-05-2018    # 29 days
        Cas      | 28-02-2018    # three months and three days: 28 May is three months
        Dia      | 01-03-2018    # the day before three months
        Els      | 30-11-2017    # six months and a day
        Fie      | 01-12-2017    # six months on 1 June
        Gus      | 31-05-2017    # twelve months to the day
        Hal      | 30-05-2017    # longer
    """)

    given.ask("thuiszitters_abs", "swv", period="2018-05-31", breakdown="duur").gives("""
        uitsplitsing                 | teller
        duur=tot 4 weken             | 1    # short to long, not by name
        duur=4 weken tot 3 maanden   | 2
        duur=3 tot 6 maanden         | 2
        duur=6 tot 12 maanden        | 2
        duur=langer dan 12 maanden   | 1
    """)


def test_breakdowns_say_what_the_newest_melding_says(given: Given) -> None:
    register(given).has("""
        nummer | leerling | sinds      | reden   | plan             | jeugdhulp | vraag
        V1     | Aya      | 10-09-2018 | angst   | nee              | nee       | autisme
        V2     | Aya      | 10-10-2018 | ziekte  | terug in stapjes | ja        |          # a plan, in words
        V3     | Bob      | 10-10-2018 | ziekte  |                  |           | autisme
        V4     | Cas      | 10-10-2018 |         | Geen             | onbekend  | autisme
    """)

    obs = {
        figure.uitsplitsing: figure.teller
        for part in ("reden", "plan", "jeugdhulp", "ondersteuningsvraag")
        for figure in given.figures("thuiszitters_abs", "swv", period="2018-10-31", breakdown=part)
    }
    assert obs == {
        "reden=ziekte": 2, "reden=onbekend": 1,
        "plan=ja": 1, "plan=nee": 1, "plan=onbekend": 1,
        "jeugdhulp=ja": 1, "jeugdhulp=onbekend": 2,
        "ondersteuningsvraag=autisme": 2, "ondersteuningsvraag=onbekend": 1,
    }  # fmt: skip


def test_groups_take_one_definition_to_another(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | ingeschreven | geoorloofd | vrijstelling | uren   | alle_lessen_gemist
        Aya      | 15-10-2018 | ja           | nee        | geen         | 20     | Ja
        Bob      | 01-09-2018 | ja           | nee        | geen         | 20     | Ja
        Cas      | 01-06-2018 | ja           | nee        | geen         | 10     | Ja
        Dia      | 01-06-2018 | ja           | nee        | 11           | 20     | Ja
        Els      | 01-10-2018 | nee          | nee        | geen         | (leeg) | Ja
        Fie      | 01-06-2018 | nee          | nee        | geen         | (leeg) | Ja
        Gus      | 01-06-2018 | nee          | ja         | 5a           | (leeg) | Ja
        Hal      | 01-06-2018 | ja           | ja         | geen         | 20     | Ja
    """)

    def groups(code: str) -> dict[str, float | None]:
        found = given.figures(f"thuiszitters_{code}", "swv", period="2018-10-31", breakdown="groep")
        return {f.uitsplitsing.removeprefix("groep="): f.teller for f in found}

    longer, shorter = "langer dan 3 maanden", "4 weken tot en met 3 maanden"
    assert groups("rel16") == {
        "ingeschreven, tot en met 4 weken": 1,
        f"ingeschreven, {shorter}": 1,
        f"ingeschreven, {longer} (met vrijstelling)": 1,
    }
    assert groups("thuis_ocw") == {
        f"ingeschreven, {shorter}": 1,
        f"ingeschreven, {longer} (met vrijstelling)": 1,
        f"ingeschreven, {longer} (minder dan 16 uur)": 1,
        "niet ingeschreven, tot en met 3 maanden": 1,
        f"niet ingeschreven, {longer}": 1,
    }
    assert groups("vrij5a") == {"vrijgesteld (artikel 5a)": 1}
    assert groups("geoorl") == {"geoorloofd afwezig": 1}


def test_a_pupil_of_a_basisschool_is_in_the_figures_of_po(given: Given) -> None:
    given.vestigingen("""
        vestiging | postcode | schooltype | swv
        03DD00    | 1011     | bao        | PO0101
    """)
    register(given).has("""
        leerling | sinds      | status      | ingeschreven | vestiging
        Aya      | 01-10-2017 | aangemeld   | ja           | 03DD00
        Bob      | 31-12-2019 | ingetrokken | ja           | 03DD00   # so that 2018 is whole in po too
    """)

    given.ask("thuiszitters_lrv_po", "swv", period="2018-06-30").gives("""
        code   | teller
        PO0101 | 1
    """)
    given.ask("thuiszitters_lrv", "swv", period="2018-06-30").gives("""
        code   | teller
        VO0101 | 0
    """)
