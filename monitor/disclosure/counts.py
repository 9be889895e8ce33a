"""Which numbers of pupils there are: the same name for the same pupils, whatever indicator says it."""

from typing import NamedTuple

from monitor.catalogue import Indicator


Ends = tuple[int, int]
"""The numbers, in a publication, of who certainly counts and of who possibly does."""
ALIKE = {
    "thuiszitters_promille": ("thuiszitters", ""),
    "thuiszitters_duur": ("thuiszitters", ""),
    "thuiszitters_jaar_promille": ("thuiszitters_jaar", ""),
    "thuiszitters_zonder_plan": ("", "thuiszitters"),
    "thuiszitters_jeugdhulp": ("", "thuiszitters"),
    "dekking_plan": ("", "dekking/noemer"),
    "druk": ("", "dekking/noemer"),
    "thuiszitters_terug_6": ("thuiszitters_terug_3", ""),
    "tlv_verlenging_aandeel": ("", "tlv_afgegeven"),
    "tlv_mei_juli_aandeel": ("", "tlv_afgewezen/noemer"),
    "thuisnabij": ("", "dekking"),
}
"""Measure → whose teller its teller is, and whose count its noemer is."""
NO_COUNT = ("gemiddelde",)
"""Kinds of which the teller is no number of pupils."""


class Count(NamedTuple):
    """Which number of pupils."""

    what: str
    uitsplitsing: str
    periode: str
    per: str
    code: str


def names(indicator: Indicator) -> tuple[str, str]:
    """What its teller and noemer count; the same name for the same pupils ("" = no pupils)."""
    own = indicator.name.removeprefix(indicator.measure)

    def full(alias: str) -> str:
        measure, slash, side = alias.partition("/")
        return f"{measure}{own}{slash}{side}"

    teller, noemer = ALIKE.get(indicator.measure, ("", ""))
    return (
        "" if indicator.kind in NO_COUNT else full(teller) if teller else indicator.name,
        "" if not indicator.noemer else full(noemer) if noemer else f"{indicator.name}/noemer",
    )
