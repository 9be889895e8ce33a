"""Rights: a role, and of which samenwerkingsverbanden, schools and besturen."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from monitor.access.viewer import Role
from monitor.errors import MonitorError
from monitor.store.journal import plain
from monitor.values.field_codes import BESTUURSNUMMER, GEMEENTECODE, SWVCODE, VESTIGINGSCODE
from monitor.values.spelling import Spelling


EMAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\".]+")


@dataclass(frozen=True)
class Rights:
    """What an account may: a role, and of what."""

    role: Role
    swv: frozenset[str]
    vestigingen: frozenset[str] = frozenset()
    besturen: frozenset[str] = frozenset()
    gemeente: str = ""
    """Of which gemeente somebody of role gemeente is; "" of accounts from before it was asked."""

    def __str__(self) -> str:
        what = [self.role.value, *sorted(self.swv), *([self.gemeente] if self.gemeente else [])]
        return " ".join([*what, *sorted(self.besturen), *sorted(self.vestigingen)])


def rights(
    role: Role | str,
    swv: Collection[str],
    vestigingen: Collection[str] = (),
    besturen: Collection[str] = (),
    gemeente: str = "",
) -> Rights:
    """Rights that can be. MonitorError says what is missing or too much."""
    found = Rights(
        Role(role),
        _codes(swv, SWVCODE),
        _codes(vestigingen, VESTIGINGSCODE),
        _codes(besturen, BESTUURSNUMMER),
        "".join(_codes([gemeente] if gemeente else [], GEMEENTECODE)),
    )
    if not found.swv:
        raise MonitorError("Kies minstens één samenwerkingsverband.")
    if found.role is Role.SCHOOL and not found.vestigingen:
        raise MonitorError("Kies van welke vestiging deze school is.")
    if found.role is Role.BESTUUR and not found.besturen:
        raise MonitorError("Kies van welk bestuur iemand is.")
    if found.besturen and found.role is not Role.BESTUUR:
        raise MonitorError("Alleen de rol bestuur hoort bij een bestuur.")
    if found.gemeente and found.role is not Role.GEMEENTE:
        raise MonitorError("Alleen de rol gemeente hoort bij een gemeente.")
    if found.vestigingen and found.role not in (Role.SCHOOL, Role.BESTUUR):
        raise MonitorError("Alleen de rollen school en bestuur horen bij een vestiging.")
    return found


def _codes(given: Collection[str], kind: Spelling) -> frozenset[str]:
    found = set()
    for code in given:
        try:
            read = kind.read(code)
        except ValueError:
            read = None
        if read is None:
            raise MonitorError(f"'{plain(code, 40)}' kan niet; verwacht {kind.expected}.")
        found.add(read)
    return frozenset(found)


def as_row(new: Rights) -> dict[str, Any]:
    """Without the gemeente, which has tables of its own (`tables.recht_gemeente`)."""
    return {
        "rol": new.role.value,
        "swv": sorted(new.swv),
        "vestigingen": sorted(new.vestigingen),
        "besturen": sorted(new.besturen),
    }


def rights_of(row: Any) -> Rights:
    """`row` also has the gemeente, or None."""
    return Rights(
        Role(row.rol), frozenset(row.swv), frozenset(row.vestigingen), frozenset(row.besturen),
        row.gemeente or "",
    )  # fmt: skip


def tidy_email(email: str) -> str:
    """In one spelling; MonitorError when it is none."""
    text = spelt(email)
    if not EMAIL.fullmatch(text):
        raise MonitorError("Dit is geen e-mailadres. Schrijf het als naam@organisatie.nl.")
    return text


def spelt(email: str) -> str:
    """As it would be kept, whether or not it is one."""
    return plain(unicodedata.normalize("NFKC", email[:1000]).lower(), 254)
