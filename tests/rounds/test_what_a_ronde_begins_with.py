"""What a ronde begins with: the schools that are open, and the items of the norm."""

from pathlib import Path

import pytest

from monitor.errors import MonitorError
from monitor.rounds.from_store import askable, last_list, with_items
from monitor.rounds.vragenlijst.norm_file import read_norm
from monitor.rounds.vragenlijst.reading import read_toml
from monitor.rounds.vragenlijst.standard import standard
from monitor.rounds.vragenlijst.writing import to_toml
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


NORM = """
code = "eigen-norm"
titel = "Onze norm"
status = "concept"
[[punt]]
item = "N.1"
tekst = "Er is een rustige plek"
volgt_op = ["BO-07"]
"""


def test_the_sample_asks_43_schools_and_names_the_two_that_closed(sample: Store) -> None:
    """45 are on the lists; two of them closed in 2023."""
    asked = askable(sample, "VO9901", ["vo", "pro"])

    assert len(asked.open) == 43
    assert {one.code for one in asked.closed} == {"99CB00", "99CC00"}
    assert {one.schooltype for one in askable(sample, "VO9901", []).open} > {"vo", "pro"}
    assert askable(sample, "VO9902", ["vo"]).open == []


def test_the_items_of_the_last_list_become_questions(sample: Store) -> None:
    version, punten = last_list(sample)

    filled = with_items(sample, standard()["dekkend-aanbod"])

    assert version == "2025"
    assert [one.item for one in punten] == [
        "BO-01", "BO-02", "BO-03", "BO-04", "BO-05", "BO-07", "BO-08", "BO-09", "BO-10", "BO-11",
        "BO-12",
    ]  # fmt: skip
    assert filled.left_out == ""
    basis = filled.vragenlijst.deel[0]
    assert [vraag.code for vraag in basis.vraag][-1] == "bo-12"
    assert {"basisondersteuning", "bo-12", "plaatsen"} <= {
        c.code for c in filled.vragenlijst.cijfer
    }
    assert read_toml(to_toml(filled.vragenlijst).encode(), "proef.toml").faults == []


def test_without_a_list_the_deel_is_left_out(versions: Versions) -> None:
    filled = with_items(open_store(versions), standard()["dekkend-aanbod"])

    assert "basis" not in [deel.code for deel in filled.vragenlijst.deel]
    assert "Lever een bestand basisondersteuning" in filled.left_out


def test_a_norm_of_its_own_goes_before_the_list(versions: Versions) -> None:
    lijst = standard()["dekkend-aanbod"].model_copy(update={"norm": "eigen-norm"})
    folder = versions.folder / "normen"
    store = open_store(versions)
    folder.mkdir(parents=True)
    (folder / "eigen-norm.toml").write_text(NORM, "utf-8")
    filled = with_items(store, lijst)
    (folder / "eigen-norm.toml").write_text(NORM.replace("eigen-norm", "andere"), "utf-8")
    with pytest.raises(MonitorError, match="dezelfde naam"):
        with_items(store, lijst)

    (vraag,) = filled.vragenlijst.deel[0].vraag
    assert (vraag.code, vraag.volgt_op) == ("n-1", ("bo-07",))
    assert vraag.wordt is not None
    assert (vraag.wordt.norm, vraag.wordt.item) == ("eigen-norm", "N.1")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (NORM.replace('"concept"', '"af"'), "sleutel 'status': kan alleen zijn"),
        (NORM.replace("tekst =", "titel ="), "punt 1, sleutel 'tekst': ontbreekt"),
        (NORM + '[[punt]]\nitem = "n-1"\ntekst = "Nog een"', "punt 'n-1', sleutel 'item': staat er 2 keer"),
        ("code = ", "is geen TOML"),
        ("a = " + "[" * 50_000, "is geen TOML"),
        ("#" * 300_000, "groter dan 256 kB"),
    ],
)  # fmt: skip
def test_a_norm_that_is_not_right(text: str, says: str) -> None:
    norm, faults = read_norm(text.encode(), "norm.toml")

    assert norm is None
    assert [fault for fault in map(str, faults) if says in fault], faults


def test_a_norm_that_cannot_be_opened(tmp_path: Path) -> None:
    from monitor.rounds.vragenlijst.norm_file import norm_file, read_norm_file

    with pytest.raises(MonitorError, match="bestaat niet"):
        read_norm_file(norm_file(tmp_path, "weg"))
