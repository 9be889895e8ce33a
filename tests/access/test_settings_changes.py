"""Changing instellingen.toml: what stays, what is refused, who may, and two at once."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from helpers import people
from hypothesis import given as drawn
from hypothesis import strategies as st

from monitor.access import Role, Viewer, accounts, audit
from monitor.access.accounts import Account
from monitor.access.audit import Event
from monitor.access.managing import NotAllowed
from monitor.access.settings_changes import change, standing, undo
from monitor.errors import MonitorError, NotFound, Overtaken
from monitor.figures.catalogue import timed
from monitor.store.journal import journal
from monitor.store.settings import read_settings
from monitor.store.settings_text import canonical, rewritten


FILE = """\
# Van ons; vraag het aan Bea.
swv = "VO9901"   # wij
norm_km = 15.0  # afgesproken in 2024: "# 3"
niveaus = [
    "havo",  # over meer regels
    "vwo",
]

[swv_naam]  # zoals op de brief
VO9901 = "SWV # Rivieren"   # met hekje

[norm_weken]
doorlooptijd_besluit = 8
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "instellingen.toml").write_text(FILE, "utf-8")
    return tmp_path


@pytest.fixture
def chief(folder: Path) -> Account:
    return people.account(folder, "chef@swv.nl", Role.BEHEERDER)


def text(folder: Path) -> str:
    return (folder / "instellingen.toml").read_text("utf-8")


def put(folder: Path, who: Account, **wanted: Any) -> list[str]:
    book = journal(folder)
    done = change(book, who.viewer, folder, standing(folder).stamp, wanted, timed())
    return [str(one) for one in done]


def test_only_the_line_that_changed_is_another_and_keeps_its_remark(
    folder: Path, chief: Account
) -> None:
    done = put(folder, chief, norm_km=12.5, swv_naam={"VO9901": 'SWV "Nieuw"'},
               norm_weken={"doorlooptijd_besluit": 8, "doorlooptijd_compleet": 4.5},
               vakantieregio="midden")  # fmt: skip

    assert text(folder) == (
        FILE.replace("15.0  #", "12.5  #")
        .replace('"SWV # Rivieren"', '"SWV \\"Nieuw\\""')
        .replace("besluit = 8\n", "besluit = 8\ndoorlooptijd_compleet = 4.5\n")
        .replace("]\n\n[swv", ']\nvakantieregio = "midden"\n\n[swv')
    )
    assert done[0] == "norm_km: 15 werd 12,5"
    assert (folder / "instellingen.toml.vorige").read_text("utf-8") == FILE


def test_a_list_over_several_lines_keeps_the_lines_of_what_stays(
    folder: Path, chief: Account
) -> None:
    put(folder, chief, niveaus=["vmbo", "vmbo", " havo\n"])

    assert read_settings(folder).niveaus == ("vmbo", "havo")
    assert text(folder) == FILE.replace('    "havo",', '    "vmbo",\n    "havo",').replace(
        '    "vwo",\n', ""
    )
    assert (folder / "instellingen.toml.vorige").read_text("utf-8") == FILE


@pytest.mark.parametrize(
    ("begin", "after", "expected", "why"),
    [
        ("a = 1", {"a": 1, "b": 2}, "a = 1\nb = 2\n", "no line feed at the end"),
        ("a = 1 # x\r\nb = 2\r\n", {"a": 3, "b": 2}, "a = 3 # x\nb = 2\n", "from Windows"),
        ("t.x = 1 # x\nt.y = 2\n", {"t": {"x": 3}}, "t.x = 3 # x\n", "names with a point"),
        ("t = {x = 1} # x\n", {"t": {"x": 3}}, "t = {x = 3} # x\n", "a table in a line"),
        ("# x\nt = 1\n[a]\nb = 1\n", {"t": {"c": 1}, "a": {"b": 1}},
         "# x\n[a]\nb = 1\n\n[t]\nc = 1\n", "a value that becomes a table"),
        ("[a]\nb = 1 # y\n[t]\nc = 1\n", {"t": 2, "a": {"b": 1}},
         "t = 2\n\n[a]\nb = 1 # y\n", "a table that becomes a value"),
        ('l = ["a", # x\n "b"]\n', {"l": ["b", "a"]}, 'l = ["b", "a"]\n', "another order"),
        ('l = """x\ny""" # x\n', {"l": "z"}, 'l = "z" # x\n', "a text over two lines"),
    ],
)  # fmt: skip
def test_however_people_write_it_the_remarks_stay(
    begin: str, after: dict[str, Any], expected: str, why: str
) -> None:
    assert rewritten(begin, after) == expected, why


def test_the_standard_leaves_the_file_and_a_file_is_made_where_there_was_none(
    folder: Path, chief: Account
) -> None:
    put(folder, chief, norm_km=None, norm_weken={})
    assert read_settings(folder).norm_km == 15.0
    assert "norm_km" not in text(folder)

    (folder / "instellingen.toml").unlink()
    put(folder, chief, thuiszitter="THUIS_OCW", vakantieregio="zuid")
    assert text(folder) == 'vakantieregio = "zuid"\n', "what is standard anyway is not written"


def test_nothing_changed_writes_nothing(folder: Path, chief: Account) -> None:
    assert put(folder, chief, norm_km=15.0, niveaus=["havo", "vwo"], adressen=[]) == []
    assert text(folder) == FILE
    assert not (folder / "instellingen.toml.vorige").exists()


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"norm_km": 0.0}, "een afstand groter dan 0 km"),
        ({"bewaarjaren": {"verzuimmeldingen": 99}}, "1 tot en met 20 jaar"),
        ({"bewaarjaren": {"onzin": 3}}, "1 tot en met 20 jaar"),
        ({"norm_weken": {"doorlooptijd_besluit": -1}}, "een aantal weken groter dan 0"),
        ({"norm_weken": {"vsv": 3}}, "past alleen bij een doorlooptijd, niet bij vsv"),
        ({"thuiszitter": "ONZIN"}, "geen definitie in het register"),
        ({"vakantieregio": "oost"}, "noord, midden of zuid"),
        ({"swv_naam": {"Aa": "wij"}}, "'Aa' is geen code"),
        ({"swv_naam": {"VO9901": "https://u:p@x.nl"}}, "past geen webadres"),
        ({"niveaus": ["postgresql://u:geheim@x/db"]}, "past geen webadres"),
        ({"adressen": ["*"]}, "is geen adres"),
        ({"adressen": ["monitor.nl/x"]}, "is geen adres"),
        ({"demo": True}, "verandert u niet hier: demo"),
        ({"swv": "VO9902"}, "verandert u niet hier: swv"),
        ({"proxys": ["10.0.0.1"]}, "verandert u niet hier: proxys"),
        ({"niveaus": [f"n{n}" for n in range(500)]}, "te veel waarden"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(
    folder: Path, chief: Account, wanted: dict[str, Any], said: str
) -> None:
    with pytest.raises(MonitorError, match=said):
        put(folder, chief, **{"norm_km": 9.0, **wanted})

    assert text(folder) == FILE
    assert audit.search(journal(folder), what=Event.INSTELLING) == []


def test_every_change_is_in_the_log_with_what_it_was(folder: Path, chief: Account) -> None:
    put(folder, chief, norm_km=12.5, niveaus=["havo"])

    lines = audit.search(journal(folder), what=Event.INSTELLING)
    assert [(one.wie, one.over, one.swv) for one in reversed(lines)] == [
        ("chef@swv.nl", "norm_km: 15 werd 12,5", {"VO9901"}),
        ("chef@swv.nl", "niveaus: havo, vwo werd havo", {"VO9901"}),
    ]


def test_only_a_beheerder_of_whose_monitor_it_is_may(folder: Path, chief: Account) -> None:
    book, stamp = journal(folder), standing(folder).stamp
    neighbour = people.account(folder, "buur@swv.nl", Role.BEHEERDER, swv=["VO9902"])
    directeur = people.account(folder, "directeur@swv.nl")
    demonstration = Viewer(Role.BEHEERDER, frozenset({"VO9901"}), wie="beheerder")
    second = people.account(folder, "tweede@swv.nl", Role.BEHEERDER)
    accounts.deactivate(book, chief.viewer, second.nummer)

    for viewer in (neighbour.viewer, directeur.viewer, demonstration, second.viewer):
        with pytest.raises(NotAllowed):
            change(book, viewer, folder, stamp, {"norm_km": 1.0}, timed())
        with pytest.raises(NotAllowed):
            undo(book, viewer, folder, stamp, timed())

    assert text(folder) == FILE
    assert len(audit.search(book, what=Event.GEWEIGERD)) == 8


def test_the_second_of_two_is_refused(folder: Path, chief: Account) -> None:
    book, stamp = journal(folder), standing(folder).stamp
    change(book, chief.viewer, folder, stamp, {"norm_km": 1.0}, timed())

    with pytest.raises(Overtaken, match="intussen veranderd"):
        change(book, chief.viewer, folder, stamp, {"norm_km": 2.0}, timed())
    with pytest.raises(Overtaken):
        undo(book, chief.viewer, folder, stamp, timed())

    assert read_settings(folder).norm_km == 1.0


def test_undo_puts_it_back_and_again(folder: Path, chief: Account) -> None:
    book = journal(folder)
    with pytest.raises(NotFound, match="geen eerdere versie"):
        undo(book, chief.viewer, folder, standing(folder).stamp, timed())
    put(folder, chief, norm_km=1.0)

    undo(book, chief.viewer, folder, standing(folder).stamp, timed())
    assert text(folder) == FILE
    undo(book, chief.viewer, folder, standing(folder).stamp, timed())
    assert read_settings(folder).norm_km == 1.0
    assert audit.search(book, what=Event.INSTELLING)[0].over == "teruggezet: norm_km: 15 werd 1"


def test_undo_does_not_open_the_door(folder: Path, chief: Account) -> None:
    """Somebody put a demonstration's settings beside it: the page may not bring that back."""
    (folder / "instellingen.toml.vorige").write_text("demo = true\n" + FILE, "utf-8")

    with pytest.raises(MonitorError, match="op de server verandert: demo"):
        undo(journal(folder), chief.viewer, folder, standing(folder).stamp, timed())

    assert text(folder) == FILE


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12)
values = st.one_of(words, st.integers(0, 9), st.booleans(), st.lists(words, max_size=3),
                   st.floats(0.1, 99), st.dictionaries(words, words, max_size=3))  # fmt: skip
files = st.dictionaries(st.sampled_from(["a", "b", "c-d", "e_f", "g h"]), values, max_size=5)


@drawn(files, files)
def test_whatever_the_values_are_the_text_says_them(before: Any, after: Any) -> None:
    begin = canonical(before)
    assert tomllib.loads(begin) == before

    edited = rewritten(f"# van ons\n{begin}", after)
    assert tomllib.loads(edited) == after
    assert edited.startswith("# van ons\n"), "not written anew"
    assert rewritten(begin, before) == begin
