"""Pupils by a keyed hash: what a file calls a pupil never enters the store.

A leerlingnummer or a code of a name says who it is to anybody who has the list of them. HMAC-SHA256
with a key of the samenwerkingsverband gives the same pupil the same pseudonym in every file, and
says nothing without the key. Only who delivers needs the key: what is in the store and in the kept
files has been replaced, so that without the key nobody, we included, can find out whose row it is.
"""

import hashlib
import hmac
import secrets
from pathlib import Path
from typing import NamedTuple

from monitor.errors import MonitorError
from monitor.store.durable import write_whole
from monitor.store.secret import check_private, secret


NAME = "DEKKEND_SLEUTEL"
SHORTEST = 32
"""Characters of a key: who can guess it can find every leerlingnummer by trying."""
LENGTH = 32
"""Hexadecimal digits of a pseudonym: 128 bits, so that no two pupils share one."""


_BLOCK = 64
"""Bytes of a block of SHA-256."""


class Key(NamedTuple):
    """The secret of a samenwerkingsverband."""

    value: bytes

    @property
    def fingerprint(self) -> str:
        """Tells two keys apart and says nothing of either."""
        return hmac.new(self.value, b"dekkend: welke sleutel", hashlib.sha256).hexdigest()[:16]

    def pads(self) -> tuple[bytes, bytes]:
        """(inner, outer) block of the HMAC."""
        block = self.value
        if len(block) > _BLOCK:
            block = hashlib.sha256(block).digest()
        block = block.ljust(_BLOCK, b"\0")
        return bytes(byte ^ 0x36 for byte in block), bytes(byte ^ 0x5C for byte in block)

    def __repr__(self) -> str:
        return "Key(…)"


def key_file(folder: Path) -> Path:
    return folder / "sleutel"


def key_of(folder: Path, known: str) -> Key:
    """The key: from the environment, or the file in the data folder, made at first need.

    `known` is the fingerprint of the key that the pupils in the store have been replaced with, ""
    when there are none. MonitorError when the key is another one, is gone, is too short, or can be
    read by others.
    """
    text = secret(NAME)
    path = key_file(folder)
    where = NAME
    if text is None:
        where = str(path)
        check_private(path, "de sleutel van de pseudoniemen")
        text = _read(path)
    if text is None:
        if known:
            raise MonitorError(
                f"De sleutel van de pseudoniemen ontbreekt ({path}, of {NAME}). Zonder die sleutel "
                "krijgt dezelfde leerling een ander pseudoniem dan in wat er al is. Zet hem terug "
                "uit een reservekopie. Is hij weg, trek dan alle bestanden van leerlingen in en "
                "lever ze opnieuw: dan komt er een nieuwe."
            )
        text = _make(path)
    if len(text) < SHORTEST:
        raise MonitorError(
            f"De sleutel in {where} is te kort: neem minstens {SHORTEST} willekeurige tekens."
        )
    key = Key(text.encode())
    if known and key.fingerprint != known:
        raise MonitorError(
            f"De sleutel in {where} is een andere dan die van de leerlingen die er al zijn: "
            "dezelfde leerling zou twee pseudoniemen krijgen. Zet de vorige sleutel terug, of trek "
            "alle bestanden van leerlingen in en lever ze opnieuw."
        )
    return key


def pseudonym(key: Key, text: str) -> str:
    """What a pupil is called here, as `pupil_keys` does it in SQL."""
    return hmac.new(key.value, text.encode(), hashlib.sha256).hexdigest()[:LENGTH]


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError):
        raise MonitorError(
            f"De sleutel van de pseudoniemen ({path}) is niet te lezen. Zet hem terug uit een "
            "reservekopie."
        ) from None


def _make(path: Path) -> str:
    text = secrets.token_hex(32)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".nieuw")  # where write_whole writes it
    temporary.touch(mode=0o600)
    temporary.chmod(0o600)
    write_whole(path, f"{text}\n".encode())
    return text
