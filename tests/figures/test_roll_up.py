"""Periods as people write them, and going up from vestiging to country."""

import pytest
from helpers.drawings import Given

from monitor.access import EVERY, Role, Viewer
from monitor.errors import MonitorError
from monitor.figures.door import indicator_named
from monitor.figures.roll_up import swvs
from monitor.values.periods import canonical_period


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("", ""),
        ("2019", "2019"),
        (" 2019 ", "2019"),
        ("2019-10-01", "2019-10-01"),
        ("1-10-2019", "2019-10-01"),
        ("01-10-2019", "2019-10-01"),
        ("1/10/2019", "2019-10-01"),
        ("20191001", "2019-10-01"),
        ("2019-2020", "2019"),
        ("2019/2020", "2019"),
        ("2019-20", "2019"),
        ("2025-10", "2025-10"),  # a month
        (" 2019-01 ", "2019-01"),
        ("2011-12", "2011"),  # the schooljaar: who means the month writes 1-12-2011 or 31-12-2011
    ],
)
def test_a_period_is_read_as_people_write_it(written: str, stored: str) -> None:
    assert canonical_period(written) == stored


@pytest.mark.parametrize(
    "written",
    [
        "vorig jaar",
        "2019-13-01",
        "31-2-2019",
        "2019-2021",
        "19",
        "2019-13",
        "2019-00",
        "2019; drop",
    ],
)
def test_what_is_no_period_is_said_and_not_answered_with_nothing(written: str) -> None:
    with pytest.raises(MonitorError, match="is geen periode"):
        canonical_period(written)


THREE_YEARS = """
    vestiging | peildatum  | schooltype | aantal
    01AA00    | 2018-10-01 | vo         | 98
    01AA00    | 2019-10-01 | vo         | 99
    01AA00    | 2020-10-01 | vo         | 100
"""


@pytest.mark.parametrize("period", ["2019", "2019-10-01", "1-10-2019", "2019-2020"])
def test_one_period_is_chosen_in_whatever_spelling(given: Given, period: str) -> None:
    given.in_swv("VO0101", "01AA00").leerlingtelling(THREE_YEARS)

    given.ask("leerlingen_vo", "swv", period=period).gives("""
        periode    | teller
        2019-10-01 | 99
    """)


def test_without_a_period_all_come_in_order(given: Given) -> None:
    given.in_swv("VO0101", "01AA00").leerlingtelling(THREE_YEARS)

    given.ask("leerlingen_vo", "swv").gives("""
        periode    | teller
        2018-10-01 | 98
        2019-10-01 | 99
        2020-10-01 | 100
    """)


REGION = """
    postcode4 | swv    | gemeentecode | gemeentenaam | subregio | wijk
    1011      | VO0101 | 0101         | Aadorp       | Noord    | Dorp
    1012      | VO0101 | 0102         | Beestad      | Noord    | Stad
    1013      | VO0101 | 0102         | Beestad      | Zuid     | Haven
    1021      | VO0102 | 0102         | Beestad      | Oost     | Haven
"""
SCHOOLS = """
    vestiging | postcode | bestuursnummer
    01AA00    | 1011     | 10001
    01AA01    | 1012     | 10001
    01AA02    | 1013     | 10002
    02AA00    | 1021     | 10001
    02AA01    |          |
"""
PUPILS = """
    vestiging | jaar1_man
    01AA00    | 1
    01AA01    | 2
    01AA02    | 4
    02AA00    | 8
    02AA01    | 16
    03AA00    | 32
"""


@pytest.mark.parametrize(
    ("per", "expected"),
    [
        ("bestuur", {"10001": 11, "10002": 4, "onbekend": 48}),
        ("wijk", {"VO0101:Dorp": 1, "VO0101:Stad": 2, "VO0101:Haven": 4, "VO0102:Haven": 8,
                  "onbekend": 48}),
        ("gemeente", {"GM0101": 1, "GM0102": 14, "onbekend": 48}),
        ("subregio", {"VO0101:Noord": 3, "VO0101:Zuid": 4, "VO0102:Oost": 8, "onbekend": 48}),
        ("swv", {"VO0101": 7, "VO0102": 8, "onbekend": 48}),
    ],
)  # fmt: skip
def test_every_level_holds_every_pupil_once(
    given: Given,
    per: str,
    expected: dict[str, int],
) -> None:
    given.regio_indeling(REGION)
    given.vestigingen_vo(SCHOOLS)
    given.leerlingen_vo_onderwijstype(PUPILS)

    found = given.figures("leerlingen_vo", per)

    assert {figure.code: figure.teller for figure in found} == expected
    assert sum(expected.values()) == 63


def test_a_region_can_be_looked_into(given: Given) -> None:
    given.regio_indeling(REGION)
    given.vestigingen_vo(SCHOOLS)
    given.leerlingen_vo_onderwijstype(PUPILS)

    given.ask("leerlingen_vo", "vestiging", within=("subregio", "VO0101:Noord")).gives("""
        code   | teller
        01AA00 | 1
        01AA01 | 2
    """)
    given.ask(
        "leerlingen_vo", "gemeente", within=("swv", "VO0101"), codes=("GM0102", "GM0999")
    ).gives("""
        code   | naam    | teller
        GM0102 | Beestad (deel) | 6   # of its three schools two are in this SWV
    """)


def test_what_is_asked_is_never_sql(given: Given) -> None:
    given.in_swv("VO0101", "01AA00").leerlingtelling(THREE_YEARS)

    assert given.figures("leerlingen_vo", "swv", codes=("' or 1=1 --",)) == []
    assert given.figures("leerlingen_vo", "swv", within=("swv", "'; drop table x; --")) == []


def test_a_level_or_breakdown_that_there_is_not_is_named_with_those_there_are(
    given: Given,
) -> None:
    with pytest.raises(MonitorError, match=r"niet per vestiging\. Kies uit: .*swv, land"):
        given.figures("deelname_vso_locatie", "vestiging")
    with pytest.raises(MonitorError, match=r"'niveau'\. Er is: onderwijstype\."):
        given.figures("leerlingen_vo", "swv", breakdown="niveau")


def test_the_same_question_is_answered_once(given: Given) -> None:
    given.in_swv("VO0101", "01AA00").leerlingtelling(THREE_YEARS)
    first = given.figures("leerlingen_vo", "swv")
    kept = len(given.store.answers)

    assert given.figures("leerlingen_vo", "swv") == first
    assert len(given.store.answers) == kept


def test_what_one_viewer_may_not_see_is_not_kept_for_the_next(given: Given) -> None:
    from monitor.figures.door import figures

    given.in_swv("VO0101", "01AA00", "01AA01")
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vo         | 3
        01AA01    | vo         | 3
    """)
    indicator = indicator_named("leerlingen_vo")
    school = Viewer(Role.SCHOOL, EVERY, vestigingen=frozenset({"01AA00"}))

    assert len(figures(given.store, school, indicator, "vestiging")) == 1
    assert [f.teller for f in given.figures("leerlingen_vo", "vestiging")] == [3, 3]


def test_the_samenwerkingsverbanden_of_a_sector(given: Given) -> None:
    given.regio_indeling(REGION)
    given.in_swv("PO0101", "01AA00")

    assert [swv["code"] for swv in swvs(given.store, "vo")] == ["VO0101", "VO0102"]
    assert [swv["code"] for swv in swvs(given.store)] == ["PO0101", "VO0101", "VO0102"]


def test_a_gemeente_in_two_swvs_is_named_a_part_within_each(given: Given) -> None:
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam
        9901      | VO9901 | GM9901       | Samen         # this gemeente lies in both
        9902      | VO9902 | GM9901       | Samen
        9903      | VO9902 | GM9902       | Apart         # and this one does not
    """)
    given.vestigingen("""
        vestiging | postcode | schooltype
        01AA00    | 9901AA   | vo
        01AA01    | 9902AA   | vo
        01AA02    | 9903AA   | vo
    """)
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vo         | 100
        01AA01    | vo         | 30
        01AA02    | vo         | 7
    """)

    within = given.figures("leerlingen_vo", "gemeente", within=("swv", "VO9902"))
    whole = given.figures("leerlingen_vo", "gemeente")

    assert [(f.naam, f.teller) for f in within] == [("Samen (deel)", 30), ("Apart", 7)]
    assert [(f.naam, f.teller) for f in whole] == [("Samen", 130), ("Apart", 7)]


def test_a_name_out_of_a_file_is_never_a_link_or_html(given: Given) -> None:
    """It stands in sentences that are markdown, and in charts that know HTML."""
    given.vestigingen("""
        vestiging | naam                        | postcode | swv    | schooltype
        01AA00    | [klik](https://e.nl) <b>x`  | 1011     | VO0101 | vo
    """)
    given.leerlingtelling("""
        vestiging | schooltype | aantal
        01AA00    | vo         | 100
    """)

    (figure,) = given.figures("leerlingen_vo", "vestiging")

    assert figure.naam == "(klik)(https://e.nl) (b)x'"
