"""Which count of 1 October gives the pupils of a schooljaar or a month."""

from helpers.drawing_tlv import draw, region
from helpers.drawings import Given


def test_the_last_count_that_there_was(given: Given) -> None:
    region(given)
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01AA00    | 01-10-2017 | vo         | 1000
        01AA00    | 01-10-2018 | vo         | 900
    """)
    draw(
        given,
        """
        van
        01-08-2018
    """,
    )

    # 1 October itself has its own count; the day before has that of a year ago.
    periods = "('2017-2018', '2018-2019', '2018-09-30', '2018-10-31', '2019-12-31')"
    given.view("teldatum", f"periode in {periods}").gives("""
        sector | groep | swv    | periode    | teldatum
        vo     | vo    | VO0101 | 2017-2018  | 2017-10-01
        vo     | vo    | VO0101 | 2018-09-30 | 2017-10-01
        vo     | vo    | VO0101 | 2018-10-31 | 2018-10-01
        vo     | vo    | VO0101 | 2018-2019  | 2018-10-01
        vo     | vo    | VO0101 | 2019-12-31 | 2018-10-01
    """)
    given.view("noemer", f"periode in {periods}").gives("""
        vestiging | groep | periode    | minimum | maximum
        01AA00    | vo    | 2017-2018  | 1000    | 1000
        01AA00    | vo    | 2018-09-30 | 1000    | 1000
        01AA00    | vo    | 2018-10-31 | 900     | 900
        01AA00    | vo    | 2018-2019  | 900     | 900
        01AA00    | vo    | 2019-12-31 | 900     | 900
    """)


def test_a_count_of_long_ago_is_of_no_use(given: Given) -> None:
    """Two years, and the months until the next one is published."""
    region(given)
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01AA00    | 01-10-2016 | vo         | 1000
    """)
    draw(
        given,
        """
        van
        01-08-2018
    """,
    )

    periods = "('2015-2016', '2018-11-30', '2018-12-31', '2018-2019')"
    given.view("teldatum", f"periode in {periods}").gives("""
        periode    | teldatum
        2018-11-30 | 2016-10-01
        2018-2019  | 2016-10-01
    """)


def test_each_group_of_pupils_has_its_own(given: Given) -> None:
    region(given)
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01AA00    | 01-10-2018 | vo         | 1000
        01PP00    | 01-10-2018 | pro        | 50
        01CC00    | 01-10-2017 | vso        | 60
    """)
    draw(
        given,
        """
        van
        01-08-2018
    """,
    )

    given.view("teldatum", "periode = '2018-2019'").gives("""
        groep | teldatum
        pro   | 2018-10-01
        vo    | 2018-10-01
        vso   | 2017-10-01
    """)
    given.view("noemer", "periode = '2018-2019'").gives("""
        groep | vestiging | minimum
        pro   | 01PP00    | 50
        vo    | 01AA00    | 1000
        vo    | 01PP00    | 50
        vso   | 01CC00    | 60
    """)


def test_what_the_source_hides_stays_an_interval_and_the_unknown_unknown(given: Given) -> None:
    region(given)
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01AA00    | 01-10-2018 | vo         | 1000
        01PP00    | 01-10-2018 | pro        | <5
        01AA01    | 01-10-2018 | vo         | x
    """)
    draw(
        given,
        """
        van
        01-08-2018
    """,
    )

    given.view("noemer", "periode = '2018-2019' and groep = 'vo'").gives("""
        vestiging | minimum | maximum
        01AA00    | 1000    | 1000
        01AA01    | ?       | ?
        01PP00    | 1       | 4
    """)


def test_without_a_file_of_pupils_no_period_needs_a_count(given: Given) -> None:
    region(given)
    given.leerlingtelling("""
        vestiging | peildatum  | schooltype | aantal
        01AA00    | 01-10-2018 | vo         | 1000
    """)

    assert given.store.rows("select * from views.teldatum") == []
