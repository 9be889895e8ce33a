"""Who looks at the figures, and at which schools and samenwerkingsverbanden."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody does in or for the samenwerkingsverband."""

    DIRECTEUR = "directeur"
    CONSULTANT = "consultant"
    SCHOOL = "school"
    BEHEERDER = "beheerder"


@dataclass(frozen=True)
class Viewer:
    """A role, the samenwerkingsverbanden it is for, and (role school) its own vestigingen."""

    role: Role
    swv: frozenset[str] = frozenset()
    vestigingen: frozenset[str] = frozenset()

    @property
    def sees_exact(self) -> bool:
        """Whether small counts are shown: staff of the SWV itself only."""
        return self.role in (Role.DIRECTEUR, Role.BEHEERDER)

    def may_see(self, per: str, code: str) -> bool:
        """Whether a unit is within scope: a school sees the figures of no other school.

        Nor of what lies between a school and the samenwerkingsverband: a gemeente, wijk or bestuur
        often has one school.
        """
        if self.role is not Role.SCHOOL or per in ("swv", "land"):
            return True
        return per == "vestiging" and code in self.vestigingen
