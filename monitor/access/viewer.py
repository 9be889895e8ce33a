"""Who looks at the figures, and at which schools and samenwerkingsverbanden."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody does in or for the samenwerkingsverband."""

    DIRECTEUR = "directeur"
    CONSULTANT = "consultant"
    BESTUUR = "bestuur"
    SCHOOL = "school"
    GEMEENTE = "gemeente"
    BEHEERDER = "beheerder"


EVERY = frozenset({"*"})
"""All samenwerkingsverbanden of a store: of who runs it, by a command on the machine itself."""
STAFF = frozenset({Role.DIRECTEUR, Role.CONSULTANT, Role.BEHEERDER})
"""Who works for the samenwerkingsverband as a whole."""
ALWAYS_EXACT = frozenset({Role.DIRECTEUR, Role.BEHEERDER})
"""Who sees exact figures without a grant."""
REGIONAL = ("land", "swv", "subregio", "gemeente", "wijk")
"""Levels that are no schools, nor somebody's schools together."""


@dataclass(frozen=True)
class Viewer:
    """A role and its scope. Without samenwerkingsverbanden it sees nothing but the country."""

    role: Role
    swv: frozenset[str] = frozenset()
    """Of which samenwerkingsverbanden (codes), or EVERY."""
    vestigingen: frozenset[str] = frozenset()
    """Own schools, of role school; of role bestuur those of its besturen."""
    besturen: frozenset[str] = frozenset()
    exact: frozenset[str] = frozenset()
    """Samenwerkingsverbanden that granted a consultant their exact figures."""
    wie: str = ""
    """The account, as the journal and the audit log name it; in a demonstration the role."""
    gemeente: str = ""
    """Of role gemeente: of which one (code), or "". What its pages begin with, and no right: of other
    gemeenten it sees what it sees of its own."""

    @property
    def sees_exact(self) -> bool:
        """Whether small counts are shown: staff of the SWV itself, or by its grant."""
        if self.role is Role.CONSULTANT:
            return bool(self.swv) and self.swv <= self.exact and self.swv != EVERY
        return self.role in ALWAYS_EXACT

    @property
    def who(self) -> str:
        return self.wie or str(self.role)

    def is_of(self, swv: str) -> bool:
        """Whether a samenwerkingsverband is its own."""
        return self.swv == EVERY or swv in self.swv

    def may_see(self, per: str, code: str) -> bool:
        """Whether figures of a unit are for its role, given that the samenwerkingsverband is its
        own (which the door looks at).

        A school sees the figures of no other school, nor of what lies between a school and the
        samenwerkingsverband: a gemeente, wijk or bestuur often has one school. A gemeente sees
        regions and no schools.
        """
        match self.role:
            case Role.SCHOOL:
                own = per == "vestiging" and code in self.vestigingen
                return own or per in ("swv", "land")
            case Role.BESTUUR:
                own = per == "vestiging" and code in self.vestigingen
                own = own or (per == "bestuur" and code in self.besturen)
                return own or per in ("swv", "land")
            case Role.GEMEENTE:
                return per in REGIONAL
        return True
