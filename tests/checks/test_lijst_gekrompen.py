"""An address list that is less than half of the one before it."""

from helpers.drawings import Given


def lists(given: Given, *sizes: int) -> None:
    for year, size in enumerate(sizes, 2019):
        codes = [f"01AA{n:02}" for n in range(size)]
        given.add(
            "vestigingen_vo", [{"vestiging": c, "lijstdatum": f"{year}-01-01"} for c in codes]
        )


def test_a_list_of_less_than_half_is_found(given: Given) -> None:
    lists(given, 5, 2)

    assert given.findings("lijst_gekrompen") == [
        ("vo", "Lijst vo van 01-01-2020: 2 vestigingen, de vorige had er 5")
    ]


def test_half_is_possible_and_a_first_list_has_nothing_before_it(given: Given) -> None:
    lists(given, 6, 3, 3)

    assert given.findings("lijst_gekrompen") == []
