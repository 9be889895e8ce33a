"""Two columns that were swapped: a least value above the most."""

from helpers.drawings import Given


def test_a_least_above_the_most_is_found(given: Given) -> None:
    given.benchmarks("""
        indicator | jaar | definitie | waarde_min | waarde_max | bron
        instroom  | 2024 | d         | 0.5        | 0.4        | DUO   # swapped
        instroom  | 2023 | d         | 0.4        | 0.4        | DUO   # one value
        instroom  | 2022 | d         | 0.4        |            | DUO   # one value, as most give it
    """)

    assert given.findings("benchmark_andersom") == [
        ("instroom 2024", "instroom (2024, DUO): 0.5 tot 0.4")
    ]
