"""Names that look alike are told apart."""

from monitor.values.labels import labels


def test_what_is_alone_keeps_its_name() -> None:
    assert labels(["99AA00", "99AB00"], {"99AA00": "De Aa", "99AB00": "De Bee"}.__getitem__) == {
        "99AA00": "De Aa",
        "99AB00": "De Bee",
    }


def test_the_place_comes_first_then_the_code() -> None:
    names = dict.fromkeys(["99AB00", "99CF00", "99DG00"], "De Regenboog")
    places = {"99AB00": "Aalst", "99CF00": "Tolbeke", "99DG00": "Tolbeke"}

    assert labels(names, names.__getitem__, places.__getitem__) == {
        "99AB00": "De Regenboog, Aalst",
        "99CF00": "De Regenboog, Tolbeke (99CF00)",
        "99DG00": "De Regenboog, Tolbeke (99DG00)",
    }


def test_a_place_that_is_not_known_leaves_the_code() -> None:
    names = dict.fromkeys(["99AB00", "99CF00"], "De Regenboog")

    assert labels(names, names.__getitem__, {"99AB00": "Aalst", "99CF00": ""}.__getitem__) == {
        "99AB00": "De Regenboog, Aalst",
        "99CF00": "De Regenboog",
    }, "no two are the same any more"
    assert labels(names, names.__getitem__, lambda code: "") == {
        "99AB00": "De Regenboog (99AB00)",
        "99CF00": "De Regenboog (99CF00)",
    }


def test_spaces_and_capitals_do_not_tell_apart() -> None:
    names = {"gemeente:GM0001": "Bergen  (gemeente)", "gemeente:GM0002": "BERGEN (gemeente)"}

    found = labels(names, names.__getitem__)

    assert found["gemeente:GM0001"].endswith("(GM0001)")
    assert found["gemeente:GM0002"].endswith("(GM0002)")
