"""What it means that pupils are counted where their school stands, in words."""

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


WARNING = "Dit telt waar de school staat, niet waar leerlingen wonen of wie betaalt."
SHORT = "geteld waar de school staat"
KINDS = {
    "so_vso": "school voor so of vso",
    "vso": "vso-school",
    "so": "so-school",
    "sbo": "sbo-school",
    "pro": "school met praktijkonderwijs",
}
"""The schools of which a region may have none: a nought is then no figure to compare."""


def is_of_place(indicator: "Indicator") -> bool:
    """Whether the difference between two regions may be no more than where a school was built."""
    return indicator.theme == "deelname" and indicator.per == "vestiging"


def kind_of(indicator: "Indicator") -> str:
    """The kind of pupils that an indicator is about: vso, so, sbo, pro; "" for all others."""
    if indicator.both:
        return "so_vso"
    return next((part for part in indicator.name.split("_") if part in KINDS), "")


def is_without_school(figure: "Figure", indicator: "Indicator") -> bool:
    """Whether surely no pupil of this kind is at a school there: then there is no such school."""
    if indicator.kind != "aandeel" or not kind_of(indicator) or figure.is_hidden:
        return False
    if not is_of_place(indicator):
        return False  # no new referrals from a school says nothing about where a school stands
    return figure.teller == figure.teller_max == 0


def has_no_school(figure: "Figure", indicator: "Indicator") -> bool:
    """The same of counts and of means, for a map: a nought there is no small number of pupils, and
    no mean is not an unknown one."""
    if is_without_school(figure, indicator):
        return True
    if figure.is_hidden or indicator.per != "vestiging" or not kind_of(indicator):
        return False
    if indicator.kind == "gemiddelde":
        return figure.noemer == figure.noemer_max == 0
    is_size = indicator.kind == "aantal" and indicator.theme == "leerlingen"
    return is_size and figure.teller == figure.teller_max == 0


def no_school(indicator: "Indicator") -> str:
    """geen vso-school"""
    return f"geen {KINDS[kind_of(indicator)]}"
