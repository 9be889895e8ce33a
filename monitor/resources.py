"""Where the files that come with the program lie: in a checkout, or inside the installed package."""

from pathlib import Path


PACKAGE = Path(__file__).parent
ROOT = PACKAGE if (PACKAGE / "queries").is_dir() else PACKAGE.parent
QUERIES = ROOT / "queries"
SAMPLE_DATA = ROOT / "sample_data"
APP = (PACKAGE / "start" if ROOT == PACKAGE else ROOT) / "app.py"
"""What Streamlit runs; its settings are in `.streamlit` beside it."""
BEGRIPPEN = ROOT / "docs" / "begrippen.md"
BROWSER = PACKAGE / "web" / "browser"
"""What the browser gets from us: style sheet, script and icon."""
FONTS = PACKAGE / "views" / "fonts"
"""For pictures and paper, with their licence."""
SCRIPTS = tuple(
    BROWSER / name
    for name in (
        "terug.js",
        "nederlands.js",
        "namen.js",
        "afdrukken.js",
        "bestanden.js",
        "velden.js",
        "naartoe.js",
        "langslopen.js",
    )
)
"""What runs in every page: a Back button that undoes a choice, Dutch for Streamlit's own texts, names
that tell apart for who hears a page, charts as wide as the paper, an eye on files that are sent,
fields that say what they do not take, a link about one cell that ends at that cell, and the button of the
next thing that a school looks through."""
