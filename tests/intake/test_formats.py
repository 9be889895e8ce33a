"""docs/formaten.md says what the row models say: `dekkend formaten > docs/formaten.md` makes it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from monitor.commands.main import cli
from monitor.intake import formats
from monitor.sources import sources
from monitor.sources.source import Source


DOCUMENT = Path(__file__).parents[2] / "docs" / "formaten.md"


def test_the_document_is_what_the_row_models_say() -> None:
    assert DOCUMENT.read_text("utf-8") == formats.document()


def test_the_command_prints_it() -> None:
    assert CliRunner().invoke(cli, ["formaten"]).output == formats.document()


@pytest.mark.parametrize("source", sources().values(), ids=lambda source: source.name)
def test_every_column_and_heading_is_in_it(source: Source) -> None:
    kind = formats.document().split(f"(`{source.name}`)\n")[1].split("\n### ")[0]

    for column in formats.in_order(source):
        assert f"| **{formats.heading_of(column, 'jjjj')}** |" in kind.replace("\\|", "")
        if not column.heading.melted:
            assert all(heading in kind for heading in column.heading.headings)


@pytest.mark.parametrize(
    "said",
    [
        "| **SOORT VERZUIM** | mag |",
        "| **ALLE LESSEN GEMIST** | mag |",
        "| **REDEN EINDE** | mag |",
        "`v3`",  # as a system writes 16 uur
        "gewoon is 250 tot en met 150.000",
        "(`--volledig`)",
        "`[constants]`",
        "Overal dezelfde waarde: INGESCHREVEN Ja en GEOORLOOFD Nee",
        "gm_code",
    ],
)  # fmt: skip
def test_what_somebody_who_makes_a_file_looks_for_is_there(said: str) -> None:
    assert said in formats.document()
