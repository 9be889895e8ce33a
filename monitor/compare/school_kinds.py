"""Schools with which a school may be compared: the same kind, and of vo the same niveaus.

A vmbo refers more than a lyceum because of who its pupils are, so they are never put side by side.
"""

import re

from monitor.scholen.register import School


KINDS = {
    "vmbo": "vmbo",
    "breed": "vmbo (basis of kader) met havo of vwo",
    "mavo": "mavo met havo of vwo",
    "lyceum": "havo en vwo, zonder vmbo",
    "pro": "praktijkonderwijs",
    "opdc": "opdc",
    "bao": "basisonderwijs",
    "sbo": "sbo",
    "so": "so",
    "so/vso": "so en vso",
    "vso": "vso",
}
"""In words that can stand after "scholen voor", in the order in which a list offers them."""
_MAVO = frozenset({"mavo", "vmbo-gt", "vmbo-g", "vmbo-t", "vmbo-tl", "vmbo-gl"})
_UPPER = frozenset({"havo", "vwo", "gymnasium", "atheneum"})


def kind_of(school: School) -> str:
    """A key of `KINDS`; "" where the kind or, of vo, its niveaus are unknown. DUO calls basis and
    kader VBO; an arrangement's list may say vmbo-b."""
    if school.schooltype != "vo":
        return school.schooltype if school.schooltype in KINDS else ""
    there = set(re.findall(r"[a-z]+(?:-[a-z]+)?", school.aanbod.lower()))
    has_upper = bool(there & _UPPER)
    has_mavo = bool(there & _MAVO)
    has_basis = any(word == "vbo" or word.startswith("vmbo") for word in there - _MAVO)
    if has_upper:
        return "breed" if has_basis else "mavo" if has_mavo else "lyceum"
    return "vmbo" if has_basis or has_mavo else ""
