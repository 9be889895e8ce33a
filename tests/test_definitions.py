"""The ten definitions of thuiszitter, each against a drawing, and the register that they stand in.

`vanaf` is the first day on which a melding meets a definition, `tot` the first on which it no
longer does.
"""

import re

import pytest
from meldingen import meets, register, stock
from tables import Given

from monitor.definitions import definitions
from monitor.resources import QUERIES


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
        elf-nee  | 2018-10-30 | 2018-12-31 | ja     # LRV asks for no exemption or hours
        lang     | 2018-12-29 | ?          | ja
        leeg     | 2018-10-30 | 2018-12-31 | ja
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
        elf-nee  | 2018-10-30 | 2018-12-31 | ja
        lang     | 2018-12-29 | ?          | ja
        leeg     | 2018-10-30 | 2018-12-31 | ja
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
        "LRV": {"2018-10-31": (4, 4), "2018-11-30": (4, 4), "2018-12-31": (3, 3)},
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


def test_weeks_and_months_are_those_of_one_melding(given: Given) -> None:
    """Where a new melding follows, they begin again: the definition says so in its words."""
    register(given).has("""
        nummer | leerling | sinds      | einde      | ingeschreven
        V1     | Aya      | 01-10-2018 | 22-10-2018 | ja           # three weeks
        V2     | Aya      | 22-10-2018 | 12-11-2018 | ja           # and three more
        V3     | Bob      | 01-09-2018 | 01-11-2018 | nee          # two months
        V4     | Bob      | 01-11-2018 | 01-01-2019 | nee          # and two more
    """)

    assert given.store.rows("select * from definitions.lrv") == []
    assert given.store.rows("select * from definitions.thuis_pact") == []
    for code in ("LRV", "THUIS_OCW", "THUIS_REG", "THUIS_PACT"):
        assert "tellen per melding." in definitions()[code].text


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
    can_be_unsure = "is not null as zeker" in sql or "definitions.abs" in sql or "ocw.zeker" in sql

    assert bool(definitions()[code].unsure) == can_be_unsure


def test_every_definition_is_counted() -> None:
    """One that is in no branch of views.verblijf would count nobody, and look like good news."""
    sql = (QUERIES / "views" / "verblijf.sql").read_text("utf-8")
    branches = re.findall(r"select '(\w+)'.*? from definitions\.(\w+)", sql)

    assert sorted(code for code, _ in branches) == sorted(definitions())
    assert all(code.lower() == file for code, file in branches)
