"""The ten definitions of thuiszitter, each against a drawing, and the register that they stand in.

`vanaf` is the first day on which a melding meets a definition, `tot` the first on which it no
longer does.
"""

import re

import pytest
from helpers.drawing_meldingen import in_school_weeks, meets, register, stock
from helpers.drawings import Given

from monitor.resources import QUERIES
from monitor.store.definitions import definitions
from monitor.store.query_files import queries


CODES = [
    "ABS", "REL16", "LRV", "THUIS_OCW", "THUIS_REG", "THUIS_PACT",
    "VRIJ5A", "VRIJ5B", "VRIJ5C", "GEOORL",
]  # fmt: skip
ENROLLED = """
    leerling | sinds      | einde      | ingeschreven | geoorloofd | vrijstelling | uren | status
    vier     | 01-10-2018 | 29-10-2018 | ja           | nee        | geen         | 80   | afgesloten   # 28 days: exactly four weeks
    vier-en  | 01-10-2018 | 30-10-2018 | ja           | nee        | geen         | 80   | afgesloten   # 29 days: four weeks and a day
    vijf     | 01-10-2018 | 31-10-2018 | ja           | nee        | geen         | 80   | afgesloten   # 30 days
    drie     | 01-10-2018 | 01-01-2019 | ja           | nee        | geen         | 80   | afgesloten   # exactly three months
    drie-en  | 01-10-2018 | 02-01-2019 | ja           | nee        | geen         | 80   | afgesloten   # three months and a day
    lang     | 30-11-2018 |            | ja           | nee        | geen         | 80   | in behandeling  # no 30 February
    ziek     | 01-10-2018 |            | ja           | ja         | geen         | 80   | aangemeld    # lawful
    uren15   | 01-10-2018 | 10-10-2018 | ja           | nee        | geen         | 15   | afgesloten   # an hour too few
    uren16   | 01-10-2018 | 10-10-2018 | ja           | nee        | geen         | 16   | afgesloten   # the limit itself
    uren     | 01-10-2018 | 10-10-2018 | ja           | nee        | geen         |      | afgesloten   # nobody knows
    elf      | 01-10-2018 | 10-10-2018 | ja           | ja         | 11           | 80   | afgesloten   # let off school
    elf-nee  | 01-10-2018 | 31-12-2018 | ja           | nee        | 11           | 15   | afgesloten   # an exemption, and unlawful
    leeg     | 01-10-2018 | 31-12-2018 | ja           | nee        | (leeg)       | 15   | afgesloten   # exemption not filled in
    weg      | 01-10-2018 |            | ja           | nee        | geen         | 80   | ingetrokken  # withdrawn: never was
    dicht    | 01-10-2018 |            | ja           | nee        | geen         | 80   | afgesloten   # closed, and no end: unusable
    terug    | 01-10-2018 | 28-09-2018 | ja           | nee        | geen         | 80   | afgesloten   # ends before it begins
    dag      | 01-10-2018 | 01-10-2018 | ja           | nee        | geen         | 80   | afgesloten   # ends the day it begins
"""
ELSEWHERE = """
    leerling | sinds      | einde      | ingeschreven | geoorloofd | vrijstelling | status
    geen     | 01-10-2018 |            | nee          | nee        | geen         | aangemeld
    school   | 01-10-2018 |            | nee          | nee        | geen         | invoer school
    wettig   | 01-10-2018 | 01-02-2019 | nee          | ja         | geen         | afgesloten   # called lawful, but no exemption
    leeg     | 01-10-2018 |            | nee          | nee        | (leeg)       | aangemeld    # exemption not filled in
    5a       | 01-10-2018 |            | nee          | ja         | 5a           | aangemeld
    5a-in    | 01-10-2018 |            | ja           | ja         | 5a           | aangemeld    # still enrolled
    5b       | 01-10-2018 |            | nee          | ja         | 5b           | aangemeld
    5c       | 01-10-2018 |            | nee          | ja         | 5c           | aangemeld
    11       | 01-10-2018 |            | nee          | ja         | 11           | aangemeld
    15       | 01-10-2018 |            | nee          | ja         | 15           | aangemeld    # goes to school elsewhere
    weg      | 01-10-2018 |            | nee          | nee        | geen         | ingetrokken
    dicht    | 01-10-2018 |            | nee          | nee        | geen         | afgesloten   # closed, and no end
    terug    | 01-10-2018 | 30-09-2018 | nee          | nee        | geen         | afgesloten   # ends before it begins
    dag      | 01-10-2018 | 01-10-2018 | nee          | nee        | geen         | afgesloten   # ends the day it begins
    drie     | 01-10-2018 | 01-01-2019 | nee          | nee        | geen         | afgesloten   # exactly three months
"""
NOBODY = ""
EXPECTED = {
    ("LRV", ENROLLED): """
        leerling | vanaf      | tot        | zeker
        drie     | 2018-10-30 | 2019-01-01 | ja
        drie-en  | 2018-10-30 | 2019-01-02 | ja
        elf-nee  | 2018-10-30 | 2018-12-31 | nee    # faults.md A7: 15 hours do not say all lessons
        lang     | 2018-12-29 | ?          | ja
        leeg     | 2018-10-30 | 2018-12-31 | nee    # LRV asks for no exemption, but for 80 hours
        vier-en  | 2018-10-30 | 2018-10-30 | ja     # in no stand, but it was longer than four weeks
        vijf     | 2018-10-30 | 2018-10-31 | ja
    """,
    ("THUIS_REG", ENROLLED): """
        leerling | vanaf      | tot        | zeker
        drie     | 2018-10-30 | 2019-01-01 | ja
        drie-en  | 2018-10-30 | 2019-01-02 | ja
        lang     | 2018-12-29 | ?          | ja
        leeg     | 2018-10-30 | 2018-12-31 | nee    # may have an exemption
        vier-en  | 2018-10-30 | 2018-10-30 | ja
        vijf     | 2018-10-30 | 2018-10-31 | ja
    """,
    ("THUIS_OCW", ENROLLED): """
        leerling | vanaf      | tot        | zeker
        drie     | 2018-10-30 | 2019-01-01 | ja
        drie-en  | 2018-10-30 | 2019-01-02 | ja
        elf-nee  | 2018-10-30 | 2018-12-31 | nee
        lang     | 2018-12-29 | ?          | ja
        leeg     | 2018-10-30 | 2018-12-31 | nee
        vier-en  | 2018-10-30 | 2018-10-30 | ja
        vijf     | 2018-10-30 | 2018-10-31 | ja
    """,
    ("THUIS_PACT", ENROLLED): """
        leerling | vanaf      | tot        | zeker
        drie-en  | 2019-01-02 | 2019-01-02 | ja
        lang     | 2019-03-01 | ?          | ja
    """,
    ("REL16", ENROLLED): """
        leerling | vanaf      | tot        | zeker
        dag      | 2018-10-01 | 2018-10-01 | ja
        drie     | 2018-10-01 | 2019-01-01 | ja
        drie-en  | 2018-10-01 | 2019-01-02 | ja
        lang     | 2018-11-30 | ?          | ja
        uren     | 2018-10-01 | 2018-10-10 | nee
        uren16   | 2018-10-01 | 2018-10-10 | ja
        vier     | 2018-10-01 | 2018-10-29 | ja
        vier-en  | 2018-10-01 | 2018-10-30 | ja
        vijf     | 2018-10-01 | 2018-10-31 | ja
    """,
    ("GEOORL", ENROLLED): """
        leerling | vanaf      | tot        | zeker
        elf      | 2018-10-01 | 2018-10-10 | ja
        ziek     | 2018-10-01 | ?          | ja
    """,
    ("ABS", ENROLLED): NOBODY,
    ("VRIJ5A", ENROLLED): NOBODY,
    ("ABS", ELSEWHERE): """
        leerling | vanaf      | tot        | zeker
        dag      | 2018-10-01 | 2018-10-01 | ja
        drie     | 2018-10-01 | 2019-01-01 | ja
        geen     | 2018-10-01 | ?          | ja
        leeg     | 2018-10-01 | ?          | nee
        school   | 2018-10-01 | ?          | ja
        wettig   | 2018-10-01 | 2019-02-01 | ja
    """,
    ("THUIS_OCW", ELSEWHERE): """
        leerling | vanaf      | tot        | zeker
        dag      | 2018-10-01 | 2018-10-01 | ja
        drie     | 2018-10-01 | 2019-01-01 | ja
        geen     | 2018-10-01 | ?          | ja
        leeg     | 2018-10-01 | ?          | nee
        school   | 2018-10-01 | ?          | ja
        wettig   | 2018-10-01 | 2019-02-01 | ja
    """,
    ("THUIS_PACT", ELSEWHERE): """
        leerling | vanaf      | tot        | zeker
        geen     | 2019-01-02 | ?          | ja
        leeg     | 2019-01-02 | ?          | nee
        school   | 2019-01-02 | ?          | ja
        wettig   | 2019-01-02 | 2019-02-01 | ja
    """,
    ("VRIJ5A", ELSEWHERE): """
        leerling | vanaf      | tot | zeker
        5a       | 2018-10-01 | ?   | ja
        5a-in    | 2018-10-01 | ?   | ja
        leeg     | 2018-10-01 | ?   | nee
    """,
    ("VRIJ5B", ELSEWHERE): """
        leerling | vanaf      | tot | zeker
        5b       | 2018-10-01 | ?   | ja
        leeg     | 2018-10-01 | ?   | nee
    """,
    ("VRIJ5C", ELSEWHERE): """
        leerling | vanaf      | tot | zeker
        5c       | 2018-10-01 | ?   | ja
        leeg     | 2018-10-01 | ?   | nee
    """,
    ("LRV", ELSEWHERE): NOBODY,
    ("THUIS_REG", ELSEWHERE): NOBODY,
    ("REL16", ELSEWHERE): NOBODY,
    ("GEOORL", ELSEWHERE): NOBODY,
}


@pytest.mark.parametrize(
    ("code", "drawing"),
    EXPECTED,
    ids=[f"{code}-{'enrolled' if d == ENROLLED else 'elsewhere'}" for code, d in EXPECTED],
)
def test_who_meets_a_definition_and_when(given: Given, code: str, drawing: str) -> None:
    register(given).has(drawing)

    if EXPECTED[code, drawing] == NOBODY:
        assert given.store.rows(f"select * from definitions.{code.lower()}") == []
    else:
        meets(given, code).gives(EXPECTED[code, drawing])


@pytest.mark.parametrize(
    ("code", "days"),
    {
        # faults.md A7: elf-nee and leeg have 15 hours, so they may attend lessons.
        "LRV": {"2018-10-31": (2, 4), "2018-11-30": (2, 4), "2018-12-31": (3, 3)},
        "REL16": {"2018-09-30": (0, 0), "2018-10-31": (2, 2), "2018-11-30": (3, 3)},
        "THUIS_REG": {"2018-10-31": (2, 3), "2018-11-30": (2, 3), "2018-12-31": (3, 3)},
        "THUIS_PACT": {"2019-01-31": (0, 0), "2019-02-28": (0, 0), "2019-03-31": (1, 1)},
        "GEOORL": {"2018-10-31": (1, 1)},
        "ABS": {"2018-10-31": (0, 0)},
    }.items(),
)
def test_the_stock_of_a_definition_at_month_ends(
    given: Given, code: str, days: dict[str, tuple[int, int]]
) -> None:
    """LRV on 31 October: drie, drie-en, elf-nee and leeg; vijf ends that day, so is gone."""
    register(given).has(ENROLLED)

    assert {day: stock(given, code, day) for day in days} == days


# ------------------------------------------------------------------- who misses all lessons (A7)

KINDS = """
    leerling  | sinds      | soort_verzuim | alle_lessen_gemist | uren   | reden_einde       | einde
    v-langd   | 01-10-2018 | LRV           | (leeg)             | (leeg) | (leeg)            |            # a code of a system
    langdurig | 01-10-2018 | langdurig     | (leeg)             | (leeg) | (leeg)            |            # the register says so
    alle      | 01-10-2018 | (leeg)        | Ja                 | (leeg) | (leeg)            |            # all lessons missed
    zestien   | 01-10-2018 | 16 uur        | (leeg)             | 17     | (leeg)            |            # open, but no month of absence
    zestien80 | 01-10-2018 | 16 uur        | Onbekend           | 120    | (leeg)            |            # unknown is as empty
    zestienja | 01-10-2018 | 16 uur        | Ja                 | 17     | (leeg)            |            # 16 hours that became all
    luxe      | 01-10-2018 | luxe          | Nee                | (leeg) | (leeg)            |            # a holiday
    signaal   | 01-10-2018 | V1            | (leeg)             | 80     | (leeg)            |            # three days
    nee       | 01-10-2018 | overig        | Nee                | 120    | (leeg)            |            # some lessons are attended
    tegen     | 01-10-2018 | langdurig     | Nee                | 120    | (leeg)            |            # contradicts itself
    uren79    | 01-10-2018 | (leeg)        | (leeg)             | 79,5   | (leeg)            |            # under the limit
    uren80    | 01-10-2018 | overig        | Onbekend           | 80     | (leeg)            |            # the limit itself
    leeg      | 01-10-2018 | (leeg)        | (leeg)             | (leeg) | (leeg)            |            # a file of before
    plus      | 01-10-2018 | 18 plus       | (leeg)             | 10     | (leeg)            |            # says nothing of lessons
    ziek      | 01-10-2018 | ziek          | (leeg)             | (leeg) | (leeg)            |            # nor does this
    wasziek   | 01-10-2018 | langdurig     | Ja                 | (leeg) | langdurig ziek    | 20-12-2018 # was no verzuim
    mocht     | 01-10-2018 | langdurig     | Ja                 | (leeg) | legitiem afwezig  | 20-12-2018 # nor was this
    terug     | 01-10-2018 | langdurig     | Ja                 | (leeg) | terug naar school | 20-12-2018
"""


def kinds(given: Given, drawing: str = KINDS) -> None:
    head, *rows_ = drawing.strip().splitlines()
    body = "\n".join(f"{line.partition('#')[0].rstrip()} | ja" for line in rows_)
    register(given).has(f"{head} | ingeschreven\n{body}")


@pytest.mark.parametrize("code", ["LRV", "THUIS_OCW", "THUIS_REG"])
def test_who_surely_misses_all_lessons_and_who_may(given: Given, code: str) -> None:
    kinds(given)

    meets(given, code).gives("""
        leerling  | vanaf      | tot        | zeker
        alle      | 2018-10-30 | ?          | ja
        langdurig | 2018-10-30 | ?          | ja
        leeg      | 2018-10-30 | ?          | nee
        plus      | 2018-10-30 | ?          | nee
        tegen     | 2018-10-30 | ?          | nee
        terug     | 2018-10-30 | 2018-12-20 | ja
        uren79    | 2018-10-30 | ?          | nee
        uren80    | 2018-10-30 | ?          | ja
        v-langd   | 2018-10-30 | ?          | ja
        zestienja | 2018-10-30 | ?          | ja
        ziek      | 2018-10-30 | ?          | nee
    """)


def test_the_pact_follows_who_misses_all_lessons(given: Given) -> None:
    kinds(given)

    assert stock(given, "THUIS_PACT", "2019-01-31") == (5, 10)


def test_how_many_hours_are_all_lessons_is_a_setting(given: Given) -> None:
    given.settings = given.settings.model_copy(update={"langdurig_uren": 17.0})
    kinds(given)

    found = given.store.rows("select meldingnummer from definitions.lrv where zeker")

    assert len(found) == 7, "uren79 as well; what says 16 uur or Nee does not come back"


def test_a_melding_of_16_hours_is_one_whatever_its_hours(given: Given) -> None:
    register(given).has("""
        leerling | sinds      | einde      | ingeschreven | soort_verzuim | uren
        Aya      | 01-10-2018 | 05-10-2018 | ja           | 16 uur        | (leeg)  # the kind says it
        Bob      | 01-10-2018 | 05-10-2018 | ja           | V3            | 17
        Cas      | 01-10-2018 | 05-10-2018 | ja           | 16 uur        | 12      # contradicts itself
        Dia      | 01-10-2018 | 05-10-2018 | ja           | luxe          | 12      # under 16 hours
        Els      | 01-10-2018 | 05-10-2018 | ja           | overig        | 15,5
        Fie      | 01-10-2018 | 05-10-2018 | ja           | luxe          | (leeg)  # nobody knows
        Gus      | 01-10-2018 | 05-10-2018 | ja           | overig        | 16      # the limit itself
    """)

    meets(given, "REL16").gives("""
        leerling | zeker
        Aya      | ja
        Bob      | ja
        Cas      | nee
        Fie      | nee
        Gus      | ja
    """)


def test_what_was_no_absence_is_no_melding_of_16_hours(given: Given) -> None:
    """REDEN EINDE langdurig ziek or legitiem afwezig (faults.md A7: the columns of C1)."""
    register(given).has("""
        leerling | sinds      | einde      | ingeschreven | soort_verzuim | uren   | reden_einde
        Aya      | 01-10-2018 | 05-10-2018 | ja           | 16 uur        | 20     | Geen verzuim: langdurig ziek  # as in DUO's register
        Bob      | 01-10-2018 | 05-10-2018 | ja           | (leeg)        | (leeg) | legitiem afwezig
        Cas      | 01-10-2018 | 05-10-2018 | ja           | 16 uur        | 20     | (leeg)
        Dia      | 01-10-2018 | 05-10-2018 | ja           | 16 uur        | 20     | terug naar school
    """)

    meets(given, "REL16").gives("""
        leerling | zeker
        Cas      | ja
        Dia      | ja
    """)


# ------------------------------------------------------------------- a time at home (A8)


def test_weeks_and_months_count_from_the_beginning_of_a_stay(given: Given) -> None:
    """A next melding does not begin them again (faults.md A8); the definition says so."""
    register(given).has(
        """
        nummer | leerling | sinds      | einde      | ingeschreven | soort_verzuim | school
        V1     | Aya      | 01-10-2018 | 22-10-2018 | ja           | langdurig     | 01AA00   # three weeks
        V2     | Aya      | 22-10-2018 | 12-11-2018 | ja           | langdurig     | 01BB00   # and three at another school
        V3     | Bob      | 01-09-2018 | 01-11-2018 | nee          | (leeg)        |          # two months
        V4     | Bob      | 01-11-2018 | 01-01-2019 | nee          | (leeg)        |          # and two more
    """.replace("school", "vestiging")
    )

    meets(given, "LRV").gives("""
        leerling | vanaf      | tot        | zeker
        Aya      | 2018-10-30 | 2018-11-12 | ja
    """)
    meets(given, "THUIS_PACT").gives("""
        leerling | vanaf      | tot        | zeker
        Bob      | 2018-12-02 | 2019-01-01 | ja
    """)
    for code in ("LRV", "THUIS_OCW", "THUIS_REG", "THUIS_PACT"):
        assert "tellen vanaf het begin van het verblijf thuis" in definitions()[code].text


STAYS = """
    nummer | leerling | sinds      | einde      | ingeschreven | geoorloofd | vrijstelling | soort_verzuim
    A1     | weekend  | 03-09-2018 | 21-09-2018 | ja           | nee        | geen         | langdurig  # to a Friday
    A2     | weekend  | 24-09-2018 | 12-10-2018 | ja           | nee        | geen         | langdurig  # from the Monday
    B1     | dag      | 03-09-2018 | 20-09-2018 | ja           | nee        | geen         | langdurig  # to a Thursday: a Friday between
    B2     | dag      | 24-09-2018 | 12-10-2018 | ja           | nee        | geen         | langdurig
    C1     | ziek     | 03-09-2018 | 21-09-2018 | ja           | nee        | geen         | langdurig
    C2     | ziek     | 21-09-2018 | 24-09-2018 | ja           | ja         | geen         | ziek       # excused in between
    C3     | ziek     | 24-09-2018 | 12-10-2018 | ja           | nee        | geen         | langdurig
    D1     | uitschr  | 03-09-2018 | 21-09-2018 | nee          | nee        | geen         |            # not enrolled, then enrolled
    D2     | uitschr  | 24-09-2018 | 12-10-2018 | ja           | nee        | geen         | langdurig
    E1     | vrij     | 03-09-2018 | 21-09-2018 | nee          | nee        | 5a           |            # exempt: excused
    E2     | vrij     | 21-09-2018 | 12-10-2018 | ja           | nee        | geen         | langdurig
    F1     | leeg     | 03-09-2018 | 21-09-2018 | nee          | nee        | (leeg)       |            # may be exempt
    F2     | leeg     | 21-09-2018 | 12-10-2018 | ja           | nee        | geen         | langdurig
    G1     | uren     | 03-09-2018 | 21-09-2018 | ja           | nee        | geen         | 16 uur     # not all lessons, so no sure week
    G2     | uren     | 21-09-2018 | 12-10-2018 | ja           | nee        | geen         | langdurig
    H1     | zomer    | 25-09-2018 | 12-10-2018 | ja           | nee        | geen         | langdurig
    H2     | zomer    | 22-10-2018 | 12-11-2018 | ja           | nee        | geen         | langdurig  # over a week without school
"""
HOLIDAY = """
    schooljaar | regio  | vakantie | eerste_dag | laatste_dag
    2018-2019  | midden | herfst   | 13-10-2018 | 21-10-2018
"""


def test_what_breaks_a_stay_and_what_does_not(given: Given) -> None:
    register(given).has(STAYS)
    given.schoolvakanties(HOLIDAY)
    in_school_weeks(given, "midden")

    meets(given, "LRV").gives("""
        leerling | vanaf      | tot        | zeker
        leeg     | 2018-10-02 | 2018-10-12 | nee    # 29 days if F1 was no exemption
        uitschr  | 2018-10-02 | 2018-10-12 | ja
        uren     | 2018-10-02 | 2018-10-12 | nee    # how much of the first weeks was missed
        weekend  | 2018-10-02 | 2018-10-12 | ja
        zomer    | 2018-10-24 | 2018-11-12 | ja
    """)


def test_without_holidays_three_days_are_the_most(given: Given) -> None:
    """A Thursday to a Monday is four; from Friday it is three. The autumn holiday is not known."""
    register(given).has(STAYS)

    found = given.store.rows(
        "select distinct leerling from definitions.lrv as regel join views.melding as melding "
        "on melding.meldingnummer = regel.meldingnummer order by 1"
    )

    assert [leerling for (leerling,) in found] == ["leeg", "uitschr", "uren", "weekend"]


def test_who_is_at_home_over_a_weekend_does_not_leave_and_come_back(given: Given) -> None:
    """31 March 2019 is a Sunday between two schools."""
    register(given).has("""
        leerling | sinds      | einde      | ingeschreven | soort_verzuim
        Aya      | 01-02-2019 | 29-03-2019 | ja           | langdurig
        Aya      | 01-04-2019 |            | ja           | langdurig
    """)

    assert stock(given, "LRV", "2019-03-31") == (1, 1)
    came, went = (
        {f.periode: f.teller for f in given.figures(f"thuiszitters_{way}_lrv", "swv") if f.teller}
        for way in ("in", "uit")
    )
    assert (came, went) == ({"2019-03": 1}, {})


def test_a_change_of_school_of_the_real_world(given: Given) -> None:
    """The drawing of faults.md A8: on 30 September 29 days, without hours so possibly."""
    register(given).has("""
        nummer | leerling | sinds      | einde      | ingeschreven | vestiging | gemeente | uren
        W26-1  | wis      | 01-09-2018 | 20-09-2018 | ja           | 99AB00    | GM9902   | (leeg)
        W26-2  | wis      | 21-09-2018 |            | ja           | 99CF00    | GM9907   | (leeg)
        W26-3  | con      | 01-09-2018 |            | ja           | 99AB00    | GM9902   | (leeg)
    """)

    assert stock(given, "LRV", "2018-09-30") == (0, 2)


# -------------------------------------------------------------------------------- the register


def test_the_register_has_the_ten_definitions() -> None:
    assert sorted(definitions()) == sorted(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_definition_has_its_code_its_words_and_its_source(code: str) -> None:
    definition = definitions()[code]

    assert (QUERIES / "definitions" / f"{code.lower()}.sql").is_file()
    assert re.fullmatch(r"[A-Z].*[a-z)]\.", definition.text)
    assert len(definition.text) > 40
    assert re.search(r"\d{4}|[Jj]aarverslag", definition.source)
    assert definition.title
    assert len(definition.short) <= 25
    assert definition.weeks == ("schoolweken" if code == "REL16" else "kalenderweken")


@pytest.mark.parametrize("code", CODES)
def test_a_definition_that_can_be_unsure_says_when(code: str) -> None:
    sql = (QUERIES / "definitions" / f"{code.lower()}.sql").read_text("utf-8")
    is_always_sure = "true as zeker" in sql

    assert bool(definitions()[code].unsure) != is_always_sure


def test_every_definition_is_counted() -> None:
    """One that is in no branch of what views.verblijf reads would count nobody, and look like good
    news."""
    sql = queries()["views.voldoet"].sql
    branches = re.findall(r"select '(\w+)'.*? from definitions\.(\w+)", sql)

    assert sorted(code for code, _ in branches) == sorted(definitions())
    assert all(code.lower() == file for code, file in branches)
