"""Typst behind one module: a fixed template and data in, a page or a picture out, in our own fonts.

It reads no file and no package, so that the machine it runs on plays no part. Loaded when something is
made: it takes a tenth of a second and 30 MB.
"""

import datetime as dt
import json
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from monitor.resources import FONTS
from monitor.views.files import letters


if TYPE_CHECKING:
    import typst


FAMILIES = json.dumps(letters.FAMILIES, ensure_ascii=False).strip("[]")
"""As a template names them: "Noto Sans", "Monitor Tekens"."""


_ROOT: Any = FONTS
"""What a template could read of at all. (The types of typst want it to be of the kind of the template.)"""


def png(template: str, inputs: Mapping[str, str], ppi: int) -> bytes:
    """One page as an image of points."""
    import typst

    return typst.compile(
        template.encode(), format="png", ppi=ppi, font_paths=fonts(), root=_ROOT,
        sys_inputs=_drawable(inputs),
    )  # fmt: skip


def pdf(template: str, inputs: Mapping[str, str], moment: dt.datetime) -> bytes:
    """Paper that can be read aloud (PDF/UA-1); `moment` stands in it as the time of making, so that
    the same data give the same bytes."""
    import typst

    return typst.compile(
        template.encode(), format="pdf", font_paths=fonts(), root=_ROOT, pdf_standards="ua-1",
        timestamp=moment.replace(microsecond=0), sys_inputs=_drawable(inputs),
    )  # fmt: skip


@cache
def fonts() -> "typst.Fonts":
    """Ours alone."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _drawable(inputs: Mapping[str, str]) -> dict[str, str]:
    return {name: letters.drawable(text) for name, text in inputs.items()}
