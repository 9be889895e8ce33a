"""What was taken without a word, and is told or refused now (faults D9)."""

import datetime as dt
import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font

from monitor.intake.report import DeliveryOutcome


Deliver = Callable[..., DeliveryOutcome]
Bron = Callable[..., list[tuple[Any, ...]]]
TELLING = "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n"
NAMES = "NAAM;VESTIGINGSCODE\n"


def remarks(outcome: DeliveryOutcome) -> list[str]:
    assert outcome.problems == []
    return outcome.reports[0].remarks


@pytest.mark.parametrize(
    "spelled",
    [
        "De \u200bZwaan",  # no width
        "De Zwaan\u200f",  # writing turns to the left
        "\u202eDe Zwaan\u202c",
        "De Zw\u00adaan",  # a soft hyphen
    ],
)
def test_signs_that_nobody_sees_are_taken_out_and_told(
    deliver_text: Deliver, bron: Bron, spelled: str
) -> None:
    outcome = deliver_text(("namen.csv", NAMES + f"{spelled};16SW03\n"))

    assert any(told.startswith("In NAAM (1 cel) stonden tekens") for told in remarks(outcome))
    assert bron("select naam from schoolnamen") == [("De Zwaan",)]


def test_spaces_that_look_ordinary_are_ordinary(deliver_text: Deliver, bron: Bron) -> None:
    outcome = deliver_text(("namen.csv", NAMES + "De\u00a0Zwaan;16\u202fSW03\n"))

    # Told once, with how many (faults.md C): before, nothing was said.
    assert remarks(outcome) == [
        (
            "In NAAM (1 cel) en VESTIGINGSCODE (1 cel) stonden vaste of smalle spaties; die zijn als "
            "gewone spaties gelezen."
        )
    ]
    assert bron("select naam, vestiging from schoolnamen") == [("De Zwaan", "16SW03")]


def test_a_name_of_ten_megabytes_is_refused(deliver_text: Deliver) -> None:
    outcome = deliver_text(("namen.csv", NAMES + f"{'a' * 900_000};16SW03\n"))

    (problem,) = outcome.problems
    assert (problem.line, problem.column) == (2, "NAAM")
    assert "een tekst van hoogstens 500 tekens" in problem.text


@pytest.mark.parametrize(
    ("dates", "is_asked"),
    [
        (("10/01/2025", "10/02/2025"), True),  # 1 October in America
        (("10/01/2025", "13/01/2025"), False),  # a 13th month does not exist
        (("10-01-2025",), False),  # nobody writes months first with dashes
        (("01/01/2025", "02/02/2025"), False),  # the same either way
    ],
)
def test_days_that_may_be_months_are_asked_about(
    deliver_text: Deliver, dates: tuple[str, ...], *, is_asked: bool
) -> None:
    rows = "".join(f"16SW{i:02d};{date};vso;100\n" for i, date in enumerate(dates))

    told = remarks(deliver_text(("t.csv", TELLING + rows)))

    assert any("Staat de maand voorop" in one for one in told) == is_asked


def _workbook(struck: int) -> bytes:
    book = openpyxl.Workbook()
    for row in (
        [*TELLING.strip().split(";")],
        ["16SW03", "01-10-2025", "vso", 120],
        ["16SW04", "01-10-2025", "vso", 80],
    ):
        book.active.append(row)
    if struck:
        for cell in book.active[struck]:
            cell.font = Font(strike=True)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("struck", "told"), [(3, True), (0, False), (1, False)])
def test_rows_that_are_struck_through_are_told(
    deliver_text: Deliver, struck: int, *, told: bool
) -> None:
    """A heading that is struck through is nobody's row."""
    found = remarks(deliver_text(("t.xlsx", _workbook(struck))))

    assert any(one.startswith("1 rij is doorgestreept (rij 3)") for one in found) == told


OFFER = (
    "SCHOOLJAAR;ARRANGEMENTSCODE;TITEL;POSTCODE;ONDERSTEUNINGSVRAGEN;NIVEAUS;BEREIK;PLAATSEN PLAN;"
    "PLAATSEN PRAKTIJK;BEZET;STATUS\n"
)


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ("4;;5", "5 bezet van 4 plaatsen"),
        ("4;6;6", "6 plaatsen in de praktijk en 4 in het plan"),
        ("4;3;4", "4 bezet van 3 plaatsen"),
        ("4;4;4", ""),
        ("4;;", ""),  # unknown is no contradiction
    ],
)
@pytest.mark.parametrize("dry_run", [True, False])
def test_more_taken_than_there_is_is_told_when_it_is_delivered(
    deliver_text: Deliver, places: str, told: str, *, dry_run: bool
) -> None:
    row = f"2025-2026;A1;Groep;5831;angst;havo;swv;{places};actief\n"

    found = " ".join(remarks(deliver_text(("aanbod.csv", OFFER + row), dry_run=dry_run)))

    assert ("De controle" in found) == bool(told)
    assert told in found


def test_a_postcode_of_two_swvs_of_one_sector_is_told(deliver_text: Deliver) -> None:
    """5831 lies in one SWV for vo and one for po, 5832 in two for vo."""
    rows = "5831;VO2507\n5831;PO2507\n5832;VO2507\n5832;VO2508\n"

    (told,) = remarks(deliver_text(("regio.csv", "POSTCODE4;SWV\n" + rows)))

    assert "Postcode 5832 staat bij VO2507 en VO2508" in told
    assert "5831" not in told


def test_of_pupils_only_how_many_findings_are_told(deliver_text: Deliver) -> None:
    head = "MELDINGNUMMER;LEERLING;VERZUIM SINDS;EINDE VERZUIM;INGESCHREVEN;GEOORLOOFD;STATUS\n"

    found = remarks(
        deliver_text(("m.csv", head + "V1;Aya;01-06-2026;01-05-2026;Ja;Nee;afgesloten\n"))
    )

    told = [one for one in found if "De controle" in one]
    named = "De controle ‘Verzuimmeldingen die eindigen voor zij beginnen’ vindt hierin iets (1)"
    assert [one for one in told if one.startswith(named)] != []
    assert "Aya" not in " ".join(told)
    assert "V1" not in " ".join(told)


@pytest.mark.parametrize("year", ["1900", "2099", "2400"])
def test_a_year_that_nothing_can_be_about_is_refused(deliver_text: Deliver, year: str) -> None:
    """Of a column of years as of one of schooljaren."""
    target = f"CODE;TITEL;PLANPERIODE;PER JAAR\nA;Doel;2024-2028;{year}\n"
    benchmark = f"INDICATOR;JAAR;DEFINITIE;WAARDE MIN;BRON\ninstroom;{year};d;1;DUO\n"

    for name, content in (("afspraken.csv", target), ("benchmarks.csv", benchmark)):
        (problem,) = deliver_text((name, content)).problems
        assert "vanaf 1980 en hoogstens 10 jaar vooruit" in problem.text


def test_swapped_columns_and_days_to_come_are_told_when_they_are_delivered(
    deliver_text: Deliver,
) -> None:
    benchmark = "INDICATOR;JAAR;DEFINITIE;WAARDE MIN;WAARDE MAX;BRON\ninstroom;2024;d;5;4;DUO\n"
    later = dt.date.today() + dt.timedelta(1500)
    register = (
        "MELDINGNUMMER;LEERLING;VERZUIM SINDS;EINDE VERZUIM;INGESCHREVEN;GEOORLOOFD;STATUS;"
        f"VESTIGINGSCODE;POSTCODE4\nV1;Ann;{later:%d-%m-%Y};;Ja;Nee;aangemeld;16SW03;1011\n"
    )

    for name, content, told in (
        ("benchmarks.csv", benchmark, "waarvan het minimum boven het maximum ligt"),
        ("verzuimmeldingen.csv", register, "die beginnen na vandaag"),
    ):
        outcome = deliver_text((name, content), dry_run=True)
        assert told in " ".join(outcome.reports[0].remarks)
