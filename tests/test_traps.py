"""What went wrong in the dashboard that this monitor is modelled on, by name: each would be easy to
do again, and none of it would look wrong."""

import pytest
from helpers.drawing_meldingen import region, register, stock
from helpers.drawings import Given

from monitor.figures import differences
from monitor.figures.catalogue import catalogue
from monitor.figures.door import indicator_named
from monitor.store.definitions import definitions


# ---------------------------------------------- (i) "no end date" disagrees with "active"


def test_no_end_date_is_not_active_when_the_melding_was_closed_or_withdrawn(given: Given) -> None:
    """A count of empty ends would give 5; three of them are at home."""
    register(given).has("""
        leerling | sinds      | einde | status
        Aya      | 01-10-2018 |       | aangemeld
        Bob      | 01-10-2018 |       | invoer school
        Cas      | 01-10-2018 |       | in behandeling
        Dia      | 01-10-2018 |       | afgesloten       # closed, and nobody wrote down when
        Els      | 01-10-2018 |       | ingetrokken
    """)

    assert stock(given, "ABS", "2018-10-31") == (3, 3)
    assert given.findings("melding_zonder_einde"), "Dia is not silently left out"


def test_what_is_closed_now_was_active_until_its_end(given: Given) -> None:
    """Else last year's stand would fall whenever somebody closes a melding."""
    register(given).has("""
        leerling | sinds      | einde      | status
        Aya      | 01-10-2018 | 15-12-2018 | afgesloten
    """)

    assert stock(given, "ABS", "2018-10-31") == (1, 1)
    assert stock(given, "ABS", "2018-11-30") == (1, 1)
    assert stock(given, "ABS", "2018-12-31") == (0, 0)


def test_the_years_of_who_was_closed_without_an_end_do_not_count_him_either(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | status
        Aya      | 01-10-2018 | afgesloten
    """)

    found = given.figures("thuiszitters_jaar_abs", "swv")
    assert {f.periode: f.teller_max for f in found} == {"2017-2018": 0, "2018-2019": 0}


# ------------------------------------------------- (ii) per 1.000: thuiszitters, not all absence


@pytest.mark.parametrize("measure", ["thuiszitters", "thuiszitters_jaar"])
def test_per_1000_has_the_thuiszitters_above_the_line_and_not_all_absence(
    given: Given, measure: str
) -> None:
    region(given)
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01AA00    | 01-10-2018 | vo         | 900
        01BB00    | 01-10-2018 | vso        | 100
    """)
    register(given).has("""
        leerling | sinds      | ingeschreven | geoorloofd | vrijstelling | vestiging
        Aya      | 01-10-2018 | nee          | nee        | geen         |             # a thuiszitter
        Bob      | 01-07-2019 | ja           | nee        | geen         | 01AA00      # 30 days on 31 July
        Cas      | 20-07-2019 | ja           | nee        | geen         | 01AA00      # not four weeks yet
        Dia      | 01-10-2018 | ja           | ja         | geen         | 01AA00      # ill
        Els      | 01-10-2018 | nee          | ja         | 5a           |             # exempt
    """)
    period = "2019-07-31" if measure == "thuiszitters" else "2018-2019"
    counts = {
        code: figure.teller
        for code in definitions()
        for figure in given.figures(f"{measure}_{code.lower()}", "swv", period=period)
    }
    per_1000 = {
        code: (figure.teller, figure.noemer, figure.waarde)
        for code in definitions()
        for figure in given.figures(f"{measure}_promille_{code.lower()}", "swv", period=period)
    }

    assert counts == {
        "ABS": 1, "LRV": 1, "REL16": 0, "THUIS_OCW": 2, "THUIS_REG": 1, "THUIS_PACT": 1,
        "VRIJ5A": 1, "VRIJ5B": 0, "VRIJ5C": 0, "GEOORL": 1,
    }  # fmt: skip
    assert per_1000 == {code: (n, 1000, n) for code, n in counts.items()}


# --------------------------------------------------------------------- (iii) melding ≠ leerling


def test_a_melding_is_not_a_pupil(given: Given) -> None:
    """Three meldingen of one pupil: in every figure he is one."""
    register(given).has("""
        nummer | leerling | sinds      | einde      | plan
        V1     | Aya      | 01-09-2018 | 10-11-2018 | nee
        V2     | Aya      | 01-10-2018 |            | nee
        V3     | Aya      | 10-10-2018 | 12-12-2018 | nee
        V4     | Bob      | 01-10-2018 |            | ja
    """)

    assert stock(given, "ABS", "2018-10-31") == (2, 2)
    assert stock(given, "THUIS_OCW", "2018-10-31") == (2, 2)
    for name, period, exp in (
        ("thuiszitters_jaar_abs", "2018-2019", 2),
        ("thuiszitters_in_abs", "2018-09", 1),
        ("thuiszitters_in_abs", "2018-10", 1),
        ("thuiszitters_uit_abs", "2018-11", 0),
        ("thuiszitters_uit_abs", "2018-12", 0),
        ("thuiszitters_duur_abs", "2018-10-31", 2),
        ("thuiszitters_zonder_plan_abs", "2018-10-31", 1),
        ("thuiszitters_terug_3_abs", "2018-2019", 2),
    ):
        (figure,) = given.figures(name, "swv", period=period)
        assert figure.teller == exp, name


# ------------------------------------------------------------------- (iv) growth is a difference


def test_growth_is_a_difference_in_pupils_and_no_ratio(given: Given) -> None:
    register(given).has("""
        leerling | sinds
        Aya      | 01-10-2018
        Bob      | 01-10-2018
        Cas      | 01-11-2018
    """)
    before, now = (
        given.figures("thuiszitters_abs", "swv", period=day)[0]
        for day in ("2018-10-31", "2018-11-30")
    )
    words = differences.change(now, before, indicator_named("thuiszitters_abs"))

    # And not half as many again, 50 % or 1.5.
    assert words.split()[0] == "1"
    assert "%" not in words


def test_a_stand_is_not_a_number_in_a_year(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | einde
        Aya      | 01-09-2018 | 20-09-2018
        Bob      | 01-11-2018 | 20-11-2018
        Cas      | 01-02-2019 | 20-03-2019
    """)
    stand = given.figures("thuiszitters_abs", "swv", period="2019")
    (year,) = given.figures("thuiszitters_jaar_abs", "swv", period="2018-2019")

    assert year.teller == 3
    assert max(figure.teller or 0 for figure in stand) == 1


@pytest.mark.parametrize("code", sorted(definitions()))
def test_every_figure_says_in_its_name_what_it_is_and_under_which_definition(code: str) -> None:
    """Stand, in the schooljaar, in and out are never one heading; nor are two definitions."""
    own = [one for one in catalogue().values() if one.definitie == code and one.sector == "vo"]
    definition = definitions()[code]

    # Who came and who left in a schooljaar are two of them.
    assert len({one.title for one in own}) == len(own) == 13
    assert len({one.short for one in own}) == len(own)
    assert all(one.title.startswith(f"{definition.title}: ") for one in own)
    assert all(one.definition.startswith(definition.text) for one in own)
    by_measure = {one.measure: one for one in own}
    assert "stand" in by_measure["thuiszitters"].title
    assert "in het schooljaar" in by_measure["thuiszitters_jaar"].title


# ------------------------------------------------------------------------- the rules themselves


@pytest.mark.parametrize(
    ("sinds", "einde", "is_active"),
    [
        ("01-10-2018", "", True),
        ("31-10-2018", "", True),  # since ≤ D
        ("01-11-2018", "", False),
        ("01-10-2018", "31-10-2018", False),  # until > D, so not on the day itself
        ("01-10-2018", "01-11-2018", True),
        ("31-10-2018", "31-10-2018", False),
        ("31-10-2018", "01-11-2018", True),
    ],
)
def test_active_on_a_day_is_since_up_to_that_day_and_an_end_after_it(
    given: Given, sinds: str, einde: str, is_active: bool
) -> None:
    register(given).has(f"""
        leerling | sinds | einde
        Aya | {sinds} | {einde}
    """)

    assert stock(given, "ABS", "2018-10-31") == (is_active, is_active)


@pytest.mark.parametrize(
    ("sinds", "einde", "is_active"),
    [
        ("01-10-2018", "", True),
        ("31-07-2019", "", True),  # since ≤ the last day
        ("01-08-2019", "", False),
        ("01-06-2018", "01-08-2018", True),  # until ≥ the first day: the day itself counts
        ("01-06-2018", "31-07-2018", False),
        ("01-08-2018", "01-08-2018", True),
        ("31-07-2019", "31-07-2019", True),
    ],
)
def test_active_in_a_year_is_since_up_to_its_last_day_and_an_end_from_its_first(
    given: Given, sinds: str, einde: str, is_active: bool
) -> None:
    register(given).has(f"""
        leerling | sinds | einde
        Aya | {sinds} | {einde}
    """)

    (figure,) = given.figures("thuiszitters_jaar_abs", "swv", period="2018-2019")
    assert (figure.teller, figure.teller_max) == (is_active, is_active)
