"""Colours are seen by everybody, on white, in the dark and on paper."""

import tomllib
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from streamlit import config
from streamlit.elements.lib import streamlit_plotly_theme

from monitor.views.charts import drawing, palette


CONFIG = Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml"
THEME = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"]
GROUNDS = {
    "wit": THEME["light"]["backgroundColor"],
    "donker": THEME["dark"]["backgroundColor"],
    "papier": "#ffffff",
}
LINES = {"accent": palette.ACCENT, "tweede": palette.SECOND, "grijs": palette.GREY}

# How the colour blind see: Viénot, Brettel and Mollon (1999), on linear light.
BLIND = {
    "protanopia": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deuteranopia": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
}


def seen(color: str, kind: str) -> tuple[float, ...]:
    linear = [(int(color[i : i + 2], 16) / 255) ** 2.2 for i in (1, 3, 5)]
    rows = BLIND[kind]
    return tuple(sum(a * b for a, b in zip(row, linear, strict=True)) for row in rows)


def distance(one: str, other: str, kind: str) -> float:
    a, b = ([max(0, v) ** (1 / 2.2) for v in seen(c, kind)] for c in (one, other))
    return sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("color", [*LINES.values(), *(s.color for s in palette.STATES.values())])
def test_what_is_drawn_stands_out(color: str, ground: str) -> None:
    assert palette.contrast(color, GROUNDS[ground]) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", palette.STATES)
def test_coloured_words_can_be_read(state: str, theme: str) -> None:
    name = f"{palette.STATES[state].markdown}TextColor"

    for ground in ("backgroundColor", "secondaryBackgroundColor"):
        assert palette.contrast(THEME[theme][name], THEME[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_and_links_can_be_read(theme: str) -> None:
    for name in ("textColor", "linkColor"):
        for ground in ("backgroundColor", "secondaryBackgroundColor"):
            assert palette.contrast(THEME[theme][name], THEME[theme][ground]) >= 4.5


def test_letters_in_a_bar_can_be_read() -> None:
    for color, letters in zip(palette.PARTS, palette.PART_TEXT, strict=True):
        assert palette.contrast(color, letters) >= 4.5


@pytest.mark.parametrize("kind", BLIND)
def test_the_colour_blind_tell_lines_apart(kind: str) -> None:
    for one, other in combinations(LINES.values(), 2):
        assert distance(one, other, kind) > 0.2


@pytest.mark.parametrize("kind", BLIND)
def test_shades_of_a_map_go_from_light_to_dark_for_everybody(kind: str) -> None:
    for light, dark in pairwise(palette.CLASSES):
        assert palette.luminance(light) > 1.4 * palette.luminance(dark)
        assert distance(light, dark, kind) > 0.12


def test_no_two_states_share_a_shape_a_word_or_a_colour() -> None:
    states = palette.STATES.values()

    for parts in zip(*states, strict=True):
        assert len(set(parts)) == len(states)


def test_streamlit_still_knows_our_colour_of_letters() -> None:
    assert drawing.INK == streamlit_plotly_theme.GRAY_90


def flat(table: dict, prefix: str = "") -> list[str]:
    return [
        name
        for key, value in table.items()
        for name in (
            flat(value, f"{prefix}{key}.") if isinstance(value, dict) else [f"{prefix}{key}"]
        )
    ]


def test_every_setting_exists_in_this_streamlit() -> None:
    settings = flat(tomllib.loads(CONFIG.read_text(encoding="utf-8")))

    known = config.get_config_options()
    assert [name for name in settings if name not in known] == []


def test_nothing_is_fetched_or_reported_elsewhere() -> None:
    written = CONFIG.read_text(encoding="utf-8")
    settings = tomllib.loads(written)

    assert "http" not in written
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["server"]["enableAgentApi"] is False
    assert settings["server"]["enableStaticServing"] is False
    assert settings["client"]["showErrorDetails"] == "none"
