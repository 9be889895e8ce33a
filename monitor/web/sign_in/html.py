"""The pages of the desk, as HTML: whole without script, and closed to everything from elsewhere."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape

from starlette.responses import HTMLResponse, Response

from monitor.resources import BROWSER
from monitor.web.wire import SECURITY_HEADERS, TITLE


@dataclass(frozen=True)
class Field:
    """One field of a form."""

    name: str
    label: str
    autocomplete: str
    """What a browser may fill in here (WHATWG): "username", "current-password" …"""
    kind: str = "password"
    value: str = ""
    fault: str = ""
    """What is wrong with what was filled in; stands below the field."""
    hint: str = ""
    about: str = ""
    """The id of what else is said of it on the page."""

    def html(self, focus: bool) -> str:
        about = f"{self.name}-over" if self.fault or self.hint else self.about
        parts = [
            f'<input id="{self.name}" name="{self.name}" type="{self.kind}"',
            f'autocomplete="{self.autocomplete}" maxlength="1024"',
            f'value="{escape(self.value)}"' if self.value else "",
            'autocapitalize="none" spellcheck="false"',
            'aria-invalid="true"' if self.fault else "",
            f'aria-describedby="{about}"' if about else "",
            "autofocus" if focus else "",
        ]
        below = ""
        if self.fault:
            below = f'<p class="fault" id="{about}">{escape(self.fault)}</p>'
        elif self.hint:
            below = f'<p class="soft" id="{about}">{escape(self.hint)}</p>'
        label = f'<label for="{self.name}">{escape(self.label)}</label>'
        return f"{label}{' '.join(part for part in parts if part)}>{below}"


def form(
    action: str, fields: Sequence[Field], button: str, hidden: dict[str, str] | None = None
) -> str:
    """A form; the cursor starts in its first field with a fault, else in its first empty one."""
    faulty = [field for field in fields if field.fault]
    empty = [field for field in fields if not field.value]
    first = (faulty or empty or list(fields))[0]
    kept = "".join(
        f'<input type="hidden" name="{name}" value="{escape(value)}">'
        for name, value in (hidden or {}).items()
    )
    inside = "".join(field.html(field is first) for field in fields)
    # No checks by the browser itself: it makes them in its own language.
    return (
        f'<form method="post" action="{escape(action)}" novalidate>{kept}{inside}'
        f"<button>{escape(button)}</button></form>"
    )


def button(action: str, name: str, value: str, text: str, second: bool = False) -> str:
    """A form of one button."""
    look = ' class="second"' if second else ""
    return (
        f'<form method="post" action="{escape(action)}">'
        f'<button name="{name}" value="{value}"{look}>{escape(text)}</button></form>'
    )


def link(to: str, text: str, look: str = "") -> str:
    kind = f' class="{look}"' if look else ""
    return f'<a href="{escape(to)}"{kind}>{escape(text)}</a>'


def paragraph(text: str, look: str = "") -> str:
    kind = f' class="{look}"' if look else ""
    return f"<p{kind}>{escape(text)}</p>"


SAID = "melding"


def said(text: str, how: str = "") -> str:
    """Something that a screen reader says at once: what went wrong ("bad") or right ("good")."""
    return f'<p class="said {how}" id="{SAID}" role="alert">{escape(text)}</p>' if text else ""


def page(title: str, *parts: str, status: int = 200) -> Response:
    """A page of these parts, which are HTML."""
    style, policy = _style()
    body = (
        f'<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>{escape(title)} · {TITLE}</title>'
        f'<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,{_icon()}">'
        f"<style>{style}</style></head><body>"
        f'<header class="name">{_svg()}<span>{TITLE}</span></header>'
        f"<main><h1>{escape(title)}</h1>{''.join(parts)}</main></body></html>"
    )
    headers = {
        **SECURITY_HEADERS,
        # An invitation is a secret in an address: it goes to nobody else.
        "Referrer-Policy": "same-origin",
        "Cache-Control": "no-store",
        "Content-Security-Policy": policy,
    }
    return HTMLResponse(body, status, headers)


@cache
def _style() -> tuple[str, str]:
    """(the style sheet, the policy that lets a page have this and nothing else)."""
    css = (BROWSER / "aanmelden.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return css, (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )


@cache
def _svg() -> str:
    return (BROWSER / "monitor.svg").read_text(encoding="utf-8").strip().replace(
        "<svg ", '<svg aria-hidden="true" ', 1
    )  # fmt: skip


@cache
def _icon() -> str:
    return base64.b64encode((BROWSER / "monitor.svg").read_bytes()).decode()
