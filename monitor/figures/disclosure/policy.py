"""What a protected audience is shown at all: fewer tables that overlap hide less (decision 27).

Of pupils: every region as a total, every uitsplitsing for the samenwerkingsverband as a whole, and
of thuiszitters the working definition; another definition only as the total. Who is in two tables
at once (gemeente and reason) is for who sees exact figures: there nearly every count is 1-4.
"""

from typing import TYPE_CHECKING

from monitor.access import STAFF, Role, Viewer


if TYPE_CHECKING:
    from monitor.figures.catalogue import Indicator


WHOLE = ("swv", "land")
REGISTERS = ("leerlingen", "deelname", "vsv", "nabijheid")
"""Themes that count pupils from registers of schools."""
SAID_ELSEWHERE = ("groep", "ingeschreven", "plan", "jeugdhulp", "overgang")
"""Uitsplitsingen whose parts are another definition, or the teller of another measure: two views of
the same pupils give each other's small counts away."""
FEW = ("leerlingen_vavo",)
"""Registers that count a few pupils in most schools, and follow from the other ones."""
TOGETHER = ("leerlingen_so_vso", "deelname_so_vso_locatie")
"""Registers of which the parts are counted beside them, one in each samenwerkingsverband: the one
taken from the other would be the small count that is left."""
STOCKS = "maandeinde"
"""The moment of what is counted as a stock."""
STOCK = ("thuiszitters", "thuiszitters_jaar")
"""Measures of a definition that is not the working one."""
TAKEN = ("plaatsen_vrij",)
"""Measures of places from which follows how many are taken, as how many there are is public."""
LEAST_CASES = 10
"""Of fewer cases no median: it would be that of one or two pupils."""


def least_cases(minimum: int) -> int:
    """Of how many cases there is a median, where `minimum` is the smallest count shown."""
    return max(LEAST_CASES, 2 * minimum)


def counts_pupils(indicator: "Indicator") -> bool:
    """Whether its tellers (or noemers) are pupils: what is not, such as places, hides nobody."""
    named = indicator.is_of_pupils or indicator.theme in REGISTERS
    return named or indicator.measure in TAKEN


def is_register(indicator: "Indicator") -> bool:
    """Whether schools' registers are its only source: those are public for a whole SWV."""
    return not indicator.is_of_pupils and indicator.theme in REGISTERS


def is_shown(
    indicator: "Indicator", per: str, breakdown: str, working: str, viewer: Viewer | None = None
) -> bool:
    """Whether a table is there for a protected viewer (None = any of them); `working` is the
    working definition of thuiszitter."""
    if indicator.measure in TAKEN:
        return False
    if breakdown in SAID_ELSEWHERE or (breakdown and is_register(indicator)):
        return False
    if breakdown == "bestemming" and viewer is not None and viewer.role not in STAFF:
        return False  # to which school by name
    if indicator.moment == "maand":
        return False  # who came and who left in one month, beside the stock before and after
    if indicator.definitie not in ("", working) and (breakdown or indicator.measure not in STOCK):
        return False
    if per in WHOLE:
        return True
    if not indicator.is_of_pupils:
        # Below the samenwerkingsverband a kind of pupils, or who is hardly anywhere, is 1-4.
        return indicator.measure not in (*FEW, *TOGETHER)
    if indicator.measure == "wachtend" and per in ("bestuur", "vestiging"):
        return False  # at one school hardly anybody waits
    if per == "bestuur" and viewer is not None and viewer.role is not Role.BESTUUR:
        return False
    if breakdown or indicator.definitie not in ("", working):
        return False  # below the samenwerkingsverband only totals
    if indicator.kind == "duur" or (
        indicator.theme == "thuiszitters" and indicator.moment != STOCKS
    ):
        return False  # a year has at least who is there on a day in it
    # A rolling year per region tells each month who came and who went.
    if indicator.moment == "maandeinde" and indicator.theme != "thuiszitters":
        return False
    return not has_noemer_of_pupils(indicator) or indicator.measure == "dekking"


def has_noemer_of_pupils(indicator: "Indicator") -> bool:
    """Whether teller and noemer are both counted from rows of pupils: of those without a plan."""
    return indicator.is_of_pupils and bool(indicator.noemer) and not indicator.counts
