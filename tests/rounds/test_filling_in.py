"""Any vragenlijst that passes the check can be filled in, in any order."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.rounds.vragenlijst.answers import Given, WrongAnswer, read_answer
from monitor.rounds.vragenlijst.conditions import Answer, Place, Rows, asked, missing, shown
from monitor.rounds.vragenlijst.kinds import row_of
from monitor.rounds.vragenlijst.model import Vraag, Vragenlijst
from monitor.rounds.vragenlijst.reading import judged
from monitor.rounds.vragenlijst.standard import standard
from tests.helpers.drawing_vragenlijst import OWN, answer_to, vragenlijsten


def _rows(lijst: Vragenlijst, number: int = 2) -> Rows:
    return {
        deel.code: [f"rij-{at}" for at in range(number)] for deel in lijst.deel if deel.rijen_uit
    }


@given(st.data(), vragenlijsten())
def test_what_passes_the_check_can_be_filled_in_completely(
    data: st.DataObject, lijst: Vragenlijst
) -> None:
    answers: dict[Place, Answer] = {}
    rows = _rows(lijst)
    for _ in range(60):  # each answer may ask more; no vragenlijst that is drawn has so many
        still = [one for one in asked(lijst, answers, rows) if one.place not in answers]
        if not still:
            break
        one = data.draw(st.sampled_from(still))
        answers[one.place] = read_answer(one.vraag, data.draw(answer_to(one.vraag)), OWN)

    assert [one for one in asked(lijst, answers, rows) if one.place not in answers] == []
    assert missing(lijst, answers, rows) == []


@given(st.data(), vragenlijsten(), st.randoms(use_true_random=False))
def test_the_order_of_answering_never_changes_what_is_asked_in_the_end(
    data: st.DataObject, lijst: Vragenlijst, dice: random.Random
) -> None:
    """Two people with the same opinions: the one answers from the top, the other wherever he can, and
    also types and takes back answers on the way."""
    rows = _rows(lijst, 1)
    opinions: dict[Place, Answer] = {}

    def opinion(place: Place, vraag: Vraag) -> Answer:
        if place not in opinions:
            opinions[place] = read_answer(vraag, data.draw(answer_to(vraag)), OWN)
        return opinions[place]

    def all_answered(in_order: bool) -> list[Place]:
        answers: dict[Place, Answer] = {}
        while still := [one for one in asked(lijst, answers, rows) if one.place not in answers]:
            one = still[0] if in_order else dice.choice(still)
            if not in_order and dice.random() < 0.3:
                # First something else, which may ask questions that are not asked in the end.
                answers[one.place] = read_answer(one.vraag, data.draw(answer_to(one.vraag)), OWN)
                for other in asked(lijst, answers, rows):
                    if other.place not in answers and dice.random() < 0.5:
                        answers[other.place] = opinion(other.place, other.vraag)
            answers[one.place] = opinion(one.place, one.vraag)
        return [one.place for one in asked(lijst, answers, rows)]

    assert all_answered(True) == all_answered(False)


@given(st.data(), vragenlijsten())
def test_an_answer_to_a_question_that_is_not_asked_asks_nothing(
    data: st.DataObject, lijst: Vragenlijst
) -> None:
    rows = _rows(lijst, 1)
    now = {one.place for one in asked(lijst, {}, rows)}
    kept = {
        place: read_answer(vraag, data.draw(answer_to(vraag)), OWN)
        for deel, vraag in lijst.vragen()
        for place in [Place("rij-0" if deel.rijen_uit else "", vraag.code)]
        if place not in now and vraag.soort not in ("uitleg", "matrix")
    }

    assert {one.place for one in asked(lijst, kept, rows)} == now


def test_a_row_asks_by_its_own_row_only() -> None:
    """No places at the first arrangement, some at the second."""
    lijst = standard()["dekkend-aanbod"]
    rows = {"aanbod": ["ARR-0001", "ARR-0002"], "middelen": []}
    answers = {
        Place("ARR-0001", "plaatsen"): Answer(0),
        Place("ARR-0002", "plaatsen"): Answer(4),
    }

    places = [one.place for one in asked(lijst, answers, rows) if one.deel == "aanbod"]

    assert places == [
        Place("ARR-0001", "plaatsen"),
        Place("ARR-0002", "plaatsen"),
        Place("ARR-0002", "bezet"),
        Place("ARR-0002", "wachtend"),
        Place("ARR-0002", "geevalueerd"),
    ]


def test_a_matrix_asks_per_row_and_needs_each() -> None:
    vraag = {
        "code": "wie", "soort": "matrix", "tekst": "Wie?", "soort_rij": "janee", "weet_niet": True,
        "verplicht": True, "rijen": [{"code": "a", "tekst": "A"}, {"code": "b", "tekst": "B"}],
    }  # fmt: skip
    lijst = _lijst(vraag)
    answers = {Place("", "wie/a"): read_answer(row_of(lijst.vragen()[0][1], lijst.vragen()[0][1].rijen[0]), "ja")}  # fmt: skip

    assert [one.place.vraag for one in asked(lijst, {}, {})] == ["wie/a", "wie/b"]
    assert [one.place.vraag for one in missing(lijst, answers, {})] == ["wie/b"]


@pytest.mark.parametrize(
    ("condition", "answer", "holds"),
    [
        ({"is": ["ja", "deels"]}, "deels", True),
        ({"is": "ja"}, "deels", False),
        ({"is": "weet-niet"}, "weet-niet", True),
        ({"is_niet": "ja"}, "nee", True),
        ({"is_niet": "ja"}, "weet-niet", True),  # it is answered, and not with ja
        ({"is_niet": "ja"}, None, False),  # nothing was answered
    ],
)
def test_a_condition_of_a_choice(
    condition: dict[str, object], answer: str | None, holds: bool
) -> None:
    first = {"code": "eerst", "soort": "jadeelsnee", "tekst": "Eerst?", "weet_niet": True}
    then = {"code": "dan", "soort": "tekst", "tekst": "Dan?"}
    lijst = _lijst(first, {**then, "alleen_als": [{"vraag": "eerst", **condition}]})
    answers = {Place("", "eerst"): read_answer(lijst.vragen()[0][1], answer)} if answer else {}

    assert (Place("", "dan") in [one.place for one in asked(lijst, answers, {})]) is holds


@pytest.mark.parametrize(
    ("condition", "answer", "holds"),
    [
        ({"minstens": 3}, "3", True),
        ({"minstens": 3}, "2", False),
        ({"hoogstens": 2.5}, "3", False),
        ({"hoogstens": 2.5}, "2", True),
        ({"minstens": 0}, "weet-niet", False),  # not known is not nought
    ],
)
def test_a_condition_of_a_number(condition: dict[str, object], answer: str, holds: bool) -> None:
    first = {"code": "eerst", "soort": "aantal", "tekst": "Hoeveel?", "weet_niet": True}
    then = {"code": "dan", "soort": "tekst", "tekst": "Dan?"}
    lijst = _lijst(first, {**then, "alleen_als": [{"vraag": "eerst", **condition}]})
    answers = {Place("", "eerst"): read_answer(lijst.vragen()[0][1], answer)}

    assert (Place("", "dan") in [one.place for one in asked(lijst, answers, {})]) is holds


def test_a_condition_is_said_in_the_words_that_were_read() -> None:
    lijst = standard()["dekkend-aanbod"]
    vraag = next(vraag for _, vraag in lijst.vragen() if vraag.code == "leerlingen-verwacht")

    assert shown(lijst, vraag) == (
        "Alleen als het antwoord op “Groeit de vestiging volgend jaar?” ‘groeit’ of ‘krimpt’ is."
    )


@pytest.mark.parametrize(
    ("keys", "given_", "value"),
    [
        ({"soort": "aantal"}, "1.234", 1234),
        ({"soort": "bedrag"}, "1.234", 1234),
        ({"soort": "bedrag"}, "€ 1.234,50", 1234.5),
        ({"soort": "getal"}, "12,5", 12.5),
        ({"soort": "janee"}, "ja", "ja"),
        ({"soort": "schaal", "van": 1, "tot": 5}, "3", 3),
        ({"soort": "keuzes", "uit": "niveaus"}, ["vmbo-b", "angst", "angst"], ["angst", "vmbo-b"]),
        ({"soort": "datum"}, "1-10-2025", "2025-10-01"),
        ({"soort": "maand"}, "10-2025", "2025-10"),
        ({"soort": "schooljaar"}, "2024/25", "2024-2025"),
        ({"soort": "tekst"}, "  twee\r\nregels ", "twee\nregels"),
    ],
)  # fmt: skip
def test_an_answer_is_kept_as_its_value(
    keys: dict[str, object], given_: Given, value: object
) -> None:
    assert read_answer(_vraag(**keys), given_, OWN).value == value


@pytest.mark.parametrize(
    ("keys", "given_", "says"),
    [
        ({"soort": "aantal"}, "12,5", "een geheel getal"),
        ({"soort": "aantal"}, "-3", "een geheel getal"),
        ({"soort": "aantal"}, "1e9", "een geheel getal"),
        ({"soort": "aantal"}, "<5", "een geheel getal"),
        ({"soort": "aantal"}, "weet-niet", "een geheel getal"),  # this question has none
        ({"soort": "aantal", "maximum": 500}, "501", "hoogstens 500"),
        ({"soort": "aantal", "minimum": 5}, "4", "minstens 5"),
        ({"soort": "getal"}, "1.234", "kan twee dingen zijn"),
        ({"soort": "getal"}, "∞", "een getal"),
        ({"soort": "getal"}, "NaN", "een getal"),
        ({"soort": "bedrag", "decimalen": 0}, "12,50", "hoogstens 0"),
        ({"soort": "janee"}, "Ja", "Kies uit: ja, nee"),
        ({"soort": "janee"}, ["ja", "nee"], "één antwoord"),
        ({"soort": "keuzes", "uit": "niveaus"}, ["havo"], "is geen keuze"),
        ({"soort": "keuzes", "uit": "niveaus"}, [], "ten minste één"),
        ({"soort": "schaal", "van": 1, "tot": 5}, "6", "Kies uit: 1, 2, 3, 4, 5"),
        ({"soort": "datum"}, "31-02-2025", "een datum"),
        ({"soort": "datum", "niet_na": "vandaag"}, "01-01-2038", "vandaag"),
        ({"soort": "maand"}, "13-2025", "geen maand"),
        ({"soort": "maand", "niet_na": "vandaag"}, "2038-01", "moet nog komen"),
        ({"soort": "tekst"}, "x" * 601, "601 tekens; er passen er 600"),
        ({"soort": "tekst"}, "ga\u202ea", "niet te zien"),
        ({"soort": "tekst"}, "nul\x00", "niet te zien"),
        ({"soort": "tekst"}, "", "Er staat niets"),
        ({"soort": "document"}, {"titel": "SOP"}, "Vul alle velden in"),
        ({"soort": "document"},
         {"titel": "a", "plaats": "javascript:alert(1)", "geldig_tot": "1-8-2027"}, "webadres"),
        ({"soort": "leeftijd_bewijs"}, {"maand": "10-2025", "bron": "gevoel"}, "hoe u het weet"),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_said_in_a_sentence(
    keys: dict[str, object], given_: Given, says: str
) -> None:
    with pytest.raises(WrongAnswer, match=r"[.]$") as wrong:
        read_answer(_vraag(**keys), given_, OWN)

    assert says in str(wrong.value)


def test_a_bsn_in_a_text_is_refused_and_not_repeated() -> None:
    with pytest.raises(WrongAnswer) as wrong:
        read_answer(_vraag(soort="lange_tekst"), "Het gaat om 123456782 uit 3B")

    assert "burgerservicenummer" in str(wrong.value)
    assert "1234" not in str(wrong.value)


def _vraag(**keys: object) -> Vraag:
    return Vraag.model_validate({"code": "de-vraag", "tekst": "Wat?", **keys})


def _lijst(*vragen: dict[str, object]) -> Vragenlijst:
    deel: Sequence[dict[str, object]] = [{"code": "deel", "titel": "Deel", "vraag": list(vragen)}]
    lijst, faults = judged(
        {"code": "proef", "versie": "1", "titel": "Proef", "voor": "swv", "deel": deel},
        "proef.toml",
    )
    assert lijst is not None, faults
    return lijst
