"""Of whom a delivered file is: said once for every kind of own file (decision 70)."""

from helpers.drawings import Given


def two_swvs(given: Given, own: str | None = None) -> Given:
    """A postcode in each of two samenwerkingsverbanden of the vo and of the po, and a school of each
    kind; `own` is whose monitor it is."""
    given.settings = given.settings.model_copy(update={"swv": own})
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode
        1011      | VO0101 | GM0001
        2011      | VO0202 | GM0002
        1011      | PO0101 | GM0001
    """)
    given.vestigingen("""
        vestiging | postcode | schooltype | swv
        01AA00    | 1011     | vo         | VO0101
        02DD00    | 2011     | vo         | VO0202
        01EE00    | 1011     | bao        | PO0101
    """)
    return given


def absent(given: Given, drawing: list[tuple[str, str]], first: str = "M") -> None:
    given.add(
        "verzuimmeldingen",
        [
            {"meldingnummer": f"{first}{i}", "leerling": f"{first}{i}", "verzuim_sinds": "01-10-2018",
             "ingeschreven": "ja", "geoorloofd": "nee", "vrijstelling": "geen", "ondersteuningsvraag": "angst",
             "soort_verzuim": "langdurig", "einde_verzuim": "01-02-2019",
             "status": "aangemeld", "vestiging": school, "postcode4": home}
            for i, (home, school) in enumerate(drawing)
        ],
    )  # fmt: skip


def need(given: Given, *counts: tuple[str, str]) -> None:
    given.add(
        "behoefte",
        [
            {"schooljaar": "2018-2019", "postcode4": home, "ondersteuningsvraag": "angst",
             "niveau": f"niveau {i}", "aantal": aantal}
            for i, (home, aantal) in enumerate(counts)
        ],
    )  # fmt: skip


def test_a_file_is_of_whom_most_of_its_rows_are(given: Given) -> None:
    two_swvs(given)
    absent(given, [("1011", "01AA00"), ("2011", "02DD00"), ("2011", "01AA00")])  # where they live
    absent(given, [("1011", "01AA00"), ("2011", "02DD00")], "N")  # as many: the first by code
    absent(given, [("9999", "09ZZ00")], "O")  # nobody knows

    given.view("levering_swv", "sector = 'vo'").gives("""
        levering | swv
        3        | VO0202
        4        | VO0101
        5        | onbekend
    """)


def test_it_is_of_whose_monitor_it_is(given: Given) -> None:
    two_swvs(given, "VO0101")
    absent(given, [("2011", "02DD00"), ("9999", "")])

    given.view("levering_swv").gives("""
        levering | sector | swv
        3        | vo     | VO0101
    """)


def test_one_file_may_be_of_one_of_each_sector(given: Given) -> None:
    two_swvs(given)
    absent(given, [("1011", "01AA00"), ("1011", "01EE00")])

    given.view("levering_swv").gives("""
        levering | sector | swv
        3        | po     | PO0101
        3        | vo     | VO0101
    """)


def test_needs_are_weighed_by_how_many_pupils_have_them(given: Given) -> None:
    two_swvs(given)
    need(given, ("1011", "1"), ("1011", "1"), ("2011", "5"), ("9999", "9"))

    given.view("levering_swv").gives("""
        levering | sector | swv
        3        | vo     | VO0202
    """)


def test_a_thuiszitter_needs_something_of_the_sector_that_his_melding_is_of(given: Given) -> None:
    """A pupil of a basisschool in the file of the vo counted as a thuiszitter of the po, and what he
    needed as a need of the vo."""
    two_swvs(given, "VO0101")
    absent(given, [("1011", "01AA00"), ("1011", "01EE00")])

    given.view("verblijf", "definitie = 'THUIS_OCW' and begint").gives("""
        leerling | sector
        M0       | vo
        M1       | po
    """)
    given.view("vraag").gives("""
        vestiging | sector | swv    | deel
        01AA00    | vo     | VO0101 | thuiszitter
        01EE00    | po     | PO0101 | thuiszitter
    """)
