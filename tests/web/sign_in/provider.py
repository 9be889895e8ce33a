"""A small OpenID provider that really runs: discovery, authorize, token with an id_token, keys.

It signs in whoever a test says, without a page of its own, and lies when a test asks it to.
"""

import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey


CLIENT = "monitor"
SECRET = "geheim-van-de-monitor"
COOKIE_SECRET = "een lang geheim van deze toets 0123456789"


@dataclass
class Provider:
    """What it does for who comes next."""

    address: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    """Of who signs in, on top of what every token has."""
    lies: dict[str, Any] = field(default_factory=dict)
    """Claims that it gives otherwise than it should: nonce, iss, aud, exp."""
    error: str = ""
    """It says no, for example access_denied."""
    state: str = ""
    """It sends back this state instead of the one that it got."""
    asked: list[dict[str, str]] = field(default_factory=list)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "een"}))
    """What it signs with."""
    shown: RSAKey | None = None
    """What it says that it signs with, when that is another."""
    codes: dict[str, str] = field(default_factory=dict)
    """code -> nonce; a code can be used once."""

    def discovery(self) -> dict[str, Any]:
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def back(self, asked: dict[str, str]) -> str:
        """Where somebody goes after the page to sign in on."""
        self.asked.append(asked)
        if self.error:
            return f"{asked['redirect_uri']}?{urlencode({'error': self.error, 'state': asked['state']})}"
        code = secrets.token_urlsafe(12)
        self.codes[code] = asked.get("nonce", "")
        answer = {"code": code, "state": self.state or asked["state"]}
        return f"{asked['redirect_uri']}?{urlencode(answer)}"

    def token(self, form: dict[str, str]) -> dict[str, Any] | None:
        nonce = self.codes.pop(form.get("code", ""), None)
        if nonce is None:
            return None
        moment = int(time.time())
        claims = {
            "iss": self.address, "aud": CLIENT, "sub": "persoon-1", "nonce": nonce,
            "iat": moment, "exp": moment + 300, **self.claims, **self.lies,
        }  # fmt: skip
        token = jwt.encode({"alg": "RS256", "kid": "een"}, claims, self.key)
        return {"access_token": "x", "token_type": "Bearer", "expires_in": 300, "id_token": token}


@contextmanager
def running() -> Iterator[Provider]:
    """A provider on a free port of this machine."""
    provider = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            if parts.path == "/.well-known/openid-configuration":
                self._json(provider.discovery())
            elif parts.path == "/keys":
                key = provider.shown or provider.key
                self._json({"keys": [key.as_dict(private=False)]})
            elif parts.path == "/authorize":
                asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
                self.send_response(302)
                self.send_header("Location", provider.back(asked))
                self.end_headers()
            else:
                self.send_error(404)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            given = provider.token(form)
            self._json(given or {"error": "invalid_grant"}, 200 if given else 400)

        def _json(self, what: dict[str, Any], status: int = 200) -> None:
            body = json.dumps(what).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def secrets_file(folder: Path, provider_at: str, monitor_at: str, more: str = "") -> Path:
    """Writes the settings of a provider, for its owner only."""
    file = folder / "geheimen.toml"
    file.write_text(
        f"""
[auth]
redirect_uri = "{monitor_at}/oauth2callback"
cookie_secret = "{COOKIE_SECRET}"
expose_tokens = ["id", "access"]
[auth.school]
naam = "Scholen & Co"
client_id = "{CLIENT}"
client_secret = "{SECRET}"
server_metadata_url = "{provider_at}/.well-known/openid-configuration"
{more}""",
        "utf-8",
    )
    file.chmod(0o600)
    return file
