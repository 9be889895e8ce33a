"""Lines under the rows (faults.md C): left out when they plainly are no rows, else named."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from broken import HEAD, ROW, ROW2, text, workbook
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from monitor.intake.reading import foot
from monitor.intake.report import DeliveryOutcome
from monitor.sources import sources


Deliver = Callable[..., DeliveryOutcome]
Bron = Callable[..., list[tuple[Any, ...]]]
CASES = Path(__file__).parent / "cases"
SAMPLE = Path(__file__).parents[2] / "sample_data"
NOT_READ = "Die zijn geen gegevens en niet gelezen."


@pytest.mark.parametrize(
    ("name", "line", "said"),
    [
        ("10-voetregel.csv", 5, "Bron: DUO, peildatum 1 oktober"),
        # Its filters stand above the headings, its source below the rows.
        ("10b-powerbi.xlsx", 7, "Bron: DUO"),
    ],
)
def test_a_source_under_the_rows_is_left_out_with_a_remark(
    deliver_text: Deliver, bron: Bron, name: str, line: int, said: str
) -> None:
    outcome = deliver_text((name, (CASES / name).read_bytes()))

    assert outcome.problems == []
    assert outcome.reports[0].remarks[0] == (
        f"Vanaf regel {line} staan onder de rijen voetregels ('{said}'). {NOT_READ}"
    )
    assert bron("select sum(aantal), count(*) from leerlingtelling") == [(308, 3)]


@pytest.mark.parametrize(
    ("below", "said"),
    [
        ("Bron: DUO\n", "Bron: DUO"),
        ("Bron: DUO;;;\n", "Bron: DUO"),  # as wide as the rows
        ("\n\n  \nPeildatum: 1-10-2025", "Peildatum: …"),  # no end of the line: not cut off
        (";;;\nToegepaste filters: Leerling is Jan\n", "Toegepaste filters: …"),
        ('"Applied filters:\nJaar is 2025\nSWV is VO2507"\n', "Applied filters: …"),
        ("Applied filters:\nJaar is 2025\nSWV is VO2507\n", "Applied filters: …"),
        ("Gegenereerd op 12-10-2025 om 14:03\n", "Gegenereerd op …"),
        ("* Bron: DUO; peildatum 1 oktober\n", "* Bron: DUO; peildatum 1 oktober"),
        ("Bron: DUO\r\nPeildatum: 1-10-2025;;;\r\n", "Bron: DUO"),
        ("Totaal: 200\n", "Totaal …"),
        ("Let op: voorlopig\nBron: DUO\n© DUO 2025\n", "Let op: …"),
    ],
)
def test_what_plainly_is_no_row_is_left_out(
    deliver_text: Deliver, bron: Bron, below: str, said: str
) -> None:
    """What a filter or a note says is not told on: it may name a pupil."""
    outcome = deliver_text(("telling.csv", text(HEAD, ROW, ROW2, below)))

    assert outcome.problems == []
    assert f"('{said}'). {NOT_READ}" in outcome.reports[0].remarks[0]
    assert bron("select sum(aantal), count(*) from leerlingtelling") == [(200, 2)]


@pytest.mark.parametrize(
    ("below", "told"),
    [
        # what the end of a broken file looks like
        ("16SW05", "heeft 1 cel, verwacht 4. Is het bestand afgebroken, haal het dan opnieuw op"),
        ("16SW05;01-10", "heeft 2 cellen, verwacht 4. Is het bestand afgebroken?"),
        # a total with its number would be counted as a row
        ("Totaal;200\n", "dit lijkt een totaalregel"),
        ("Totaal;;;200\n", "dit lijkt een totaalregel"),
        ("Grand total;;;200\n", "dit lijkt een totaalregel"),
        # not at the end: what stands below it are rows
        ("Bron: DUO\n" + "16SW05;01-10-2025;vso;3\n", "dit is een voetregel ('Bron: DUO')"),
        ("Bron: DUO;;;\n" + "16SW05;01-10-2025;vso;3\n", "dit is een voetregel ('Bron: DUO')"),
        ("Bron: DUO\n16SW05;01-10\n", "dit is een voetregel ('Bron: DUO')"),
        # two cells may be a row of some kind of file, so nothing is left out
        ("Bron;DUO\n", "dit is een voetregel ('Bron …')"),
        ("Bron;DUO;;\n", "dit is een voetregel ('Bron …')"),
        ("Gemeente Hazelmond;;;\n", "in deze regel is maar één cel gevuld."),
        # as many separators as a row has
        ("Bron: DUO;tabel 3;2025;versie 2\n", "dit is een voetregel ('Bron: DUO')"),
        # a burgerservicenummer below the rows would be kept with the file
        ("Bron: 999990019\n", "dit is een voetregel ('Bron: …')"),
    ],
)
def test_what_may_be_a_row_is_refused_with_what_to_do(
    deliver_text: Deliver, below: str, told: str
) -> None:
    outcome = deliver_text(("telling.csv", text(HEAD, ROW, ROW2, below)))

    assert outcome.is_refused
    assert outcome.problems[0].line == 4
    assert outcome.problems[0].text.startswith(told)
    assert "999990019" not in str(outcome.problems)


def test_a_merged_note_under_the_rows_of_a_workbook_is_no_fault(
    deliver_text: Deliver, bron: Bron
) -> None:
    note = "Applied filters:\nPeildatum is 1-10-2025"
    rows = [
        HEAD.strip().split(";"),
        ["16SW03", "01-10-2025", "vso", 120],
        [],
        [note],
        ["Jaar: 2025"],
    ]
    content = workbook(*rows, then=lambda book: book.active.merge_cells("A4:D4"))

    outcome = deliver_text(("telling.xlsx", content))

    assert outcome.problems == []
    assert bron("select aantal from leerlingtelling") == [(120,)]


def test_headings_of_groups_between_the_rows_are_named_once_each(deliver_text: Deliver) -> None:
    groups = [f"Gemeente {i};;;\n" + ROW.replace("16SW03", f"16SW{i:02}") for i in range(25)]

    outcome = deliver_text(("telling.csv", text(HEAD, *groups)))

    assert [p.line for p in outcome.problems] == [*range(2, 42, 2), 0]
    assert outcome.problems[-1].text == "nog 5 regels die geen rij zijn."


def test_no_kind_of_file_has_a_row_of_one_cell() -> None:
    """So a row of which one cell is filled is never data; or that cell is a code, and no text."""
    for source in sources().values():
        needed = [c for c in source.columns() if not c.heading.empty]
        if len(needed) + bool(source.row.one_of) < 2:
            for line in ("Bron: DUO", "Totaal", "Peildatum: 1-10-2025"):
                with pytest.raises(PydanticCustomError):
                    needed[0].spelling.read(line)


def test_no_beginning_of_a_row_of_the_sample_is_a_foot() -> None:
    """A file cut off anywhere is refused, as before."""
    for path in sorted(SAMPLE.rglob("*.csv")):
        for row in path.read_text(encoding="cp1252").splitlines()[1:30]:
            for end in range(1, min(len(row), 60)):
                assert not foot.is_foot([row[:end].split(";")]), (path.name, row[:end])


CELL = st.text(max_size=12) | st.sampled_from(["Bron: DUO", "Totaal", "x", "Filters:", ""])


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=6))
def test_a_row_with_two_filled_cells_is_never_left_out(rows: list[list[str]]) -> None:
    start = foot.start_of_foot(rows)

    if start is not None:
        assert all(sum(bool(c.strip()) for c in row) <= 1 for row in rows[start:])
        assert any(c.strip() for c in rows[start])
