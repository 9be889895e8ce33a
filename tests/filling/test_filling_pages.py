"""A school fills in its list on plain pages: what is kept, what is refused, and what nobody sees."""

from pathlib import Path

import pytest

from monitor.access import Role, audit
from monitor.rounds import handing_in, rondes
from monitor.rounds.kept_answers import current, history
from monitor.rounds.vragenlijst.conditions import Place

from .filled_folder import STAFF, Browser, Filled, fields, filled


CARD = "kaartje-van-deze-proef-{:04d}"


@pytest.fixture
def at(tmp_path: Path) -> Filled:
    return filled(tmp_path)


def kept(at: Filled, vraag: str, rij: str = "") -> object:
    one = current(history(at.book, at.own)).get(Place(rij, vraag))
    return None if one is None else one.waarde if one.staat == "gegeven" else one.staat


def one_answer(who: Browser, key: str, value: str, number: int, **more: str):  # type: ignore[no-untyped-def]
    data = {"sleutel": key, f"v.{key}": value, "kaartje": CARD.format(number), **more}
    return who.post(who.own("/bewaar"), data)


def test_a_list_is_filled_in_handed_in_and_signed_without_script(at: Filled) -> None:
    school = at.client()
    first = school.get()
    assert "U hebt 3 vragen; van 2 staat uw antwoord van vorig jaar er al." in first.text
    assert "Wilgenrede &lt;College&gt;" in first.text

    after = school.send_deel("basis", **{"v.bo-01@": "ja", "v.bo-02@": "weet-niet"})
    assert "Door uw antwoord is er een vraag bij gekomen" in after.text
    after = school.send_deel("basis", **{"v.hoe@": "in de les"})
    assert "<h1>Uw arrangementen</h1>" in after.text
    last = school.send_deel("aanbod", **{"v.plaatsen@ARR-0001": "12"})
    assert "Alles wat nodig is, is beantwoord." in last.text
    done = school.post(school.own("/inleveren"), fields(last.text))
    assert "Ingeleverd op" in done.text
    assert "door Jansen" in done.text
    signed = school.post(school.own("/tekenen"), {**fields(done.text), "ken": "ja"})

    assert "getekend op" in signed.text
    assert kept(at, "bo-01") == "ja"
    assert kept(at, "bo-02") == "weet-niet"
    assert kept(at, "plaatsen", "ARR-0001") == 12
    done_ = handing_in.of_all(at.book, [at.own])[at.own]
    assert [str(one.stap) for one in done_] == ["ingeleverd", "getekend"]
    assert at.book.version() <= 10, "people were made"
    assert at.opened == []


def test_saving_raises_no_version_and_opens_no_store(at: Filled) -> None:
    school = at.client()
    before = at.book.version()

    answer = one_answer(school, "bo-01@", "ja", 1)
    school.send_deel("basis", **{"v.bo-02@": "nee"})

    assert answer.status_code == 200
    assert answer.json()["stand"].startswith("bewaard ")
    assert answer.json()["gevraagd"] == ["bo-01@", "bo-02@", "hoe@"]
    assert at.book.version() == before
    assert at.opened == []


def test_what_is_wrong_stands_beside_it_and_the_rest_is_kept(at: Filled) -> None:
    school = at.client()
    school.post(school.own("/deel/aanbod"), {})

    page = school.send_deel("basis", **{"v.bo-01@": "ja", "b.bo-01@": "13-2025", "v.bo-02@": "nee"})

    assert page.status_code == 422
    assert "‘13-2025’ is geen maand" in page.text
    assert 'value="13-2025"' in page.text
    assert kept(at, "bo-02") == "nee"
    assert kept(at, "bo-01") is None


def test_a_number_that_is_none_is_refused_beside_the_question(at: Filled) -> None:
    school = at.client()

    answer = one_answer(school, "plaatsen@ARR-0001", "12,5", 1)

    assert answer.status_code == 422
    assert "12,5" in answer.json()["fout"]
    assert kept(at, "plaatsen", "ARR-0001") is None


def test_a_burgerservicenummer_is_kept_nowhere_and_not_shown_again(at: Filled) -> None:
    school = at.client()
    one_answer(school, "bo-01@", "ja", 1)

    page = school.send_deel("basis", **{"v.hoe@": "leerling 111222333 zit er"})

    assert "burgerservicenummer" in page.text
    assert "111222333" not in page.text
    assert kept(at, "hoe") is None
    assert not audit.search(at.book, text="111222333")


@pytest.mark.parametrize("value", ["misschien", "NaN", "1e9", "-1", "\x00", "\u202eja", "🙂" * 400])
@pytest.mark.parametrize("key", ["bo-01@", "plaatsen@ARR-0001"])
def test_what_is_no_answer_is_refused(at: Filled, key: str, value: str) -> None:
    assert one_answer(at.client(), key, value, 1).status_code == 422


def test_klopt_nog_is_last_years_answer_with_its_age(at: Filled) -> None:
    school = at.client()
    page = school.get(school.own("/deel/basis"))
    assert "Vorig jaar (de lijst van 2024-2025, 2 oktober 2024): ja." in page.text
    assert " checked" not in page.text, "an answer chosen beforehand is one that nobody gave"
    assert "Klopt nog voor deze 2" in page.text

    answer = one_answer(school, "bo-01@", "", 1, van="klopt-nog")
    school.send_deel("basis", kloptalle="1")

    assert answer.status_code == 200
    one = current(history(at.book, at.own))[Place("", "bo-01")]
    assert (one.waarde, one.herkomst, one.bewijs) == ("ja", "klopt-nog", "2024-10")
    assert kept(at, "bo-02") == "nee"
    assert len(history(at.book, at.own)[Place("", "bo-01")]) == 1


def test_the_same_kaartje_twice_is_one_row(at: Filled) -> None:
    school = at.client()

    numbers = {one_answer(school, "bo-01@", "ja", 7).json()["nummer"] for _ in range(3)}

    assert len(numbers) == 1


def test_two_people_on_one_question_see_both_and_choose(at: Filled) -> None:
    jansen, boer = at.client(), at.client("boer@school.nl")
    one_answer(jansen, "bo-02@", "ja", 1)

    late = one_answer(boer, "bo-02@", "nee", 2)

    assert "Jansen zei om" in late.json()["paar"]
    page = jansen.get(jansen.own("/deel/basis")).text
    assert "Welke geldt?" in page
    first = history(at.book, at.own)[Place("", "bo-02")][0].nummer
    assert "Twee antwoorden op één vraag" in jansen.get(jansen.own("/antwoorden")).text
    jansen.send_deel("basis", geldt=f"{first}.bo-02@")
    assert kept(at, "bo-02") == "ja"
    assert "Welke geldt?" not in boer.get(boer.own("/deel/basis")).text


def test_a_form_that_is_old_does_not_undo_a_colleague(at: Filled) -> None:
    jansen, boer = at.client(), at.client("boer@school.nl")
    old = fields(jansen.get(jansen.own("/deel/basis")).text)
    one_answer(boer, "bo-02@", "nee", 1)

    jansen.post(jansen.own("/deel/basis"), {**old, "v.bo-01@": "ja"})

    assert kept(at, "bo-02") == "nee"
    assert kept(at, "bo-01") == "ja"


def test_a_row_is_added_with_a_name_of_its_own(at: Filled) -> None:
    school = at.client()
    page = school.get(school.own("/deel/aanbod?nieuw=1")).text
    sent = {**fields(page), "v./titel@nieuw-1": "Rustplek", "v.plaatsen@nieuw-1": "8"}

    school.post(school.own("/deel/aanbod"), sent)

    assert kept(at, "/titel", "nieuw-1") == "Rustplek"
    assert kept(at, "plaatsen", "nieuw-1") == 8
    assert "Rustplek" in school.get(school.own("/antwoorden")).text


def test_handing_in_is_refused_while_something_is_missing(at: Filled) -> None:
    school = at.client()

    page = school.post(school.own("/inleveren"), {})

    assert "2 vragen moeten nog een antwoord" in page.text
    assert "Elke leerling heeft een mentor" in page.text
    assert handing_in.of_all(at.book, [at.own])[at.own] == []


def test_after_handing_in_nothing_changes_until_it_is_reopened(at: Filled) -> None:
    school = at.client()
    one_answer(school, "bo-01@", "nee", 1)
    last = school.send_deel("aanbod", **{"v.plaatsen@ARR-0001": "12"})
    school.post(school.own("/inleveren"), fields(last.text))

    refused = one_answer(school, "bo-01@", "ja", 2)
    assert refused.status_code == 409
    school.post(school.own("/heropenen"), {})
    assert one_answer(school, "bo-01@", "ja", 3).status_code == 200


def test_a_closed_ronde_refuses_and_gives_the_text_back(at: Filled) -> None:
    school = at.client()
    one_answer(school, "bo-01@", "ja", 1)
    old = fields(school.get(school.own("/deel/basis")).text)
    rondes.close(at.book, STAFF, at.ronde, "klaar")

    late = school.post(school.own("/deel/basis"), {**old, "v.hoe@": "net voor sluiten getypt"})
    assert late.status_code == 200
    assert current(history(at.book, at.own))[Place("", "hoe")].te_laat
    new = school.post(
        school.own("/deel/basis"),
        {**old, "geopend": "verzonnen", "v.hoe@": "een heel ander verhaal"},
    )

    assert new.status_code == 409
    assert "een heel ander verhaal" in new.text
    assert kept(at, "hoe") == "net voor sluiten getypt"


@pytest.mark.parametrize("path", ["", "/deel/basis", "/antwoorden", "/vragen"])
def test_another_schools_list_is_refused_and_written_down(at: Filled, path: str) -> None:
    school = at.client()

    page = school.get(f"/{at.other}{path}")

    assert page.status_code == 403
    assert "niet van u" in page.text
    assert "Wilgenrede" not in page.text
    assert len(audit.search(at.book, what=audit.Event.GEWEIGERD)) == 1


@pytest.mark.parametrize(
    "path", ["/bewaar", "/deel/basis", "/inleveren", "/tekenen", "/heropenen", "/niet"]
)
def test_another_schools_list_is_not_changed(at: Filled, path: str) -> None:
    school = at.client()
    data = {"sleutel": "bo-01@", "v.bo-01@": "ja", "z.bo-01@": "1", "kaartje": CARD.format(1)}

    assert school.post(f"/{at.other}{path}", data).status_code == 403
    assert history(at.book, at.other) == {}


@pytest.mark.parametrize(
    "key",
    ["bo-99@", "bo-01@ARR-0001", "plaatsen@", "plaatsen@ARR-9999", "plaatsen@nieuw-3", "geen"],
)
def test_a_question_or_row_that_is_not_there_is_refused_and_written_down(
    at: Filled, key: str
) -> None:
    assert one_answer(at.client(), key, "ja", 1).status_code == 404
    assert history(at.book, at.own) == {}
    assert len(audit.search(at.book, what=audit.Event.GEWEIGERD)) == 1


def test_staff_look_and_change_nothing(at: Filled) -> None:
    staff = at.client("directeur@swv.nl", Role.DIRECTEUR)

    assert "U kijkt mee" in staff.get(staff.own()).text
    assert staff.get(staff.own("/deel/basis")).status_code == 200
    assert one_answer(staff, "bo-01@", "ja", 1).status_code == 403


def test_who_sees_no_exact_figures_reads_no_answers(at: Filled) -> None:
    """How many pupils sit in an arrangement stands there as it was typed, also when it is one."""
    staff = at.client("consultant@swv.nl", Role.CONSULTANT)

    for path in ("", "/deel/aanbod", "/antwoorden"):
        assert staff.get(staff.own(path)).status_code == 403
    assert "Er is nu geen vragenlijst voor u" in staff.get().text


def test_from_elsewhere_too_much_and_too_many_are_refused(at: Filled) -> None:
    school = at.client()
    path = school.own("/deel/basis")

    assert school.post(path, {}, origin="https://elders.nl").status_code == 403
    assert school.post(path, {"v.hoe@": "x" * 300_000}).status_code == 413
    assert school.post(path, {f"x{one}": "1" for one in range(4_000)}).status_code == 413


def test_a_school_says_that_it_does_not_answer_and_comes_back(at: Filled) -> None:
    school = at.client()

    school.post(school.own("/niet"), {"waarom": "wij fuseren"})
    assert "wij fuseren" in school.get(school.own()).text
    school.post(school.own("/heropenen"), {})

    assert "U hebt 3 vragen" in school.get(school.own()).text


def test_nobody_is_asked_when_no_ronde_is_open(tmp_path: Path) -> None:
    at = Filled(tmp_path, 0, 1, 2, [])
    school = at.client()

    assert "Er is nu geen vragenlijst voor u" in school.get().text
    assert school.get("/1").status_code == 404
    assert school.ask("GET", "/scholen", None).text == "achter"
