"""Which schools a count lacks, and which are gone: closed, or merged into another (A10)."""

from helpers.drawings import Given


def draw(given: Given, *years: dict[str, int]) -> None:
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam
        1011      | VO0101 | 0101         | Aadorp
    """)
    codes = sorted(set().union(*years))
    given.add("vestigingen_vo", [{"vestiging": code, "postcode": "1011"} for code in codes])
    rows = [
        {"vestiging": code, "peildatum": f"{2020 + number}-10-01", "jaar1_man": str(pupils)}
        for number, year in enumerate(years)
        for code, pupils in year.items()
    ]
    for number in range(len(years)):
        day = f"{2020 + number}-10-01"
        given.add("leerlingen_vo_onderwijstype", [r for r in rows if r["peildatum"] == day])


def test_a_school_between_two_counts_that_have_it_is_missing(given: Given) -> None:
    draw(given, {"01AA00": 100, "01AA01": 90}, {"01AA00": 100}, {"01AA00": 100, "01AA01": 90})

    given.view("gemist", "sector = 'vo'").gives("""
        periode    | vestiging
        2021-10-01 | 01AA01
    """)
    given.view("volledigheid", "sector = 'vo' and groep = 'vo'").gives("""
        periode    | geteld | verwacht
        2020-10-01 | 2      | 2
        2021-10-01 | 1      | 2
        2022-10-01 | 2      | 2
    """)


def test_a_school_that_is_never_counted_again_was_gone(given: Given) -> None:
    draw(given, {"01AA00": 100, "01AA01": 90}, {"01AA00": 100}, {"01AA00": 100})

    given.view("volledigheid", "sector = 'vo' and groep = 'vo'").gives("""
        periode    | geteld | verwacht
        2020-10-01 | 2      | 2
        2021-10-01 | 1      | 1
        2022-10-01 | 1      | 1
    """)


def test_at_the_last_count_a_merged_school_is_not_missing_and_another_is(given: Given) -> None:
    draw(
        given,
        {"01AA00": 200, "01AA01": 100, "01AA02": 90, "01AA03": 900},
        {"01AA00": 300, "01AA02": 0, "01AA03": 900},  # 00 took 01 in; 02 is empty
    )

    assert given.store.rows("select * from views.gemist") == []


def test_two_schools_that_become_one_new_one_are_not_missing(given: Given) -> None:
    draw(
        given,
        {"01AA00": 200, "01AA01": 100, "01AA03": 900},
        {"01AA04": 290, "01AA03": 900},
    )

    given.view("volledigheid", "sector = 'vo' and groep = 'vo'").gives("""
        periode    | geteld | verwacht
        2020-10-01 | 3      | 3
        2021-10-01 | 2      | 2
    """)


def test_a_school_that_went_on_in_two_new_ones_is_not_missing(given: Given) -> None:
    draw(given, {"01AA01": 300, "01AA09": 900}, {"01AA02": 160, "01AA03": 140, "01AA09": 905})

    assert given.store.rows("select * from views.gemist") == []


def test_a_new_school_at_the_address_of_one_that_is_gone_is_its_successor(given: Given) -> None:
    """faults.md A10, however many pupils stayed; in the same postcode of four digits many stand."""
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam
        1011      | PO0101 | 0101         | Aadorp
    """)
    given.afstand("""
        vestiging | peildatum  | soort | postcode | leerlingen
        01AA00    | 2020-10-01 | sbo   | 1011 AB  | 100
        01AA01    | 2020-10-01 | sbo   | 1011 CD  | 90
        01AA02    | 2020-10-01 | sbo   | 1011 EF  | 20
        01AA00    | 2021-10-01 | sbo   | 1011 AB  | 100
        01AA03    | 2021-10-01 | sbo   | 1011 CD  | 50      # at the address of 01
    """)

    given.view("gemist", "sector = 'po'").gives("""
        periode    | vestiging
        2021-10-01 | 01AA02
    """)


def test_at_the_last_count_a_school_without_a_successor_is_missing(given: Given) -> None:
    draw(given, {"01AA00": 200, "01AA01": 100}, {"01AA00": 205})

    given.view("gemist", "sector = 'vo'").gives("""
        periode    | vestiging
        2021-10-01 | 01AA01
    """)


def test_a_school_that_the_lists_call_closed_is_not_missing(given: Given) -> None:
    draw(given, {"01AA00": 200, "01AA01": 100}, {"01AA00": 205})
    given.vestigingen_vo("""
        vestiging | lijstdatum | postcode
        01AA00    | 2022-01-01 | 1011
    """)

    assert given.store.rows("select * from views.gemist") == []


def test_a_school_that_moved_to_another_swv_is_not_missing_where_it_was(given: Given) -> None:
    """faults.md A10 and A1: it is counted, in the SWV of its own year."""
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam
        1011      | PO0101 | 0101         | Aadorp
        1012      | PO0102 | 0102         | Beestad
    """)
    given.afstand("""
        vestiging | peildatum  | soort | postcode | leerlingen
        01AA00    | 2020-10-01 | sbo   | 1011     | 100
        01AA01    | 2020-10-01 | sbo   | 1011     | 90
        01AA00    | 2021-10-01 | sbo   | 1011     | 100
        01AA01    | 2021-10-01 | sbo   | 1012     | 90       # there and back
        01AA00    | 2022-10-01 | sbo   | 1011     | 100
        01AA01    | 2022-10-01 | sbo   | 1011     | 90
        01AA00    | 2023-10-01 | sbo   | 1011     | 100
        01AA01    | 2023-10-01 | sbo   | 1012     | 90       # and at the last count
    """)

    assert given.store.rows("select * from views.gemist") == []
    given.view("volledigheid", "swv = 'PO0101' and groep = 'sbo'").gives("""
        periode    | geteld | verwacht
        2020-10-01 | 2      | 2
        2021-10-01 | 1      | 1
        2022-10-01 | 2      | 2
        2023-10-01 | 1      | 1
    """)
