"""Vsv: leavers as a part of the pupils, per year, not per school."""

import pytest
from helpers.drawings import Given

from monitor.errors import MonitorError


def test_leavers_are_a_part_of_the_pupils_of_the_swv(given: Given) -> None:
    given.vsv("""
        swv    | vestiging | leerlingen | vsv
        VO0101 | 01AA00    | 600        | 2
        VO0101 | 01AA01    | 400        | 3
        VO0102 | 02AA00    | 100        | 0
    """)

    given.ask("vsv", "swv").gives("""
        code   | periode | teller | noemer | waarde
        VO0101 | 2019    | 5      | 1000   | 0.5
        VO0102 | 2019    | 0      | 100    | 0
    """)


def test_a_school_that_stands_at_two_swvs_counts_once_where_it_belongs(given: Given) -> None:
    given.in_swv("VO0101", "01AA00")
    given.vsv("""
        swv    | vestiging | leerlingen | vsv
        VO0101 | 01AA00    | 600        | 2
        VO0102 | 01AA00    | 50         | 1        # part of its pupils is counted elsewhere
    """)

    given.ask("vsv", "swv").gives("""
        code   | teller | noemer
        VO0101 | 3      | 650
    """)


def test_hidden_and_unknown_leavers(given: Given) -> None:
    given.vsv("""
        swv    | vestiging | leerlingen | vsv
        VO0101 | 01AA00    | 100        | <5
        VO0102 | 02AA00    | 100        | x
    """)

    given.ask("vsv", "swv").gives("""
        code   | teller | waarde
        VO0101 | 1–4    | 1–4
        VO0102 | ?      | ?
    """)


def test_it_is_not_there_per_school(given: Given) -> None:
    given.vsv("""
        swv    | vestiging | leerlingen | vsv
        VO0101 | 01AA00    | 100        | 1
    """)

    with pytest.raises(MonitorError, match="is er niet per vestiging"):
        given.figures("vsv", "vestiging")
