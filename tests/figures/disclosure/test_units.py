"""Which region is the sum of which, as anybody can know it from schools and postcodes."""

from helpers.drawings import Given

from monitor.figures.catalogue import catalogue
from monitor.figures.disclosure.units import units_of


def test_where_nothing_has_a_wijk_all_of_it_is_in_the_one_that_is_unknown(given: Given) -> None:
    """Else the wijk that is unknown would be one more total, beside which nothing is widened."""
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | subregio
        1011      | VO9901 | GM0001       | Noord
        1012      | VO9901 | GM0002       | Zuid
    """)
    units = units_of(given.store, catalogue()["wachtend"], "VO9901")
    assert set(units.pairs) >= {
        ("wijk", "gemeente"),
        ("wijk", "subregio"),
        ("wijk", "swv"),
        ("gemeente", "subregio"),
        ("gemeente", "swv"),
        ("subregio", "swv"),
    }
    assert units.inside("wijk", "gemeente", "onbekend") == ("GM0001", "GM0002", "onbekend")


def test_where_pupils_live_is_no_sum_of_where_they_go(given: Given) -> None:
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode
        1011      | VO9901 | GM0001
    """)
    units = units_of(given.store, catalogue()["thuiszitters_thuis_ocw"], "VO9901")
    assert not [one for one in units.pairs if one[0] == "vestiging" and one[1] != "bestuur" and
                one[1] != "swv"]  # fmt: skip
