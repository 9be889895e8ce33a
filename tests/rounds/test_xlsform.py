"""A vragenlijst to Kobo or ODK and back: the same again, or a refusal that names sheet, row, column."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.rounds.vragenlijst.model import Vragenlijst
from monitor.rounds.vragenlijst.reading import Read, read_toml
from monitor.rounds.vragenlijst.relevant import NotInSubset, from_relevant
from monitor.rounds.vragenlijst.standard import standard
from monitor.rounds.vragenlijst.writing import to_toml
from monitor.rounds.vragenlijst.xlsform import Sheets
from monitor.rounds.vragenlijst.xlsform_in import from_sheets
from monitor.rounds.vragenlijst.xlsform_out import to_sheets
from tests.helpers.drawing_vragenlijst import vragenlijsten


@given(vragenlijsten())
def test_to_xlsform_and_back_is_the_same(lijst: Vragenlijst) -> None:
    read = from_sheets(to_sheets(lijst), "proef.xlsx")

    assert read.faults == []
    assert read.vragenlijst == lijst
    assert to_toml(read.vragenlijst) == to_toml(lijst)


@pytest.mark.parametrize("code", sorted(standard()))
def test_the_vragenlijsten_that_come_with_the_monitor_go_both_ways(code: str) -> None:
    assert from_sheets(to_sheets(standard()[code]), "proef.xlsx").vragenlijst == standard()[code]


@given(vragenlijsten())
def test_what_is_exported_has_names_lists_and_groups_that_hold(lijst: Vragenlijst) -> None:
    """What every program that reads XLSForm asks of it."""
    sheets = {name: _named(rows) for name, rows in to_sheets(lijst).items()}
    names = [line["name"] for line in sheets["survey"] if line["name"]]
    lists = {line["list_name"] for line in sheets["choices"]}
    depth = 0

    assert len(set(names)) == len(names)
    for line in sheets["survey"]:
        assert not line["name"] or re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.-]*", line["name"])
        depth += {"begin": 1, "end": -1}.get(line["type"].partition("_")[0], 0)
        assert depth >= 0
        if line["type"].startswith("select_"):
            assert line["type"].split(" ")[1] in lists
        for name in re.findall(r"\$\{([^}]*)\}", line.get("relevant", "")):
            assert name in names[: names.index(line["name"])]
    assert depth == 0


def _named(rows: list[list[str]]) -> list[dict[str, str]]:
    heads = [head.partition("::Ned")[0] for head in rows[0]]
    return [dict(zip(heads, row, strict=True)) for row in rows[1:]]


def test_conditions_are_written_as_a_form_has_them() -> None:
    """The example of the issue, and that an open question meets nothing."""
    text = """
    code = "proef"
    versie = "1"
    titel = "Proef"
    voor = "swv"
    [[deel]]
    code = "deel"
    titel = "Deel"
    [[deel.vraag]]
    code = "bo-12"
    soort = "jadeelsnee"
    tekst = "Is er verrijking?"
    [[deel.vraag]]
    code = "12-hoe"
    soort = "tekst"
    tekst = "Hoe?"
    alleen_als = [{vraag = "bo-12", is = ["ja", "deels"]}, {vraag = "bo-12", is_niet = "nee"}]
    """
    lijst = read_toml(text.encode(), "proef.toml").vragenlijst
    assert lijst is not None

    line = _named(to_sheets(lijst)["survey"])[2]

    assert line["name"] == "_12-hoe"
    assert line["relevant"] == (
        "(${bo-12} = 'ja' or ${bo-12} = 'deels') and (${bo-12} != '' and ${bo-12} != 'nee')"
    )


def test_a_form_forces_no_answer_where_one_may_say_that_he_does_not_know() -> None:
    """Beside a number Kobo has no 'weet niet'; among choices it is one of them."""
    lines = {
        line["name"]: line for line in _named(to_sheets(standard()["dekkend-aanbod"])["survey"])
    }

    assert (lines["plaatsen"]["required"], lines["groeit"]["required"]) == ("", "yes")
    assert lines["plaatsen"]["bind::dekkend:verplicht"] == "true"


SETTINGS = [["form_title", "form_id", "version", "dekkend:voor"], ["Proef", "proef", "1", "swv"]]
CHOICES = [["list_name", "name", "label"], ["kleur", "rood", "Rood"], ["kleur", "blauw", "Blauw"]]


def _read(survey: list[list[str]], choices: list[list[str]] | None = None, **more: list[list[str]]) -> Read:  # fmt: skip
    sheets: Sheets = {"survey": survey, "settings": SETTINGS, **more}
    if choices:
        sheets["choices"] = choices
    return from_sheets(sheets, "kobo.xlsx")


def test_a_form_that_was_made_elsewhere_is_read() -> None:
    read = _read(
        [
            ["type", "name", "label::Nederlands (nl)", "hint", "required", "relevant", "constraint", "appearance", "parameters"],
            ["note", "vooraf", "Welkom"],
            ["begin group", "basis", "De basis"],
            ["select_one kleur", "kleur", "Welke kleur?", "Kies er een."],
            ["integer", "aantal", "Hoeveel?", "", "", "${kleur} = 'rood'", ". >= 0 and . <= 500"],
            ["text", "toelichting", "Waarom?", "", "", "", "", "multiline"],
            ["range", "cijfer", "Welk cijfer?", "", "", "${aantal} >= 3", "", "", "start=1 end=10 step=1"],
            ["end group"],
        ],
        CHOICES,
    )  # fmt: skip

    lijst = read.vragenlijst
    assert lijst is not None, read.faults
    assert [(deel.code, [vraag.soort for vraag in deel.vraag]) for deel in lijst.deel] == [
        ("vragen", ["uitleg"]),
        ("basis", ["keuze", "aantal", "lange_tekst", "schaal"]),
    ]
    aantal = lijst.deel[1].vraag[1]
    assert (aantal.minimum, aantal.maximum) == (0, 500)
    assert aantal.alleen_als[0].is_ == ("rood",)


HEAD = ["type", "name", "label"]
GROUP = ["begin_group", "deel", "Deel"]
END = ["end_group"]


@pytest.mark.parametrize(
    ("survey", "where", "says"),
    [
        ([HEAD, GROUP, ["calculate", "som", "x"], END], "blad survey, rij 3, kolom type",
         "‘calculate’ kan hier niet. Laat deze regel weg."),
        ([[*HEAD, "calculation"], GROUP, ["text", "ab", "x"], END], "blad survey, rij 1, kolom D",
         "‘calculation’ kan hier niet"),
        ([[*HEAD, "label::English (en)"], GROUP, ["text", "ab", "x"], END],
         "blad survey, rij 1, kolom D", "in één taal"),
        ([HEAD, GROUP, ["text", "ab", "x", "los"], END], "blad survey, rij 3, kolom D", "onder geen kop"),
        ([[*HEAD, "relevant"], GROUP, ["text", "ab", "x", "${cd} > 3"], END],
         "blad survey, rij 3, kolom relevant", "bevat iets anders"),
        ([[*HEAD, "relevant"], GROUP, ["text", "ab", "x", "${cd} = 'ja' or ${ef} = 'ja'"], END],
         "blad survey, rij 3, kolom relevant", "anders dan met and"),
        ([[*HEAD, "constraint"], GROUP, ["integer", "ab", "x", "regex(., '[0-9]')"], END],
         "blad survey, rij 3, kolom constraint", "een minimum en maximum"),
        ([[*HEAD, "appearance"], GROUP, ["integer", "ab", "x", "bearing"], END],
         "blad survey, rij 3, kolom appearance", "Maak de cel leeg"),
        ([HEAD, GROUP, ["select_one kleuren", "ab", "x"], END], "blad survey, rij 3, kolom type",
         "niet op blad choices"),
        ([HEAD, GROUP, ["text", "ab", "x"]], "blad survey, rij 2, kolom type", "nergens gesloten"),
        ([HEAD, GROUP, ["text", "ab", "x"], END, END], "blad survey, rij 5, kolom type", "niet open"),
        ([HEAD, GROUP, ["begin_group", "in", "In"], ["text", "ab", "x"], END, END],
         "blad survey, rij 3, kolom type", "alleen voor een matrix"),
        ([HEAD, ["begin_repeat", "deel", "Deel"], ["text", "ab", "x"], ["end_repeat"]],
         "blad survey, rij 2, kolom bind::dekkend:rijen_uit", "waar de rijen uit komen"),
        ([[*HEAD, "bind::dekkend:wordt"], GROUP, ["text", "ab", "x", "{document"], END],
         "blad survey, rij 3, kolom bind::dekkend:wordt", "als in TOML"),
        ([[*HEAD, "bind::dekkend:soort"], GROUP, ["text", "ab", "x", "aantal"], END],
         "blad survey, rij 3, kolom type", "heeft type integer"),
        # What the monitor asks of every vragenlijst, with the row.
        ([HEAD, GROUP, ["text", "Vraag_1", "x"], END], "blad survey, rij 3, vraag 'Vraag_1'",
         "kleine letters"),
        ([[*HEAD, "required"], GROUP, ["text", "ab", "x", "yes"], END], "blad survey, rij 3, vraag 'ab'",
         "waarom_verplicht"),
    ],
)  # fmt: skip
def test_what_is_not_in_the_subset_is_refused_with_its_place(
    survey: list[list[str]], where: str, says: str
) -> None:
    read = _read(survey)

    assert read.vragenlijst is None
    assert [str(fault) for fault in read.faults if fault.where == where and says in fault.text], (
        [str(fault) for fault in read.faults]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("choices", "where", "says"),
    [
        ([*CHOICES, ["rest", "a", "A"]], "blad choices, rij 4", "hoort bij geen vraag"),
        ([*CHOICES, ["kleur", "", "Leeg"]], "blad choices, rij 4, kolom name", "is leeg"),
        ([*CHOICES, ["kleur", "weet-niet", "Geen idee"]], "blad choices, rij 4, kolom label",
         "heet hier altijd ‘weet niet’"),
        ([[*CHOICES[0], "filter"], *CHOICES[1:]], "blad choices, rij 1, kolom D", "kan hier niet"),
    ],
)  # fmt: skip
def test_choices_that_are_not_right(choices: list[list[str]], where: str, says: str) -> None:
    read = _read([HEAD, GROUP, ["select_one kleur", "ab", "x"], END], choices)

    assert [fault for fault in read.faults if fault.where == where and says in fault.text], (
        read.faults
    )


def test_a_sheet_that_would_be_lost_is_refused() -> None:
    read = _read([HEAD, GROUP, ["text", "ab", "x"], END], entities=[["list_name"], ["school"]])

    assert [(fault.where, fault.text[:14]) for fault in read.faults] == [
        ("blad entities", "kan hier niet.")
    ]


@pytest.mark.parametrize(
    "text",
    ["(", ")", "()", "${a", "${ab} =", "${ab} = 'x' and", "selected(${ab})", "(" * 30_000, "1 = 1",
     "(${ab} = 'x' and ${ab} = 'y')", "(${ab} = 'x' or ${cd} = 'y')", "${ab} != 'x'", "not(${ab} = 'x')"],
)  # fmt: skip
def test_xpath_that_is_no_condition_is_refused(text: str) -> None:
    with pytest.raises(NotInSubset):
        from_relevant(text)


CELLS = st.sampled_from(
    ["", "x", "begin_group", "end_group", "begin_repeat", "select_one x", "select_one", "range",
     "matrix", "norm", "{}", "[1]", "true", "1e5", "{soort = 1}", "deel_", "_", "uitleg", "keuze",
     "${x} = 'ja'", ". >= 1", "weet-niet", "start=1 end=5", "\u202e", "1979-05-27", "nan"]
) | st.text(max_size=8)  # fmt: skip


@given(st.data(), vragenlijsten())
def test_a_form_with_anything_in_its_cells_is_read_or_refused(
    data: st.DataObject, lijst: Vragenlijst
) -> None:
    sheets = to_sheets(lijst)
    for _ in range(data.draw(st.integers(1, 4))):
        rows = sheets[data.draw(st.sampled_from(sorted(sheets)))]
        row = data.draw(st.sampled_from(rows))
        row[data.draw(st.integers(0, len(row) - 1))] = data.draw(CELLS)

    read = from_sheets(sheets, "proef.xlsx")

    assert (read.vragenlijst is None) == bool(read.faults)
    if read.vragenlijst is not None:  # what is taken goes back as it came
        assert (
            from_sheets(to_sheets(read.vragenlijst), "proef.xlsx").vragenlijst == read.vragenlijst
        )
