"""The fonts that come along have every letter that the monitor writes, and say so of what they lack."""

import ast
from pathlib import Path

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from monitor.resources import FONTS
from monitor.views.charts import palette
from monitor.views.files import letters, typeset


ROOT = Path(__file__).resolve().parents[2]
STATES = sorted({one.shape for one in palette.STATES.values()} | set("✓✕▤■○△▲▼✎⊘┊"))
"""Of coverage, of goals, of checks and of what rose or fell."""
SPOKEN = ["views", "sections", "figures", "compare", "pages", "values", "reports", "dekking"]
"""Where the texts are that a reader gets to see."""
NOT_SPOKEN = {"collation.py", "spelling.py", "letters.py", "safe_text.py"}
"""Letters of others: what is looked for or folded, and never written."""


def drawn(text: str) -> bytes:
    return typst.compile(
        b'#set page(width: 40pt, height: 40pt, margin: 0pt)\n#set text(font: ("Noto Sans", '
        b'"Monitor Tekens"), size: 20pt)\n#sys.inputs.text',
        format="png", font_paths=typeset.fonts(), sys_inputs={"text": text},
    )  # fmt: skip


@pytest.mark.parametrize("sign", STATES)
def test_the_sign_of_a_state_is_drawn(sign: str) -> None:
    """Another drawing than that of no letter, and than that of a letter which no font has."""
    assert drawn(sign) not in (drawn(""), drawn("\ue000"))
    assert letters.drawable(sign) == sign


def test_every_letter_that_the_interface_writes_is_in_the_fonts() -> None:
    lacking = {
        (file.name, letter)
        for folder in SPOKEN
        for file in (ROOT / "monitor" / folder).rglob("*.py")
        if file.name not in NOT_SPOKEN
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for letter in node.value
        if letters.drawable(letter) != letter and letter.isprintable()
    }

    assert lacking == set()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Vrije School ’t Kofschip", "Vrije School ’t Kofschip"),
        ("Zeeën, Łódź, Ħ", "Zeeën, Łódź, Ħ"),
        ("e\u0301e\u0301n", "één"),  # two code points for one letter
        ("בית ספר", "□ □"),  # a word each
        ("Zon 👩‍👩‍👧 en 🌞", "Zon □ en □"),  # a family is five code points and one sign
        ("ab\u202ecd", "abcd"),  # turns what follows around
        ("a\tb\u00a0c\u2028d", "a b\u00a0c\nd"),
        ("a\x00b", "ab"),
    ],
)
def test_what_a_font_lacks_is_seen_and_what_is_unseen_goes(text: str, said: str) -> None:
    assert letters.drawable(text) == said


@given(st.text())
def test_whatever_is_written_can_be_drawn_and_stays_so(text: str) -> None:
    once = letters.drawable(text)

    assert all(letter == "\n" or ord(letter) in letters.letters() for letter in once)
    assert letters.drawable(once) == once


def test_numbers_stand_under_each_other() -> None:
    """A column of numbers on paper: every digit is as wide, also in bold."""
    for size in ("", "<b>"):
        wide = {picture_width(f"{size}{digit * 8}") for digit in "0123456789"}
        assert len(wide) == 1


def picture_width(text: str) -> float:
    weight = "bold" if text.startswith("<b>") else "regular"
    svg = typst.compile(
        f'#set page(width: auto, height: auto, margin: 0pt)\n#set text(font: "Noto Sans", weight: '
        f'"{weight}")\n#sys.inputs.text'.encode(),
        format="svg", font_paths=typeset.fonts(),
        sys_inputs={"text": text.removeprefix("<b>")},
    ).decode()  # fmt: skip
    return float(svg.split('width="', 1)[1].split("pt", 1)[0])


def test_fonts_of_the_machine_play_no_part() -> None:
    """Else a picture looks otherwise on another machine, and paper has other bytes."""
    assert set(typeset.fonts().families()) == set(letters.FAMILIES)


def test_the_licence_lies_beside_them() -> None:
    words = (FONTS / "OFL.txt").read_text("utf-8")

    assert "SIL OPEN FONT LICENSE" in words
    assert all(file.name in words for file in FONTS.glob("*.ttf"))


def test_a_file_that_is_no_font_is_refused() -> None:
    empty = b"\0\1\0\0\0\1" + b"\0" * 6 + b"cmap" + b"\0\0\0\0\0\0\0\x1c\0\0\0\4" + b"\0\0\0\0"

    with pytest.raises(ValueError, match="without a table"):
        letters.in_font(empty)
