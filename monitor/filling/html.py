"""The pages to fill in, as HTML: whole without script, with one script and one style sheet of ours."""

import base64
import hashlib
from functools import cache
from html import escape

from starlette.responses import HTMLResponse, Response

from monitor.resources import BROWSER
from monitor.web.sign_in.addresses import SIGN_OUT, address, home
from monitor.web.wire import SECURITY_HEADERS, TITLE


ROOT = "/vragenlijst"


def at(*parts: object) -> str:
    """The address of one of our pages, as the browser asks it."""
    return address("/".join([ROOT, *map(str, parts)]))


def link(to: str, text: str, look: str = "") -> str:
    kind = f' class="{look}"' if look else ""
    return f'<a href="{escape(to)}"{kind}>{escape(text)}</a>'


def paragraph(text: str, look: str = "") -> str:
    kind = f' class="{look}"' if look else ""
    return f"<p{kind}>{escape(text)}</p>"


def said(text: str, how: str = "") -> str:
    """Something that a screen reader says at once: what went wrong ("bad") or right ("good")."""
    return f'<p class="said {how}" role="alert">{escape(text)}</p>' if text else ""


def faults(lines: list[tuple[str, str]]) -> str:
    """What must be mended, each with a way to it: (id of the question, sentence)."""
    if not lines:
        return ""
    items = "".join(f'<li><a href="#{escape(to)}">{escape(text)}</a></li>' for to, text in lines)
    return (
        '<div class="said bad" role="alert" tabindex="-1"><h2>Dit is nog niet bewaard</h2>'
        f"<ul>{items}</ul></div>"
    )


def form(action: str, *inside: str, extra: str = "") -> str:
    return (
        f'<form method="post" action="{escape(action)}" novalidate {extra}>{"".join(inside)}</form>'
    )


def hidden(name: str, value: str) -> str:
    return f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'


def button(text: str, name: str = "", value: str = "1", look: str = "") -> str:
    kind = f' class="{look}"' if look else ""
    called = f' name="{escape(name)}" value="{escape(value)}"' if name else ""
    return f"<button{called}{kind}>{escape(text)}</button>"


def page(title: str, *parts: str, about: str = "", status: int = 200) -> Response:
    """A page of these parts, which are HTML; `about` says of whom the list is."""
    css, script, policy = _files()
    body = (
        '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>{escape(title)} · {TITLE}</title>'
        f'<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,{_icon()}">'
        f"<style>{css}</style></head><body>"
        f'<header class="name"><a href="{escape(home())}">{TITLE}</a>'
        f'<a class="uit" href="{escape(address(SIGN_OUT))}">Afmelden</a></header>'
        f"<main>{paragraph(about, 'over') if about else ''}"
        f"<h1>{escape(title)}</h1>{''.join(parts)}</main><script>{script}</script></body></html>"
    )
    headers = {
        **SECURITY_HEADERS,
        "Cache-Control": "no-store",
        "Content-Security-Policy": policy,
    }
    return HTMLResponse(body, status, headers)


@cache
def _files() -> tuple[str, str, str]:
    """(style sheet, script, the policy that lets a page have these two and nothing else)."""
    css = (BROWSER / "invullen.css").read_text(encoding="utf-8")
    script = (BROWSER / "invullen.js").read_text(encoding="utf-8")
    return (
        css,
        script,
        (
            f"default-src 'none'; style-src {_digest(css)}; script-src {_digest(script)}; "
            "connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; "
            "frame-ancestors 'none'"
        ),
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _icon() -> str:
    return base64.b64encode((BROWSER / "monitor.svg").read_bytes()).decode()
