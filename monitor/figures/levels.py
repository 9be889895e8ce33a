"""The levels that figures are told at, from vestiging to country, and the region that a page is about."""

from dataclasses import dataclass


LEVELS = ("vestiging", "bestuur", "wijk", "gemeente", "subregio", "swv", "land")
LEVEL_TITLES = {
    "vestiging": "school",
    "bestuur": "bestuur",
    "wijk": "wijk",
    "gemeente": "gemeente",
    "subregio": "subregio",
    "swv": "samenwerkingsverband",
    "land": "Nederland",
}
LEVEL_PLURALS = {
    "vestiging": "scholen",
    "bestuur": "besturen",
    "wijk": "wijken",
    "gemeente": "gemeenten",
    "subregio": "subregio's",
    "swv": "samenwerkingsverbanden",
    "land": "Nederland",
}
SECTOR_OF = {
    "vo": "vo",
    "pro": "vo",
    "vso": "vo",
    "opdc": "vo",
    "bao": "po",
    "sbo": "po",
    "so": "po",
}
"""Of each group of pupils."""
UNKNOWN = "onbekend"
"""The code of what lies nowhere: shown and counted, so that levels add up."""
EACH_SWV = ("swv", "*")


@dataclass(frozen=True)
class Region:
    """What a page or a rule is about: one samenwerkingsverband, or a part of it."""

    sector: str
    swv: str
    swv_naam: str
    per: str
    """swv, or the level of the part."""
    code: str
    naam: str

    @property
    def sentence(self) -> str:
        if self.per == "swv":
            return self.swv_naam
        return f"{self.swv_naam}, {LEVEL_TITLES[self.per]} {self.naam}"
