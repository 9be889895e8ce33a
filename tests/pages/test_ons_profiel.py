"""Ons profiel and Correcties: what a school reads of itself, says of it, and what becomes of it."""

import io
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from monitor.access import Role, Viewer
from monitor.pages.ons_profiel import checking, download
from monitor.scholen import basisondersteuning, corrections, register
from monitor.scholen.profile import PARTS, profile
from monitor.store.journal import Journal, journal
from monitor.store.store import Store


Page = Callable[..., AppTest]
Words = Callable[[AppTest], str]
SWV = frozenset({"VO9901"})
SCHOOL = Viewer(Role.SCHOOL, SWV, frozenset({"99AA00"}), wie="school@voorbeeld.nl")
BESTUUR = Viewer(Role.BESTUUR, SWV, frozenset({"99AA00", "99AA01"}), frozenset({"99101"}))
BEHEERDER = Viewer(Role.BEHEERDER, SWV, wie="beheerder@voorbeeld.nl")
CONSULTANT = Viewer(Role.CONSULTANT, SWV, wie="consultant@voorbeeld.nl")
COUNT = "leerlingen_vo_2025_10_01"


@pytest.fixture(autouse=True)
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Journal:
    """A journal of this test's own."""
    monkeypatch.setenv("DEKKEND_DATA", str(tmp_path / "gegevens"))
    monkeypatch.delenv("DEKKEND_JOURNAAL", raising=False)
    return journal(tmp_path / "gegevens")


def plain(text: str) -> str:
    return text.replace("**", "")


def said(at: AppTest) -> str:
    """What people typed in: shown as text, never as Markdown."""
    return "\n".join(str(one.value) for one in at.text)


def in_turn(at: AppTest, key: str) -> Any:
    """The button of the thing in turn: nalopen_klopt_…"""
    return next(one for one in at.button if str(one.key).startswith(f"{key}_") or one.key == key)


def press(at: AppTest, key: str) -> AppTest:
    in_turn(at, key).click().run()
    assert not at.exception, at.exception
    return at


def boxes_open(at: AppTest) -> AppTest:
    """With the things of every part in sight."""
    for part in PARTS:
        at.session_state[f"vak_{part}"] = True
    return at.run()


# -------------------------------------------------------------------------------- the answer


def test_it_opens_with_the_answer_and_with_what_is_asked(
    page: Page, words: Words, sample_store: Store
) -> None:
    text = plain(words(page("ons_profiel", sample_store, SCHOOL)))

    assert "Zo kennen wij u. SWV Rivierenstreek · profiel van " in text
    assert "860 leerlingen op 1 oktober 2025 (12 leerlingen minder dan op 1 oktober 2024)." in text
    assert "Basisondersteuning: op 7 van de 11 punten ja en op 4 deels (lijst versie 2025" in text
    assert "21 dingen nog niet bevestigd." in text
    assert "ook die van de eigen school: minder dan 5 is verborgen" in text


def test_every_part_says_where_it_comes_from(page: Page, words: Words, sample_store: Store) -> None:
    at = page("ons_profiel", sample_store, SCHOOL)
    headers = [one.value for one in at.header]

    assert [title for title in PARTS.values() if title not in headers] == []
    assert "Bron: onbekend" not in words(at)


def test_a_school_sees_no_small_count_of_itself(
    page: Page, words: Words, sample_store: Store
) -> None:
    """99PA00 sent one pupil to the vso and has two with an arrangement."""
    own = replace(SCHOOL, vestigingen=frozenset({"99PA00"}))
    text = plain(words(boxes_open(page("ons_profiel", sample_store, own))))
    exact = plain(words(page("ons_profiel", sample_store, BEHEERDER, school="99PA00")))

    assert "minder dan 5 nieuwe tlv's" in text
    assert "Met andere scholen vergelijken kan niet" in text
    assert "1 nieuwe tlv's" not in text
    assert "1 nieuwe tlv's" in exact or "1 nieuwe tlv" in exact


def test_an_empty_list_is_said_to_be_unknown(page: Page, words: Words, sample_store: Store) -> None:
    silent = plain(words(page("ons_profiel", sample_store, BEHEERDER, school="99AK00")))
    late = plain(words(page("ons_profiel", sample_store, BEHEERDER, school="99BC00")))

    assert "Wat zij zelf biedt is onbekend." in silent
    assert "Over schooljaar 2025-2026 is de lijst van deze school nog niet geleverd" in late


def test_the_whole_beside_the_list_is_named_for_what_it_is_of(
    page: Page, words: Words, sample_store: Store
) -> None:
    """A17 of faults.md: of all schools and of those that answered are two figures."""
    text = words(boxes_open(page("ons_profiel", sample_store, SCHOOL))).replace("\u00a0", " ")

    assert (
        "In het samenwerkingsverband: Op hoeveel van de punten zeggen scholen ja? Over alle scholen "
        "is dat 70–85 %; volgens de scholen die de lijst invulden is dat 80–83 %." in text
    )


def test_a_bestuur_picks_one_of_its_schools(page: Page, words: Words, sample_store: Store) -> None:
    at = page("ons_profiel", sample_store, BESTUUR, school="99AA01")
    assert at.title[0].value == "Wilgenrede Beroepscollege"
    assert at.selectbox[0].options == ["Wilgenrede Beroepscollege", "Wilgenrede College"]

    at.selectbox[0].select("99AA00").run()
    assert at.title[0].value == "Wilgenrede College"
    at = boxes_open(at)
    assert at.button(key=f"klopt_cijfer_{COUNT}")


def test_a_part_is_a_sentence_with_all_the_rest_behind_it(
    page: Page, words: Words, sample_store: Store
) -> None:
    """Closed: what is asked, and a sentence per part. One button opens all of it, and closes it."""
    at = page("ons_profiel", sample_store, SCHOOL)
    closed = words(at)
    assert not at.get("plotly_chart")
    assert "**Op 1 oktober 2025: 860 leerlingen (leerlingen vo).**" in closed
    assert "11 dingen nog niet bevestigd" in closed
    assert not [b for b in at.button if b.key and b.key.startswith("klopt_")]

    press(at, "profiel_alles")
    assert len(at.get("plotly_chart")) >= 4
    assert len([b for b in at.button if b.key and b.key.startswith("klopt_")]) == 21
    # The sentence of a part is not said again by what opens.
    assert words(at).count("**Op 1 oktober 2025: 860 leerlingen (leerlingen vo).**") == 1

    press(at, "profiel_alles")
    assert not at.get("plotly_chart")


def test_a_part_that_is_looked_through_says_so(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = boxes_open(page("ons_profiel", sample_store, SCHOOL))
    assert "✓ nagekeken" not in words(at)
    press(at, "alles_basis")

    assert words(at).count("✓ nagekeken") == 1


def landing(at: AppTest) -> list[list[str]]:
    """The cells of the table with which a bestuur begins, row by row."""
    (table,) = [str(one.value) for one in at.html if "eigen-scholen" in str(one.value)]
    body = ET.fromstring(table.replace("&nbsp;", " ")).find("tbody")
    assert body is not None
    return [["".join(cell.itertext()) for cell in row] for row in body]


def test_a_bestuur_begins_with_its_schools_side_by_side(
    page: Page, words: Words, sample_store: Store, book: Journal
) -> None:
    """Row 5 of the walk: no overview of its schools, nor of what is still asked of each. 99AB09 is no
    school of its own, and stands in no row; a closed school comes last and says so."""
    closed = next(
        one.code
        for one in register.schools(sample_store)
        if not one.is_open and one.schooltype == "vo" and one.swv == "VO9901"
    )
    bestuur = replace(BESTUUR, vestigingen=BESTUUR.vestigingen | {closed})
    at = page("ons_profiel", sample_store, bestuur)

    assert at.title[0].value == "Uw scholen"
    rows = landing(at)
    assert len(rows) == 3
    assert [row[0] for row in rows[:2]] == ["Wilgenrede Beroepscollege", "Wilgenrede College"]
    assert "niet meer geteld" in rows[2][0] or "gesloten" in rows[2][0]
    assert rows[2][1:3] == ["–", "–"]  # nothing is hidden there: nobody goes to it any more
    assert "Leerlingen: bron: DUO" in words(at)
    assert "; nieuw naar vso: bron: SWV en DUO" in words(at)
    name, pupils, referred, _, asked = rows[1]
    assert (name, pupils, referred, asked) == ("Wilgenrede College", "860", "10–14", "21")
    assert "Bij al uw scholen zijn nog" in words(at)

    # Confirming is counted at once, in the row of that school alone.
    one = register.school(sample_store, "99AA00")
    corrections.confirm(book, SCHOOL, profile(sample_store, one)["basis"])
    after = landing(page("ons_profiel", sample_store, bestuur))
    assert after[1][4] == "10"
    assert after[0] == rows[0]


def test_the_table_of_a_bestuur_shows_no_small_count(page: Page, sample_store: Store) -> None:
    """What its directeur would see as 1 pupil is a class here: the same door as the profile."""
    own = replace(BESTUUR, vestigingen=frozenset({"99PA00", "99AA00"}))

    rows = {row[0]: row for row in landing(page("ons_profiel", sample_store, own))}

    small = rows[register.school(sample_store, "99PA00").naam]
    assert small[2] == "minder dan 5"
    assert all(not cell.isdigit() or int(cell) >= 5 for cell in small[1:4])


def test_each_row_leads_to_the_profile_of_that_school(page: Page, sample_store: Store) -> None:
    at = page("ons_profiel", sample_store, BESTUUR)
    (table,) = [str(one.value) for one in at.html if "eigen-scholen" in str(one.value)]

    assert [part.partition('"')[0] for part in table.split('href="')[1:]] == [
        "?school=99AA01", "?school=99AA00",
    ]  # fmt: skip
    at = page("ons_profiel", sample_store, BESTUUR, school="99AA00")
    assert at.title[0].value == "Wilgenrede College"


# ------------------------------------------------------------------------------ Klopt dit?


def test_a_school_walks_through_what_is_asked_one_thing_at_a_time(
    page: Page, words: Words, sample_store: Store, book: Journal
) -> None:
    """Klopt and Later go on to the next thing; what is put aside comes back at the end."""
    at = page("ons_profiel", sample_store, SCHOOL)
    asked = [in_turn(at, "nalopen_klopt").help]
    press(at, "nalopen_klopt")
    asked.append(in_turn(at, "nalopen_klopt").help)
    assert "20 dingen nog niet bevestigd" in words(at)
    press(at, "nalopen_later")
    asked.append(in_turn(at, "nalopen_klopt").help)
    assert "20 dingen nog niet bevestigd" in words(at), "put aside is not confirmed"
    assert "1 van de 21 nagekeken, 1 voor later" in words(at)
    for _ in range(19):
        press(at, "nalopen_klopt")
    assert in_turn(at, "nalopen_klopt").help == asked[1], "what was left for later comes last"
    assert len(set(asked)) == 3

    press(at, "nalopen_niet")
    press(at, next(b.key for b in at.button if b.label == "Vraag een correctie aan"))
    assert "Schrijf in een of twee zinnen op wat er niet klopt." in [e.value for e in at.error]
    at.text_area[0].set_value("Dit is anders.")
    press(at, next(b.key for b in at.button if b.label == "Vraag een correctie aan"))
    assert "U hebt alles nagekeken." in words(at)
    assert "Uw vraag is verstuurd." in [e.value[:22] for e in at.success]
    assert "1 vraag om correctie staat open." in words(at)
    assert len(corrections.standings(book, SCHOOL, "VO9901", "99AA00")) == 21


def test_of_a_class_it_is_said_what_can_be_confirmed(
    page: Page, words: Words, sample_store: Store
) -> None:
    """Row 3.3 of the walk: she cannot know whether 10-14 is right, only whether hers lies in it."""
    at = page("ons_profiel", sample_store, SCHOOL)
    assert checking.WITHIN not in words(at), "her name is no class"
    press(at, "nalopen_klopt")
    assert checking.WITHIN not in words(at), "860 pupils are no class"
    press(at, "nalopen_klopt")
    assert "10–14 nieuwe tlv's" in words(at)
    assert checking.WITHIN in words(at)


def test_nothing_to_walk_through_for_who_may_not_confirm(page: Page, sample_store: Store) -> None:
    at = page("ons_profiel", sample_store, BEHEERDER, school="99AA00")

    assert not [b for b in at.button if b.key and b.key.startswith("nalopen")]


def test_confirming_one_thing_and_the_rest_of_a_part(
    page: Page, words: Words, sample_store: Store, book: Journal
) -> None:
    at = boxes_open(page("ons_profiel", sample_store, SCHOOL))
    press(at, f"klopt_cijfer_{COUNT}")
    assert "20 dingen nog niet bevestigd" in words(at)
    assert "✓ bevestigd op" in words(at)

    press(at, "alles_basis")
    assert "9 dingen nog niet bevestigd" in words(at)
    found = corrections.standings(book, SCHOOL, "VO9901", "99AA00")
    assert len(found) == 12


def test_asking_handling_and_what_both_then_see(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = boxes_open(page("ons_profiel", sample_store, SCHOOL))
    press(at, f"niet_cijfer_{COUNT}")
    assert "Noem geen leerlingen: geen namen, geen nummers." in words(at)
    at.text_area[0].set_value("Wij telden **862**, zie <b>www.voorbeeld.nl</b>.")
    at.text_input[0].set_value("862")
    press(at, next(b.key for b in at.button if b.label == "Vraag een correctie aan"))
    assert "○ correctie gevraagd op" in words(at)
    assert "Wij telden **862**, zie <b>www.voorbeeld.nl</b>." in said(at)
    assert "voorbeeld.nl" not in words(at), "never as Markdown, that makes a link of it"

    handling = page("correcties", sample_store, CONSULTANT)
    assert "1 vraag van een school staat open" in words(handling)
    assert "Volgens de school: 862" in said(handling)
    press(handling, next(b.key for b in handling.button if b.label == "Aanvaard"))
    assert "Er staat geen vraag open" in words(handling)

    after = boxes_open(page("ons_profiel", sample_store, SCHOOL))
    assert "School geeft op: 862 (aanvaard " in said(after)
    assert "bron: opgave van de school)" in said(after)
    assert "**Op 1 oktober 2025: 860 leerlingen (leerlingen vo).**" in words(after), (
        "the register's own stays"
    )
    staff = boxes_open(page("ons_profiel", sample_store, BEHEERDER, school="99AA00"))
    assert "School geeft op: 862 (aanvaard " in said(staff)
    assert not [b for b in staff.button if b.label == "Klopt"]


def test_a_refusal_is_read_with_its_reason_and_withdrawing_leaves_it_open_again(
    page: Page, words: Words, sample_store: Store, book: Journal
) -> None:
    item = profile(sample_store, register.school(sample_store, "99AA00"))["leerlingen"][0]
    nummer = corrections.ask(book, SCHOOL, item, "Klopt niet.")
    handling = page("correcties", sample_store, BEHEERDER)
    handling.text_area[0].set_value("DUO telt op 1 oktober.")
    press(handling, next(b.key for b in handling.button if b.label == "Weiger"))

    at = boxes_open(page("ons_profiel", sample_store, SCHOOL))
    assert "✕ niet aangepast" in words(at)
    assert "Reden: DUO telt op 1 oktober." in said(at)

    corrections.ask(book, SCHOOL, item, "Toch niet.")
    at = boxes_open(page("ons_profiel", sample_store, SCHOOL))
    press(at, f"trek_in_cijfer_{COUNT}")
    assert "correctie gevraagd op" not in words(at)
    assert nummer


def test_what_changed_since_it_was_confirmed_is_said(
    page: Page, words: Words, sample_store: Store, book: Journal
) -> None:
    item = profile(sample_store, register.school(sample_store, "99AA00"))["leerlingen"][0]
    corrections.confirm(book, SCHOOL, [replace(item, register="812 leerlingen")])

    text = words(boxes_open(page("ons_profiel", sample_store, SCHOOL)))

    assert "was dit bevestigd, maar toen zei het register: 812 leerlingen." in text
    assert "21 dingen nog niet bevestigd" in text


def test_a_bsn_is_refused_on_the_page(page: Page, words: Words, sample_store: Store) -> None:
    at = boxes_open(page("ons_profiel", sample_store, SCHOOL))
    press(at, f"niet_cijfer_{COUNT}")
    at.text_area[0].set_value("Het gaat om 123456782.")
    press(at, next(b.key for b in at.button if b.label == "Vraag een correctie aan"))

    assert "lijkt een burgerservicenummer te staan" in words(at)


def test_correcties_says_when_nothing_was_asked(
    page: Page, words: Words, sample_store: Store, empty_store: Store
) -> None:
    assert "Geen enkele school vroeg om een correctie." in words(
        page("correcties", sample_store, BEHEERDER)
    )
    assert "Er zijn nog geen gegevens." in words(page("correcties", empty_store, BEHEERDER))


# ------------------------------------------------------------------------------- the others


def test_what_others_say_is_of_no_single_school(sample_store: Store) -> None:
    one = register.school(sample_store, "99AA00")
    points = basisondersteuning.checklist(sample_store, SCHOOL, one)
    assert {p.others for p in points} <= {
        "de meeste vergelijkbare scholen zeggen ja",
        "een deel van de vergelijkbare scholen zegt ja",
        "weinig vergelijkbare scholen zeggen ja",
    }

    # Of five other schools for pro, one delivered no list this year: four are too few.
    pro = register.school(sample_store, "99PA00")
    own = replace(SCHOOL, vestigingen=frozenset({"99PA00"}))
    assert {p.others for p in basisondersteuning.checklist(sample_store, own, pro)} == {""}


@pytest.mark.parametrize(
    "who",
    [
        replace(SCHOOL, vestigingen=frozenset({"99AB00"})),
        Viewer(Role.GEMEENTE, SWV),
        Viewer(Role.BEHEERDER, frozenset({"VO9902"})),
        Viewer(Role.BESTUUR, SWV, frozenset({"99AB00"})),
    ],
    ids=["another school", "gemeente", "another swv", "another bestuur"],
)
def test_who_has_nothing_to_do_with_a_school_sees_neither_its_list_nor_what_it_said(
    page: Page, words: Words, sample_store: Store, book: Journal, who: Viewer
) -> None:
    one = register.school(sample_store, "99AA00")
    corrections.ask(book, SCHOOL, profile(sample_store, one)["basis"][0], "Klopt niet.", "nee")

    assert basisondersteuning.checklist(sample_store, who, one) == []
    at = page("ons_profiel", sample_store, who, school="99AA00")
    text = words(at) + said(at)
    assert "Klopt niet." not in text
    assert "mentor" not in text
    assert "860" not in text
    assert not at.get("download_button")


# ----------------------------------------------------------------------------- taking it along


def _texts(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return "\n".join(
            book.read(name).decode() for name in book.namelist() if name.endswith(".xml")
        )


def test_the_workbook_holds_what_the_page_says_and_no_more(
    sample_store: Store, book: Journal
) -> None:
    one = register.school(sample_store, "99PA00")
    own = replace(SCHOOL, vestigingen=frozenset({"99PA00"}))
    item: Any = profile(sample_store, one)["leerlingen"][0]
    corrections.ask(book, own, item, "=1+1", "107")
    check = checking.checking(sample_store, own, one)

    text = _texts(download.workbook(sample_store, own, one, check))

    for name in ("Klopt dit", "Cijfers", "Arrangementen", "Basisondersteuning", "Verantwoording"):
        assert f'name="{name}"' in text
    assert "minder dan 5 nieuwe tlv&apos;s" in text or "minder dan 5 nieuwe tlv's" in text
    assert "<f>" not in text, "what was typed in is never a formula"
    assert "Verzonnen gegevens" in text
