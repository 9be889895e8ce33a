"""Who no longer meets a definition, in the month in which that ended."""

from helpers.drawing_meldingen import region, register
from helpers.drawings import Given

from monitor.figures.door import Figure


def by_month(found: list[Figure]) -> dict[str, tuple[float | None, float | None]]:
    return {f.periode: (f.teller, f.teller_max) for f in found if f.teller_max}


def test_each_stay_counts_once_in_the_month_in_which_it_ends(given: Given) -> None:
    register(given).has("""
        nummer | leerling | sinds      | einde      | status
        V1     | Aya      | 31-10-2018 | 10-12-2018 | afgesloten
        V2     | Aya      | 10-12-2018 | 10-01-2019 | afgesloten   # follows directly: the end is here
        V3     | Bob      | 05-10-2018 | 31-10-2018 | afgesloten   # not in the stand of that day
        V4     | Cas      | 05-10-2018 | 05-10-2018 | afgesloten   # in and out
        V5     | Dia      | 05-10-2018 | 20-11-2018 | afgesloten
        V6     | Dia      | 01-11-2018 | 20-12-2018 | afgesloten   # not yet: her second melding runs on
        V7     | Els      | 05-10-2018 |            | afgesloten   # unusable
        V8     | Fie      | 05-10-2018 | 15-02-2019 | aangemeld    # not closed, but it has an end
    """)

    obs = by_month(given.figures("thuiszitters_uit_abs", "swv"))
    assert obs == {"2018-10": (2, 2), "2018-12": (1, 1), "2019-01": (1, 1), "2019-02": (1, 1)}


def test_an_end_that_is_planned_is_no_end_yet(given: Given) -> None:
    """The register is kept up to the delivery, in January 2020."""
    register(given).has("""
        leerling | sinds      | einde
        Aya      | 05-10-2018 | 20-03-2020
    """)

    assert by_month(given.figures("thuiszitters_uit_abs", "swv")) == {}
    assert given.figures("thuiszitters_abs", "swv")[-1].periode == "2019-12-31"
    assert given.figures("thuiszitters_abs", "swv")[-1].teller == 1


def test_he_goes_where_he_was(given: Given) -> None:
    region(given)
    register(given).has("""
        nummer | leerling | sinds      | einde      | pc4
        V1     | Aya      | 05-10-2018 | 20-11-2018 | 1011
        V2     | Aya      | 20-11-2018 | 20-12-2018 | 1021
    """)

    given.ask("thuiszitters_uit_abs", "gemeente", period="2018-12").gives("""
        code   | teller
        GM0001 | 0
        GM0002 | 1
        GM0003 | 0
    """)
    assert by_month(given.figures("thuiszitters_uit_abs", "swv")) == {"2018-12": (1, 1)}


def test_where_certain_becomes_unsure_it_may_have_ended_then(given: Given) -> None:
    register(given).has("""
        nummer | leerling | sinds      | einde      | vrijstelling
        V1     | Aya      | 05-10-2018 | 20-11-2018 | geen
        V2     | Aya      | 20-11-2018 | 10-12-2018 | (leeg)
    """)

    obs = by_month(given.figures("thuiszitters_uit_abs", "swv"))
    assert obs == {"2018-11": (0, 1), "2018-12": (0, 1)}
