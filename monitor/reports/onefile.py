"""Sections in one HTML file, that needs nothing else: it works without network, prints, and presents with
the arrow keys.

Its pictures are SVG of our own and its tables tables. Nothing is asked of anywhere: the policy in it
allows only its own style and script, by their hashes.
"""

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from monitor.reports import embedded, report
from monitor.reports.report import Report


_HERE = Path(__file__).parent
_NARROW = 480
"""Pixels from which a picture scrolls in its own place on a phone, rather than shrink beyond reading."""


def to_html(one: Report) -> str:
    """The same sections and stamp give the same text. ValueError for a picture without words."""
    data = report.as_data(one)
    style, script = _beside("onefile.css"), _beside("onefile.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return "".join(
        [
            '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="referrer" content="no-referrer">\n',
            *(f'<meta name="{escape(name)}" content="{escape(words)}">\n' for name, words in (
                ("description", data["description"]), ("keywords", data["keywords"][0]),
            )),
            f"<title>{escape(data['title'])}</title>\n<style>{style}</style>\n</head>\n<body>\n",
            *_head(data),
            "<main>\n",
            *(part for place, section in enumerate(data["sections"])
              for part in _section(section, place)),
            *_explained(data),
            "</main>\n",
            *_foot(data),
            _published(data["published"]),
            f"<script>{script}</script>\n</body>\n</html>\n",
        ]
    )  # fmt: skip


@cache
def _beside(name: str) -> str:
    return (_HERE / name).read_text("utf-8")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _head(data: Mapping[str, Any]) -> Iterator[str]:
    mark = "stempel verzonnen" if data["demo"] else "stempel"
    yield f'<header>\n<p class="klein">{escape(data["sender"])}</p>\n<h1>{escape(data["title"])}</h1>\n'
    yield f'<p>{escape(data["subtitle"])}</p>\n<p class="{mark}">{escape(data["mark"])}</p>\n'
    yield '<p class="klaar"><button type="button" id="presenteer">Presenteer</button></p>\n</header>\n'
    if data["contents"]:
        yield '<nav aria-label="Inhoud"><h2>Inhoud</h2>\n<ol>\n'
        for place, section in enumerate(data["sections"]):
            yield f'<li><a href="#deel-{place}">{escape(section["heading"])}</a></li>\n'
        yield "</ol></nav>\n"


def _section(section: Mapping[str, Any], place: int) -> Iterator[str]:
    name = f"kop-{place}"
    yield f'<section id="deel-{place}" data-stap>\n'
    yield f'<h2 id="{name}" tabindex="-1">{escape(section["heading"])}</h2>\n'
    yield _words(section["selection"], "klein")
    yield _words(section["says"], "zegt")
    yield from (_words(one) for one in section["beside"])
    yield from (_words(one, "klein") for one in section["notes"])
    if section["pictures"]:
        yield '<div class="beelden">\n'
        for number, picture in enumerate(section["pictures"], 1):
            yield from _picture(picture, f"Beeld {number} bij vraag {place + 1}")
        yield "</div>\n"
    yield _words(section["source"], "klein")
    if section["table"] is not None:
        yield from _table(section["table"], f"Tabel bij vraag {place + 1}")
    yield "</section>\n"


def _picture(picture: Mapping[str, Any], label: str) -> Iterator[str]:
    scrolls = f' role="region" tabindex="0" aria-label="{escape(label)}"'
    is_wide = picture["width"] >= _NARROW
    yield f'<div class="beeld"><div class="rol{" breed" if is_wide else ""}"{scrolls if is_wide else ""}>'
    yield f"{picture['svg']}</div>\n"
    yield from (_words(note, "klein") for note in picture["notes"])
    yield "</div>\n"


def _table(table: Mapping[str, Any], label: str) -> Iterator[str]:
    title = escape(table["title"])
    yield f'<details><summary>Tabel: {title}</summary>\n<div class="rol" role="region" tabindex="0" '
    yield f'aria-label="{label}"><table>\n<thead><tr>'
    looks = [' class="getal"' if one["number"] else "" for one in table["columns"]]
    for one, look in zip(table["columns"], looks, strict=True):
        yield f'<th scope="col"{look}>{escape(one["title"])}</th>'
    yield "</tr></thead>\n<tbody>\n"
    for row in table["rows"]:
        cells = (f"<td{look}>{escape(cell)}</td>" for cell, look in zip(row, looks, strict=True))
        yield f"<tr>{''.join(cells)}</tr>\n"
    yield "</tbody></table></div>\n"
    yield from (_words(reason, "klein") for reason in table["reasons"])
    yield "</details>\n"


def _explained(data: Mapping[str, Any]) -> Iterator[str]:
    if not data["definitions"]:
        return
    yield "<section><h2>Wat de cijfers betekenen</h2>\n"
    for one in data["definitions"]:
        yield f"<h3>{escape(one['title'])}</h3>\n{_words(one['definition'])}{_terms(one['facts'])}"
    yield "</section>\n"


def _foot(data: Mapping[str, Any]) -> Iterator[str]:
    yield f"<footer><h2>Over dit document</h2>\n{_terms(data['stamp'])}</footer>\n"
    yield '<nav class="bediening" aria-label="Presenteren">'
    yield '<button type="button" id="vorige">Vorige</button>'
    yield '<button type="button" id="volgende">Volgende</button>'
    yield '<button type="button" id="stop">Stop</button>'
    yield '<span id="plek" role="status"></span></nav>\n'


def _published(text: str) -> str:
    """What `dekkend verify` reads: a block of data, which no browser runs or shows."""
    if not text:
        return ""
    return (
        f'<script type="application/json" id="{embedded.NAME}">"{embedded.packed(text)}"</script>\n'
    )


def published_in(text: str) -> str:
    """The block of data of such a file, "" where it has none. ValueError where it is damaged."""
    found = re.search(
        f'<script type="application/json" id="{embedded.NAME}">"([A-Za-z0-9+/=]*)"', text
    )
    if found is None:
        return ""
    return embedded.unpacked(found[1])


def _terms(facts: list[list[str]]) -> str:
    inside = "".join(
        f"<dt>{escape(label)}</dt><dd>{escape(words)}</dd>\n" for label, words in facts
    )
    return f"<dl>{inside}</dl>\n"


def _words(text: str, look: str = "") -> str:
    """A paragraph; nothing of nothing."""
    if not text:
        return ""
    return f'<p class="{look}">{escape(text)}</p>\n' if look else f"<p>{escape(text)}</p>\n"
