"""The cookie that says who somebody is: how it is read, set and thrown away."""

from collections.abc import Mapping

from starlette.requests import cookie_parser
from starlette.types import Scope

from monitor.web.wire import base_path


NAME = "dekkend"
SAFE_NAME = "__Host-dekkend"
"""Over https. A browser takes this name from this very host only, so that no neighbour under the
same domain can slip somebody his own session. It does so for whole hosts, not for a path."""
DEVICE, SAFE_DEVICE = "dekkend-apparaat", "__Host-dekkend-apparaat"
"""Says that somebody signed in on this device before (`access.devices`); no way in by itself."""
DEVICE_DAYS = 180
LONGEST = 200
"""Characters of a token; what is longer is not ours."""


def is_https(scope: Scope) -> bool:
    """Whether the browser came over https; of a proxy between it and us, that the settings name, we
    believe what it says of that."""
    return scope.get("scheme") in ("https", "wss")


def cookies_of(scope: Scope) -> dict[str, str]:
    """All cookies of a request, by name."""
    found = [value.decode("latin-1") for name, value in scope["headers"] if name == b"cookie"]
    return cookie_parser("; ".join(found))


def token_of(scope: Scope) -> str:
    """The token that a request comes with, "" when there is none."""
    return _token(cookies_of(scope).get(_name(scope)))


def token_in(cookies: Mapping[str, str]) -> str:
    """The same for who comes after the door and sees the cookies only."""
    return _token(cookies.get(SAFE_NAME) or cookies.get(NAME))


def _token(value: str | None) -> str:
    return value if value and len(value) <= LONGEST and value.isascii() else ""


def device_of(scope: Scope) -> str:
    """The token of the device that a request comes from, "" when it has none."""
    return _token(cookies_of(scope).get(_device_name(scope)))


def set_device(scope: Scope, device: str) -> str:
    """The Set-Cookie by which a device is known the next time."""
    return one_cookie(scope, _device_name(scope), device, DEVICE_DAYS * 24 * 3600)


def set_cookie(scope: Scope, token: str) -> str:
    """The Set-Cookie that starts a session; it ends with the browser, or when the server says."""
    return one_cookie(scope, _name(scope), token)


def no_cookie(scope: Scope) -> str:
    """The Set-Cookie that throws it away."""
    return one_cookie(scope, _name(scope), "", 0)


def one_cookie(scope: Scope, name: str, value: str, seconds: int | None = None) -> str:
    """A Set-Cookie for the monitor only, that no script can read and no other site can send."""
    secure = "; Secure" if is_https(scope) else ""
    age = "" if seconds is None else f"; Max-Age={seconds}"
    return f"{name}={value}; Path=/{base_path()}; HttpOnly; SameSite=Lax{secure}{age}"


def _device_name(scope: Scope) -> str:
    return SAFE_DEVICE if is_https(scope) and not base_path() else DEVICE


def _name(scope: Scope) -> str:
    return SAFE_NAME if is_https(scope) and not base_path() else NAME
