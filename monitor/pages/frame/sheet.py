"""What the browser gets with every page: our style sheet, and Dutch for Streamlit's own texts."""

import datetime as dt
import os
from functools import cache

from monitor.resources import BROWSER, SCRIPTS
from monitor.values import moments


def style(about: str, is_demo: bool) -> str:
    """A style element; `about` stands at the foot of every printed page."""
    return _style(about, is_demo, dt.date.today())


@cache
def _style(about: str, is_demo: bool, today: dt.date) -> str:
    css = (BROWSER / "monitor.css").read_text(encoding="utf-8")
    mark = "VERZONNEN GEGEVENS · " if is_demo else ""
    foot = f"{mark}Monitor dekkend aanbod · {about} · afgedrukt {moments.date(today)}"
    quoted = foot.replace("\\", "").replace('"', "")
    return f"<style>{css.replace('VOETREGEL', quoted)}</style>"


def script() -> str:
    """The scripts that `monitor.web.wire` puts in the page itself; `streamlit run` does not do that."""
    if os.environ.get("DEKKEND_WIRE"):
        return ""
    return "".join(f"<script>{path.read_text(encoding='utf-8')}</script>" for path in SCRIPTS)
