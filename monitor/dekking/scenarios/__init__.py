"""Scenarios: what if an arrangement were opened, enlarged, moved, closed or open to others, or a norm
another one.

A scenario is a list of changes to what was delivered. It is computed on a copy: deliveries, figures
and norms never change by it. It is kept as JSON in the journal, so that it can be shared and
compared; what it names is looked up again whenever it is used, as the offer goes on changing.
"""

from monitor.dekking.scenarios.applying import apply, faults
from monitor.dekking.scenarios.changes import (
    Bereik,
    Change,
    NormChange,
    Open,
    Plaatsen,
    Scenario,
    Sluit,
    Verplaats,
    make,
    read,
)
from monitor.dekking.scenarios.effects import Effect, Moved, Stand, compare, effect, outcome_of
from monitor.dekking.scenarios.nameable import Known, Place, known_offer


__all__ = [
    "Bereik",
    "Change",
    "Effect",
    "Known",
    "Moved",
    "NormChange",
    "Open",
    "Plaatsen",
    "Place",
    "Scenario",
    "Sluit",
    "Stand",
    "Verplaats",
    "apply",
    "compare",
    "effect",
    "faults",
    "known_offer",
    "make",
    "outcome_of",
    "read",
]
