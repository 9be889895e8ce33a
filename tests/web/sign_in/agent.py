"""A browser without a screen: it goes where it is sent and keeps its cookies, per site."""

from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import count
from urllib.parse import urlencode, urljoin, urlsplit


@dataclass
class Page:
    """Where it ended, and what stood there."""

    address: str
    status: int
    body: str
    headers: dict[str, str]


_numbers = count(2)


@dataclass
class Agent:
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)
    """site -> name -> value."""
    seen: list[str] = field(default_factory=list)
    """All addresses that it was at."""
    home: str = field(default_factory=lambda: f"127.0.0.{next(_numbers) % 250 + 2}")
    """Where it comes from: each from somewhere else, as who asks often has to wait."""

    def go(
        self,
        address: str,
        form: dict[str, str] | None = None,
        *,
        method: str = "",
        follow: bool = True,
    ) -> Page:
        """A page, after every way on from it unless `follow` is off."""
        for _ in range(12):
            page = self._ask(method or ("POST" if form is not None else "GET"), address, form)
            to = page.headers.get("location")
            if not to or not follow:
                return page
            address, form, method = urljoin(address, to), None, "GET"
        raise AssertionError(f"it goes round in circles: {self.seen[-12:]}")

    def _ask(self, method: str, address: str, form: dict[str, str] | None) -> Page:
        self.seen.append(address)
        parts = urlsplit(address)
        kept = self.cookies.setdefault(parts.netloc, {})
        headers = {"Host": parts.netloc}
        if kept:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in kept.items())
        if method == "POST":
            headers["Origin"] = f"{parts.scheme}://{parts.netloc}"
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        line = HTTPConnection(parts.netloc, timeout=30, source_address=(self.home, 0))
        where = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        line.request(method, where, urlencode(form or {}) if form is not None else None, headers)
        answer = line.getresponse()
        body = answer.read().decode(errors="replace")
        line.close()
        for cookie in answer.headers.get_all("set-cookie") or []:
            name, _, rest = cookie.partition("=")
            value = rest.partition(";")[0].strip('"')
            if "max-age=0" in cookie.lower() or not value or value == "null":
                kept.pop(name, None)
            else:
                kept[name] = value
        named = {key.lower(): value for key, value in answer.getheaders()}
        return Page(address, answer.status, body, named)
