"""`dekkend coverage`: in words and as JSON, of which the keys are a contract."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from monitor.commands import main
from monitor.dekking.matching.model import CellState
from monitor.store.versions import Versions


class Done(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `dekkend --data FOLDER coverage …` in this process."""

    def run_it(folder: Path, *words: str) -> Done:
        monkeypatch.setattr(sys, "argv", ["dekkend", "--data", str(folder), "coverage", *words])
        capsys.readouterr()
        code = 0
        try:
            main.main()
        except SystemExit as done:
            code = int(done.code or 0)
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Done(code, said.out, said.err)

    return run_it


PLACES = """\
POSTCODE4;SWV;SUBREGIO;WIJK;LATITUDE;LONGITUDE
1011;VO0101;Noord;Oost;52,0;5,0
1012;VO0101;Noord;West;52,126;5,0
"""
"""Fourteen kilometres apart."""
NEED = """\
SCHOOLJAAR;POSTCODE4;ONDERSTEUNINGSVRAAG;NIVEAU;AANTAL;DEEL
2018-2019;1011;angst;havo;3;wachtend
2018-2019;1011;angst;havo;2;vso
2018-2019;1012;angst;havo;2;wachtend
2018-2019;1012;gedrag;vwo;1;wachtend
"""
OFFER = """\
SCHOOLJAAR;ARRANGEMENTSCODE;TITEL;AANBIEDER;POSTCODE;ONDERSTEUNINGSVRAGEN;NIVEAUS;BEREIK;PLAATSEN PLAN;PLAATSEN PRAKTIJK;STATUS
2018-2019;A;Klas;Zorghuis;1011;angst;alle;swv;4;3;actief
2018-2019;B;Groep;Zorghuis;1012;gedrag;havo;swv;2;2;actief
"""


@pytest.fixture
def small(versions: Versions, deliver_text: Callable[..., object]) -> Callable[..., Path]:
    """A data folder with the files that are asked for, as `name=content`; '' leaves one out."""

    def make(**files: str) -> Path:
        contents = {"regio": PLACES, "behoefte": NEED, "arrangementen": OFFER, **files}
        deliver_text(*((f"{name}.csv", text) for name, text in contents.items() if text))
        return versions.folder

    return make


def told(done: Done) -> dict[str, object]:
    assert done.code == 0, done.err
    found: dict[str, object] = json.loads(done.out)
    return found


# ----------------------------------------------------------------------------------- in words


def test_it_tells_the_total_in_a_sentence_and_the_shortages_with_their_reason(
    run: Run, small: Callable[..., Path]
) -> None:
    done = run(small())

    assert done.code == 0
    first, sentence, *short = done.out.splitlines()
    assert first == "VO0101, schooljaar 2018-2019, met de plaatsen in de praktijk"
    assert sentence == (
        "Van 6 leerlingen met een ondersteuningsvraag vinden er 3 tegelijk een passende plek; 3 niet "
        "(van 0 onbekend)."
    )
    assert [line.split()[:8] for line in short] == [
        ["1012", "gedrag", "vwo", "geen", "school", "1", "van", "1"],
        ["1011", "angst", "havo", "geen", "school", "0–2", "van", "3"],
        ["1012", "angst", "havo", "geen", "school", "0–2", "van", "2"],
    ]
    assert "verkeerd niveau: Er is aanbod voor gedrag, maar niet op niveau vwo." in short[0]
    assert "vol: Eén passend arrangement met samen 3 plaatsen is vol." in short[1]


def test_of_the_plan_and_with_vso(run: Run, small: Callable[..., Path]) -> None:
    folder = small()

    plan = run(folder, "--offer", "plan").out
    vso = run(folder, "--vso").out

    assert "met de afgesproken plaatsen" in plan
    assert "Van 6 leerlingen met een ondersteuningsvraag vinden er 4 tegelijk" in plan
    assert "Van 8 leerlingen met een ondersteuningsvraag vinden er 3 tegelijk" in vso


def test_pupils_of_two_schools_are_two_lines_that_say_which(
    run: Run, small: Callable[..., Path]
) -> None:
    """Row A16: the same postcode, vraag and niveau, and another school, is another need."""
    done = run(small(behoefte=(
        "SCHOOLJAAR;POSTCODE4;VESTIGINGSCODE;ONDERSTEUNINGSVRAAG;NIVEAU;AANTAL;DEEL\n"
        "2018-2019;1012;99AA01;gedrag;vwo;1;wachtend\n"
        "2018-2019;1012;99AA00;gedrag;vwo;1;wachtend\n"
        "2018-2019;1012;;gedrag;vwo;1;wachtend\n"
    )))  # fmt: skip

    assert done.code == 0, done.err
    _, _, *short = done.out.splitlines()
    assert [line.split()[3] for line in short] == ["geen", "99AA00", "99AA01"]
    assert len(set(short)) == 3


def test_what_is_wrong_in_the_files_is_said_beside_it(run: Run, small: Callable[..., Path]) -> None:
    done = run(small(behoefte=NEED + "2018-2019;9999;angst;havo;2;wachtend\n"))

    assert "(van 2 onbekend)" in done.out
    assert "Let op: 9999" in done.err


def test_the_sample_swv(run: Run, sample_copy: Path) -> None:
    done = run(sample_copy)

    assert done.out.startswith("VO9901, schooljaar 2025-2026, met de plaatsen in de praktijk\n")
    assert (
        "Van 840 leerlingen met een ondersteuningsvraag vinden er 638 tegelijk een passende plek; 201 niet"
        in (done.out)
    )
    assert "alles: dekkend coverage --format json" in done.out


# ------------------------------------------------------------------------------------ as JSON


def test_the_keys_of_the_json(run: Run, small: Callable[..., Path]) -> None:
    found = told(run(small(), "--format", "json"))

    assert list(found) == [
        "swv", "schooljaar", "aanbod", "met_vso", "behoefte", "gedekt", "onbekend", "tekort", "km",
        "cellen", "snede", "arrangementen", "meldingen",
    ]  # fmt: skip
    assert (found["behoefte"], found["gedekt"], found["tekort"]) == (6, 3, 3)
    assert (found["swv"], found["aanbod"], found["met_vso"]) == ("VO0101", "praktijk", False)


def test_a_cell_as_json(run: Run, small: Callable[..., Path]) -> None:
    found = told(run(small(), "--format", "json"))
    cells = {(c["postcode4"], c["ondersteuningsvraag"]): c for c in found["cellen"]}  # type: ignore[attr-defined]

    assert cells["1012", "gedrag"] == {
        "postcode4": "1012",
        "ondersteuningsvraag": "gedrag",
        "niveau": "vwo",
        "vestiging": None,
        "wijk": "West",
        "gemeente": None,
        "subregio": "Noord",
        "need": 1,
        "placed": 0,
        "certain": 1,
        "possible": 1,
        "unknown": 0,
        "state": "verkeerd niveau",
        "reason": "Er is aanbod voor gedrag, maar niet op niveau vwo.",
        "in_cut": True,
        "alternatives": [
            {"arrangementscode": "B", "km": 0.0, "norm_km": 15.0, "why_not": ["ander niveau"]}
        ],
    }
    assert (cells["1011", "angst"]["certain"], cells["1011", "angst"]["possible"]) == (
        0,
        2,
    )


def test_the_cut_and_the_arrangementen_as_json(run: Run, small: Callable[..., Path]) -> None:
    found = told(run(small(), "--format", "json"))

    assert found["snede"] == {
        "need": 6,
        "places": 3,
        "gap": 3,
        "needs": [
            {"postcode4": "1011", "ondersteuningsvraag": "angst", "niveau": "havo", "vestiging": None},
            {"postcode4": "1012", "ondersteuningsvraag": "angst", "niveau": "havo", "vestiging": None},
            {"postcode4": "1012", "ondersteuningsvraag": "gedrag", "niveau": "vwo", "vestiging": None},
        ],
        "arrangements": ["A"],
    }  # fmt: skip
    assert found["arrangementen"] == [
        {
            "arrangementscode": "A", "vestiging": None, "places": 3, "used": 3, "free": 0,
            "in_cut": True, "marginal": 1,
        },
        {
            "arrangementscode": "B", "vestiging": None, "places": 2, "used": 0, "free": 2,
            "in_cut": False, "marginal": 0,
        },
    ]  # fmt: skip


@pytest.mark.parametrize("offer", ["plan", "praktijk"])
def test_the_json_of_the_sample_swv_agrees_with_itself(
    run: Run, sample_copy: Path, offer: str
) -> None:
    found = json.loads(run(sample_copy, "--offer", offer, "--format", "json").out)
    cells = found["cellen"]

    assert found["behoefte"] == found["gedekt"] + found["tekort"] + found["onbekend"]
    assert sum(cell["need"] for cell in cells) == found["behoefte"]
    assert sum(cell["placed"] for cell in cells) == found["gedekt"]
    assert sum(cell["certain"] for cell in cells) <= found["tekort"]
    assert sum(cell["possible"] for cell in cells) >= found["tekort"]
    assert found["snede"]["gap"] == found["tekort"]
    assert {cell["state"] for cell in cells} <= set(CellState)
    # Who may be short is told why; who is placed for certain is short of nothing.
    assert all(cell["reason"] for cell in cells if cell["possible"] or cell["unknown"])
    for use in found["arrangementen"]:
        known = use["places"] is not None
        assert (use["free"] is not None) == known
        assert not known or use["used"] + use["free"] == use["places"]
        assert use["marginal"] in (0, 1)


def test_the_same_question_has_the_same_answer_to_the_letter(run: Run, sample_copy: Path) -> None:
    assert run(sample_copy, "--format", "json").out == run(sample_copy, "--format", "json").out


# -------------------------------------------------------------------------------------- norms


def test_without_normen_the_default_of_15_km_holds(run: Run, small: Callable[..., Path]) -> None:
    offer = OFFER.replace(";4;3;actief", ";9;9;actief")
    folder = small(arrangementen=offer)

    found = told(run(folder, "--format", "json"))

    # Fourteen kilometres is within it: only who has the wrong niveau is short.
    assert (found["gedekt"], found["tekort"]) == (5, 1)


def test_with_normen_they_hold(run: Run, small: Callable[..., Path]) -> None:
    offer = OFFER.replace(";4;3;actief", ";9;9;actief")
    norm = "ONDERSTEUNINGSVRAAG;NIVEAU;MAX KM\nangst;alle;13\n"

    found = told(run(small(arrangementen=offer, normen=norm), "--format", "json"))

    assert (found["gedekt"], found["tekort"]) == (3, 3)
    (far,) = (c for c in found["cellen"] if c["postcode4"] == "1012" and c["niveau"] == "havo")  # type: ignore[attr-defined]
    assert far["state"] == "te ver"
    assert far["reason"] == "Het dichtstbijzijnde aanbod is A op 14 km; de norm is 13 km."


# ---------------------------------------------------------------- what cannot be answered


def test_an_unknown_schooljaar_is_told_with_those_that_there_are(
    run: Run, sample_copy: Path
) -> None:
    done = run(sample_copy, "--schooljaar", "2030-2031")

    assert (done.code, done.out) == (2, "")
    assert "Van schooljaar 2030-2031 is er geen dekking. Er is: 2021-2022," in done.err


def test_an_earlier_schooljaar(run: Run, sample_copy: Path) -> None:
    assert run(sample_copy, "--schooljaar", "2021-2022").out.startswith(
        "VO9901, schooljaar 2021-2022,"
    )


@pytest.mark.parametrize("left_out", ["arrangementen", "behoefte"])
def test_without_offer_or_need_it_says_what_to_deliver(
    run: Run, small: Callable[..., Path], left_out: str
) -> None:
    done = run(small(**{left_out: ""}), "--swv", "VO0101")

    assert (done.code, done.out) == (2, "")
    assert "geen schooljaar met zowel behoefte als arrangementen" in done.err


def test_an_unknown_samenwerkingsverband_is_told_with_those_that_there_are(
    run: Run, sample_copy: Path
) -> None:
    done = run(sample_copy, "--swv", "VO1234")

    assert (done.code, done.out) == (2, "")
    assert "VO9901" in done.err


def test_an_empty_folder(run: Run, tmp_path: Path) -> None:
    done = run(tmp_path)

    assert done.code == 2
    assert done.out == ""


@pytest.mark.parametrize("words", [("--offer", "hoop"), ("--format", "xml")])
def test_a_wrong_choice_is_wrong_usage(run: Run, sample_copy: Path, words: tuple[str, str]) -> None:
    assert run(sample_copy, *words).code == 2
