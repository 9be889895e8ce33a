"""Letters in two encodings are refused with the line; what is taken otherwise is said once per file
and column (faults.md C)."""

from collections.abc import Callable
from typing import Any

import pytest
from broken import HEAD, TLV, text
from hypothesis import given
from hypothesis import strategies as st

from monitor.intake.reading import signs
from monitor.intake.report import DeliveryOutcome


Deliver = Callable[..., DeliveryOutcome]
Bron = Callable[..., list[tuple[Any, ...]]]
NAMES = "NAAM;VESTIGINGSCODE\n"
UTF8, CP1252 = "Stërre;16SW03\n".encode(), "Córre;16SW04\n".encode("cp1252")


def _lines(outcome: DeliveryOutcome) -> list[int]:
    return [problem.line for problem in outcome.problems]


@pytest.mark.parametrize(
    ("content", "line", "other"),
    [
        (NAMES.encode() + UTF8 + CP1252, 3, "op regel 2"),
        (NAMES.encode() + CP1252 + UTF8, 2, "op regel 3"),
        (NAMES.encode() + b"Plat;16SW05\n" + CP1252 * 3 + UTF8, 3, "op regel 6"),
        # It says so itself: read as Windows-1252 its first heading would have three letters more.
        (b"\xef\xbb\xbf" + NAMES.encode() + CP1252, 2, "op het begin van het bestand"),
        # An Á of UTF-8 has a byte that Windows-1252 has no sign for.
        (NAMES.encode() + "Álpha;16SW03\n".encode() + CP1252, 3, "op regel 2"),
    ],
)
def test_two_encodings_in_one_file_are_refused_with_the_line(
    deliver_text: Deliver, content: bytes, line: int, other: str
) -> None:
    outcome = deliver_text(("namen.csv", content))

    assert _lines(outcome) == [line]
    assert other in outcome.problems[0].text


@pytest.mark.parametrize("before", [b"", UTF8])
def test_half_a_letter_at_the_end_is_a_file_that_was_cut_off(
    deliver_text: Deliver, before: bytes
) -> None:
    """In the last column the row is whole but for its end."""
    content = b"VESTIGINGSCODE;NAAM\n" + before + "16SW04;Curaç".encode()[:-1]

    outcome = deliver_text(("namen.csv", content))

    assert "midden in een letter" in outcome.problems[0].text


def test_a_name_that_ends_in_a_letter_with_an_accent_is_whole(
    deliver_text: Deliver, bron: Bron
) -> None:
    outcome = deliver_text(("n.csv", text("VESTIGINGSCODE;NAAM\n16SW04;André", encoding="cp1252")))

    assert outcome.problems == []
    assert bron("select naam from schoolnamen") == [("André",)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_one_encoding_is_read(deliver_text: Deliver, bron: Bron, encoding: str) -> None:
    """'É’' in Windows-1252 is a sign of UTF-8 too, that no Dutch file has."""
    name = "CAFÉ’S Überhaupt – Curaçao"

    outcome = deliver_text(("namen.csv", text(NAMES, f"{name};16SW03\n", encoding=encoding)))

    assert outcome.problems == []
    assert bron("select naam from schoolnamen") == [(name,)]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("StÃ«rre", "Stërre"),
        ("CuraÃ§ao", "Curaçao"),
        ("â€\u02dcs Gravenhof", "‘s Gravenhof"),
        ("ZuidÂ·West", "Zuid·West"),
        ("St√\u00b4rre", "Stërre"),  # a Mac
        ("St├½rre", "Stërre"),  # DOS
        ("St\ufffdrre", ""),  # the letter is lost
    ],
)
def test_letters_that_were_read_wrong_before_are_refused_with_what_was_meant(
    deliver_text: Deliver, name: str, meant: str
) -> None:
    outcome = deliver_text(("namen.csv", text(NAMES, "Plat;16SW03\n", f"{name};16SW04\n")))

    assert _lines(outcome) == [3]
    assert outcome.problems[0].column == "NAAM"
    assert f"'{name}' is met een verkeerde tekenset gelezen" in outcome.problems[0].text
    assert (f"Bedoeld is waarschijnlijk '{meant}'" in outcome.problems[0].text) == bool(meant)


def test_of_pupils_the_letters_are_not_shown(deliver_text: Deliver) -> None:
    outcome = deliver_text(("tlv.csv", text(TLV, "B1;CuraÃ§ao;vso;01-09-2025;open\n")))

    assert _lines(outcome) == [2]
    assert "Cura" not in str(outcome.problems)


def test_a_column_that_is_not_used_may_have_what_it_likes(deliver_text: Deliver) -> None:
    head = "NAAM;VESTIGINGSCODE;STRAAT\n"

    assert deliver_text(("namen.csv", text(head, "A;16SW03;CuraÃ§aolaan\n"))).problems == []


def test_many_are_told_by_the_first_and_a_number(deliver_text: Deliver) -> None:
    rows = [f"StÃ«rre {i};16SW{i:02}\n" for i in range(30)]

    outcome = deliver_text(("namen.csv", text(NAMES, *rows)))

    assert len(outcome.problems) == 21
    assert outcome.problems[-1].text.startswith("nog 10 cellen")


@given(st.text("ABCdeéëïöüçÉÖÜáó's -–’“”€", max_size=30), st.sampled_from(["utf-8", "cp1252"]))
def test_dutch_text_in_one_encoding_is_never_two(words: str, encoding: str) -> None:
    assert signs.mixed(words.encode(encoding).splitlines(keepends=True), False) is None


# --- said once


def test_times_and_signs_are_told_once_with_their_number(deliver_text: Deliver, bron: Bron) -> None:
    """Midnight is what a spreadsheet puts behind every date, so it is not told."""
    rows = [
        "16SW03;01-10-2025 08:30;vso;1\u00a0200\n",
        "16SW04;2025-10-01T14:15:00;vs\u200bo;80\n",
        "16SW05;2025-10-01 00:00:00;vso;1\u202f000\n",
        "16SW06;01-10-2025;vso;\u00ad7\n",
    ]

    outcome = deliver_text(("telling.csv", text(HEAD, *rows)))

    assert outcome.problems == []
    assert outcome.reports[0].remarks == [
        (
            "In SCHOOLTYPE (1 cel) en AANTAL (1 cel) stonden tekens die niet te zien zijn (zonder "
            "breedte, of die de schrijfrichting omkeren). Die zijn weggelaten."
        ),
        "In AANTAL (2 cellen) stonden vaste of smalle spaties; die zijn als gewone spaties gelezen.",
        "In PEILDATUM (2 cellen) stond een tijd achter de datum; alleen de datum is gelezen.",
    ]
    assert bron("select sum(aantal), count(distinct peildatum) from leerlingtelling") == [(2287, 1)]


def test_midnight_here_in_the_time_of_greenwich_is_asked_about(deliver_text: Deliver) -> None:
    """31 August 22:00Z is 1 September: what exports make of a date with the wrong clock."""
    row = "B1;L1;vso;2025-08-31T22:00:00Z;open\n"

    outcome = deliver_text(("tlv.csv", text(TLV, row)))

    assert outcome.problems == []
    assert "In ONTVANGEN (1 cel) staat 22.00 of 23.00 uur in wereldtijd" in str(
        outcome.reports[0].remarks
    )
