"""A vragenlijst that is not right: every fault at once, each with file, question, key and what to do."""

import re
import time
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.rounds.vragenlijst.model import MOST_VRAGEN, Vragenlijst
from monitor.rounds.vragenlijst.norm import Punt, with_norm
from monitor.rounds.vragenlijst.reading import LARGEST, judged, read_toml
from monitor.rounds.vragenlijst.standard import standard
from monitor.rounds.vragenlijst.writing import to_toml
from tests.helpers.drawing_vragenlijst import vragenlijsten


HEAD = """
code = "proef"
versie = "2026"
titel = "Proef"
voor = "vestiging"
norm = "norm-2025"
"""
DEEL = """
[[deel]]
code = "deel"
titel = "Deel"
"""
ENGLISH = re.compile(
    r"\b(input|should|must|invalid|valid|extra|field|missing|value|error)\b", re.IGNORECASE
)
BO_12 = """
[[deel.vraag]]
code = "bo-12"
soort = "jadeelsnee"
tekst = "Is er verrijking?"
"""


def faults(text: str) -> list[str]:
    return [str(fault) for fault in read_toml(text.encode(), "proef.toml").faults]


def vraag(keys: str, code: str = "de-vraag") -> str:
    return f'\n[[deel.vraag]]\ncode = "{code}"\ntekst = "Wat?"\n{keys}\n'


@pytest.mark.parametrize(
    ("keys", "key", "says"),
    [
        # The shape of one key.
        ('soort = "janee"\nverplich = true', "verplich", "Bedoelt u 'verplicht'?"),
        ('soort = "janee"\nverplicht = "ja"', "verplicht", "true of false"),
        ('soort = "jaofnee"', "soort", "kan alleen zijn: 'janee'"),
        ('soort = "aantal"\nmaximum = inf', "maximum", "geen inf of nan"),
        ('soort = "aantal"\nmaximum = 1e12', "maximum", "hoogstens 1e+09"),
        ('soort = "aantal"\nbetekenis = 0', "betekenis", "minstens 1"),
        ('soort = "tekst"\nhulp = 3', "hulp", "aanhalingstekens omheen"),
        ('soort = "tekst"\nhulp = " "', "hulp", "is leeg"),
        ('soort = "tekst"\nhulp = "a\\u202eb"', "hulp", "niet te zien"),
        ('soort = "tekst"\nhulp = "zie ${bo-12}"', "hulp", "Haal het weg"),
        ('soort = "keuze"\nuit = "../../etc/passwd"', "uit", "kan alleen zijn"),
        ('soort = "tekst"\nvoorstel = "bron.account"', "voorstel", "kan alleen zijn"),
        ('soort = "tekst"\nalleen_als = {vraag = "bo-12"}', "alleen_als", "moet een lijst zijn"),
        # Keys that go together.
        ('soort = "tekst"\nmaximum = 3', "maximum", "hoort niet bij soort tekst"),
        ('soort = "janee"\nverplicht = true', "verplicht", "waarom_verplicht"),
        ('soort = "janee"\nwaarom_verplicht = "Zo."', "waarom_verplicht", "verplicht = true"),
        ('soort = "keuze"', "lijst", "óf lijst"),
        ('soort = "keuze"\nlijst = [{code = "a", tekst = "A"}]', "lijst", "minstens 2"),
        ('soort = "keuze"\nlijst = [{code = "a", tekst = "A"}, {code = "a", tekst = "B"}]', "lijst",
         "twee keer"),
        ('soort = "keuze"\nlijst = [{code = "a", tekst = "A"}, {code = "nvt", tekst = "B"}]', "lijst",
         "nvt = true"),
        ('soort = "schaal"\nvan = 1', "tot", "kan niet zonder"),
        ('soort = "schaal"\nvan = 5\ntot = 1', "tot", "groter zijn dan van"),
        ('soort = "schaal"\nvan = 1\ntot = 5\nwoorden = {6 = "eens"}', "woorden", "geen stap"),
        ('soort = "aantal"\nminimum = -1', "minimum", "tussen 0 en"),
        ('soort = "aantal"\nminimum = 2.5', "minimum", "achter de komma"),
        ('soort = "aantal"\nminimum = 5\nmaximum = 4', "minimum", "groter dan maximum"),
        ('soort = "matrix"\nsoort_rij = "schaal"', "rijen", "kan niet zonder"),
        # Conditions.
        ('soort = "tekst"\nalleen_als = [{vraag = "bo-21", is = "ja"}]', "alleen_als[1]",
         "die er niet is. Bedoelt u 'bo-12'?"),
        ('soort = "tekst"\nalleen_als = [{vraag = "de-vraag", is = "ja"}]', "alleen_als[1]",
         "hier of later staat"),
        ('soort = "tekst"\nalleen_als = [{vraag = "bo-12", is = "misschien"}]', "alleen_als[1]",
         "Kies uit: ja, deels, nee"),
        ('soort = "tekst"\nalleen_als = [{vraag = "bo-12", minstens = 2}]', "alleen_als[1]",
         "Gebruik is, is_niet"),
        ('soort = "tekst"\nalleen_als = [{vraag = "bo-12"}]', "alleen_als[1]", "precies één"),
        ('soort = "tekst"\nalleen_als = [{vraag = "bo-12", is = "ja", is_niet = "nee"}]',
         "alleen_als[1]", "precies één"),
        # What an answer becomes, held against the files.
        ('soort = "aantal"\nwordt = {bestand = "praktijk", kolom = "PLAATSEN"}', "wordt",
         "praktijk heeft geen kolom 'PLAATSEN'"),
        ('soort = "aantal"\nwordt = {bestand = "praktijk", kolom = "BEZET"}', "wordt",
         'rijen_uit = "arrangementen"'),
        ('soort = "bedrag"\nwordt = {norm = "norm-2025", item = "BO-1"}', "wordt", "jadeelsnee"),
        ('soort = "janee"\nwordt = {norm = "andere", item = "BO-1"}', "wordt", "Maak ze gelijk"),
        ('soort = "janee"\nwordt = {norm = "norm-2025"}', "wordt", "ontbreekt item"),
        ('soort = "tekst"\nwordt = {middelen = "ingezet", doel = "arrangementen"}', "wordt",
         "past bij soort bedrag"),
        ('soort = "bedrag"\nwordt = {middelen = "ingezet"}', "wordt", "noem een doel"),
        ('soort = "tekst"\nwordt = {document = "sop"}', "wordt", "hoort bij soort document"),
        ('soort = "tekst"\nwordt = {behoefte = true}', "wordt", "is een aantal"),
        ('soort = "tekst"\nwordt = {}', "wordt", "precies één"),
        ('soort = "bedrag"\nvoorstel = "middelen.toegekend"', "voorstel", 'rijen_uit = "middelen"'),
        ('soort = "tekst"\nvoorstel = "leerlingtelling.aantal"', "voorstel", "past bij soort aantal"),
    ],
)  # fmt: skip
def test_a_fault_names_file_question_and_key_and_says_what_to_do(
    keys: str, key: str, says: str
) -> None:
    found = faults(HEAD + DEEL + BO_12 + vraag(keys))

    assert [f for f in found if says in f] != [], found
    fault = next(f for f in found if says in f)
    assert fault.startswith(f"proef.toml, vraag 'de-vraag', sleutel '{key}': ")
    assert not any(ENGLISH.search(f) for f in found)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (HEAD, "er is geen deel"),
        (HEAD + DEEL, "deel 'deel', sleutel 'vraag': dit deel heeft geen vraag"),
        (HEAD + "[deel]\ncode = 'deel'", "begin elk stuk met [[deel]]"),
        (HEAD + DEEL + BO_12 + BO_12, "vraag 'bo-12', sleutel 'code': staat er 2 keer in"),
        (HEAD + DEEL + BO_12 + DEEL + vraag('soort = "tekst"'), "deel 'deel', sleutel 'code'"),
        (HEAD.replace('"vestiging"', '"swv"') + DEEL.replace("titel", "rijen_uit = 'arrangementen'\ntitel")
         + vraag('soort = "tekst"'), "deze vragenlijst is voor swv"),
        (HEAD + DEEL + 'vragen_uit = "norm"\n' + BO_12, "maakt zelf een vraag per punt"),
        (HEAD.replace('"2026"', "2026") + DEEL + BO_12, "sleutel 'versie': moet tekst zijn"),
        (HEAD + "schooltypen = ['vo', 'vo']" + DEEL + BO_12, "een schooltype twee keer"),
        ("code = ", "is geen TOML"),
        ("code = 1\ncode = 2", "is geen TOML"),
        ("code = " + "9" * 5000, "is geen TOML"),  # int() takes no more than 4300 digits
    ],
)  # fmt: skip
def test_a_fault_of_the_whole(text: str, says: str) -> None:
    found = faults(text)

    assert [fault for fault in found if says in fault] != [], found
    assert not any(ENGLISH.search(fault) for fault in found)


CIJFER = '\n[[cijfer]]\ncode = "eentje"\ntitel = "Eentje"\n'


@pytest.mark.parametrize(
    ("keys", "key", "says"),
    [
        ('maat = "aandeel"\nvraag = "bo-12"', "telt", "Noem de antwoorden"),
        ('maat = "aandeel"\nvraag = "bo-12"\ntelt = ["jawel"]', "telt", "Kies uit: ja, deels, nee"),
        ('maat = "aandeel"\nvraag = "bo-12"\ntelt = ["ja\'; drop table antwoord; --"]', "telt[1]",
         "kleine letters, cijfers of streepjes"),
        ('maat = "som"\nvraag = "bo-12"', "maat", "Kies uit: aandeel, aantal, verdeling"),
        ('maat = "aandeel"\nvraag = "bo-13"\ntelt = ["ja"]', "vraag", "Bedoelt u 'bo-12'?"),
        ('maat = "aandeel"\nvraag = "bo-12"\ndeel = "deel"\ntelt = ["ja"]', "vraag", "óf vraag óf deel"),
        ('maat = "aandeel"\nvraag = "bo-12"\nper_vraag = true\ntelt = ["ja"]', "per_vraag", "bij deel"),
        ('maat = "aandeel"\nvraag = "bo-12"\ntelt = ["ja"]\npubliek = ["krant"]', "publiek[1]",
         "kan alleen zijn"),
        ('maat = "aandeel"\nvraag = "bo-12"\ntelt = ["ja"]\nsql = "select 1"', "sql", "bestaat hier niet"),
    ],
)  # fmt: skip
def test_a_fault_of_a_cijfer(keys: str, key: str, says: str) -> None:
    found = faults(HEAD + DEEL + BO_12 + CIJFER + keys)

    assert len(found) == 1
    assert found[0].startswith(f"proef.toml, cijfer 'eentje', sleutel '{key}': ")
    assert says in found[0]


def test_every_fault_is_told_at_once() -> None:
    """In the head, in a question that cannot be read, in one that can, and in a cijfer."""
    found = faults(
        HEAD.replace("titel", "title")
        + DEEL
        + vraag('soort = "onzin"', "eerste")
        + vraag('soort = "tekst"\nalleen_als = [{vraag = "eerste", is = "ja"}]', "tweede")
        + vraag('soort = "tekst"\nverplicht = true', "derde")
        + CIJFER
        + 'maat = "som"\nvraag = "vierde"'
    )

    assert [re.sub(r": .*", "", fault) for fault in found] == [
        "proef.toml, sleutel 'titel'",
        "proef.toml, sleutel 'title'",
        "proef.toml, vraag 'eerste', sleutel 'soort'",
        # Nothing of 'tweede': whether 'eerste' can be named is not known.
        "proef.toml, vraag 'derde', sleutel 'verplicht'",
        "proef.toml, cijfer 'eentje', sleutel 'vraag'",
    ]


def test_a_question_in_a_row_is_named_within_its_row_only() -> None:
    rows = DEEL.replace('"deel"', '"rijen"') + 'rijen_uit = "arrangementen"\n'
    outside = 'soort = "tekst"\nalleen_als = [{vraag = "per-rij", is = "ja"}]'
    found = faults(
        HEAD + rows + vraag('soort = "janee"', "per-rij") + vraag(outside, "binnen")
        + DEEL + vraag(outside, "buiten")
    )  # fmt: skip

    assert len(found) == 1
    assert "vraag 'buiten'" in found[0]
    assert "per rij gesteld" in found[0]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + DEEL + "".join(vraag('soort = "tekst"', f"v{at}") for at in range(100_000)),
        HEAD + DEEL + "".join(vraag('soort = "tekst"', f"v{at}") for at in range(MOST_VRAGEN + 1)),
        "a = " + "[" * 100_000,
        "a = " + "{a=" * 50_000,
        ".".join(["a"] * 60_000) + " = 1",
        "[" + ".".join(["'a'"] * 40_000) + "]",
        HEAD + "x" * 200_000,
        HEAD + "".join(f"k{at} = 1\n" for at in range(20_000)),
        "\udcff",
    ],
    ids=["10^5 questions", "one too many", "lists", "tables", "dots", "quoted dots", "one word",
         "unknown keys", "no UTF-8"],
)  # fmt: skip
def test_a_file_made_to_be_too_much_is_refused_at_once(text: str) -> None:
    began = time.process_time()
    read = read_toml(text.encode("utf-8", "surrogateescape"), "proef.toml")

    assert read.vragenlijst is None
    assert 1 <= len(read.faults) <= 501
    assert all(len(str(fault)) < 500 for fault in read.faults)
    assert time.process_time() - began < 5


def test_the_bound_on_size_is_told() -> None:
    assert "groter dan 256 kB" in faults("#" * (LARGEST + 1))[0]


@given(st.text(max_size=200) | st.sampled_from([HEAD, DEEL, BO_12, CIJFER]).flatmap(
    lambda part: st.text(max_size=30).map(lambda text: HEAD + DEEL + part + text)))  # fmt: skip
def test_any_text_is_a_vragenlijst_or_has_faults(text: str) -> None:
    read = read_toml(text.encode("utf-8", "replace"), "proef.toml")

    assert (read.vragenlijst is None) == bool(read.faults)


@given(vragenlijsten())
def test_what_is_written_is_read_as_the_same(lijst: Vragenlijst) -> None:
    read = read_toml(to_toml(lijst).encode(), "proef.toml")

    assert (read.vragenlijst, read.faults) == (lijst, [])


def test_the_vragenlijsten_that_come_with_the_monitor_are_right() -> None:
    school, bestuur = standard()["dekkend-aanbod"], standard()["dekkend-aanbod-bestuur"]

    assert [deel.code for deel in school.deel] == [
        "basis", "aanbod", "middelen", "verantwoording", "leerlingen",
    ]  # fmt: skip
    assert (school.voor, bestuur.voor) == ("vestiging", "bestuur")
    assert {"basisondersteuning", "plaatsen"} <= {cijfer.code for cijfer in school.cijfer}
    assert [deel.rijen_uit for deel in bestuur.deel] == ["middelen", "swv"]
    assert all(
        to_toml(one).count("[[deel.vraag]]") == len(one.vragen()) for one in (school, bestuur)
    )


def test_a_norm_gives_a_question_and_a_cijfer_per_item() -> None:
    punten = [Punt("BO-07", "Een rustige werkplek"), Punt("BO-12", "Verrijking", ("BO-06",))]

    filled = with_norm(standard()["dekkend-aanbod"], "basisondersteuning-2025", punten)

    lijst = filled.vragenlijst
    basis = lijst.deel[0].vraag
    assert filled.left_out == ""
    assert [(one.code, one.soort, one.weet_niet) for one in basis] == [
        ("bo-07", "jadeelsnee", True),
        ("bo-12", "jadeelsnee", True),
    ]
    assert basis[1].volgt_op == ("bo-06",)
    assert [one.code for one in lijst.cijfer][:4] == [
        "basisondersteuning", "bo-07", "bo-12", "plaatsen",
    ]  # fmt: skip
    # What was filled in is a vragenlijst as any other.
    assert read_toml(to_toml(lijst).encode(), "proef.toml").vragenlijst == lijst


def test_without_a_norm_the_deel_is_left_out_and_that_is_said() -> None:
    filled = with_norm(standard()["dekkend-aanbod"], "geen", [])

    assert "Lever een bestand basisondersteuning" in filled.left_out
    assert [deel.code for deel in filled.vragenlijst.deel] == [
        "aanbod", "middelen", "verantwoording", "leerlingen",
    ]  # fmt: skip
    assert "basisondersteuning" not in {one.code for one in filled.vragenlijst.cijfer}
    assert read_toml(to_toml(filled.vragenlijst).encode(), "proef.toml").faults == []


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
    | st.dates() | st.sampled_from(["ja", "norm", "arrangementen", "tekst", "matrix", "keuze"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip


@given(st.data(), vragenlijsten())
def test_a_vragenlijst_with_anything_as_a_value_is_read_or_has_faults(
    data: st.DataObject, lijst: Vragenlijst
) -> None:
    given_ = tomllib.loads(to_toml(lijst))
    for _ in range(data.draw(st.integers(1, 3))):
        parts: list[Any] = [given_]
        for one in parts:  # every table in it
            inner = one.values() if isinstance(one, dict) else one
            parts += [value for value in inner if isinstance(value, dict | list)]
        part = data.draw(st.sampled_from([one for one in parts if one]))
        keys = sorted(part) if isinstance(part, dict) else list(range(len(part)))
        part[data.draw(st.sampled_from(keys))] = data.draw(VALUES)

    read = judged(given_, "proef.toml")

    assert (read.vragenlijst is None) == bool(read.faults)
